import { column, DOCUMENT, SUBJECT, subjectRow } from './columns.ts'
import type { NamedDocument, Relation, Row } from './relation.ts'

/** One row a performance goal. */
export const INDICATORS: Relation = {
  name: 'indicators',
  zh: '绩效指标',
  en: 'one row a performance goal',
  key: ['document', 'table', 'sequence'],
  columns: [
    DOCUMENT,
    ...SUBJECT,
    column('table', 'text', '表', 'id of the table'),
    column('sequence', 'integer', '序号', 'position in the table'),
    column('project', 'text', '项目名称', 'project'),
    column(
      'term',
      'text',
      '期限',
      'what goals of several years beside those of the year are for, as printed; empty for the year',
    ),
    column('level1', 'text', '一级指标', 'first level'),
    column('level2', 'text', '二级指标', 'second level'),
    column('level3', 'text', '三级指标', 'third level: what is measured'),
    column('operator', 'text', '指标性质', 'operator: ≥, ≤, =, or 定性'),
    column('value', 'text', '指标值', 'value aimed at'),
    column('unit', 'text', '度量单位', 'unit of the value'),
    column('weight', 'text', '权重', 'weight in points'),
    column('direction', 'text', '指标方向性', 'direction'),
    column('actual', 'text', '实际完成值', 'what the goal came to, as printed'),
    column('score', 'text', '得分', 'points given for it'),
    column('reason', 'text', '偏差原因', 'why it was missed'),
    column('row', 'integer', '行', 'row, from 0'),
    column('page', 'integer', '页', 'page'),
  ],
}

/** The rows of the performance goals of a document. */
export const indicatorRows = ({ name, document }: NamedDocument): Row[] =>
  document.indicators.map(({ box: _, ...goal }) => ({
    ...goal,
    ...subjectRow(name, document),
  }))

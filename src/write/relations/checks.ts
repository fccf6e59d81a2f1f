import { moneyOf } from '../../budget/money/amount.ts'
import { IDENTITY_NAMES } from '../../check/identities.ts'
import { column, DOCUMENT } from './columns.ts'
import type { NamedDocument, Relation, Row } from './relation.ts'

/** One row an identity tried in one place. */
export const CHECKS: Relation = {
  name: 'checks',
  zh: '勾稽',
  en: 'one row an accounting identity tried in one place',
  key: ['document', 'number'],
  columns: [
    DOCUMENT,
    column('number', 'integer', '序号', 'number of the check in the document'),
    column('identity', 'text', '勾稽关系', 'id of the identity'),
    column('name', 'text', '名称', 'name of the identity'),
    column('instance', 'text', '位置', 'where it was tried'),
    column('outcome', 'text', '结果', 'holds, rounding (no more than rounded or cut figures leave), broken or not-evaluable'),
    column(
      'verdict',
      'text',
      '归因',
      'published-inconsistency: the document; extraction-suspect: the reading; unexplained: nobody',
    ),
    column('left', 'text', '左边', 'left side'),
    column('left_value', 'text', '左边数', 'figure of the left side'),
    column('right', 'text', '右边', 'right side'),
    column('right_value', 'text', '右边数', 'figure of the right side'),
    column('difference', 'text', '差额', 'left less right'),
    column('tolerance', 'text', '允许误差', 'tolerance'),
    column('unit', 'text', '单位', 'unit of the figures'),
    column('left_yuan', 'yuan', '左边（元）', 'left side in 元, where it is money'),
    column('right_yuan', 'yuan', '右边（元）', 'right side in 元, where it is money'),
    column('difference_yuan', 'yuan', '差额（元）', 'left less right in 元, where it is money'),
    column('pages', 'text', '页', 'pages of the figures'),
    column('tables', 'text', '表', 'tables it touches'),
    column('note', 'text', '说明', 'why it could not be evaluated, or what else to know'),
  ],
}

/** A figure of a check in 分; null where it is no money. */
const fenIn = (value: string | null, unit: string): bigint | null =>
  value === null ? null : (moneyOf(value, unit)?.fen ?? null)

/** The rows of the checks of a document. */
export const checkRows = ({ name, document }: NamedDocument): Row[] =>
  document.checks.map(({ left, right, tables, ...check }, number) => ({
    ...check,
    document: name,
    number,
    name: IDENTITY_NAMES.get(check.identity)?.zh ?? null,
    left: left.label,
    left_value: left.value,
    right: right.label,
    right_value: right.value,
    left_yuan: fenIn(left.value, check.unit),
    right_yuan: fenIn(right.value, check.unit),
    difference_yuan: fenIn(check.difference, check.unit),
    pages: [...new Set([...left.terms, ...right.terms].map(term => term.page))].join(' '),
    tables: tables.join(' '),
  }))

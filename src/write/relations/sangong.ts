import { type Box, isSameBox } from '../../geometry.ts'
import { column, DOCUMENT, pageColumn, SCOPE, SUBJECT, subjectRow } from './columns.ts'
import type { NamedDocument, Relation, Row } from './relation.ts'

/** Where a figure stands. */
interface Place {
  readonly page: number
  readonly box: Box
}

/** Parts of 三公 that have pages of their own: sentences tell each where it likes. */
export const PARTS = [
  ['abroad', '因公出国（境）费'],
  ['purchase', '公务用车购置费'],
  ['running', '公务用车运行费'],
  ['reception', '公务接待费'],
] as const

/** One row a fund and measure of 三公, and one of all funds with what the narrative says. */
export const SANGONG: Relation = {
  name: 'sangong',
  zh: '三公经费',
  en: 'travel abroad, vehicles and hospitality: one row a fund, and one of all funds, of the year of the document and of other years that it tells',
  key: ['document', 'fund', 'measure', 'fiscal_year'],
  columns: [
    DOCUMENT,
    ...SUBJECT,
    SCOPE,
    column(
      'document_year',
      'integer',
      '文件年度',
      'fiscal year of the document: a row of another year is told there in passing',
    ),
    column('fund', 'text', '预算类型', 'general 一般公共预算, government-fund 政府性基金, all'),
    column('measure', 'text', '预算数或决算数', 'budget or final, or unknown where the document does not say'),
    column('abroad', 'yuan', '因公出国（境）费（元）', 'official travel abroad, in 元'),
    column('purchase', 'yuan', '公务用车购置费（元）', 'vehicles bought, in 元'),
    column('running', 'yuan', '公务用车运行费（元）', 'running of vehicles, in 元'),
    column('vehicles', 'yuan', '公务用车购置及运行费（元）', 'vehicles in all, in 元'),
    column('reception', 'yuan', '公务接待费（元）', 'hospitality, in 元'),
    column('total', 'yuan', '合计（元）', 'total, in 元', 'value'),
    column('narrative', 'yuan', '情况说明所列合计（元）', 'total the narrative says, in 元'),
    column('difference', 'yuan', '差额（元）', 'narrative less table, in 元'),
    column('previous', 'yuan', '上年合计（元）', 'total of the year before as printed, in 元'),
    column('change', 'yuan', '所列增减（元）', 'difference to the year before as printed, in 元'),
    column(
      'change_computed',
      'yuan',
      '计算增减（元）',
      'total less the total of the year before, where both are printed, in 元',
    ),
    column('growth', 'text', '所列增长率（%）', 'growth in per cent as printed'),
    column('printed_unit', 'text', '表内单位', 'unit that the table prints; the amounts here are in 元'),
    column(
      'source',
      'text',
      '来源',
      'table, or narrative where no table prints the total: a part that a table leaves out may be that of the sentences, on its own page',
    ),
    column('page', 'integer', '页', 'page of the total, or of the first figure'),
    ...PARTS.map(([part, zh]) => pageColumn(part, zh)),
    column(
      'change_page',
      'integer',
      '增减页',
      'page where the difference to the year before is printed, and its growth: a table, or the narrative',
    ),
    column('narrative_page', 'integer', '说明页', 'page of the narrative'),
  ],
}

const isSamePlace = (a: Place, b: Place): boolean => a.page === b.page && isSameBox(a.box, b.box)

/** The 三公 rows of a document. */
export const sangongRows = ({ name, document }: NamedDocument): Row[] =>
  document.sangong.map(({ fund, measure, year, growth, difference: _, ...figures }) => {
    const { total, vehicles, reception, abroad, narrative, previous } = figures
    const some = total ?? vehicles ?? reception ?? abroad
    return {
      ...subjectRow(name, document),
      ...{ fund, measure, growth, fiscal_year: year ?? document.document.fiscalYear },
      document_year: document.document.fiscalYear,
      ...Object.fromEntries(Object.entries(figures).map(([part, figure]) => [part, figure && BigInt(figure.fen)])),
      difference: narrative && total ? BigInt(narrative.fen) - BigInt(total.fen) : null,
      change_computed: previous && total ? BigInt(total.fen) - BigInt(previous.fen) : null,
      printed_unit: some?.unit ?? null,
      source: some && (document.narrative.some(fact => isSamePlace(fact, some)) ? 'narrative' : 'table'),
      page: some?.page ?? null,
      ...Object.fromEntries(PARTS.map(([part]) => [`${part}_page`, figures[part]?.page ?? null])),
      change_page: figures.change?.page ?? null,
      narrative_page: narrative?.page ?? null,
    }
  })

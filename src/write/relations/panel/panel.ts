import { yearOfTitle } from '../../../budget/document/title-words.ts'
import type { CellJson, DocumentJson, TableJson } from '../../document/document.ts'
import { column, DOCUMENT, pageColumn, SCOPE, SUBJECT, subjectRow } from '../columns.ts'
import type { ArchiveDocument, NamedDocument, Relation, Row } from '../relation.ts'
import { PARTS } from '../sangong.ts'
import { countsOf } from './counts.ts'
import { isSameAmount, officeMoney } from './office-money.ts'
import { givesAny, onPage, withParts } from './parts.ts'
import { OF_BOTH_SIDES, PLACES, type Place } from './places.ts'
import { type Figure, spokenParts } from './sentences.ts'

const MEASURES = [
  ['income', '收入总计'],
  ['income_of_year', '本年收入合计'],
  ['expenditure', '支出总计'],
  ['expenditure_of_year', '本年支出合计'],
  ['basic', '基本支出'],
  ['project', '项目支出'],
  ['personnel', '人员经费'],
  ['public', '公用经费'],
] as const
const SANGONG = [['sangong', '“三公”合计'], ...PARTS] as const

/** What an office spends on running itself, and what it buys: of one money by what they are. */
const OFFICE_MONEY = [
  ['operations', '机关运行经费', 'running costs of the office'],
  ['procurement', '政府采购', 'government procurement in all'],
] as const

/** What is counted of an office as a whole. */
const COUNTS = [
  ['vehicles', '公务用车辆数', 'vehicles held'],
  ['posts', '编制人数', 'posts (编制)'],
  ['staff', '实有人数', 'people in service'],
] as const

/** One row a department, year, kind and scope: the figures people compare, each with its page and the money it counts. */
export const PANEL: Relation = {
  name: 'panel',
  zh: '部门面板',
  en: 'one row a department, year, kind and scope: the figures people compare',
  key: ['document'],
  columns: [
    DOCUMENT,
    ...SUBJECT,
    SCOPE,
    column('current', 'boolean', '是否最新', 'whether no later publication replaces it'),
    ...MEASURES.flatMap(([name, zh]) => [
      column(name, 'yuan', `${zh}（元）`, `${name}, in 元`),
      pageColumn(name, zh),
      column(
        `${name}_basis`,
        'text',
        `${zh}口径`,
        `money that ${name} counts: all, fiscal (财政拨款) or general (一般公共预算); missing, ambiguous`,
      ),
    ]),
    ...SANGONG.flatMap(([name, zh]) => [
      column(name, 'yuan', `${zh}（元）`, `${name}, all funds, in 元`),
      pageColumn(name, zh),
    ]),
    ...OFFICE_MONEY.flatMap(([name, zh, en]) => [
      column(
        name,
        'yuan',
        `${zh}（元）`,
        `${en}, in 元: planned of a budget, spent of final accounts; 0 where the text says none`,
      ),
      pageColumn(name, zh, `the ${en}`),
    ]),
    ...COUNTS.flatMap(([name, zh, en]) => [
      column(name, 'integer', zh, `${en}, as the narrative says`),
      pageColumn(name, zh, `the ${en}`),
    ]),
    column(
      'elsewhere',
      'text',
      '见同批文件',
      'figures that stand in another part of the publication, with the document of their page',
    ),
  ],
}

/** Figures that are taken from one part of a publication together: each by itself, but those of 三公. */
const TOGETHER: readonly (readonly string[])[] = [
  ...MEASURES.map(([name]) => [name]),
  SANGONG.map(([name]) => name),
  ...OFFICE_MONEY.map(([name]) => [name]),
  ...COUNTS.map(([name]) => [name]),
]

/** The lines of a total: those printed as one, 合计 or 总计, the only line of a table, else the one unit at its head that every other line is part of. */
function totalLines({ lines }: TableJson): TableJson['lines'] {
  if (lines.length === 1) return lines
  const printed = lines.filter(({ role, key }) => role === 'total' && (key === 'total' || key === 'grand'))
  if (lines.some(({ role }) => role === 'total' || role === 'blank-total')) return printed
  const roots = lines.filter(({ depth }) => depth === null || depth === 0)
  return roots.length === 1 && roots[0] === lines[0] && roots[0]?.role === 'unit' ? roots : []
}

/** Of columns that have one key those under the fewest headings: the others are subtotals of a group. */
function outermost(columns: TableJson['columns']): TableJson['columns'] {
  const depth = Math.min(...columns.map(({ path }) => path.length))
  return columns.filter(({ path }) => path.length === depth)
}

/** The cells of a table that stand at a place: its line in the list of the side, and its column. */
function cellsAt(table: TableJson, { kind, line, columns }: Place, measure: string): CellJson[] {
  const keys = new Map(table.columns.map(({ index, key }) => [index, key]))
  const sides = OF_BOTH_SIDES.includes(kind)
  const isOfSide = (words: string): boolean =>
    !sides || words.includes('收') === words.includes('支') || words.includes(measure.startsWith('income') ? '收' : '支')
  const named = table.lines.filter(
    ({ role, key, label }) => key === line && (line !== 'grand' || role === 'total') && isOfSide(label),
  )
  const lines = line === 'total' ? totalLines(table) : named
  for (const key of columns) {
    const own = outermost(table.columns.filter(({ index, path }) => keys.get(index) === key && isOfSide(path.join(''))))
    const found = lines.flatMap(one =>
      own
        .filter(({ list }) => list === one.list)
        .flatMap(({ index }) => table.cells.filter(({ row, column: at }) => row === one.row && at === index)),
    )
    const printed = found.filter(({ amount }) => amount !== null)
    if (printed.length > 0) return printed
  }
  return []
}

/** The figures of a measure, place after place that prints it; where a place prints several amounts none is chosen. */
function figuresOf({ tables, document: { fiscalYear } }: DocumentJson, measure: string): Figure[] {
  const ofYear = tables.filter(({ title }) => (yearOfTitle(title) ?? fiscalYear) === fiscalYear)
  return (PLACES[measure] ?? []).flatMap((one): Figure[] => {
    const cells = ofYear.filter(({ kind }) => kind === one.kind).flatMap(table => cellsAt(table, one, measure))
    const [first] = cells
    if (!first?.amount) return []
    const { page, amount } = first
    const agree = cells.every(cell => cell.amount?.fen === amount.fen)
    return [agree ? { fen: BigInt(amount.fen), page, basis: one.basis } : AMBIGUOUS]
  })
}

const AMBIGUOUS: Figure = { fen: null, page: null, basis: 'ambiguous' }
const MISSING: Figure = { fen: null, page: null, basis: 'missing' }

/** The figure of a measure from the first place that prints it clearly, else what sentences tell of it. */
function figureOf(document: DocumentJson, measure: string, spoken: Readonly<Record<string, Figure>>): Figure {
  const printed = figuresOf(document, measure)
  return printed.find(figure => figure.fen !== null) ?? printed[0] ?? spoken[measure] ?? MISSING
}

/** The figure of each measure, parts of basic expenditure also from sentences that a table bears out. */
function measuresOf(document: DocumentJson): Row {
  const spoken = spokenParts(document, figuresOf(document, 'basic')) ?? {}
  const rows = MEASURES.map(([measure]): Row => {
    const figure = figureOf(document, measure, spoken)
    return { ...onPage(measure, figure.fen, figure.page), [`${measure}_basis`]: figure.basis }
  })
  return Object.assign({}, ...rows)
}

/** Running costs and procurement, each of the one money that it is always of; none where a table and the text tell two amounts. */
function officeMoneyOf(document: DocumentJson): Row {
  const spoken = officeMoney(document)
  const rows = OFFICE_MONEY.map(([name]): Row => {
    const [figure, told] = [figureOf(document, name, spoken), spoken[name]]
    const { fen, page } = figure.fen === null || told === undefined || isSameAmount(figure.fen, told) ? figure : AMBIGUOUS
    return onPage(name, fen, page)
  })
  return Object.assign({}, ...rows)
}

function sangongOf({ sangong, document: { kind } }: DocumentJson): Row {
  const wanted = kind === 'final-accounts' ? 'final' : 'budget'
  const row = sangong.find(({ fund, measure, year }) => fund === 'all' && measure === wanted && year === undefined)
  const rows = SANGONG.map(([name]): Row => {
    const figure = row?.[name === 'sangong' ? 'total' : name] ?? null
    return onPage(name, figure && BigInt(figure.fen), figure?.page)
  })
  return Object.assign({}, ...rows)
}

/** A document of the panel; the parts of its publication where it leads them. */
type Paneled = NamedDocument & Pick<ArchiveDocument, 'current'> & Partial<Pick<ArchiveDocument, 'partOf' | 'parts'>>

/** The row of a document, with what only other parts of its publication print. */
export function panelRow({ name, current, document, parts = [] }: Paneled): Row {
  const own = (one: DocumentJson): Row => ({ ...measuresOf(one), ...sangongOf(one), ...officeMoneyOf(one), ...countsOf(one) })
  const others = parts.map(part => ({ name: part.name, row: own(part.document) }))
  return { ...subjectRow(name, document), current, ...withParts(own(document), others, TOGETHER) }
}

/** Whether tables are those of something else than a budget or final accounts: no title says so, and none is a standard table. */
export const isNoBudget = ({ document: { kind }, tables }: DocumentJson): boolean =>
  (kind === null || kind === 'other') && tables.every(table => table.kind === null)

/** The row of a document as a panel has it: a part of another one's publication has none, nor have tables of something else, nor a text that gives no figure. */
export function panelRows(document: Paneled): Row[] {
  if ((document.partOf ?? null) !== null || isNoBudget(document.document)) return []
  const row = panelRow(document)
  return document.document.tables.length > 0 || givesAny(row, TOGETHER) ? [row] : []
}

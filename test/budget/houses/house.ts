import type { BudgetTable, Dataset, Indicator, Metadata } from '../../../src/budget/dataset.ts'
import { moneyOf } from '../../../src/budget/money/amount.ts'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { sangongOf } from '../../../src/check/sangong/sangong.ts'
import type { PageText } from '../../../src/table/table.ts'
import { text as glyphsOf } from '../../grid/page.ts'
import { tableOf } from '../table.ts'

/** What a table of a house shows, and what it must be understood as; what is left out is not asked. */
interface HouseTable {
  /** Its number, without 表, and its title. */
  readonly head: readonly [number: string, title: string]
  readonly unit?: string
  readonly department?: string
  /** Header rows at the top. */
  readonly header: number
  /** Cells parted by `|`, rows by line ends, as `tableOf` has them. */
  readonly rows: string
  readonly kind: string | null
  /** Keys of the columns, `-` for none. */
  readonly keys?: string
  /** One word a row that is no blank: depth and code, `0:201`; `t` for a total, `u` for a unit, `p` after the depth for a project, `i` for a row without code. */
  readonly tree?: string
  /** `row,column=1.00万元`, `=none` where no money is read. */
  readonly money?: string
  /** Its performance goals, one a line: `project/first/second/third level/operator/value/unit`, `null` for none. */
  readonly goals?: string
}

/** A small document in the style of a publisher, and what it must be understood as. */
export interface House {
  readonly name: string
  /** Its text, line by line; a line of `---` begins a page, text behind two spaces is a paragraph, other lines stand by themselves. */
  readonly text: string
  readonly tables: readonly HouseTable[]
  readonly is: Partial<Pick<Metadata, 'department' | 'fiscalYear' | 'kind' | 'scope'>>
  /** 三公 of all funds: `budget total 3.00 previous 4.00 change -1.00 growth -25.00 narrative 3.00`, each where it is asked. */
  readonly sangong?: string
  /** Codes of findings about its meaning, none where it is left out. */
  readonly findings?: readonly string[]
}

const SIZE = 12
const LINE = 38
const EMPTY = { width: 600, height: 800, gutter: null, inCells: [], stray: [] }

/** Lines of a paragraph wrapped as a page wraps them. */
function wrapped(line: string): { readonly text: string; readonly left: number }[] {
  const text = line.trim()
  if (text.length < LINE && !line.startsWith('  ')) return [{ text, left: 150 }]
  const first = text.slice(0, LINE - 2)
  const rest = text.slice(LINE - 2).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return [{ text: first, left: 60 + 2 * SIZE }, ...rest.map(part => ({ text: part, left: 60 }))]
}

/** The text of a document as its pages hold it. */
function pagesOf(text: string): PageText[] {
  return text.split(/^---$/m).map((part, at) => ({
    ...EMPTY,
    page: at + 1,
    lines: part
      .split('\n')
      .filter(line => line.trim() !== '')
      .flatMap(wrapped)
      .map(({ text: line, left }, row) =>
        [...line].flatMap((character, index) => glyphsOf(left + index * SIZE, row * 20 + SIZE, character, SIZE)),
      ),
  }))
}

const rowsOf = (rows: string): string[][] =>
  rows
    .trim()
    .split('\n')
    .map(row => row.split('|').map(text => text.trim()))

/** A house as the program reads it. */
export function readHouse({ tables, text }: House): Dataset {
  const printed = tables.map(({ head: [number, title], unit = null, department = null, header, rows }, at) =>
    tableOf(rowsOf(rows), header, { id: `t${at + 1}`, number, title, unit, department }),
  )
  return readBudget(printed, pagesOf(text))
}

const SHORT: Readonly<Record<string, string>> = { total: 't', 'blank-total': 't', unit: 'u', project: 'p' }

/** The tree of a table in the notation of `HouseTable`. */
const treeShown = ({ lines }: BudgetTable): string =>
  lines
    .filter(({ role }) => role !== 'blank' && role !== 'text')
    .map(({ role, code, depth }) => {
      const short = SHORT[role]
      return short === 't' ? 't' : `${depth ?? '?'}:${short ?? code ?? 'i'}`
    })
    .join(' ')

/** What is wrong with one figure that is asked as `HouseTable` has it; nothing where it is read so. */
function faultsOfMoney(ask: string, { lines, formAmounts }: BudgetTable): string[] {
  const [, row, column, value = '', unit = ''] = /^(\d+),(\d+)=(-?[\d.]+|none)(.*)$/.exec(ask) ?? []
  const want = moneyOf(value, unit)
  if (want === null && value !== 'none') return [`${ask} asks for no money`]
  const amounts = [...lines.flatMap(line => [...line.amounts.values()]), ...formAmounts.map(({ amount }) => amount)]
  const [got] = amounts.flatMap(one => (one.row === Number(row) && one.column === Number(column) ? (one.money ?? []) : []))
  return got?.fen === want?.fen ? [] : [`${ask} is read as ${got ? `${got.value}${got.unit}` : 'nothing'}`]
}

/** The goals of a table in the notation of `HouseTable`. */
const goalsShown = (goals: readonly Indicator[]): string =>
  goals
    .map(({ term, project, level1, level2, level3, operator, value, unit }) =>
      [
        ...(term === null ? [] : [term]),
        ...[project, level1, level2, level3, operator, value, unit].map(part => part ?? 'null'),
      ].join('/'),
    )
    .join('\n')

/** What is wrong with one table as it was read, and with its goals, a sentence each. */
function faultsOfTable(wanted: HouseTable, found: BudgetTable, indicators: readonly Indicator[]): string[] {
  const keys = found.columns.map(({ key }) => key ?? '-').join(' ')
  const goals = goalsShown(indicators.filter(({ table }) => table === found.table.id))
  return [
    ...(found.kind === wanted.kind ? [] : [`kind ${found.kind} (${found.kindDecision.margin.toFixed(2)})`]),
    ...(wanted.keys === undefined || wanted.keys === keys ? [] : [`keys ${keys}`]),
    ...(wanted.tree === undefined || wanted.tree === treeShown(found) ? [] : [`tree ${treeShown(found)}`]),
    ...(wanted.goals === undefined || wanted.goals === goals ? [] : [`goals\n${goals}`]),
    ...(wanted.money?.split(' ').flatMap(ask => faultsOfMoney(ask, found)) ?? []),
  ].map(fault => `${wanted.head[1]}: ${fault}`)
}

/** 三公 of all funds in the words of `House`. */
function sangongShown(dataset: Dataset, asked: string): string {
  const [measure, ...words] = asked.split(' ')
  const rows = sangongOf(dataset)
  const row = rows.find(one => one.fund === 'all' && one.measure === measure) ?? rows.find(one => one.measure === measure)
  const names = words.filter((_, at) => at % 2 === 0)
  const value = (name: string): string => {
    if (row === undefined) return 'none'
    if (name === 'growth') return row.growth ?? 'none'
    const figure =
      name === 'previous' || name === 'change' || name === 'narrative' ? row[name] : row.parts[name as keyof typeof row.parts]
    return figure?.money.value ?? 'none'
  }
  return [measure, ...names.flatMap(name => [name, value(name)])].join(' ')
}

/** Everything that is not understood as it should be; none where a house is read right. */
export function faultsOf(house: House): string[] {
  const dataset = readHouse(house)
  const told = dataset.findings.map(({ code }) => code).sort()
  const wanted = [...(house.findings ?? [])].sort()
  const metadata = (['department', 'fiscalYear', 'kind', 'scope'] as const).flatMap(name =>
    house.is[name] === undefined || house.is[name] === dataset.metadata[name] ? [] : [`${name} ${dataset.metadata[name]}`],
  )
  const sangong = house.sangong === undefined ? '' : sangongShown(dataset, house.sangong)
  return [
    ...metadata,
    ...house.tables.flatMap((table, at) => faultsOfTable(table, dataset.tables[at] as BudgetTable, dataset.indicators)),
    ...(sangong === (house.sangong ?? '') ? [] : [`sangong ${sangong}`]),
    ...(told.join() === wanted.join()
      ? []
      : [`findings ${dataset.findings.map(({ code, message }) => `${code} ${message.zh}`).join('; ') || 'none'}`]),
  ]
}

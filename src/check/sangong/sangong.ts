import type { Dataset } from '../../budget/dataset.ts'
import type { PrintedSangong, Sangong, SangongChange, SangongFigure } from '../../budget/sangong/sangong.ts'
import { sangongFact, sangongTerm } from '../relations/said/said-sangong.ts'
import { sangongBeside } from './beside.ts'
import {
  changeOfProse,
  changeOfTable,
  figureOfCell,
  figureOfFact,
  moneyLike,
  NO_CHANGE,
  type Parts,
  partsFrom,
} from './change.ts'
import { hasNoFigure, nilPrinted } from './nil.ts'
import { rowTold, sangongSaid, toldOf } from './said.ts'

/** Where 三公 is printed, by measure: the tables of each fund, and the facet of their columns. */
const SANGONG_TABLES = [
  {
    measure: 'budget',
    facet: '',
    kinds: [
      { kind: 'bud.sangong', fund: 'general' },
      { kind: 'bud.fund_sangong', fund: 'government-fund' },
    ],
  },
  { measure: 'budget', facet: 'budget', kinds: [{ kind: 'fin.07', fund: 'general' }] },
  { measure: 'final', facet: 'final', kinds: [{ kind: 'fin.07', fund: 'general' }] },
] as const

/** Two figures added up, in the unit of the first. */
function added(a: SangongFigure | undefined, b: SangongFigure | undefined): SangongFigure | undefined {
  return a && b ? { ...a, money: moneyLike(a.money.fen + b.money.fen, a.money) } : (a ?? b)
}

function partsOf(dataset: Dataset, kind: string, facet: '' | 'budget' | 'final'): Parts | null {
  const parts = partsFrom(part => {
    const term = sangongTerm(dataset, kind, part, facet)
    return term && term.step > 0n ? { money: moneyLike(term.fen, term), page: term.page, box: term.box } : null
  })
  return Object.keys(parts).length === 0 ? null : parts
}

/** The 三公 tables of a kind as printed, each fund and year by itself. */
const printedOf = (dataset: Dataset, kind: string, measure: Sangong['measure']): PrintedSangong[] =>
  dataset.tables
    .filter(table => table.kind === kind)
    .map(table => table.sangong.filter(row => row.measure === measure))
    .find(rows => rows.some(({ parts }) => parts.total)) ?? []

/** What the tables of a kind print where their total is in no usual place: years or funds in rows, items downwards. */
function printedRows(
  rows: readonly PrintedSangong[],
  measure: Sangong['measure'],
  usual: 'general' | 'government-fund',
): Sangong[] {
  return rows.map(printed => ({
    fund: printed.fund === null || printed.fund === 'fiscal' ? usual : printed.fund,
    measure,
    narrative: null,
    ...changeOfTable(printed),
    parts: partsFrom(part => figureOfCell(printed.parts[part])),
  }))
}

/** Parts with those that stand in no usual place beside the same total, as under 当年预算 where nothing is left of earlier years. */
function filled(parts: Parts, printed: PrintedSangong): Parts {
  const isSame = printed.parts.total?.money?.fen === parts.total?.money.fen
  return isSame ? partsFrom(part => parts[part] ?? figureOfCell(printed.parts[part])) : parts
}

/** The figures of all rows added up; null where one of them prints none. */
function addedUp(rows: readonly Sangong[], of: (row: Sangong) => SangongFigure | null): SangongFigure | null {
  const figures = rows.flatMap(row => of(row) ?? [])
  return figures.length === rows.length ? figures.reduce((sum, figure) => added(sum, figure) ?? sum) : null
}

/** What a table prints of all funds together beside that of each. */
const wholeOf = (printed: readonly PrintedSangong[]): PrintedSangong | undefined =>
  printed.length > 1 ? printed.find(({ fund }) => fund === null) : undefined

/** How the total of all funds compares with the year before: as a column of them all prints it, one fund by itself, or each fund where each prints it. */
function changeOfFunds(rows: readonly Sangong[], whole: PrintedSangong | undefined): SangongChange {
  if (whole !== undefined) return changeOfTable(whole)
  const [first, ...more] = rows
  if (first === undefined) return NO_CHANGE
  if (more.length === 0) return first
  return { previous: addedUp(rows, ({ previous }) => previous), change: addedUp(rows, ({ change }) => change), growth: null }
}

const KINDS = new Set<string | null>(SANGONG_TABLES.flatMap(table => table.kinds.map(({ kind }) => kind)))

/** The tables of 三公. */
const tablesOf = ({ tables }: Dataset): Dataset['tables'] => tables.filter(({ kind }) => KINDS.has(kind))

/** Whether nothing is printed below the heads of a table: what its sentences say is then all there is to read. */
const isBlank = ({ table: { cells, headerRows } }: Dataset['tables'][number]): boolean =>
  cells.every(({ row, text }) => row < headerRows || text === '')

const isNil = ({ parts }: Sangong): boolean => Object.values(parts).every(({ money }) => money.fen === 0n)

/** 三公 of a document: that of its own year and kind, the same of the year before as its tables print it, and what its sentences tell beside. */
export function sangongOf(dataset: Dataset): Sangong[] {
  const rows = sangongOfYear(dataset)
  // A table whose figures were not understood may tell others.
  if (rows.length === 0 && !tablesOf(dataset).every(isBlank)) return []
  const known = [...rows, ...earlierOf(dataset)]
  return [...known, ...sangongBeside(dataset, known)]
}

/** The year before as the tables of 三公 print it beside that of the document, where they tell more of it than the total. */
function earlierOf({ metadata, ...dataset }: Dataset): Sangong[] {
  const year = (metadata.fiscalYear ?? 0) - 1
  if (year < 0) return []
  return SANGONG_TABLES.flatMap(({ kinds, measure }) => {
    const printed = kinds.flatMap(({ kind }) => {
      const rows = printedOf({ ...dataset, metadata }, kind, measure)
      const whole = wholeOf(rows)
      return whole ? [whole] : rows
    })
    const each = printed.map(({ previous }) => partsFrom(part => figureOfCell(previous[part])))
    const [first, ...more] = each
    if (first === undefined || each.some(({ total }) => total === undefined)) return []
    const parts = more.reduce<Parts>((sum, one) => partsFrom(part => added(sum[part], one[part])), first)
    const isTold = Object.keys(parts).length > 1
    return isTold
      ? [{ ...NO_CHANGE, fund: 'all', measure: printed[0]?.previousMeasure ?? measure, year, narrative: null, parts }]
      : []
  })
}

/**
 * One row a fund and measure, and one of all funds with the narrative's total; without a figure in a table of it what its sentences tell, and beside
 * labels or dashes only that it is nothing: a figure would belong there; dashes in its place say so themselves.
 */
function sangongOfYear(dataset: Dataset): Sangong[] {
  const rows = sangongOfTables(dataset)
  if (rows.length > 0) return rows
  const own = tablesOf(dataset)
  if (own.every(isBlank)) return sangongSaid(dataset)
  if (!own.every(hasNoFigure)) return []
  const said = sangongSaid(dataset)
  if (!said.every(isNil)) return []
  const printed = SANGONG_TABLES.flatMap(({ measure, facet, kinds }) => {
    const isSaid = said.some(row => row.measure === measure)
    return isSaid ? [] : (nilPrinted(dataset, measure, { facet, kinds: kinds.map(({ kind }) => kind) }) ?? [])
  })
  return [...printed, ...said]
}

/** Rows, the last of all funds, with what the narrative says beside the total that it is; beside that of all funds where it is none. */
function withNarrative(rows: readonly Sangong[], narrative: SangongFigure | null): Sangong[] {
  const isSaid = ({ parts }: Sangong): boolean => parts.total?.money.fen === narrative?.money.fen
  const of = [rows.at(-1), ...rows].find(row => row !== undefined && isSaid(row)) ?? rows.at(-1)
  return rows.map(row => (row === of ? { ...row, narrative } : row))
}

/** Parts of a table with those that it leaves out and the sentences tell that tell the same total. */
function withTold(dataset: Dataset, measure: Sangong['measure'], parts: Parts): Parts {
  const told = toldOf(dataset, measure)
  if (told === null || told.total.fen !== parts.total?.money.fen) return parts
  const said = rowTold(measure, told).parts
  return partsFrom(part => parts[part] ?? said[part])
}

function sangongOfTables(dataset: Dataset): Sangong[] {
  return SANGONG_TABLES.flatMap(({ kinds, measure, facet }) => {
    const rows = kinds.flatMap(({ kind, fund }): Sangong[] => {
      const parts = partsOf(dataset, kind, facet)
      const printed = printedOf(dataset, kind, measure)
      const byFund = printed.length > 1 ? printed.filter(one => one.fund !== null) : printed
      const isApart = byFund.length > 1 || wholeOf(printed) !== undefined || !parts?.total
      if (isApart && byFund.length > 0) return printedRows(byFund, measure, fund)
      const [alone, ...others] = printed
      if (parts === null) return []
      const isAlone = alone !== undefined && others.length === 0
      const [all, change] = isAlone ? [filled(parts, alone), changeOfTable(alone)] : [parts, NO_CHANGE]
      return [{ fund, measure, parts: all, narrative: null, ...change }]
    })
    const [first, ...more] = rows
    if (!first) return []
    const whole = kinds.flatMap(({ kind }) => wholeOf(printedOf(dataset, kind, measure)) ?? [])[0]
    const parts = whole
      ? partsFrom(part => figureOfCell(whole.parts[part]))
      : more.reduce<Parts>((sum, row) => partsFrom(part => added(sum[part], row.parts[part])), first.parts)
    const fact = sangongFact(dataset, measure)
    const said = fact === null ? NO_CHANGE : changeOfProse(dataset, fact, measure)
    const printed = changeOfFunds(rows, whole)
    const change = {
      previous: printed.previous ?? said.previous,
      change: printed.change ?? said.change,
      growth: printed.growth ?? said.growth,
    }
    const narrative = fact && figureOfFact({ ...fact, direction: null })
    const all = withTold(dataset, measure, parts)
    return withNarrative([...rows, { fund: 'all', measure, parts: all, narrative: null, ...change }], narrative)
  })
}

import type { Cell } from '../../table/table.ts'
import {
  CARRIED_WORD,
  CHANGE_WORD,
  FUND_WORDS,
  GROWTH_WORD,
  LESS_WORD,
  type MoneyWord,
  NEW_WORD,
  PREVIOUS_WORD,
  SANGONG_TOTAL,
  SANGONG_WORDS,
  SUM_WORD,
} from '../columns/money-words.ts'
import type { BudgetTable } from '../dataset.ts'
import { isFigure, labelOf, plain } from '../label.ts'
import { type AmountCell, decimalOf, magnitude } from '../money/amount.ts'
import { lookupOf } from '../rows/rows.ts'
import { type PrintedPart, type PrintedSangong, SANGONG_PARTS } from './sangong.ts'

/** Which figure of a part it is: that of a year, what is left of earlier years, that of the year before, the difference, or the growth. */
type Facet = 'year' | 'carried' | 'previous' | 'change' | 'growth'

/** What the words of a row and a column say about the figure where they meet. */
interface Tagged {
  readonly cell: Cell
  /** Null for the per cents of growth. */
  readonly amount: AmountCell | null
  /** A part of 三公, its total by its own name, or a sum of everything in the table. */
  readonly part: PrintedPart | 'sum' | 'operations'
  readonly facet: Facet
  /** Said to be money of this year alone. */
  readonly isNew: boolean
  readonly year: number | null
  readonly measure: 'budget' | 'final' | null
  /** Said to be what a budget came to: 上年执行数. */
  readonly isCarriedOut: boolean
  readonly fund: 'general' | 'government-fund' | 'state-capital' | 'fiscal' | 'other' | null
}

/** A head that says that what stands below was planned; 公共预算 and the like name a fund. */
const BUDGET_WORD = /(?<!公共|基金|经营)预算/

/** A head that says what a budget came to. */
const CARRIED_OUT = /执行|完成|支出数/

const lastOf = <Key extends string>(words: readonly string[], list: readonly MoneyWord<Key>[]): Key | null =>
  words.flatMap(word => list.find(([, pattern]) => pattern.test(word))?.[0] ?? []).at(-1) ?? null

const some = (words: readonly string[], pattern: RegExp): boolean => words.some(word => pattern.test(word))

function facetOf(words: readonly string[]): Facet {
  if (some(words, GROWTH_WORD)) return 'growth'
  if (some(words, CHANGE_WORD)) return 'change'
  if (some(words, CARRIED_WORD)) return 'carried'
  return some(words, PREVIOUS_WORD) ? 'previous' : 'year'
}

/** What words say about a figure, each null where they do not. */
function saidBy(words: readonly string[]) {
  const years = words.flatMap(word => /(20\d\d)年/.exec(word)?.[1] ?? []).map(Number)
  const measures = words.flatMap(word =>
    /决算/.test(word) ? ['final' as const] : BUDGET_WORD.test(word) ? ['budget' as const] : [],
  )
  return {
    part: lastOf(words, SANGONG_WORDS) ?? (some(words, SANGONG_TOTAL) ? ('total' as const) : null),
    ...{ year: years.at(-1) ?? null, measure: measures.at(-1) ?? null, fund: lastOf(words, FUND_WORDS) },
  }
}

function tagged(words: readonly string[], cell: Cell, amount: AmountCell | null): Tagged | null {
  if (some(words, LESS_WORD)) return null
  const facet = facetOf(words)
  if ((facet === 'growth') !== (amount === null)) return null
  const said = saidBy(words)
  const part = said.part ?? (some(words, SUM_WORD) ? 'sum' : null)
  const [isNew, isCarriedOut] = [some(words, NEW_WORD), some(words, CARRIED_OUT)]
  return part === null ? null : { ...said, cell, amount, part, facet, isNew, isCarriedOut }
}

/** Whether the words of a row say anything of its figures but whose they are. */
const isTelling = (words: readonly string[]): boolean =>
  facetOf(words) !== 'year' || Object.values(saidBy(words)).some(said => said !== null)

/** Figures of a table by the words of their column and of their row, labels of merged cells included; of rows of units beside their total only those of the total. */
function taggedOf({ table, columns, lines }: Pick<BudgetTable, 'table' | 'columns' | 'lines'>): Tagged[] {
  const lookup = lookupOf(table)
  const paths = columns.map(({ path }) => path.map(text => labelOf(text).name))
  const isGrowth = paths.map(path => some(path, GROWTH_WORD))
  const rows = lines.map(line => {
    const own = columns.filter(({ list }) => list === line.list)
    const row = own
      .filter(({ role, index }) => role !== 'amount' && !isGrowth[index])
      .flatMap(({ index }) => lookup(line.row, index)?.text ?? [])
      .filter(text => !isFigure(text))
      .map(text => labelOf(plain(text)).name)
    return { line, own, row }
  })
  const hasTotal = lines.some(({ role }) => role === 'total')
  const told = rows.filter(({ line, row }) => !hasTotal || line.role === 'total' || isTelling(row))
  return told.flatMap(({ line, own, row }) =>
    own.flatMap(({ index }) => {
      const amount = line.amounts.get(index) ?? null
      const cell = amount?.cell ?? (isGrowth[index] || some(row, GROWTH_WORD) ? lookup(line.row, index) : undefined)
      if (cell === undefined || amount?.money === null) return []
      const words = [...(paths[index] ?? []), ...row]
      return tagged(words, cell, some(words, GROWTH_WORD) ? null : amount) ?? []
    }),
  )
}

const isSum = (whole: AmountCell, parts: readonly (AmountCell | undefined)[]): boolean => {
  const terms = parts.flatMap(part => part?.money ?? [])
  const sum = terms.reduce((fen, money) => fen + money.fen, 0n)
  const off = (whole.money?.fen ?? 0n) - sum
  return terms.length > 0 && 2n * magnitude(off) <= (whole.money?.step ?? 1n) * BigInt(terms.length + 1)
}

const PRINTED_PARTS: readonly PrintedPart[] = [...SANGONG_PARTS, 'meeting', 'training']

/** Parts by name among figures of one fund and year; the total is the figure that is called so, or the sum that the three parts make up. */
function partsOf(figures: readonly Tagged[], fund: Tagged['fund']): PrintedSangong['parts'] {
  const amounts = figures.flatMap(({ amount, ...rest }) => (amount === null ? [] : [{ ...rest, amount }]))
  const first = (part: Tagged['part']): AmountCell | undefined =>
    (amounts.find(figure => figure.part === part && figure.fund === fund) ?? amounts.find(figure => figure.part === part))
      ?.amount
  const three = [first('abroad'), first('vehicles'), first('reception')]
  const sums = amounts.filter(({ part }) => part === 'total' || part === 'sum').map(({ amount }) => amount)
  const isAlone = first('meeting') === undefined && first('training') === undefined && first('operations') === undefined
  const total = sums.find(sum => isSum(sum, three)) ?? first('total') ?? (isAlone ? first('sum') : undefined)
  return Object.fromEntries(
    PRINTED_PARTS.flatMap(part => {
      const amount = part === 'total' ? total : first(part)
      return amount ? [[part, amount]] : []
    }),
  )
}

/** Printed per cents by part: `12.5%` → "12.5". */
function growthOf(figures: readonly Tagged[]): PrintedSangong['growth'] {
  const hasTotal = figures.some(({ part }) => part === 'total')
  return Object.fromEntries(
    figures.flatMap(({ part, cell }) => {
      const percent = decimalOf(plain(cell.text).replace(/%$/, ''))
      const name = part === 'sum' && !hasTotal ? 'total' : part
      return percent === null || !(PRINTED_PARTS as readonly string[]).includes(name) ? [] : [[name, percent]]
    }),
  )
}

/** Figures of 三公 in all: where money is left of earlier years, those of this year's alone are only a part of them. */
const wholeOf = (figures: readonly Tagged[]): readonly Tagged[] =>
  figures.some(({ facet, amount }) => facet === 'carried' && (amount?.money?.fen ?? 0n) !== 0n)
    ? figures.filter(({ isNew }) => !isNew)
    : figures

/** Whether a part has a figure of a fund and one of none: 小计 beside 一般公共预算. */
const isTwice = (figures: readonly Tagged[]): boolean =>
  figures.some(({ part, fund }) => fund === null && figures.some(other => other.part === part && other.fund !== null))

/** Figures with 财政拨款 told apart only beside a total of all money, and where no fund is named: else it is all there is. */
function byFund(figures: readonly Tagged[]): readonly Tagged[] {
  const isOfFund = figures.some(({ fund }) => fund === 'general' || fund === 'government-fund')
  if (isTwice(figures) && !isOfFund) return figures
  return figures.map(figure => (figure.fund === 'fiscal' ? { ...figure, fund: null } : figure))
}

/**
 * 三公 of the latest year by fund, and of all funds of the table where several are named, however the table is turned: items over funds, years or 预算数 and 决算数 in columns or in
 * rows, with the year before, the difference and the growth where they are printed beside; `usual` is what figures are whose heads say nothing of it.
 */
export function printedSangong(
  table: Pick<BudgetTable, 'table' | 'columns' | 'lines'>,
  measure: 'budget' | 'final',
  usual: 'budget' | 'final' = measure,
): PrintedSangong[] {
  const all = byFund(wholeOf(taggedOf(table).filter(figure => (figure.measure ?? usual) === measure)))
  const latest = Math.max(0, ...all.flatMap(({ year, facet }) => (facet === 'year' && year !== null ? [year] : [])))
  const isOf = ({ facet, year }: Tagged, wanted: Facet): boolean =>
    wanted === 'previous'
      ? facet === 'previous' || (facet === 'year' && year === latest - 1)
      : facet === wanted && (wanted !== 'year' || year === null || year === latest)
  const current = all.filter(figure => isOf(figure, 'year'))
  const funds = [...new Set(current.map(({ fund }) => fund))].filter(fund => fund !== 'state-capital' && fund !== 'other')
  const named = funds.filter(fund => fund !== null)
  const isOfOne = named.length === 1 && !isTwice(current)
  return (isOfOne ? named : funds).flatMap(fund => {
    // Where several funds have figures of their own, or one beside all, those of no fund are of all together.
    const mine = all.filter(figure => figure.fund === fund || (figure.fund === null && isOfOne))
    const facet = (wanted: Facet): Tagged[] => mine.filter(figure => isOf(figure, wanted))
    const parts = partsOf(facet('year'), fund)
    if (Object.keys(parts).length === 0) return []
    const earlier = facet('previous')
    const [previous, change] = [partsOf(earlier, fund), partsOf(facet('change'), fund)]
    const previousMeasure = earlier.some(({ isCarriedOut }) => isCarriedOut) ? ('final' as const) : measure
    return [{ fund, measure, parts, previous, previousMeasure, change, growth: growthOf(facet('growth')) }]
  })
}

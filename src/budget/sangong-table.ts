import type { AmountCell, BudgetTable } from './dataset.ts'
import { labelOf, plain } from './label.ts'
import {
  CHANGE_WORD,
  FUND_WORDS,
  type MoneyWord,
  PREVIOUS_WORD,
  SANGONG_TOTAL,
  SANGONG_WORDS,
  SUM_WORD,
} from './money-words.ts'
import { lookupOf } from './rows.ts'
import { type PrintedSangong, SANGONG_PARTS, type SangongPart } from './sangong.ts'

/** What the words of a row and a column say about the figure where they meet. */
interface Tagged {
  readonly amount: AmountCell
  /** A part of 三公, its total by its own name, or a sum of everything in the table. */
  readonly part: SangongPart | 'sum' | 'meeting' | 'training' | 'operations'
  readonly year: number | 'previous' | null
  readonly measure: 'budget' | 'final' | null
  readonly fund: 'general' | 'government-fund' | 'state-capital' | null
}

const lastOf = <Key extends string>(words: readonly string[], list: readonly MoneyWord<Key>[]): Key | null =>
  words.flatMap(word => list.find(([, pattern]) => pattern.test(word))?.[0] ?? []).at(-1) ?? null

function tagged(words: readonly string[], amount: AmountCell): Tagged | null {
  if (words.some(word => CHANGE_WORD.test(word))) return null
  const named = lastOf(words, SANGONG_WORDS)
  const total = words.some(word => SANGONG_TOTAL.test(word)) && words.at(-1) !== undefined
  const part = named ?? (total ? 'total' : words.some(word => SUM_WORD.test(word)) ? 'sum' : null)
  if (part === null) return null
  const years = words.flatMap(word => /(20\d\d)年/.exec(word)?.[1] ?? []).map(Number)
  const measures = words.flatMap(word =>
    /决算/.test(word) ? ['final' as const] : /预算数/.test(word) ? ['budget' as const] : [],
  )
  return {
    amount,
    part,
    year: words.some(word => PREVIOUS_WORD.test(word)) ? 'previous' : (years.at(-1) ?? null),
    measure: measures.at(-1) ?? null,
    fund: lastOf(words, FUND_WORDS),
  }
}

/** Figures of a table by the words of their column and of their row, labels of merged cells included. */
function taggedOf(table: Pick<BudgetTable, 'table' | 'columns' | 'lines'>): Tagged[] {
  const lookup = lookupOf(table.table)
  const paths = new Map(table.columns.map(({ index, path }) => [index, path.map(text => labelOf(text).name)]))
  const labels = table.columns.filter(({ role }) => role !== 'amount')
  return table.lines.flatMap(line => {
    const row = labels
      .filter(({ list }) => list === line.list)
      .flatMap(({ index }) => lookup(line.row, index)?.text ?? [])
      .map(text => labelOf(plain(text)).name)
    return [...line.amounts].flatMap(([column, amount]) =>
      amount.money === null ? [] : (tagged([...(paths.get(column) ?? []), ...row], amount) ?? []),
    )
  })
}

const isSum = (whole: AmountCell, parts: readonly (AmountCell | undefined)[]): boolean => {
  const terms = parts.flatMap(part => part?.money ?? [])
  const sum = terms.reduce((fen, money) => fen + money.fen, 0n)
  const off = (whole.money?.fen ?? 0n) - sum
  return terms.length > 0 && 2n * (off < 0n ? -off : off) <= (whole.money?.step ?? 1n) * BigInt(terms.length + 1)
}

/**
 * 三公 of the latest year by fund, however the table is turned: items over funds, years or 预算数 and 决算数 in columns or in
 * rows. The total is the figure that is called so, or the sum that its three parts make up.
 */
export function printedSangong(
  table: Pick<BudgetTable, 'table' | 'columns' | 'lines'>,
  measure: 'budget' | 'final',
): PrintedSangong[] {
  const all = taggedOf(table).filter(figure => figure.year !== 'previous' && (figure.measure ?? measure) === measure)
  const latest = Math.max(0, ...all.flatMap(({ year }) => (typeof year === 'number' ? [year] : [])))
  const current = all.filter(({ year }) => year === null || year === latest)
  const funds = [...new Set(current.map(({ fund }) => fund))].filter(fund => fund !== 'state-capital')
  const named = funds.filter(fund => fund !== null)
  return (named.length > 0 ? named : funds).flatMap(fund => {
    const mine = current.filter(figure => figure.fund === fund || figure.fund === null)
    const first = (part: Tagged['part']): AmountCell | undefined =>
      (mine.find(figure => figure.part === part && figure.fund === fund) ?? mine.find(figure => figure.part === part))?.amount
    const three = [first('abroad'), first('vehicles'), first('reception')]
    const sums = mine.filter(({ part }) => part === 'total' || part === 'sum').map(({ amount }) => amount)
    const isAlone = first('meeting') === undefined && first('training') === undefined && first('operations') === undefined
    const total = sums.find(sum => isSum(sum, three)) ?? first('total') ?? (isAlone ? first('sum') : undefined)
    const parts = SANGONG_PARTS.flatMap((part): [SangongPart, AmountCell][] => {
      const amount = part === 'total' ? total : first(part)
      return amount ? [[part, amount]] : []
    })
    return parts.length === 0 ? [] : [{ fund, measure, parts: Object.fromEntries(parts) }]
  })
}

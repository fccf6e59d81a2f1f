import { type Agreement, add, agreement, clear, type Figures, nothing, type Running } from './sums.ts'

/** Rows of a list in the order of print, as the search for their tree sees them. */
export interface Rows {
  readonly figures: readonly Figures[]
  /** Whether a row adds to the one it is part of; 其中 rows do only where the sum wants them. */
  readonly isMemo: readonly boolean[]
  /** Rows of different sections never hold each other: a total stands between them. */
  readonly section: readonly number[]
  /** The finest printed step of each column. */
  readonly steps: readonly number[]
}

/** Log-odds that the row `part` stands under the row `whole`, above it in the list. */
export type Likeness = (whole: number, part: number) => number

/** Labels that say nothing about any two rows. */
export const SILENT: Likeness = () => 0

/** The parent of each row, null at the top: rows of a tree stand before their parts, and what one holds stands together. */
export type Forest = readonly (number | null)[]

/** A row with parts needs a reason. */
const NESTED = -1
/** Labels never outweigh a sum by their number alone. */
const MOST_LIKELY = 6
/** Parts that labels speak so strongly against, without any sum, are not looked at further. */
const HOPELESS = -24

const clamped = (weight: number): number => Math.max(-MOST_LIKELY, Math.min(MOST_LIKELY, weight))

/** How a row agrees with some of the rows below: with 其中 rows counted and without, whichever holds better. */
export function agreementOfParts(
  rows: Rows,
  whole: number,
  parts: readonly number[],
): Agreement & { readonly counted: readonly number[] } {
  const columns = rows.steps.length
  const of = (counted: readonly number[]): Agreement => {
    const sum = nothing(columns)
    for (const part of counted) add(sum, rows.figures[part] as Figures)
    return agreement(rows.figures[whole] as Figures, sum, rows.steps)
  }
  const plain = parts.filter(part => !rows.isMemo[part])
  const without = of(plain)
  if (plain.length === parts.length) return { ...without, counted: plain }
  const all = of(parts)
  return plain.length === 0
    ? all.held > 0 && all.broken === 0
      ? { ...all, counted: parts }
      : { ...NO_SUM, counted: [] }
    : all.weight > without.weight
      ? { ...all, counted: parts }
      : { ...without, counted: plain }
}

const NO_SUM: Agreement = { weight: 0, held: 0, broken: 0, isCopy: false }

/** How the search weighs what it sees. */
interface Search {
  readonly likeness: Likeness
  /** Whether figures are looked at. */
  readonly sums: boolean
  /** Log-odds for a row that equals the only row below it. */
  readonly copies: number
}

/** A row holds no more rows than this below it; longer lists are held by their total. */
export const FARTHEST = 300

/** What the search for a forest works with. */
interface Ground {
  readonly rows: Rows
  readonly search: Search
  /** How far sums may be above a figure, where nothing but sums is looked at. */
  readonly reach: readonly number[] | null
  /** For each row that is done, the first row behind all that it holds. */
  readonly end: number[]
  /** Sums of rows that one row may hold: without 其中 rows, with them, and with rows that repeat another one left out. All rows use the same. */
  readonly plain: Running
  readonly all: Running
  readonly once: Running
}

/** Rows that one row may hold: those before `end`. */
interface Span {
  readonly score: number
  readonly end: number
  /** Those of them that stand in the row they repeat. */
  readonly chains: readonly Chain[]
}

/**
 * The forest in which each row, from the bottom up, holds those of the trees below it that its figures and labels speak for
 * most: the rows it holds add up to it, their labels are below its own, and the next row's are not.
 */
export function forestOf(rows: Rows, search: Search): Forest {
  const count = rows.figures.length
  const isSilent = search.likeness === SILENT
  if (isSilent && !search.sums) return rows.figures.map(() => null)
  const [plain, all, once] = [nothing(rows.steps.length), nothing(rows.steps.length), nothing(rows.steps.length)]
  const end = new Array<number>(count)
  const ground: Ground = { rows, search, reach: isSilent ? reachOf(rows) : null, end, plain, all, once }
  for (let whole = count - 1; whole >= 0; whole--) {
    const best = bestSpan(ground, whole)
    end[whole] = best.end
    for (const { holder, part } of best.chains) {
      const last = end[part] as number
      for (let row = holder; row > whole && end[row] === part; row--) end[row] = last
    }
  }
  return parentsOf(end)
}

/** What a row best holds of the trees below it. */
function bestSpan(ground: Ground, whole: number): Span {
  const { rows, search, end, plain, all, once } = ground
  const isBelow = (row: number): boolean => row < end.length && rows.section[row] === rows.section[whole]
  const likely = (row: number): number => (isBelow(row) ? clamped(search.likeness(whole, row)) : 0)
  for (const sum of [plain, all, once]) clear(sum)
  const chains: Chain[] = []
  let ahead = likely(whole + 1)
  let best: Span = { score: -Math.max(0, ahead), end: whole + 1, chains: [] }
  let [labels, previous] = [0, whole]
  for (let part = whole + 1; part <= whole + FARTHEST && isBelow(part); part = end[part] as number) {
    labels += ahead
    if (labels < HOPELESS) break
    const next = end[part] as number
    ahead = likely(next)
    if (search.sums) {
      const chain = previous > whole && repeats(ground, previous, part) ? { holder: previous, part } : null
      if (chain) chains.push(chain)
      addPart(ground, part, chain !== null)
      previous = part
      if (isPast(ground, whole)) break
    }
    const found = scored(ground, whole, NESTED + labels - Math.max(0, ahead), chains)
    if (found.score > best.score) best = { ...found, end: next }
  }
  return best
}

/** Whether a row repeats the one before it, and may stand in it. */
const repeats = ({ rows, search }: Ground, row: number, next: number): boolean =>
  isCopyOf(rows, row, next) && search.likeness(row, next) > APART

function addPart({ rows, plain, all, once }: Ground, part: number, isRepeated: boolean): void {
  const figures = rows.figures[part] as Figures
  if (!isRepeated) add(once, figures)
  if (!rows.isMemo[part]) add(plain, figures)
  add(all, figures)
}

/** How well a row and the sums of the rows that it would hold agree, on top of what else speaks for that: each row for itself, or those that repeat one in the other. */
function scored({ rows, search, plain, all, once }: Ground, whole: number, base: number, chains: readonly Chain[]) {
  if (!search.sums) return { score: base, chains: [] }
  const found = betterOf(rows, whole, plain, all)
  const each = { score: base + found.weight + (found.isCopy ? search.copies : 0), chains: [] }
  if (chains.length === 0 || isWhole(found)) return each
  const alone = agreement(rows.figures[whole] as Figures, once, rows.steps)
  const chained = base + alone.weight + NESTED * chains.length
  return isWhole(alone) && chained > each.score ? { score: chained, chains: [...chains] } : each
}

/**
 * By column how far a sum of parts may be above a figure and still be rounded to it; beyond it more parts lead no nearer. Null
 * where negative figures could bring a sum back.
 */
function reachOf({ figures, steps }: Rows): readonly number[] | null {
  if (figures.some(({ fen }) => fen.some(one => one < 0))) return null
  return steps.map((_, at) => {
    const coarsest = figures.reduce((most, { step }) => Math.max(most, step[at] ?? 0), 0)
    return figures.every(({ fen }) => (fen[at] ?? 0) === 0) ? Number.NEGATIVE_INFINITY : (coarsest / 2) * (FARTHEST + 2)
  })
}

/** Whether the sums of parts have passed the figures of a row in every column, so that more parts lead no nearer. */
function isPast({ rows, reach, plain, once }: Ground, whole: number): boolean {
  const fen = rows.figures[whole]?.fen ?? []
  return reach !== null && [once, plain].every(sum => reach.every((most, at) => (sum.fen[at] ?? 0) - (fen[at] ?? 0) > most))
}

/** A row that repeats the one before it and stands in it, so that both count once. */
interface Chain {
  readonly holder: number
  readonly part: number
}

/** Rows with labels this much against it do not stand in each other because they carry one amount. */
const APART = -3

const isWhole = ({ held, broken }: Agreement): boolean => held > 0 && broken === 0

const isCopyOf = (rows: Rows, a: number, b: number): boolean => {
  const [one, other] = [rows.figures[a] as Figures, rows.figures[b] as Figures]
  return one.fen.some(fen => fen !== 0) && one.fen.every((fen, at) => fen === other.fen[at])
}

/** How a row agrees with the sum of its parts: without 其中 rows or, where it holds better, with them. */
function betterOf(rows: Rows, whole: number, plain: Running, all: Running): Agreement {
  const figures = rows.figures[whole] as Figures
  const without = plain.count === 0 ? NO_SUM : agreement(figures, plain, rows.steps)
  if (plain.count === all.count) return without
  const withAll = agreement(figures, all, rows.steps)
  return withAll.broken === 0 && withAll.weight > without.weight ? withAll : without
}

function parentsOf(end: readonly number[]): Forest {
  const open: number[] = []
  return end.map((_, row) => {
    while (open.length > 0 && (end[open.at(-1) as number] as number) <= row) open.pop()
    const parent = open.at(-1) ?? null
    open.push(row)
    return parent
  })
}

/** Log-odds of a forest by one kind of likeness: what stands under what, and what was left although it could stand there. */
export function likenessOf(rows: Rows, forest: Forest, likeness: Likeness): number {
  let weight = 0
  let open: number[] = []
  forest.forEach((parent, row) => {
    if (open.length > 0 && rows.section[open[0] as number] !== rows.section[row]) open = []
    while (open.length > 0 && open.at(-1) !== parent) {
      const closed = open.pop() as number
      weight -= Math.max(0, clamped(likeness(closed, row)))
    }
    if (parent !== null) weight += clamped(likeness(parent, row))
    open.push(row)
  })
  return weight
}

/** Log-odds of the rows that have parts having them at all. */
export const nestingOf = (forest: Forest): number => NESTED * new Set(forest.filter(parent => parent !== null)).size

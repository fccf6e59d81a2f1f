import { type Agreement, add, agreement, type Figures, nothing, type Running } from './sums.ts'

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
export interface Search {
  readonly likeness: Likeness
  /** Whether figures are looked at. */
  readonly sums: boolean
  /** Log-odds for a row that equals the only row below it. */
  readonly copies: number
}

/** A row holds no more rows than this below it; longer lists are held by their total. */
export const FARTHEST = 300

/**
 * The forest in which each row, from the bottom up, holds those of the trees below it that its figures and labels speak for
 * most: the rows it holds add up to it, their labels are below its own, and the next row's are not.
 */
export function forestOf(rows: Rows, { likeness, sums, copies }: Search): Forest {
  const count = rows.figures.length
  if (likeness === SILENT && !sums) return rows.figures.map(() => null)
  const reach = likeness === SILENT ? reachOf(rows) : null
  const end = new Array<number>(count)
  for (let whole = count - 1; whole >= 0; whole--) {
    const against = (next: number): number =>
      next < count && rows.section[next] === rows.section[whole] ? Math.max(0, clamped(likeness(whole, next))) : 0
    let best: { score: number; end: number; chains: readonly Chain[] } = {
      score: -against(whole + 1),
      end: whole + 1,
      chains: [],
    }
    const [plain, all, once] = [nothing(rows.steps.length), nothing(rows.steps.length), nothing(rows.steps.length)]
    const chains: Chain[] = []
    let [labels, previous] = [0, whole]
    const until = Math.min(count, whole + 1 + FARTHEST)
    for (let part = whole + 1; part < until && rows.section[part] === rows.section[whole]; part = end[part] as number) {
      labels += clamped(likeness(whole, part))
      if (labels < HOPELESS) break
      const next = end[part] as number
      if (sums) {
        const isCopy = previous > whole && isCopyOf(rows, previous, part) && likeness(previous, part) > APART
        if (isCopy) chains.push({ holder: previous, part })
        else add(once, rows.figures[part] as Figures)
        if (!rows.isMemo[part]) add(plain, rows.figures[part] as Figures)
        add(all, rows.figures[part] as Figures)
        previous = part
        if (reach !== null && [once, plain].every(sum => isPast(rows.figures[whole] as Figures, sum, reach))) break
      }
      const found = sums ? betterOf(rows, whole, [plain, all]) : NO_SUM
      const base = NESTED + labels - against(next)
      const score = base + found.weight + (found.isCopy ? copies : 0)
      if (score > best.score) best = { score, end: next, chains: [] }
      if (!sums || chains.length === 0 || isWhole(found)) continue
      const alone = agreement(rows.figures[whole] as Figures, once, rows.steps)
      const chained = base + alone.weight + NESTED * chains.length
      if (isWhole(alone) && chained > best.score) best = { score: chained, end: next, chains: [...chains] }
    }
    end[whole] = best.end
    for (const { holder, part } of best.chains) {
      const last = end[part] as number
      for (let row = holder; row > whole && end[row] === part; row--) end[row] = last
    }
  }
  return parentsOf(end)
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

/** Whether a sum of parts has passed the figures of a row in every column. */
const isPast = ({ fen }: Figures, sum: Running, reach: readonly number[]): boolean =>
  reach.every((most, at) => (sum.fen[at] ?? 0) - (fen[at] ?? 0) > most)

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

function betterOf(rows: Rows, whole: number, [plain, all]: readonly ReturnType<typeof nothing>[]): Agreement {
  const figures = rows.figures[whole] as Figures
  const without = plain === undefined || plain.count === 0 ? NO_SUM : agreement(figures, plain, rows.steps)
  if (all === undefined || plain?.count === all.count) return without
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

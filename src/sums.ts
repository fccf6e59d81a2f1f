import { agreementOf } from './evidence.ts'

/** The figures of a row by amount column, in 分, blank as 0; with the 分 of one step of the last printed place, 0 where nothing is printed. */
export interface Figures {
  readonly fen: readonly number[]
  readonly step: readonly number[]
}

/** How a whole and its parts agree. */
export interface Agreement {
  /** Log-odds that the whole is the sum of the parts. */
  readonly weight: number
  /** Columns with figures in which it holds, and in which it does not. */
  readonly held: number
  readonly broken: number
  /** Whether all it rests on are figures that equal their only part. */
  readonly isCopy: boolean
}

/** A figure that equals its only part proves little: lines one above the other often carry one amount. */
const COPY = 1
/** Log-odds a broken column costs; no more than `MOST_BROKEN` together, since one cause may break all columns. */
const BROKEN = 3
const MOST_BROKEN = 6
/** No single sum may outweigh everything else: about fifteen digits. */
const MOST = 34
/** Log-odds against parts of a whole that prints no figure. */
const HEADLESS = 0.5

/** Digits of a figure that tell it from others: `12,000.00` has two. */
function digitsOf(fen: number): number {
  let digits = `${Math.abs(fen)}`
  digits = digits.replace(/0+$/, '')
  return Math.max(1, digits.length)
}

/** The finest printed step of each column: what a figure without decimals is exact to in a column that prints them. */
export const stepsOf = (rows: readonly Figures[]): number[] =>
  (rows[0]?.fen ?? []).map((_, at) =>
    rows.reduce((least, { step }) => {
      const own = step[at] ?? 0
      return own > 0 && (least === 0 || own < least) ? own : least
    }, 0),
  )

/** A running sum of parts, so that one more part costs one addition. */
export interface Running {
  readonly fen: number[]
  /** Parts that carry a figure, by column. */
  readonly figures: number[]
  /** Half the steps of the parts, by column, as each part prints them. */
  readonly slack: number[]
  count: number
}

/** A sum of nothing. */
export const nothing = (columns: number): Running => ({
  fen: new Array<number>(columns).fill(0),
  figures: new Array<number>(columns).fill(0),
  slack: new Array<number>(columns).fill(0),
  count: 0,
})

/** Take all parts out again. */
export function clear(sum: Running): void {
  for (const list of [sum.fen, sum.figures, sum.slack]) list.fill(0)
  sum.count = 0
}

/** Add a part; a nought is none in any number of places, so it is rounded by nothing. */
export function add(sum: Running, part: Figures): void {
  sum.count++
  for (let at = 0; at < sum.fen.length; at++) {
    const fen = part.fen[at] ?? 0
    if (fen === 0) continue
    sum.fen[at] = (sum.fen[at] ?? 0) + fen
    sum.figures[at] = (sum.figures[at] ?? 0) + 1
    sum.slack[at] = (sum.slack[at] ?? 0) + (part.step[at] ?? 0) / 2
  }
}

/** How a whole agrees with the sum of its parts over all columns; `steps` are those of the columns. */
export function agreement(whole: Figures, sum: Running, steps: readonly number[]): Agreement {
  let [gained, copied, held, broken] = [0, 0, 0, 0]
  const seen: number[] = []
  for (let at = 0; at < sum.fen.length; at++) {
    const fen = whole.fen[at] ?? 0
    const off = Math.abs(fen - (sum.fen[at] ?? 0))
    if (fen === 0 && sum.figures[at] === 0) continue
    const fine = ((steps[at] ?? 0) / 2) * (sum.count + 1)
    const coarse = (fen === 0 ? 0 : (whole.step[at] ?? 0) / 2) + (sum.slack[at] ?? 0)
    if (off > Math.max(fine, coarse)) {
      broken++
      continue
    }
    held++
    if (seen.includes(fen)) continue
    seen.push(fen)
    if (sum.figures[at] === 1) copied = COPY
    else {
      const slack = Math.max(off <= fine ? fine : coarse, 1)
      const digits = Math.min(digitsOf(fen), Math.log10(Math.max(Math.abs(fen) / slack, 1)))
      gained += agreementOf(digits)
    }
  }
  if (held === 0 && whole.step.every(step => step === 0))
    return { weight: broken > 0 ? -HEADLESS : 0, held: 0, broken: 0, isCopy: false }
  return {
    weight: Math.min(gained + copied, MOST) - Math.min(BROKEN * broken, MOST_BROKEN),
    held,
    broken,
    isCopy: copied > 0 && gained === 0 && broken === 0,
  }
}

import { mean } from '../../geometry.ts'

/** Width of a digit in the pictures that are held against each other, in pixels, and height of a line. */
export const CELL = 10
export const ROWS = 22
/** White left and right of the ink of a line, and how far it may stand too high or low, in those pixels. */
export const SIDE = 10
export const SHIFT = 3
/** Rows over the print of a line that show paper. */
const ABOVE = 3

/** The ink of a line as dark as it is (0 paper to 1 black), scaled so that its digits are CELL wide; ROWS and SHIFT above and below high. */
export interface Strip {
  readonly width: number
  readonly dark: Float32Array
}

/** A text as it stands in a strip: where its first character begins, and how many rows down. */
export interface Standing {
  readonly strip: Strip
  readonly text: string
  readonly start: number
  readonly shift: number
  /** How sure it is that the text is right. */
  readonly sure: number
}

/** A character as the page prints it, pixel by pixel. */
interface Template {
  readonly width: number
  readonly mean: Float32Array
  /** 1 / variance. */
  readonly tightness: Float32Array
  readonly constant: number
}

/** How the characters of figures look on a page; null where it shows too little of them. */
export interface PrintModel {
  readonly templates: ReadonlyMap<string, Template>
  readonly paper: { readonly mean: number; readonly variance: number }
  /** Width of a point or comma, in pixels. */
  readonly mark: number
}

/** A character that was seen less often than this has no template. */
const ENOUGH = 3
/** Of the variance of a pixel this share is that of all pixels: few samples tell little of their own. */
const COMMON = 0.3
/** Paper varies by this share of what print does at least: grain and specks are no print. */
const GRAIN = 0.5
/** Variance of a pixel that is always the same. */
const LEAST = 1e-4

/** Where the characters of a text begin, and how wide they are. */
export function placesOf(text: string, start: number, mark: number): { readonly char: string; readonly x: number }[] {
  let at = start
  return [...text].map(char => {
    const x = Math.round(at)
    at += isMark(char) ? mark : CELL
    return { char, x }
  })
}

const isMark = (char: string): boolean => char === '.' || char === ','

/** Sums of one character over all places where it stands. */
interface Sums {
  readonly width: number
  count: number
  readonly first: Float64Array
  readonly second: Float64Array
}

/** The templates of some texts where they stand. */
export function modelOf(standing: readonly Standing[], mark: number): PrintModel {
  const sums = new Map<string, Sums>()
  for (const one of standing) for (const place of placesOf(one.text, one.start, mark)) gather(sums, one, place, mark)
  const known = [...sums].filter(([, { count }]) => count >= ENOUGH)
  const variances = new Map(known.map(([char, sum]) => [char, varianceOf(sum)]))
  const all = [...variances.values()].flatMap(values => [...values])
  const common = all.length === 0 ? 1 : mean(all)
  const templates = known.map(([char, { width, count, first }]): [string, Template] => {
    const variance = (variances.get(char) ?? first).map(value => (1 - COMMON) * value + COMMON * common + LEAST)
    const constant = variance.reduce((total, value) => total + Math.log(value), 0)
    const tightness = Float32Array.from(variance, value => 1 / value)
    return [char, { width, mean: Float32Array.from(first, value => value / count), tightness, constant }]
  })
  return { templates: new Map(templates), paper: paperOf(standing, GRAIN * common), mark }
}

const varianceOf = ({ count, first, second }: Sums): Float64Array =>
  second.map((value, at) => Math.max(0, value / count - ((first[at] ?? 0) / count) ** 2))

function gather(
  sums: Map<string, Sums>,
  { strip, shift, sure }: Standing,
  { char, x }: { char: string; x: number },
  mark: number,
): void {
  const width = isMark(char) ? Math.round(mark) : CELL
  if (x < 0 || x + width > strip.width) return
  const size = width * ROWS
  const sum = sums.get(char) ?? { width, count: 0, first: new Float64Array(size), second: new Float64Array(size) }
  sums.set(char, sum)
  sum.count += sure
  for (let at = 0; at < size; at++) {
    const value = strip.dark[(Math.floor(at / width) + shift) * strip.width + x + (at % width)] ?? 0
    sum.first[at] = (sum.first[at] ?? 0) + sure * value
    sum.second[at] = (sum.second[at] ?? 0) + sure * value * value
  }
}

function paperOf(standing: readonly Standing[], least: number): PrintModel['paper'] {
  let [count, first, second] = [0, 0, 0]
  for (const { strip } of standing) {
    for (const value of strip.dark.subarray(0, ABOVE * strip.width)) {
      count++
      first += value
      second += value * value
    }
  }
  const average = first / Math.max(1, count)
  return { mean: average, variance: Math.max(least, LEAST, second / Math.max(1, count) - average * average) }
}

/** Where the log-likelihood of a character that begins at x, against paper there, is asked for; each is reckoned once. */
export type Likelihood = (char: string, x: number) => number

/** What stands nowhere: a character without a template, or beyond the strip. */
const NEVER = -1e4

/** The likelihood of characters in a strip, so many rows down. */
export function likelihoodIn({ templates, paper }: PrintModel, { width, dark }: Strip, shift: number): Likelihood {
  const rows = dark.subarray(shift * width, (shift + ROWS) * width)
  const white = new Float64Array(width)
  const constant = Math.log(paper.variance)
  for (let at = 0; at < rows.length; at++) {
    const x = at % width
    white[x] = (white[x] ?? 0) + ((rows[at] ?? 0) - paper.mean) ** 2 / paper.variance + constant
  }
  const known = new Map<string, Float64Array>()
  return (char, x) => {
    const template = templates.get(char)
    if (template === undefined || x < 0 || x + template.width > width) return NEVER
    const own = known.get(char) ?? new Float64Array(width).fill(Number.NaN)
    known.set(char, own)
    const before = own[x] ?? Number.NaN
    if (!Number.isNaN(before)) return before
    let off = template.constant
    for (let row = 0, at = 0; row < ROWS; row++) {
      for (let i = row * width + x, end = i + template.width; i < end; i++, at++) {
        off += ((rows[i] ?? 0) - (template.mean[at] ?? 0)) ** 2 * (template.tightness[at] ?? 0)
      }
    }
    for (let column = x; column < x + template.width; column++) off -= white[column] ?? 0
    own[x] = -off / 2
    return own[x]
  }
}

import { heightOf, sum, widthOf } from '../../geometry.ts'
import type { Mark, Row } from '../lines/marks.ts'
import { type Stretch, stretchesOf } from '../picture/stretches.ts'

/** An arrow is at least so high for its width. */
const ARROW = 0.45
/** An equals sign is so high for its width. */
const EQUALS = { least: 0.2, most: 0.85 } as const
/** The arms of an arrow end within this share of its width from its open side. */
const OPEN_SIDE = 0.35
/** Where the point of an arrow stands between its top and its foot. */
const POINT = { highest: 0.2, lowest: 0.7 } as const
/** The part of a sign over the second stroke of ≥ and ≤. */
const UPPER = 0.72

/** Signs that stand alone in a cell and are told by their shape. */
export type Sign = '≥' | '≤' | '=' | '>' | '<' | '-'

/** A symbol is at least this wide, and at most this wide and high (in glyph heights). */
const NARROWEST = 0.3
const LARGEST = 1.3
/** A row belongs to a bar when its ink fills this share of the width of the symbol, and lies between bars below that share. */
const BAR = 0.6
const VALLEY = 0.4
/** A dash or a bar of ＝ is no thicker than this (in glyph heights). */
const THIN = 0.24
/** The arms of an arrow go at least this share of the width from their open side to the point. */
const ARM = 0.3
/** ≥ has this much more ink below its point than above (a second stroke); > has about the same. */
const DOUBLE = 1.4
const SINGLE = 1.2

/**
 * A comparison sign or a dash, told by its shape: the recogniser reads ≥ as V and ＝ as 二. `em` is the glyph height in
 * pixels. Null when the shape is none of them, or not clearly. `lenient` is for columns of signs, where ≥ and ≤ stand and
 * > and < do not.
 */
export function signOf(mark: Mark | null, em: number, lenient = false): Sign | null {
  if (mark === null) return null
  const { rows, box } = mark
  const [width, height] = [widthOf(box), heightOf(box)]
  if (width < NARROWEST * em || width > LARGEST * em || height > LARGEST * em) return null
  const bars = stretchesOf(rows, row => row.count >= BAR * width)
  if (bars.length === 1 && height <= THIN * em) return '-'
  if (isEquals(rows, bars, width, em)) return '='
  return height >= ARROW * width ? arrowOf(rows, width, lenient) : null
}

/** What the recogniser makes of comparison signs; any other reading stays, whatever the shape. */
const MISTAKEN = /^(?:[≥≤＝=<>＜＞《》〈〉∧∨∠ΛVvAZzLInYMHESs\uFFFD][_=—+-]?|[-—–_=＝~.]{0,2})$/u
/** The same among signs, where no word stands. */
const MISTAKEN_AMONG_SIGNS = /^[人入八厂三二一个久女K]$/u

/** Whether a reading may be a comparison sign that was not recognised; `amongSigns` for columns of signs. */
export const mayBeSign = (text: string, amongSigns = false): boolean =>
  MISTAKEN.test(text) || (amongSigns && MISTAKEN_AMONG_SIGNS.test(text))

/** Two bars with white between them and nothing else. */
function isEquals(rows: readonly Row[], bars: readonly Stretch[], width: number, em: number): boolean {
  const height = rows.length
  const [first, second, ...others] = bars
  if (first === undefined || second === undefined || others.length > 0) return false
  if (height < EQUALS.least * width || height > EQUALS.most * width) return false
  if (Math.max(first.to - first.from, second.to - second.from) > THIN * em) return false
  const between = rows.slice(first.to, second.from)
  const around = rows.filter((_, y) => y < first.from - 2 || y >= second.to + 2)
  return between.some(row => row.count <= VALLEY * width) && around.every(row => row.count === 0)
}

/** The direction in which two arms point, and whether there is a second stroke below. */
function arrowOf(rows: readonly Row[], width: number, lenient: boolean): Sign | null {
  const inked = rows.filter(row => row.count > 0)
  if (inked.length < 6) return null
  const rightmost = pointOf(inked, row => row.to)
  const leftmost = pointOf(inked, row => -row.from)
  const open = inked[0]
  if (open === undefined) return null
  const pointsRight = rightmost.value - open.to >= ARM * width && open.from <= OPEN_SIDE * width
  const pointsLeft = leftmost.value + open.from >= ARM * width && open.to >= (1 - OPEN_SIDE) * width
  if (pointsRight === pointsLeft) return null
  const point = pointsRight ? rightmost.row : leftmost.row
  if (point < POINT.highest * inked.length || point > POINT.lowest * inked.length) return null
  const inkOf = (some: readonly Row[]): number => sum(some.map(row => row.count))
  const ratio = inkOf(inked.slice(point)) / Math.max(1, inkOf(inked.slice(0, point)))
  const last = inked.at(-1)
  const returns = last !== undefined && (pointsRight ? last.from <= OPEN_SIDE * width : last.to >= (1 - OPEN_SIDE) * width)
  if (!returns) return null
  if (lenient || ratio >= DOUBLE) return pointsRight ? '≥' : '≤'
  return ratio <= SINGLE ? (pointsRight ? '>' : '<') : null
}

/** Where a value is greatest: the middle of the first rows that reach it, within a pixel; a slanted second stroke reaches it again. */
function pointOf(rows: readonly Row[], valueAt: (row: Row) => number): { readonly row: number; readonly value: number } {
  // the second stroke of a ≥ set level reaches as far as the point: only the upper part is looked at
  const upper = rows.slice(0, Math.ceil(UPPER * rows.length))
  const value = Math.max(...upper.map(valueAt))
  const [first] = stretchesOf(upper, row => valueAt(row) >= value - 1)
  return { row: first === undefined ? 0 : (first.from + first.to - 1) >> 1, value }
}

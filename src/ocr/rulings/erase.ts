import { histogramOf } from '../picture/levels.ts'
import type { Grey, Ink } from '../picture/raster.ts'
import type { ScannedRuling, ScannedRulings } from './scanned-rulings.ts'
import { middleAt } from './traces.ts'

/** Ink across a ruling that reaches further than its thickness by this (in glyph heights) is print that touches it, and stays. */
const PRINT = 0.1
/** How far (in glyph heights) from its middle line the ink of a ruling may lie: scanned lines wave. */
const WAVE = 0.12
/** The soft edge of a line, in pixels on each side. */
const SOFT_EDGE = 2

/** A page without its rulings: both its ink and its grey. Print that crosses a ruling keeps its strokes. */
export function erased(
  grey: Grey,
  ink: Ink,
  { horizontal, vertical }: ScannedRulings,
  em: number,
): { readonly grey: Grey; readonly ink: Ink } {
  const clean = { grey: { ...grey, data: grey.data.slice() }, ink: { ...ink, data: ink.data.slice() } }
  const page = { ink, clean, paper: paperOf(grey), em }
  for (const ruling of horizontal) erase(ruling, vertical, page)
  for (const ruling of vertical) erase(ruling, horizontal, page)
  return clean
}

/** The usual brightness around: the level that most of the page has. */
function paperOf({ data }: Grey): number {
  const histogram = histogramOf(data, 11)
  return histogram.indexOf(Math.max(...histogram))
}

/** A page while its rulings are erased: what it was, and what is left of it. */
interface Erasing {
  readonly ink: Ink
  readonly clean: { readonly grey: Grey; readonly ink: Ink }
  /** Brightness of the paper. */
  readonly paper: number
  readonly em: number
}

function erase(ruling: ScannedRuling, crossing: readonly ScannedRuling[], { ink, clean, paper, em }: Erasing): void {
  const { width, height, data } = ink
  const [along, across, length, depth] = ruling.axis === 'horizontal' ? [1, width, width, height] : [width, 1, height, width]
  const reach = Math.ceil(ruling.width / 2 + WAVE * em)
  const thickest = ruling.width + PRINT * em + 1
  const half = Math.ceil(ruling.width / 2) + 1
  const crossed = crossedAt(ruling, crossing, length)
  for (let position = Math.max(0, Math.floor(ruling.from) - 2); position < Math.min(length, ruling.to + 2); position++) {
    const middle = Math.round(middleAt(ruling, position))
    const isInk = (at: number): boolean => at >= 0 && at < depth && data[position * along + at * across] === 1
    for (let [low, high] of strokesAt(isInk, middle, ruling.width / 2, reach)) {
      if (high - low + 1 > thickest) {
        if (crossed[position] !== 1) continue
        low = Math.max(low, middle - half)
        high = Math.min(high, middle + half)
      }
      for (let at = Math.max(0, low - SOFT_EDGE); at <= Math.min(depth - 1, high + SOFT_EDGE); at++) {
        const index = position * along + at * across
        const isEdge = at < low || at > high
        if (isEdge && data[index] === 1) continue
        clean.grey.data[index] = Math.max(paper, clean.grey.data[index] ?? 0)
        if (!isEdge) clean.ink.data[index] = 0
      }
    }
  }
}

/** The strokes across a ruling at one place: the one nearest to its middle within reach, and what lies no further from it than half its width: a double border has two. */
function strokesAt(isInk: (at: number) => boolean, middle: number, half: number, reach: number): [low: number, high: number][] {
  let near = 0
  while (near <= reach && !isInk(middle - near) && !isInk(middle + near)) near++
  const strokes: [number, number][] = []
  if (near > reach) return strokes
  const nearest = isInk(middle - near) ? -near : near
  for (let at = middle + Math.min(nearest, -Math.floor(half)); at <= middle + Math.max(nearest, Math.floor(half)); at++) {
    if (!isInk(at)) continue
    let low = at
    while (isInk(low - 1)) low--
    while (isInk(at + 1)) at++
    strokes.push([low, at])
  }
  return strokes
}

/** Marks the positions along a ruling where another one crosses it: there the ink across is long, and still no print. */
function crossedAt(ruling: ScannedRuling, crossing: readonly ScannedRuling[], length: number): Uint8Array {
  const marks = new Uint8Array(length)
  for (const other of crossing) {
    const middle = middleAt(other, ruling.at)
    const half = other.width / 2 + SOFT_EDGE + 1
    if (ruling.at < other.from - half || ruling.at > other.to + half) continue
    marks.fill(1, Math.max(0, Math.floor(middle - half)), Math.max(0, Math.ceil(middle + half)))
  }
  return marks
}

/** A page whose grey is made paper where `before` has ink and `after` has none, with the soft edge around it. */
export function whitened(grey: Grey, before: Ink, after: Ink): Grey {
  const { width, height } = grey
  const paper = paperOf(grey)
  const data = grey.data.slice()
  for (let i = 0; i < data.length; i++) {
    if (before.data[i] === 0 || after.data[i] === 1) continue
    for (const at of [i, i - 1, i + 1, i - width, i + width]) {
      if (at >= 0 && at < data.length && after.data[at] === 0) data[at] = Math.max(paper, data[at] ?? 0)
    }
  }
  return { width, height, data }
}

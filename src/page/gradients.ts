import { type Box, heightOf, runsOf, unionAll, widthOf } from '../geometry.ts'
import type { Fill } from './drawing.ts'

/** So many slices are a gradient: a double line has two, a cell four sides. LibreOffice paints the bar of a figure in 32 to 64. */
const LEAST_SLICES = 8
/** Slices touch, and end alike, but for this many points: what producers round to is hundredths. */
const TOUCHING = 0.05

/** The fills of a page in painting order, with what was painted in slices that touch, each in a colour of its own, as the one area that a reader sees. A slice is at most `thick` points wide. */
export function withoutSlices(fills: readonly Fill[], thick: number): readonly Fill[] {
  const isThin = ({ box }: Fill): boolean => Math.min(widthOf(box), heightOf(box)) <= thick
  const runs = runsOf(fills, (fill, last) => isThin(fill) && isThin(last) && isNextSlice(fill.box, last.box))
  return runs.flatMap(run =>
    run.length < LEAST_SLICES ? run : { box: unionAll(run.map(({ box }) => box)), white: run.every(({ white }) => white) },
  )
}

/** Whether a box is painted as a slice behind another: as long, narrow, and side by side with it along its length. */
const isNextSlice = (box: Box, last: Box): boolean =>
  widthOf(box) < heightOf(box)
    ? isNear(box[1], last[1]) && isNear(box[3], last[3]) && (isNear(box[0], last[2]) || isNear(box[2], last[0]))
    : isNear(box[0], last[0]) && isNear(box[2], last[2]) && (isNear(box[1], last[3]) || isNear(box[3], last[1]))

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOUCHING

import { type Box, overlaps } from '../../geometry.ts'
import { lone, textOfReading } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import { wholeBox } from '../picture/raster.ts'
import { sealShare } from '../picture/seal-places.ts'
import { isMiddleIn, type Pane } from '../rulings/panes.ts'
import { inColumns } from './columns.ts'
import { isDash } from './figures.ts'
import { type Correction, type ReadLine, readAs } from './read-line.ts'

/** A column prints a dash for nothing when it has so many of them, and more than it has empty cells. */
const ENOUGH = 3

/** A dot of a hyphen stands within this (in glyph heights) of the middle of its cell: 105 of 105 did; of 10 of dirt none. */
const MIDDLE = 0.2
/** Dots are hyphens when so many stand in the middle of their cells (`ENOUGH`), and at least this share of all that stand alone: on two printed pages 97 of 97 and 8 of 8 did, of the dirt of a noisy scan, whose cells are less than two glyphs high, 5 of 16 to 12 of 18. */
const MOSTLY = 0.9
/** Confidence of a hyphen so short that only its place tells it from dirt. */
const BY_PLACE = 0.88

/** The lines of a page with the hyphens that are too short to be lines. */
export const withShortHyphens: Correction = (lines, layout) => [...lines, ...shortHyphens(layout)]

/** Hyphens too short to be bars: dots that stand alone in the middle of their cells, on a page where this is the rule. */
export function shortHyphens({ print, panes, lines, em }: Pick<Layout, 'print' | 'panes' | 'lines' | 'em'>): ReadLine[] {
  const alone = panes.flatMap(({ box }) => {
    const [dot, ...others] = print.left.filter(mark => isMiddleIn(mark, box))
    const isOnly = dot !== undefined && others.length === 0 && !lines.some(({ ink }) => isMiddleIn(ink, box))
    return isOnly ? [{ dot, within: wholeBox(box) }] : []
  })
  const central = alone.filter(({ dot, within }) => Math.abs(dot[1] + dot[3] - within[1] - within[3]) / 2 <= MIDDLE * em)
  if (central.length < ENOUGH || central.length < MOSTLY * alone.length) return []
  return central.map(({ dot, within }) => readAs({ line: { ink: dot, within }, box: dot }, lone('-', BY_PLACE)))
}

/**
 * Where a page seems empty and may not be: empty is a reading too. Where ink was seen or a line found and nothing was read, in a
 * pane whose column prints a dash where there is nothing, under a seal, and wherever a poor page seems empty.
 */
export function unsureOf(
  { panes, unsure, lines: found, poor, em, seals }: Pick<Layout, 'panes' | 'unsure' | 'lines' | 'poor' | 'em' | 'seals'>,
  read: readonly ReadLine[],
): Box[] {
  const lines = read.filter(({ characters }) => characters.length > 0)
  const inked = [...unsure, ...found.map(({ ink }) => ink)]
  const silent = inked.filter(box => !lines.some(({ line }) => isMiddleIn(box, line.within)))
  // a pane may be several cells: the grid finds borders where too little of them is left to part panes
  const places = panes
    .flatMap(pane => pane.places)
    .filter(box => (poor || sealShare(seals, box) > 0) && !lines.some(({ line }) => overlaps(box, line.ink)))
  const seenIn = ({ box }: Pane) => {
    const inside = lines.filter(({ line }) => isMiddleIn(line.ink, box))
    return { box, texts: inside.map(textOfReading), dashes: inside.filter(isDash).length }
  }
  const columns = inColumns(panes, ({ box }) => box, em).flatMap(column => {
    const cells = column.map(seenIn)
    const empty = cells.filter(({ texts }) => texts.length === 0).map(({ box }) => box)
    const dashes = cells.filter(cell => cell.dashes > 0).length
    return dashes >= ENOUGH && dashes > empty.length ? empty : []
  })
  return [...silent, ...places, ...columns]
}

import { type Box, cluster } from '../../geometry.ts'
import { textOfReading } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import type { Pane } from '../rulings/panes.ts'
import { isDash } from './figures.ts'
import type { ReadLine } from './read.ts'

/** Panes whose left and right borders differ by less than this (in glyph heights) stand in one column. */
const SAME = 0.5
/** A column prints a dash for nothing when it has so many of them, and more than it has empty cells. */
const ENOUGH = 3

/**
 * Where a page seems empty and may not be: empty is a reading too. In a pane without a line that holds ink all the same (see
 * `Layout.unsure`), and in one whose column prints a dash where there is nothing.
 */
export function unsureOf({ panes, unsure, em }: Pick<Layout, 'panes' | 'unsure' | 'em'>, lines: readonly ReadLine[]): Box[] {
  const seenIn = ({ box }: Pane) => {
    const inside = lines.filter(({ line }) => isMiddleIn(line.ink, box))
    return { box, texts: inside.map(textOfReading), dashes: inside.filter(isDash).length }
  }
  const columns = columnsOf(panes, em).flatMap(column => {
    const cells = column.map(seenIn)
    const empty = cells.filter(({ texts }) => texts.length === 0).map(({ box }) => box)
    const dashes = cells.filter(cell => cell.dashes > 0).length
    return dashes >= ENOUGH && dashes > empty.length ? empty : []
  })
  return [...unsure, ...columns]
}

const isMiddleIn = ([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean =>
  (x0 + x1) / 2 > left && (x0 + x1) / 2 < right && (y0 + y1) / 2 > top && (y0 + y1) / 2 < bottom

function columnsOf(panes: readonly Pane[], em: number): Pane[][] {
  const groups = [0, 2].map(side =>
    cluster(
      panes.map(({ box }) => box[side] ?? 0),
      SAME * em,
    ),
  )
  const place = (at: number, side: number): number => groups[side]?.findIndex(group => group.includes(at)) ?? -1
  return [...Map.groupBy(panes, ({ box }) => `${place(box[0], 0)}-${place(box[2], 1)}`).values()]
}

import { neighbours } from '../../geometry.ts'
import type { Piece } from '../joins/piece.ts'
import type { Sheet } from '../joins/sheet.ts'
import { endsLikeTitle, withoutLabels } from './labels.ts'
import { AT_CUT, lineOf } from './title-halves.ts'

/** Sheets of one table print the same line at the same height and in the same size, but for this share of it. */
const SAME_LINE = 0.05

/**
 * The title over a wide table that the border of the paper cuts: its letters end at the right side of one part and go on over
 * a column of the next, on a line of the same height and size. Null where none is cut between the two.
 */
export function titleOver(left: Piece, right: Piece): string | null {
  const edges = right.grid.columnEdges
  for (const a of left.caption.lines)
    for (const b of right.caption.lines) {
      const isLine = [b.baseline - a.baseline, b.size - a.size].every(apart => Math.abs(apart) <= SAME_LINE * a.size)
      const before = left.grid.box[2] - a.box[2]
      const after = Math.min(...edges.map(edge => Math.abs(b.box[0] - edge)))
      // The number of the next table is whole, whatever stands at the end of that line on the page before.
      if (withoutLabels(b.text) === '') continue
      if (!isLine || a.inside || b.inside || Math.max(before, after) > AT_CUT * a.size) continue
      const whole = lineOf([a.text, b.text], [before / a.size, after / a.size])
      const isCut = ![a, b].every(({ text }) => endsLikeTitle(text))
      if (isCut && endsLikeTitle(whole)) return withoutLabels(whole)
    }
  return null
}

/** The title that the borders between the parts of a sheet cut; null where they cut none. */
export function titleOverParts({ strips }: Sheet): string | null {
  const parts = strips.flatMap(({ pieces }) => pieces.slice(0, 1))
  const [title = null] = neighbours(parts).flatMap(([left, right]) => titleOver(left, right) ?? [])
  return title
}

import { NEXT_ROW, SAME_END } from './areas.ts'
import { type Borders, type Drawn, NONE } from './drawn.ts'
import { SNAP } from './edges.ts'
import type { Lattice } from './lattice.ts'
import { isAmount, middleOfLine } from './words.ts'

/**
 * A title over all columns that the edge of the sheet cuts on both sides has no borders there: of its cell only the rule above
 * is drawn, from side to side of the lattice below. The borders that close it, where nothing but a title stands under such a rule.
 */
export function openBandEdges({ box: [left, top, right] }: Lattice, { edges, lattices, lines, em }: Drawn): Borders {
  const rules = edges.horizontal.filter(
    ({ source, at, from, to }) =>
      source === 'ruling' &&
      at < top - SNAP * em &&
      at > top - NEXT_ROW * em &&
      Math.abs(from - left) <= SAME_END * em &&
      Math.abs(to - right) <= SAME_END * em,
  )
  const [rule] = rules
  if (rule === undefined || rules.length > 1) return NONE
  const { at } = rule
  const isTaken = lattices.some(({ box }) => box[3] >= at - SNAP * em && box[3] <= top + SNAP * em)
  const [title, ...others] = lines()
    .filter(line => middleOfLine(line) > at && middleOfLine(line) < top)
    .flatMap(line => line.pieces)
  if (title === undefined || others.length > 0 || isAmount(title.text) || isTaken) return NONE
  if (title.left <= left || title.right >= right) return NONE
  return { horizontal: [], vertical: [left, right].map(x => ({ at: x, from: at, to: top })) }
}

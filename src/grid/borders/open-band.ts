import type { Lattice } from '../cells/lattice.ts'
import { isAlike, linesBetween, NEXT_ROW, widthwise } from '../open/areas.ts'
import { isAmount } from '../texts/words.ts'
import { type Borders, type Drawn, NONE } from './drawn.ts'
import { SNAP } from './edges.ts'

/**
 * A title over all columns that the edge of the sheet cuts on both sides has no borders there: of its cell only the rule above
 * is drawn, from side to side of the lattice below. The borders that close it, where nothing but a title stands under such a rule.
 */
export function openBandEdges({ box }: Lattice, { edges, lattices, lines, em }: Drawn): Borders {
  const [left, top, right] = box
  const isAbove = (at: number): boolean => at < top - SNAP * em && at > top - NEXT_ROW * em
  const [rule, ...more] = edges.horizontal.filter(
    edge => edge.source === 'ruling' && isAbove(edge.at) && isAlike(edge, widthwise(box), em),
  )
  if (rule === undefined || more.length > 0) return NONE
  const { at } = rule
  const isTaken = lattices.some(({ box }) => box[3] >= at - SNAP * em && box[3] <= top + SNAP * em)
  const [title, ...others] = linesBetween(lines(), at, top).flatMap(line => line.phrases)
  if (title === undefined || others.length > 0 || isAmount(title.text) || isTaken) return NONE
  if (title.left <= left || title.right >= right) return NONE
  return { horizontal: [], vertical: [left, right].map(x => ({ at: x, from: at, to: top })) }
}

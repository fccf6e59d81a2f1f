import { type Box, overlaps, placesAmong } from '../../geometry.ts'
import { MIDDLE } from '../cells/fill.ts'
import type { Lattice } from '../cells/lattice.ts'
import { ACROSS, wordsIn } from '../open/areas.ts'
import { middleOfLine } from '../texts/words.ts'
import { type Border, type Borders, type Drawn, NONE } from './drawn.ts'
import { SNAP } from './edges.ts'

/** Colour ends so far (in glyph heights) off all drawn borders where it is the only thing to part two rows: a line of text fits between. */
const LEAST_ROW = 0.9

/**
 * The heights in a ruled table at which colour begins or ends from side to side, with text above and below in the cells that no ruling parts
 * there: a header whose rulings are white has none under it that can be seen on the paper, and its last row ends with its colour.
 */
export function colouredRows({ box, rowEdges }: Lattice, { page, lines, em }: Drawn): Borders {
  const own = page.shades.filter(shade => overlaps(shade, box) && shade[3] - shade[1] >= LEAST_ROW * em)
  if (own.length === 0) return NONE
  const ends = placesAmong(
    own.flatMap(([, top, , bottom]) => [top, bottom]),
    SNAP * em,
  )
  const horizontal = ends.flatMap((at): Border[] => {
    const above = rowEdges.findLast(edge => edge <= at)
    const below = rowEdges.find(edge => edge >= at)
    if (above === undefined || below === undefined || at - above < LEAST_ROW * em || below - at < LEAST_ROW * em) return []
    const inside = wordsIn(lines(), [box[0], above, box[2], below])
    const isCut = inside.some(line => Math.abs(middleOfLine(line) - at) < MIDDLE * line.size)
    const isParted = [true, false].every(isAbove => inside.some(line => middleOfLine(line) < at === isAbove))
    return isParted && !isCut && endsAcross(own, at, box, em) ? [{ at, from: box[0], to: box[2] }] : []
  })
  return { horizontal, vertical: [] }
}

/** Whether boxes that end at a height, or those that begin there, fill the width of a table. */
function endsAcross(shades: readonly Box[], at: number, [left, , right]: Box, em: number): boolean {
  return ([1, 3] as const).some(side => {
    const ends = shades.filter(shade => Math.abs(shade[side] - at) <= SNAP * em).sort((a, b) => a[0] - b[0])
    let [filled, to] = [0, left]
    for (const shade of ends) {
      filled += Math.max(0, Math.min(shade[2], right) - Math.max(shade[0], to))
      to = Math.max(to, shade[2])
    }
    return filled > ACROSS * (right - left)
  })
}

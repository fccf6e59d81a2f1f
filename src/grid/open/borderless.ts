import { type Box, contains } from '../../geometry.ts'
import type { Glyph, Page } from '../../page/page.ts'
import type { Borders } from '../borders/drawn.ts'
import { middleOf } from '../cells/fill.ts'
import type { DecidedArea, Grid } from '../grid.ts'
import { type TextLine, wordLinesOf } from '../texts/words.ts'
import type { Area } from './areas.ts'
import { columnRuledAreas } from './column-rules.ts'
import { type JudgedAreas, judgedAreas } from './judged-areas.ts'
import { plainAreas } from './plain-areas.ts'
import { ruledAreas } from './ruled-areas.ts'

/** Tables that no lattice encloses: between horizontal rules, between vertical rules, or told by their text alone. `taken` are the boxes of lattices. */
export function borderlessGrids(
  page: Page,
  { horizontal: rules, vertical }: Borders,
  taken: readonly Box[],
  em: number,
): JudgedAreas {
  const free = rest(page.glyphs, taken)
  if (free.length === 0) return { grids: [], decided: [] }
  const grids: Grid[] = []
  const steps: ((left: readonly TextLine[]) => Area[])[] = [
    left => ruledAreas(left, { rules, rulings: page.rulings }, em),
    left => (vertical.length < 2 ? [] : columnRuledAreas(left, vertical, rules, em)),
    left => plainAreas(left, rules, taken.length + grids.length === 0),
  ]
  let left = wordLinesOf(free)
  const decided: DecidedArea[] = []
  for (const step of steps) {
    const found = judgedAreas(page, step(left))
    decided.push(...found.decided)
    if (found.grids.length === 0) continue
    grids.push(...found.grids)
    const boxes = grids.map(grid => grid.box)
    left = wordLinesOf(rest(free, boxes))
  }
  return { grids, decided }
}

function rest(glyphs: readonly Glyph[], boxes: readonly Box[]): readonly Glyph[] {
  if (boxes.length === 0) return glyphs
  return glyphs.filter(glyph => {
    const [x, y] = middleOf(glyph)
    return !boxes.some(box => contains(box, x, y))
  })
}

import { type Box, contains, endsOf } from '../geometry.ts'
import type { Glyph, Page } from '../page/page.ts'
import type { Area } from './areas.ts'
import { columnRuledAreas } from './column-rules.ts'
import type { Border, Borders } from './drawn.ts'
import { middleOf } from './fill.ts'
import type { DecidedArea, Grid } from './grid.ts'
import { type JudgedAreas, judgedAreas } from './judged-areas.ts'
import { plainAreas } from './plain-areas.ts'
import { ruledAreas } from './ruled-areas.ts'
import { isTypedRule, type TextLine, wordLinesOf } from './words.ts'

/** A dash stands so high over its baseline, in ems. */
const DASH_HEIGHT = 0.3

/** Tables that no lattice encloses: between horizontal rules, between vertical rules, or told by their text alone. `taken` are the boxes of lattices. */
export function borderlessGrids(
  page: Page,
  { horizontal: rules, vertical }: Borders,
  taken: readonly Box[],
  em: number,
): JudgedAreas {
  const free = rest(page.glyphs, taken)
  if (free.length === 0) return { grids: [], decided: [] }
  const { lines, rules: all } = withTypedRules(wordLinesOf(free), rules)
  const grids: Grid[] = []
  const steps: ((left: readonly TextLine[]) => Area[])[] = [
    left => ruledAreas(left, { rules, rulings: page.rulings }, em),
    left => (vertical.length < 2 ? [] : columnRuledAreas(left, vertical, rules, em)),
    left => plainAreas(left, all, taken.length + grids.length === 0),
  ]
  let left = lines
  const decided: DecidedArea[] = []
  for (const step of steps) {
    const found = judgedAreas(page, step(left))
    decided.push(...found.decided)
    if (found.grids.length === 0) continue
    grids.push(...found.grids)
    const boxes = grids.map(grid => grid.box)
    left = withTypedRules(wordLinesOf(rest(free, boxes)), rules).lines
  }
  return { grids, decided }
}

/** Take lines of dashes for the rules they stand for. */
function withTypedRules(lines: readonly TextLine[], rules: readonly Border[]): { lines: TextLine[]; rules: Border[] } {
  const typed = lines.filter(isTypedRule).map(line => {
    const [first, last] = endsOf(line.phrases)
    return { at: line.baseline - DASH_HEIGHT * line.size, from: first.left, to: last.right }
  })
  return { lines: lines.filter(line => !isTypedRule(line)), rules: [...rules, ...typed] }
}

function rest(glyphs: readonly Glyph[], boxes: readonly Box[]): readonly Glyph[] {
  if (boxes.length === 0) return glyphs
  return glyphs.filter(glyph => {
    const [x, y] = middleOf(glyph)
    return !boxes.some(box => contains(box, x, y))
  })
}

import { type Box, contains } from '../geometry.ts'
import type { Glyph, Page } from '../page/page.ts'
import type { Area } from './areas.ts'
import { gridOf } from './cells.ts'
import { columnRuledAreas } from './column-rules.ts'
import type { Edge, Edges } from './edges.ts'
import { middleOf } from './fill.ts'
import type { Grid } from './grid.ts'
import { openTable } from './open-table.ts'
import { plainAreas } from './plain-areas.ts'
import { ruledAreas } from './ruled-areas.ts'
import { isTypedRule, type Line, wordLinesOf } from './words.ts'

/** Tables that no lattice encloses: between horizontal rules, between vertical rules, or told by their text alone. `taken` are the boxes of lattices. */
export function borderlessGrids(page: Page, { horizontal: rules, vertical }: Edges, taken: readonly Box[], em: number): Grid[] {
  const free = rest(page.glyphs, taken)
  if (free.length === 0) return []
  const { lines, rules: all } = withTypedRules(wordLinesOf(free), rules)
  const steps: ((left: readonly Line[]) => Area[])[] = [
    left => ruledAreas(left, rules, em),
    left => (vertical.length < 2 ? [] : columnRuledAreas(left, vertical, rules, em)),
    left => plainAreas(left, all),
  ]
  let left = lines
  const grids: Grid[] = []
  for (const step of steps) {
    const found = gridsOfAreas(page, step(left))
    if (found.length === 0) continue
    grids.push(...found)
    left = withTypedRules(
      wordLinesOf(
        rest(
          free,
          grids.map(grid => grid.box),
        ),
      ),
      rules,
    ).lines
  }
  return grids
}

/** Take lines of dashes for the rules they stand for. */
function withTypedRules(lines: readonly Line[], rules: readonly Edge[]): { lines: Line[]; rules: Edge[] } {
  const typed = lines.filter(isTypedRule).map(line => ({
    at: line.baseline - 0.3 * line.size,
    from: line.pieces[0]?.left ?? 0,
    to: line.pieces.at(-1)?.right ?? 0,
  }))
  return { lines: lines.filter(line => !isTypedRule(line)), rules: [...rules, ...typed] }
}

const gridsOfAreas = (page: Page, areas: readonly Area[]): Grid[] =>
  areas.flatMap(area => {
    const draft = openTable(area)
    return draft === null ? [] : [gridOf(page, draft, 'borderless')]
  })

const rest = (glyphs: readonly Glyph[], boxes: readonly Box[]): readonly Glyph[] =>
  boxes.length === 0 ? glyphs : glyphs.filter(glyph => !boxes.some(box => contains(box, ...middleOf(glyph))))

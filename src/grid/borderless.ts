import { type Box, contains } from '../geometry.ts'
import type { Glyph, Page } from '../page/page.ts'
import type { Area } from './areas.ts'
import { gridOf } from './cells.ts'
import { columnRuledAreas } from './column-rules.ts'
import type { Border, Borders } from './drawn.ts'
import { middleOf } from './fill.ts'
import type { Grid, RejectedArea } from './grid.ts'
import { openTable } from './open-table.ts'
import { plainAreas } from './plain-areas.ts'
import { ruledAreas } from './ruled-areas.ts'
import { isTypedRule, type Line, wordLinesOf } from './words.ts'

/** A dash stands so high over its baseline, in ems. */
const DASH_HEIGHT = 0.3

/** Grids found, and the parts of the page that looked like one and are none. */
export interface Judged {
  readonly grids: readonly Grid[]
  readonly rejected: readonly RejectedArea[]
}

/** Tables that no lattice encloses: between horizontal rules, between vertical rules, or told by their text alone. `taken` are the boxes of lattices. */
export function borderlessGrids(
  page: Page,
  { horizontal: rules, vertical }: Borders,
  taken: readonly Box[],
  em: number,
): Judged {
  const free = rest(page.glyphs, taken)
  if (free.length === 0) return { grids: [], rejected: [] }
  const { lines, rules: all } = withTypedRules(wordLinesOf(free), rules)
  const steps: ((left: readonly Line[]) => Area[])[] = [
    left => ruledAreas(left, rules, em),
    left => (vertical.length < 2 ? [] : columnRuledAreas(left, vertical, rules, em)),
    left => plainAreas(left, all),
  ]
  let left = lines
  const grids: Grid[] = []
  const rejected: RejectedArea[] = []
  for (const step of steps) {
    const found = judgedAreas(page, step(left))
    rejected.push(...found.rejected)
    if (found.grids.length === 0) continue
    grids.push(...found.grids)
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
  return { grids, rejected }
}

/** Take lines of dashes for the rules they stand for. */
function withTypedRules(lines: readonly Line[], rules: readonly Border[]): { lines: Line[]; rules: Border[] } {
  const typed = lines.filter(isTypedRule).map(line => ({
    at: line.baseline - DASH_HEIGHT * line.size,
    from: line.pieces[0]?.left ?? 0,
    to: line.pieces.at(-1)?.right ?? 0,
  }))
  return { lines: lines.filter(line => !isTypedRule(line)), rules: [...rules, ...typed] }
}

function judgedAreas(page: Page, areas: readonly Area[]): Judged {
  const drafts = areas.map(area => ({ area, draft: openTable(area) }))
  return {
    grids: drafts.flatMap(({ draft }) => (draft === null ? [] : [gridOf(page, draft, 'borderless')])),
    rejected: drafts.flatMap(({ area, draft }) => (draft === null ? [{ box: boxOf(area), because: NO_TABLE[area.kind] }] : [])),
  }
}

const NO_TABLE: Readonly<Record<Area['kind'], string>> = {
  ruled: 'what stands between the rules makes no columns',
  columns: 'what stands between the vertical rules makes no rows',
  plain: 'the texts make no columns of amounts: running text, a table of contents or the scale of a chart',
}

const boxOf = ({ left, right, lines }: Area): Box => {
  const [first, last] = [lines[0], lines.at(-1)]
  return [left, (first?.baseline ?? 0) - (first?.size ?? 0), right, last?.baseline ?? 0]
}

const rest = (glyphs: readonly Glyph[], boxes: readonly Box[]): readonly Glyph[] =>
  boxes.length === 0 ? glyphs : glyphs.filter(glyph => !boxes.some(box => contains(box, ...middleOf(glyph))))

import { contains } from '../../src/geometry.ts'
import { middleOf } from '../../src/grid/cells/fill.ts'
import type { AreaEvidence } from '../../src/grid/grid.ts'
import { gridEvidenceOf, gridsOf } from '../../src/grid/grids.ts'
import { areaEvidence } from '../../src/grid/open/area-evidence.ts'
import type { Area } from '../../src/grid/open/areas.ts'
import { extentOf } from '../../src/grid/open/areas.ts'
import { cellsOf, readArea } from '../../src/grid/open/open-table.ts'
import { type TextLine, wordLinesOf } from '../../src/grid/texts/words.ts'
import type { Page } from '../../src/page/page.ts'
import { squash } from '../../src/table/words.ts'
import type { Example } from './logit.ts'

/** At least this share of the words of a table stands in its known cells, and of other texts at most the other. */
const SHARES = { table: 0.7, other: 0.3 } as const
/** Lines of one block of text follow each other within this distance (in sizes). */
const NEXT_LINE = 2.5
/** Fewer lines are not looked at. */
const LEAST_LINES = 3

/** Areas of a page, each a table or none; `known` are the texts of its tables' cells, none on a page without a table. */
export function areaExamples(place: string, page: Page, known: readonly string[]): Example[] {
  const { decided } = gridEvidenceOf(page)
  const proposed = decided.map(({ box, seen }) => ({
    seen,
    lines: wordLinesOf(page.glyphs.filter(glyph => contains(box, ...middleOf(glyph)))),
  }))
  return [...proposed, ...blocksOf(page)].flatMap(({ seen, lines }) => {
    const share = shareIn(lines, known)
    if (share > SHARES.other && share < SHARES.table) return []
    const moves = [
      { kind: 'table', observations: seen.table },
      { kind: 'none', observations: seen.none },
    ]
    return [{ place: `${place} p${page.page} ${lines[0]?.phrases[0]?.text}`, moves, right: share >= SHARES.table ? 0 : 1 }]
  })
}

/** Blocks of text outside the grids of a page, read as tables where that is possible. */
function blocksOf(page: Page): { readonly seen: AreaEvidence; readonly lines: readonly TextLine[] }[] {
  const boxes = gridsOf(page).map(grid => grid.box)
  const free = page.glyphs.filter(glyph => !boxes.some(box => contains(box, ...middleOf(glyph))))
  const blocks: TextLine[][] = []
  for (const line of wordLinesOf(free)) {
    const last = blocks.at(-1)?.at(-1)
    if (last !== undefined && line.baseline - last.baseline <= NEXT_LINE * line.size) blocks.at(-1)?.push(line)
    else blocks.push([line])
  }
  return blocks.flatMap(lines => {
    if (lines.length < LEAST_LINES) return []
    const area: Area = { ...extentOf(lines), lines, body: 0, rules: [], kind: 'plain' }
    const open = readArea(area)
    const draft = cellsOf(open)
    return draft === null || open.columns.length < 2 ? [] : [{ seen: areaEvidence(open, draft), lines }]
  })
}

const plain = (text: string): string => squash(text.normalize('NFKC'))

/** Share of words that stand in the cells of known tables. */
function shareIn(lines: readonly TextLine[], known: readonly string[]): number {
  const words = lines.flatMap(line => line.phrases.map(({ text }) => plain(text))).filter(text => text.length > 1)
  const all = known.map(plain).join('\n')
  return words.length === 0 ? 0 : words.filter(word => all.includes(word)).length / words.length
}

import { centreOf, contains } from '../../geometry.ts'
import type { Grid } from '../../grid/grid.ts'
import { linesOf, lineText } from '../../lines.ts'
import type { Glyph, Page } from '../../page/page.ts'
import { spreadOf } from '../../spread.ts'
import { flowOf, inColumns } from '../joins/gutter.ts'
import type { PageText } from '../table.ts'
import { figuresIn, surplus } from '../words.ts'

/** The text around the grids of each page, in the order of the pages. What the grids hold can be let go then: the glyphs of a long document take more memory than all that is made of them. */
export function textAround(pages: readonly Page[], grids: readonly Grid[]): PageText[] {
  const byPage = Map.groupBy(grids, grid => grid.page)
  return pages.map(page => textOf(page, byPage.get(page.page) ?? []))
}

/** The text around the grids of a page. */
export function textOf(shown: Page, grids: readonly Grid[]): PageText {
  const { page, width, height, glyphs } = shown
  const middle = spreadOf(shown)
  const {
    inside = [],
    upright = [],
    turned = [],
  } = Object.groupBy(glyphs, glyph =>
    grids.some(grid => isInside(glyph, grid)) ? 'inside' : glyph.direction === 0 ? 'upright' : 'turned',
  )
  const printed = linesOf(upright)
  const { lines, gutter } = middle === null ? flowOf(printed) : { lines: inColumns(printed, middle), gutter: middle }
  // Only beside a table can a figure be one that the table lost.
  const around = grids.length === 0 ? [] : [...lines, ...linesOf(turned)]
  return {
    ...{ page, width, height, lines, gutter, isSpread: middle !== null },
    inCells: grids.flatMap(({ cells }) => cells.flatMap(({ text }) => figuresIn(text))),
    stray: [...around.flatMap(line => figuresIn(lineText(line))), ...lostFigures(inside, grids)],
  }
}

/** Figures inside the grids of a page that are printed more often than their cells hold them; none where the cells hold every digit. */
function lostFigures(inside: readonly Glyph[], grids: readonly Grid[]): string[] {
  const texts = grids.flatMap(({ cells }) => cells.map(({ text }) => text))
  if (digitsIn(inside.map(({ text }) => text)) <= digitsIn(texts)) return []
  return surplus(
    linesOf(inside).flatMap(line => figuresIn(lineText(line))),
    texts.flatMap(figuresIn),
  )
}

const isInside = ({ box, baseline, size }: Glyph, grid: Grid): boolean => contains(grid.box, centreOf(box), baseline - size / 3)

/** How many ASCII digits some texts hold. */
const digitsIn = (texts: readonly string[]): number => texts.join('').replace(/\D+/g, '').length

import { type Box, contains } from '../geometry.ts'
import { digitsIn } from '../lines.ts'
import type { Glyph, Page } from '../page/page.ts'
import type { Grid } from './grid.ts'

/**
 * A page with what its cells hold let go: the glyphs around its grids stay, for captions, prose and figures that stand in no
 * cell. The glyphs of a document take more memory than all that is made of them. Where the cells do not hold every digit
 * that is printed inside the grids the page stays whole, so that what was lost can be told.
 */
export function aroundGrids(page: Page, grids: readonly Grid[]): Page {
  if (grids.length === 0) return page
  const around: Glyph[] = []
  let digits = 0
  for (const glyph of page.glyphs) {
    if (grids.some(({ box }) => isWithin(glyph, box))) digits += digitsIn(glyph.text)
    else around.push(glyph)
  }
  for (const { cells } of grids) for (const { text } of cells) digits -= digitsIn(text)
  return digits === 0 ? { ...page, glyphs: around, rulings: [], shades: [] } : page
}

/** Whether a glyph stands in a box by its middle and by the line it stands on: whatever asks, it is no text around the box. */
const isWithin = ({ box, baseline, size }: Glyph, frame: Box): boolean => {
  const x = (box[0] + box[2]) / 2
  return contains(frame, x, (box[1] + box[3]) / 2) && contains(frame, x, baseline - size / 3)
}

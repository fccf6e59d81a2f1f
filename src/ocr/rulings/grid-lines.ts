import { inkOf } from '../picture/ink.ts'
import { DARKEST_SHARE, levels, PAPER_SHARE } from '../picture/levels.ts'
import type { Grey } from '../picture/raster.ts'
import { plainRulings, type ScannedRuling } from './scanned-rulings.ts'

/** What is darker than the middle between print and paper is print, with the soft edge so wide (in glyph heights) around it. */
const MIDDLE = 0.5
const SOFT_EDGE = 0.12
/** Lines are looked for there with both: one of a pixel that a picture made smaller smoothes is 7 % darker than paper; beside the tinted numbers of rows all paper seems darker then, and a line is part of it. */
const SENSITIVITIES = [1, 2]

/**
 * The pale lines between the cells of a spreadsheet (#d4d4d4 on white), too faint for ink, and all that parts what stands there: they are looked for
 * where print and its soft edge are taken away, so that no column of strokes passes for one. `em` is the glyph height in pixels.
 */
export function gridLinesOf(picture: Grey, em: number): ScannedRuling[] {
  const unprinted = withoutPrint(picture, Math.round(SOFT_EDGE * em))
  return SENSITIVITIES.flatMap(sensitivity => {
    const { horizontal, vertical } = plainRulings(inkOf(unprinted, em, sensitivity), em)
    return [...horizontal, ...vertical]
  })
}

/** A picture whose print is paper, so many pixels around it too. */
function withoutPrint(picture: Grey, around: number): Grey {
  const { width, height } = picture
  const [dark = 0, paper = 255] = levels(picture, [DARKEST_SHARE, PAPER_SHARE])
  const darkest = dark + MIDDLE * (paper - dark)
  const data = picture.data.slice()
  const isPrint = (x: number, y: number): boolean => x < width && (picture.data[y * width + x] ?? paper) <= darkest
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isPrint(x, y)) continue
      const from = Math.max(0, x - around)
      while (isPrint(x, y)) x++
      const to = Math.min(width, x + around)
      for (let row = Math.max(0, y - around); row < Math.min(height, y + around + 1); row++)
        data.fill(paper, row * width + from, row * width + to)
    }
  }
  return { width, height, data }
}

import { intersection } from '../../geometry.ts'
import { levels } from '../picture/levels.ts'
import { crop, type Grey, type PixelBox } from '../picture/raster.ts'
import type { PrintLine } from './lines.ts'

/** White around the ink of a line, in glyph heights, as in the pictures the recogniser was trained with. */
const MARGIN_ACROSS = 0.12
const MARGIN_ALONG = 0.2
/** A line lower than this (in glyph heights) is a dash or a dot; it is cut as high as print, so that it stays small in the picture. */
const LOW = 0.5
const PRINT_HEIGHT = 0.95
/** Shares of a line's pixels below which grey is paper, and ink: print covers a quarter of a dense line. */
const PAPER = 0.6
const DARK = 0.01
/** Contrast below this is not stretched further: it would turn the grain of paper into print. */
const LEAST_CONTRAST = 48

/** How a line is cut out: with some white around it, or closer, so that its print is larger in the picture. */
export type Look = 'plain' | 'close'
/** Margins of a close look against those of a plain one. */
const CLOSER = 0.4

/** The picture of a line for the recogniser: with white around it, ink black and paper white. */
export function cut(page: Grey, line: PrintLine, em: number, look: Look): { readonly picture: Grey; readonly box: PixelBox } {
  const [x0, y0, x1, y1] = line.ink
  const margin = look === 'close' ? CLOSER : 1
  const half = (y1 - y0 < LOW * em ? PRINT_HEIGHT * em : y1 - y0) / 2 + margin * MARGIN_ACROSS * em
  const middle = (y0 + y1) / 2
  const box: PixelBox = [
    Math.round(x0 - margin * MARGIN_ALONG * em),
    Math.round(middle - half),
    Math.round(x1 + margin * MARGIN_ALONG * em),
    Math.round(middle + half),
  ]
  const [left, top, right, bottom] = intersection(line.within, box) ?? box
  const inside: PixelBox = [left - box[0], top - box[1], right - box[0], bottom - box[1]]
  return { picture: stretched(crop(page, box), inside), box }
}

/** Grey levels drawn apart until paper is white and ink is black; outside a line's cell, where its neighbours are, all is white. */
function stretched(picture: Grey, inside: PixelBox): Grey {
  const { width, height, data } = picture
  const [x0, y0, x1, y1] = inside
  const [paper = 255, darkest = 0] = levels(crop(picture, inside), [PAPER, DARK], 1)
  const dark = Math.min(darkest, paper - LEAST_CONTRAST)
  const scale = 255 / Math.max(1, paper - dark)
  const result = new Uint8Array(width * height).fill(255)
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      result[y * width + x] = Math.max(0, Math.min(255, ((data[y * width + x] ?? 255) - dark) * scale))
    }
  }
  return { width, height, data: result }
}

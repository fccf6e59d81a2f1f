import { type Box, heightOf, widthOf } from '../geometry.ts'
import { type Bitmap, enlargement } from '../page/bitmap.ts'
import type { Page, Ruling } from '../page/page.ts'
import { type Turn, turnedBox, turnedSize, turnOf } from '../turn.ts'
import { type Doubt, doubtsOf } from './doubted-figures.ts'
import type { OcrEngine } from './engine/engine.ts'
import { layoutOf } from './layout.ts'
import { inPoints } from './picture/raster.ts'
import { unsureOf } from './read/empty.ts'
import { blankOf, glyphsOf } from './read/glyphs-of-line.ts'
import { readLines } from './read/read.ts'

/** A page as read from its picture, and what is doubtful about it. Plain data. */
export interface Recognised {
  readonly page: Page
  readonly doubts: readonly Doubt[]
}

/**
 * Read a page from its picture: the same page with recognised glyphs (`source: 'ocr'`, each with its confidence) and
 * the rulings of the picture, upright and level, in points. Nothing of its text layer is kept.
 */
export async function recognise(page: Page, bitmap: Bitmap, engine: OcrEngine): Promise<Recognised> {
  const enlarged = enlargement(page)
  const layout = await layoutOf({ ...bitmap, scale: bitmap.scale * enlarged }, engine, finenessOf(page) * enlarged)
  const lines = await readLines(layout, engine)
  const glyphs = [
    ...lines.flatMap(line => glyphsOf(line, layout.em, bitmap.scale)),
    ...unsureOf(layout, lines).map(box => blankOf(box, layout.em, bitmap.scale)),
  ]
  const rulings = [...layout.rulings.horizontal, ...layout.rulings.vertical].map(
    (ruling): Ruling => ({
      axis: ruling.axis,
      at: ruling.at / bitmap.scale,
      from: ruling.from / bitmap.scale,
      to: ruling.to / bitmap.scale,
      width: ruling.width / bitmap.scale,
    }),
  )
  const shades = layout.shades.map(box => inPoints(box, bitmap.scale))
  return {
    page: { ...turnedPage(page, layout.turn), glyphs, rulings, shades, ocr: engine.name },
    doubts: doubtsOf(lines, page.page, bitmap.scale),
  }
}

/** Pixels a point of the finest picture of a page; 0 when it has none. */
const finenessOf = ({ pictures }: Page): number =>
  Math.max(0, ...pictures.map(({ box, pixels }) => Math.max(...pixels) / Math.max(1, widthOf(box), heightOf(box))))

/** A page turned clockwise with its picture; what its text layer gave is left out. */
function turnedPage(page: Page, turn: Turn): Page {
  const [width, height] = turnedSize(turn, page.width, page.height)
  const place = (box: Box): Box => turnedBox(box, turn, page.width, page.height)
  return {
    ...page,
    width,
    height,
    rotation: turnOf(page.rotation + turn),
    pictures: page.pictures.map(picture => ({ ...picture, box: place(picture.box) })),
    garbled: [],
  }
}

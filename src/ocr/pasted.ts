import {
  areaOf,
  type Box,
  heightOf,
  holdsMiddle,
  intersection,
  itemAt,
  sum,
  unionAll,
  usualSize,
  widthOf,
} from '../geometry.ts'
import { joinedSets } from '../joined-sets.ts'
import type { Bitmap } from '../page/bitmap.ts'
import type { Page, Picture } from '../page/page.ts'
import { glyphHeight, patchesOfPrint } from './picture/glyph-height.ts'
import { greyOf } from './picture/grey.ts'
import { inkOf } from './picture/ink.ts'
import type { Recognised } from './recognise.ts'
import { panesOf } from './rulings/panes.ts'
import { scannedRulings } from './rulings/scanned-rulings.ts'

/** A picture of fewer ems (of the text around it) than this holds no table; logos, seals and signatures are smaller. */
const LEAST_WIDTH = 12
const LEAST_HEIGHT = 2.5
/** More characters than this upon a picture are a text whose ground it is, as the band at the head of a page; a mark may stand there. */
const FEW_UPON = 8
/** Strips of one picture meet within so many points: producers round to tenths. */
const ROUNDING = 0.2

/** White around a picture, in points: who copied a table from the screen cut it close, and a border at the edge of a page is none. */
const MARGIN = 6
const NOWHERE: Box = [0, 0, 0, 0]

/** A table has so many cells with print each way; between the bars and grid lines of a chart stands hardly any. */
const LEAST_CELLS = 2
/** This share of its cells is printed at least. */
const LEAST_PRINTED = 1 / 3
/** The cells of a table are this share of its picture; what else is on it is its title, its unit and its margin. */
const MOST_OF_IT = 0.5

/**
 * Pictures that stand by themselves among the text of a page and are large enough for a table, those stored in strips as one. Where
 * parts of the page are laid out upright there are none: the page is not as it is drawn.
 */
export function pastedIn({ glyphs, pictures, turned, width, height }: Page): Picture[] {
  if (pictures.length === 0 || turned !== undefined) return []
  const printed = glyphs.filter(({ source, text }) => source === 'pdf' && text !== ' ')
  const em = emOf({ glyphs })
  const isLarge = ({ box }: Picture): boolean => widthOf(box) >= LEAST_WIDTH * em && heightOf(box) >= LEAST_HEIGHT * em
  return wholePictures(pictures)
    .map(picture => ({ ...picture, box: intersection(picture.box, [0, 0, width, height]) ?? NOWHERE }))
    .filter(isLarge)
    .filter(({ box }) => printed.filter(glyph => holdsMiddle(box, glyph.box)).length <= FEW_UPON)
}

/** Usual size of the text of a page, in points; without any text nothing is small beside it. */
export const emOf = ({ glyphs }: Pick<Page, 'glyphs'>): number => usualSize(glyphs, Number.POSITIVE_INFINITY)

/** Pictures, those of one width below each other and without a gap as one. */
function wholePictures(pictures: readonly Picture[]): Picture[] {
  const { root, join } = joinedSets(pictures.length)
  const isStripOf = ([x0, y0, x1]: Box, [left, , right, bottom]: Box): boolean =>
    Math.max(Math.abs(x0 - left), Math.abs(x1 - right), Math.abs(y0 - bottom)) <= ROUNDING
  pictures.forEach(({ box }, one) => {
    pictures.forEach((other, at) => {
      if (isStripOf(box, other.box)) join(one, at)
    })
  })
  return [...Map.groupBy(pictures.keys(), root).values()].map(members => {
    const strips = members.map(at => itemAt(pictures, at))
    const [width] = itemAt(strips, 0).pixels
    return { box: unionAll(strips.map(({ box }) => box)), pixels: [width, sum(strips.map(({ pixels }) => pixels[1]))] }
  })
}

/** A page of the same number that shows a picture of another within a margin, and nothing else. */
export const pageOfPicture = ({ page, rotation }: Page, { box, pixels }: Picture): Page => ({
  ...{ page, rotation, width: widthOf(box) + 2 * MARGIN, height: heightOf(box) + 2 * MARGIN },
  ...{ glyphs: [], rulings: [], shades: [], garbled: [] },
  pictures: [{ box: moved([0, 0, widthOf(box), heightOf(box)], MARGIN, MARGIN), pixels }],
})

/** A picture within a margin. */
export function withMargin({ width, height, data, scale }: Bitmap): Bitmap {
  const margin = Math.round(MARGIN * scale)
  const size = { width: width + 2 * margin, height: height + 2 * margin }
  const wide = new Uint8Array(4 * size.width * size.height).fill(255)
  for (let y = 0; y < height; y++)
    wide.set(data.subarray(4 * y * width, 4 * (y + 1) * width), 4 * ((y + margin) * size.width + margin))
  return { ...size, data: wide, scale }
}

/** Whether rulings part most of a picture into cells, and print stands in them. `em` is about the height of its glyphs in points. */
export function isTable(picture: Bitmap, em: number): boolean {
  const { grey } = greyOf(picture)
  const guess = em * picture.scale
  const first = inkOf(grey, guess)
  const height = glyphHeight(first, guess)
  const ink = height === guess ? first : inkOf(grey, height)
  const cells = panesOf(scannedRulings(ink, height), grey.width, grey.height, height).map(({ box }) => box)
  const glyphs = patchesOfPrint(ink, height)
  const printed = cells.filter(cell => glyphs.some(glyph => holdsMiddle(cell, glyph)))
  const [across, down] = [new Set(printed.map(([left]) => left)).size, new Set(printed.map(([, top]) => top)).size]
  const isParted = sum(cells.map(areaOf)) >= MOST_OF_IT * grey.width * grey.height
  return isParted && printed.length >= LEAST_PRINTED * cells.length && Math.min(across, down) >= LEAST_CELLS
}

/** A page with what was read from a picture on it, and the doubts at their places on the page. */
export function withPicture(page: Page, { box: [left, top] }: Picture, { page: read, doubts }: Recognised): Recognised {
  const [dx, dy] = [left - MARGIN, top - MARGIN]
  const glyphs = read.glyphs.map(glyph => ({ ...glyph, box: moved(glyph.box, dx, dy), baseline: glyph.baseline + dy }))
  const rulings = read.rulings.map(({ at, from, to, ...ruling }) =>
    ruling.axis === 'horizontal'
      ? { ...ruling, at: at + dy, from: from + dx, to: to + dx }
      : { ...ruling, at: at + dx, from: from + dy, to: to + dy },
  )
  return {
    page: {
      ...page,
      glyphs: [...page.glyphs, ...glyphs],
      rulings: [...page.rulings, ...rulings],
      shades: [...page.shades, ...read.shades.map(shade => moved(shade, dx, dy))],
    },
    doubts: doubts.map(doubt => ({ ...doubt, box: moved(doubt.box, dx, dy) })),
  }
}

const moved = ([x0, y0, x1, y1]: Box, dx: number, dy: number): Box => [x0 + dx, y0 + dy, x1 + dx, y1 + dy]

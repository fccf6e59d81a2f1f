import {
  type Box,
  heightOf,
  holdsMiddle,
  intersection,
  itemAt,
  lineBox,
  movedBox,
  sum,
  unionAll,
  usualSize,
  widthOf,
} from '../geometry.ts'
import { joinedSets } from '../joined-sets.ts'
import type { Page, Picture } from '../page/page.ts'
import { printedOn } from '../page-content.ts'
import { MARGIN } from './pasted-table.ts'
import type { Recognised } from './recognise.ts'

/** A picture of fewer ems (of the text around it) than this holds no table; logos, seals and signatures are smaller. */
const LEAST_WIDTH = 12
const LEAST_HEIGHT = 2.5
/** One within a table is a row or a figure that somebody pasted there: of 181 documents none has any other there. Smaller ones are dots and lines. */
const LEAST_FIGURE = 2
const LEAST_ROW = 0.8
/** A line of a table takes so many ems to either side of its middle on a picture of it: pixels are coarser than points. */
const LINE_REACH = 0.1
/** More characters than this upon a picture are a text whose ground it is, as the band at the head of a page; a mark may stand there. */
const FEW_UPON = 8
/** Strips of one picture meet within so many points: producers round to tenths. */
const ROUNDING = 0.2

const NOWHERE: Box = [0, 0, 0, 0]

/** A picture that may be part of a table, and whether it stands in one. */
export interface Pasted extends Picture {
  readonly inTable: boolean
}

/**
 * Pictures that stand by themselves among the text of a page and are large enough for a table, or stand in one, those stored in strips as one. Where
 * parts of the page are laid out upright there are none: the page is not as it is drawn.
 */
export function pastedIn(page: Page): Pasted[] {
  const { pictures, turned, width, height } = page
  if (pictures.length === 0 || turned !== undefined) return []
  const printed = printedOn(page)
  const em = emOf(page)
  const isLarge = ({ box, inTable }: Pasted): boolean =>
    widthOf(box) >= (inTable ? LEAST_FIGURE : LEAST_WIDTH) * em && heightOf(box) >= (inTable ? LEAST_ROW : LEAST_HEIGHT) * em
  return wholePictures(pictures)
    .map(({ box, pixels }) => ({ pixels, box: intersection(box, [0, 0, width, height]) ?? NOWHERE }))
    .map(picture => ({ ...picture, upon: printed.filter(glyph => holdsMiddle(picture.box, glyph.box)).length }))
    .filter(({ upon }) => upon <= FEW_UPON)
    .map(({ upon, ...picture }) => ({ ...picture, inTable: upon === 0 && isBetweenLines(picture, page) }))
    .filter(isLarge)
}

const scaledBox = (box: Box, scale: number): Box => [
  Math.floor(box[0] * scale),
  Math.floor(box[1] * scale),
  Math.ceil(box[2] * scale),
  Math.ceil(box[3] * scale),
]

/** Whether there is a line above the middle of a picture, and one below. */
function isBetweenLines({ box: [left, top, right, bottom] }: Picture, { rulings }: Page): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const across = rulings.filter(({ axis, from, to }) => axis === 'horizontal' && from <= x && to >= x)
  return across.some(({ at }) => at < y) && across.some(({ at }) => at > y)
}

/** The lines of a page that run over a picture, in its pixels; so many of those make a point. */
export function linesOver({ box }: Picture, page: Page, scale: number): Box[] {
  const reach = LINE_REACH * emOf(page)
  const [x, y] = [-box[0], -box[1]]
  return page.rulings.flatMap(ruling => {
    const [left, top, right, bottom] = lineBox(ruling)
    const over = intersection([left - reach, top - reach, right + reach, bottom + reach], box)
    return over === null ? [] : [scaledBox(movedBox(over, x, y), scale)]
  })
}

/** Usual size of the text of a page, in points; without any text nothing is small beside it. */
export const emOf = ({ glyphs }: Pick<Page, 'glyphs'>): number => usualSize(glyphs, Number.POSITIVE_INFINITY)

/** Pictures, those of one width below each other and without a gap as one. */
function wholePictures(pictures: readonly Picture[]): Picture[] {
  const { join, sets } = joinedSets(pictures.length)
  const isStripOf = ([x0, y0, x1]: Box, [left, , right, bottom]: Box): boolean =>
    Math.max(Math.abs(x0 - left), Math.abs(x1 - right), Math.abs(y0 - bottom)) <= ROUNDING
  pictures.forEach(({ box }, one) => {
    pictures.forEach((other, at) => {
      if (isStripOf(box, other.box)) join(one, at)
    })
  })
  return sets().map(members => {
    const strips = members.map(at => itemAt(pictures, at))
    const [width] = itemAt(strips, 0).pixels
    return { box: unionAll(strips.map(({ box }) => box)), pixels: [width, sum(strips.map(({ pixels }) => pixels[1]))] }
  })
}

/** A page of the same number that shows a picture of another within a margin, and nothing else. */
export const pageOfPicture = ({ page, rotation }: Page, { box, pixels }: Picture): Page => ({
  ...{ page, rotation, width: widthOf(box) + 2 * MARGIN, height: heightOf(box) + 2 * MARGIN },
  ...{ glyphs: [], rulings: [], shades: [], garbled: [] },
  pictures: [{ box: movedBox([0, 0, widthOf(box), heightOf(box)], MARGIN, MARGIN), pixels }],
})

/** A page with what was read from a picture on it, and the doubts at their places on the page. */
export function withPicture(page: Page, { box: [left, top] }: Picture, { page: read, doubts }: Recognised): Recognised {
  const [dx, dy] = [left - MARGIN, top - MARGIN]
  const glyphs = read.glyphs.map(glyph => ({ ...glyph, box: movedBox(glyph.box, dx, dy), baseline: glyph.baseline + dy }))
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
      shades: [...page.shades, ...read.shades.map(shade => movedBox(shade, dx, dy))],
    },
    doubts: doubts.map(doubt => ({ ...doubt, box: movedBox(doubt.box, dx, dy) })),
  }
}

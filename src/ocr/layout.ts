import { type Box, heightOf, median, widthOf } from '../geometry.ts'
import type { Bitmap } from '../page/bitmap.ts'
import type { Turn } from '../turn.ts'
import type { OcrEngine } from './engine/engine.ts'
import { withFaintEnds } from './lines/faint.ts'
import { linesOf, type PrintLine } from './lines/lines.ts'
import { type Found, linesOutside } from './lines/outside.ts'
import { ownRulings, withoutPale } from './lines/pale.ts'
import { type Print, printOf } from './lines/specks.ts'
import { glyphHeight } from './picture/glyph-height.ts'
import { greyOf, type Unsealed } from './picture/grey.ts'
import { withoutGreySeals } from './picture/grey-seals.ts'
import { inkOf } from './picture/ink.ts'
import { type Grey, type Ink, joinedInk, type PixelBox, turned } from './picture/raster.ts'
import { unreversing } from './picture/reversed.ts'
import { withoutScreens } from './picture/screen.ts'
import { inkUnder, sealShare } from './picture/seal-places.ts'
import { rimsOf, withRims } from './picture/seal-rims.ts'
import { shadesOf } from './picture/shades.ts'
import { LEAST_SKEW, level, skewOf } from './picture/skew.ts'
import { isBilevel, isGrainy, smoothed } from './picture/smooth.ts'
import { uprightTurn } from './picture/upright.ts'
import { erased, whitened } from './rulings/erase.ts'
import { keystoneOf, straightened, straightenedBox } from './rulings/keystone.ts'
import { latticeOf } from './rulings/lattice.ts'
import { isMiddleIn, type Pane, paneOf, panesOf } from './rulings/panes.ts'
import { type ScannedRulings, scannedRulings } from './rulings/scanned-rulings.ts'

/** A page made ready for reading; all in pixels of the level page. */
export interface Layout {
  /** The level page without rulings and seals. */
  readonly grey: Grey
  /** The same before its grain was smoothed and the rests of its seals were whitened; null when it had neither. */
  readonly raw: Grey | null
  /** The level page without rulings and with its seals lifted off the print in other ways; see `Unsealed`. */
  readonly uncovered: readonly Grey[]
  /** The ink of print with what was lost of it under seals, and with rests of them: whether there is a gap is told by it. */
  readonly joined: Ink
  readonly print: Print
  readonly rulings: ScannedRulings
  readonly panes: readonly Pane[]
  /** Stripes of tinted paper. */
  readonly shades: readonly PixelBox[]
  readonly lines: readonly PrintLine[]
  /** Whether nothing on the page can be read for sure: it is black and white only, or coarse. */
  readonly poor: boolean
  /** Ink in panes without a line: they may not be empty. */
  readonly unsure: readonly Box[]
  /** Where ink too pale to be print of this side was taken away. */
  readonly pale: readonly PixelBox[]
  /** Usual glyph height in pixels. */
  readonly em: number
  /** Degrees clockwise by which the picture was turned to stand upright. */
  readonly turn: Turn
  /** Where seals were, one pixel for a tile; see `Unsealed`. */
  readonly seals: Unsealed['seals']
}

/** The box that text detection draws around a line is higher than its glyphs by this factor. */
const DETECTED_HEIGHT = 1.6

/** Sensitivity with which print beside a line is looked for that was too faint at first. */
const FAINT = 2
/** Ink this near (in glyph heights) to a ruling is its rest, not the first stroke of a line. */
const INSET = 0.08

const insetBox = (box: Box, by: number): Box => [box[0] + by, box[1] + by, box[2] - by, box[3] - by]

/** How a page is made level and square: its slope is taken out, then its keystone, and print on dark paper is made dark. */
interface Levelling {
  readonly em: number
  readonly skew: number
  /** The page it was found on, level, and its ink. */
  readonly grey: Grey
  readonly ink: Ink
  /** The page with its dark paper as it is. */
  readonly tinted: Grey
  /** The same done to another picture of the page, and to a box on it. */
  readonly picture: (picture: Grey) => Grey
  readonly box: (box: PixelBox) => PixelBox
}

/** What makes a page level; `guess` is about its glyph height. A fax lay flat: what it leaves of its hairlines slopes by steps of whole pixels, which are no keystone. */
function levellingOf(page: Grey, guess: number, isFlat: boolean): Levelling {
  const first = inkOf(page, guess)
  const em = glyphHeight(first, guess)
  const skew = skewOf(first)
  const isLevel = Math.abs(skew) < LEAST_SKEW
  const levelled = (picture: Grey): Grey => (isLevel ? picture : level(picture, skew))
  const upright = levelled(page)
  const ink = isLevel && em === guess ? first : inkOf(upright, em)
  const keystone = isFlat ? null : keystoneOf(ink, em)
  const squared = (picture: Grey): Grey => (keystone === null ? picture : straightened(picture, keystone))
  const tinted = squared(upright)
  const unreversed = unreversing(tinted, em) ?? ((picture: Grey) => picture)
  const grey = unreversed(tinted)
  const box = (seen: PixelBox): PixelBox => {
    const own = isLevel ? seen : levelBox(seen, skew, tinted)
    return keystone === null ? own : straightenedBox(own, tinted, keystone)
  }
  const picture = (other: Grey) => unreversed(squared(levelled(other)))
  return { em, skew, grey, tinted, ink: grey === upright ? ink : inkOf(grey, em), picture, box }
}

/** The lines of print in each pane. */
const linesInPanes = ({ panes, print, faint, em }: Found): PrintLine[] =>
  panes.flatMap(pane => {
    const inner = insetBox(pane.box, INSET * em)
    return linesOf(print, inner, em).map(line => (faint === null ? line : withFaintEnds(line, faint, em)))
  })

/** Lines with their ends that were lost under seals, and the ink of print with what was lost of it; `lifted` are pictures without seals. */
function withLost(lines: readonly PrintLine[], { print, em }: Found, [lifted]: readonly Grey[], seals: Grey | null) {
  if (lifted === undefined) return { inPanes: [...lines], joined: print.ink }
  const lost = inkUnder(seals, inkOf(lifted, em))
  const inPanes = lines.map(line => (sealShare(seals, line.ink) > 0 ? withFaintEnds(line, lost, em) : line))
  return { inPanes, joined: joinedInk(print.ink, lost) }
}

/** About the glyph height of a page, by the boxes that text detection drew. */
const guessOf = (boxes: readonly PixelBox[], scale: number): number =>
  median(
    boxes.map(box => Math.min(widthOf(box), heightOf(box))),
    12 * scale,
  ) / DETECTED_HEIGHT

/** A page upright, and the boxes of text on it. On a page that lies on its side detection misses half of the small print. */
async function uprighted(stored: Grey, scale: number, engine: OcrEngine) {
  const lying = await engine.findText(stored)
  const turn = await uprightTurn(stored, lying, guessOf(lying, scale), engine)
  const skewed = turned(stored, turn)
  return { turn, skewed, seen: turn === 0 ? lying : await engine.findText(skewed) }
}

/** Print of a picture with fewer pixels a point than this (170 dpi: a fax, a phone) is read wrong too often to be sure of: 5 as 3, with .98. */
const COARSE = 170 / 72

/** Prepare a page for reading: seal and skew taken out, rulings found and erased, lines of print found. `fine` is how many pixels a point its picture has of its own, 0 when nobody knows. */
export async function layoutOf(bitmap: Bitmap, engine: OcrEngine, fine: number): Promise<Layout> {
  const { grey: drawn, seals: storedSeals, withRests, uncovered } = greyOf(bitmap)
  const bilevel = isBilevel(drawn)
  const stored = bilevel ? withoutScreens(drawn, bitmap.scale, fine || bitmap.scale) : drawn
  const { turn, skewed, seen } = await uprighted(stored, bitmap.scale, engine)
  const guess = guessOf(seen, bitmap.scale)
  const grainy = bilevel || isGrainy(skewed)
  const levelling = levellingOf(grainy ? smoothed(skewed) : skewed, guess, bilevel)
  const { em, skew, grey, tinted, ink } = levelling
  const boxes = seen.map(levelling.box)
  const lines = bilevel ? latticeOf(ink, scannedRulings(ink, em), boxes, em) : scannedRulings(ink, em)
  const own = withoutPale(erased(grey, ink, lines, em), em)
  const rulings = own.isThrough ? ownRulings(lines, grey) : lines
  const rims = rimsOf(own.ink, em)
  const seals = withRims(storedSeals && level(turned(storedSeals, turn), skew), rims, grey)
  const clean = withoutGreySeals(own, rims, own.darkness)
  const print = printOf(clean.ink, em, seals)
  const panes = panesOf(rulings, grey.width, grey.height, em)
  const found = { boxes, panes, print, faint: grainy ? null : inkOf(clean.grey, em, FAINT), em }
  const lifted = uncovered.map(picture => erased(levelling.picture(turned(picture, turn)), ink, lines, em).grey)
  const { inPanes, joined } = withLost(linesInPanes(found), found, lifted, seals)
  const untouched = withRests ? turned(withRests, turn) : grainy ? skewed : null
  return {
    turn,
    raw: untouched && erased(levelling.picture(untouched), ink, lines, em).grey,
    grey: grainy ? clean.grey : whitened(clean.grey, clean.ink, print.ink),
    uncovered: lifted,
    joined,
    print,
    rulings,
    panes,
    shades: shadesOf(tinted, em),
    lines: [...inPanes, ...linesOutside(found, inPanes)],
    poor: bilevel || (fine > 0 && fine < COARSE),
    unsure: [...print.left, ...own.pale].filter(box => isAlone(box, panes, inPanes)),
    pale: own.pale,
    em,
    seals,
  }
}

/** Whether a box lies in a pane without any line. */
const isAlone = (box: Box, panes: readonly Pane[], lines: readonly PrintLine[]): boolean => {
  const pane = paneOf(box, panes)
  return pane !== undefined && !lines.some(({ ink }) => isMiddleIn(ink, pane.box))
}

/** Where a box lies after the page was made level: its middle moves with the page, its size stays. */
function levelBox([x0, y0, x1, y1]: PixelBox, skew: number, { width, height }: Grey): PixelBox {
  const angle = (skew * Math.PI) / 180
  const [dx, dy] = [(x0 + x1 - width) / 2, (y0 + y1 - height) / 2]
  const shiftX = Math.round(dx * Math.cos(angle) + dy * Math.sin(angle) - dx)
  const shiftY = Math.round(-dx * Math.sin(angle) + dy * Math.cos(angle) - dy)
  return [x0 + shiftX, y0 + shiftY, x1 + shiftX, y1 + shiftY]
}

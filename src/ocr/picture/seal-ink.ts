import { heightOf, itemAt, widthOf } from '../../geometry.ts'
import type { Bitmap } from '../../page/bitmap.ts'
import { type Component, componentsOf } from './components.ts'
import { brightestAt, CLEARLY, coloursOf } from './ink-colours.ts'
import { levelBelow } from './levels.ts'
import type { Grey, Ink } from './raster.ts'
import { redPrint } from './red-print.ts'
import { type Stroke, strokesOf } from './strokes.ts'

/** Side of the tiles in which seals are marked, in pixels: about half a character at 200 dpi. */
export const TILE = 16

/** A page has a red seal when this share of its pixels is clearly red: a fiftieth of what a seal's outline alone covers. */
const SEAL_SHARE = 0.0001

/** What breaks the ring of a seal is smaller than these patches, in points, the white between lines of blue print that are set close is larger. */
const PATCH = 1.5
/** Nothing that is laid over print is longer than two seals of 60 mm that touch, in points: the rulings of a table are. */
const LONGEST = 300
/** What is shut in by ink and so large both ways, in points, is a pane. */
const PANE = 6

/** What a stroke is like that is laid over print. */
interface Laid {
  /** Its shorter and its longer side are at least as long, in points. */
  readonly least: readonly [shorter: number, longer: number]
  /** It covers at most this share of its box. */
  readonly covered: number
  /** It shuts in so many panes at most. */
  readonly panes: number
}

/** The ring or the frame of a seal: a stamp with a date is 10 by 25 mm, and no line and no character of print is so large; coloured paper covers more, and rulings shut in more panes. */
const SEAL: Laid = { least: [27, 48], covered: 0.65, panes: 6 }
/** A tick, a ring around figures, a signature: a tick is 16 by 20 points; they cover up to 0.27 of their box, characters of print from 0.44 on; a ring or two shut in no cells. */
const PEN: Laid = { least: [8, 14], covered: 0.35, panes: 2 }
/** The thin line of a pen is uneven: so much of its ink is lifted wholly, since of a signature half left dashes that were read as signs. */
const MOST_OF_LINE = 0.8
/** Places of red print, which no seal has ink in; more seals than are left by it are a picture in colour. */
const PRINT = 255

/** The ink that seals may have left on a page. */
export interface SealInk {
  /** How coloured each pixel is. */
  readonly colours: Uint8Array
  /** Of which seal it is: 0 of any red one, 1 and more of one in a cool colour. */
  readonly seals: Uint8Array
  /** How much darker than white the ink of each seal is where it is brightest, for each step of its colour; null when the page has no seal. */
  readonly losses: readonly number[] | null
}

/** What a picture with one pixel for TILE × TILE of the page says of a pixel of the page. */
export const tileAt = ({ width, data }: Grey, x: number, y: number): number =>
  data[Math.floor(y / TILE) * width + Math.floor(x / TILE)] ?? 0

/**
 * The ink of seals. Red counts wherever it may not be print: little else in an office is red. Much print is blue, and rulings are: ink of a
 * cool colour is that of a seal or a pen in and around a stroke that is larger than print, or thinner, and no paper.
 */
export function sealInkOf(page: Bitmap): SealInk {
  const { reds: colours, cools } = coloursOf(page)
  const cool = strokesOf(page, cools, PATCH)
    .filter(stroke => isLaidAs(SEAL, stroke) || isLaidAs(PEN, stroke))
    .slice(0, PRINT - 1)
  const places = placesOf(page, cool, redPrint(page, colours))
  const seals = new Uint8Array(colours.length)
  if (places !== null) {
    for (let i = 0; i < colours.length; i++) {
      const place = tileAt(places, i % page.width, Math.floor(i / page.width))
      if (place === PRINT) colours[i] = 0
      else if (place > 0 && (cools[i] ?? 0) > 0) {
        seals[i] = place
        colours[i] = cools[i] ?? 0
      }
    }
  }
  return { colours, seals, losses: lossesOf(page, { colours, seals }, cool) }
}

/** Whether a stroke in a cool colour is laid over print as something is. */
function isLaidAs({ least, covered, panes }: Laid, { box, patches }: Stroke): boolean {
  const [shorter, longer] = [Math.min(widthOf(box), heightOf(box)), Math.max(widthOf(box), heightOf(box))]
  if (shorter < least[0] || longer < least[1] || longer > LONGEST) return false
  return patches.data.reduce((all, ink) => all + ink, 0) <= covered * patches.data.length && panesIn(patches) <= panes
}

/** How many parts of a picture are shut in by ink and as large as a cell. */
function panesIn({ width, height, data }: Ink): number {
  const least = PANE / PATCH
  const isPane = ({ box: [x0, y0, x1, y1] }: Component) =>
    x0 > 0 && y0 > 0 && x1 < width && y1 < height && Math.min(x1 - x0, y1 - y0) >= least
  return [...componentsOf({ width, height, data: data.map(ink => 1 - ink) })].filter(isPane).length
}

/** Which seal in a cool colour may have ink in a tile, 1 the first; PRINT where none has, nor a red one; else 0. Null when all are 0. */
function placesOf({ width, height, scale }: Bitmap, cool: readonly Stroke[], print: readonly Stroke[]): Grey | null {
  if (cool.length + print.length === 0) return null
  const [columns, rows] = [Math.ceil(width / TILE), Math.ceil(height / TILE)]
  const tiles = new Uint8Array(columns * rows)
  const fill = ({ box }: Stroke, place: number) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = box.map(side => Math.floor((side * scale) / TILE))
    for (let row = Math.max(0, top - 1); row <= Math.min(rows - 1, bottom + 1); row++)
      tiles.fill(place, row * columns + Math.max(0, left - 1), row * columns + Math.min(columns, right + 2))
  }
  for (const stroke of print) fill(stroke, PRINT)
  for (const [index, stroke] of cool.entries()) fill(stroke, index + 1)
  return { width: columns, height: rows, data: tiles }
}

/** What the ink of seals takes from the light, by what its clear pixels show. */
function lossesOf({ data }: Bitmap, { colours, seals }: Omit<SealInk, 'losses'>, cool: readonly Stroke[]): number[] | null {
  const counts = Array.from({ length: cool.length + 1 }, () => new Uint32Array(256))
  let red = 0
  for (let i = 0; i < colours.length; i++) {
    const [colour, seal] = [colours[i] ?? 0, seals[i] ?? 0]
    if (colour < (seal === 0 ? CLEARLY.red : CLEARLY.cool)) continue
    if (seal === 0) red++
    const ofSeal = itemAt(counts, seal)
    // in 1/64
    const loss = Math.min(255, ((255 - brightestAt(data, 4 * i)) * 64) / colour) | 0
    ofSeal[loss] = (ofSeal[loss] ?? 0) + 1
  }
  if (cool.length === 0 && red < SEAL_SHARE * colours.length) return null
  return counts.map((ofSeal, place) => {
    const stroke = cool[place - 1]
    return levelBelow(ofSeal, stroke !== undefined && !isLaidAs(SEAL, stroke) ? MOST_OF_LINE : 0.5) / 64
  })
}

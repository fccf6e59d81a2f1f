import { itemAt, mean, sum, widthOf } from '../../geometry.ts'
import { componentsOf } from './components.ts'
import { DARKEST_SHARE, levelBelow, levels, PAPER_SHARE } from './levels.ts'
import type { Grey, Ink, PixelBox } from './raster.ts'
import { stretchesOf } from './stretches.ts'

/** Tiles a glyph is high. */
const TILES = 4
/** Tiles to each side, across and down, among which dark paper is mostly dark, print and all: the boldest headline is dark in half of them. */
const ACROSS = 4
const DOWN = 1
const MOSTLY = 0.6
/** A tile or a row of tiles is dark paper when this share of it is dark. */
const HALF = 0.5
/** Between its white print this share of the tiles of dark paper is wholly dark; the strokes of print are narrower than a tile. */
const SOLID = 0.25
const WHOLLY = 240
/** Dark paper is at least so wide (in glyph heights). */
const WIDE = 1.5
/** White print covers so much of it; less is grain, more is no print. */
const LEAST_PRINT = 0.01
const MOST_PRINT = 0.5
/** Thickness of the line that is left where dark paper ends, in glyph heights: it is the border of its cells. */
const BORDER = 0.08
/** What differs from dark paper is made so much clearer than it would be on white: thin borders are hardly seen on it. More, or more than MOST_GAIN in all, would show its grain. */
const CLEARER = 2
const MOST_GAIN = 6

/** A part of a page whose paper is dark: its pixels, and how dark it is. */
interface DarkPaper {
  readonly pixels: readonly number[]
  readonly ground: number
}

/**
 * What makes print on dark paper dark on white, as header rows are printed white: ink is what differs from the paper of its own
 * cell. Where the dark paper ends a line is left. Null for a page without any; `em` is the glyph height in pixels. The page and
 * the pictures that the result is for are level and of one size.
 */
export function unreversing(page: Grey, em: number): ((picture: Grey) => Grey) | null {
  const [dark = 0, paper = 255] = levels(page, [DARKEST_SHARE, PAPER_SHARE])
  const parts = darkPaperOf(page, em, [dark, paper])
  if (parts.length === 0) return null
  return picture => {
    const data = picture.data.slice()
    for (const { pixels, ground } of parts) {
      const gainOver = (range: number) => Math.min(MOST_GAIN, (CLEARER * (paper - dark)) / Math.max(1, range))
      const [lighter, darker] = [gainOver(paper - ground), gainOver(ground - dark)]
      for (const at of pixels) {
        const light = itemAt(picture.data, at) - ground
        data[at] = Math.max(dark, paper - (light > 0 ? lighter : -darker) * light)
      }
    }
    return { ...picture, data }
  }
}

/** Tiles of a page: what share of each is dark, 0 to 255. */
interface Tiles extends Grey {
  /** Pixels a tile is wide. */
  readonly side: number
  /** The brightest level that is dark. */
  readonly most: number
}

function darkPaperOf(page: Grey, em: number, [dark, paper]: readonly [number, number]): DarkPaper[] {
  const tiles = tilesOf(page, Math.max(3, Math.round(em / TILES)), (dark + paper) / 2)
  // the shadow of a fold and the edge of a scanner's glass reach the edge of the picture
  const isInside = ([x0, y0, x1, y1]: PixelBox) =>
    x0 > ACROSS && y0 > DOWN && x1 < tiles.width - ACROSS && y1 < tiles.height - DOWN
  return [...componentsOf(mostlyDark(tiles))]
    .filter(({ box }) => widthOf(box) * tiles.side >= WIDE * em && isInside(box))
    .map(({ pixels }) => wholeTiles(tiles, pixels))
    .filter(own => own.filter(at => itemAt(tiles.data, at) >= WHOLLY).length >= SOLID * own.length)
    .flatMap((own): DarkPaper[] => {
      const mask = maskOf(page, tiles, own)
      const counts = new Uint32Array(256)
      for (let at = 0; at < mask.length; at++)
        if (mask[at] === 1) counts[itemAt(page.data, at)] = itemAt(counts, itemAt(page.data, at)) + 1
      const ground = levelBelow(counts.slice(0, Math.floor(tiles.most)), HALF)
      const light = sum([...counts.slice(Math.round((ground + paper) / 2))]) / sum([...counts])
      if (light < LEAST_PRINT || light > MOST_PRINT) return []
      return [{ pixels: widened(mask, page, Math.max(1, Math.round(BORDER * em))), ground }]
    })
}

function tilesOf({ width, height, data }: Grey, side: number, most: number): Tiles {
  const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)]
  const counts = new Uint32Array(columns * rows)
  for (let y = 0; y < rows * side; y++) {
    const row = Math.floor(y / side) * columns
    for (let x = 0, at = y * width; x < columns * side; x++, at++)
      if (itemAt(data, at) < most) counts[row + Math.floor(x / side)] = itemAt(counts, row + Math.floor(x / side)) + 1
  }
  return { width: columns, height: rows, data: Uint8Array.from(counts, count => (255 * count) / (side * side)), side, most }
}

/** The tiles that are mostly dark with those around them. */
function mostlyDark({ width, height, data }: Tiles): Ink {
  const ink = new Uint8Array(data.length)
  const least = MOSTLY * 255 * (2 * ACROSS + 1) * (2 * DOWN + 1)
  for (let y = DOWN; y < height - DOWN; y++) {
    const down = Array.from({ length: width }, (_, x) => {
      let all = 0
      for (let row = y - DOWN; row <= y + DOWN; row++) all += itemAt(data, row * width + x)
      return all
    })
    for (let x = ACROSS; x < width - ACROSS; x++)
      if (sum(down.slice(x - ACROSS, x + ACROSS + 1)) >= least) ink[y * width + x] = 1
  }
  return { width, height, data: ink }
}

/** The tiles of dark paper around some that are mostly dark, print and all: from its first dark tile of a row to its last. */
function wholeTiles({ width, height, data }: Tiles, found: readonly number[]): number[] {
  const near = new Uint8Array(data.length)
  for (const at of found)
    for (let row = at - DOWN * width; row <= at + DOWN * width; row += width) near.fill(1, row - ACROSS, row + ACROSS + 1)
  return Array.from({ length: height }, (_, y) => y * width).flatMap(start =>
    stretchesOf(near.subarray(start, start + width), is => is === 1).flatMap(({ from, to }) => {
      const all = Array.from({ length: to - from }, (_, index) => start + from + index)
      const isDark = (at: number) => itemAt(data, at) >= HALF * 255
      const own = all.slice(all.findIndex(isDark), all.findLastIndex(isDark) + 1)
      return own.length > 0 && mean(own.map(at => itemAt(data, at))) >= HALF * 255 ? own : []
    }),
  )
}

/** The pixels of some tiles, and the dark ones of the tiles beside them. */
function maskOf({ width, height, data }: Grey, { width: columns, side, most }: Tiles, found: readonly number[]): Uint8Array {
  const mask = new Uint8Array(data.length)
  for (const tile of found) {
    const [left, top] = [(tile % columns) * side, Math.floor(tile / columns) * side]
    for (let y = Math.max(0, top - side); y < Math.min(height, top + 2 * side); y++) {
      for (let x = left - side; x < left + 2 * side; x++) {
        const isOwn = x >= left && x < left + side && y >= top && y < top + side
        if (isOwn || itemAt(data, y * width + x) < most) mask[y * width + x] = 1
      }
    }
  }
  return mask
}

/** The pixels of a mask, and those no further from it than `by`. */
function widened(mask: Uint8Array, { width }: Grey, by: number): number[] {
  const near = [0, -by, by, -by * width, by * width]
  const pixels: number[] = []
  for (let at = 0; at < mask.length; at++) if (near.some(step => mask[at + step] === 1)) pixels.push(at)
  return pixels
}

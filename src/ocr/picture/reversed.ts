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
      for (let at = mask.from; at < mask.to; at++)
        if (mask.data[at] === 1) counts[itemAt(page.data, at)] = itemAt(counts, itemAt(page.data, at)) + 1
      const ground = levelBelow(counts.slice(0, Math.floor(tiles.most)), HALF)
      const light = sum([...counts.slice(Math.round((ground + paper) / 2))]) / sum([...counts])
      if (light < LEAST_PRINT || light > MOST_PRINT) return []
      return [{ pixels: widened(mask, Math.max(1, Math.round(BORDER * em))), ground }]
    })
}

function tilesOf({ width, height, data }: Grey, side: number, most: number): Tiles {
  const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)]
  const counts = new Uint32Array(columns * rows)
  for (let y = 0; y < rows * side; y++) {
    const row = Math.floor(y / side) * columns
    for (let column = 0, at = y * width; column < columns; column++) {
      let dark = 0
      for (const end = at + side; at < end; at++) if ((data[at] ?? 0) < most) dark++
      counts[row + column] = itemAt(counts, row + column) + dark
    }
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

/** Some pixels of a page, 1 each; all of them lie between two of its pixels. */
interface Mask extends Grey {
  readonly from: number
  readonly to: number
}

/** The pixels of some tiles, and the dark ones of the tiles beside them. */
function maskOf({ width, height, data }: Grey, { width: columns, side, most }: Tiles, found: readonly number[]): Mask {
  const mask = new Uint8Array(data.length)
  let [first, last] = [height, 0]
  for (const tile of found) {
    const [left, top] = [(tile % columns) * side, Math.floor(tile / columns) * side]
    first = Math.min(first, Math.max(0, top - side))
    last = Math.max(last, Math.min(height, top + 2 * side))
    for (let y = Math.max(0, top - side); y < Math.min(height, top + 2 * side); y++) {
      for (let x = left - side; x < left + 2 * side; x++) {
        const isOwn = x >= left && x < left + side && y >= top && y < top + side
        if (isOwn || itemAt(data, y * width + x) < most) mask[y * width + x] = 1
      }
    }
  }
  // a tile at the left or right edge of the page has some beside it in the next row
  return { width, height, data: mask, from: Math.max(0, first * width - side), to: Math.min(data.length, last * width + side) }
}

/** The pixels of a mask, and those no further from it than `by`. */
function widened({ width, data, from, to }: Mask, by: number): number[] {
  const pixels: number[] = []
  const [down, end] = [by * width, Math.min(data.length, to + by * width)]
  for (let at = Math.max(0, from - down); at < end; at++)
    if (data[at] === 1 || data[at - by] === 1 || data[at + by] === 1 || data[at - down] === 1 || data[at + down] === 1)
      pixels.push(at)
  return pixels
}

import { median } from '../../geometry.ts'
import { levels, PAPER_SHARE } from './levels.ts'
import type { Grey, PixelBox } from './raster.ts'
import { type Stretch, stretchesOf, withoutGaps } from './stretches.ts'

/** Tiles a glyph is high: small enough to tell a row from the next, large enough for a tile to hold paper between strokes. */
const TILES = 4
/** A tile is as bright as its paper, this share of its brightest pixels left out as noise. */
const BRIGHTEST = 0.85
/** Tinted paper is darker than white paper by this many grey levels: the palest stripes printed (#f5f5f5) are by 10. */
const TINT = 7
/** A stripe is at least so wide and so high (in glyph heights), and print interrupts it for no longer than GAP. */
const WIDE = 5
const HIGH = 0.9
const GAP = 1
/** Tinted paper is even: this share of the tiles of a row differ by no more than EVEN levels; those of a line of print do not. */
const MOSTLY = 0.7
const EVEN = 4
/** A stripe may begin and end this many tiles from its own edge: a tile at an edge is half of each. */
const LOOSE = 1

/** Tiles of another tint that do not end a stripe: cells painted below each other leave a pale seam between them. */
const SEAM = 1

/** A run of tinted tiles in one row of tiles; `level` is the brightness of its paper. */
interface Run extends Stretch {
  readonly level: number
}

/** The brightness of the paper of a picture, tile by tile. */
interface Tiles {
  readonly side: number
  readonly rows: readonly (readonly number[])[]
}

/**
 * Where the paper of a level page is tinted in stripes, as the rows and headers of tables are that have no rulings. The stripes
 * have sharp upper and lower edges: the shadow of a fold has none. `em` is the glyph height in pixels.
 */
export function shadesOf(picture: Grey, em: number): PixelBox[] {
  const [paper = 255] = levels(picture, [PAPER_SHARE])
  const tiles = tilesOf(picture, Math.max(3, Math.round(em / TILES)))
  const open: { run: Run; top: number; bottom: number }[] = []
  tiles.rows.forEach((row, y) => {
    for (const run of tintedRuns(row, paper - TINT, em / tiles.side)) {
      const stripe = open.findLast(it => y - it.bottom <= SEAM && isAlike(it.run, run))
      if (stripe === undefined) open.push({ run, top: y, bottom: y + 1 })
      else stripe.bottom = y + 1
    }
  })
  const isStripe = ({ run, top, bottom }: (typeof open)[number]) =>
    (bottom - top) * tiles.side >= HIGH * em && isSharp(tiles, run, top - 2) && isSharp(tiles, run, bottom + 1)
  return open
    .filter(isStripe)
    .map(({ run, top, bottom }) => [run.from * tiles.side, top * tiles.side, run.to * tiles.side, bottom * tiles.side])
}

function tilesOf(picture: Grey, side: number): Tiles {
  const [columns, lines] = [Math.floor(picture.width / side), Math.floor(picture.height / side)]
  const counts = new Uint16Array(256)
  const brighter = side * side - Math.floor(BRIGHTEST * side * side)
  const levelAt = (x: number, y: number): number => {
    counts.fill(0)
    for (let row = 0, from = y * side * picture.width + x * side; row < side; row++, from += picture.width)
      for (let at = from; at < from + side; at++) counts[picture.data[at] ?? 255] = (counts[picture.data[at] ?? 255] ?? 0) + 1
    let level = 256
    for (let seen = 0; seen < brighter; ) seen += counts[--level] ?? 0
    return level
  }
  const rows = Array.from({ length: lines }, (_, y) => Array.from({ length: columns }, (_, x) => levelAt(x, y)))
  return { side, rows }
}

/** The long runs of a row of tiles that are darker than `most`; `em` is the glyph height in tiles. */
const tintedRuns = (row: readonly number[], most: number, em: number): Run[] =>
  withoutGaps(
    stretchesOf(row, level => level <= most),
    GAP * em,
  )
    .filter(({ from, to }) => to - from >= WIDE * em)
    .map(({ from, to }) => ({ from, to, level: median(row.slice(from, to), 255) }))
    .filter(({ from, to, level }) => {
      const even = row.slice(from, to).filter(own => Math.abs(own - level) <= EVEN)
      return even.length >= MOSTLY * (to - from)
    })

const isAlike = (a: Run, b: Run): boolean =>
  Math.abs(a.from - b.from) <= LOOSE && Math.abs(a.to - b.to) <= LOOSE && Math.abs(a.level - b.level) < TINT

/** Whether the paper of a row of tiles beside a stripe is of another tint; the edge of the picture is. */
function isSharp({ rows }: Tiles, { from, to, level }: Run, y: number): boolean {
  const beside = rows[y]
  return beside === undefined || Math.abs(median(beside.slice(from, to), 255) - level) >= TINT
}

import type { Bitmap } from '../../page/bitmap.ts'
import { DARKEST_SHARE, levelBelow, levels, PAPER_SHARE } from './levels.ts'
import type { Grey } from './raster.ts'

/** A page in grey with its red seals taken out, and where they were. */
export interface Unsealed {
  readonly grey: Grey
  /** One pixel for TILE × TILE of the page: 0 where a seal covers it, 255 elsewhere; null when there is no seal. */
  readonly seals: Grey | null
  /** The same with the pale rests of seals left in; null when there is no seal. */
  readonly withRests: Grey | null
}

/** Side of the tiles in which seals are marked, in pixels: about half a character at 200 dpi. */
export const TILE = 16
/** Red over the stronger of green and blue from which a pixel is seal ink: JPEG colour noise on grey print stays below. */
const RED = 24
/** Red from which a pixel tells the colour of the seal's ink; the edges of its strokes are paler. */
const CLEARLY_RED = 60
/** A page has a seal when this share of its pixels is clearly red: a fiftieth of what a seal's outline alone covers. */
const SEAL_SHARE = 0.0001
/** A tile is sealed when this share of it is red. */
const TILE_SHARE = 0.04
/** Redness of a pixel that a seal covers wholly, print or paper. */
const COVERED = 48
/** Pixels from the edge of a covered part within which colour cannot be trusted. */
const INSIDE = 4
/** How much print under full cover is darkened: its contrast there is a third of what it was (samples of red ink at two thirds opacity). */
const GAIN = 2
/** What a seal leaves when it is taken out is paler than this share of the contrast; print under it is darker. */
const REST = 0.22

/**
 * Grey of a page as its red channel shows it: red ink is nearly as light there as paper, print under it stays dark.
 * What the ink still takes from the light is given back in proportion to its redness (linear unmixing), the proportion
 * taken from the seal itself; pale rests become paper. Inside filled parts (the star) print is darkened to black; at
 * edges that would draw the seal itself, since JPEG keeps colour at half the resolution of brightness.
 */
export function greyOf({ width, height, data }: Bitmap): Unsealed {
  const grey = new Uint8Array(width * height)
  const losses = new Uint32Array(256)
  let red = 0
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    const r = data[at] ?? 0
    const redness = rednessAt(data, at)
    // a colour that is not red (blue ink, a yellow marker) counts as the eye sees it
    grey[i] = redness >= RED ? r : (r * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8
    if (redness >= CLEARLY_RED) {
      red++
      // how much darker than white the ink is in the red channel, per redness, in 1/64
      const loss = Math.min(255, ((255 - r) * 64) / redness) | 0
      losses[loss] = (losses[loss] ?? 0) + 1
    }
  }
  const picture = { width, height, data: grey }
  if (red < SEAL_SHARE * grey.length) return { grey: picture, seals: null, withRests: null }
  const seals = unmix(picture, data, levelBelow(losses, 0.5) / 64)
  darkenCovered(picture, data)
  const withRests = { ...picture, data: picture.data.slice() }
  whitenRests(picture, seals)
  return { grey: picture, seals, withRests }
}

/** How much redder than anything else a pixel is, by the place of its first channel. */
const rednessAt = (data: Bitmap['data'], at: number): number => (data[at] ?? 0) - Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0)

/** Takes the seal's ink out of `picture` and marks the tiles where there was some. */
function unmix({ width, height, data: grey }: Grey, data: Bitmap['data'], loss: number): Grey {
  const columns = Math.ceil(width / TILE)
  const counts = new Uint32Array(columns * Math.ceil(height / TILE))
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    const redness = rednessAt(data, at)
    if (redness < RED) continue
    grey[i] = Math.min(255, (data[at] ?? 0) + loss * redness)
    const tile = Math.floor(i / width / TILE) * columns + Math.floor((i % width) / TILE)
    counts[tile] = (counts[tile] ?? 0) + 1
  }
  const tiles = Uint8Array.from(counts, count => (count >= TILE_SHARE * TILE * TILE ? 0 : 255))
  return { width: columns, height: Math.ceil(height / TILE), data: tiles }
}

/** Gives print its contrast back where a seal covers it wholly: what is left of it there is a third. */
function darkenCovered(picture: Grey, data: Bitmap['data']): void {
  const { width, height, data: grey } = picture
  const covered = coveredRuns(data, width)
  for (let y = INSIDE; y < height - INSIDE; y++) {
    for (let x = INSIDE; x < width - INSIDE; x++) {
      const at = y * width + x
      if ((covered[at] ?? 0) === 0 || (covered[at - INSIDE * width] ?? 0) === 0 || (covered[at + INSIDE * width] ?? 0) === 0)
        continue
      grey[at] = Math.max(0, 255 - (255 - (grey[at] ?? 255)) * GAIN)
    }
  }
}

/** Marks pixels that have red ones all along INSIDE pixels to the left and right. */
function coveredRuns(data: Bitmap['data'], width: number): Uint8Array {
  const covered = new Uint8Array(data.length / 4)
  let run = 0
  for (let i = 0, at = 0; i < covered.length; i++, at += 4) {
    run = rednessAt(data, at) >= COVERED && i % width !== 0 ? run + 1 : 0
    if (run > 2 * INSIDE) covered[i - INSIDE] = 1
  }
  return covered
}

/** Makes what is pale under a seal as white as paper. */
function whitenRests(picture: Grey, seals: Grey): void {
  const { width, height, data } = picture
  const [dark = 0, paper = 255] = levels(picture, [DARKEST_SHARE, PAPER_SHARE])
  const palest = paper - REST * (paper - dark)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if ((data[at] ?? 0) > palest && seals.data[Math.floor(y / TILE) * seals.width + Math.floor(x / TILE)] === 0)
        data[at] = paper
    }
  }
}

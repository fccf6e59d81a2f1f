import { itemAt } from '../../geometry.ts'
import type { Bitmap } from '../../page/bitmap.ts'
import { brightestAt, COLOURED, seenAt } from './ink-colours.ts'
import { DARKEST_SHARE, levels, PAPER_SHARE } from './levels.ts'
import type { Grey } from './raster.ts'
import { type SealInk, sealInkOf, TILE, tileAt } from './seal-ink.ts'
import { uncovered } from './uncovered.ts'

/** A page in grey with its seals taken out, and where they were. */
export interface Unsealed {
  readonly grey: Grey
  /** One pixel for TILE × TILE of the page: 0 where a seal covers it, 255 elsewhere; null when there is no seal. */
  readonly seals: Grey | null
  /** The same with the pale rests of seals left in; null when there is no seal. */
  readonly withRests: Grey | null
  /** The same with seals lifted off the print another way, so that figures under them can be looked at again; none when there is no seal. */
  readonly uncovered: readonly Grey[]
}

/** A tile is sealed when this share of it is coloured. */
const TILE_SHARE = 0.04
/** Colour of a pixel that a seal covers wholly, print or paper. */
const COVERED = 48
/** Pixels from the edge of a covered part within which colour cannot be trusted. */
const INSIDE = 4
/** How much print under full cover is darkened: its contrast there is a third of what it was (samples of red ink at two thirds opacity). */
const GAIN = 2
/** What a seal leaves when it is taken out is paler than this share of the contrast; print under it is darker. */
const REST = 0.22

/**
 * Grey of a page as the eye sees it, and of seals as the brightest of red, green and blue shows them: their ink is nearly as light there
 * as paper, print under it stays dark. What the ink still takes from the light is given back in proportion to its colour (linear unmixing),
 * the proportion taken from the seal itself; pale rests become paper. Inside filled parts (the star) print is darkened to black; at edges
 * that would draw the seal itself, since JPEG keeps colour at half the resolution of brightness.
 */
export function greyOf(page: Bitmap): Unsealed {
  const { width, height, data } = page
  const ink = sealInkOf(page)
  const grey = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    // a colour that is no seal's (blue print, a yellow marker) counts as the eye sees it
    grey[i] = (ink.colours[i] ?? 0) >= COLOURED ? brightestAt(data, at) : seenAt(data, at)
  }
  const picture = { width, height, data: grey }
  if (ink.losses === null) return { grey: picture, seals: null, withRests: null, uncovered: [] }
  const seals = unmix(picture, ink, ink.losses)
  darkenCovered(picture, ink.colours)
  const withRests = { ...picture, data: picture.data.slice() }
  whitenRests(picture, seals)
  return { grey: picture, seals, withRests, uncovered: uncovered(page, ink.colours, { grey: picture, seals }) }
}

/** Takes the ink of seals out of `picture` and marks the tiles where there was some. */
function unmix({ width, height, data: grey }: Grey, { colours, seals }: SealInk, losses: readonly number[]): Grey {
  const columns = Math.ceil(width / TILE)
  const counts = new Uint32Array(columns * Math.ceil(height / TILE))
  for (let i = 0; i < grey.length; i++) {
    const colour = colours[i] ?? 0
    if (colour < COLOURED) continue
    grey[i] = Math.min(255, (grey[i] ?? 0) + itemAt(losses, seals[i] ?? 0) * colour)
    const tile = Math.floor(i / width / TILE) * columns + Math.floor((i % width) / TILE)
    counts[tile] = (counts[tile] ?? 0) + 1
  }
  const tiles = Uint8Array.from(counts, count => (count >= TILE_SHARE * TILE * TILE ? 0 : 255))
  return { width: columns, height: Math.ceil(height / TILE), data: tiles }
}

/** Gives print its contrast back where a seal covers it wholly: what is left of it there is a third. */
function darkenCovered(picture: Grey, colours: Uint8Array): void {
  const { width, height, data: grey } = picture
  const covered = coveredRuns(colours, width)
  for (let y = INSIDE; y < height - INSIDE; y++) {
    for (let x = INSIDE; x < width - INSIDE; x++) {
      const at = y * width + x
      if ((covered[at] ?? 0) === 0 || (covered[at - INSIDE * width] ?? 0) === 0 || (covered[at + INSIDE * width] ?? 0) === 0)
        continue
      grey[at] = Math.max(0, 255 - (255 - (grey[at] ?? 255)) * GAIN)
    }
  }
}

/** Marks pixels that have coloured ones all along INSIDE pixels to the left and right. */
function coveredRuns(colours: Uint8Array, width: number): Uint8Array {
  const covered = new Uint8Array(colours.length)
  let run = 0
  for (let i = 0; i < covered.length; i++) {
    run = (colours[i] ?? 0) >= COVERED && i % width !== 0 ? run + 1 : 0
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
      if ((data[at] ?? 0) > palest && tileAt(seals, x, y) === 0) data[at] = paper
    }
  }
}

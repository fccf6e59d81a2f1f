import { type Grey, type Ink, type PixelBox, transpose } from '../picture/raster.ts'
import { warp } from '../picture/skew.ts'
import { BIN, type Trace, tracesOf } from './traces.ts'

/** A sloping line is found in runs at least this long (in glyph heights): longer than any stroke of print. */
const RUN = 2.2
/** Lines that tell a slope are at least this long (in glyph heights) and this many an axis. */
const LONG = 6
const ENOUGH = 4
/** So many of them have to agree: of 13 lines of a photograph two were edges of the picture that had been turned, of 10 one. */
const MOST = 0.6
/** Slopes that leave their fit by more than this on the whole (root mean square) follow no keystone. */
const SCATTER = 0.004
/** A displacement below this (in glyph heights) everywhere is left alone: rulings are followed that far. */
const LEAST = 0.3

/** Slope of the lines of one axis as it changes across: `at` the middle of the page, and a pixel. */
interface Fan {
  readonly at: number
  readonly growth: number
}

/** How the lines of a page spread: a page seen at an angle has horizontal lines that meet far away, and vertical ones too. */
export interface Keystone {
  readonly across: Fan
  readonly down: Fan
}

const LEVEL: Fan = { at: 0, growth: 0 }

/** The keystone of a page by its longest lines, or null when they are parallel to its edges, too few, or of no one mind. `em` is the glyph height in pixels. */
export function keystoneOf(ink: Ink, em: number): Keystone | null {
  const across = fanOf(longTraces(ink, em), ink.height)
  const down = fanOf(longTraces(transpose(ink), em), ink.width)
  const most = ({ at, growth }: Fan, length: number, width: number) =>
    ((Math.abs(at) + (Math.abs(growth) * width) / 2) * length) / 2
  const isSlight = Math.max(most(across, ink.width, ink.height), most(down, ink.height, ink.width)) < LEAST * em
  return isSlight ? null : { across, down }
}

const longTraces = (ink: Ink, em: number): Trace[] =>
  tracesOf(ink, RUN * em, em).filter(({ from, to }) => to - from >= LONG * em)

/** A long line: how much it slopes, where it is, from the middle of the page, and how long. */
interface Sloping {
  readonly slope: number
  readonly place: number
  readonly weight: number
}

/** What most of the lines of an axis say: those that fit least are left out, as the edges of a turned picture among rulings and the sides of the paper. */
function fanOf(traces: readonly Trace[], depth: number): Fan {
  let lines = traces.flatMap(({ from, to, middles }): Sloping[] => {
    const [first, last] = [middles[0], middles.at(-1)]
    if (first === undefined || last === undefined || middles.length < 3) return []
    return [{ slope: (last - first) / ((middles.length - 1) * BIN), place: (first + last) / 2 - depth / 2, weight: to - from }]
  })
  const least = Math.max(ENOUGH, MOST * lines.length)
  while (lines.length >= least) {
    const { fan, scatter, worst } = fitted(lines)
    if (scatter <= SCATTER) return fan
    lines = lines.filter(line => line !== worst)
  }
  return LEVEL
}

/** Least squares of slope over place, weighed by length: how far the slopes leave it, and which does most. */
function fitted(lines: readonly Sloping[]) {
  const sum = (value: (line: Sloping) => number) => lines.reduce((total, line) => total + line.weight * value(line), 0)
  const all = sum(() => 1)
  const [slope, place] = [sum(line => line.slope) / all, sum(line => line.place) / all]
  const spread = sum(line => (line.place - place) ** 2)
  const growth = spread === 0 ? 0 : sum(line => (line.place - place) * (line.slope - slope)) / spread
  const fan = { at: slope - growth * place, growth }
  const off = (line: Sloping): number => (line.slope - slopeAt(fan, line.place)) ** 2
  const worst = lines.reduce((most, line) => (line.weight * off(line) > most.weight * off(most) ? line : most))
  return { fan, scatter: Math.sqrt(sum(off) / all), worst }
}

const slopeAt = ({ at, growth }: Fan, place: number): number => at + growth * place

/** A picture with its keystone taken out: each line is drawn straight through the point where it crosses the middle of the page. */
export function straightened(picture: Grey, { across, down }: Keystone): Grey {
  const [cx, cy] = [picture.width / 2, picture.height / 2]
  return warp(picture, (y, xs, ys) => {
    for (let x = 0; x < picture.width; x++) {
      xs[x] = x + slopeAt(down, x - cx) * (y - cy)
      ys[x] = y + slopeAt(across, y - cy) * (x - cx)
    }
  })
}

/** Where a box lies after its page was straightened: its middle moves, its size stays. */
export function straightenedBox([x0, y0, x1, y1]: PixelBox, { width, height }: Grey, { across, down }: Keystone): PixelBox {
  const [x, y] = [(x0 + x1 - width) / 2, (y0 + y1 - height) / 2]
  const [dx, dy] = [Math.round(-slopeAt(down, x) * y), Math.round(-slopeAt(across, y) * x)]
  return [x0 + dx, y0 + dy, x1 + dx, y1 + dy]
}

import { componentsOf } from './components.ts'
import { TILE } from './grey.ts'
import type { Grey, Ink } from './raster.ts'

/** Radius of a seal in glyph heights: seals of offices are 38 to 50 mm across, print is 2.8 to 5 mm high. */
const RADIUS: readonly [number, number] = [3.5, 10]
/** Ink of a rim lies within this (in glyph heights) of its circle; ink further off than this share of the radius is print that touches it. */
const RIM = 0.3
const TOUCHING = 0.15
/** A rim is most of its patch, and goes round: in so many of the directions looked at. Rims of twelve made copies: 0.8 and more, all 36. */
const MOSTLY = 0.5
const DIRECTIONS = 36
const ROUND = 30
/** Fits of a circle, each without the ink that the one before left out. */
const FITS = 3

interface Circle {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/**
 * The places of seals with those added whose rim is seen in the ink of a page: a black and white copy has no red that would
 * tell them. One pixel for TILE × TILE of the page as `Unsealed` has it; null when there is none.
 */
export function withRims(seals: Grey | null, ink: Ink, em: number): Grey | null {
  const rims = [...componentsOf(ink)].flatMap(({ box: [x0, y0, x1, y1], pixels }) => {
    const isSize = (size: number) => size >= 2 * RADIUS[0] * em && size <= 3 * RADIUS[1] * em
    return isSize(x1 - x0) && isSize(y1 - y0) ? (rimOf(pixels, ink.width, em) ?? []) : []
  })
  if (rims.length === 0) return seals
  const [width, height] = [Math.ceil(ink.width / TILE), Math.ceil(ink.height / TILE)]
  const data = seals?.data.slice() ?? new Uint8Array(width * height).fill(255)
  for (let at = 0; at < data.length; at++) {
    const [x, y] = [((at % width) + 0.5) * TILE, (Math.floor(at / width) + 0.5) * TILE]
    if (rims.some(rim => Math.hypot(x - rim.x, y - rim.y) <= rim.radius + TILE / 2)) data[at] = 0
  }
  return { width, height, data }
}

/** The circle that a patch of ink goes round, or null. */
function rimOf(pixels: readonly number[], width: number, em: number): Circle | null {
  let points: readonly (readonly [x: number, y: number])[] = pixels.map(at => [at % width, Math.floor(at / width)])
  let circle = circleOf(points)
  for (let fit = 1; fit < FITS; fit++) {
    const { x, y, radius } = circle
    points = points.filter(point => Math.abs(Math.hypot(point[0] - x, point[1] - y) - radius) <= TOUCHING * radius)
    circle = circleOf(points)
  }
  const { x, y, radius } = circle
  if (!(radius >= RADIUS[0] * em && radius <= RADIUS[1] * em)) return null
  const onRim = points.filter(point => Math.abs(Math.hypot(point[0] - x, point[1] - y) - radius) <= RIM * em)
  const turn = (point: readonly [number, number]) => Math.atan2(point[1] - y, point[0] - x) / (2 * Math.PI) + 0.5
  const directions = new Set(onRim.map(point => Math.floor(DIRECTIONS * turn(point)) % DIRECTIONS))
  return directions.size >= ROUND && onRim.length >= MOSTLY * pixels.length ? circle : null
}

/** The circle nearest to points by least squares (Kåsa 1976). */
function circleOf(points: readonly (readonly [x: number, y: number])[]): Circle {
  const sum = (value: (x: number, y: number) => number) => points.reduce((total, [x, y]) => total + value(x, y), 0)
  const [middleX, middleY] = [sum(x => x) / points.length, sum((_, y) => y) / points.length]
  const moment = (i: number, j: number) => sum((x, y) => (x - middleX) ** i * (y - middleY) ** j)
  const [xx, xy, yy] = [moment(2, 0), moment(1, 1), moment(0, 2)]
  const [a, b] = [(moment(3, 0) + moment(1, 2)) / 2, (moment(0, 3) + moment(2, 1)) / 2]
  const [dx, dy] = [(a * yy - b * xy) / (xx * yy - xy * xy), (b * xx - a * xy) / (xx * yy - xy * xy)]
  return { x: middleX + dx, y: middleY + dy, radius: Math.sqrt(dx * dx + dy * dy + (xx + yy) / points.length) }
}

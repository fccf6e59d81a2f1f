import { componentsOf } from './components.ts'
import { type Grey, type Ink, sizeOf } from './raster.ts'
import { TILE } from './seal-ink.ts'

/** Half the width and height of a seal in glyph heights: seals of offices are 38 to 50 mm across, print is 2.8 to 5 mm high. */
const RADIUS: readonly [number, number] = [3.5, 10]
/** No seal is longer than this against its width: those for invoices are 40 by 30 mm. */
const LONGEST = 1.5
/** Ink of a rim lies within this (in glyph heights) of its oval; ink further off than this share of the radius is print that touches it. */
const RIM = 0.3
/** A patch is an arc of a rim when this share of its ink lies on one circle. */
const MOSTLY = 0.5
/** A rim goes round: in this share of the directions looked at, ink stands on its line. */
const DIRECTIONS = 180
const ROUND = 0.8
/** An oval is fitted to the ink this near (as a share of its radius) to the one before, the first to the circle of an arc: its letters stand beside it. */
const NEAR = [0.15, 0.08, 0.05, 0.05] as const

/** The rim of a seal without colour, in pixels of the page: an oval that stands upright, and the ink along it. */
export interface Rim {
  readonly x: number
  readonly y: number
  readonly radius: readonly [across: number, down: number]
  /** Indices of the pixels of its ink. */
  readonly pixels: readonly number[]
}

type Point = readonly [x: number, y: number]
type Oval = Omit<Rim, 'pixels'>

/** How far out from the middle of a seal a place lies: 0 in its middle, 1 on its rim. */
export const outwards = ({ x, y, radius: [across, down] }: Oval, [px, py]: Point): number =>
  Math.hypot((px - x) / across, (py - y) / down)

/** The rims of seals in the ink of a page without its rulings, which cut them in arcs: a black and white copy has no red that would tell them. */
export function rimsOf(ink: Ink, em: number): Rim[] {
  const arcs = [...componentsOf(ink)].filter(({ box }) => sizeOf(box) >= RADIUS[0] * em && sizeOf(box) <= 3 * RADIUS[1] * em)
  const patches = arcs.map(({ pixels }) => pixels.map((at): Point => [at % ink.width, Math.floor(at / ink.width)]))
  const all = patches.flat()
  const rims: Rim[] = []
  for (const points of patches) {
    if (rims.some(rim => points.every(point => outwards(rim, point) <= 1 + NEAR[0]))) continue
    const rim = rimOf(points, all, ink, em)
    if (rim !== null) rims.push(rim)
  }
  return rims
}

/** The places of seals with those of the rims added. One pixel for TILE × TILE of the page as `Unsealed` has it; null when there is none. */
export function withRims(seals: Grey | null, rims: readonly Rim[], page: Pick<Grey, 'width' | 'height'>): Grey | null {
  if (rims.length === 0) return seals
  const [width, height] = [Math.ceil(page.width / TILE), Math.ceil(page.height / TILE)]
  const data = seals?.data.slice() ?? new Uint8Array(width * height).fill(255)
  for (let at = 0; at < data.length; at++) {
    const place: Point = [((at % width) + 0.5) * TILE, (Math.floor(at / width) + 0.5) * TILE]
    if (rims.some(rim => outwards(rim, place) <= 1 + TILE / 2 / Math.min(...rim.radius))) data[at] = 0
  }
  return { width, height, data }
}

/** The rim that an arc is part of, or null; `all` is the ink of all patches as large as an arc. */
function rimOf(arc: readonly Point[], all: readonly Point[], ink: Ink, em: number): Rim | null {
  const isNear = (oval: Oval, near: number) => (point: Point) => Math.abs(outwards(oval, point) - 1) <= near
  const circle = ovalOf(arc, true)
  if (circle === null || arc.filter(isNear(circle, NEAR[0])).length < MOSTLY * arc.length) return null
  const fitted = (last: Oval | null, near: number): Oval | null =>
    last !== null && isSeal(last, em) ? ovalOf(all.filter(isNear(last, near)), false) : null
  const oval = NEAR.reduce(fitted, circle)
  if (oval === null || !isSeal(oval, em)) return null
  const inked = Array.from({ length: DIRECTIONS }, (_, index) => inkToward(oval, (index * 2 * Math.PI) / DIRECTIONS, ink))
  if (inked.filter(Boolean).length < ROUND * DIRECTIONS) return null
  const pixels = all.filter(point => isOn(oval, point, em)).map(([x, y]) => y * ink.width + x)
  return { ...oval, pixels }
}

const isOn = (oval: Oval, point: Point, em: number): boolean =>
  Math.abs(outwards(oval, point) - 1) * Math.min(...oval.radius) <= RIM * em

const isSeal = ({ radius }: Oval, em: number): boolean => {
  const [least, most] = [Math.min(...radius), Math.max(...radius)]
  return least >= RADIUS[0] * em && most <= RADIUS[1] * em && most <= LONGEST * least
}

/** Whether ink stands on the line of an oval, or a pixel beside it, in a direction. */
function inkToward({ x, y, radius }: Oval, direction: number, { width, data }: Ink): boolean {
  return [-1, 0, 1].some(off => {
    const px = Math.round(x + (radius[0] + off) * Math.cos(direction))
    const py = Math.round(y + (radius[1] + off) * Math.sin(direction))
    return px >= 0 && px < width && data[py * width + px] === 1
  })
}

/** The upright oval nearest to points, or the circle: ax² + by² + cx + dy = 1 by least squares (Kåsa 1976); null when they lie on none. */
function ovalOf(points: readonly Point[], isRound: boolean): Oval | null {
  const mean = (value: (point: Point) => number) => points.reduce((sum, point) => sum + value(point), 0) / points.length
  const [x, y] = [mean(point => point[0]), mean(point => point[1])]
  const size = Math.sqrt(mean(([px, py]) => (px - x) ** 2 + (py - y) ** 2))
  const rows = points.map(([px, py]) => {
    const [u, v] = [(px - x) / size, (py - y) / size]
    return isRound ? [u * u + v * v, u, v, 1] : [u * u, v * v, u, v, 1]
  })
  const product = (i: number, j: number) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)
  const unknown = isRound ? [0, 1, 2] : [0, 1, 2, 3]
  const factors = solved(unknown.map(i => [...unknown, unknown.length].map(j => product(i, j))))
  const [a = 0, b = 0, c = 0, d = 0] = isRound ? [factors[0], ...factors] : factors
  const reach = 1 + (c * c) / (4 * a) + (d * d) / (4 * b)
  if (!(a > 0 && b > 0 && reach > 0)) return null
  const radius = [size * Math.sqrt(reach / a), size * Math.sqrt(reach / b)] as const
  return { x: x - (size * c) / (2 * a), y: y - (size * d) / (2 * b), radius }
}

/** The solution of linear equations, each row its factors and its right side (Gauss and Jordan; products of squares need no pivot). */
function solved(rows: readonly (readonly number[])[]): number[] {
  const left = rows.map(row => [...row])
  left.forEach((row, i) => {
    const first = row[i] ?? 0
    for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) / first
    for (const other of left) {
      const factor = other[i] ?? 0
      if (other !== row) for (let j = 0; j < other.length; j++) other[j] = (other[j] ?? 0) - factor * (row[j] ?? 0)
    }
  })
  return left.map(row => row.at(-1) ?? 0)
}

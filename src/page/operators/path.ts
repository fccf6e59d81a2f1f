import { type Box, boxBetween, heightOf, intersection, itemAt, neighbours, runsOf, union, widthOf } from '../../geometry.ts'
import type { Stroke } from './drawing.ts'
import { applyX, applyY, type Matrix, scaleOf } from './matrix.ts'

/** Opcodes in the path data of pdf.js (`DrawOPS`) that begin a subpath and close it, and how many numbers follow each; the last two are the point it leads to. */
const MOVE = 0
const CLOSE = 4
const NUMBERS = [2, 2, 6, 4, 0]

/** A curve that leaves its axis by no more than this, in points, is a straight line: rounding. */
const FLAT = 0.05

/** A stroke may stick out of its clip by its pen, so clips are widened by this many points before cutting. */
const CLIP_SLACK = 0.75

type Point = readonly [x: number, y: number]

interface Subpath {
  readonly points: Point[]
  curved: boolean
  closed: boolean
}

/** The subpaths of path data, mapped to the page; curves keep only their end points and are marked. */
function subpathsOf(data: Float32Array, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = []
  let current: Subpath | undefined
  const pointAt = (at: number): Point => {
    const [x, y] = [itemAt(data, at - 1), itemAt(data, at)]
    return [applyX(matrix, x, y), applyY(matrix, x, y)]
  }
  for (let at = 0; at < data.length; ) {
    const operator = data[at] as number
    const numbers = NUMBERS[operator]
    if (numbers === undefined) throw new Error(`unknown path operator ${operator}`)
    at += numbers
    if (operator === CLOSE) {
      if (current !== undefined) current.closed = true
    } else {
      if (operator === MOVE || current === undefined) {
        current = { points: [], curved: false, closed: false }
        subpaths.push(current)
      }
      if (numbers > 2 && !isLevel([...current.points.slice(-1), ...bendsBefore(at, numbers).map(pointAt), pointAt(at)]))
        current.curved = true
      current.points.push(pointAt(at))
    }
    at += 1
  }
  return subpaths
}

/** Where the control points of a curve end that takes so many numbers up to `at`. */
const bendsBefore = (at: number, numbers: number): number[] => (numbers === 6 ? [at - 4, at - 2] : [at - 2])

/** Whether the points of a curve lie on a horizontal or vertical line, as drawing programs write borders that were made curves. */
function isLevel(points: Point[]): boolean {
  const [left, top, right, bottom] = boundsOf({ points })
  return Math.min(right - left, bottom - top) <= FLAT
}

/** The box around a subpath; one of 100,000 points is more than a call takes as arguments. */
function boundsOf({ points }: Pick<Subpath, 'points'>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return [left, top, right, bottom]
}

/** The box around a whole path on the page, or null when it has no point. */
export function pathBounds(data: Float32Array, matrix: Matrix): Box | null {
  let bounds: Box | null = null
  for (const subpath of subpathsOf(data, matrix)) {
    const box = boundsOf(subpath)
    bounds = bounds === null ? box : union(bounds, box)
  }
  return bounds
}

/** Shapes of letters are no smaller and no larger than this, in points: 5 pt print to headlines. */
const LETTER: readonly [number, number] = [2, 40]

const isLetterHigh = ([, top, , bottom]: Box): boolean => bottom - top >= LETTER[0] && bottom - top <= LETTER[1]

/** What is so many times longer than wide is a line though its ends are round; 一 and dashes with curves are nine times longer at most. */
const LINE = 15

const isLine = ([left, top, right, bottom]: Box): boolean =>
  Math.max(right - left, bottom - top) >= LINE * Math.min(right - left, bottom - top)

/**
 * What filling a path paints: a box for each straight subpath or line (a rectangle in a rectangle is a drawn frame and gives its four sides), the `holes`
 * where several rectangles leave one open, and how many subpaths have curves and are as high as letters: outlines of letters, or parts of a logo. `holds` tells of a point within its `bounds` whether it is
 * painted by either rule of filling; curves are as good as straight.
 */
export function fillsOf(data: Float32Array, matrix: Matrix) {
  const subpaths = subpathsOf(data, matrix)
  const outlines = subpaths.filter(
    subpath => subpath.curved && isLetterHigh(boundsOf(subpath)) && !isLine(boundsOf(subpath)),
  ).length
  const boxes = subpaths.flatMap(subpath => {
    const box = boundsOf(subpath)
    return subpath.points.length > 1 && (!subpath.curved || isLine(box)) ? [box] : []
  })
  const bounds = boundsOf({ points: subpaths.flatMap(({ points }) => points) })
  const holds = (x: number, y: number): boolean => subpaths.filter(({ points }) => isAround(points, x, y)).length % 2 === 1
  return { ...framesOf(boxes), outlines, bounds, holds }
}

/** The boxes that are painted where those of a path lie one in the other: a single one makes a frame of that around it, several are holes in it. */
function framesOf(boxes: readonly Box[]): { readonly boxes: Box[]; readonly holes: Box[] } {
  const runs = runsOf(boxes, (box, _, [outer]) => outer !== undefined && isInside(box, outer))
  return {
    boxes: runs.flatMap(([outer, ...inner]) =>
      outer === undefined ? [] : inner.length === 1 ? sidesOf(outer, itemAt(inner, 0)) : [outer],
    ),
    holes: runs.flatMap(([, ...inner]) => (inner.length > 1 ? inner : [])),
  }
}

/** Whether a ring of points lies around a place: a line from there crosses it an odd number of times. */
function isAround(points: readonly Point[], x: number, y: number): boolean {
  let isWithin = false
  let [fromX, fromY] = itemAt(points, points.length - 1)
  for (const [toX, toY] of points) {
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) isWithin = !isWithin
    ;[fromX, fromY] = [toX, toY]
  }
  return isWithin
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner[0] > outer[0] && inner[1] > outer[1] && inner[2] < outer[2] && inner[3] < outer[3]

const sidesOf = (outer: Box, inner: Box): Box[] => [
  [outer[0], outer[1], outer[2], inner[1]],
  [outer[0], inner[3], outer[2], outer[3]],
  [outer[0], outer[1], inner[0], outer[3]],
  [inner[2], outer[1], outer[2], outer[3]],
]

interface Stroking {
  readonly lineWidth: number
  readonly clip: Box
  /** Whether the last subpath is closed. */
  readonly close: boolean
}

/** The straight lines that stroking a path draws, cut at the clip. */
export function strokesOf(data: Float32Array, matrix: Matrix, { lineWidth, clip, close }: Stroking): Omit<Stroke, 'white'>[] {
  const width = lineWidth * scaleOf(matrix)
  const slack = CLIP_SLACK + width / 2
  const bounds: Box = [clip[0] - slack, clip[1] - slack, clip[2] + slack, clip[3] + slack]
  const strokes: Omit<Stroke, 'white'>[] = []
  const draw = ([x0, y0]: Point, [x1, y1]: Point, bends: boolean) => {
    const box = boxBetween(x0, y0, x1, y1)
    const shown = intersection(box, bounds)
    if (shown === null) return
    if (shown.every((value, side) => value === box[side])) strokes.push({ x0, y0, x1, y1, width, bends })
    else if (isUpright(box)) strokes.push({ x0: shown[0], y0: shown[1], x1: shown[2], y1: shown[3], width, bends })
  }
  for (const { points, curved, closed } of subpathsOf(data, matrix)) {
    if (curved) continue
    const ring = (closed || close) && points.length > 2 ? [...points, ...points.slice(0, 1)] : points
    for (const [from, to] of neighbours(ring)) draw(from, to, points.length > 2)
  }
  return strokes
}

/** The box that a thick line paints, or null when it is oblique. */
export function strokedBox({ x0, y0, x1, y1, width }: Omit<Stroke, 'white' | 'bends'>): Box | null {
  const box = boxBetween(x0, y0, x1, y1)
  if (!isUpright(box)) return null
  const [across, along] = heightOf(box) < LEAN ? [0, width / 2] : [width / 2, 0]
  return [box[0] - across, box[1] - along, box[2] + across, box[3] + along]
}

/** Points by which a horizontal or vertical line may lean: more than producers round to, which is tenths. */
const LEAN = 0.5

/** Whether the diagonal of a box is a horizontal or vertical line, but for rounding. */
const isUpright = (box: Box): boolean => widthOf(box) < LEAN || heightOf(box) < LEAN

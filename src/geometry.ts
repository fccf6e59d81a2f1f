/** A rectangle in points: left, top, right, bottom. The origin is the top left corner of the page as shown, y grows downwards. */
export type Box = readonly [x0: number, top: number, x1: number, bottom: number]

/** Width of a box in points. */
export const widthOf = (box: Box): number => box[2] - box[0]

/** Height of a box in points. */
export const heightOf = (box: Box): number => box[3] - box[1]

/** Area of a box in square points. */
export const areaOf = (box: Box): number => widthOf(box) * heightOf(box)

/** The middle of a box across the page, in points. */
export const centreOf = (box: Box): number => (box[0] + box[2]) / 2

/** The box of which two points are corners, whichever. */
export const boxBetween = (x0: number, y0: number, x1: number, y1: number): Box => [
  Math.min(x0, x1),
  Math.min(y0, y1),
  Math.max(x0, x1),
  Math.max(y0, y1),
]

/** Whether two boxes are one and the same. */
export const isSameBox = (a: Box, b: Box): boolean => a.every((edge, side) => edge === b[side])

/** A box moved to the right and down. */
export const movedBox = ([x0, y0, x1, y1]: Box, right: number, down: number): Box => [
  x0 + right,
  y0 + down,
  x1 + right,
  y1 + down,
]

/** A line that runs along an axis, `at` a place across it: y of a horizontal, x of a vertical one. */
export interface AxisLine {
  readonly axis: 'horizontal' | 'vertical'
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The box that a line takes up, its thickness left out. */
export const lineBox = ({ axis, at, from, to }: AxisLine): Box =>
  axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to]

/** The smallest box that holds both. */
export const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

/** The smallest box that holds all of `boxes`; an error when there is none. */
export function unionAll(boxes: readonly Box[]): Box {
  const [first, ...rest] = boxes
  if (first === undefined) throw new Error('unionAll: no boxes')
  return rest.reduce(union, first)
}

/** The part two boxes share, or null when they do not meet. */
export function intersection(a: Box, b: Box): Box | null {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return box[0] <= box[2] && box[1] <= box[3] ? box : null
}

/** Whether a point lies in a box, borders included. */
export const contains = (box: Box, x: number, y: number): boolean => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]

/** Length that two stretches share; negative when they are apart, by the distance between them. */
export const overlap = (a0: number, a1: number, b0: number, b1: number): number => Math.min(a1, b1) - Math.max(a0, b0)

/** Whether two boxes share more than an edge. */
export const overlaps = (a: Box, b: Box): boolean => overlap(a[0], a[2], b[0], b[2]) > 0 && overlap(a[1], a[3], b[1], b[3]) > 0

/** Whether the middle of a box lies in another. */
export const holdsMiddle = (outer: Box, box: Box): boolean => contains(outer, centreOf(box), (box[1] + box[3]) / 2)

/** On which side of a line down the page something stands that reaches from left to right; null where it runs across, or where there is no line. */
export function sideOf(left: number, right: number, line: number | null): 'left' | 'right' | null {
  if (line === null) return null
  return right <= line ? 'left' : left >= line ? 'right' : null
}

/** What stands at `index` of a list; an error where nothing does, for a place that is missing is a mistake and no 0. */
export function itemAt<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`nothing at ${index} of ${list.length}`)
  return item
}

/** How many items of a list in order come before the first that is not before; found by halves, for there may be thousands. */
export function countBefore<T>(list: readonly T[], isBefore: (item: T) => boolean): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const half = Math.floor((from + to) / 2)
    if (isBefore(itemAt(list, half))) from = half + 1
    else to = half
  }
  return from
}

/** The first and the last of a list; an error when it is empty. */
export const endsOf = <T>(list: ArrayLike<T>): [first: T, last: T] => [itemAt(list, 0), itemAt(list, list.length - 1)]

/** Whether a value is one of some, to within `reach`. */
export const isOneOf = (value: number, all: readonly number[], reach: number): boolean =>
  all.some(other => Math.abs(other - value) <= reach)

/** The middle value of a list (the upper one of two), or `fallback` when it is empty. */
export function median(values: readonly number[], fallback: number): number {
  const sorted = new Float64Array(values).sort()
  return sorted[sorted.length >> 1] ?? fallback
}

/** The usual size of print, or `fallback` where there is none. */
export function usualSize(print: readonly { readonly size: number }[], fallback: number): number {
  return median(
    print.map(({ size }) => size),
    fallback,
  )
}

/** Things in their order, parted where one does not go on with the run before it. */
export function runsOf<T>(things: readonly T[], goesOn: (thing: T, last: T, run: readonly T[]) => boolean): T[][] {
  const runs: T[][] = []
  for (const thing of things) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && goesOn(thing, last, run)) run.push(thing)
    else runs.push([thing])
  }
  return runs
}

/** Ascending page numbers as a reader writes them: `1–3, 7`. */
export function runs(pages: readonly number[]): string {
  const parts = runsOf(pages, (page, last) => page === last + 1)
  return parts.map(([from, ...more]) => (more.length === 0 ? `${from}` : `${from}–${more.at(-1)}`)).join(', ')
}

/** Things in groups: each in the first one whose first member it is like. */
export function alikeOf<T>(things: readonly T[], isLike: (thing: T, first: T) => boolean): T[][] {
  const groups: T[][] = []
  for (const thing of things) {
    const group = groups.find(([first]) => first !== undefined && isLike(thing, first))
    if (group === undefined) groups.push([thing])
    else group.push(thing)
  }
  return groups
}

/**
 * Group numbers that lie within `tolerance` of the group's first member; each group in ascending order.
 * The groups come back in ascending order too.
 */
export const cluster = (values: readonly number[], tolerance: number): number[][] =>
  runsOf(
    [...values].sort((a, b) => a - b),
    (value, _, [first = value]) => value - first <= tolerance,
  )

/** Each thing of a list with the one behind it. */
export const neighbours = <T>(list: readonly T[]): (readonly [one: T, next: T])[] =>
  list.slice(1).map((next, index) => [itemAt(list, index), next])

/** One place for all that are no further apart than `tolerance`: their mean. */
export const placesAmong = (values: readonly number[], tolerance: number): number[] => cluster(values, tolerance).map(mean)

/** The whole numbers from one on to before another. */
export const numbersFrom = (from: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index)

/** Numbers added up. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The mean of a list that is not empty. */
export const mean = (values: readonly number[]): number => sum(values) / values.length

/** Round a coordinate to a hundredth of a point, the precision of everything that is written. */
export const round = (value: number): number => Math.round(value * 100) / 100

/** A box with rounded corners. */
export const roundBox = (box: Box): Box => [round(box[0]), round(box[1]), round(box[2]), round(box[3])]

import { itemAt, numbersFrom } from '../../geometry.ts'
import { middle, stretchOf, type TextColumn } from '../texts/columns.ts'
import type { Phrase } from '../texts/words.ts'

/** A stretch of columns, both ends inclusive. */
export interface Range {
  readonly first: number
  readonly last: number
}

/** A header text that was placed: the columns it stands over, and how high. */
export interface Placed extends Range {
  /** Its vertical middle: the mean of its baselines. */
  readonly height: number
  readonly phrases: readonly Phrase[]
}

/** Which columns the names of one header line stand over, in order, what that costs them (in glyph widths off the middle), and how much more the next best, columns left out included. */
export interface Arrangement {
  readonly ranges: readonly Range[]
  readonly cost: number
  readonly lead: number
  /** Whether the paper may have cut a group: a name is over fewer columns than it stands in the middle of, or the last column, without a name over it, is as low as those with one, while another stands in the middle of the header. */
  readonly isCut: boolean
}

/** Texts whose middles differ by less than this (in sizes) stand on one line. */
export const LEVEL = 0.3
/**
 * The middle of a group's name lies this near (in sizes) to the middle of its columns, or within a share of their width:
 * borders between unruled columns are known to about a glyph only.
 */
export const CENTRED = 1.2
const CENTRED_SHARE = 0.06
/** A group's name juts out over its columns by less than this (in sizes). */
const JUTS = 0.5
/** … and over the only column that the paper leaves it, which is as wide as the name and borders of figures are not, by less than this. */
const JUTS_ALONE = 1
/** What it costs (in glyph widths off the middle) to leave a column without group that has a name below the middle of the header from this line on: of a cell from top to bottom it stands in the middle, but for bottom-aligned headers. */
const LEFT_OUT = 0.6
/** … and to take a name at the end of its line for that of a group of which the paper leaves one column here. */
const CUT_GROUP = 1
/** … and for each column of a group beyond the paper that its name has to stand in the middle. */
const HIDDEN = 0.3
/** … and to group names that stand on different lines though none of them is a group: cells of equal rows have equal middles. */
const UNEVEN = 2.5
/** A text this far above another (in sizes) is no line of the same name. */
const APART = 1.8

/** What the names of groups are placed over: the header texts below them, the columns and their borders. */
export interface Below {
  readonly placed: readonly Placed[]
  readonly columns: readonly TextColumn[]
  readonly borders: readonly number[]
}

/** How far (in glyph widths) the middle of a text is from that of a range of columns, by whichever of their borders, texts or names tells it best. */
export function offCentre(text: TextColumn, { first, last }: Range, { columns, borders, placed }: Below): number {
  const [left, right] = [columns[first], columns[last]]
  if (left === undefined || right === undefined) return Number.POSITIVE_INFINITY
  const [firstName, lastName] = [lowest(placed, first), lowest(placed, last)]
  const middles = [
    ((borders[first] ?? left.left) + (borders[last + 1] ?? right.right)) / 2,
    (left.left + right.right) / 2,
    ...(firstName === undefined || lastName === undefined ? [] : [(middleOfName(firstName) + middleOfName(lastName)) / 2]),
    (mirrored(firstName, left.right, [columns[first - 1]?.right ?? Number.NEGATIVE_INFINITY, left.left]) +
      mirrored(lastName, right.left, [right.right, columns[last + 1]?.left ?? Number.POSITIVE_INFINITY])) /
      2,
  ]
  return Math.min(...middles.map(at => Math.abs(at - middle(text))))
}

/** A border as far from the middle of its column's name as the side on which the texts of the column stand, where that is in the white beside the column; else where these texts end. */
function mirrored(name: Placed | undefined, side: number, [from, to]: readonly [number, number]): number {
  const at = 2 * middleOfName(name) - side
  const texts = side > from ? to : from
  return name !== undefined && at >= from && at <= to ? at : texts
}

/** The name of one column alone that stands lowest in it. */
const lowest = (placed: readonly Placed[], index: number): Placed | undefined =>
  placed
    .filter(({ first, last }) => first === index && last === index)
    .reduce<Placed | undefined>((low, one) => (low === undefined || one.height > low.height ? one : low), undefined)

const middleOfName = (one: Placed | undefined): number => (one === undefined ? 0 : middle(stretchOf(one.phrases)))

/** Whether two ranges have a column in common. */
export const sharesColumns = (one: Range, other: Range): boolean => one.first <= other.last && one.last >= other.first

/** The highest texts of a range: what a group there would stand over. */
const topsOf = (placed: readonly Placed[], range: Range): Placed[] =>
  placed.filter(
    one => sharesColumns(one, range) && !placed.some(other => other.height < one.height && sharesColumns(other, one)),
  )

/** What a range of columns costs as the group of a name (in glyph widths); infinite where it cannot be. The paper may have cut columns of it on the side `cut`. */
function groupCost(phrase: Phrase, range: Range, below: Below, cut: Side | null = null): number {
  const { placed, columns, borders } = below
  const { first, last } = range
  const [from, to] = [itemAt(borders, first), itemAt(borders, last + 1)]
  const isAlone = last === first
  const reach = (isAlone ? JUTS_ALONE : JUTS) * phrase.size
  // A border stands anywhere in the white between the texts.
  const least = Math.min(from - reach, columns[first - 1]?.right ?? from)
  const most = Math.max(to + reach, columns[last + 1]?.left ?? to)
  if (phrase.left < least || phrase.right > most) return Number.POSITIVE_INFINITY
  const tops = topsOf(placed, range)
  const isCovered = numbersFrom(first, last + 1).every(column =>
    tops.some(top => top.first <= column && top.last >= column && top.height > phrase.baseline + LEVEL * phrase.size),
  )
  if (!isCovered || tops.some(top => top.first < first || top.last > last)) return Number.POSITIVE_INFINITY
  const uneven = UNEVEN * unevenIn(tops, placed, phrase.size)
  const off = offCentre(phrase, range, below)
  if (off <= Math.max(CENTRED * phrase.size, CENTRED_SHARE * (to - from)))
    return (isAlone ? CUT_GROUP : 0) + off / phrase.size + uneven
  return cut === null ? Number.POSITIVE_INFINITY : CUT_GROUP + uneven + costOfCut(phrase, range, below, cut)
}

/** What it costs that a name stands in the middle of its columns here and of some more beyond the paper, or that the paper cut letters of it. */
function costOfCut(text: Phrase, { first, last }: Range, { borders }: Below, cut: Side): number {
  const [from, to] = [itemAt(borders, first), itemAt(borders, last + 1)]
  const width = (to - from) / (last - first + 1)
  const shift = (middle(text) - (from + to) / 2) * (cut === 'right' ? 1 : -1)
  const hidden = Math.round((2 * shift) / width)
  const fromEdge = Math.abs(cut === 'right' ? to - text.right : text.left - from)
  const off = Math.min(Math.abs(shift - (hidden * width) / 2), fromEdge) / text.size
  return hidden < 1 || off > CENTRED ? Number.POSITIVE_INFINITY : HIDDEN * hidden + off
}

/** How many of the names that are no groups themselves stand on another line than most. */
function unevenIn(tops: readonly Placed[], placed: readonly Placed[], size: number): number {
  const names = tops.filter(
    top => !placed.some(other => other.height > top.height && other.first >= top.first && other.last <= top.last),
  )
  const alike = names.map(one => names.filter(other => Math.abs(other.height - one.height) <= LEVEL * size).length)
  return names.length - Math.max(0, ...alike)
}

/** A side on which the paper may have cut a table. */
type Side = 'left' | 'right'

/** A way to put texts over columns: those of each, and how far the middles of the texts are off theirs. */
export interface Way {
  readonly cost: number
  readonly ranges: readonly Range[]
}

/** How far the highest name of each column is below the middle of the header from this line on, and where that header ends. */
function middlesOf({ columns, placed }: Below, line: number, size: number) {
  const leaves = placed.filter(({ height }) => height > line + LEVEL * size)
  const lowest = Math.max(line, ...leaves.map(({ height }) => height))
  const offMiddle = columns.map((_, column) => {
    const own = leaves.filter(one => one.first <= column && one.last >= column)
    return own.length === 0 ? Number.NEGATIVE_INFINITY : Math.min(...own.map(({ height }) => height)) - (line + lowest) / 2
  })
  return { lowest, offMiddle }
}

/** The two cheapest ways to put the names of a line over columns, of which those that are `isLow` should have one. */
function bestWays(
  phrases: readonly Phrase[],
  below: Below,
  { isApart, isLow }: { readonly isApart: boolean; readonly isLow: readonly boolean[] },
): readonly Way[] {
  const count = below.columns.length
  const skipped = (from: number, to: number): number => LEFT_OUT * isLow.slice(from, to).filter(Boolean).length
  const known = new Map<string, readonly Way[]>()
  const solve = (index: number, from: number): readonly Way[] => {
    const phrase = phrases[index]
    if (phrase === undefined) return [{ cost: skipped(from, count), ranges: [] }]
    const key = `${index},${from}`
    const before = known.get(key)
    if (before !== undefined) return before
    const ways: Way[] = []
    for (let first = from; first < count; first++) {
      // A group has several columns, but for those that the paper may have cut: the last, and the first beside repeated labels.
      const isFirst = index === 0 || (index === 1 && first === from)
      const isLast = index === phrases.length - 1
      for (let last = isApart && (isFirst || isLast) ? first : first + 1; last < count; last++) {
        const cut = isLast && last === count - 1 ? 'right' : isFirst ? 'left' : null
        const own = groupCost(phrase, { first, last }, below, cut)
        if (!Number.isFinite(own)) continue
        for (const rest of solve(index + 1, last + 1))
          ways.push({ cost: own + skipped(from, first) + rest.cost, ranges: [{ first, last }, ...rest.ranges] })
      }
    }
    const best = ways.sort((a, b) => a.cost - b.cost).slice(0, 2)
    known.set(key, best)
    return best
  }
  return solve(0, 0)
}

/**
 * The names of groups on one line → the columns of each, so that all together are as near as can be to the middles of
 * theirs and no column below is left out without need; null for a name that stands over no group.
 */
export function groupsOf(phrases: readonly Phrase[], below: Below): Arrangement | null {
  const count = below.columns.length
  const size = Math.max(...phrases.map(phrase => phrase.size))
  const line = itemAt(phrases, 0).baseline
  const { lowest, offMiddle } = middlesOf(below, line, size)
  const isApart = phrases.length > 1 || lowest - line > APART * size
  const isLow = offMiddle.map(off => off > LEVEL * size)
  const [best, next] = bestWays(phrases, below, { isApart, isLow })
  if (best === undefined) return null
  const isBare = (column: number): boolean => !best.ranges.some(({ first, last }) => first <= column && column <= last)
  const leftOut = isLow.map((low, column) => low && isBare(column))
  const isCut =
    (leftOut[count - 1] === true && offMiddle.some((off, column) => Math.abs(off) <= LEVEL * size && isBare(column))) ||
    phrases.some((phrase, index) => {
      const range = best.ranges[index] ?? { first: 0, last: 0 }
      return range.first === range.last || !Number.isFinite(groupCost(phrase, range, below))
    })
  const cost = best.cost - LEFT_OUT * leftOut.filter(Boolean).length
  return { ranges: best.ranges, cost, lead: (next?.cost ?? Number.POSITIVE_INFINITY) - best.cost, isCut }
}

/** The columns over which a text is centred, some but not all, each with header texts below and none cutting a group; null when there are none. A text alone on its line that is centred over all as well is no group's name but a title. */
export function groupRange(phrase: Phrase, below: Below, isAlone: boolean): Range | null {
  const ranges = below.columns.flatMap((_, first) =>
    below.columns.slice(first + 1).map((__, index) => ({ first, last: first + 1 + index })),
  )
  const isAll = ({ first, last }: Range): boolean => last - first + 1 === below.columns.length
  const [best] = ranges
    .filter(range => isAlone || !isAll(range))
    .map(range => ({ range, cost: groupCost(phrase, range, below) }))
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost)
  return best === undefined || isAll(best.range) ? null : best.range
}

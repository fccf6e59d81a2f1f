import { alikeOf, type Box, heightOf, holdsMiddle, itemAt, mean, overlap, unionAll, widthOf } from '../../geometry.ts'
import type { Ruling } from '../../page/page.ts'
import { clustersOf, isAlike, widthwise, within, wordsIn } from '../open/areas.ts'
import { isAmount, isDash, middleOfLine, phrasesOf, type TextLine } from '../texts/words.ts'
import { colourColumns } from './colour-columns.ts'
import { withoutLevels } from './coloured-levels.ts'
import { type Borders, type Drawn, NONE } from './drawn.ts'
import { edgesOf, SNAP } from './edges.ts'

/** A coloured box is a cell only when a glyph fits in it: this high and wide (in glyph heights). */
const LEAST_SIDE = 0.9
/** White between coloured cells side by side up to this wide (in glyph heights) is the border between them: no text fits in it. */
const GAP = 0.6
/** Of the boxes of a mosaic at least this share holds words: the bars of a chart hold none, empty cells are few in a header. */
const FILLED = 0.5
/** So many texts side by side are a row of a table, its code and its name, where one alone may be a heading (a counted document came apart at those). */
const ROW_TEXTS = 2
/** So many stripes of equal ends are the rows of a table, and so many rows of cells of equal ends, however few of them hold words. */
const LEAST_STRIPES = 3
/** The text of an uncoloured row stands in its middle, which is this near (in sizes) to the stripe beside it: half of a row of two lines. */
const HALF_ROW = 1.5
/** Two boxes are beside each other when they share at least this part of the shorter side. */
const SHARED = 0.5

/**
 * The sides of the coloured boxes that stand outside what lines enclose: all four of cells, the upper and lower ones of
 * rows. Boxes of equal ends below each other are rows, and so is one that holds names above a single row of figures; so
 * are the uncoloured ones beside the first and last.
 */
export function fillEdges({ page, edges, lattices, lines, em }: Drawn): Borders {
  if (page.shades.length === 0) return NONE
  const drawn = lattices.filter(({ places }) => places.length > 1)
  const free = page.shades.filter(shade => !drawn.some(({ box }) => holdsMiddle(box, shade)))
  if (free.length === 0) return NONE
  const boxes = cellsAmong(free, em)
  const columns = colourColumns(boxes, lines(), em)
  const { mosaics: painted, lone } = mosaicsIn(
    boxes.filter(box => !columns.cells.includes(box)),
    lines(),
    em,
  )
  const mosaics = withoutLevels(painted, lines())
  const rows = columnsOfStripes(lone, em).flatMap(group => {
    const [first] = group
    if (first === undefined) return []
    const isRuled = edges.horizontal.some(edge => isAlike(edge, widthwise(first), em))
    const beside = isRuled ? [] : rowsBeside(group, lines())
    const areRows =
      group.length >= LEAST_STRIPES ||
      mosaics.some(mosaic => isAsWide(first, unionAll(mosaic), em)) ||
      (group.length === 1 && beside.some(row => row[1] === first[3]) && areNames(group, lines()))
    return areRows ? [...group, ...beside] : []
  })
  const cells = mosaics.flat().flatMap(box => [...flat(box), ...upright(box)])
  return edgesOf([...cells, ...rows.flatMap(flat), ...columns.rules], em)
}

/** Whether coloured boxes hold texts side by side, as a header does. */
const areNames = (boxes: readonly Box[], lines: readonly TextLine[]): boolean =>
  boxes.some(box => wordsIn(lines, box).some(line => phrasesOf(line).phrases.length > 1))

/** Boxes in groups of equal ends from left to right, each from top to bottom. */
const columnsOfStripes = (stripes: readonly Box[], em: number): Box[][] =>
  alikeOf(
    [...stripes].sort((a, b) => a[1] - b[1]),
    (box, first) => isAsWide(first, box, em),
  )

/** The places of the uncoloured rows above the first stripe and below the last, where a page shows one such row and no more. */
function rowsBeside(stripes: readonly Box[], lines: readonly TextLine[]): Box[] {
  const [first, last] = [stripes[0], stripes.at(-1)]
  if (first === undefined || last === undefined) return []
  const [left, top, right] = first
  const bottom = last[3]
  const rows = clustersOf(within(lines, left, right))
  const above = farSide(rows.filter(row => middleOfRow(row) < top).reverse(), top)
  const below = farSide(
    rows.filter(row => middleOfRow(row) > bottom),
    bottom,
  )
  return [
    ...(above === null ? [] : [[left, above, right, top] as const]),
    ...(below === null ? [] : [[left, bottom, right, below] as const]),
  ]
}

/** The middle of lines that stand side by side: a wrapped text has lines above and below the figures of its row. */
const middleOfRow = (row: readonly TextLine[]): number => mean(row.map(middleOfLine))

/** The other side of the row that begins at one side, in whose middle its text stands; null where what comes next is none, or rows go on. */
function farSide([row, next]: readonly (readonly TextLine[])[], side: number): number | null {
  if (row === undefined || !isRowAt(row, side)) return null
  const far = 2 * middleOfRow(row) - side
  return next !== undefined && isRowAt(next, far) ? null : far
}

/** Whether lines side by side are a row of a table that begins or ends at a height: texts side by side, the last a figure or a sign for nothing. */
function isRowAt(row: readonly TextLine[], side: number): boolean {
  const phrases = row.flatMap(line => phrasesOf(line).phrases).sort((a, b) => a.left - b.left)
  const last = phrases.at(-1)
  return (
    row.some(line => Math.abs(middleOfLine(line) - side) <= HALF_ROW * line.size) &&
    phrases.length > 1 &&
    last !== undefined &&
    (isAmount(last.text) || isDash(last.text))
  )
}

/** Coloured boxes in groups that touch, side by side: cells (a header filled cell by cell); and those that stand alone and hold text. */
function mosaicsIn(
  boxes: readonly Box[],
  lines: readonly TextLine[],
  em: number,
): { readonly mosaics: readonly (readonly Box[])[]; readonly lone: readonly Box[] } {
  const isFilled = (box: Box): boolean => wordsIn(lines, box).length > 0
  const textsIn = (group: readonly Box[]): number => group.filter(isFilled).length
  const side = touching(boxes, SNAP * em)
    .filter(group => group.some(box => group.some(other => isBeside(box, other, SNAP * em))))
    .map(group => group.toSorted((a, b) => a[0] - b[0]))
  const rows = side.filter(group => textsIn(group) >= ROW_TEXTS)
  const filled = rows.filter(group => textsIn(group) >= FILLED * group.length)
  // A row that prints only its code and its name is coloured as those are that print figures, and one of less with all of their borders.
  const told = rows.filter(
    group =>
      filled.some(other => isAsWide(unionAll(other), unionAll(group), em)) ||
      rows.filter(other => haveSameEnds(group, other, em)).length >= LEAST_STRIPES,
  )
  const mosaics = side.filter(group => told.some(other => haveSameEnds(group, other, em)))
  const inMosaic = new Set(mosaics.flat())
  return { mosaics, lone: boxes.filter(box => !inMosaic.has(box) && isFilled(box)) }
}

/** Whether two boxes begin and end at the same place from left to right. */
const isAsWide = (a: Box, b: Box, em: number): boolean => isAlike(widthwise(a), widthwise(b), em)

/** Whether boxes from left to right begin and end at the places where others do. */
const haveSameEnds = (row: readonly Box[], other: readonly Box[], em: number): boolean =>
  row.length === other.length && row.every((box, index) => isAsWide(box, itemAt(other, index), em))

const flat = (box: Box): Ruling[] =>
  [box[1], box[3]].map(at => ({ axis: 'horizontal', at, from: box[0], to: box[2], width: 0 }))
const upright = (box: Box): Ruling[] =>
  [box[0], box[2]].map(at => ({ axis: 'vertical', at, from: box[1], to: box[3], width: 0 }))

/** Whether two boxes have all sides in common; written out, since thousands are compared. */
const isSamePlace = (a: Box, b: Box, reach: number): boolean =>
  Math.abs(a[0] - b[0]) <= reach &&
  Math.abs(a[1] - b[1]) <= reach &&
  Math.abs(a[2] - b[2]) <= reach &&
  Math.abs(a[3] - b[3]) <= reach

/** Boxes in which a glyph fits, without those painted twice on the same place, each up to the middle of a gap beside it. */
function cellsAmong(shades: readonly Box[], em: number): Box[] {
  const reach = SNAP * em
  const large = shades.filter(box => Math.min(widthOf(box), heightOf(box)) >= LEAST_SIDE * em)
  const firstOfLarge = firstInRow(large, reach)
  const boxes = large.filter((box, index) => firstOfLarge(box, other => isSamePlace(other, box, reach)) === index)
  const firstOf = firstInRow(boxes, reach)
  return boxes.map(box => {
    const isInRow = (other: Box): boolean => Math.abs(box[1] - other[1]) <= reach || Math.abs(box[3] - other[3]) <= reach
    const isGap = (from: number, to: number): boolean => to > from && to - from <= GAP * em
    const before = boxes[firstOf(box, other => isGap(other[2], box[0]) && isInRow(other))]
    const next = boxes[firstOf(box, other => isGap(box[2], other[0]) && isInRow(other))]
    return [mean([box[0], before?.[2] ?? box[0]]), box[1], mean([box[2], next?.[0] ?? box[2]]), box[3]]
  })
}

/** Finds the one that was painted first of the boxes that begin or end at the height of one box and are wanted, -1 where none is; thousands are not compared with each other. */
function firstInRow(boxes: readonly Box[], reach: number): (box: Box, isWanted: (other: Box) => boolean) => number {
  const bandOf = (at: number): number => Math.floor(at / (2 * reach))
  const sides = ([1, 3] as const).map(side => ({
    side,
    bands: Map.groupBy(boxes.keys(), at => bandOf(itemAt(boxes, at)[side])),
  }))
  return (box, isWanted) => {
    const found = sides.flatMap(({ side, bands }) =>
      [-1, 0, 1].flatMap(
        step =>
          bands.get(bandOf(box[side]) + step)?.find(at => {
            const other = boxes[at]
            return other !== undefined && isWanted(other)
          }) ?? [],
      ),
    )
    return found.length === 0 ? -1 : Math.min(...found)
  }
}

/** Whether one box stands directly to the left or right of another. */
const isBeside = (a: Box, b: Box, reach: number): boolean =>
  Math.min(Math.abs(a[2] - b[0]), Math.abs(b[2] - a[0])) <= reach &&
  overlap(a[1], a[3], b[1], b[3]) >= SHARED * Math.min(heightOf(a), heightOf(b))

const isStacked = (a: Box, b: Box, reach: number): boolean =>
  Math.min(Math.abs(a[3] - b[1]), Math.abs(b[3] - a[1])) <= reach &&
  overlap(a[0], a[2], b[0], b[2]) >= SHARED * Math.min(widthOf(a), widthOf(b))

function touching(boxes: readonly Box[], reach: number): Box[][] {
  const groups: Box[][] = []
  for (const box of boxes) {
    // What a box touches was mostly painted just before it.
    const isNear = (other: Box): boolean => isBeside(box, other, reach) || isStacked(box, other, reach)
    const joined = groups.filter(group => group.findLast(isNear) !== undefined)
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    const [only = [], ...more] = joined
    const whole = more.length === 0 ? only : joined.flat()
    whole.push(box)
    groups.push(whole)
  }
  return groups
}

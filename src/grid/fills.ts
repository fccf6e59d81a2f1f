import { type Box, contains, heightOf, overlap, widthOf } from '../geometry.ts'
import type { Ruling } from '../page/page.ts'
import { SAME_END } from './areas.ts'
import { type Borders, type Drawn, NONE } from './drawn.ts'
import { edgesOf, SNAP } from './edges.ts'
import { middleOf } from './fill.ts'
import { isAmount, isDash, type Line, piecesOf } from './words.ts'

/** A coloured box is a cell only when a glyph fits in it: this high and wide (in glyph heights). */
const LEAST_SIDE = 0.9
/** Of the boxes of a mosaic at least this share holds words: the bars of a chart hold none, empty cells are few in a header. */
const FILLED = 0.5
/** So many stripes of equal ends are the rows of a table. */
const LEAST_STRIPES = 3
/** Stripes follow each other as far apart as they are high, give or take this part. */
const EVEN = 0.25
/** Two boxes are beside each other when they share at least this part of the shorter side. */
const SHARED = 0.5

/** The sides of the coloured boxes that stand outside what lines enclose, and the end of the uncoloured row below the last. */
export function fillEdges({ page, lattices, lines, em }: Drawn): Borders {
  if (page.shades.length === 0) return NONE
  const drawn = lattices.filter(({ places }) => places.length > 1)
  const free = page.shades.filter(
    shade => !drawn.some(({ box }) => contains(box, (shade[0] + shade[2]) / 2, (shade[1] + shade[3]) / 2)),
  )
  if (free.length === 0) return NONE
  const sides = sidesOfFills(free, page.glyphs.filter(glyph => glyph.text !== ' ').map(middleOf), em)
  const row = sides.length === 0 ? null : belowStripes(free, em)
  const isRow = row !== null && lines().some(line => isFilledRow(line, row))
  const end = isRow ? [{ axis: 'horizontal' as const, at: row[3], from: row[0], to: row[2], width: 0 }] : []
  return edgesOf([...sides, ...end], em)
}

/** Whether a line is a row of a table in a place: texts in it side by side, the last a figure or a sign for nothing. */
function isFilledRow(line: Line, [left, top, right, bottom]: Box): boolean {
  const { pieces } = piecesOf(line)
  const last = pieces.at(-1)
  return (
    line.baseline > top &&
    line.baseline < bottom &&
    pieces.length > 1 &&
    pieces.every(piece => piece.left > left && piece.right < right) &&
    last !== undefined &&
    (isAmount(last.text) || isDash(last.text))
  )
}

/**
 * Coloured boxes that are cells or rows → the sides a reader takes for borders. Boxes that touch, side by side, are
 * cells (a header filled cell by cell); boxes of equal ends below each other are stripes, whose upper and lower sides
 * part rows. `words` are the places where text stands, `em` is a glyph height.
 */
function sidesOfFills(shades: readonly Box[], words: readonly (readonly [x: number, y: number])[], em: number): Ruling[] {
  const boxes = unlike(
    shades.filter(box => Math.min(widthOf(box), heightOf(box)) >= LEAST_SIDE * em),
    em,
  )
  const groups = touching(boxes, SNAP * em)
  const isFilled = (box: Box): boolean => words.some(([x, y]) => contains(box, x, y))
  const mosaics = groups.filter(
    group =>
      group.some(box => group.some(other => isBeside(box, other, SNAP * em))) &&
      group.filter(isFilled).length >= FILLED * group.length,
  )
  const spans = mosaics.map(group => [Math.min(...group.map(box => box[0])), Math.max(...group.map(box => box[2]))] as const)
  const lone = boxes.filter(box => !mosaics.some(group => group.includes(box)) && isFilled(box))
  const isAlike = (box: Box, from: number, to: number): boolean =>
    Math.abs(box[0] - from) <= SAME_END * em && Math.abs(box[2] - to) <= SAME_END * em
  const stripes = lone.filter(
    box =>
      spans.some(([from, to]) => isAlike(box, from, to)) ||
      lone.filter(other => isAlike(other, box[0], box[2])).length >= LEAST_STRIPES,
  )
  return [...mosaics.flatMap(group => group.flatMap(box => [...flat(box), ...upright(box)])), ...stripes.flatMap(flat)]
}

/** The place of the uncoloured row below the last of the stripes that a page's boxes are, where every other row is coloured; null where they do not alternate. */
function belowStripes(shades: readonly Box[], em: number): Box | null {
  const stripes = shades.filter(box => heightOf(box) >= LEAST_SIDE * em).sort((a, b) => a[1] - b[1])
  const [before, last] = stripes.slice(-2)
  if (before === undefined || last === undefined) return null
  const height = heightOf(last)
  const isEven = (length: number): boolean => Math.abs(length - height) <= EVEN * height
  const isAlike = Math.abs(before[0] - last[0]) <= SAME_END * em && Math.abs(before[2] - last[2]) <= SAME_END * em
  return isAlike && isEven(heightOf(before)) && isEven(last[1] - before[3])
    ? [last[0], last[3], last[2], last[3] + height]
    : null
}

const flat = (box: Box): Ruling[] =>
  [box[1], box[3]].map(at => ({ axis: 'horizontal', at, from: box[0], to: box[2], width: 0 }))
const upright = (box: Box): Ruling[] =>
  [box[0], box[2]].map(at => ({ axis: 'vertical', at, from: box[1], to: box[3], width: 0 }))

/** Boxes without those painted twice on the same place. */
const unlike = (boxes: readonly Box[], em: number): Box[] =>
  boxes.filter(
    (box, index) =>
      !boxes.slice(0, index).some(other => other.every((side, at) => Math.abs(side - (box[at] ?? 0)) <= SNAP * em)),
  )

/** Whether one box stands directly to the left or right of another. */
const isBeside = (a: Box, b: Box, reach: number): boolean =>
  Math.min(Math.abs(a[2] - b[0]), Math.abs(b[2] - a[0])) <= reach &&
  overlap(a[1], a[3], b[1], b[3]) >= SHARED * Math.min(heightOf(a), heightOf(b))

const isStacked = (a: Box, b: Box, reach: number): boolean =>
  Math.min(Math.abs(a[3] - b[1]), Math.abs(b[3] - a[1])) <= reach &&
  overlap(a[0], a[2], b[0], b[2]) >= SHARED * Math.min(widthOf(a), widthOf(b))

/** Boxes in groups that hang together. */
function touching(boxes: readonly Box[], reach: number): Box[][] {
  const groups: Box[][] = []
  for (const box of boxes) {
    const joined = groups.filter(group => group.some(other => isBeside(box, other, reach) || isStacked(box, other, reach)))
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push([...joined.flat(), box])
  }
  return groups
}

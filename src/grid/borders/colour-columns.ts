import { alikeOf, type Box, contains, overlap, placesAmong, runsOf, unionAll } from '../../geometry.ts'
import type { Ruling } from '../../page/page.ts'
import { middle } from '../texts/columns.ts'
import { middleOfLine, type Phrase, type TextLine } from '../texts/words.ts'
import { SNAP } from './edges.ts'

/** So many coloured cells below each other with white ones beside them are a column of colour, whatever stands above; fewer may be marked. */
const LEAST_CELLS = 3

/** Coloured cells of columns whose rows go on in white, and the borders of those rows. */
interface ColourColumns {
  readonly cells: readonly Box[]
  readonly rules: readonly Ruling[]
}

/**
 * Columns that are coloured from top to bottom while others are white: their cells tell the rows of the whole table. Its
 * columns are told by the header or the text, since white ones may stand side by side.
 */
export function colourColumns(boxes: readonly Box[], lines: readonly TextLine[], em: number): ColourColumns {
  const white = whiteIn(boxes, lines)
  const runs = stacksOf(boxes, em).flatMap(stack => {
    const isBeside = stack.map(box => white.some(({ at }) => at > box[1] && at < box[3]))
    const run = stack.slice(isBeside.indexOf(true), isBeside.lastIndexOf(true) + 1)
    return isBeside.filter(Boolean).length >= LEAST_CELLS || isHeaded(run, boxes, white, em) ? [run] : []
  })
  const tables = runsOf(
    runs.map(run => unionAll(run)).sort((a, b) => a[1] - b[1]),
    (box, _, run) => run.some(other => other[3] - box[1] > SNAP * em),
  ).map(table => cellsIn(unionAll(table), boxes))
  return { cells: tables.flat(), rules: tables.flatMap(cells => rulesOf(cells, boxes, white, em)) }
}

/** Boxes of equal ends that touch, below each other. */
const stacksOf = (boxes: readonly Box[], em: number): Box[][] =>
  alikeOf(
    [...boxes].sort((a, b) => a[1] - b[1]),
    (box, first) => isNear(box[0], first[0], em) && isNear(box[2], first[2], em),
  ).flatMap(column => runsOf(column, (box, above) => isNear(box[1], above[3], em)))

/** The boxes between the top and the bottom of another. */
const cellsIn = ([, top, , bottom]: Box, boxes: readonly Box[]): Box[] =>
  boxes.filter(box => (box[1] + box[3]) / 2 > top && (box[1] + box[3]) / 2 < bottom)

/** Whether a coloured header stands right above cells, over all white texts beside them. */
function isHeaded(run: readonly Box[], boxes: readonly Box[], white: White, em: number): boolean {
  if (run.length === 0) return false
  const cells = unionAll(run)
  const header = rightAbove(cells, boxes, em)
  if (header.length === 0) return false
  const [left, , right] = unionAll(header)
  return whiteBeside(cells, white).every(phrase => middle(phrase) > left && middle(phrase) < right)
}

/** The boxes that end where another begins, where one of them stands over it: a row that ends there beside it is of another table. */
function rightAbove([left, top, right]: Box, boxes: readonly Box[], em: number): Box[] {
  const row = boxes.filter(box => isNear(box[3], top, em))
  return row.some(box => overlap(box[0], box[2], left, right) > 0) ? row : []
}

/** Texts that stand on no colour, with the middle of their lines. */
type White = readonly { readonly at: number; readonly phrase: Phrase }[]

const whiteIn = (boxes: readonly Box[], lines: readonly TextLine[]): White =>
  lines.flatMap(line => {
    const at = middleOfLine(line)
    const beside = boxes.filter(box => box[1] < at && box[3] > at)
    return line.phrases.filter(phrase => !beside.some(box => contains(box, middle(phrase), at))).map(phrase => ({ at, phrase }))
  })

/** The white texts between the top and the bottom of a box. */
const whiteBeside = ([, top, , bottom]: Box, white: White): Phrase[] =>
  white.filter(({ at }) => at > top && at < bottom).map(({ phrase }) => phrase)

const isNear = (a: number, b: number, em: number): boolean => Math.abs(a - b) <= SNAP * em

/** The borders of the rows of coloured cells, over the whole width of their table but for the cells that they would cut. */
function rulesOf(cells: readonly Box[], boxes: readonly Box[], white: White, em: number): Ruling[] {
  const own = unionAll(cells)
  const [left, , right] = unionAll([
    ...[...cells, ...rightAbove(own, boxes, em)],
    ...whiteBeside(own, white).map((text): Box => [text.left, own[1], text.right, own[3]]),
  ])
  const heights = placesAmong(
    cells.flatMap(box => [box[1], box[3]]),
    SNAP * em,
  )
  return heights.flatMap(at => {
    const cut = cells.filter(box => box[1] < at - SNAP * em && box[3] > at + SNAP * em).sort((a, b) => a[0] - b[0])
    const ends = [left, ...cut.flatMap(box => [box[0], box[2]]), right]
    return ends.flatMap((from, index): Ruling[] => {
      const to = ends[index + 1]
      return index % 2 === 1 || to === undefined ? [] : [{ axis: 'horizontal', at, from, to, width: 0 }]
    })
  })
}

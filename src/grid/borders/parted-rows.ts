import { endsOf, itemAt, overlap } from '../../geometry.ts'
import type { Ruling } from '../../page/page.ts'
import { linesBetween } from '../open/areas.ts'
import { JUTS } from '../open/prose.ts'
import type { JoinedRule } from '../open/rule-joints.ts'
import { runsAcross } from '../open/stripes.ts'
import type { Phrase, TextLine } from '../texts/words.ts'
import type { Border } from './drawn.ts'
import { SNAP } from './edges.ts'

/** A text is centred in a cell when it is this near (in sizes) to its middle: half of what a letter more on one side makes is .25. */
const CENTRED = 0.3

/** A table of which only the rules between its rows are drawn, column by column, and none through the cells that go over several rows. */
export interface RuledInParts {
  readonly rules: readonly JoinedRule[]
  /** Where its columns part, its sides among them. */
  readonly columns: readonly number[]
  /** Where its rows part, those included that the page cuts. */
  readonly rows: readonly number[]
  readonly lines: readonly TextLine[]
}

/** A stretch of a column border between two rules that touch it, and whether cells part there: null where neither rules nor texts tell, and empty cells are parted. */
interface Stretch {
  readonly from: number
  readonly to: number
  isWall: boolean | null
}

/** The borders of columns through the rows of a table whose rules are drawn in parts: none is missing between two texts unless one runs across or the cell is drawn as one. */
export function wallsOf(table: RuledInParts, rulings: readonly Ruling[], em: number): Border[] {
  const { columns, rows } = table
  const [top, bottom] = endsOf(rows)
  const stretches = columns.slice(1, -1).map((_, index) => stretchesOf(table, index + 1, rulings, em))
  for (const at of rows.slice(1).keys()) widen(table, at, stretches)
  return [
    ...endsOf(columns).map(at => ({ at, from: top, to: bottom })),
    ...stretches.flatMap((own, index) =>
      own.filter(({ isWall }) => isWall !== false).map(({ from, to }) => ({ at: itemAt(columns, index + 1), from, to })),
    ),
  ]
}

/** What tells a border of columns from rule to rule: one that ends there; a text across; parts above and below that go on; texts on both sides. */
function stretchesOf(
  { rules, columns, rows, lines }: RuledInParts,
  index: number,
  rulings: readonly Ruling[],
  em: number,
): Stretch[] {
  const [left, at, right] = [itemAt(columns, index - 1), itemAt(columns, index), itemAt(columns, index + 1)]
  const snap = SNAP * em
  const [top, bottom] = endsOf(rows)
  const touching = rules.filter(({ from, to }) => from <= at + snap && to >= at - snap)
  const isAt =
    (y: number) =>
    (rule: Border): boolean =>
      Math.abs(rule.at - y) <= snap
  const endsAt = (y: number): boolean => touching.filter(isAt(y)).some(({ from, to }) => from > at - snap || to < at + snap)
  const goesOnAt = (y: number): boolean =>
    rulings.some(rule => rule.axis === 'horizontal' && isAt(y)(rule) && rule.from < at - snap && rule.to > at + snap)
  const ys = [...new Set([top, ...rows.filter(y => touching.some(isAt(y))), bottom])]
  return ys.slice(1).map((to, place) => {
    const from = itemAt(ys, place)
    const words = linesBetween(lines, from, to).flatMap(({ phrases }) => phrases)
    const isIn = (start: number, end: number): boolean => words.some(word => stands(word, start, end))
    if (endsAt(from) || endsAt(to)) return { from, to, isWall: true }
    if (words.some(word => runsAcross(word, [at]))) return { from, to, isWall: false }
    const areBeside = isIn(left, at) && isIn(at, right)
    if (areBeside || isOwn(words, left, at) || isOwn(words, at, right)) return { from, to, isWall: true }
    return { from, to, isWall: goesOnAt(from) && goesOnAt(to) ? false : null }
  })
}

/** Let the cells of a row whose text runs across a border go over the empty columns beside it in the middle of which it stands. Changes `stretches`. */
function widen({ columns, rows, lines }: RuledInParts, row: number, stretches: readonly Stretch[][]): void {
  const [from, to] = [itemAt(rows, row), itemAt(rows, row + 1)]
  const words = linesBetween(lines, from, to).flatMap(({ phrases }) => phrases)
  const walls = stretches.map(own => own.find(stretch => overlap(stretch.from, stretch.to, from, to) > 0))
  const isEmpty = (column: number): boolean =>
    !words.some(word => stands(word, itemAt(columns, column), itemAt(columns, column + 1)))
  const isOpen = (border: number): boolean => walls[border - 1]?.isWall === null
  for (const [first, last] of crossedCells(walls)) {
    const own = words.filter(word => stands(word, itemAt(columns, first), itemAt(columns, last)))
    if (own.length === 0) continue
    let [start, end] = [first, last]
    while (start > 0 && isOpen(start) && isEmpty(start - 1)) start--
    while (end < columns.length - 1 && isOpen(end) && isEmpty(end)) end++
    const wider = rangesBetween([start, first], [last, end]).find(([a, b]) =>
      isCentred(own, itemAt(columns, a), itemAt(columns, b)),
    )
    if (wider === undefined) continue
    for (const wall of walls.slice(wider[0], wider[1] - 1)) if (wall !== undefined) wall.isWall = false
  }
}

/** The cells of a row that texts run across, by the borders at their sides. */
function crossedCells(walls: readonly (Stretch | undefined)[]): (readonly [number, number])[] {
  const cells: [number, number][] = []
  for (const [index, wall] of walls.entries()) {
    if (wall?.isWall !== false) continue
    const last = cells.at(-1)
    if (last !== undefined && last[1] === index + 1) last[1] = index + 2
    else cells.push([index, index + 2])
  }
  return cells
}

/** All ranges that begin and end within two others, the widest first. */
const rangesBetween = (
  [start, first]: readonly [number, number],
  [last, end]: readonly [number, number],
): (readonly [number, number])[] =>
  [...Array(first - start + 1).keys()]
    .flatMap(left => [...Array(end - last + 1).keys()].map(right => [start + left, end - right] as const))
    .sort((a, b) => b[1] - b[0] - (a[1] - a[0]))

/** Whether a word stands between two borders with more than what juts out over one. */
const stands = ({ left, right, size }: Phrase, from: number, to: number): boolean =>
  overlap(left, right, from, to) > JUTS * size

/** Whether a column holds words that stand in its middle: they are its own. */
function isOwn(words: readonly Phrase[], left: number, right: number): boolean {
  const own = words.filter(word => stands(word, left, right))
  return own.length > 0 && isCentred(own, left, right)
}

/** Whether words stand in the middle between two borders. */
function isCentred(words: readonly Phrase[], left: number, right: number): boolean {
  const [from, to] = [Math.min(...words.map(word => word.left)), Math.max(...words.map(word => word.right))]
  return Math.abs(from + to - left - right) / 2 <= CENTRED * itemAt(words, 0).size
}

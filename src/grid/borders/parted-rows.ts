import { endsOf, itemAt, neighbours, overlap } from '../../geometry.ts'
import type { Ruling } from '../../page/page.ts'
import { linesBetween } from '../open/areas.ts'
import { JUTS } from '../open/prose.ts'
import type { JoinedRule } from '../open/rule-joints.ts'
import { runsAcross } from '../open/stripes.ts'
import { CENTRED, type Phrase, type TextLine } from '../texts/words.ts'
import type { Border } from './drawn.ts'
import { SNAP } from './edges.ts'

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

/** What tells a border of columns from rule to rule: one that ends there; a text across; texts on both sides; parts above and below that go on. */
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
  return neighbours(ys).map(([from, to]) => {
    const words = linesBetween(lines, from, to).flatMap(({ phrases }) => phrases)
    const isIn = (start: number, end: number): boolean => words.some(word => stands(word, start, end))
    if (endsAt(from) || endsAt(to)) return { from, to, isWall: true }
    if (words.some(word => runsAcross(word, [at]))) return { from, to, isWall: false }
    if (isIn(left, at) && isIn(at, right)) return { from, to, isWall: true }
    return { from, to, isWall: goesOnAt(from) && goesOnAt(to) ? false : null }
  })
}

/**
 * Let the cells of a row whose text runs across a border, and heads in the first row or under a group, go over the empty columns
 * beside it in the middle of which it stands; a head goes over those alone that have heads below it. Changes `stretches`.
 */
function widen({ columns, rows, lines }: RuledInParts, row: number, stretches: readonly Stretch[][]): void {
  const wordsOf = (at: number): Phrase[] =>
    at + 1 < rows.length ? linesBetween(lines, itemAt(rows, at), itemAt(rows, at + 1)).flatMap(({ phrases }) => phrases) : []
  const [words, below] = [wordsOf(row), wordsOf(row + 1)]
  const stretchesIn = (at: number): (Stretch | undefined)[] =>
    stretches.map(own => own.find(({ from, to }) => overlap(from, to, itemAt(rows, at), itemAt(rows, at + 1)) > 0))
  const walls = stretchesIn(row)
  const above = row > 0 ? stretchesIn(row - 1) : null
  const holds = (some: readonly Phrase[], column: number): boolean =>
    some.some(word => stands(word, itemAt(columns, column), itemAt(columns, column + 1)))
  for (const [first, last] of cellsBetween(walls)) {
    const own = words.filter(word => stands(word, itemAt(columns, first), itemAt(columns, last)))
    const isHead = last - first === 1
    if (own.length === 0) continue
    const isOpen = (border: number): boolean =>
      walls[border - 1]?.isWall === null && (!isHead || above === null || above[border - 1]?.isWall === false)
    const isFree = (column: number): boolean => !holds(words, column) && (!isHead || holds(below, column))
    let [start, end] = [first, last]
    while (start > 0 && isOpen(start) && isFree(start - 1)) start--
    while (end < columns.length - 1 && isOpen(end) && isFree(end)) end++
    const wider = rangesBetween([start, first], [last, end]).find(([a, b]) =>
      isCentred(own, itemAt(columns, a), itemAt(columns, b)),
    )
    if (wider === undefined) continue
    for (const wall of walls.slice(wider[0], wider[1] - 1)) if (wall !== undefined) wall.isWall = false
  }
}

/** The cells of a row, by the borders at their sides: columns that no wall parts for sure are one. */
function cellsBetween(walls: readonly (Stretch | undefined)[]): (readonly [number, number])[] {
  const cells: [number, number][] = [[0, 1]]
  for (const [index, wall] of walls.entries())
    if (wall?.isWall === false) cells.splice(-1, 1, [itemAt(cells, cells.length - 1)[0], index + 2])
    else cells.push([index + 1, index + 2])
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

/** Whether words stand in the middle between two borders. */
function isCentred(words: readonly Phrase[], left: number, right: number): boolean {
  const [from, to] = [Math.min(...words.map(word => word.left)), Math.max(...words.map(word => word.right))]
  return Math.abs(from + to - left - right) / 2 <= CENTRED * itemAt(words, 0).size
}

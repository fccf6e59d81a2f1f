import { endsOf, itemAt, mean } from '../geometry.ts'
import { columnsOf, middle } from './columns.ts'
import type { Line, Piece } from './words.ts'

/** Names printed again to the right stand at one distance from the first, within this (in sizes). */
const SAME_SHIFT = 0.5
/** So many names at least tell that a header is printed again; two may be those of income and of expenditure. */
const LEAST_NAMES = 3
/** A title is centred over its table within this distance (in sizes). */
const CENTRED = 1.5
/** So many lines above a header are searched for titles. */
const CAPTION_LINES = 4

/**
 * Where lines of text hold two tables side by side, or null: the names of a header line are printed twice, and the
 * same holds for a line of titles above, each in the middle of its half. Halves of one table (收入 | 支出) have one title.
 */
export function gutterOf(header: readonly Line[], body: readonly Line[], above: readonly Line[]): number | null {
  const names = header.findLast(({ pieces }) => isTwice(pieces))?.pieces
  if (names === undefined) return null
  const [left, right] = halvesOf(names)
  const [from, to] = [endsOf(left)[1].right, itemAt(right, 0).left]
  const all = columnsOf([...header, ...body])
  const gaps = all.slice(1).flatMap((column, index): [number, number][] => {
    const gap: [number, number] = [Math.max(itemAt(all, index).right, from), Math.min(column.left, to)]
    return gap[0] < gap[1] ? [gap] : []
  })
  const [gap] = gaps.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
  if (gap === undefined) return null
  const [{ left: start }, { right: end }] = endsOf(all)
  const isTitled = above.slice(-CAPTION_LINES).some(({ pieces: [first, second, ...more] }) => {
    if (first === undefined || second === undefined || more.length > 0) return false
    return isOver(first, start, gap[0]) && isOver(second, gap[1], end)
  })
  return isTitled ? mean(gap) : null
}

const isOver = (title: Piece, left: number, right: number): boolean =>
  Math.abs(middle(title) - (left + right) / 2) <= CENTRED * title.size

const halvesOf = (texts: readonly Piece[]): readonly [readonly Piece[], readonly Piece[]] => [
  texts.slice(0, texts.length / 2),
  texts.slice(texts.length / 2),
]

/** Whether the second half of some texts is the same as the first, all at one distance. */
const isTwice = (pieces: readonly Piece[]): boolean => {
  const [texts, others] = halvesOf(pieces)
  if (texts.length !== others.length || texts.length < LEAST_NAMES) return false
  const shift = itemAt(others, 0).left - itemAt(texts, 0).left
  return texts.every((text, index) => {
    const other = others[index]
    return other?.text === text.text && Math.abs(other.left - text.left - shift) <= SAME_SHIFT * text.size
  })
}

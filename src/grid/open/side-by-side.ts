import { itemAt, mean, neighbours } from '../../geometry.ts'
import { LARGER } from '../headers/header-above.ts'
import { columnsOf, middle, type TextColumn } from '../texts/columns.ts'
import type { Phrase, TextLine } from '../texts/words.ts'

/** Names printed again to the right stand at one distance from the first, within this (in sizes). */
const SAME_SHIFT = 0.5
/** So many names at least tell that a header is printed again; two may be those of income and of expenditure. */
const LEAST_NAMES = 3
/** A title is centred over its table within this distance (in sizes). */
const CENTRED = 1.5
/** So many lines above a header are searched for titles. */
const CAPTION_LINES = 4

/**
 * Where lines of text hold two tables side by side, or null: a line of titles stands above, each in the middle of its half,
 * and the names of a header line are printed twice, or what stands below the titles (单位：万元), or the titles are set larger
 * than the names. Halves of one table (收入 | 支出) have one title.
 */
export function gutterOf(header: readonly TextLine[], body: readonly TextLine[], above: readonly TextLine[]): number | null {
  const names = header.findLast(({ phrases }) => isTwice(phrases, LEAST_NAMES))?.phrases
  const all = columnsOf([...header, ...body])
  const [start, end] = [all[0]?.left, all.at(-1)?.right]
  const size = Math.max(...[...header, ...body].map(line => line.size))
  const caption = above.slice(-CAPTION_LINES)
  const titles = caption.filter(
    (line, at) =>
      names !== undefined || line.size > LARGER * size || caption.slice(at + 1).some(({ phrases }) => isTwice(phrases, 1)),
  )
  if (start === undefined || end === undefined || titles.length === 0) return null
  const gaps = gapsOf(all, names).sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
  const gap = (names === undefined ? gaps : gaps.slice(0, 1)).find(([from, to]) =>
    titles.some(({ phrases: [first, second, ...more] }) => {
      if (first === undefined || second === undefined || more.length > 0) return false
      return isOver(first, start, from) && isOver(second, to, end)
    }),
  )
  return gap === undefined ? null : mean(gap)
}

/** The white between columns; where names are printed twice, as far as it lies between the two halves of them. */
function gapsOf(columns: readonly TextColumn[], names: readonly Phrase[] | undefined): [number, number][] {
  const [left, right] = names === undefined ? [] : halvesOf(names)
  const from = left?.at(-1)?.right ?? Number.NEGATIVE_INFINITY
  const to = right?.[0]?.left ?? Number.POSITIVE_INFINITY
  return neighbours(columns)
    .map(([column, next]): [number, number] => [Math.max(column.right, from), Math.min(next.left, to)])
    .filter(([start, end]) => start < end)
}

const isOver = (title: Phrase, left: number, right: number): boolean =>
  Math.abs(middle(title) - (left + right) / 2) <= CENTRED * title.size

const halvesOf = (texts: readonly Phrase[]): readonly [readonly Phrase[], readonly Phrase[]] => [
  texts.slice(0, texts.length / 2),
  texts.slice(texts.length / 2),
]

/** Whether the second half of some texts is the same as the first, all at one distance. */
const isTwice = (phrases: readonly Phrase[], least: number): boolean => {
  const [texts, others] = halvesOf(phrases)
  if (texts.length !== others.length || texts.length < least) return false
  const shift = itemAt(others, 0).left - itemAt(texts, 0).left
  return texts.every((text, index) => {
    const other = others[index]
    return other?.text === text.text && Math.abs(other.left - text.left - shift) <= SAME_SHIFT * text.size
  })
}

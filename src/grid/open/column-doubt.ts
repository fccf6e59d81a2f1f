import { itemAt, neighbours, numbersFrom, usualSize } from '../../geometry.ts'
import type { Draft } from '../cells/cells.ts'
import { meets, type TextColumn } from '../texts/columns.ts'
import { type Phrase, phrasesOf, type TextLine } from '../texts/words.ts'
import type { OpenTable } from './open-table.ts'

/** White between two columns of less than this (in sizes) is no more than stands between the words of a text. */
const NARROW = 0.5
/** White inside a column, at one place in each of its rows, of at least this (in sizes) may part two columns … */
const WHITE = 0.2
/** … where so many rows have it. */
const LEAST_ROWS = 4

/**
 * Columns that text alone tells and that may as well be one more or one fewer: a gutter that is barely one and over which no
 * two names stand, or white at the same place in each text of a column. Nothing else says how close that was.
 */
export function doubtfulColumns({ area, sections, columns, lines, amounts }: OpenTable): number[] {
  if (area.borders !== undefined || area.told !== undefined) return []
  const size = usualSize(lines, 0)
  const names = (sections[0]?.header ?? []).flatMap(line => phrasesOf(line).phrases)
  const isNamed = (column: TextColumn, other: TextColumn): boolean =>
    names.some(name => meets(name, column) && !meets(name, other))
  return columns.flatMap((column, index) => {
    const left = columns[index - 1]
    const isNarrow =
      left !== undefined &&
      column.left - left.right < NARROW * size &&
      !(amounts[index] === true && amounts[index - 1] === true) &&
      !(isNamed(left, column) && isNamed(column, left))
    return [...(isNarrow ? [index - 1, index] : []), ...(isSplit(lines, column, size) ? [index] : [])]
  })
}

/** The columns under names of a header that may stand over others. */
export function doubtfulNames({ sections }: OpenTable, { doubtful, places, glyphs }: Draft): number[] {
  const [body] = sections[0]?.body ?? []
  if (body === undefined) return []
  return [...doubtful].flatMap(index => {
    const { column, columnSpan } = itemAt(places, index)
    const isHeader = (glyphs[index]?.[0] ?? body).baseline < body.baseline
    return isHeader ? numbersFrom(column, column + columnSpan) : []
  })
}

/** Whether white runs down through all texts of a column. */
function isSplit(lines: readonly TextLine[], column: TextColumn, size: number): boolean {
  const texts = lines.flatMap(({ phrases }) => phrases.filter(phrase => meets(phrase, column)))
  if (texts.length < LEAST_ROWS) return false
  const [first, ...more] = texts.map(whites)
  return (first ?? []).some(white => {
    const left = more.reduce<TextColumn | undefined>((own, others) => {
      const shared = others.find(other => own !== undefined && meets(own, other))
      return own && shared && { left: Math.max(own.left, shared.left), right: Math.min(own.right, shared.right) }
    }, white)
    return left !== undefined && left.right - left.left >= WHITE * size
  })
}

/** The white between the words of a text. */
const whites = ({ words }: Phrase): TextColumn[] =>
  neighbours(words).map(([word, next]) => ({ left: word.right, right: next.left }))

import { meets, type TextColumn } from '../texts/columns.ts'
import type { TextLine } from '../texts/words.ts'
import { clustersOf } from './areas.ts'

/**
 * Stretches of text beside each other that are one column: no row has a text in either, and no more than one of them has a
 * name of its own. A label centred among names set to the left, or a number centred over amounts set to the right, else
 * looks like a column. A wrapped text whose lines stand above and below a figure is in its row. Without a header nothing tells
 * them from levels that have columns of their own (类 款 项).
 */
export function oneColumnEach(
  columns: readonly TextColumn[],
  body: readonly TextLine[],
  header: readonly TextLine[],
): TextColumn[] {
  if (header.length === 0) return [...columns]
  const rows = clustersOf(body)
  const stands = (lines: readonly TextLine[], column: TextColumn, other: TextColumn): boolean =>
    lines.some(({ phrases }) => phrases.some(phrase => meets(phrase, column) && !meets(phrase, other)))
  const hasName = (column: TextColumn, other: TextColumn): boolean => stands(header, column, other)
  const merged: TextColumn[] = []
  for (const column of columns) {
    const last = merged.at(-1)
    const isOne =
      last !== undefined &&
      !(hasName(last, column) && hasName(column, last)) &&
      !rows.some(row => stands(row, last, column) && stands(row, column, last))
    if (isOne) merged[merged.length - 1] = { left: last.left, right: column.right }
    else merged.push(column)
  }
  return merged
}

import { itemAt } from '../../geometry.ts'
import { cellsByPlace, columnCount, type GridCell } from '../../grid/grid.ts'
import { leafTexts } from '../headers/repeated-header.ts'
import { isAmount, isNil, isWords, likeness, squash } from '../words.ts'
import type { JoinedStrip } from './join-strip.ts'
import { type BodyRow, type Part, rowsFrom } from './sheet.ts'

/** A column repeats another when this share of its filled cells does: a cell in twenty misread. */
const MOSTLY_ALIKE = 0.95
/** A header cell, or a label, that repeats the left one is as like it as this. */
const ALIKE = 0.8

/** For each column of a row, the cell that covers it; none where the row is drawn with other columns. */
type Row = readonly (Pick<GridCell, 'column' | 'columnSpan' | 'text'> | undefined)[]

/** What may label the rows of a part of a wide table: the last title over each column, and its rows. */
export interface Labelled {
  readonly titles: readonly string[]
  readonly rows: readonly Row[]
}

/** The labels of a part, or of some of its rows. */
export function labelledBy(part: Part, rows: readonly BodyRow[] = rowsFrom(part)): Labelled {
  const grid = part.pieces[0]?.grid
  return {
    titles: grid === undefined ? [] : leafTexts(grid.cells, columnCount(grid), itemAt(part.repeated, 0)),
    rows: rows.map(({ piece, at }) => piece.rows[at] ?? []),
  }
}

/** The labels of a part whose pages are put together. */
export const labelledIn = ({ cells, width, rows }: JoinedStrip, headerRows: number): Labelled => ({
  titles: leafTexts(cells, width, headerRows),
  rows: cellsByPlace(cells, rows, width).slice(headerRows),
})

/** How many columns at the left of a right part repeat those of the left part in their rows, under the same titles. */
export function repeatedLabels(left: Labelled, right: Labelled): number {
  if (left.rows.length !== right.rows.length) return 0
  const pairs = left.rows.map((row, index): RowPair => [row, itemAt(right.rows, index)])
  const isRepeated = (column: number): boolean =>
    likeness(left.titles[column] ?? '', right.titles[column] ?? '') >= ALIKE &&
    sameColumn(pairs, column) &&
    labelsRows(pairs, column)
  const width = Math.min(left.titles.length, right.titles.length)
  let columns = 0
  while (columns < width - 1 && isRepeated(columns)) columns++
  return columns
}

/** Rows of the left and of the right pages that stand beside each other. */
type RowPair = readonly [left: Row, right: Row]

/** Whether a column says the same in the rows of both. */
function sameColumn(pairs: readonly RowPair[], column: number): boolean {
  // A label over several columns, 合计 over code and name, is that of the last of them.
  const textOf = (row: Row): string => {
    const cell = row[column]
    return cell !== undefined && cell.column + cell.columnSpan === column + 1 ? squash(cell.text) : ''
  }
  const filled = pairs.map(([a, b]) => [textOf(a), textOf(b)] as const).filter(([a, b]) => a !== '' || b !== '')
  let unlike = 0
  const isEnough = ([a, b]: readonly [string, string]): boolean =>
    likeness(a, b) >= ALIKE || filled.length - ++unlike >= MOSTLY_ALIKE * filled.length
  return filled.every(isEnough)
}

/** Whether a column can label rows: words, codes or ordinals in its body, or no body at all. */
function labelsRows(pairs: readonly RowPair[], column: number): boolean {
  const texts = pairs.map(([row]) => squash(row[column]?.text ?? ''))
  return texts.length === 0 || texts.some(text => isWords(text) || (isAmount(text) && !/[.,]/.test(text)) || isNil(text))
}

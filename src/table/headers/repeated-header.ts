import { numbersFrom } from '../../geometry.ts'
import { columnCount, coversColumn, type Grid, type GridCell, rowCount } from '../../grid/grid.ts'
import { captionDepth } from '../captions/caption.ts'
import { isAmount, isNil, isWords, likeness, squash } from '../words.ts'

/** Header rows of a table that a following grid prints again at its top. */
export interface Repetition {
  /** How many rows of the following grid repeat the header. */
  readonly rows: number
  /** How alike they are to those of the first grid, 0 to 1. */
  readonly likeness: number
}

/** Two recognised texts of a header are one when they share this much: every fourth character misread, a speck in a short word. Printed ones say the same: 2022年预算数 is another column than 2023年预算数. */
const SAME_TEXT = 0.75
/** Rows repeat a header when this share of their columns does; two funds differ in one column of five. */
const ALIKE = 0.85
/** A row printed again by chance, a unit or a project of the same name, has hardly more filled cells than this. */
const FEWEST_LABELS = 2

const NOTHING: Repetition = { rows: 0, likeness: 0 }

/**
 * How many rows at the top of `grid` repeat header rows of `header`: its whole header of `depth` rows, the last of them, or
 * only the first, with blank rows above them. Words are compared with an edit distance, column by column, whatever the spans.
 */
export function repeatedHeader(header: Grid, depth: number, grid: Grid): Repetition {
  if (columnCount(header) !== columnCount(grid)) return NOTHING
  const blank = Math.min(...grid.cells.filter(({ text }) => text !== '').map(({ row }) => row), rowCount(grid))
  const { rows, likeness } = repeatedFrom(header, depth, { grid, from: blank })
  return rows === 0 ? NOTHING : { rows: blank + rows, likeness }
}

/** The same from a row of the grid on. */
function repeatedFrom(header: Grid, depth: number, { grid, from: top }: Rows): Repetition {
  const caption = captionDepth(header)
  const isRead = isRecognised(header) || isRecognised(grid)
  if (
    depth - caption > 1 &&
    share(leafTexts(header.cells, columnCount(header), depth), columnTexts(grid, top, 1), isRead) >= ALIKE
  )
    return { rows: 1, likeness: 1 }
  for (const from of numbersFrom(0, depth)) {
    const found = alike(depth - from, { grid: header, from }, { grid, from: top })
    if (found >= ALIKE) return { rows: depth - from, likeness: found }
  }
  for (let rows = depth - caption - 1; rows > 0; rows--) {
    // Under the same first row another part of a wide table names other columns: its header goes on below.
    if (!isClosed(grid, top, top + rows)) continue
    const found = alike(rows, { grid: header, from: caption }, { grid, from: top })
    if (found >= ALIKE) return { rows, likeness: found }
  }
  return NOTHING
}

/** How many rows at the tops of two grids are the same words without an amount: a header that neither alone gives away. */
export function commonTop(a: Grid, b: Grid): number {
  if (columnCount(a) !== columnCount(b)) return 0
  const least = Math.min(rowCount(a), rowCount(b))
  const isLabelRow = labelRowsOf(a)
  let rows = 0
  while (rows < least && isLabelRow(rows) && alike(1, { grid: a, from: rows }, { grid: b, from: rows }) >= ALIKE) rows++
  return rows
}

/** The rows of the body in which the whole header is printed again, with or without the caption in its frame, as an old page break of the source leaves it. */
export function repeatedInside(header: Grid, depth: number, grid: Grid, body: number): number[] {
  const from = captionDepth(header)
  const rows = depth - from
  const found: number[] = []
  if (rows <= 0 || columnCount(header) !== columnCount(grid)) return found
  const isLabelRow = labelRowsOf(grid)
  for (let row = body; row + rows <= rowCount(grid); row++) {
    if (isLabelRow(row) && isClosed(grid, row, row + rows) && alike(rows, { grid: header, from }, { grid, from: row }) >= ALIKE)
      found.push(...numbersFrom(isCaptionAgain(header, from, grid, row) ? row - from : row, row + rows))
  }
  return found
}

/** Whether the rows before `row` say what the caption in the frame of `header` says, its first `depth` rows. */
function isCaptionAgain(header: Grid, depth: number, grid: Grid, row: number): boolean {
  const textsOf = (of: Grid, from: number): string =>
    of.cells
      .filter(cell => cell.row >= from && cell.row < from + depth)
      .map(({ text }) => squash(text))
      .join('|')
  return depth > 0 && row >= depth && textsOf(header, 0) === textsOf(grid, row - depth)
}

const isClosed = (grid: Grid, from: number, to: number): boolean =>
  grid.cells.every(({ row, rowSpan }) => row >= to || row + rowSpan <= from || (row >= from && row + rowSpan <= to))

/** Whether a row of a grid holds labels only: words, at least in a few cells. */
function labelRowsOf({ cells }: Grid): (row: number) => boolean {
  const filled = cells.filter(({ text }) => text !== '')
  const tall = filled.filter(({ rowSpan }) => rowSpan > 1)
  const rows = Map.groupBy(filled, ({ row }) => row)
  return row => {
    const own = rows.get(row) ?? []
    if (own.length === 0 || !own.every(({ text }) => isWords(text))) return false
    const beside = tall.filter(cell => cell.row < row && row < cell.row + cell.rowSpan)
    return own.length + beside.length >= FEWEST_LABELS
  }
}

interface Rows {
  readonly grid: Grid
  readonly from: number
}

/** How alike `rows` rows of two grids are: the share of the columns of either that say the same. */
function alike(rows: number, a: Rows, b: Rows): number {
  if (a.from + rows > rowCount(a.grid) || b.from + rows > rowCount(b.grid)) return 0
  const isRead = isRecognised(a.grid) || isRecognised(b.grid)
  return share(columnTexts(a.grid, a.from, rows), columnTexts(b.grid, b.from, rows), isRead)
}

/** Whether texts of a grid were recognised from a picture. */
export const isRecognised = ({ cells }: Grid): boolean => cells.some(({ source }) => source === 'ocr')

/**
 * The share of the columns filled in either of two header rows that say the same; 0 where either has an amount of its own, or,
 * unless it was recognised from a picture, another name: that is another header.
 */
function share(left: readonly string[], right: readonly string[], isRead: boolean): number {
  const filled = left.map((text, column) => [text, right[column] ?? ''] as const).filter(([a, b]) => a !== '' || b !== '')
  // The last column of a sheet, on a page of its own, has no more than its own titles to repeat.
  const fewest = Math.min(FEWEST_LABELS, left.length)
  if (filled.length < fewest || new Set(left).size < fewest) return 0
  if (right.some((text, column) => (isAmount(text) || isNil(text)) && text !== left[column])) return 0
  const others = filled.filter(([a, b]) => a !== '' && b !== '' && a !== b)
  const [cut] = others
  const isCut = others.length === 1 && cut !== undefined && cut === filled.at(-1) && cut[0].startsWith(cut[1])
  if (!isRead && others.length > 0 && !isCut) return 0
  return filled.filter(([a, b]) => likeness(a, b) >= SAME_TEXT || (isCut && b !== '')).length / filled.length
}

/** For each of so many columns the last words of its header: what a page prints that repeats the header in one row. */
export function leafTexts(
  cells: readonly Pick<GridCell, 'row' | 'column' | 'columnSpan' | 'text'>[],
  columns: number,
  depth: number,
): string[] {
  const header = cells.filter(({ row, text }) => row < depth && text !== '').sort((a, b) => b.row - a.row)
  return numbersFrom(0, columns).map(column => squash(header.find(cell => coversColumn(cell, column))?.text ?? ''))
}

/** For each column the words of the cells that begin in these rows and cover it, top to bottom. */
function columnTexts(grid: Grid, from: number, rows: number): string[] {
  const cells = grid.cells.filter((cell: GridCell) => cell.row >= from && cell.row < from + rows).sort((a, b) => a.row - b.row)
  const textsOver = (column: number): string[] =>
    cells.filter(cell => coversColumn(cell, column)).map(({ text }) => squash(text))
  return numbersFrom(0, columnCount(grid)).map(column => textsOver(column).join('/'))
}

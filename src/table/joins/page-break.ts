import { rowsOfCell } from '../../grid/grid.ts'
import type { Cell } from '../table.ts'
import { CLOSED, isAmount, isNil, OPENED } from '../words.ts'
import { fullLine, fullnessTells, type Lines, linesWith } from './full-line.ts'

/** What a page break cuts is told by so many cells of a column before it: whole tables but the longest, whose joining else grows with the square of their pages. */
const LOOKED_BACK = 4000

/** Cells of one column, with what each break asks of all of them: it is measured once. */
interface ColumnCells {
  readonly cells: readonly Cell[]
  readonly lines: Lines
  /** Whether one of them is over several rows. */
  readonly isTall: boolean
}

/** Body cells by the columns that they cover. */
export type Columns = ReadonlyMap<number, ColumnCells>

/** Where a page break goes through a table. */
export interface BreakPlace {
  /** First row below it. */
  readonly row: number
  readonly headerRows: number
  /** Texts that stand whole in some cell of the document: what is known needs no other half. */
  readonly known: ReadonlySet<string>
  /** Body cells that end before the last row above it; these the cells above need not hold. */
  readonly earlier: Columns
  /** Whether the break cut a row, where another part of a wide table has told it. */
  readonly isRowCut?: boolean | undefined
}

/** A cell above a page break and the one below it that covers the same columns. */
export type Pair = readonly [above: Cell, below: Cell]

/** All that is looked at where two pages meet. */
export interface Break extends BreakPlace {
  readonly above: readonly Cell[]
  readonly below: readonly Cell[]
  readonly pairs: readonly Pair[]
  /** Body cells that end or begin at no page break, by their columns. */
  readonly columns: Columns
  /** Columns of which a cell stands beside several rows: labels of groups. */
  readonly grouping: ReadonlySet<number>
}

/** Marks with which an entry of its own begins, which does not go on from the page before; months, days and shares stand within sentences. */
const OWN_ENTRY = /^([一二三四五六七八九十]+[、.．]|[(（]|(?![\d.~～—-]+(?:[月日]|[%％]))\d)/

/** The break between the cells above and those below. */
export function breakOf(above: readonly Cell[], below: readonly Cell[], place: BreakPlace): Break {
  const body = [...above, ...below].filter(({ row }) => row >= place.headerRows)
  const columns = withCells(
    place.earlier,
    body.filter(({ row, rowSpan }) => row !== place.row && row + rowSpan !== place.row),
  )
  const pairs = above
    .filter(cell => cell.row >= place.headerRows && cell.row + cell.rowSpan === place.row)
    .flatMap((cell): Pair[] => {
      const other = below.find(b => b.row === place.row && b.column === cell.column && b.columnSpan === cell.columnSpan)
      return other === undefined ? [] : [[cell, other]]
    })
  return { ...place, above, below, pairs, columns, grouping: groupingAmong([...place.earlier.values()], body) }
}

/** The columns of which a cell stands beside several rows of the next one; most tables have none that could. */
function groupingAmong(earlier: readonly ColumnCells[], body: readonly Cell[]): Set<number> {
  const labels = earlier
    .flatMap(({ cells, isTall }) => (isTall ? cells.filter(isOverRows) : []))
    .concat(body.filter(isOverRows))
  if (labels.length === 0) return new Set()
  const next = new Set(labels.map(({ column, columnSpan }) => column + columnSpan))
  const cells = earlier
    .flatMap(({ cells }) => (cells.slice(0, 1).some(({ column }) => next.has(column)) ? cells : []))
    .concat(body)
  const place = (row: number, column: number): number => row * MOST_COLUMNS + column
  const begins = new Set(cells.filter(({ column }) => next.has(column)).map(({ row, column }) => place(row, column)))
  const isGroup = (cell: Cell): boolean =>
    rowsOfCell(cell).some(row => row > cell.row && begins.has(place(row, cell.column + cell.columnSpan)))
  return new Set(labels.filter(isGroup).map(({ column }) => column))
}

const isOverRows = ({ rowSpan }: Cell): boolean => rowSpan > 1
/** Whether one of the cells is over several rows. */
export const isTall = (pair: Pair): boolean => pair.some(isOverRows)
/** Whether nothing is printed in a cell. */
export const isBlank = ({ text }: Cell): boolean => text === ''

/** A number for the columns that a cell covers. */
const columnsKey = ({ column, columnSpan }: Cell): number => column * MOST_COLUMNS + columnSpan
const MOST_COLUMNS = 2 ** 16

/** Columns with more cells at their ends. */
export function withCells(columns: Columns, cells: readonly Cell[]): Columns {
  const all = new Map(columns)
  for (const [key, more] of Map.groupBy(cells, columnsKey)) {
    const before = columns.get(key)
    all.set(key, {
      cells: (before?.cells ?? []).concat(more).slice(-LOOKED_BACK),
      lines: linesWith(before?.lines, more),
      isTall: before?.isTall === true || more.some(isOverRows),
    })
  }
  return all
}

/** Body cells of the column of `cell` that end or begin at no page break. */
export const columnOf = ({ columns }: Break, cell: Cell): readonly Cell[] => columns.get(columnsKey(cell))?.cells ?? []

/** Whether a cell of the column of `cell` is over several rows. */
export const isOfTall = ({ columns }: Break, cell: Cell): boolean => columns.get(columnsKey(cell))?.isTall === true

/**
 * How surely the words below go on from those above: 1 where they close its bracket, or from a full line of a column that
 * wraps, less where none does or whole names are as full, -1 not at all; a mark for nothing is an entry.
 */
export function goesOn(between: Break, [a, b]: Pair): number {
  if (OPENED.test(a.text) && CLOSED.test(b.text)) return 1
  if (isBlank(a) || isAmount(a.text) || isAmount(b.text) || isNil(b.text) || beginsEntry(b)) return -1
  const lines = linesWith(between.columns.get(columnsKey(a))?.lines, [a, b])
  const next = b.lines[0] ?? ''
  const full = fullLine(lines, a, next)
  return full > 0 ? full * fullnessTells(lines, columnOf(between, a), a, next) : full
}

/** Whether words begin as an entry of their own does: with a number or a mark. */
export const beginsEntry = ({ text }: Cell): boolean => OWN_ENTRY.test(text)

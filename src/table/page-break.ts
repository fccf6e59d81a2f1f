import { fullLine, type Lines, linesWith } from './full-line.ts'
import type { Cell } from './table.ts'
import { isAmount } from './words.ts'

/** What a page break cuts is told by so many cells of a column before it: whole tables but the longest, whose joining else grows with the square of their pages. */
const LOOKED_BACK = 4000

/** Body cells by the columns that they cover, and the lines of all of them: these are asked for at each break, and measured once. */
export type Columns = ReadonlyMap<number, { readonly cells: readonly Cell[]; readonly lines: Lines }>

/** Where two pages of a table meet. */
export interface Seam {
  /** First row below the seam. */
  readonly row: number
  readonly headerRows: number
  /** Texts that stand whole in some cell of the document: what is known needs no other half. */
  readonly known: ReadonlySet<string>
  /** Body cells that end before the last row above the seam; these the cells above need not hold. */
  readonly earlier: Columns
  /** Whether the break cut a row, where another part of a wide table has told it. */
  readonly isRowCut?: boolean | undefined
}

/** A cell above a seam and the one below it that covers the same columns. */
export type Pair = readonly [above: Cell, below: Cell]

/** All that is looked at where two pages meet. */
export interface Break extends Seam {
  readonly above: readonly Cell[]
  readonly below: readonly Cell[]
  readonly pairs: readonly Pair[]
  /** Body cells that end or begin at no page break, by their columns. */
  readonly columns: Columns
  /** Columns of which a cell stands beside several rows: labels of groups. */
  readonly grouping: ReadonlySet<number>
}

/** Marks with which an entry of its own begins: it does not go on from the page before. */
const OWN_ENTRY = /^([一二三四五六七八九十]+[、.．]|[(（]|\d)/

/** The break between the cells above and those below. */
export function breakOf(above: readonly Cell[], below: readonly Cell[], seam: Seam): Break {
  const body = [...above, ...below].filter(({ row }) => row >= seam.headerRows)
  const columns = withCells(
    seam.earlier,
    body.filter(({ row, rowSpan }) => row !== seam.row && row + rowSpan !== seam.row),
  )
  const pairs = above
    .filter(cell => cell.row >= seam.headerRows && cell.row + cell.rowSpan === seam.row)
    .flatMap((cell): Pair[] => {
      const other = below.find(b => b.row === seam.row && b.column === cell.column && b.columnSpan === cell.columnSpan)
      return other === undefined ? [] : [[cell, other]]
    })
  const cells = [...seam.earlier.values()].flatMap(column => column.cells).concat(body)
  return { ...seam, above, below, pairs, columns, grouping: groupingAmong(cells) }
}

/** The columns of which a cell stands beside several rows of the next one. */
function groupingAmong(cells: readonly Cell[]): Set<number> {
  const labels = cells.filter(({ rowSpan }) => rowSpan > 1)
  const next = new Set(labels.map(({ column, columnSpan }) => column + columnSpan))
  const place = (row: number, column: number): number => row * MOST_COLUMNS + column
  const begins = new Set(cells.filter(({ column }) => next.has(column)).map(({ row, column }) => place(row, column)))
  const isGroup = ({ row, rowSpan, column, columnSpan }: Cell): boolean =>
    Array.from({ length: rowSpan - 1 }, (_, at) => place(row + at + 1, column + columnSpan)).some(at => begins.has(at))
  return new Set(labels.filter(isGroup).map(({ column }) => column))
}

/** Whether one of the cells is over several rows. */
export const isTall = ([a, b]: Pair): boolean => a.rowSpan > 1 || b.rowSpan > 1
/** Whether nothing is printed in a cell. */
export const isBlank = ({ text }: Cell): boolean => text === ''

/** A number for the columns that a cell covers. */
const columnsKey = ({ column, columnSpan }: Cell): number => column * MOST_COLUMNS + columnSpan
const MOST_COLUMNS = 2 ** 16

/** Columns with more cells at their ends. */
export function withCells(columns: Columns, cells: readonly Cell[]): Columns {
  const more = Map.groupBy(cells, columnsKey)
  const keys = new Set([...columns.keys(), ...more.keys()])
  return new Map(
    [...keys].map(key => {
      const [before, after] = [columns.get(key), more.get(key) ?? []]
      const cells = [...(before?.cells ?? []), ...after].slice(-LOOKED_BACK)
      return [key, { cells, lines: linesWith(before?.lines, after) }]
    }),
  )
}

/** Body cells of the column of `cell` that end or begin at no page break. */
export const columnOf = ({ columns }: Break, cell: Cell): readonly Cell[] => columns.get(columnsKey(cell))?.cells ?? []

/** How surely the words below go on from those above: 1 from a full line of a column that wraps, less where none does, -1 not at all. */
export function goesOn(seam: Break, [a, b]: Pair): number {
  if (isBlank(a) || isAmount(a.text) || isAmount(b.text) || beginsEntry(b)) return -1
  return fullLine(linesWith(seam.columns.get(columnsKey(a))?.lines, [a, b]), a, b.lines[0] ?? '')
}

/** Whether words begin as an entry of their own does: with a number or a mark. */
export const beginsEntry = ({ text }: Cell): boolean => OWN_ENTRY.test(text)

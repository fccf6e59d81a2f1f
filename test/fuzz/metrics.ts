import type { Content, ContentCell } from './content.ts'
import type { Knobs } from './knobs.ts'
import { widthOf, wrapped } from './measure.ts'

/** Sizes of a printed table in points. */
export interface Metrics {
  readonly size: number
  readonly padding: number
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  /** Heights of the rows where only these columns are printed, as in a table of their own. */
  readonly rowsOf: (columns: readonly number[]) => number[]
  /** Lines of a cell as they are printed. */
  readonly lines: (cell: Pick<ContentCell, 'text' | 'column' | 'columnSpan'>) => string[]
}

/** Baseline to baseline, in sizes. */
export const LEADING = 1.3
/** Room above and below the lines of a row, in sizes. */
const ROW_PADDING = 0.35
/** Room beside the widest figure of a column, in ems. */
const SLACK = 0.4
/** A table narrower than the page is drawn wider, up to this. */
const WIDEST = 1.4

/** Height of a row of so many lines. */
export const rowHeight = (lines: number, size: number): number => (Math.max(1, lines) * LEADING + 2 * ROW_PADDING) * size

/** Widths of columns and heights of rows, where the widest part of the table (`parts`, by column) has `room` points. */
export function metricsOf(
  content: Content,
  knobs: Knobs,
  { parts, room }: { readonly parts: readonly (readonly number[])[]; readonly room: number },
): Metrics {
  const size = Number(knobs.size)
  const padding = Number(knobs.padding)
  const natural = content.columns.map(({ kind, width }, column) => {
    const own = content.cells.filter(cell => cell.column === column && cell.columnSpan === 1 && cell.row >= content.headerRows)
    const fits = kind === 'name' || kind === 'remark' ? [] : own.map(({ text }) => widthOf(text, knobs.digits) + SLACK)
    return Math.max(width, ...fits) * size + 2 * padding
  })
  const widest = Math.max(...parts.map(part => part.reduce((sum, column) => sum + (natural[column] ?? 0), 0)))
  const stretch = Math.max(1, Math.min(WIDEST, room / widest))
  const columns = natural.map(width => width * stretch)
  const lines: Metrics['lines'] = ({ text, column, columnSpan }) => {
    const width = columns.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0)
    return wrapped(text, (width - 2 * padding) / size - 0.01, knobs.digits)
  }
  const heightsOf = (cells: readonly ContentCell[]): number[] => {
    const rows = Array.from({ length: content.rowCount }, (_, row) => {
      const own = cells.filter(cell => cell.row === row && cell.rowSpan === 1)
      return rowHeight(Math.max(1, ...own.map(cell => lines(cell).length)), size)
    })
    return withTallCells(cells, rows, lines, size)
  }
  const rowsOf: Metrics['rowsOf'] = shown =>
    heightsOf(
      content.cells.filter(cell => shown.some(column => cell.column <= column && column < cell.column + cell.columnSpan)),
    )
  return { size, padding, columns, rows: heightsOf(content.cells), rowsOf, lines }
}

/** Rows made higher where a cell over several of them has more lines than they have room for. */
function withTallCells(
  cells: readonly ContentCell[],
  rows: readonly number[],
  lines: Metrics['lines'],
  size: number,
): number[] {
  const higher = [...rows]
  for (const cell of cells.filter(({ rowSpan }) => rowSpan > 1)) {
    const covered = Array.from({ length: cell.rowSpan }, (_, n) => cell.row + n)
    const missing = rowHeight(lines(cell).length, size) - covered.reduce((sum, row) => sum + (higher[row] ?? 0), 0)
    if (missing > 0) for (const row of covered) higher[row] = (higher[row] ?? 0) + missing / cell.rowSpan
  }
  return higher
}

import { type Band, isCutAmount, type PrintedRow } from './breaks.ts'
import type { Align, Content, ContentCell } from './content.ts'
import type { Knobs } from './knobs.ts'
import type { Metrics } from './metrics.ts'
import { printedAmount } from './money.ts'

/** A cell of a table as it is drawn on one page; rows and columns of that page. */
export interface DrawnCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly lines: readonly string[]
  readonly align: Align
}

/** What a page shows of a table: some of its rows (a band) in some of its columns (a part). */
export interface Piece {
  readonly band: number
  readonly part: number
  readonly headerRows: number
  /** Columns of the content. */
  readonly columns: readonly number[]
  readonly rows: readonly PrintedRow[]
  readonly cells: readonly DrawnCell[]
}

/** Columns of each part of a wide table; groups of the header stay whole. */
export function partsOf(content: Content, knobs: Knobs): number[][] {
  const count = Number(knobs.parts)
  const all = content.columns.map((_, column) => column)
  const cuts = Array.from({ length: count - 1 }, (_, n) => {
    const wanted = content.labelColumns + ((all.length - content.labelColumns) * (n + 1)) / count
    return [...content.cuts].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? all.length
  })
  const edges = [0, ...new Set(cuts), all.length]
  const labels = knobs.repeatLabels === 'yes' ? all.slice(0, content.labelColumns) : []
  return edges.slice(1).map((edge, n) => [...(n === 0 ? [] : labels), ...all.slice(edges[n], edge)])
}

/** The pieces of a table in the order in which they are printed. */
export function piecesOf(content: Content, metrics: Metrics, knobs: Knobs, bands: readonly Band[]): Piece[] {
  const parts = partsOf(content, knobs)
  const piece = (band: number, part: number): Piece => {
    const { rows = [], headerRows = 0 } = bands[band] ?? {}
    const columns = parts[part] ?? []
    return { band, part, headerRows, rows, columns, cells: drawnCells(content, { metrics, knobs, rows, columns }) }
  }
  return knobs.partOrder === 'down then over'
    ? parts.flatMap((_, part) => bands.map((_, band) => piece(band, part)))
    : bands.flatMap((_, band) => parts.map((_, part) => piece(band, part)))
}

interface Window {
  readonly metrics: Metrics
  readonly knobs: Knobs
  readonly rows: readonly PrintedRow[]
  readonly columns: readonly number[]
}

function drawnCells(content: Content, window: Window): DrawnCell[] {
  const { rows, columns } = window
  return rows.flatMap(({ row, carried }, at) => {
    if (carried !== null) return carriedCells(content, window, at)
    return content.cells.flatMap((cell): DrawnCell[] => {
      const covers = (other: PrintedRow | undefined): boolean =>
        other !== undefined && cell.row <= other.row && other.row < cell.row + cell.rowSpan
      const before = rows[at - 1]
      if (!covers(rows[at]) || (covers(before) && (before?.row ?? row) < row)) return []
      const own = columns.flatMap((column, n) => (cell.column <= column && column < cell.column + cell.columnSpan ? [n] : []))
      if (own.length === 0) return []
      let rowSpan = 1
      while (
        cell.rowSpan > 1 &&
        covers(rows[at + rowSpan]) &&
        (rows[at + rowSpan]?.row ?? 0) > (rows[at + rowSpan - 1]?.row ?? 0)
      )
        rowSpan++
      const visible = rows.slice(at, at + rowSpan)
      return [
        {
          row: at,
          column: own[0] ?? 0,
          rowSpan,
          columnSpan: own.length,
          lines: linesIn(cell, visible, { content, window }),
          align: cell.align,
        },
      ]
    })
  })
}

function carriedCells(content: Content, { rows, columns, knobs }: Window, at: number): DrawnCell[] {
  const { label = '', values = [] } = rows[at]?.carried ?? {}
  return columns.map((column, n): DrawnCell => {
    const value = values[column - content.labelColumns]
    const text =
      column === content.labelColumns - 1
        ? label
        : value === undefined || column < content.labelColumns
          ? ''
          : printedAmount(value, knobs)
    const align = column < content.labelColumns ? 'centre' : knobs.align
    return { row: at, column: n, rowSpan: 1, columnSpan: 1, lines: text === '' ? [] : [text], align }
  })
}

/** The lines of a cell that stand on the rows of it which a page shows. */
function linesIn(
  cell: ContentCell,
  visible: readonly PrintedRow[],
  { content, window }: { readonly content: Content; readonly window: Window },
): string[] {
  const { metrics, knobs } = window
  const lines = metrics.lines(cell)
  const [first] = visible
  if (cell.rowSpan === 1)
    return first === undefined || first.part === 'whole' ? lines : cutLines(cell, lines, { part: first.part, content, window })
  const isFirst = first?.row === cell.row && first.part !== 'rest'
  const isLast = visible.at(-1)?.row === cell.row + cell.rowSpan - 1 && visible.at(-1)?.part !== 'head'
  if (cell.row < content.headerRows || (isFirst && isLast) || knobs.cutMerge === 'repeat') return lines
  if (knobs.cutMerge === 'second') return isLast ? lines : []
  if (knobs.cutMerge !== 'middle' || lines.length < 2) return isFirst ? lines : []
  const half = Math.ceil(lines.length / 2)
  return isFirst ? lines.slice(0, half) : isLast ? lines.slice(half) : []
}

interface Cut {
  readonly part: 'head' | 'rest'
  readonly content: Content
  readonly window: Window
}

function cutLines(cell: ContentCell, lines: readonly string[], { part, content, window }: Cut): string[] {
  const { knobs, metrics } = window
  if (knobs.cutRow === 'digits' && isCutAmount(content, cell.column, cell.text))
    return [part === 'head' ? cell.text.slice(0, -1) : cell.text.slice(-1)]
  if (knobs.cutRow !== 'text') return part === 'head' ? [...lines] : []
  const most = Math.max(...content.cells.filter(({ row }) => row === cell.row).map(other => metrics.lines(other).length))
  const above = Math.ceil(most / 2)
  return part === 'head' ? lines.slice(0, above) : lines.slice(above)
}

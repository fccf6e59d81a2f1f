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

/** Columns of each part of a wide table; groups of the header stay whole but where `knobs` want them cut. */
export function partsOf(content: Content, knobs: Knobs): number[][] {
  const count = Number(knobs.parts)
  const all = content.columns.map((_, column) => column)
  const inGroups = all.slice(content.labelColumns + 1).filter(column => !content.cuts.includes(column))
  const possible = knobs.groupCut === 'none' ? content.cuts : inGroups
  const even = Array.from({ length: count - 1 }, (_, n) => {
    const wanted = content.labelColumns + ((all.length - content.labelColumns) * (n + 1)) / count
    return [...possible].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? all.length
  })
  const last = possible.at(-1) ?? all.length
  const cuts = knobs.lastPart === 'one column' ? [...even.slice(0, -1).filter(cut => cut < last), last] : even
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
    const heights = knobs.partRows === 'own' ? metrics.rowsOf(columns) : metrics.rows
    const drawn = rows.map(row =>
      row.part === 'whole' && row.carried === null ? { ...row, height: heights[row.row] ?? 0 } : row,
    )
    return { band, part, headerRows, rows: drawn, columns, cells: drawnCells(content, { metrics, knobs, rows, columns }) }
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
          ...(isGroupCut(cell, own.length, window) && groupText(cell, own, window)),
        },
      ]
    })
  })
}

/** Whether this is a group of the header of which a part shows only some columns, and its words are not simply printed again. */
const isGroupCut = (cell: ContentCell, shown: number, { knobs }: Window): boolean =>
  shown < cell.columnSpan && (knobs.groupCut === 'middle' || knobs.groupCut === 'letters')

/**
 * What a part shows of the words over a group that the border of the paper cuts: they stand in the middle of the whole group,
 * so those letters that fall on this part, towards the cut; or all of them on the part in which the middle lies.
 */
function groupText(
  cell: ContentCell,
  own: readonly number[],
  { metrics, knobs, columns }: Window,
): Pick<DrawnCell, 'lines' | 'align'> {
  const widths = Array.from({ length: cell.columnSpan }, (_, n) => metrics.columns[cell.column + n] ?? 0)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const first = (columns[own[0] ?? 0] ?? 0) - cell.column
  const from = widths.slice(0, first).reduce((sum, width) => sum + width, 0)
  const to = from + widths.slice(first, first + own.length).reduce((sum, width) => sum + width, 0)
  const letters = [...cell.text]
  const at = (n: number): number => total / 2 + (n - (letters.length - 1) / 2) * metrics.size
  const isHere = (place: number): boolean => from <= place && place < to
  const shown = knobs.groupCut === 'middle' ? letters.filter(() => isHere(total / 2)) : letters.filter((_, n) => isHere(at(n)))
  const align = first > 0 ? 'left' : 'right'
  return { lines: shown.length === 0 ? [] : [shown.join('')], align: knobs.groupCut === 'middle' ? 'centre' : align }
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

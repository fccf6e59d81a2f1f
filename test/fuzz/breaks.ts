import type { Content } from './content.ts'
import type { Knobs } from './knobs.ts'
import { type Metrics, rowHeight } from './metrics.ts'

/** A row as it stands on a page: whole, or what of it stands before or after the break; or a sum carried over. */
export interface PrintedRow {
  /** Row of the content; -1 for a carried sum. */
  readonly row: number
  readonly part: 'whole' | 'head' | 'rest'
  readonly height: number
  readonly carried: { readonly label: string; readonly values: readonly number[] } | null
}

/** The rows of one page. */
export interface Band {
  readonly rows: readonly PrintedRow[]
  /** Rows at its top that are the header or repeat it. */
  readonly headerRows: number
}

/** The rest of a row that prints nothing is drawn this high, in sizes. */
const EMPTY_REST = 0.6

/** Rows by page: `room` is the height of the first page and of the others, in points. */
export function bandsOf(content: Content, metrics: Metrics, knobs: Knobs, room: readonly [number, number]): Band[] {
  const header = Array.from({ length: content.headerRows }, (_, row) => row)
  const whole = (row: number): PrintedRow => ({ row, part: 'whole', height: metrics.rows[row] ?? 0, carried: null })
  const repeated = knobs.headerRepeat === 'none' ? [] : knobs.headerRepeat === 'last row' ? header.slice(-1) : header
  const isTwice = knobs.headerInside === 'yes'
  const bands: Band[] = []
  let start = content.headerRows
  let rest: PrintedRow | null = null
  while (start < content.rowCount || rest !== null) {
    const top = (bands.length === 0 ? header : repeated).map(whole)
    const carry: PrintedRow[] = knobs.carry === 'none' || bands.length === 0 ? [] : [carried('承前页', content, metrics, start)]
    const taken = [...top, ...carry, ...(rest === null ? [] : [rest])]
    const kept = (knobs.carry === 'none' ? 0 : rowHeight(1, metrics.size)) + (isTwice && bands.length === 0 ? heightOf(top) : 0)
    const left = (room[bands.length === 0 ? 0 : 1] ?? 0) - heightOf(taken) - kept
    const end = endOf(content, metrics, knobs, { start, room: left })
    const cut = bands.length === 0 && end < content.rowCount ? cutRow(content, metrics, knobs, { start, end }) : null
    const own = Array.from({ length: end - start }, (_, n) => whole(start + n))
    const isLast = end >= content.rowCount
    const foot = knobs.carry === 'none' || isLast ? [] : [carried('过次页', content, metrics, end)]
    bands.push({
      rows: [...taken, ...(cut === null ? own : [...own.filter(({ row }) => row < cut[0].row), cut[0]]), ...foot],
      headerRows: top.length,
    })
    rest = cut?.[1] ?? null
    start = cut === null ? end : cut[0].row + 1
  }
  return isTwice ? [withHeaderInside(bands[0], content, header.map(whole)), ...bands.slice(1)] : bands
}

export const heightOf = (rows: readonly PrintedRow[]): number => rows.reduce((sum, { height }) => sum + height, 0)

/** Whether a merged cell covers the row and the one before. */
const isInside = (content: Content, row: number): boolean =>
  content.cells.some(cell => cell.row < row && cell.row + cell.rowSpan > row && cell.row >= content.headerRows)

interface Stretch {
  readonly start: number
  readonly room: number
}

/** The first row that stands on the next page. */
function endOf(content: Content, metrics: Metrics, knobs: Knobs, { start, room }: Stretch): number {
  let end = start
  let height = 0
  while (end < content.rowCount && (end === start || height + (metrics.rows[end] ?? 0) <= room))
    height += metrics.rows[end++] ?? 0
  if (end >= content.rowCount && knobs.lastPage !== 'rows' && start < content.rowCount - 1) return content.rowCount - 1
  if (end >= content.rowCount) return end
  if (knobs.cutMerge === 'none') while (end > start + 1 && isInside(content, end)) end--
  else if (end > start + 2 && !isInside(content, end) && isInside(content, end - 1)) end--
  return end
}

/** The last row of a page that can be cut, in its two parts: by its lines, by its last digits, or with nothing after the break. */
function cutRow(
  content: Content,
  metrics: Metrics,
  knobs: Knobs,
  { start, end }: { readonly start: number; readonly end: number },
): readonly [PrintedRow, PrintedRow] | null {
  if (knobs.cutRow === 'none') return null
  for (let row = end - 1; row > start; row--) {
    const cells = content.cells.filter(cell => cell.row === row)
    const most = Math.max(...cells.map(cell => metrics.lines(cell).length))
    const isDigits = knobs.cutRow === 'digits' && cells.some(cell => isCutAmount(content, cell.column, cell.text))
    if (!isDigits && (knobs.cutRow === 'digits' || most < 2)) continue
    const part = (name: 'head' | 'rest', height: number): PrintedRow => ({ row, part: name, height, carried: null })
    if (isDigits) return [part('head', metrics.rows[row] ?? 0), part('rest', rowHeight(1, metrics.size))]
    if (knobs.cutRow === 'empty rest') return [part('head', metrics.rows[row] ?? 0), part('rest', EMPTY_REST * metrics.size)]
    const above = Math.ceil(most / 2)
    return [part('head', rowHeight(above, metrics.size)), part('rest', rowHeight(most - above, metrics.size))]
  }
  return null
}

/** Whether this is the amount whose last digit the page break cuts off: that of the first column of amounts. */
export const isCutAmount = (content: Content, column: number, text: string): boolean =>
  column === content.labelColumns && /\d\.\d\d$/.test(text)

const carried = (label: string, content: Content, metrics: Metrics, end: number): PrintedRow => {
  const counted = content.values.slice(0, end).filter(values => values.length > 0)
  const values = (counted[0] ?? []).map((_, column) => counted.reduce((sum, one) => sum + (one[column] ?? 0), 0))
  return { row: -1, part: 'whole', height: rowHeight(1, metrics.size), carried: { label, values } }
}

/** The header printed once more between two rows in the middle of a page that no cell spans. */
function withHeaderInside(band: Band | undefined, content: Content, header: readonly PrintedRow[]): Band {
  if (band === undefined) throw new Error('a table without rows')
  const middle = Math.floor((band.headerRows + band.rows.length) / 2)
  const at = band.rows.findIndex((one, n) => n >= middle && one.row > 0 && one.part === 'whole' && !isInside(content, one.row))
  return at < 0 ? band : { ...band, rows: [...band.rows.slice(0, at), ...header, ...band.rows.slice(at)] }
}

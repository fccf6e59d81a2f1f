import { heightOf } from '../geometry.ts'
import { joinLines } from '../join-lines.ts'
import type { Cell } from './table.ts'
import { isAmount, isWords, squash } from './words.ts'

/** Where two pages of a table meet. */
export interface Seam {
  /** First row below the seam. */
  readonly row: number
  /** Whether the page below began with the header again. */
  readonly headerRepeated: boolean
  readonly headerRows: number
}

/** A cell above a seam and the one below it that covers the same columns. */
type Pair = readonly [above: Cell, below: Cell]

/** The last line of a cell that goes on fills at least this share of its longest line. */
const FULL_LINE = 0.8
/** The empty rest of a cut row is lower than this share of the lowest row with text; press draws rests of a third. */
const LOW_ROW = 0.8
/** Marks with which an entry of its own begins: it does not go on from the page before. */
const OWN_ENTRY = /^([一二三四五六七八九十]+[、.．]|[(（]|\d)/
/** A row put together from two pages is told by the shape of its text alone: less than sure. */
const CUT_CONFIDENCE = 0.85

/**
 * Put the cells of two pages together. A merged cell that the page break cut is one cell again: the page below repeats
 * its text or leaves it empty. A row that the break cut is one row again (`rows` is then -1, else 0).
 */
export function mergeSeam(
  above: readonly Cell[],
  below: readonly Cell[],
  seam: Seam,
): { readonly cells: Cell[]; readonly rows: number } {
  if (isCutRow(above, below, seam) || isEmptyRest(below, seam)) return { cells: mergeCutRow(above, below, seam), rows: -1 }
  const pairs = pairsAt(above, below, seam)
  const tall = pairs.filter(([a, b]) => a.rowSpan > 1 || b.rowSpan > 1)
  const same = tall.filter(([a, b]) => a.text !== '' && squash(a.text) === squash(b.text))
  const isCut = ([a, b]: Pair): boolean =>
    (a.rowSpan > 1 && b.rowSpan > 1) || labelsSpans(above, below, { ...seam, column: a.column })
  const blank = pairs.filter(pair => pair[1].text === '' && pair[0].text !== '' && isCut(pair))
  const headless = pairs.filter(pair => pair[0].text === '' && pair[1].text !== '' && isCut(pair))
  // A page that repeats the header is complete in itself: its labels go on only when all of them are repeated.
  const isWhole = !seam.headerRepeated || (same.length > 1 && same.length + blank.length === tall.length)
  const split = tall.filter(
    ([a, b]) => a.text !== '' && b.text !== '' && !same.some(([one]) => one === a) && blank.some(mate => isMate(mate, [a, b])),
  )
  const grouped = same.filter(([a]) => isWhole || groupsRows(above, below, a.column))
  const merged = new Map([...grouped, ...blank, ...headless, ...split])
  const gone = new Set(merged.values())
  const lengthened = above.map(cell => {
    const other = merged.get(cell)
    if (other === undefined) return cell
    const whole = [...split, ...headless].some(([a]) => a === cell) ? withRest(cell, other) : cell
    return { ...whole, rowSpan: cell.rowSpan + other.rowSpan }
  })
  return { cells: [...lengthened, ...below.filter(cell => !gone.has(cell))], rows: 0 }
}

/**
 * Whether a column holds labels over several rows and leaves none blank but where the page break cut one: then a blank cell
 * at the seam is the rest of its neighbour over the break, however few rows either part has.
 */
function labelsSpans(
  above: readonly Cell[],
  below: readonly Cell[],
  { row, headerRows, column }: Seam & { readonly column: number },
): boolean {
  const own = [...above, ...below].filter(cell => cell.column === column && cell.row >= headerRows)
  const rest = own.filter(cell => cell.row !== row && cell.row + cell.rowSpan !== row)
  return rest.some(cell => cell.rowSpan > 1) && rest.every(cell => isWords(cell.text))
}

/** Whether labels of a column hold rows together that the next column parts: the rest of such a group repeats its label. */
const groupsRows = (above: readonly Cell[], below: readonly Cell[], column: number): boolean =>
  [above, below].some(cells =>
    cells.some(
      label =>
        label.column === column &&
        label.rowSpan > 1 &&
        cells.some(
          cell => cell.column === column + label.columnSpan && cell.row > label.row && cell.row < label.row + label.rowSpan,
        ),
    ),
  )

/** Whether two pairs span the same rows: merged cells of one record, of which the break cut the text of the longer one. */
const isMate = (mate: Pair, pair: Pair): boolean => mate[0].rowSpan === pair[0].rowSpan && mate[1].rowSpan === pair[1].rowSpan

/** A cell with the lines that stand in its other part. */
function withRest(cell: Cell, other: Cell): Cell {
  const lines = [...cell.lines, ...other.lines]
  return { ...cell, lines, text: joinLines(lines), confidence: Math.min(cell.confidence, other.confidence, CUT_CONFIDENCE) }
}

/** Cells above and below the seam that cover the same columns. */
function pairsAt(above: readonly Cell[], below: readonly Cell[], seam: Seam): Pair[] {
  return above
    .filter(cell => cell.row >= seam.headerRows && cell.row + cell.rowSpan === seam.row)
    .flatMap((cell): Pair[] => {
      const other = below.find(b => b.row === seam.row && b.column === cell.column && b.columnSpan === cell.columnSpan)
      return other === undefined ? [] : [[cell, other]]
    })
}

/**
 * Whether the first row below is the rest of the last row above: without its amounts (in a form: without its label), only
 * words, each going on from a full last line.
 */
function isCutRow(above: readonly Cell[], below: readonly Cell[], seam: Seam): boolean {
  const first = below.filter(cell => cell.row === seam.row)
  const filled = first.filter(cell => cell.text !== '')
  const pairs = pairsAt(above, below, seam)
  if (filled.length === 0 || first.some(cell => cell.rowSpan > 1) || pairs.length !== first.length) return false
  const lost = pairs.filter(([a, b]) => a.text !== '' && b.text === '')
  const isForm = seam.headerRows === 0
  const isHeadless = lost.some(([a]) => (isForm ? a.column === 0 : isAmount(a.text)))
  return (
    isHeadless &&
    filled.every(b => {
      const a = pairs.find(pair => pair[1] === b)?.[0]
      const isRest = a !== undefined && a.text !== '' && !isAmount(b.text) && !isAmount(a.text) && !OWN_ENTRY.test(b.text)
      return isRest && (isForm || isFull(a))
    })
  )
}

/** Whether the first row below is the empty rest of a row that the break cut: drawn, blank, and lower than any row with text. */
function isEmptyRest(below: readonly Cell[], { row }: Seam): boolean {
  const first = below.filter(cell => cell.row === row)
  const others = below.filter(cell => cell.row > row && cell.rowSpan === 1 && cell.text !== '').map(({ box }) => heightOf(box))
  const isBlank = first.length > 0 && first.every(cell => cell.text === '' && cell.rowSpan === 1)
  return isBlank && others.length > 0 && Math.max(...first.map(({ box }) => heightOf(box))) < LOW_ROW * Math.min(...others)
}

function isFull({ lines }: Cell): boolean {
  const longest = Math.max(...lines.map(line => line.length))
  return lines.length > 1 && (lines.at(-1)?.length ?? 0) >= FULL_LINE * longest
}

function mergeCutRow(above: readonly Cell[], below: readonly Cell[], seam: Seam): Cell[] {
  const rest = new Map(pairsAt(above, below, seam))
  const whole = above.map(cell => {
    const other = rest.get(cell)
    return other === undefined || other.text === '' ? cell : withRest(cell, other)
  })
  const later = below.filter(cell => cell.row > seam.row).map(cell => ({ ...cell, row: cell.row - 1 }))
  return [...whole, ...later]
}

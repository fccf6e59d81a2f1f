import { columnCount, type Grid, type GridCell, rowCount } from '../grid/grid.ts'
import { captionDepth } from './caption.ts'
import { isAmount, isTotal, squash } from './words.ts'

/** Column headers are labels of a few words; what is longer is content. */
const LONGEST_LABEL = 40
/** At least this share of the columns must have a label of its own for the rows above to be a header. */
const LABELLED = 0.75
/** Body rows of a table have a cell in each column; a form has fewer such rows than this. */
const REGULAR = 0.6
/** The deepest header seen has five rows, with the caption inside the frame eight. */
const DEEPEST = 9

/**
 * How many rows at the top of a grid are its header, rows of a caption inside the frame among them; 0 for a form or
 * where the grid begins with body rows.
 */
export function headerRowsOf(grid: Grid): number {
  const rows = rowCount(grid)
  const start = captionDepth(grid)
  let depth = closedDepth(grid, start + 1)
  while (depth < rows && depth < DEEPEST && isMoreHeader(grid, depth)) depth = closedDepth(grid, depth + 1)
  if (depth > DEEPEST || (depth >= rows && rows > start + 3)) return 0
  if (!isHeader(grid, start, depth) || isForm(grid, depth)) return 0
  return isOrdinals(grid.cells.filter(cell => cell.row === depth)) ? depth + 1 : depth
}

/** The first depth from `depth` on that no cell crosses. */
function closedDepth(grid: Grid, depth: number): number {
  let closed = depth
  for (;;) {
    const next = grid.cells.reduce(
      (deepest, cell) => (cell.row < closed ? Math.max(deepest, cell.row + cell.rowSpan) : deepest),
      closed,
    )
    if (next === closed) return closed
    closed = next
  }
}

/** Whether row `depth` goes on with the header: it divides a cell above that spans columns, in words. */
function isMoreHeader(grid: Grid, depth: number): boolean {
  const row = grid.cells.filter(cell => cell.row === depth)
  if (row.some(cell => isAmount(cell.text) || cell.text.length > LONGEST_LABEL)) return false
  if (isNextLabel(grid, depth)) return false
  return grid.cells.some(above => {
    if (above.row + above.rowSpan !== depth || above.columnSpan === 1 || above.text === '') return false
    const below = row.filter(
      cell => cell.column >= above.column && cell.column + cell.columnSpan <= above.column + above.columnSpan,
    )
    return below.length > 1 && below.every(cell => cell.text !== '')
  })
}

/** Whether row `depth` begins with a label of its own below a label: a form going on. A total may stand in a header row. */
function isNextLabel(grid: Grid, depth: number): boolean {
  const label = grid.cells.find(cell => cell.row === depth && cell.column === 0)
  const above = grid.cells.find(cell => cell.row + cell.rowSpan === depth && cell.column === 0)
  return (
    label !== undefined &&
    above !== undefined &&
    label.text !== '' &&
    above.text !== '' &&
    label.columnSpan === above.columnSpan &&
    !isTotal(label.text)
  )
}

/** What stands in the label columns of a row of column numbers. */
const NO_NUMBER = /^(?:栏次|行次|\*+|[—－-]+|[甲乙丙丁])$/
/** Numbers of columns, and how one is worked out of others: `1`, `3=1+2`, `3栏`. */
const NUMBERS = /^[\d=＝+＋\-－()（）栏]+$/

/**
 * Whether a row counts the columns: 栏次 1 2 3 … of final accounts, ** 1 2 3, 甲 乙 1 2. Its numbers follow each other, and
 * what stands before them is no label of a row.
 */
export function isOrdinals(row: readonly { readonly text: string }[]): boolean {
  const texts = row.map(({ text }) => squash(text)).filter(text => text !== '')
  // 行次 beside words only heads the column of row numbers.
  if (texts.some(text => /^(栏次|行次)$/.test(text))) return texts.every(text => NO_NUMBER.test(text) || NUMBERS.test(text))
  const numbers = texts.filter(text => /^\d{1,3}$/.test(text)).map(Number)
  const isCount =
    numbers.length > 1 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  return isCount && numbers.length < texts.length && texts.every(text => /^\d{1,3}$/.test(text) || NO_NUMBER.test(text))
}

/** Whether rows `start`…`depth` label the columns: short words, no amounts, nearly all columns named. */
function isHeader(grid: Grid, start: number, depth: number): boolean {
  const cells = grid.cells.filter(cell => cell.row >= start && cell.row < depth)
  if (cells.some(cell => (isAmount(cell.text) && !/^\d{1,2}$/.test(squash(cell.text))) || cell.text.length > LONGEST_LABEL))
    return false
  const labels = cells.filter(cell => cell.text !== '' && cell.columnSpan < columnCount(grid))
  const columns = Array.from({ length: columnCount(grid) }, (_, column) => column)
  const labelled = columns.filter(column =>
    labels.some(cell => cell.column <= column && column < cell.column + cell.columnSpan),
  )
  const named = leavesOf(grid, depth).reduce((sum, leaf) => sum + columnsNamedBy(grid, leaf), 0)
  return Math.min(labelled.length, named) >= LABELLED * columns.length
}

/** How many columns a leaf names: one, or all it spans where the row below, be it of figures, divides it into 类, 款 and 项. */
function columnsNamedBy(grid: Grid, { row, rowSpan, column, columnSpan }: GridCell): number {
  const below = grid.cells.filter(
    cell => cell.row === row + rowSpan && cell.column >= column && cell.column < column + columnSpan,
  )
  return columnSpan > 1 && below.length === columnSpan && below.every(({ text }) => /^[类款项]$/.test(squash(text)))
    ? columnSpan
    : 1
}

/** The cells with which a header of `depth` rows ends: one for each column, but for a stray border. */
const leavesOf = (grid: Grid, depth: number): GridCell[] =>
  grid.cells.filter(cell => cell.row < depth && cell.row + cell.rowSpan === depth)

/** Whether the rows below `depth` are laid out as labels beside values, or hold prose across columns. */
function isForm(grid: Grid, depth: number): boolean {
  const body = rowCount(grid) - depth
  if (body === 0) return false
  const leaves = leavesOf(grid, depth).map(cell => cell.column)
  const irregular = new Set<number>()
  for (const cell of grid.cells) {
    const isWhole = cell.columnSpan === columnCount(grid)
    const crossed = leaves.filter(leaf => leaf > cell.column && leaf < cell.column + cell.columnSpan)
    if (cell.row < depth || crossed.length === 0 || cell.column === 0 || isWhole) continue
    if (cell.text.length > LONGEST_LABEL) return true
    irregular.add(cell.row)
  }
  return irregular.size > (1 - REGULAR) * body
}

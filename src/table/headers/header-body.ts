import { type Observation, seen } from '../../evidence.ts'
import { columnCount, type GridCell, rowCount } from '../../grid/grid.ts'
import { amountColumns, printsAmount } from '../joins/column-content.ts'
import { isTotal, isWords } from '../words.ts'
import { type Headed, type HeaderEvidence, LONGEST_LABEL, leavesOf } from './headed.ts'

/** A grid of so many rows more than one is no header alone: the deepest without column numbers has three. */
const HEADER_ALONE = 3

/** The columns in which the rows from `from` on hold mostly amounts; what stands across columns is the value of a form. */
const ownAmountColumns = ({ single }: Headed, from: number): number[] => amountColumns({ rows: single, headerRows: from })

/** Words at its foot over columns of amounts. */
const overAmounts: HeaderEvidence = headed => {
  const columns = ownAmountColumns(headed, headed.depth)
  const words = wordsIn(headed.rows[headed.depth - 1], columns)
  return seen('words-over-amounts', words / columns.length, `words over ${words} of ${columns.length} amount columns`)
}

/** The label with which a row of totals begins: it often stands in the column of codes, and first below the header. */
const totalLabel = (row: Headed['rows'][number] | undefined): GridCell | undefined => {
  const first = row?.find(cell => cell !== undefined && cell.text !== '')
  return first !== undefined && isTotal(first.text) ? first : undefined
}

/** Whether a row prints nothing but words at its left, as another further below does: the name of a group of rows. */
const isGroupName = ({ rows }: Headed, at: number): boolean =>
  [rows.slice(at, at + 1), rows.slice(at + 2, -1)].every(some => some.some(printsOneName))

const printsOneName = (row: Headed['rows'][number]): boolean => {
  const printed = new Set(row.filter(cell => cell !== undefined && cell.text !== ''))
  return printed.size === 1 && printed.has(row[0]) && isWords(row[0]?.text ?? '')
}

/** Words instead of amounts in the row below it. */
const wordsBelow: HeaderEvidence = headed => {
  const columns = isGroupName(headed, headed.depth) ? [] : ownAmountColumns(headed, headed.depth + 1)
  const row = headed.rows[headed.depth]
  const label = totalLabel(row)
  const words = wordsIn(row, label === undefined ? columns : columns.filter(column => row?.[column] !== label))
  return seen('words-below', -words / columns.length, `the row below has words in ${words} of ${columns.length} amount columns`)
}

const wordsIn = (row: Headed['rows'][number] | undefined, columns: readonly number[]): number =>
  columns.filter(column => isWords(row?.[column]?.text ?? '')).length

/** All rows of the grid: the more there are, the less they are a header that the page break parted from its rows. */
const nothingBelow: HeaderEvidence = ({ grid, start, depth }) =>
  depth < rowCount(grid)
    ? null
    : seen('nothing-below', -(depth - start - 1) / HEADER_ALONE, `all ${depth} rows would be header`)

/** Rows below it that are laid out as labels beside values, across the columns it names, or hold prose across them. */
const form: HeaderEvidence = headed => {
  const { grid, depth } = headed
  const body = rowCount(grid) - depth
  const leaves = leavesOf(headed).map(({ column }) => column)
  const across = grid.cells.filter(
    ({ row, column, columnSpan }) =>
      row >= depth &&
      column > 0 &&
      columnSpan > 1 &&
      columnSpan < columnCount(grid) &&
      leaves.some(leaf => leaf > column && leaf < column + columnSpan),
  )
  const prose = across.find(({ text }) => text.length > LONGEST_LABEL)
  if (prose !== undefined) return seen('prose-across', -1, `“${prose.text.slice(0, 24)}…” stands across its columns`)
  const irregular = new Set(across.map(({ row }) => row)).size
  return seen('form-below', -irregular / body, `${irregular} of ${body} rows below do not keep its columns`)
}

/** The first row below it that is no total and names no group: those look otherwise than the rows that they stand over. */
const firstOfBody = (headed: Headed): number => {
  const { rows, depth } = headed
  const at = rows.findIndex((row, index) => index >= depth && totalLabel(row) === undefined && !isGroupName(headed, index))
  return at < 0 ? depth : at
}

/** The first row of the body beside those further below: rows of one body look alike, those of a form do not; a grid of body rows begins with one like the others. */
const likeBelow =
  (name: string, row: string): HeaderEvidence =>
  headed => {
    const like = likenessBelow(headed, firstOfBody(headed))
    return seen(name, 2 * like - 1, `${row} is ${percent(like)} like those below`)
  }

const rowsAlike = likeBelow('rows-alike', 'the row below it')
const beginsAlike = likeBelow('begins-like-body', 'its first row')

/** Its last row beside the first row below it: which of them is more like the rows further below. */
const lastUnlike: HeaderEvidence = headed => {
  const first = firstOfBody(headed)
  const [last, next] = [likenessBelow(headed, headed.depth - 1, first + 1), likenessBelow(headed, first)]
  return seen('last-unlike-body', next - last, `its last row is ${percent(last)} like those below, the next ${percent(next)}`)
}

const percent = (share: number): string => `${Math.round(100 * share)} %`

/** The share of its columns in which a row holds the same kind of cell as the rows from `from` on do; NaN where there are none. */
function likenessBelow({ grid, looks }: Headed, row: number, from = row + 1): number {
  const own = looks[row] ?? []
  let same = 0
  for (const other of looks.slice(from))
    for (let column = 0; column < other.length; column++) if (other[column] === own[column]) same++
  return same / (Math.max(0, looks.length - from) * columnCount(grid))
}

/** What kind of cell covers each place of a grid. */
export const looksOf = (rows: Headed['rows']): number[][] => rows.map((row, at) => row.map(cell => lookOf(cell, at)))

/** Over how many columns a cell stands, whether it goes on from the row above, and whether it prints words or an amount; 0 where nothing is printed. */
const lookOf = (cell: GridCell | undefined, row: number): number => {
  if (cell === undefined || cell.text === '') return 0
  return 4 * cell.columnSpan + 2 * Number(cell.row === row) + Number(printsAmount(cell.text))
}

/** What the rows below a header of this depth say for and against it. */
export const bodyEvidence: readonly HeaderEvidence[] = [overAmounts, wordsBelow, nothingBelow, form, rowsAlike, lastUnlike]

/** What speaks for and against a grid without a header. */
export const headlessEvidence = (headed: Headed): Observation[] => [beginsAlike].flatMap(look => look(headed) ?? [])

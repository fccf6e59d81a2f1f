import { type Observation, seen } from '../../evidence.ts'
import { numbersFrom, sum } from '../../geometry.ts'
import { columnCount, type GridCell } from '../../grid/grid.ts'
import { isOrdinals } from '../joins/column-content.ts'
import { isAmount, isTotal, isWords, squash } from '../words.ts'
import { type Headed, type HeaderEvidence, LONGEST_LABEL, leavesOf } from './headed.ts'
import { bodyEvidence } from './header-body.ts'

/** Amounts in so many of its columns are a row of the body; the only figure of a total over three columns is one. */
const AMOUNT_COLUMNS = 0.25
/** A row of numbers that follow each other with nothing, or blank cells, before them is as surely one of column numbers; amounts hardly do. */
const BARE = 0.8

/** The cells of the row below a cell that lie within its columns. */
const below = ({ top }: Headed, above: GridCell): GridCell[] =>
  top.filter(
    cell =>
      cell.row === above.row + above.rowSpan &&
      cell.column >= above.column &&
      cell.column + cell.columnSpan <= above.column + above.columnSpan,
  )

/** Columns without words of their own at the foot of the header, or anywhere in it but over all columns. */
const untitled: HeaderEvidence = headed => {
  const count = columnCount(headed.grid)
  const labels = headed.own.filter(({ text, columnSpan }) => text !== '' && columnSpan < Math.max(2, count))
  const covered = new Set(labels.flatMap(({ column, columnSpan }) => numbersFrom(column, column + columnSpan)))
  const named = sum(leavesOf(headed).map(leaf => columnsNamedBy(headed, leaf)))
  const bare = count - Math.min(covered.size, named, count)
  return seen('columns-untitled', -bare / count, `${bare} of ${count} columns have no title`)
}

/** Blank cells in its last row: 合计 with nothing beside it is a row without figures. */
const blank: HeaderEvidence = ({ grid, top, depth }) => {
  const cells = top.filter(({ row, text }) => row === depth - 1 && text === '')
  return seen('blank-in-last-row', -cells.length / columnCount(grid), `${cells.length} cells of its last row are blank`)
}

/** How many columns a leaf names: one, or all it spans where the row below, be it of figures, divides it into 类, 款 and 项. */
function columnsNamedBy(headed: Headed, leaf: GridCell): number {
  const parts = leaf.columnSpan > 1 ? below(headed, leaf) : []
  return parts.length === leaf.columnSpan && parts.every(({ text }) => /^[类款项]$/.test(squash(text))) ? leaf.columnSpan : 1
}

/** Amounts in the header; the numbers of columns are none, and one with decimals is enough. */
const amounts: HeaderEvidence = headed => {
  const found = headed.own.filter(({ text }) => isAmount(text) && !/^\d{1,2}$/.test(squash(text)))
  const share = found.length / (AMOUNT_COLUMNS * columnCount(headed.grid))
  const strength = found.some(({ text }) => /\.\d/.test(text)) ? Math.max(1, share) : share
  return seen('amounts-in-header', -strength, `${found.length} amounts in the header`)
}

/** Content in the header: more words than titles have. */
const content: HeaderEvidence = headed => {
  const long = headed.own.find(({ text }) => text.length > LONGEST_LABEL)
  return long === undefined ? null : seen('content-in-header', -1, `“${long.text.slice(0, 24)}…” is too long for a title`)
}

/** A group that the last row of the header divides in words; or that the row below the header would divide. A row of figures divides none. */
const groups: HeaderEvidence = headed => {
  const { top, depth } = headed
  const isTitles = (row: readonly GridCell[]): boolean =>
    row.every(({ text }) => !isAmount(text) && text.length <= LONGEST_LABEL)
  const isDivided = (cell: GridCell, at: number): boolean => {
    const parts = cell.columnSpan > 1 && cell.text !== '' && cell.row + cell.rowSpan === at ? below(headed, cell) : []
    return parts.length > 1 && parts.every(({ text }) => text !== '')
  }
  const rowAt = (at: number): GridCell[] => top.filter(({ row }) => row === at)
  const open = isTitles(rowAt(depth)) ? headed.own.find(cell => isDivided(cell, depth)) : undefined
  if (open !== undefined) return seen('group-divided', -1, `“${open.text}” would be divided below the header`)
  // Labels below each other beside a value that several cells seem to divide are a form.
  const isForm = stackedIn(headed).some(({ row, column }) => row === depth - 1 && column === 0)
  const divided = !isForm && isTitles(rowAt(depth - 1)) ? headed.own.find(cell => isDivided(cell, depth - 1)) : undefined
  return divided === undefined ? null : seen('group-divided', 1, `its last row divides “${divided.text}”`)
}

/** Words right below words of the same columns, as in the rows of a form or of a body; at the left they tell most. */
const stacked: HeaderEvidence = headed => {
  const pairs = stackedIn(headed)
  const isLeft = pairs.some(({ column }) => column === 0)
  const because = `“${pairs[0]?.text}” stands below another title of its columns`
  return seen('words-below-words', -(pairs.length + Number(isLeft)) / 2, because)
}

/** Titles of the header that stand below one of the same columns. A total may stand in a header row. */
function stackedIn(headed: Headed): GridCell[] {
  const cells = headed.own.filter(({ text }) => isWords(text) && !isTotal(text))
  return cells.filter(({ row, column, columnSpan }) =>
    cells.some(above => above.row + above.rowSpan === row && above.column === column && above.columnSpan === columnSpan),
  )
}

/** A row of column numbers ends a header. */
const numbers: HeaderEvidence = ({ top, depth, start }) => {
  const counted = (at: number): number => {
    const row = top.filter(cell => cell.row === at)
    if (at <= start || row.length === 0) return 0
    if (isOrdinals(row)) return 1
    const printed = row.filter(({ text }) => text !== '')
    return printed.length > 2 && printed.every(({ text }, index) => +text === Number(printed[0]?.text) + index) ? BARE : 0
  }
  const [next, last] = [counted(depth), counted(depth - 1)]
  if (next > 0) return seen('column-numbers', -next, 'the row below counts the columns')
  return seen('column-numbers', last, 'its last row counts the columns')
}

/** What speaks for and against a header of this depth, from its own grid. */
export const headerEvidence = (headed: Headed): Observation[] =>
  [untitled, blank, amounts, content, groups, stacked, numbers, ...bodyEvidence].flatMap(look => look(headed) ?? [])

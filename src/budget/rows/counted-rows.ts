import type { Cell, Table } from '../../table/table.ts'
import type { BudgetColumn, Line } from '../dataset.ts'
import { isFigure, labelOf, plain } from '../label.ts'
import { COUNT_COLUMN, COUNTED_IN_BRACKETS, MONEY_ROW, NO_MONEY_ROW, THING_ROW } from '../words.ts'

/** The heads of the columns of a list or a table. */
type Heads = readonly { readonly index: number; readonly path: readonly string[] }[]

/** Whether a head is of numbers of things whose unit it leaves to the labels; 培训人数（人） names its own. */
const leavesUnit = (head: string): boolean => COUNT_COLUMN.test(head) && !COUNTED_IN_BRACKETS.test(head)

/** Whether numbers of things stand in a column of their own, whose unit the labels say, beside the money they cost. */
const haveOwnColumn = (columns: Heads): boolean => columns.some(({ path }) => path.some(head => leavesUnit(plain(head))))

/** A row as it is printed: its label, the texts of its figures, and whether one of them stands in a column of counts: what else it prints is money. */
interface Printed {
  readonly label: string
  readonly texts: readonly string[]
  readonly isCountedBeside: boolean
}

/** The columns that hold numbers of things. */
const countColumns = (columns: Heads): readonly number[] =>
  columns.filter(({ path }) => path.some(head => COUNT_COLUMN.test(plain(head)))).map(({ index }) => index)

/** The columns of a list, and what stands in a place of its table. */
interface List {
  readonly columns: readonly BudgetColumn[]
  readonly lookup: (row: number, column: number) => Cell | undefined
}

/** Figures of money that tell how a table prints it; fewer may be alike by chance. */
const LEAST_ALIKE = 4
const isWhole = (text: string): boolean => /^-?\d+$/.test(text)
const isLong = (text: string): boolean => /^-?[\d,]{4,}(?:\.|$)/.test(text)

/** Whether figures are printed as no money is: whole ones where it has cents though they be 00, or with no mark of thousands where all that is as long has one. */
function isPrintedOtherwise(own: readonly string[], others: readonly string[]): boolean {
  const areWhole = own.length > 0 && own.every(isWhole)
  const long = others.filter(isLong)
  const cents = others.filter(text => /\.\d\d$/.test(text))
  const areFixed = cents.some(text => text.endsWith('0')) && !others.some(text => /\.\d$/.test(text))
  const haveCents = cents.length >= LEAST_ALIKE && areFixed
  const haveMarks = long.length >= LEAST_ALIKE && long.every(text => text.includes(','))
  return areWhole && (haveCents || (haveMarks && own.some(isLong)))
}

/** Which rows are called after people or things and print other figures than the money of their list: 在职人员 210 below 本年收入 1,180.20. */
function ofThings(rows: readonly Printed[]): boolean[] {
  const figures = rows.map(({ texts }) => texts.map(plain).filter(text => /[1-9]/.test(text)))
  const others = figures
    .filter((_, at) => !THING_ROW.test(rows[at]?.label ?? '') && !NO_MONEY_ROW.test(rows[at]?.label ?? ''))
    .flat()
  return rows.map(({ label }, at) => THING_ROW.test(label) && isPrintedOtherwise(figures[at] ?? [], others))
}

/**
 * Which rows of a list tell how many there are, and no money, by their labels from top to bottom: those that say so, and the items
 * numbered below one that speak of no money, 3.机要通信用车 below （一）车辆数合计（辆）; and those of things by their figures.
 */
function countedRows(rows: readonly Printed[], columns: Heads): boolean[] {
  let above: number | null = null
  if (haveOwnColumn(columns)) return rows.map(() => false)
  const things = ofThings(rows)
  return rows.map(({ label, isCountedBeside }, at) => {
    const { level } = labelOf(label)
    if (isCountedBeside) return false
    if (NO_MONEY_ROW.test(label)) {
      above = level
      return true
    }
    if (above !== null && level !== null && level > above) return !MONEY_ROW.test(label)
    above = null
    return things[at] === true
  })
}

/** Which rows of a list tell how many there are, and no money, by their labels and by what its columns of amounts print. */
export function countedIn({ columns, lookup }: List, rows: readonly Pick<Line, 'row' | 'label'>[]) {
  const figuresOf = (row: number): string[] =>
    columns.flatMap(({ role, index }) => (role === 'amount' ? (lookup(row, index)?.text ?? []) : []))
  const counts = countColumns(columns)
  const isCountedBeside = (row: number): boolean => counts.some(index => isFigure(lookup(row, index)?.text ?? ''))
  return countedRows(
    rows.map(({ row, label }) => ({ label, texts: figuresOf(row), isCountedBeside: isCountedBeside(row) })),
    columns,
  )
}

const isLabel = ({ text }: Cell): boolean => /\p{Script=Han}/u.test(text)

/** Whether a figure of a table whose lists are not known yet stands in such a row: beside the next words on its left. */
export function countedCells({ cells, headerRows, columns: heads }: Table): (cell: Cell) => boolean {
  const labels = cells.filter(cell => cell.row >= headerRows && isLabel(cell))
  const columns = Map.groupBy(labels, ({ column }) => column)
  const figures = Map.groupBy(
    cells.filter(({ text }) => isFigure(text)),
    ({ row }) => row,
  )
  const counts = countColumns(heads)
  const isCountedBeside = (row: number): boolean => figures.get(row)?.some(({ column }) => counts.includes(column)) === true
  const counted = new Set(
    [...columns.values()].flatMap(own => {
      const inRows = own.toSorted((a, b) => a.row - b.row)
      const are = countedRows(
        inRows.map(({ row, text }) => ({
          label: plain(text),
          texts: (figures.get(row) ?? []).map(cell => cell.text),
          isCountedBeside: isCountedBeside(row),
        })),
        heads,
      )
      return inRows.filter((_, at) => are[at])
    }),
  )
  if (counted.size === 0) return () => false
  const rows = Map.groupBy(labels, ({ row }) => row)
  return ({ row, column }) => {
    const before = (rows.get(row) ?? []).filter(label => label.column < column)
    return before.some(label => counted.has(label) && before.every(other => other.column <= label.column))
  }
}

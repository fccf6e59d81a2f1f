import type { Cell, Table } from '../table/table.ts'
import { labelOf, plain } from './label.ts'
import { COUNT_COLUMN, MONEY_ROW, NO_MONEY_ROW } from './words.ts'

/** The heads of the columns of a list or a table. */
type Heads = readonly { readonly path: readonly string[] }[]

/** Whether numbers of things stand in a column of their own, whose unit the labels say, beside the money they cost. */
const haveOwnColumn = (columns: Heads): boolean => columns.some(({ path }) => path.some(head => COUNT_COLUMN.test(plain(head))))

/**
 * Which rows of a list tell how many there are, and no money, by their labels from top to bottom: those that say so, and the items
 * numbered below one that speak of no money, 3.机要通信用车 below （一）车辆数合计（辆）.
 */
export function countedRows(labels: readonly string[], columns: Heads): boolean[] {
  let above: number | null = null
  if (haveOwnColumn(columns)) return labels.map(() => false)
  return labels.map(label => {
    const { level } = labelOf(label)
    if (NO_MONEY_ROW.test(label)) {
      above = level
      return true
    }
    if (above !== null && level !== null && level > above) return !MONEY_ROW.test(label)
    above = null
    return false
  })
}

const isLabel = ({ text }: Cell): boolean => /\p{Script=Han}/u.test(text)

/** Whether a figure of a table whose lists are not known yet stands in such a row: beside the next words on its left. */
export function countedCells({ cells, headerRows, columns: heads }: Table): (cell: Cell) => boolean {
  const labels = cells.filter(cell => cell.row >= headerRows && isLabel(cell))
  const columns = Map.groupBy(labels, ({ column }) => column)
  const counted = new Set(
    [...columns.values()].flatMap(own => {
      const inRows = own.toSorted((a, b) => a.row - b.row)
      const are = countedRows(
        inRows.map(({ text }) => plain(text)),
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

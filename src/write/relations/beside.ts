import { isFigure, plain } from '../../budget/label.ts'
import { codeInLabel } from '../../budget/subjects/code.ts'
import { headOf } from '../../budget/words.ts'
import { rowsOfCell } from '../../grid/grid.ts'
import type { TableJson } from '../document/document.ts'

/** Longer texts describe a row and do not name it: what is to be bought, and why. */
const LONGEST_NAME = 60

/** Roles of columns that hold names. */
const OF_NAMES: ReadonlySet<string | null> = new Set(['name', 'text'])

/** The columns that may name a row, by their index, with their heads: those of names in front of the figures of their list. */
function naming({ columns }: TableJson): ReadonlyMap<number, { readonly list: number; readonly head: string }> {
  const figures = Map.groupBy(
    columns.filter(({ role }) => role === 'amount'),
    ({ list }) => list,
  )
  const own = columns.filter(({ role, index, list }) => OF_NAMES.has(role) && index <= (figures.get(list)?.[0]?.index ?? 0))
  return new Map(own.map(column => [column.index, { list: column.list, head: headOf(column) }]))
}

/**
 * What names each line of a table beside its label, as printed: the texts of its row in other columns of its list, in front of its figures,
 * each with its head, `二级：0106-公共文化；三级：010601-展览`; null where there is nothing. What is told as a code beside its own is left out.
 */
export function besideOf(table: TableJson): (line: TableJson['lines'][number]) => string | null {
  const columns = naming(table)
  const named = table.cells.filter(
    ({ column, text }) => columns.has(column) && text !== '' && !isFigure(text) && text.length <= LONGEST_NAME,
  )
  const places = Map.groupBy(
    named.toSorted((a, b) => a.column - b.column).flatMap(cell => rowsOfCell(cell).map(row => ({ row, cell }))),
    ({ row }) => row,
  )
  return ({ row, list, label, codesBeside = [] }) => {
    const isTold = (text: string): boolean => codesBeside.some(({ code }) => codeInLabel(text)?.code === code)
    const names = (places.get(row) ?? []).flatMap(({ cell }) => {
      const column = columns.get(cell.column)
      const text = plain(cell.text)
      if (column?.list !== list || text === label || isTold(text)) return []
      return column.head === '' ? text : `${column.head}：${text}`
    })
    return names.join('；') || null
  }
}

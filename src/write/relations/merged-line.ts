import { isFigure, labelOf, plain } from '../../budget/label.ts'
import { once } from '../../once.ts'
import type { CellJson, TableJson } from '../document/document.ts'

type LineJson = TableJson['lines'][number]

/** Columns that name no row. */
const NAMELESS: ReadonlySet<string | null> = new Set(['amount', 'sequence', 'code', 'unit-code'])

/** The texts of a table that may name a row, by the row that they begin in, with the columns that hold names: for each list of its lines. */
export const namesIn = ({ cells, columns }: TableJson) =>
  once((list: LineJson['list']) => {
    const roles = new Map(columns.map(column => [column.index, column.list === list ? column.role : 'amount']))
    const texts = cells.filter(({ column, text }) => !NAMELESS.has(roles.get(column) ?? null) && text !== '' && !isFigure(text))
    return { roles, byRow: Map.groupBy(texts, ({ row }) => row) }
  })

/**
 * Whose an amount is that is written over several rows, each with a name of its own: of what is written over the same rows, as 部门小计
 * over all projects of a department. The line stays where the amount is that of its row, or where nothing is written over its rows.
 */
export function lineOfMerged(names: ReturnType<typeof namesIn>, cell: CellJson, line: LineJson): LineJson {
  if (cell.rowSpan === 1) return line
  const { roles, byRow } = names(line.list)
  const texts = byRow.get(cell.row) ?? []
  const over = texts.filter(({ rowSpan }) => rowSpan === cell.rowSpan)
  const holder = over.find(({ column }) => roles.get(column) === 'name') ?? over[0]
  const own = texts.filter(({ text }) => plain(text) === line.label)
  if (holder === undefined || own.length === 0 || own.some(({ rowSpan }) => rowSpan >= cell.rowSpan)) return line
  const none = { key: null, code: null, codeKind: null, codesBeside: [], unitCode: null, depth: null }
  return { ...line, ...none, role: 'item', label: plain(holder.text), name: labelOf(holder.text).name }
}

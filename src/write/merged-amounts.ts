import { isFigure, labelOf, plain } from '../budget/label.ts'
import type { CellJson, TableJson } from './document.ts'

type LineJson = TableJson['lines'][number]

/** Columns that name no row. */
const NAMELESS: ReadonlySet<string | null> = new Set(['amount', 'sequence', 'code', 'unit-code'])

/**
 * Whose an amount is that is written over several rows, each with a name of its own: of what is written over the same rows, as 部门小计
 * over all projects of a department. The line stays where the amount is that of its row, or where nothing is written over its rows.
 */
export function lineOfMerged({ cells, columns }: TableJson, cell: CellJson, line: LineJson): LineJson {
  if (cell.rowSpan === 1) return line
  const roles = new Map(columns.map(({ index, role, list }) => [index, list === line.list ? role : 'amount']))
  const texts = cells.filter(({ column, text }) => !NAMELESS.has(roles.get(column) ?? null) && text !== '' && !isFigure(text))
  const names = texts.filter(({ row, rowSpan }) => row === cell.row && rowSpan === cell.rowSpan)
  const holder = names.find(({ column }) => roles.get(column) === 'name') ?? names[0]
  const isOwn = (text: CellJson): boolean => text.row === cell.row && plain(text.text) === line.label
  const own = texts.filter(isOwn)
  if (holder === undefined || own.length === 0 || own.some(({ rowSpan }) => rowSpan >= cell.rowSpan)) return line
  const none = { key: null, code: null, codeKind: null, unitCode: null, depth: null }
  return { ...line, ...none, role: 'item', label: plain(holder.text), name: labelOf(holder.text).name }
}

import { codeInLabel } from '../budget/code.ts'
import { isFigure, plain } from '../budget/label.ts'
import type { TableJson } from './document.ts'

/** Longer texts describe a row and do not name it: what is to be bought, and why. */
const LONGEST_NAME = 60

/** Roles of columns that hold names. */
const OF_NAMES: ReadonlySet<string | null> = new Set(['name', 'text'])

/**
 * What names each line of a table beside its label, as printed: the texts of its row in other columns in front of its figures, each with its head,
 * `二级：0106-公共文化；三级：010601-展览`; null where there is nothing. What is told as a code beside its own is left out.
 */
export function besideOf({ columns, cells, lines }: TableJson): (line: TableJson['lines'][number]) => string | null {
  const places = new Map<number, [head: string, text: string][]>()
  const firstFigures = new Map<number, number>()
  for (const { role, list, index } of columns) if (role === 'amount' && !firstFigures.has(list)) firstFigures.set(list, index)
  const own = lines.length === 0 ? [] : columns.filter(({ role }) => OF_NAMES.has(role))
  for (const { index, list, path } of own) {
    if (index > (firstFigures.get(list) ?? 0)) continue
    const head = plain(path.at(-1) ?? '')
    for (const { row, rowSpan, column, text } of cells) {
      if (column !== index || text === '' || isFigure(text) || text.length > LONGEST_NAME) continue
      for (let at = row; at < row + rowSpan; at++) places.set(at, [...(places.get(at) ?? []), [head, plain(text)]])
    }
  }
  return ({ row, label, codesBeside = [] }) => {
    const isTold = (text: string): boolean => codesBeside.some(({ code }) => codeInLabel(text)?.code === code)
    const names = (places.get(row) ?? []).filter(([, text]) => text !== label && !isTold(text))
    return names.length === 0 ? null : names.map(([head, text]) => (head === '' ? text : `${head}：${text}`)).join('；')
  }
}

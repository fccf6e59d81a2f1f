import { codeInLabel } from '../budget/code.ts'
import { isFigure, plain } from '../budget/label.ts'
import type { TableJson } from './document.ts'
import { rowsOf } from './line-units.ts'

/** Longer texts describe a row and do not name it: what is to be bought, and why. */
const LONGEST_NAME = 60

/** Roles of columns that hold names. */
const OF_NAMES: ReadonlySet<string | null> = new Set(['name', 'text'])

/** The heads of the columns that may name a row: those of names in front of the figures of their list. */
function headsOf({ columns }: TableJson): ReadonlyMap<number, string> {
  const figures = Map.groupBy(
    columns.filter(({ role }) => role === 'amount'),
    ({ list }) => list,
  )
  const isInFront = ({ index, list }: TableJson['columns'][number]): boolean => index <= (figures.get(list)?.[0]?.index ?? 0)
  const naming = columns.filter(one => OF_NAMES.has(one.role) && isInFront(one))
  return new Map(naming.map(({ index, path }) => [index, plain(path.at(-1) ?? '')]))
}

/**
 * What names each line of a table beside its label, as printed: the texts of its row in other columns in front of its figures, each with its head,
 * `二级：0106-公共文化；三级：010601-展览`; null where there is nothing. What is told as a code beside its own is left out.
 */
export function besideOf(table: TableJson): (line: TableJson['lines'][number]) => string | null {
  const heads = headsOf(table)
  const named = table.cells.filter(
    ({ column, text }) => heads.has(column) && text !== '' && !isFigure(text) && text.length <= LONGEST_NAME,
  )
  const places = Map.groupBy(
    named.toSorted((a, b) => a.column - b.column).flatMap(cell => rowsOf(cell).map(row => ({ row, cell }))),
    ({ row }) => row,
  )
  return ({ row, label, codesBeside = [] }) => {
    const isTold = (text: string): boolean => codesBeside.some(({ code }) => codeInLabel(text)?.code === code)
    const names = (places.get(row) ?? []).flatMap(({ cell }) => {
      const [head, text] = [heads.get(cell.column) ?? '', plain(cell.text)]
      return text === label || isTold(text) ? [] : [head === '' ? text : `${head}：${text}`]
    })
    return names.join('；') || null
  }
}

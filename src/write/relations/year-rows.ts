import { CHANGE_WORD } from '../../budget/columns/money-words.ts'
import { plain } from '../../budget/label.ts'
import type { TableJson } from '../document/document.ts'

/** What a row says of its figures where a column of its table is one of years: 2025年 | 2026年 | 增减变化金额. */
export interface YearOfRow {
  /** The line whose figures they are, by its place: the one that prints a name, where this one prints its year alone. */
  readonly of: number
  /** Null where they are the difference of two years. */
  readonly year: number | null
}

const YEAR = /^(20\d\d)年度?$/

/** The texts of the column that says of which year each row is, by row; none where no column says nothing but years and what changed between them. */
function yearColumn({ columns, cells, headerRows }: TableJson): ReadonlyMap<number, string> {
  const body = cells.filter(({ row, text }) => row >= headerRows && plain(text) !== '')
  const byColumn = Map.groupBy(body, ({ column }) => column)
  const isOfYears = ({ index, role }: TableJson['columns'][number]): boolean => {
    const texts = (byColumn.get(index) ?? []).map(({ text }) => plain(text))
    const years = new Set(texts.filter(text => YEAR.test(text)))
    return role !== 'amount' && years.size > 1 && texts.every(text => YEAR.test(text) || CHANGE_WORD.test(text))
  }
  const own = byColumn.get(columns.find(isOfYears)?.index ?? -1) ?? []
  return new Map(own.map(({ row, text }) => [row, plain(text)]))
}

/** Of which year the lines of a table are, and whose, by their place among the lines. */
export function yearsOfRows(table: TableJson): ReadonlyMap<number, YearOfRow> {
  const said = yearColumn(table)
  const heads = new Map<number, number>()
  return new Map(
    table.lines.flatMap((line, at): [number, YearOfRow][] => {
      const text = said.get(line.row)
      if (text === undefined) return []
      if (line.label !== text) heads.set(line.list, at)
      const year = YEAR.exec(text)?.[1]
      return [[at, { of: heads.get(line.list) ?? at, year: year === undefined ? null : Number.parseInt(year, 10) }]]
    }),
  )
}

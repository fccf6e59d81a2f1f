import { plain } from '../../../budget/label.ts'
import { sum } from '../../../geometry.ts'
import type { CellJson, DocumentJson, TableJson } from '../../document/document.ts'
import { ABOUT_PEOPLE, type Count, type Counted, countedIn, RETIRED } from './count-words.ts'
import { type Office, officeOf, ownerOf } from './owners.ts'

/** A number of people, or of vehicles, as a cell prints it. */
const NUMBER = /^(\d+)[人名辆台]?$/
/** The unit that a head names. */
const UNIT = /\((?:单位:)?[人名个辆台]\)/g
/** Heads of tables of goals, which tell what is to be reached. */
const GOALS = /指标|绩效|目标/

/** What a head or a label counts as a whole, by all its words together. */
function counted(words: readonly string[]): Counted | null {
  const read = countedIn(plain(words.join('')).normalize('NFKC').replaceAll(UNIT, ''))
  return read?.before === '' && read.counted !== 'vehicles' ? read.counted : null
}

/** The number of people or of vehicles that a cell prints; null where it is money or none. */
function numberIn(cell: CellJson | undefined): number | null {
  const [, digits] = (cell?.amount === null && NUMBER.exec(plain(cell.text))) || []
  return digits === undefined ? null : Number(digits)
}

/** What a head or label counts and the cell where it meets the line or column of the whole, with the retired that the number may count. */
function countAt(words: readonly string[], cell: CellJson | undefined, retired: number): Count[] {
  const [what, value] = [counted(words), numberIn(cell)]
  return what === null || value === null || cell === undefined ? [] : [{ counted: what, value, page: cell.page, retired }]
}

/** The line of a table that is of the office as a whole: its total, or the only one there is where it is called as the office is. */
function wholeLine({ lines }: TableJson, office: Office): TableJson['lines'][number] | null {
  const totals = lines.filter(({ role, key }) => role === 'total' && key === 'total')
  const [first, ...others] = totals.length > 0 ? totals : lines
  if (first === undefined || others.length > 0) return null
  return totals.length > 0 || ownerOf(first.name, office).owner === 'own' ? first : null
}

const at = ({ cells }: TableJson, row: number, column: number): CellJson | undefined =>
  cells.find(cell => cell.row === row && cell.column === column && cell.rowSpan === 1 && cell.columnSpan === 1)

/** The numbers that stand where labels tell of the retired. */
const retiredIn = (cells: readonly (CellJson | undefined)[]): number => sum(cells.map(cell => numberIn(cell) ?? 0))

/** The numbers of a table whose columns count, in the line of the office: 编制数 | 实有数. */
function inColumns(table: TableJson, office: Office): Count[] {
  const line = wholeLine(table, office)
  if (line === null) return []
  const columns = table.columns.filter(({ path }) => RETIRED.test(path.join('')))
  const beside = retiredIn(columns.map(({ index }) => at(table, line.row, index)))
  return table.columns.flatMap(({ index, path }) => {
    const below = table.lines.filter(({ name }) => RETIRED.test(name)).map(({ row }) => at(table, row, index))
    return countAt(path, at(table, line.row, index), beside + retiredIn(below))
  })
}

/** The numbers of a table whose lines count, 编制数, 在职人数: in the column of the total, or in the only one with numbers. */
function inLines(table: TableJson): Count[] {
  const isTotal = ({ path }: TableJson['columns'][number]): boolean => /^(?:合计|总计|小计)$/.test(plain(path.join('')))
  const isNumber = ({ index }: TableJson['columns'][number]): boolean =>
    table.lines.some(({ row }) => numberIn(at(table, row, index)) !== null)
  const totals = table.columns.filter(isTotal)
  const [column, ...more] = totals.length > 0 ? totals : table.columns.filter(isNumber)
  if (column === undefined || more.length > 0) return []
  const retired = retiredIn(table.lines.filter(({ name }) => RETIRED.test(name)).map(({ row }) => at(table, row, column.index)))
  return table.lines.flatMap(({ name, row }) => countAt([name], at(table, row, column.index), retired))
}

/** Tables of 三公, which may count below the money. */
const OF_SANGONG = /sangong|^fin\.07$/
/** Keys of columns of another year, or of what changed. */
const BESIDE = /^(?:previous|change|growth|y20\d\d)/

/** The vehicles that a table of 三公 counts below its money, 公务用车保有量(辆), where its columns tell one number for the year. */
function vehiclesOf(table: TableJson): Count[] {
  const { kind, lines, columns } = table
  if (kind === null || !OF_SANGONG.test(kind)) return []
  const isHeld = ({ name }: TableJson['lines'][number]): boolean =>
    name.includes('保有') && countedIn(plain(name).replaceAll(UNIT, ''))?.counted === 'vehicles'
  const own = columns.filter(({ role, key }) => role === 'amount' && !BESIDE.test(key ?? ''))
  return lines.filter(isHeld).flatMap(({ row }) => {
    const cells = own.flatMap(({ index }) => at(table, row, index) ?? [])
    return cells.flatMap(cell => {
      const value = numberIn(cell)
      return value === null ? [] : [{ counted: 'vehicles' as const, value, page: cell.page, retired: 0 }]
    })
  })
}

/** What the small tables of a document count of its office, 项目 | 编制数 | 实有数: those under a heading about people, or that tell posts too; and the vehicles of that of 三公. */
export function countsOfTables(document: DocumentJson): Count[] {
  const office = officeOf(document)
  const vehicles = document.tables.flatMap(vehiclesOf)
  const people = document.tables.flatMap(table => {
    if (table.kind !== null || table.columns.some(({ path }) => GOALS.test(path.join('')))) return []
    const counts = [...inColumns(table, office), ...inLines(table)]
    const hasPosts = counts.some(one => one.counted === 'posts')
    if (!hasPosts && !ABOUT_PEOPLE.test(`${table.title ?? ''}${table.heading ?? ''}`)) return []
    return counts.map(one => (hasPosts && one.counted === 'elided' ? { ...one, counted: 'present' as const } : one))
  })
  return [...people, ...vehicles]
}

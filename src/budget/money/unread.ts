import { isDashes } from '../../dashes.ts'
import { type Finding, findingFrom, type Said } from '../../finding.ts'
import { narrow } from '../../full-width.ts'
import type { Cell } from '../../table/table.ts'
import { SANGONG_TOTAL } from '../columns/money-words.ts'
import { type BudgetColumn, type BudgetTable, type Indicator, nameOf } from '../dataset.ts'
import { GOAL_WORDS, LEVEL_NAMES } from '../goals/indicator-words.ts'
import { goalOf, isOfGoals } from '../goals/indicators.ts'
import { plain } from '../label.ts'
import { countedIn } from '../rows/counted-rows.ts'
import { lookupOf, unitOfRow } from '../rows/rows.ts'
import { SANGONG_PARTS } from '../sangong/sangong.ts'
import { NO_MONEY_COLUMN } from '../words.ts'
import { isUnreadMark, printedAmount } from './amount.ts'
import { partedAmounts } from './parted-amounts.ts'
import { unitOfLabel } from './unit.ts'

/** A warning about a table that prints something which was not understood, in these cells where they are known. */
function unread({ table }: BudgetTable, cells: readonly Cell[], said: Said): Finding {
  const [region] = table.regions
  return findingFrom({
    table: table.id,
    cells: cells.map(({ row, column }) => ({ table: table.id, row, column })),
    ...{ page: cells[0]?.page ?? region?.page ?? null, box: region?.box ?? null },
    ...said,
  })
}

/** Cells of amount columns that hold neither a figure nor a nothing: digits with something else in a standard table, marks in any; amounts in parts; and tables of figures whose unit is not known. */
export const unreadAmounts = (tables: readonly BudgetTable[]): Finding[] =>
  tables.flatMap(table => {
    const cells = unreadIn(table)
    const plainFigures = table.unit === null ? cells.filter(({ text }) => printedAmount(text) !== null) : []
    const others = cells.filter(cell => !plainFigures.includes(cell)).map(cell => noAmount(table, cell))
    return [
      ...[...inParts(table), ...inNoColumn(table), ...inLetters(table), ...others],
      ...(plainFigures.length === 0 ? [] : [withoutUnit(table, plainFigures)]),
    ]
  })

/** So many figures with decimals are a table of money where a unit of it is said; of the tables of 135 published documents all with so many had a column of amounts or were forms. */
const LEAST_FIGURES = 3

/** Whether a cell prints an amount with decimals. */
const isPrinted = ({ text }: Cell): boolean => /\.\d/.test(narrow(text)) && printedAmount(text)?.state === 'value'
/** The same, or one with thousands set apart, as a table of whole 万元 prints it. */
const isSetApart = (cell: Cell): boolean => isPrinted(cell) || /^-?\d{1,3}(?:,\d{3})+$/.test(plain(cell.text))

/** A figure but for letters in the place of digits, `1,96O.OO`, `l8.2O`, as in a text that was recognised. */
const LETTERED = /^(?=.*\d)(?=.*[^\d.,-])-?[\dA-Za-z]{1,12}(?:,[\dA-Za-z]{3})*(?:\.[\dA-Za-z]{1,6})?$/
/** Letters that look like digits are few: O, l, I, S, B; the models and standards of a column have more. */
const MOST_LETTERS = 5

/** Whether a head of a column says that its figures are no money. */
const isOfNoMoney = ({ path }: Pick<BudgetColumn, 'path'>): boolean => path.some(head => NO_MONEY_COLUMN.test(plain(head)))

/** A whole number without a mark. */
const isWhole = ({ text }: Cell): boolean => /^-?\d+$/.test(plain(text))

/** Figures of columns that are taken for words, though most of what has digits there are figures with decimals, or all are numbers and one has its thousands set apart, and none has letters in it; of 181 published documents none has such a column. */
function figuresInWords({ table: { cells, headerRows }, columns }: BudgetTable): Cell[] {
  const words = columns.filter(column => column.role === 'text' && !isOfNoMoney(column))
  return words.flatMap(({ index }) => {
    const digits = cells.filter(({ row, column, text }) => row >= headerRows && column === index && /\d/.test(text))
    const apart = digits.filter(isSetApart)
    const figures = apart.length > 0 && digits.every(cell => isSetApart(cell) || isWhole(cell)) ? digits : apart
    const areMost = figures.length >= LEAST_FIGURES && 2 * figures.length > digits.length
    return areMost && !digits.some(({ text }) => LETTERED.test(text)) ? figures : []
  })
}

/** Figures below a header that are read as none, in a table that says a unit of money: those of a column taken for words, or all where no column is one of amounts, as 金额 and 占比 by turns or a unit for each part of the rows. */
function inNoColumn(table: BudgetTable): Finding[] {
  const { cells, headerRows, unit } = table.table
  const isOfGoal = table.kind?.includes('perf') === true
  if (headerRows === 0 || isOfGoal) return []
  const isRead = table.columns.some(({ role }) => role === 'amount')
  const others = new Set(table.columns.filter(isOfNoMoney).map(({ index }) => index))
  const isOpen = (cell: Cell): boolean => cell.row >= headerRows && !others.has(cell.column)
  const figures = isRead ? figuresInWords(table) : cells.filter(cell => isOpen(cell) && isPrinted(cell))
  const isMoney = unit !== null || cells.some(cell => unitOfLabel(cell) !== null)
  if (!isMoney || figures.length < LEAST_FIGURES) return []
  const which = isRead
    ? ['有的列没有读成金额', 'a column was not understood to hold amounts']
    : ['没有读懂哪一列是金额', 'no column was understood to hold amounts']
  return [
    unread(table, figures, {
      ...{ code: 'amount-unreadable', actual: `${figures.length}` },
      zh: `${which[0]}，${figures.length}个数没有读成金额：${nameOf(table)}`,
      en: `${which[1]}, and ${figures.length} figures are read as none: ${nameOf(table)}`,
    }),
  ]
}

/** Columns of a table of money of whose cells most are figures, some with letters in them: they are taken for words, and would be gone without a word. */
function inLetters(table: BudgetTable): Finding[] {
  const { cells, headerRows, unit } = table.table
  if (unit === null && table.kind === null) return []
  const filled = cells.filter(({ row, text }) => row >= headerRows && !isDashes(text) && /\d/.test(text))
  const columns = Map.groupBy(filled, ({ column }) => column)
  return table.columns.flatMap(({ index, role }) => {
    const own = role === 'amount' ? [] : (columns.get(index) ?? [])
    const lettered = own.filter(({ text }) => /[.,]/.test(text) && LETTERED.test(text))
    const letters = new Set(lettered.flatMap(({ text }) => text.match(/[A-Za-z]/g) ?? []))
    const figures = own.filter(isPrinted).length
    const areMost = lettered.length >= LEAST_FIGURES && 2 * (lettered.length + figures) >= own.length
    const isLettered = areMost && letters.size <= MOST_LETTERS
    return isLettered ? lettered.map(cell => noAmount(table, cell)) : []
  })
}

/** The places of the rows whose figures are money, list by list: `row,column`. */
function moneyPlaces({ table, columns, lines }: BudgetTable): ReadonlySet<string> {
  const lookup = lookupOf(table)
  const places = [...Map.groupBy(lines, ({ list }) => list)].flatMap(([list, own]) => {
    const members = columns.filter(column => column.list === list)
    const inList = { columns: members, lookup }
    const counted = countedIn(inList, own)
    const rows = own.filter(({ row }, at) => !counted[at] && unitOfRow(inList, row) !== null)
    return rows.flatMap(({ row }) => members.map(({ index }) => `${row},${index}`))
  })
  return new Set(places)
}

function unreadIn(table: BudgetTable): Cell[] {
  const isStandard = table.kind !== null && !table.kind.includes('perf')
  const columns = new Set(table.columns.filter(column => column.role === 'amount').map(column => column.index))
  const read = new Set(table.lines.flatMap(line => [...line.amounts.values()].map(amount => `${amount.row},${amount.column}`)))
  const ofMoney = moneyPlaces(table)
  return table.table.cells.filter(
    cell =>
      columns.has(cell.column) &&
      ofMoney.has(`${cell.row},${cell.column}`) &&
      cell.columnSpan === 1 &&
      cell.rowSpan === 1 &&
      ((isStandard && /\d/.test(plain(cell.text))) || isUnreadMark(cell.text)) &&
      !read.has(`${cell.row},${cell.column}`),
  )
}

/** Amounts that stand in several columns each, a digit a square or 万元 beside 元: they are read as none. */
function inParts(table: BudgetTable): Finding[] {
  const { cells, headerRows } = table.table
  const columns = partedAmounts(table.table)
  const own = cells.filter(({ row, column, text }) => row >= headerRows && columns.has(column) && /\d/.test(text))
  if (own.length === 0) return []
  return [
    unread(table, own, {
      ...{ code: 'amount-unreadable', actual: `${new Set(own.map(({ row }) => row)).size}` },
      zh: `一个金额分写在几列中（一格一位，或万元、元各一列），没有读成金额：${nameOf(table)}`,
      en: `each amount stands in several columns, a digit a square or by units, and is read as none: ${nameOf(table)}`,
    }),
  ]
}

/** Figures that are read as no money, because nothing says in which unit they are. */
const withoutUnit = (table: BudgetTable, cells: readonly Cell[]): Finding =>
  unread(table, cells, {
    ...{ code: 'amount-unreadable', actual: `${cells.length}` },
    zh: `没有找到金额单位，${cells.length}个数没有读成金额：${nameOf(table)}`,
    en: `no unit of money was found, and ${cells.length} figures are read as none: ${nameOf(table)}`,
  })

const noAmount = (table: BudgetTable, cell: Cell): Finding =>
  unread(table, [cell], {
    ...{ code: 'amount-unreadable', box: cell.box, actual: cell.text },
    zh: `金额列中有不能识别的内容：${nameOf(table)}（${cell.text}）`,
    en: `an amount column holds what is no amount: ${nameOf(table)} (${cell.text})`,
  })

/** So many rows that name the levels of goals tell them in a table that nothing else names: 产出指标 | 数量指标. */
const LEAST_LEVELS = 2

/** Whether a table is one of performance, or one of no known kind that names the levels of goals. */
function mayHoldGoals(table: BudgetTable): boolean {
  if (table.kind !== null) return isOfGoals(table)
  const levels = table.table.cells.filter(({ text }) => LEVEL_NAMES.test(plain(text)))
  return new Set(levels.map(({ row }) => row)).size >= LEAST_LEVELS
}

/** Tables of performance whose rows are like goals, and of which none could be understood. */
export function unreadGoals(tables: readonly BudgetTable[], indicators: readonly Indicator[]): Finding[] {
  const understood = new Set(indicators.map(({ table }) => table))
  return tables.flatMap(one => {
    const goals = !understood.has(one.table.id) && mayHoldGoals(one) ? goalsLike(one.table.cells) : []
    return goals.length === 0 ? [] : [unreadGoal(one, goals)]
  })
}

/** A name and a value behind the names of its levels. */
const NAME_AND_VALUE = 2

/** A dash, a stroke and 无 are no goal. */
const isFilled = ({ text }: Cell): boolean => !/^[无/]?$/.test(plain(text)) && !isDashes(plain(text))

/** The first cell of each row that is like a goal: a value below a head of values, an operator with a figure, a name and a value behind a level. */
function goalsLike(cells: readonly Cell[]): Cell[] {
  const isHead = ({ text }: Cell): boolean => GOAL_WORDS.value.test(plain(text))
  const heads = new Map(cells.filter(isHead).map(cell => [cell.column, cell]))
  const isValue = (cell: Cell): boolean => {
    const head = heads.get(cell.column)
    return head !== undefined && !isHead(cell) && cell.row > head.row && cell.columnSpan <= head.columnSpan
  }
  const isBound = ({ text }: Cell): boolean => {
    const { operator, value } = goalOf(text)
    return operator !== null && /^\d/.test(value)
  }
  const rows = Map.groupBy(cells.filter(isFilled), ({ row }) => row)
  return [...rows.values()].flatMap(row => {
    const level = row.findLast(({ text }) => LEVEL_NAMES.test(plain(text)))
    const behind = level ? row.filter(({ column }) => column > level.column) : []
    const goal = row.find(cell => isValue(cell) || isBound(cell)) ?? (behind.length >= NAME_AND_VALUE ? behind[0] : undefined)
    return goal ?? []
  })
}

const unreadGoal = (table: BudgetTable, goals: readonly Cell[]): Finding =>
  unread(table, goals, {
    ...{ code: 'goals-unread', actual: `${goals.length}` },
    zh: `绩效表“${nameOf(table)}”有${goals.length}行像绩效指标，但没有读懂表头，未列入绩效指标`,
    en: `the performance table “${nameOf(table)}” has ${goals.length} rows like goals, but its header was not understood: none is given as a goal`,
  })

/** Tables that their title, or the heading of one without a title, calls 三公, that print a figure, and of which no total could be understood. */
export const unreadSangong = (tables: readonly BudgetTable[]): Finding[] =>
  tables.filter(isUnread).map(one =>
    unread(one, [], {
      code: 'sangong-unread',
      zh: `三公经费表“${one.table.title ?? one.table.heading}”有数字，但没有读懂它的合计`,
      en: `the 三公 table “${one.table.title ?? one.table.heading}” prints figures, but its total was not understood`,
    }),
  )

/** What a total is called in tables of 三公. */
const OF_TOTAL = /[合总小]计|总额|三公/
const PARTS: ReadonlySet<string | undefined> = new Set(SANGONG_PARTS.filter(part => part !== 'total'))

/** Whether a table tells parts of 三公, and no total of them. */
const isOfPartsAlone = ({ table, columns, lines }: BudgetTable): boolean =>
  [...columns, ...lines].some(({ key }) => PARTS.has(key?.split('.')[0])) &&
  !table.cells.some(({ text }) => OF_TOTAL.test(plain(text)))

const isUnread = (budget: BudgetTable): boolean => {
  const { table, sangong } = budget
  return (
    SANGONG_TOTAL.test(plain(table.title ?? table.heading ?? '')) &&
    table.headerRows > 0 &&
    !sangong.some(({ parts }) => parts.total) &&
    !isOfPartsAlone(budget) &&
    table.cells.some(cell => cell.row >= table.headerRows && isPrinted(cell))
  )
}

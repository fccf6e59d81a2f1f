import { itemAt } from '../../geometry.ts'
import { onceEach } from '../../once.ts'
import type { Cell, Table } from '../../table/table.ts'
import { UNIT_OF_ROW } from '../columns/keys.ts'
import { keyOfParts } from '../columns/money-parts.ts'
import { type BudgetColumn, hasFigures, type Line, type UnitNamed } from '../dataset.ts'
import { isFigure, labelOf, plain } from '../label.ts'
import { type AmountCell, isMoneyUnit, moneyOf, printedAmount } from '../money/amount.ts'
import { unitOfCell, unitOfLabel } from '../money/unit.ts'
import { codeInLabel, codeKindOf, PROJECT_CODE } from '../subjects/code.ts'
import { BARE_SUM, headOf, LINE_WORDS, OF_UNITS, WHOLE_HEADS } from '../words.ts'
import { type CodeCell, codeNames, codesBeside, codesOfRows, type PrintedCode, printedCode } from './codes.ts'
import { countedIn } from './counted-rows.ts'

/** A row of one list as it is printed, before its place in the tree is known. */
export interface PrintedRow
  extends Pick<
    Line,
    'row' | 'list' | 'label' | 'name' | 'key' | 'code' | 'codeKind' | 'codeName' | 'codesBeside' | 'unitCode' | 'amounts'
  > {
  readonly level: number | null
  readonly memo: boolean
  readonly textLeft: number | null
  /** Whether its label stands in the middle of its cell, where its left edge says nothing. */
  readonly isCentred: boolean
  /** The column its label stands in. */
  readonly labelColumn: number | null
  /** Whether no other column names anything in the row. */
  readonly isNamedOnce: boolean
}

/** Cells by the places they cover. */
export type Lookup = (row: number, column: number) => Cell | undefined

/** A way to find the cell that covers a place. */
export function lookupOf(table: Table): Lookup {
  const width = table.columns.length
  const covered = new Array<Cell | undefined>(table.rowCount * width)
  for (const cell of table.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      covered.fill(cell, row * width + cell.column, row * width + cell.column + cell.columnSpan)
  return (row, column) => (column >= 0 && column < width ? covered[row * width + column] : undefined)
}

const WHOLE_LABELS = [...LINE_WORDS, ...WHOLE_HEADS]

/** The canonical key of a row label: words of ledgers first, then what heads are called, as a whole or by their parts. */
export function lineKey(name: string): string | null {
  const key = WHOLE_LABELS.find(([, pattern]) => pattern.test(name))?.[0] ?? keyOfParts(name)
  return key === '' || key === 'name' || key === 'code' || key === 'section' || key === 'item' || key === 'class' ? null : key
}

/** What the rows of a table are called whose words are known, by their first column. */
export const labelKeys = ({ cells, headerRows }: Table): string[] =>
  cells
    .filter(({ row, column }) => row >= headerRows && column === 0)
    .flatMap(({ text }) => lineKey(labelOf(plain(text)).name) ?? [])

/** A head that tells in brackets what the figures in brackets are: 本年预算数（上年执行数）. */
const LAST_YEAR_IN_BRACKETS = /\((?:上年|去年|上一年)[^()]*\)$/

/** Whether a figure in brackets is one of last year, as the head of its column says, and neither less than nothing nor of this year. */
const isLastYears = ({ text }: Cell, { path }: BudgetColumn): boolean =>
  /^\(.*\)$/.test(plain(text)) && LAST_YEAR_IN_BRACKETS.test(plain(path.at(-1) ?? ''))

/** The figure of one cell, or the nothing in it; null when it holds other text, more than all money there is, or what the column is not of. */
function amountOf(table: Table, cell: Cell, column: BudgetColumn, found: UnitNamed | null): AmountCell | null {
  const printed = printedAmount(cell.text)
  const unit = printed?.unit ?? found?.unit
  if (printed === null || unit === undefined || isLastYears(cell, column)) return null
  const { state, text } = printed
  const money = state === 'value' || state === 'zero' ? moneyOf(text, unit) : null
  // Two figures run together are more money than there is.
  if (state === 'value' && money === null && isMoneyUnit(unit)) return null
  return {
    table: table.id,
    row: cell.row,
    column: column.index,
    cell,
    state,
    money,
    unit,
    unitSource: printed.unit === null ? (found?.where ?? 'document') : 'cell',
  }
}

type Draft = Omit<PrintedRow, 'key' | 'code' | 'codeKind' | 'codeName' | 'codesBeside'> & { readonly codes: PrintedCode }

const hasCode = ({ whole, pieces }: PrintedCode): boolean => whole !== null || pieces.some(piece => piece !== null)

/** One list of a table: its columns and the unit of its figures where no column names another. */
interface List {
  readonly table: Table
  readonly columns: readonly BudgetColumn[]
  readonly lookup: Lookup
  readonly unit: UnitNamed | null
}

/** The parts of a code in a row, each from its own column. */
function codeCellsOf({ columns, lookup }: List, row: number): CodeCell[] {
  const codeColumns = columns.filter(column => column.role === 'code' || column.role === 'unit-code')
  return codeColumns.flatMap((column): CodeCell[] => {
    const cell = lookup(row, column.index)
    if (cell === undefined || cell.column !== column.index) return []
    // A whole code may be written over the columns of 类 款 项.
    const end = cell.column + cell.columnSpan
    const isCode = codeColumns.filter(other => other.index >= cell.column && other.index < end).length === cell.columnSpan
    return isCode ? [{ column, text: plain(cell.text) }] : []
  })
}

/** A column that names projects: beside one of units it tells the rows of a unit apart. */
export const isOfProjects = (column: BudgetColumn): boolean => /项目(?:名称|内容)$|^[一二三]级项目$/.test(headOf(column))

/** A column that names units: where a name of its own stands beside it in a row, the row is of the unit and no unit. */
const isOfUnits = onceEach((column: BudgetColumn): boolean => OF_UNITS.test(headOf(column)))

/** What may label a row, by its column and cell; texts of several rows name more than one. */
interface LabelCell {
  readonly column: BudgetColumn
  readonly cell: Cell
}

const isName = ({ column }: LabelCell): boolean => column.role === 'name'
const isText = ({ column, cell }: LabelCell): boolean => column.role !== 'amount' && !isFigure(cell.text)
/** A02010105 names nothing that a name stands beside. */
const isWords = (one: LabelCell): boolean => isText(one) && /\p{Script=Han}|^\D+$/u.test(one.cell.text)
const isOfRow = ({ cell }: LabelCell): boolean => cell.rowSpan === 1

/** The cell that labels a row: the first of the likeliest kind that it has. */
function labelCellOf({ columns, lookup }: List, row: number): Cell | undefined {
  const cells = columns.flatMap((column): LabelCell[] => {
    const cell = lookup(row, column.index)
    return cell === undefined || cell.text === '' ? [] : [{ column, cell }]
  })
  const figures = columns.find(({ role }) => role === 'amount')
  const kinds: readonly ((one: LabelCell) => boolean)[] = [
    one => isName(one) && isOfProjects(one.column) && isOfRow(one),
    one => isName(one) && isOfRow(one) && !isOfUnits(one.column),
    one => isName(one) && isOfRow(one),
    // 资金来源 beside a merged year, what is bought beside a merged subject
    one => isWords(one) && isOfRow(one) && figures !== undefined && one.cell.column < figures.index,
    one => isName(one) && isOfProjects(one.column),
    isName,
    isText,
  ]
  const own = kinds.flatMap(kind => cells.find(kind)?.cell ?? [])[0]
  // 小计 in the first row of what a name is drawn over: it is of that name.
  const isOver = (one: LabelCell): boolean => isName(one) && !isOfRow(one) && one.cell.row === row
  return own !== undefined && isBareSum(own) ? (cells.find(isOver)?.cell ?? own) : own
}

const isBareSum = ({ text }: Cell): boolean => BARE_SUM.test(plain(text))

/** Whether a label is drawn over the figures of its list: 公用经费合计 over a whole list and the labels of the next one belongs to the next one. */
function isOverFigures(label: Cell, columns: readonly BudgetColumn[]): boolean {
  const first = columns.find(column => column.role === 'amount')
  return first !== undefined && label.column + label.columnSpan > first.index && label.column <= first.index
}

/** What a column in front of the figures, or right behind them where their heads name none, says of the unit of a row; null where that is none of money, undefined where it says nothing. */
export function unitOfRow({ columns, lookup }: Pick<List, 'columns' | 'lookup'>, row: number): UnitNamed | null | undefined {
  const said = columns.find(({ key }) => key === UNIT_OF_ROW)
  if (said === undefined) return undefined
  const amounts = columns.filter(({ role }) => role === 'amount')
  const isBefore = amounts.every(({ index }) => index > said.index)
  const isBehind = amounts.at(-1)?.index === said.index - 1 && amounts.every(({ unit }) => unit === null)
  const cell = isBefore || isBehind ? lookup(row, said.index) : undefined
  return cell === undefined || cell.text === '' ? undefined : unitOfCell(cell)
}

/** The amounts of a row by column; a cell counts where it begins. None in a row whose unit is none of money. */
function amountsOf(list: List, row: number, label: Cell | null): Map<number, AmountCell> {
  const { table, columns, lookup, unit } = list
  const own = unitOfRow(list, row)
  if (own === null) return new Map()
  const ofRow = own ?? (label && unitOfLabel(label))
  const amounts = new Map<number, AmountCell>()
  for (const column of columns.filter(({ role }) => role === 'amount')) {
    const cell = lookup(row, column.index)
    if (cell === undefined || cell.row !== row || cell.column !== column.index) continue
    const amount = amountOf(table, cell, column, ofRow ?? column.unit ?? unit)
    if (amount) amounts.set(column.index, amount)
  }
  return amounts
}

/** A label in the middle of its cell has as much room on either side, to this many points, and more than padding: room for a character. */
const SAME_ROOM = 1.5

function standsCentred({ box, lines, textLeft, textRight }: Cell): boolean {
  if (textLeft === null || textRight === undefined) return false
  const [before, behind] = [textLeft - box[0], box[2] - textRight]
  const character = (textRight - textLeft) / Math.max(...lines.map(({ length }) => length), 1)
  return before > character && Math.abs(before - behind) < SAME_ROOM
}

const isBlankBeside = (cell: Cell | undefined, label: Cell | undefined): boolean =>
  cell === undefined || cell === label || cell.text === ''

/** One row of one list, its code as printed; `above` is the cell in the row above that names it, where one does. */
function rowOf(list: List, row: number, above?: Cell): Draft {
  const printed = above ?? labelCellOf(list, row)
  const labelCell = printed === undefined || (printed !== above && isOverFigures(printed, list.columns)) ? null : printed
  const label = plain(labelCell?.text ?? '')
  const { level, memo, name: printedName } = labelOf(label)
  const bare = printedName.replace(PROJECT_CODE, '')
  const inLabel = codeInLabel(bare)
  const codes = printedCode(codeCellsOf(list, row))
  const labelCode = inLabel && codeKindOf(inLabel.code) ? inLabel.code : null
  return {
    row,
    list: itemAt(list.columns, 0).list,
    label,
    name: inLabel ? inLabel.name : bare,
    level,
    memo,
    codes: labelCode !== null && !hasCode(codes) ? { ...codes, whole: labelCode } : codes,
    unitCode: codes.unitCode ?? (inLabel && labelCode === null ? inLabel.code : null),
    textLeft: printed?.textLeft ?? null,
    isCentred: printed !== undefined && standsCentred(printed),
    labelColumn: printed?.column ?? null,
    isNamedOnce: list.columns.every(({ role, index }) => role !== 'name' || isBlankBeside(list.lookup(row, index), printed)),
    amounts: amountsOf(list, row, labelCell),
  }
}

/** What marks the column of names in a row of numbers: **, or the heavenly stem that it has. */
const NAME_MARK = /^(?:[*＊]+|[甲乙丙丁戊己庚辛壬癸])$/

/** A row that only numbers the columns, `栏次 1 2 3` or `1 2 3`, the names too: its figures are 1, 2, 3 … without decimals. */
function numbersColumns(row: PrintedRow): boolean {
  if (row.code !== null || (row.key !== null && row.key !== 'sequence')) return false
  const values = [...row.amounts.values()].flatMap(amount => (amount.money ? [amount.money.value] : []))
  const isFirst = row.label === '1' && values[0] === '2'
  const marked = row.key === 'sequence' || NAME_MARK.test(row.label) || isFirst
  if (!marked && row.label !== '') return false
  const first = Number.parseInt(values[0] ?? '', 10)
  return values.length > (marked ? 0 : 2) && first <= 2 && values.every((value, at) => value === `${first + at}`)
}

const isUnnamed = ({ label, codes }: Draft): boolean => label === '' && codes.unitCode === null && !hasCode(codes)

/** The only text of a body row that has no figures: a name in a row of its own. */
function soleText({ table, columns, lookup }: List, row: number): Cell | undefined {
  if (row < table.headerRows) return undefined
  const texts = new Set(columns.flatMap(({ index }) => lookup(row, index) ?? []).filter(({ text }) => text !== ''))
  const own = [...texts].filter(cell => cell.row === row && !isFigure(cell.text))
  return own.length === 1 && [...texts].every(cell => own.includes(cell) || cell.rowSpan > 1) ? own[0] : undefined
}

/** One name above one row of figures is as well a heading and a total. */
const LEAST_NAMED = 2

/** The rows of a list whose names stand above their figures: where that is so of every row with figures, the two rows are one. */
function underTheirNames(list: List, drafts: readonly Draft[]): readonly Draft[] {
  const figured = drafts.filter(hasFigures)
  const names = new Map(figured.flatMap(draft => (isUnnamed(draft) ? [[draft, soleText(list, draft.row - 1)] as const] : [])))
  if (figured.length < LEAST_NAMED || figured.some(draft => names.get(draft) === undefined)) return drafts
  const above = new Set(figured.map(({ row }) => row - 1))
  return drafts.filter(({ row }) => !above.has(row)).map(draft => rowOf(list, draft.row, names.get(draft)))
}

/** The body rows of every list of a table, list by list, each from top to bottom. */
export function printedRows(table: Table, columns: readonly BudgetColumn[], unit: UnitNamed | null): PrintedRow[] {
  const lookup = lookupOf(table)
  const lists = [...new Set(columns.map(column => column.list))]
  const bodyRows = Array.from({ length: Math.max(0, table.rowCount - table.headerRows) }, (_, at) => table.headerRows + at)
  return lists.flatMap(list => {
    const members = columns.filter(column => column.list === list)
    const own = { table, columns: members, lookup, unit }
    const drafts = underTheirNames(
      own,
      bodyRows.map(row => rowOf(own, row)),
    )
    const codes = codesOfRows(drafts.map(draft => draft.codes))
    const coded = {
      columns: members,
      rows: drafts.map(({ row }, at) => ({ row, cells: codeCellsOf(own, row), code: codes[at] ?? null })),
      textAt: (row: number, column: number) => lookup(row, column)?.text,
    }
    const beside = codesBeside(coded)
    const called = codeNames(
      coded,
      drafts.map(({ labelColumn }) => labelColumn),
    )
    const counted = countedIn(own, drafts)
    return drafts
      .map(({ codes: _, ...draft }, at): PrintedRow => {
        const code = codes[at] ?? null
        const key = code === null ? lineKey(draft.name) : null
        const amounts = counted[at] ? new Map() : draft.amounts
        const codeKind = code === null ? null : codeKindOf(code)
        return { ...draft, key, code, codeKind, codeName: called[at] ?? null, codesBeside: beside[at] ?? [], amounts }
      })
      .filter(row => !numbersColumns(row))
  })
}

import type { Cell, Table } from '../table/table.ts'
import { moneyOf, stateOf } from './amount.ts'
import { type CodeKind, codeInLabel, codeKindOf } from './code.ts'
import type { AmountCell, BudgetColumn } from './dataset.ts'
import { labelOf, plain } from './label.ts'
import { type UnitFound, unitOfColumn } from './unit.ts'
import { COLUMN_WORDS, LINE_WORDS } from './words.ts'

/** A row of one list as it is printed, before its place in the tree is known. */
export interface PrintedRow {
  readonly row: number
  readonly list: number
  readonly label: string
  readonly name: string
  readonly level: number | null
  readonly memo: boolean
  readonly key: string | null
  readonly code: string | null
  readonly codeKind: CodeKind | null
  readonly unitCode: string | null
  readonly textLeft: number | null
  readonly amounts: ReadonlyMap<number, AmountCell>
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

/** The canonical key of a row label: words of ledgers first, then the names of funds and incomes. */
export function lineKey(name: string): string | null {
  const found = LINE_WORDS.find(([, pattern]) => pattern.test(name)) ?? COLUMN_WORDS.find(([, pattern]) => pattern.test(name))
  const key = found?.[0] ?? null
  return key === '' || key === 'name' || key === 'code' || key === 'section' || key === 'item' || key === 'class' ? null : key
}

/** The figure of one cell, or the nothing in it; null when it holds other text. */
function amountOf(table: Table, cell: Cell, column: BudgetColumn, found: UnitFound | null): AmountCell | null {
  const inCell = /^([\d,.，．０-９△()-]+)((?:万|亿|千)?元)$/.exec(plain(cell.text))
  const text = inCell?.[1] ?? cell.text
  const state = stateOf(text)
  const unit = inCell?.[2] ?? found?.unit
  if (state === null || unit === undefined) return null
  return {
    table: table.id,
    row: cell.row,
    column: column.index,
    cell,
    state,
    money: state === 'value' || state === 'zero' ? moneyOf(text, unit) : null,
    unit,
    unitSource: inCell ? 'cell' : (found?.source ?? 'document'),
  }
}

interface Codes {
  readonly code: string | null
  readonly unitCode: string | null
}

/** Put the code of a row together: 类 款 项 in three columns, or one column; what fits no list of subjects is a unit's code. */
function codesOf(all: readonly (readonly [BudgetColumn, string])[]): Codes {
  // 部门经济 and 政府经济 stand side by side in some tables, each with its codes: the first block with a code counts.
  const blocks = new Map<number, (readonly [BudgetColumn, string])[]>()
  for (const [column, text] of all) {
    const start = [...blocks.keys()].findLast(key => (blocks.get(key)?.at(-1)?.[0].index ?? -2) === column.index - 1)
    if (start === undefined) blocks.set(column.index, [[column, text]])
    else blocks.get(start)?.push([column, text])
  }
  const found = [...blocks.values()].map(codesOfBlock)
  return {
    code: found.find(codes => codes.code !== null)?.code ?? null,
    unitCode: found.find(codes => codes.unitCode !== null)?.unitCode ?? null,
  }
}

function codesOfBlock(cells: readonly (readonly [BudgetColumn, string])[]): Codes {
  const digits = cells.filter(([, text]) => /^\d{2,9}$/.test(text))
  const pieces = digits.filter(
    ([column]) => column.role === 'code' && (column.key === 'class' || column.key === 'section' || column.key === 'item'),
  )
  const joined = pieces.map(([, text]) => text).join('')
  const first = pieces[0]?.[1] ?? ''
  const whole = digits.find(
    ([column, text]) => column.role === 'code' && !pieces.some(([piece]) => piece === column) && codeKindOf(text),
  )?.[1]
  const code = codeKindOf(joined) ? joined : codeKindOf(first) && first.length > 3 ? first : (whole ?? null)
  const unit = digits.find(([column, text]) => {
    if (column.role === 'unit-code') return text !== code && !(codeKindOf(text) === 'economic' && code !== null)
    return column.role === 'code' && code === null && codeKindOf(text) === null && text.length >= 3
  })
  return { code, unitCode: unit?.[1] ?? null }
}

/** One row of one list. */
function rowOf(
  table: Table,
  row: number,
  columns: readonly BudgetColumn[],
  lookup: Lookup,
  units: ReadonlyMap<BudgetColumn, UnitFound | null>,
): PrintedRow {
  const list = columns[0]?.list ?? 0
  const at = (column: BudgetColumn): Cell | undefined => lookup(row, column.index)
  const nameCell = columns
    .filter(column => column.role === 'name')
    .map(at)
    .find(cell => cell !== undefined && cell.text !== '')
  const codeCells = columns
    .filter(column => column.role === 'code' || column.role === 'unit-code')
    .flatMap(column => (lookup(row, column.index)?.columnSpan === 1 ? [[column, plain(at(column)?.text ?? '')] as const] : []))
  const labelCell =
    nameCell ??
    columns
      .filter(column => column.role !== 'amount')
      .map(at)
      .find(cell => cell !== undefined && cell.text !== '' && !/^\d+$/.test(plain(cell.text)))
  // 公用经费合计 drawn over a whole list and the labels of the next one belongs to the next one.
  const first = columns.find(column => column.role === 'amount')
  const over =
    labelCell !== undefined &&
    first !== undefined &&
    labelCell.column + labelCell.columnSpan > first.index &&
    labelCell.column <= first.index
  const label = over ? '' : plain(labelCell?.text ?? '')
  const { enumeration, memo, name: bare } = labelOf(label)
  const inLabel = codeInLabel(bare)
  const codes = codesOf(codeCells)
  const labelCode = inLabel && codeKindOf(inLabel.code) ? inLabel.code : null
  const code = codes.code ?? labelCode
  const name = inLabel ? inLabel.name : bare
  const amounts = new Map<number, AmountCell>()
  for (const column of columns) {
    if (column.role !== 'amount') continue
    const cell = at(column)
    if (cell === undefined || cell.row !== row || cell.column !== column.index) continue
    const amount = amountOf(table, cell, column, units.get(column) ?? null)
    if (amount) amounts.set(column.index, amount)
  }
  return {
    row,
    list,
    label,
    name,
    level: enumeration?.level ?? null,
    memo,
    key: code === null ? lineKey(name) : null,
    code,
    codeKind: code === null ? null : codeKindOf(code),
    unitCode: codes.unitCode ?? (inLabel && labelCode === null ? inLabel.code : null),
    textLeft: labelCell?.textLeft ?? null,
    amounts,
  }
}

/** A row that only numbers the columns, `栏次 1 2 3`: its figures are 1, 2, 3 … without decimals. */
function numbersColumns(row: PrintedRow): boolean {
  const values = [...row.amounts.values()].flatMap(amount => (amount.money ? [amount.money.value] : []))
  const first = Number.parseInt(values[0] ?? '', 10)
  const marked = /^(?:[*＊]+|栏次|行次|序号)$/.test(row.label)
  const bare = row.code === null && row.key === null && (marked || (row.label === '' && values.length > 2))
  return bare && values.length > 0 && first <= 2 && values.every((value, at) => value === `${first + at}`)
}

/** The body rows of every list of a table, list by list, each from top to bottom. */
export function printedRows(table: Table, columns: readonly BudgetColumn[], found: UnitFound | null): PrintedRow[] {
  const lookup = lookupOf(table)
  const lists = [...new Set(columns.map(column => column.list))]
  const bodyRows = Array.from({ length: Math.max(0, table.rowCount - table.headerRows) }, (_, at) => table.headerRows + at)
  return lists.flatMap(list => {
    const members = columns.filter(column => column.list === list)
    const units = new Map(members.map(column => [column, unitOfColumn(column.path, found)]))
    return bodyRows.map(row => rowOf(table, row, members, lookup, units)).filter(row => !numbersColumns(row))
  })
}

import type { Cell, Table } from '../table/table.ts'
import { moneyOf, stateOf } from './amount.ts'
import type { AmountCell } from './amount-cell.ts'
import type { FormAmount, UnitNamed } from './dataset.ts'
import { labelOf, plain } from './label.ts'
import { type Lookup, lookupOf } from './rows.ts'
import { unitIn } from './unit.ts'
import { NO_MONEY_COLUMN } from './words.ts'

/** Labels of money in forms of performance goals. */
const MONEY_LABEL = /资金|拨款|预算|支出|收入|金额|补助区县|结转/

const nameOfLabel = (text: string): string =>
  labelOf(text)
    .name.replace(/\((?:千|万|亿)?元\)$/, '')
    .replace(/:$/, '')

/** Heads over several figures of one row: the money, and how much of it was spent … */
const MONEY_HEAD = /预算数|执行数|金额|资金/
/** … and those that a figure beside its label has too. */
const PLAN_OR_SPENT = /^(?:年初|全年|本年|年度|调整后?)?(?:预算|执行|支出|决算)数(?:\([A-Z]\))?(?:\([千万亿]?元\))?$/

const isFigure = ({ text }: Cell): boolean => stateOf(text) !== null

/** The first cell that is no figure on the way from a place; undefined where there is none. */
function textFrom(next: (cell: Cell) => Cell | undefined, from: Cell): Cell | undefined {
  const cell = next(from)
  return cell !== undefined && isFigure(cell) ? textFrom(next, cell) : cell
}

/** Labels of a figure: that of its row and a head that tells plan from spending, else the text beside it, else the one above it, else the label of its row and the head of its column together. */
function labelsOfFigure(cell: Cell, lookup: Lookup): readonly Cell[] {
  const beside = (one: Cell) => (one.column === 0 ? undefined : lookup(one.row, one.column - 1))
  const over = (one: Cell) => (one.row === 0 ? undefined : lookup(one.row - 1, one.column))
  const [left, above] = [beside(cell), over(cell)]
  const isLabel = (other: Cell | undefined): other is Cell =>
    other !== undefined && !isFigure(other) && MONEY_LABEL.test(plain(other.text)) && !NO_MONEY_COLUMN.test(plain(other.text))
  const [row, head] = [textFrom(beside, cell), textFrom(over, cell)]
  if (head !== undefined && isLabel(row) && PLAN_OR_SPENT.test(plain(head.text))) return [row, head]
  // A label that stands beside several rows names the block; the label of the figure is then above it.
  if (isLabel(left) && !(left.rowSpan > 1 && isLabel(above) && above.row >= left.row)) return [left]
  if (isLabel(above)) return [above]
  const isHead = head !== undefined && MONEY_HEAD.test(plain(head.text)) && !NO_MONEY_COLUMN.test(plain(head.text))
  return isHead && isLabel(row) ? [row, head] : []
}

/** Figures of money in a form: 资金总额, 财政拨款, 当年预算 … */
export function formAmounts(table: Table, found: UnitNamed | null): FormAmount[] {
  if (table.headerRows > 0) return []
  const lookup = lookupOf(table)
  return table.cells.flatMap(cell => {
    const state = stateOf(cell.text)
    const [label, column] = state === 'value' || state === 'zero' ? labelsOfFigure(cell, lookup) : []
    if (!label) return []
    const head = lookup(cell.row, 0)
    const ofLabel = unitIn(label.text) ?? (head ? unitIn(head.text) : null)
    const unit = ofLabel ?? found?.unit ?? null
    const money = unit === null ? null : moneyOf(cell.text, unit)
    if (unit === null || money === null) return []
    const amount: AmountCell = {
      table: table.id,
      row: cell.row,
      column: cell.column,
      cell,
      state: state ?? 'value',
      money,
      unit,
      unitSource: ofLabel === null ? (found?.where ?? 'document') : 'row',
    }
    return [{ label: nameOfLabel(label.text), head: column ? nameOfLabel(column.text) : null, amount }]
  })
}

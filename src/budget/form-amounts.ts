import type { Cell, Table } from '../table/table.ts'
import { moneyOf, stateOf } from './amount.ts'
import type { AmountCell } from './amount-cell.ts'
import type { FormAmount, UnitNamed } from './dataset.ts'
import { labelOf, plain } from './label.ts'
import { lookupOf } from './rows.ts'
import { unitIn } from './unit.ts'

/** Labels of money in forms of performance goals. */
const MONEY_LABEL = /资金|拨款|预算|支出|收入|金额|补助区县|结转/

/** Label of a figure: the text beside it, else the one above it. */
function labelCell(cells: readonly Cell[], cell: Cell, lookup: ReturnType<typeof lookupOf>): Cell | undefined {
  const left = cell.column === 0 ? undefined : lookup(cell.row, cell.column - 1)
  const above = cell.row === 0 ? undefined : lookup(cell.row - 1, cell.column)
  const isLabel = (other: Cell | undefined): other is Cell =>
    other !== undefined && stateOf(other.text) === null && MONEY_LABEL.test(plain(other.text))
  // A label that stands beside several rows names the block; the label of the figure is then above it.
  if (isLabel(left) && !(left.rowSpan > 1 && isLabel(above) && above.row >= left.row)) return left
  return isLabel(above) && cells.includes(above) ? above : undefined
}

/** Figures of money in a form: 资金总额, 财政拨款, 当年预算 … */
export function formAmounts(table: Table, found: UnitNamed | null): FormAmount[] {
  if (table.headerRows > 0) return []
  const lookup = lookupOf(table)
  return table.cells.flatMap(cell => {
    const state = stateOf(cell.text)
    const label = state === 'value' || state === 'zero' ? labelCell(table.cells, cell, lookup) : undefined
    if (!label || !MONEY_LABEL.test(plain(label.text))) return []
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
    return [
      {
        label: labelOf(label.text)
          .name.replace(/\((?:千|万|亿)?元\)$/, '')
          .replace(/:$/, ''),
        amount,
      },
    ]
  })
}

import { SANGONG_WORDS } from '../../../budget/columns/money-words.ts'
import type { BudgetTable } from '../../../budget/dataset.ts'
import { labelOf } from '../../../budget/label.ts'
import type { AmountCell } from '../../../budget/money/amount.ts'
import type { PrintedSangong, SangongPart } from '../../../budget/sangong/sangong.ts'
import type { Check } from '../../check.ts'
import { cellTerm, compare, isTrivial, unproven } from '../compare.ts'
import { LEFT_BLANK } from '../said/facts.ts'

/** What 三公 and the cost of vehicles are made of, by the meaning of their words. */
const SUMS: readonly (readonly [whole: SangongPart, parts: readonly SangongPart[]])[] = [
  ['total', ['abroad', 'vehicles', 'reception']],
  ['vehicles', ['purchase', 'running']],
]

/** Whether a part has a line of its own in which nothing is printed: it is nothing then where another part is told, and not left out. */
const isBlank = ({ lines }: BudgetTable, part: SangongPart, column: number): boolean =>
  lines.some(
    line =>
      (line.amounts.get(column)?.money ?? null) === null &&
      SANGONG_WORDS.find(([, pattern]) => pattern.test(labelOf(line.label).name))?.[0] === part,
  )

function tried(identity: string, table: BudgetTable, { parts }: PrintedSangong): Check[] {
  return SUMS.flatMap(([name, names]) => {
    const whole = parts[name]
    if (whole === undefined) return []
    const found: readonly AmountCell[] = names.flatMap(part => parts[part] ?? [])
    const absent = names.filter(part => parts[part] === undefined)
    const isDown = found.length > 0 && found.every(({ row, column }) => column === whole.column && row !== whole.row)
    if (!isDown || absent.some(part => !isBlank(table, part, whole.column))) return []
    const check = compare(
      { identity, instance: `${table.table.id} column ${whole.column} ${name}` },
      { label: labelAt(table, whole), terms: [cellTerm(whole)] },
      { label: found.map(part => labelAt(table, part)).join('+'), terms: found.map(part => cellTerm(part)) },
      'sum',
    )
    const isOpen = absent.length > 0 && found.every(({ money }) => money?.fen === 0n)
    return isTrivial(check) ? [] : [isOpen ? unproven(check, LEFT_BLANK) : check]
  })
}

const labelAt = ({ lines }: BudgetTable, { row, column }: AmountCell): string =>
  lines.find(line => line.row === row && line.amounts.has(column))?.label ?? ''

/** 三公 of a table that prints its items one below the other: the total of its three items, vehicles of purchase and running. */
export const sangongSums = (identity: string, table: BudgetTable): Check[] =>
  table.sangong.flatMap(printed => tried(identity, table, printed))

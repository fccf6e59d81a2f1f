import type { BudgetColumn, BudgetTable, Line } from '../../budget/dataset.ts'
import type { Check } from '../check.ts'
import { nearTo, type Partition, promised, proposed, unknownGroups } from './columns.ts'
import { cellTerm, compare, isTrivial, notEvaluable } from './compare.ts'
import { ifMostHold } from './most.ts'

/** Whether a sum that fails leaves out columns of unknown words that hold money: what they are part of is not known. */
function isOpen(check: Check, lines: ReadonlyMap<number, Line>, columns: readonly BudgetColumn[]): boolean {
  if (check.outcome !== 'broken') return false
  const used = new Set([...check.left.terms, ...check.right.terms].map(({ place }) => place?.column))
  const row = lines.get(check.left.terms[0]?.place?.row ?? -1)
  return columns.some(
    ({ role, key, index }) =>
      role === 'amount' && key === null && !used.has(index) && (row?.amounts.get(index)?.money?.fen ?? 0n) !== 0n,
  )
}

function tried(identity: string, table: BudgetTable, line: Line, partition: Partition): Check | null {
  const whole = line.amounts.get(partition.whole.index)
  const parts = partition.parts.flatMap(part => line.amounts.get(part.index) ?? [])
  if (!whole || parts.length < partition.parts.length) return null
  return compare(
    { identity, instance: `${table.table.id} row ${line.row} ${line.label}` },
    { label: partition.whole.path.join('>'), terms: [cellTerm(whole)] },
    { label: partition.parts.map(part => part.path.at(-1) ?? '').join('+'), terms: parts.map(part => cellTerm(part)) },
    'sum',
  )
}

/** Fewer rows cannot show that columns add up which the header does not promise to. */
const MANY_ROWS = 3

const failing = (checks: readonly Check[]): number => checks.filter(({ outcome }) => outcome === 'broken').length

/** Whether a sum that the header does not promise holds in so many rows, with two parts that are not nothing, that it is one. */
const isProven = (checks: readonly Check[]): boolean =>
  checks.filter(({ outcome, right }) => outcome !== 'broken' && right.terms.filter(({ fen }) => fen !== 0n).length > 1)
    .length >= MANY_ROWS

/** Checks of one sum in every row of a list. */
type Rows = (partition: Partition) => readonly Check[]

/** Checks of the sum that fails in the fewest rows: the header promises which columns are parts of which, enough rows decide. */
function decidedByRows(partition: Partition, columns: readonly BudgetColumn[], of: Rows): readonly Check[] {
  const first = of(partition)
  if (failing(first) === 0) return first
  const others = nearTo(partition, columns)
    .map(of)
    .filter(found => found.length - failing(found) >= MANY_ROWS)
  return others.reduce((best, other) => (failing(other) < failing(best) ? other : best), first)
}

/**
 * Try the sums inside rows: those the header promises, and those that the rows prove. When most rows of a table break one,
 * its columns do not add up at all: it says nothing.
 */
export function rowSums(identity: string, table: BudgetTable): Check[] {
  return [...new Set(table.columns.map(({ list }) => list))].flatMap(list => {
    const lines = table.lines.filter(line => line.list === list && line.role !== 'text' && line.role !== 'blank')
    const columns = table.columns.filter(column => column.list === list)
    const of: Rows = partition =>
      lines.flatMap(line => tried(identity, table, line, partition) ?? []).filter(check => !isTrivial(check))
    const sums = [
      ...promised(columns).map(partition => decidedByRows(partition, columns, of)),
      ...unknownGroups(columns)
        .map(of)
        .filter(checks => checks.length >= MANY_ROWS),
      ...proposed(columns).map(of).filter(isProven),
    ]
    const byRow = new Map(lines.map(line => [line.row, line]))
    const known = (check: Check): Check =>
      isOpen(check, byRow, columns) ? notEvaluable(check, 'columns whose words are not known') : check
    return sums.flatMap(checks => ifMostHold(checks.map(known), 'columns do not add up in most rows'))
  })
}

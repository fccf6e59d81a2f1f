import type { BudgetColumn, BudgetTable, Line } from '../../../budget/dataset.ts'
import { plain } from '../../../budget/label.ts'
import { BARE_SUM, toldApart } from '../../../budget/words.ts'
import type { Check, Term } from '../../check.ts'
import { agreedDigits } from '../../judged/kin.ts'
import { cellTerm, compare, ifMostHold, isTrivial, notEvaluable } from '../compare.ts'
import { figured } from './column-tree.ts'
import { MANY_ROWS, nearTo, type Partition, promised, proposed, unknownGroups } from './columns.ts'

/** Whether a sum that fails leaves out columns of unknown words that hold money and are parts of no other sum: what they are part of is not known. */
function isOpen(check: Check, lines: ReadonlyMap<number, Line>, columns: readonly BudgetColumn[]): boolean {
  if (check.outcome !== 'broken') return false
  const used = new Set(columnsOfSum(check))
  const row = lines.get(check.left.terms[0]?.place?.row ?? -1)
  return columns.some(
    ({ role, key, index }) =>
      role === 'amount' && key === null && !used.has(index) && (row?.amounts.get(index)?.money?.fen ?? 0n) !== 0n,
  )
}

/** What a column is called in a sum: its lowest head, or of 小计 the one of which it is the sum. */
const nameOf = (heads: readonly string[]): string => heads.findLast((head, at) => at === 0 || !BARE_SUM.test(plain(head))) ?? ''

/** How a sum of columns is tried in a row; null where a figure is missing. So many sums are tried in all rows that what they share is made once. */
function trying(identity: string, table: BudgetTable, { whole, parts, less = [] }: Partition): (line: Line) => Check | null {
  const names = toldApart([...parts, ...less]).map(nameOf)
  const left = whole.path.join('>')
  const right = [names.slice(0, parts.length), names.slice(parts.length)].flatMap(some => some.join('+') || []).join('-')
  const signed = [...parts.map(({ index }) => [index, 1n] as const), ...less.map(({ index }) => [index, -1n] as const)]
  return line => {
    const sum = line.amounts.get(whole.index)
    if (!sum) return null
    const terms: Term[] = []
    for (const [index, sign] of signed) {
      const amount = line.amounts.get(index)
      if (!amount) return null
      terms.push(cellTerm(amount, sign))
    }
    return compare(
      { identity, instance: `${table.table.id} row ${line.row} ${line.label}` },
      { label: left, terms: [cellTerm(sum)] },
      { label: right, terms },
      'sum',
    )
  }
}

const failing = (checks: readonly Check[]): number => checks.filter(({ outcome }) => outcome === 'broken').length

/** Whether a sum that the header does not promise holds in so many rows, with two parts that are not nothing, that it is one. */
const isProven = (checks: readonly Check[]): boolean =>
  checks.filter(({ outcome, right }) => outcome !== 'broken' && right.terms.filter(({ fen }) => fen !== 0n).length > 1)
    .length >= MANY_ROWS

/** Digits that have to agree in all rows together before figures alone show a sum: many columns are tried with many others. */
const SHOWING_DIGITS = 12
/** A misprint shows in its row and in totals above; a sum that fails in more rows only held where other columns are nothing (合计＝人员＋公用 without projects). */
const MOST_FAILING = 3
/** Rows with different figures in which it holds for each that fails. */
const HOLDING = 3

/** Whether rows with different figures, and digits enough, show a sum of columns that no head speaks of. */
function isShown(checks: readonly Check[]): boolean {
  const held = checks.filter(({ outcome }) => outcome === 'holds')
  const different = [...new Map(held.map(check => [check.left.terms[0]?.fen, check])).values()]
  const failed = failing(checks)
  if (failed > MOST_FAILING || different.length < HOLDING * failed) return false
  return isProven(different) && different.reduce((sum, check) => sum + agreedDigits(check), 0) >= SHOWING_DIGITS
}

/** Checks of one sum in every row of a list; none where it fails in more rows than it may, as most show within a few. */
type Rows = (partition: Partition, mayFail?: number) => readonly Check[]

/** Checks of the sum that fails in the fewest rows: the header promises which columns are parts of which, enough rows decide. */
function decidedByRows(partition: Partition, columns: readonly BudgetColumn[], of: Rows): readonly Check[] {
  const first = of(partition)
  if (failing(first) === 0) return first
  return nearTo(partition, columns).reduce((best, other) => {
    const [least, found] = [failing(best), of(other, failing(best))]
    return failing(found) < least && found.length - failing(found) >= MANY_ROWS ? found : best
  }, first)
}

/** The columns of a sum: its whole and its parts. */
const columnsOfSum = ({ left, right }: Check): number[] =>
  [...left.terms, ...right.terms].map(({ place }) => place?.column ?? -1)

/** Whether sums that are known already go through all columns of another, say of what its whole is made up, or share two columns with it and fail less. */
function isSaid({ whole, parts, less = [] }: Partition, failed: number, known: readonly (readonly Check[])[]): boolean {
  const own = [whole, ...parts, ...less].map(({ index }) => index)
  return known.some(checks => {
    const [first] = checks.filter(({ outcome }) => outcome !== 'not-evaluable')
    if (first === undefined) return false
    const columns = columnsOfSum(first)
    const shared = own.filter(column => columns.includes(column)).length
    const isOfWhole = columns[0] === whole.index && shared > 1
    return shared === own.length || isOfWhole || (shared > 1 && failing(checks) < failed)
  })
}

/** Sums that the figures of many rows show, those that fail least before others of the same columns. */
function shownBeside(said: readonly Check[], partitions: readonly Partition[], of: Rows): Check[] {
  const known = [...Map.groupBy(said, check => columnsOfSum(check).join()).values()]
  const found = partitions
    .map(partition => ({ partition, checks: of(partition, MOST_FAILING) }))
    .filter(({ checks }) => isShown(checks))
    .sort((a, b) => failing(a.checks) - failing(b.checks))
  const shown: (readonly Check[])[] = []
  for (const { partition, checks } of found) if (!isSaid(partition, failing(checks), [...known, ...shown])) shown.push(checks)
  return shown.flat()
}

/**
 * Try the sums inside rows: those the header promises, and those that the rows prove. When most rows of a table break one,
 * its columns do not add up at all: it says nothing.
 */
export function rowSums(identity: string, table: BudgetTable): Check[] {
  return [...new Set(table.columns.map(({ list }) => list))].flatMap(list => {
    const lines = table.lines.filter(line => line.list === list && line.role !== 'text' && line.role !== 'blank')
    const columns = table.columns.filter(column => column.list === list)
    const of: Rows = (partition, mayFail = lines.length) => {
      const checks: Check[] = []
      const tried = trying(identity, table, partition)
      let failed = 0
      for (const line of lines) {
        const check = tried(line)
        if (check === null || isTrivial(check)) continue
        if (check.outcome === 'broken' && ++failed > mayFail) return []
        checks.push(check)
      }
      return checks
    }
    const sums = [
      ...promised(columns).map(partition => decidedByRows(partition, columns, of)),
      ...unknownGroups(columns)
        .map(group => of(group))
        .filter(checks => checks.length >= MANY_ROWS),
      ...proposed(columns)
        .map(partition => of(partition))
        .filter(isProven),
    ]
    const byRow = new Map(lines.map(line => [line.row, line]))
    const saidBut = (unplaced: readonly BudgetColumn[]): Check[] => {
      const known = (check: Check): Check =>
        isOpen(check, byRow, unplaced) ? notEvaluable(check, 'columns whose words are not known') : check
      return sums.flatMap(checks => ifMostHold(checks.map(known), 'columns do not add up in most rows'))
    }
    const said = saidBut(columns)
    const shown = shownBeside(said, figured(columns, lines), of)
    if (shown.length === 0) return said
    const parts = new Set(shown.flatMap(check => columnsOfSum(check).slice(1)))
    return [...saidBut(columns.filter(({ index }) => !parts.has(index))), ...shown]
  })
}

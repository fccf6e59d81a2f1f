import type { BudgetTable, Line } from '../../budget/dataset.ts'
import type { AmountCell } from '../../budget/money/amount.ts'
import { runsOf } from '../../geometry.ts'
import { columnOf } from '../relations/select.ts'
import { digitsOf, ENOUGH_DIGITS } from './kin.ts'

/** Rows of a table that stand one below the other and print what another table prints for the rows so many further down; further up where it is less than 0. */
interface Run {
  readonly by: number
  readonly lines: readonly Line[]
  /** Whether behind the last row of the table they go on with what belongs to the first. */
  readonly beginsAnew: boolean
}

/** A row of a table that is out of step, with what another table prints for its code, column by column, and the row whose figures it prints; null where that is not known. */
export interface ShiftedRow {
  readonly line: Line
  readonly cells: readonly AmountCell[]
  readonly should: readonly AmountCell[]
  readonly prints: Line | null
}

/** The amounts of a table that slipped against the names of its rows, as another table of the same money shows. */
export interface Shift {
  readonly own: BudgetTable
  readonly other: BudgetTable
  readonly runs: readonly Run[]
  /** All rows from the first that slipped to the last, but those that are confirmed. */
  readonly rows: readonly ShiftedRow[]
}

/** Columns of two tables that hold the same, by their keys. */
export type Shared = readonly (readonly [own: string, other: string])[]

/** A row with its figures in the columns that both tables have. */
interface Row {
  readonly line: Line
  /** Its code, or that it is the total; null for any other row. */
  readonly name: string | null
  readonly cells: readonly AmountCell[]
}

/** Different rows that print what belongs to others: two may be exchanged, or one be copied … */
const SEVERAL = 3
/** … and a row beside them says that of itself with a figure that stands nowhere by chance, of so many digits. */
export const SURPRISING_DIGITS = 3

const TOTAL = 'total'

const nameOf = ({ code, role }: Line): string | null =>
  role === 'project' ? null : (code ?? (role === 'total' ? TOTAL : null))

/** The rows with amounts in some columns; none where the table lacks one of them or has lists side by side. */
function rowsOf(table: BudgetTable, keys: readonly string[]): readonly Row[] {
  const columns = keys.map(key => columnOf(table, 0, key)?.index)
  if (columns.includes(undefined) || table.sides.length > 1) return []
  return table.lines.flatMap(line => {
    const cells = columns.flatMap(column => line.amounts.get(column ?? -1) ?? [])
    return cells.length === columns.length ? [{ line, name: nameOf(line), cells }] : []
  })
}

const fenOf = ({ money }: AmountCell): bigint => money?.fen ?? 0n

/** What a row prints, whatever it is called. */
const figuresIn = ({ cells }: Row): string => cells.map(fenOf).join(' ')

const isSame = (one: Row, other: Row | undefined): boolean => other !== undefined && figuresIn(one) === figuresIn(other)

const isFilled = ({ cells }: Row): boolean => cells.some(cell => fenOf(cell) !== 0n)

/** Digits of the longest figure of a row: what its other columns print follows from it in most rows. */
const digitsIn = ({ cells }: Row): number =>
  Math.max(...cells.map(cell => digitsOf({ fen: fenOf(cell), step: cell.money?.step ?? 0n })))

/** Rows of a table beside what another prints under their names. */
interface Beside {
  readonly rows: readonly Row[]
  readonly named: ReadonlyMap<string, Row>
}

/** What the other table prints for a row; undefined where it has no such row, or several. */
const shouldOf = ({ named }: Beside, { name }: Row): Row | undefined => (name === null ? undefined : named.get(name))

const isConfirmed = (row: Row, beside: Beside): boolean => isFilled(row) && isSame(row, shouldOf(beside, row))

/** Rows by their names, those of one name left out. */
const byName = (rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(
    [...Map.groupBy(rows, ({ name }) => name)].flatMap(([name, [row, ...more]]) =>
      name !== null && row && more.length === 0 ? [[name, row] as const] : [],
    ),
  )

/** Rows that print what belongs so many rows below, by their places from the first to the last. */
interface Found {
  readonly by: number
  readonly shown: readonly number[]
  readonly digits: number
}

/** A row that prints what belongs so many rows below it, by its place; it may be what belongs to itself as well. */
interface Match {
  readonly at: number
  readonly by: number
  readonly isConfirmed: boolean
}

/** The rows that print what belongs to some row, by how far below it stands (behind the last the list begins anew), parted where a row prints nothing but its own. */
function groupsOf(beside: Beside): (readonly Match[])[] {
  const { rows } = beside
  const places = Map.groupBy(rows.keys(), at => {
    const should = shouldOf(beside, rows[at] as Row)
    return should ? figuresIn(should) : null
  })
  const confirmed = rows.map(row => isConfirmed(row, beside))
  if (confirmed.filter(isSo => !isSo).length < SEVERAL) return []
  const matches = rows.flatMap((row, at) =>
    (isFilled(row) ? (places.get(figuresIn(row)) ?? []) : []).map(to => ({
      ...{ at, by: (to - at + rows.length) % rows.length },
      isConfirmed: confirmed[at] === true,
    })),
  )
  const isNext = (match: Match, last: Match): boolean => !confirmed.slice(last.at + 1, match.at).includes(true)
  const groups = [...Map.groupBy(matches, ({ by }) => by).values()].filter(([match]) => match && match.by > 0)
  return groups.flatMap(same => runsOf(same, isNext)).map(run => run.filter(match => !match.isConfirmed))
}

/** A group of rows as a run, when its figures are so many that they do not stand there by chance. */
function runOf(matches: readonly Match[], { rows }: Beside): Found[] {
  const [by, shown] = [matches[0]?.by ?? 0, matches.map(({ at }) => at)]
  const different = new Map(shown.map(at => [figuresIn(rows[at] as Row), digitsIn(rows[at] as Row)]))
  const digits = [...different.values()].reduce((sum, own) => sum + own, 0)
  // Any row could begin a run, and any other be the one whose figures it prints.
  const chance = 2 * Math.log10(rows.length)
  if (different.size < SEVERAL || digits - chance < ENOUGH_DIGITS) return []
  return [{ by: 2 * by > rows.length ? by - rows.length : by, shown, digits }]
}

const endsOf = ({ shown }: Found): readonly [number, number] => [shown[0] ?? 0, shown.at(-1) ?? 0]

/** The runs of a table that say most, none within another. */
function foundIn(beside: Beside): readonly Found[] {
  const found = groupsOf(beside).flatMap(group => runOf(group, beside))
  const kept: Found[] = []
  for (const run of found.sort((a, b) => b.digits - a.digits)) {
    const [from, to] = endsOf(run)
    if (kept.every(other => to < endsOf(other)[0] || from > endsOf(other)[1])) kept.push(run)
  }
  return kept.sort((a, b) => endsOf(a)[0] - endsOf(b)[0])
}

/** Whether one of two rows may be a part of the other: a whole prints what its only part does. */
const areNested = ({ name: one }: Row, { name: other }: Row): boolean =>
  one !== null && other !== null && (one.startsWith(other) || other.startsWith(one))

/** Whether a row beside a run slipped with it: it prints nothing where something belongs, or what the other table prints elsewhere. */
function isStray(row: Row | undefined, beside: Beside): boolean {
  if (row === undefined || isSame(row, shouldOf(beside, row))) return false
  if (!isFilled(row)) return shouldOf(beside, row) !== undefined
  return (
    digitsIn(row) >= SURPRISING_DIGITS && [...beside.named.values()].some(other => isSame(row, other) && !areNested(row, other))
  )
}

/** The rows of two tables in the columns that both have. */
function besideOf(own: BudgetTable, other: BudgetTable, shared: Shared): Beside {
  const columns = shared.filter(([one, another]) => columnOf(own, 0, one) !== null && columnOf(other, 0, another) !== null)
  const rowsIn = (table: BudgetTable, side: 0 | 1): readonly Row[] =>
    columns.length === 0
      ? []
      : rowsOf(
          table,
          columns.map(keys => keys[side]),
        )
  return { rows: rowsIn(own, 0), named: byName(rowsIn(other, 1)) }
}

/** The rows of a table whose amounts slipped, as another table shows; null where none did. */
export function shiftBetween(own: BudgetTable, other: BudgetTable, shared: Shared): Shift | null {
  const beside = besideOf(own, other, shared)
  const { rows } = beside
  const found = foundIn(beside)
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined) return null
  let [from, to] = [endsOf(first)[0], endsOf(last)[1]]
  while (isStray(rows[from - 1], beside)) from -= 1
  while (isStray(rows[to + 1], beside)) to += 1
  const lineAt = (at: number): Line => (rows[(at + rows.length) % rows.length] as Row).line
  const shifted = rows.slice(from, to + 1).flatMap((row, index): ShiftedRow[] => {
    const run = found.find(({ shown }) => shown.includes(from + index))
    const prints = run === undefined ? null : lineAt(from + index + run.by)
    const { line, cells } = row
    return isConfirmed(row, beside) ? [] : [{ line, cells, should: shouldOf(beside, row)?.cells ?? [], prints }]
  })
  const isInside = (at: number): boolean => at >= 0 && at < rows.length
  const runs = found.map(({ by, shown }) => ({
    ...{ by, lines: shown.map(lineAt) },
    beginsAnew: !shown.every(at => isInside(at + by)),
  }))
  return { own, other, runs, rows: shifted }
}

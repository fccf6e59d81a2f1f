import type { Dataset } from '../../src/budget/dataset.ts'
import { indicatorsOf } from '../../src/budget/goals/indicators.ts'
import type { AmountCell } from '../../src/budget/money/amount.ts'
import { readTable } from '../../src/budget/read-table.ts'
import type { Check } from '../../src/check/check.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { printedFigures } from '../../src/check/guarded.ts'
import type { Table } from '../../src/table/table.ts'
import { otherDigit, random } from './random.ts'

const changedTable = (table: Table, { row, column }: AmountCell, text: string): Table => ({
  ...table,
  cells: table.cells.map(cell => (cell.row === row && cell.column === column ? { ...cell, text, lines: [text] } : cell)),
})

/** The document with one cell read otherwise. */
export function changed(dataset: Dataset, amount: AmountCell, text: string): Dataset {
  const tables = dataset.tables.map(other =>
    other.table.id === amount.table
      ? readTable(changedTable(other.table, amount, text), null, { unit: other.unitReading })
      : other,
  )
  return { ...dataset, tables, indicators: tables.flatMap(table => indicatorsOf(table)) }
}

const touches = (check: Check, { table, row, column }: AmountCell): boolean =>
  [...check.left.terms, ...check.right.terms].some(
    ({ place }) => place?.table === table && place.row === row && place.column === column,
  )

const nameOf = (check: Check): string => `${check.identity} ${check.instance} ${check.outcome} ${check.difference}`

/** How a document came out. */
export interface Score {
  readonly document: string
  readonly figures: number
  /** A finding of any kind touches the changed cell, and only those that are no rounding. */
  readonly found: number
  readonly broken: number
  readonly missed: Readonly<Record<string, number>>
}

/** Change one digit of every `stride`-th amount, one at a time, and see what finds it. */
export function scoreOf(document: string, dataset: Dataset, seed: number, stride = 1): Score {
  const next = random(seed)
  const before = new Set(checkDataset(dataset).checks.map(nameOf))
  const figures = dataset.tables
    .flatMap(table => printedFigures(table).map(figure => ({ ...figure, kind: table.kind })))
    .filter((_, at) => at % stride === 0)
  const missed: Record<string, number> = {}
  let [found, broken] = [0, 0]
  for (const { amount, name, kind } of figures) {
    const text = otherDigit(amount.cell.text, next)
    const fresh = checkDataset(changed(dataset, amount, text)).checks.filter(
      check => touches(check, amount) && !before.has(nameOf(check)),
    )
    if (fresh.some(check => check.outcome === 'broken')) broken += 1
    if (fresh.some(check => check.outcome === 'broken' || check.outcome === 'rounding')) found += 1
    else missed[`${kind} ${name}`] = (missed[`${kind} ${name}`] ?? 0) + 1
  }
  return { document, figures: figures.length, found, broken, missed }
}

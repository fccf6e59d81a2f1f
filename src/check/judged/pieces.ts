import type { BudgetTable } from '../../budget/dataset.ts'
import { decimalOf } from '../../budget/money/amount.ts'
import { runsOf } from '../../geometry.ts'

/** The pages that a table stands on. */
export const pagesOf = (table: BudgetTable): readonly number[] => table.table.regions.map(({ page }) => page)

/** Whether one table stands on the pages of another or right before or behind them. */
function isBeside(one: BudgetTable, other: BudgetTable): boolean {
  const [ones, others] = [pagesOf(one), pagesOf(other)]
  return Math.min(...ones) <= Math.max(...others) + 1 && Math.max(...ones) >= Math.min(...others) - 1
}

const hasAmounts = ({ table }: BudgetTable): boolean =>
  table.cells.some(
    ({ row, text }) =>
      row >= table.headerRows && /[\d０-９](?:[.．][\d０-９]|[,，][\d０-９]{3})/.test(text) && decimalOf(text) !== null,
  )

const bodyRows = ({ table }: BudgetTable): number => table.rowCount - table.headerRows
const rowTotal = (chain: readonly BudgetTable[]): number => chain.reduce((sum, table) => sum + bodyRows(table), 0)

const headerOf = ({ table }: BudgetTable): string => table.columns.map(({ path }) => path.join('>')).join('|')
const hasSameHeader = (one: BudgetTable, other: BudgetTable): boolean =>
  one.table.headerRows > 0 && one.table.headerRows === other.table.headerRows && headerOf(one) === headerOf(other)

/** Whether a table may be further rows of another: of the same kind, of none under the same header, or without header and title of its own. */
function mayGoOnBelow(rest: BudgetTable, table: BudgetTable): boolean {
  if (rest.kind === null && hasSameHeader(rest, table)) return true
  const title = table.table.title
  const untitled = rest.table.title === null || (title !== null && rest.table.title.startsWith(title))
  return rest.kind === table.kind || (untitled && (rest.kind === null || rest.table.headerRows === 0))
}

/** Tables in the order of the document, each with what may be further rows of it. */
const chainsOf = (tables: readonly BudgetTable[]): BudgetTable[][] =>
  runsOf(
    tables,
    (table, last, chain) =>
      rowTotal(chain) !== bodyRows(table) && isBeside(table, last) && mayGoOnBelow(table, chain[0] ?? last),
  )

/** Tables beside which stands what may be the rest of their rows, or of their columns, pages that were not joined; ids. */
export interface Pieces {
  readonly rows: ReadonlySet<string>
  readonly columns: ReadonlySet<string>
}

/** Which tables may not be whole: what their rows, or their columns, add up to is not known. */
export function piecesOf(tables: readonly BudgetTable[]): Pieces {
  const filled = tables.filter(table => hasAmounts(table) && !table.kind?.includes('perf'))
  const goesOnBelow = (table: BudgetTable): boolean =>
    filled.some(other => other !== table && isBeside(other, table) && mayGoOnBelow(other, table))
  const chains = chainsOf(filled)
  const goesOnBeside = (chain: readonly BudgetTable[]): boolean =>
    chains.some(
      other =>
        other !== chain &&
        rowTotal(other) === rowTotal(chain) &&
        (other[0]?.kind === null || other[0]?.kind === chain[0]?.kind) &&
        other.some(rest => chain.some(table => isBeside(rest, table))),
    )
  const ids = (found: readonly BudgetTable[]): ReadonlySet<string> => new Set(found.map(({ table }) => table.id))
  return { rows: ids(filled.filter(goesOnBelow)), columns: ids(chains.filter(goesOnBeside).flat()) }
}

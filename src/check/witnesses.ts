import { moneyOf } from '../budget/amount.ts'
import type { BudgetTable, Dataset } from '../budget/dataset.ts'
import type { Witnesses } from './verdict.ts'

/** What the pages say about figures besides the arithmetic: figures outside all cells of a table, and tables that are empty. */
export function witnessesOf(dataset: Dataset): Witnesses {
  const tables = new Map<string, BudgetTable>(dataset.tables.map(table => [table.table.id, table]))
  const strays = new Map<string, ReadonlySet<bigint>>()
  for (const table of dataset.tables) {
    const pages = new Set(table.table.regions.map(region => region.page))
    strays.set(
      table.table.id,
      new Set(
        dataset.stray.filter(stray => pages.has(stray.page)).flatMap(stray => moneyOf(stray.text, table.unit ?? '')?.fen ?? []),
      ),
    )
  }
  return {
    stray: table => strays.get(table) ?? new Set(),
    isEmpty: id => {
      const table = tables.get(id)
      return (
        table !== undefined &&
        table.lines.length > 0 &&
        table.lines.every(line => [...line.amounts.values()].every(amount => amount.state !== 'value'))
      )
    },
  }
}

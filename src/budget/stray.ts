import type { PageText, Table } from '../table/table.ts'
import { figuresIn } from '../table/words.ts'
import type { StrayFigure } from './dataset.ts'

/**
 * Figures with decimals or grouping that are printed on the pages of tables more often than the cells there hold them: what
 * stands around the grids, and what a grid, or the table that was made of it, lost.
 */
export function strayFigures(text: readonly PageText[], tables: readonly Table[]): StrayFigure[] {
  const cells = Map.groupBy(
    tables.flatMap(table => table.cells),
    ({ page }) => page,
  )
  return text.flatMap(({ page, inCells, stray }) => {
    const held = new Map<string, number>()
    for (const cell of cells.get(page) ?? [])
      for (const figure of figuresIn(cell.text)) held.set(figure, (held.get(figure) ?? 0) + 1)
    const lost = inCells.filter(figure => {
      const left = held.get(figure) ?? 0
      held.set(figure, left - 1)
      return left <= 0
    })
    return [...stray, ...lost].map(figure => ({ page, text: figure }))
  })
}

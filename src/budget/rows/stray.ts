import type { PageText, Table } from '../../table/table.ts'
import { figuresIn, surplus } from '../../table/words.ts'
import type { StrayFigure } from '../dataset.ts'

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
    const held = (cells.get(page) ?? []).flatMap(cell => figuresIn(cell.text))
    return [...stray, ...surplus(inCells, held)].map(figure => ({ page, text: figure }))
  })
}

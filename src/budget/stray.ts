import { linesOf, lineText } from '../lines.ts'
import type { Page } from '../page/page.ts'
import type { Table } from '../table/table.ts'
import type { StrayFigure } from './dataset.ts'

const FIGURE = /\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+/g

const figuresIn = (text: string): string[] =>
  // Prose says its unit behind the figure; a figure that a table lost does not.
  [...text.normalize('NFKC').matchAll(FIGURE)].flatMap(match =>
    /^\s*(?:万|亿)?元|^\s*%/.test(text.slice(match.index + match[0].length)) ? [] : [match[0]],
  )

/**
 * Figures with decimals or grouping that are printed on the pages of tables more often than the cells there hold them: what
 * stands outside all tables, and what a table lost.
 */
export function strayFigures(pages: readonly Page[], tables: readonly Table[]): StrayFigure[] {
  const held = new Map<string, number>()
  const name = (page: number, text: string): string => `${page} ${text}`
  const count = (key: string, by: number): number => {
    const now = (held.get(key) ?? 0) + by
    held.set(key, now)
    return now
  }
  for (const table of tables)
    for (const cell of table.cells) for (const text of figuresIn(cell.text)) count(name(cell.page, text), 1)
  const withTables = new Set(tables.flatMap(table => table.regions.map(region => region.page)))
  return pages
    .filter(({ page }) => withTables.has(page))
    .flatMap(({ page, glyphs }) =>
      linesOf(glyphs)
        .flatMap(line => figuresIn(lineText(line)))
        .flatMap(text => (count(name(page, text), -1) < 0 ? [{ page, text }] : [])),
    )
}

import type { Finding } from '../finding.ts'
import { withDoubted } from './doubted.ts'
import { cellsFinding } from './structure-findings.ts'
import type { Cell, PageText, Table } from './table.ts'

/** What runs over the edge of the paper leaves less than this much of a digit free before it: the rest of the figure is not shown (from .3 to .6 alike; .84 takes whole figures of a turned table, case prose-upright-table-turned). */
const ROOM = 0.6

/** The widths of pages by their numbers. */
export type Widths = ReadonlyMap<number, number>

export const widthsOf = (pages: readonly PageText[]): Widths => new Map(pages.map(({ page, width }) => [page, width]))

/** The table with less confidence in figures that reach the edge of the paper, which may have cut them, and a finding for each page of them. */
export function withPaperEdgeDoubt(table: Table, widths: Widths): { readonly table: Table; readonly findings: Finding[] } {
  const cut = new Set(table.cells.filter(cell => cell.row >= table.headerRows && reachesEdge(cell, widths.get(cell.page))))
  if (cut.size === 0) return { table, findings: [] }
  return {
    table: withDoubted(table, cell => cut.has(cell)),
    findings: [...Map.groupBy(cut, ({ page }) => page)].map(([page, own]) =>
      cellsFinding(table.id, own, {
        code: 'cut-doubtful',
        actual: own.map(({ text }) => text).join(' '),
        zh: `第${page}页有${own.length}个数印到了纸边，可能被纸边截断，其外的内容没有印出`,
        en: `${own.length} figures on page ${page} reach the edge of the paper, which may have cut them and what stands beyond`,
      }),
    ),
  }
}

function reachesEdge({ text, lines, textLeft, textRight }: Cell, width = Number.POSITIVE_INFINITY): boolean {
  const [line = ''] = lines
  if (textLeft === null || textRight === undefined || lines.length > 1 || !/\d/.test(text)) return false
  const room = (ROOM * (textRight - textLeft)) / line.length
  return textLeft < room || textRight > width - room
}

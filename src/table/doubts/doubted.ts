import { type Decision, DOUBTFUL } from '../../evidence.ts'
import { type Finding, placeKey, type Said } from '../../finding.ts'
import type { Cell, Table } from '../table.ts'
import { isAmount } from '../words.ts'
import { cellsFinding } from './structure-findings.ts'

/** Cells that are seen to be wrong in some way are believed no more than this. */
const DOUBTED = 0.85

/** A table with what is doubtful about it. */
export interface Doubted {
  readonly table: Table
  readonly findings: readonly Finding[]
}

/** A table with less confidence in some of its cells. */
export const withDoubted = (table: Table, isDoubted: (cell: Cell) => boolean): Table => ({
  ...table,
  cells: table.cells.map(cell => (isDoubted(cell) ? { ...cell, confidence: Math.min(cell.confidence, DOUBTED) } : cell)),
})

/** A finding for each page of a table with some of its cells, of which is said what makes them doubtful. */
export const findingsByPage = (
  table: string,
  cells: Iterable<Cell>,
  said: (page: number, own: readonly Cell[]) => Said,
): Finding[] => [...Map.groupBy(cells, ({ page }) => page)].map(([page, own]) => cellsFinding(table, own, said(page, own)))

/** A character that the page does not show as the PDF has it is believed less than this, and nothing else is: a close decision leaves half or more. */
const HIDDEN = 0.5

/** A finding for each page of a table with amounts whose characters the page may show otherwise: a picture covers them, a clip cuts them, their font tells them unsurely. */
export function hiddenFindings({ id, cells, headerRows }: Table): Finding[] {
  const hidden = cells.filter(
    ({ row, text, source, confidence }) => row >= headerRows && source === 'pdf' && confidence < HIDDEN && isAmount(text),
  )
  return findingsByPage(id, hidden, (page, own) => ({
    code: 'figure-doubtful',
    actual: own.map(({ text }) => text).join(' '),
    zh: `第${page}页有${own.length}个金额不一定如页面所见（被图片遮盖、被裁切，或字体编码不可靠）：${some(own)}`,
    en: `${own.length} amounts on page ${page} may not be what the page shows (under a picture, clipped, or of a font that cannot be trusted): ${some(own)}`,
  }))
}

/** So many amounts are named one by one. */
const NAMED = 6

const some = (cells: readonly Cell[]): string =>
  `${cells
    .slice(0, NAMED)
    .map(({ text }) => text)
    .join(' ')}${cells.length > NAMED ? ' …' : ''}`

interface About {
  readonly about: readonly Cell[]
  readonly decision: Decision
}

/** Cells with no more confidence than the closest of the decisions about them, where that was a close one. */
export function doubted(cells: readonly Cell[], decided: readonly About[]): Cell[] {
  const margins = new Map<string, number>()
  for (const { about, decision } of decided.filter(({ decision: { margin } }) => margin < DOUBTFUL))
    for (const place of about.map(placeKey)) margins.set(place, Math.min(decision.margin, margins.get(place) ?? 1))
  if (margins.size === 0) return [...cells]
  return cells.map(cell => {
    const margin = margins.get(placeKey(cell)) ?? 1
    return margin < cell.confidence ? { ...cell, confidence: margin } : cell
  })
}

/** The cells that close decisions about pages put in doubt: all of the page that may belong to another table, the header and the row below it of one whose header may be otherwise. */
export const doubtsOf = (
  { cells, headerRows }: Pick<Table, 'cells' | 'headerRows'>,
  joins: readonly Decision[],
  headers: readonly Decision[],
): About[] =>
  [
    ...joins.map(decision => ({ decision, last: Number.POSITIVE_INFINITY })),
    ...headers.map(decision => ({ decision, last: headerRows })),
  ]
    .filter(({ decision: { margin } }) => margin < DOUBTFUL)
    .map(({ decision, last }) => ({ decision, about: cells.filter(({ page, row }) => page === decision.page && row <= last) }))

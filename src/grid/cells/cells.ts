import type { Glyph, Page } from '../../page/page.ts'
import { type Grid, type GridCell, rowsOfCell } from '../grid.ts'
import { isAmount } from '../texts/words.ts'
import { holdsColumns, textOf } from './fill.ts'
import { type Lattice, placeBox } from './lattice.ts'

/** Cells with the glyphs of each, parallel to `places`; `doubtful` are places whose text may belong elsewhere. */
export interface Draft extends Lattice {
  readonly glyphs: readonly (readonly Glyph[])[]
  readonly doubtful: ReadonlySet<number>
}

/** Confidence of a cell whose text touches the neighbouring column, or whose borders leave it open, or that is struck out. */
export const DOUBTFUL_CELL = 0.7

/** Draft → grid: text and box of each cell. */
export function gridOf(page: Page, draft: Draft, kind: Grid['kind']): Grid {
  const { box, columnEdges, rowEdges, places } = draft
  const cells = places.map((place, index): GridCell => {
    const { row, column, rowSpan, columnSpan, cut } = place
    const glyphs = draft.glyphs[index] ?? []
    const text = textOf(glyphs)
    const isSeveral = holdsFigures(text.lines) || (text.lines.length > 1 && holdsColumns(glyphs))
    return {
      ...{ row, column, rowSpan, columnSpan },
      ...text,
      confidence: cut || draft.doubtful.has(index) || isSeveral ? Math.min(text.confidence, DOUBTFUL_CELL) : text.confidence,
      box: placeBox(draft, place),
    }
  })
  const told = page.ocr === undefined ? cells : noSurerThanTheirRows(cells)
  return { page: page.page, box, columnEdges, rowEdges, cells: told, kind }
}

/** Where a row has this many texts and nothing is sure, nothing in it is surely empty. */
const TEXTS = 2

/** Cells read from a picture; where columns are open, a text of an unsure row may stand in a cell of it that seems empty. */
function noSurerThanTheirRows(cells: readonly GridCell[]): GridCell[] {
  const texts = cells.filter(({ text }) => text !== '').flatMap(cell => rowsOfCell(cell).map(row => ({ row, cell })))
  const rows = [...Map.groupBy(texts, ({ row }) => row)].filter(([, own]) => own.length >= TEXTS)
  const sure = new Map(rows.map(([row, own]) => [row, Math.max(...own.map(({ cell }) => cell.confidence))]))
  return cells.map(cell =>
    cell.text === ''
      ? { ...cell, confidence: Math.min(cell.confidence, ...rowsOfCell(cell).map(row => sure.get(row) ?? 1)) }
      : cell,
  )
}

/** Whether a cell holds several figures with decimals and nothing else: a border between them was not seen. No cell of 130 published documents does. */
function holdsFigures(lines: readonly string[]): boolean {
  if (lines.length === 1 && !lines[0]?.includes(' ')) return false
  const words = lines.flatMap(line => line.split(' '))
  return words.filter(word => /[.．]\d/.test(word)).length > 1 && words.every(isAmount)
}

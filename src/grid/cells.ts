import type { Glyph, Page } from '../page/page.ts'
import { textOf } from './fill.ts'
import type { Grid, GridCell } from './grid.ts'
import type { Lattice } from './lattice.ts'

/** Cells with the glyphs of each, parallel to `places`; `doubtful` are places whose text may belong elsewhere. */
export interface Draft extends Lattice {
  readonly glyphs: readonly (readonly Glyph[])[]
  readonly doubtful: ReadonlySet<number>
}

/** Confidence of a cell whose text touches the neighbouring column, or whose borders leave it open, or that is struck out. */
export const DOUBTFUL = 0.7

/** Draft → grid: text and box of each cell. */
export function gridOf(page: Page, draft: Draft, kind: Grid['kind']): Grid {
  const { box, columnEdges, rowEdges, places } = draft
  const cells = places.map(({ cut, ...place }, index): GridCell => {
    const text = textOf(draft.glyphs[index] ?? [])
    return {
      ...place,
      ...text,
      confidence: cut || draft.doubtful.has(index) ? Math.min(text.confidence, DOUBTFUL) : text.confidence,
      box: [
        columnEdges[place.column] ?? 0,
        rowEdges[place.row] ?? 0,
        columnEdges[place.column + place.columnSpan] ?? 0,
        rowEdges[place.row + place.rowSpan] ?? 0,
      ],
    }
  })
  return { page: page.page, box, columnEdges, rowEdges, cells, kind }
}

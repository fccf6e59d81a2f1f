import { z } from 'zod'
import { roundBox } from '../../geometry.ts'
import type { Grid } from '../../grid/grid.ts'
import { box, index, page, text } from './meaning-schema.ts'

const cell = z.strictObject({
  row: index,
  column: index,
  rowSpan: z.int().positive(),
  columnSpan: z.int().positive(),
  text,
  lines: z.array(text),
  box,
  confidence: z.number().min(0).max(1),
})

/** Grids as drawn, page by page: what `yusuan grids` prints. */
export const gridsSchema = z.strictObject({
  tables: z.array(z.strictObject({ page, kind: z.enum(['lattice', 'borderless']), box, cells: z.array(cell) })),
})

export type GridsJson = z.infer<typeof gridsSchema>

/** Grids as they are written, coordinates rounded to a hundredth of a point, validated; drawn rows without any text are left out. */
export const gridsJson = (grids: readonly Grid[]): GridsJson =>
  gridsSchema.parse({
    tables: grids
      .filter(grid => grid.cells.some(cell => cell.text !== ''))
      .map(({ page, kind, box, cells }) => ({
        page,
        kind,
        box: roundBox(box),
        cells: cells.map(({ row, column, rowSpan, columnSpan, text, lines, box, confidence }) => ({
          row,
          column,
          rowSpan,
          columnSpan,
          text,
          lines,
          box: roundBox(box),
          confidence,
        })),
      })),
  })

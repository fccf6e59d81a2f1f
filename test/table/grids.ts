import type { Grid, GridCell } from '../../src/grid/grid.ts'
import type { Glyph, Page } from '../../src/page/page.ts'

/** How a grid is drawn in a test: one line a row, cells between bars; `<` goes on with the left cell, `^` with the upper, `·` is empty. */
export interface Drawn {
  readonly page?: number
  readonly top?: number
  readonly left?: number
  /** Height of each row and width of each column in points. */
  readonly row?: number
  readonly column?: number
  readonly source?: GridCell['source']
}

/** A grid from its drawing, so that a test shows what the page shows. */
export function gridOf(
  drawing: string,
  { page = 1, top = 100, left = 50, row = 20, column = 60, source = 'pdf' }: Drawn = {},
): Grid {
  const lines = drawing
    .trim()
    .split('\n')
    .map(line =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map(text => text.trim()),
    )
  const at = (r: number, c: number): string | undefined => lines[r]?.[c]
  const cells: GridCell[] = lines.flatMap((texts, r) =>
    texts.flatMap((text, c): GridCell[] => {
      if (text === '<' || text === '^') return []
      let columnSpan = 1
      while (at(r, c + columnSpan) === '<') columnSpan++
      let rowSpan = 1
      while (at(r + rowSpan, c) === '^') rowSpan++
      const box = [left + c * column, top + r * row, left + (c + columnSpan) * column, top + (r + rowSpan) * row] as const
      const printed = text === '·' ? [] : text.split('/')
      return [
        {
          row: r,
          column: c,
          rowSpan,
          columnSpan,
          text: printed.join(''),
          lines: printed,
          box,
          textLeft: printed.length === 0 ? null : box[0],
          source,
          confidence: 1,
        },
      ]
    }),
  )
  const edges = (from: number, step: number, count: number): number[] =>
    Array.from({ length: count + 1 }, (_, n) => from + n * step)
  const columnEdges = edges(left, column, lines[0]?.length ?? 0)
  const rowEdges = edges(top, row, lines.length)
  return {
    page,
    box: [left, top, columnEdges.at(-1) ?? left, rowEdges.at(-1) ?? top],
    columnEdges,
    rowEdges,
    cells,
    kind: 'lattice',
  }
}

/** A page with these lines of text: what is printed, where it begins, its baseline and size. */
export const pageOf = (
  page: number,
  ...lines: readonly (readonly [text: string, x: number, baseline: number, size?: number])[]
): Page => ({
  page,
  width: 600,
  height: 800,
  rotation: 0,
  rulings: [],
  pictures: [],
  shades: [],
  garbled: [],
  glyphs: lines.flatMap(([text, x, baseline, size = 10]) =>
    Array.from(
      text,
      (character, n): Glyph => ({
        text: character,
        box: [x + n * size, baseline - size, x + (n + 1) * size, baseline],
        baseline,
        size,
        font: 'F',
        direction: 0,
        source: 'pdf',
        confidence: 1,
      }),
    ),
  ),
})

/** A table's cells in the notation of `gridOf`, spans as rows×columns behind the text. */
export const drawn = (
  cells: readonly { row: number; column: number; rowSpan: number; columnSpan: number; text: string }[],
  rows: number,
): string[] =>
  Array.from({ length: rows }, (_, row) =>
    cells
      .filter(cell => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map(({ text, rowSpan, columnSpan }) => (rowSpan * columnSpan > 1 ? `${text}[${rowSpan}x${columnSpan}]` : text))
      .join('|'),
  )

import type { Grid } from '../../src/grid/grid.ts'
import type { Glyph, Page, Ruling } from '../../src/page/page.ts'

/** Width of a character in sizes: Han and full-width 1, all others 0.5. */
const widthOf = (character: string): number => (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF—]/u.test(character) ? 1 : 0.5)

/** A text from `x` on, on a baseline; its spaces are gaps. */
export function text(x: number, baseline: number, characters: string, size = 10): Glyph[] {
  let left = x
  return [...characters].flatMap((character): Glyph[] => {
    const from = left
    left += widthOf(character) * size
    const box = [from, baseline - 0.85 * size, left, baseline + 0.15 * size] as const
    return character === ' '
      ? []
      : [{ text: character, box, baseline, size, font: 'Song', direction: 0, source: 'pdf', confidence: 1 }]
  })
}

/** The width of a text in points. */
const lengthOf = (characters: string, size: number): number =>
  [...characters].reduce((sum, character) => sum + widthOf(character) * size, 0)

/** A text that ends at `x`. */
export const ending = (x: number, baseline: number, characters: string, size = 10): Glyph[] =>
  text(x - lengthOf(characters, size), baseline, characters, size)

/** A text with its middle at `x`. */
export const centred = (x: number, baseline: number, characters: string, size = 10): Glyph[] =>
  text(x - lengthOf(characters, size) / 2, baseline, characters, size)

/** A horizontal rule at `y`. */
export const across = (y: number, from: number, to: number): Ruling => ({ axis: 'horizontal', at: y, from, to, width: 0.5 })

/** A vertical rule at `x`. */
export const down = (x: number, from: number, to: number): Ruling => ({ axis: 'vertical', at: x, from, to, width: 0.5 })

/** A4 page of glyphs and rulings. */
export const page = (glyphs: readonly Glyph[], rulings: readonly Ruling[] = []): Page => ({
  page: 1,
  width: 595,
  height: 842,
  rotation: 0,
  glyphs,
  rulings,
  pictures: [],
  shades: [],
  garbled: [],
})

/** A grid as rows of texts, a span shown behind its text as ` 2x1` (rows by columns). */
export const shown = (grid: Grid | undefined): string[][] =>
  Array.from({ length: (grid?.rowEdges.length ?? 1) - 1 }, (_, row) =>
    (grid?.cells ?? [])
      .filter(cell => cell.row === row)
      .map(cell => cell.text + (cell.rowSpan * cell.columnSpan > 1 ? ` ${cell.rowSpan}x${cell.columnSpan}` : '')),
  )

/** How often each place of a grid is covered; 1 everywhere in a sound grid. */
export function coverage(grid: Grid): Set<number> {
  const columns = grid.columnEdges.length - 1
  const count = new Array<number>(columns * (grid.rowEdges.length - 1)).fill(0)
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        count[row * columns + column] = (count[row * columns + column] ?? 0) + 1
    }
  }
  return new Set(count)
}

import { type Box, contains } from '../geometry.ts'
import { digitsIn, linesOf, lineText } from '../lines.ts'
import type { Glyph, Page } from '../page/page.ts'
import type { Table } from '../table/table.ts'
import type { StrayFigure } from './dataset.ts'

const FIGURE = /\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+/g

const figuresIn = (text: string): string[] => {
  const plain = /^[ -~]*$/.test(text) ? text : text.normalize('NFKC')
  if (!/\d[.,]\d/.test(plain)) return []
  // Prose says its unit behind the figure; a figure that a table lost does not.
  return [...plain.matchAll(FIGURE)].flatMap(match =>
    /^\s*(?:万|亿)?元|^\s*%/.test(plain.slice(match.index + match[0].length)) ? [] : [match[0]],
  )
}

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
  const digitsHeld = new Map<number, number>()
  const regions = Map.groupBy(
    tables.flatMap(table => table.regions),
    region => region.page,
  )
  for (const table of tables) {
    for (const cell of table.cells) {
      for (const text of figuresIn(cell.text)) count(name(cell.page, text), 1)
      digitsHeld.set(cell.page, (digitsHeld.get(cell.page) ?? 0) + digitsIn(cell.text))
    }
  }
  return pages.flatMap(({ page, glyphs }) => {
    const boxes = regions.get(page)?.map(region => region.box) ?? []
    if (boxes.length === 0) return []
    const [inside = [], outside = []] = parted(glyphs, glyph => boxes.some(box => isInside(glyph, box)))
    const digits = inside.reduce((sum, glyph) => sum + digitsIn(glyph.text), 0)
    // Where the cells hold every digit of the frames, or what they hold was let go, only what stands outside can be stray.
    const isWhole = digits <= (digitsHeld.get(page) ?? 0)
    const asked = isWhole ? outside : glyphs
    const spare = isWhole ? (): boolean => true : (text: string): boolean => count(name(page, text), -1) < 0
    return linesOf(asked)
      .flatMap(line => figuresIn(lineText(line)))
      .flatMap(text => (spare(text) ? [{ page, text }] : []))
  })
}

const isInside = ({ box, baseline, size }: Glyph, region: Box): boolean =>
  contains(region, (box[0] + box[2]) / 2, baseline - size / 3)

/** Those that fit, and the others. */
function parted(glyphs: readonly Glyph[], fits: (glyph: Glyph) => boolean): readonly [Glyph[], Glyph[]] {
  const [yes, no]: [Glyph[], Glyph[]] = [[], []]
  for (const glyph of glyphs) (fits(glyph) ? yes : no).push(glyph)
  return [yes, no]
}

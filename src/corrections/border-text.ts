import { type Box, contains, round } from '../geometry.ts'
import { middleOf, textOf } from '../grid/fill.ts'
import type { Glyph } from '../page/page.ts'
import type { ColumnBorder } from './column-border.ts'

interface Said {
  /** Points from the left of the page. */
  readonly x: number
  /** What the cells of each row hold on both sides, parted by a tab; none where the texts stay. */
  readonly lines: readonly string[]
}

/** What a border says as it stands in a patch file: its place, and below it a line a row. */
export const borderSaid = ({ x, lines }: Said): string => [`${round(x)}`, ...lines].join('\n')

/** The same read again; null where it says no place, or one where the border may not stand. */
export function saidBorder(text: string, { least, most }: Pick<ColumnBorder, 'least' | 'most'>): Said | null {
  const [place = '', ...lines] = text.split('\n')
  const x = Number(place)
  return place.trim() !== '' && x >= least && x <= most ? { x, lines } : null
}

/** What a cell with this box would hold, as the glyphs of its page lie. */
export const textIn = (box: Box, glyphs: readonly Glyph[]): string =>
  textOf(glyphs.filter(glyph => contains(box, ...middleOf(glyph)))).text

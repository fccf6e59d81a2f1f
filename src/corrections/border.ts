import type { Page } from '../page/page.ts'
import type { CellJson, DocumentJson } from '../write/document.ts'
import { borderSaid, saidBorder, textIn } from './border-text.ts'
import { characters, reviewedCell, withCells, withTable } from './cells.ts'
import { type ColumnBorder, columnBorder } from './column-border.ts'
import type { Found } from './place.ts'

/** Two cells of one row with the border between them. */
type Pair = readonly [left: CellJson, right: CellJson]

/** The cells on both sides of a border that stand in the same rows, from top to bottom. */
const pairsOf = ({ left, right }: ColumnBorder): Pair[] =>
  left
    .flatMap((one): Pair[] => {
      const other = right.find(({ row, rowSpan }) => row === one.row && rowSpan === one.rowSpan)
      return other ? [[one, other]] : []
    })
    .sort(([a], [b]) => a.row - b.row)

/** A cell as it stands when the border is at `x`. */
function atBorder({ left, right }: ColumnBorder, cell: CellJson, x: number): CellJson {
  const [x0, top, x1, bottom] = cell.box
  if (left.includes(cell)) return { ...cell, box: [x0, top, x, bottom] }
  return right.includes(cell) ? { ...cell, box: [x, top, x1, bottom] } : cell
}

/**
 * What a border says in a patch file: where it stands, and below it what the cells of each row hold on its left and right,
 * parted by a tab, as the glyphs of the page lie. Where they do not lie in these cells, as on a scan, the texts stay and
 * only the place is said.
 */
export function borderText({ table, cell }: Found, x: number, { glyphs }: Pick<Page, 'glyphs'>): string {
  const border = columnBorder(table, cell)
  if (border === null) return borderSaid({ x, lines: [] })
  const pairs = pairsOf(border)
  const lines = pairs.map(pair => pair.map(one => textIn(atBorder(border, one, x).box, glyphs)))
  const isWhole = pairs.every((pair, at) => characters(pair.map(({ text }) => text)) === characters(lines[at] ?? []))
  return borderSaid({ x, lines: isWhole ? lines.map(line => line.join('\t')) : [] })
}

/**
 * The border on the right of a cell at another place of its page, as `borderText` says it; null where a column would vanish,
 * where no column follows, or where the texts are not those of the rows.
 */
export function withBorder(document: DocumentJson, { table, cell }: Found, said: string): DocumentJson | null {
  const border = columnBorder(table, cell)
  const told = border && saidBorder(said, border)
  if (border === null || told === null) return null
  const { x, lines } = told
  const pairs = pairsOf(border)
  if (lines.length > 0 && lines.length !== pairs.length) return null
  const texts = new Map<CellJson, string>()
  for (const [at, line] of lines.entries()) {
    const pair = pairs[at]
    const parts = line.split('\t')
    if (!pair || parts.length !== pair.length || characters(parts) !== characters(pair.map(({ text }) => text))) return null
    for (const [side, one] of pair.entries()) texts.set(one, parts[side] ?? '')
  }
  const cells = table.cells.map(one => {
    const text = texts.get(one) ?? one.text
    const stands = atBorder(border, one, x)
    return text === one.text ? stands : reviewedCell(stands, text)
  })
  return withTable(document, table.id, own => withCells(own, cells))
}

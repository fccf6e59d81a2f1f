import { itemAt } from '../../geometry.ts'
import type { Glyph } from '../../page/page.ts'
import { covers, coversRow } from '../grid.ts'
import type { Draft } from './cells.ts'
import type { Place } from './places.ts'

/** A cell of a draft. */
export interface Part {
  readonly place: Place
  readonly glyphs: readonly Glyph[]
  readonly doubtful: boolean
}

/** The cells of a draft. */
export const partsOf = ({ places, glyphs, doubtful }: Draft): Part[] =>
  places.map((place, index) => ({ place, glyphs: glyphs[index] ?? [], doubtful: doubtful.has(index) }))

/** Rows of parts with their borders. */
interface Sheet {
  readonly rowEdges: readonly number[]
  readonly parts: readonly Part[]
}

/** The positions that a place covers, each by itself. */
const positionsOf = ({ row, column, rowSpan, columnSpan }: Place): Place[] =>
  Array.from({ length: rowSpan * columnSpan }, (_, index) => ({
    row: row + Math.floor(index / columnSpan),
    column: column + (index % columnSpan),
    rowSpan: 1,
    columnSpan: 1,
  }))

/** A draft with some cells in the place of those that they cover, in all or in part, and without the rows that only their text made. */
export function withSpreads(draft: Draft, spreads: readonly Part[]): Draft {
  const taken = new Set(spreads.flatMap(({ glyphs }) => glyphs))
  const before = partsOf(draft)
  const kept = before.flatMap(part => remainsOf(part, { spreads, taken }, draft))
  const parts = [...spreads, ...kept].sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column)
  const held = new Set(before.filter(({ glyphs }) => glyphs.some(glyph => taken.has(glyph))).map(({ place }) => place.row))
  const isBare = (row: number): boolean =>
    parts.every(({ place, glyphs }) => !coversRow(place, row) || place.rowSpan > 1 || glyphs.length === 0)
  const bare = [...held].filter(isBare).sort((a, b) => b - a)
  const sheet = bare.reduce(withoutRow, { rowEdges: draft.rowEdges, parts })
  return {
    ...draft,
    rowEdges: sheet.rowEdges,
    places: sheet.parts.map(({ place }) => place),
    glyphs: sheet.parts.map(({ glyphs }) => glyphs),
    doubtful: new Set(sheet.parts.flatMap(({ doubtful }, index) => (doubtful ? [index] : []))),
  }
}

/** What other cells leave of one: itself where none meets it, and else the positions that none covers, each with its own glyphs. */
function remainsOf(
  part: Part,
  { spreads, taken }: { readonly spreads: readonly Part[]; readonly taken: ReadonlySet<Glyph> },
  { columnEdges, rowEdges }: Draft,
): Part[] {
  const glyphs = part.glyphs.filter(glyph => !taken.has(glyph))
  const positions = positionsOf(part.place)
  const free = positions.filter(({ row, column }) => !spreads.some(({ place }) => covers(place, row, column)))
  if (free.length === positions.length) return [{ ...part, glyphs }]
  return free.map((place, index) => {
    const [left, right] = [itemAt(columnEdges, place.column), itemAt(columnEdges, place.column + 1)]
    const [top, bottom] = [itemAt(rowEdges, place.row), itemAt(rowEdges, place.row + 1)]
    const isIn = ({ box, baseline }: Glyph): boolean =>
      box[0] < right && box[2] > left && (index === 0 || baseline > top) && (index === free.length - 1 || baseline <= bottom)
    return { place, glyphs: glyphs.filter(isIn), doubtful: part.doubtful }
  })
}

/** Rows without one: its height is shared by those above and below. */
function withoutRow({ rowEdges, parts }: Sheet, row: number): Sheet {
  const middle = (itemAt(rowEdges, row) + itemAt(rowEdges, row + 1)) / 2
  const edge = row === 0 ? itemAt(rowEdges, 0) : row === rowEdges.length - 2 ? itemAt(rowEdges, row + 1) : middle
  const left = parts.flatMap((part): Part[] => {
    const { place } = part
    if (place.row > row) return [{ ...part, place: { ...place, row: place.row - 1 } }]
    if (!coversRow(place, row)) return [part]
    return place.rowSpan === 1 ? [] : [{ ...part, place: { ...place, rowSpan: place.rowSpan - 1 } }]
  })
  return { rowEdges: [...rowEdges.slice(0, row), edge, ...rowEdges.slice(row + 2)], parts: left }
}

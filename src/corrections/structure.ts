import { areaOf, heightOf, intersection, unionAll, widthOf } from '../geometry.ts'
import type { CellJson, DocumentJson, TableJson } from '../write/document/document.ts'
import { cellsAsOne, reviewedCell, withCells, withTable } from './cells.ts'
import type { Correction } from './correction.ts'
import type { Found } from './place.ts'

const sameRow = (a: readonly CellJson[], b: readonly CellJson[]): boolean =>
  a.length === b.length && a.every((cell, at) => cell.text === b[at]?.text && cell.column === b[at]?.column)

const rowOf = (table: TableJson, row: number): CellJson[] => table.cells.filter(cell => cell.row === row)

/** How many rows at the top of a table repeat the header of the one before. */
function repeated(before: TableJson, after: TableJson): number {
  let rows = 0
  while (rows < before.headerRows && sameRow(rowOf(before, rows), rowOf(after, rows))) rows++
  return rows
}

const rowsOf = (count: number): TableJson['rows'] =>
  Array.from({ length: count }, (_, index) => ({ index, role: null, depth: null }))

/** Two tables as one: the rows of `second` below those of `first`, a repeated header left out; null when their columns differ. */
export function joined(document: DocumentJson, first: TableJson, second: TableJson): DocumentJson | null {
  if (first === second || first.columns.length !== second.columns.length) return null
  const skip = repeated(first, second)
  const shift = first.rows.length - skip
  const below = second.cells.filter(cell => cell.row >= skip).map(cell => ({ ...cell, row: cell.row + shift }))
  const whole: TableJson = {
    ...first,
    regions: [...first.regions, ...second.regions],
    rows: rowsOf(first.rows.length + second.rows.length - skip),
    lines: [],
  }
  const rest = { ...document, tables: document.tables.filter(({ id }) => id !== second.id) }
  return withTable(rest, first.id, () => withCells(whole, [...first.cells, ...below]))
}

/** Regions of the pages on which cells stand, as far as they go. */
const regionsOf = (cells: readonly CellJson[]): TableJson['regions'] =>
  [...Map.groupBy(cells, ({ page }) => page)].map(([page, own]) => ({
    page,
    box: unionAll(own.map(({ box }) => box)),
  }))

/** A table in two: from the row of a cell on it is a table of its own under the same header; null where a cell crosses the border. */
export function parted(document: DocumentJson, { table, cell }: Found): DocumentJson | null {
  const border = cell.row
  const crossed = table.cells.some(({ row, rowSpan }) => row < border && row + rowSpan > border)
  if (border <= table.headerRows || crossed) return null
  const header = table.cells.filter(({ row }) => row < table.headerRows)
  const above = table.cells.filter(({ row }) => row < border)
  const moved = table.cells
    .filter(({ row }) => row >= border)
    .map(own => ({ ...own, row: own.row - border + table.headerRows }))
  let id = `${table.id}-r${border}`
  while (document.tables.some(other => other.id === id)) id += '+'
  const part = (count: number, cells: readonly CellJson[]) => ({
    ...table,
    ...{ rows: rowsOf(count), regions: regionsOf(cells), lines: [] },
  })
  const upper = part(border, above)
  const lower = { ...part(table.rows.length - border + table.headerRows, moved), id }
  return {
    ...document,
    tables: document.tables.flatMap(other =>
      other.id === table.id ? [withCells(upper, above), withCells(lower, [...header, ...moved])] : [other],
    ),
  }
}

/** The cells of one table whose middle is in the box as one cell with the text given; null when they fill no rectangle. */
export function merged(document: DocumentJson, table: TableJson, { page, box, new: text }: Correction): DocumentJson | null {
  const inside = table.cells.filter(cell => {
    const both = cell.page === page ? intersection(cell.box, box) : null
    return both !== null && areaOf(both) > areaOf(cell.box) / 2
  })
  const one = inside.length < 2 ? null : cellsAsOne(inside, text)
  if (one === null) return null
  return withTable(document, table.id, own => withCells(own, [...own.cells.filter(cell => !inside.includes(cell)), one]))
}

/** A cell that spans several places as one cell a place, texts in reading order, one a line of `text`; null when it spans one. */
export function split(document: DocumentJson, { table, cell }: Found, text: string): DocumentJson | null {
  const { rowSpan, columnSpan, box } = cell
  if (rowSpan * columnSpan === 1) return null
  const texts = text.split('\n')
  const [width, height] = [widthOf(box) / columnSpan, heightOf(box) / rowSpan]
  const parts = Array.from({ length: rowSpan * columnSpan }, (_, at): CellJson => {
    const [down, right] = [Math.floor(at / columnSpan), at % columnSpan]
    const [left, top] = [box[0] + right * width, box[1] + down * height]
    const stands = { row: cell.row + down, column: cell.column + right, rowSpan: 1, columnSpan: 1 }
    return reviewedCell({ ...cell, ...stands, box: [left, top, left + width, top + height] }, texts[at] ?? '')
  })
  return withTable(document, table.id, own =>
    withCells(
      own,
      own.cells.flatMap(other => (other === cell ? parts : [other])),
    ),
  )
}

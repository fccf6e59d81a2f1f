import { sum, unionAll } from '../geometry.ts'
import { coversColumn } from '../grid/grid.ts'
import { formOf } from '../table/form.ts'
import { squash } from '../table/words.ts'
import type { CellJson, DocumentJson, TableJson } from '../write/document/document.ts'
import type { Found } from './place.ts'

/** A document with one of its tables in another form. */
export const withTable = (document: DocumentJson, id: string, change: (table: TableJson) => TableJson): DocumentJson => ({
  ...document,
  tables: document.tables.map(table => (table.id === id ? change(table) : table)),
})

/** A table whose cells changed, with what is told from their texts: the header paths, the labels of a form. */
export function withCells(table: TableJson, cells: readonly CellJson[]): TableJson {
  if (table.headerRows === 0) {
    const seen = cells.map(cell => ({ ...cell, textLeft: null, source: 'pdf' as const }))
    return { ...table, cells, form: table.form && formOf(seen, table.rows.length) }
  }
  const header = cells.filter(cell => cell.row < table.headerRows)
  const changed = header.some(cell => table.cells.every(old => old.box !== cell.box || old.text !== cell.text))
  if (!changed) return { ...table, cells }
  const columns = table.columns.map(column => {
    const texts = header.filter(cell => coversColumn(cell, column.index)).sort((a, b) => a.row - b.row)
    const path = texts.map(({ text }) => squash(text)).filter((text, at, all) => text !== '' && text !== all[at - 1])
    return { ...column, path }
  })
  return { ...table, cells, columns }
}

/** A document with other columns in one of its tables, counted anew, and the cells that stand in them. */
export const withColumns = (
  document: DocumentJson,
  id: string,
  columns: TableJson['columns'],
  cells: readonly CellJson[],
): DocumentJson =>
  withTable(document, id, own => withCells({ ...own, columns: columns.map((column, index) => ({ ...column, index })) }, cells))

/** Where one cell in the place of several stands; null where together they are no rectangle. */
function placeOfAll(cells: readonly CellJson[]): Pick<CellJson, 'row' | 'column' | 'rowSpan' | 'columnSpan' | 'box'> | null {
  const [row, column] = [Math.min(...cells.map(cell => cell.row)), Math.min(...cells.map(cell => cell.column))]
  const rowSpan = Math.max(...cells.map(cell => cell.row + cell.rowSpan)) - row
  const columnSpan = Math.max(...cells.map(cell => cell.column + cell.columnSpan)) - column
  const places = sum(cells.map(cell => cell.rowSpan * cell.columnSpan))
  if (places !== rowSpan * columnSpan) return null
  return { row, column, rowSpan, columnSpan, box: unionAll(cells.map(({ box }) => box)) }
}

/** A document with one cell changed. */
export const withCell = (document: DocumentJson, { table, cell }: Found, change: Partial<CellJson>): DocumentJson =>
  withTable(document, table.id, own =>
    withCells(
      own,
      own.cells.map(other => (other.row === cell.row && other.column === cell.column ? { ...other, ...change } : other)),
    ),
  )

/** The characters of texts whatever their order: a word that goes over a border is neither lost nor doubled. */
export const characters = (texts: readonly string[]): string => [...texts.join('').replaceAll(/\s/g, '')].sort().join('')

/** A cell with the text that a person gives it; the first reading stays beside it. */
export const reviewedCell = (cell: CellJson, text: string): CellJson => ({
  ...cell,
  text,
  lines: text === cell.text ? cell.lines : text === '' ? [] : [text],
  source: 'reviewed',
  confidence: 1,
  firstReading: cell.firstReading ?? cell.text,
})

/** Cells as one with the text that a person gives it, what each was read as beside it, a line a cell; null where together they are no rectangle. */
export function cellsAsOne(cells: readonly CellJson[], text: string): CellJson | null {
  const [first] = cells
  const place = placeOfAll(cells)
  if (first === undefined || place === null) return null
  const inOrder = cells.toSorted((a, b) => a.row - b.row || a.column - b.column)
  const read = inOrder.map(cell => cell.firstReading ?? cell.text).filter(own => own !== '')
  return { ...reviewedCell({ ...first, ...place }, text), firstReading: read.join('\n') }
}

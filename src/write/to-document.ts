import type { Finding } from '../finding.ts'
import { type Box, round, roundBox } from '../geometry.ts'
import type { Page } from '../page/page.ts'
import { contentOf } from '../page-content.ts'
import type { Cell, Table } from '../table/table.ts'
import { type CellJson, type DocumentJson, documentSchema, type PageJson, type TableJson } from './document.ts'

/** What the stages found in one PDF. */
export interface Parts {
  readonly source: DocumentJson['source']
  readonly pages: readonly Page[]
  readonly tables: readonly Table[]
  readonly findings: readonly Finding[]
}

const written = (box: Box): [number, number, number, number] => [...roundBox(box)]

const pageJson = (page: Page): PageJson => ({
  page: page.page,
  width: round(page.width),
  height: round(page.height),
  rotation: page.rotation,
  content: contentOf(page),
  glyphs: page.glyphs.filter(glyph => glyph.text.trim() !== '').length,
  pictures: page.pictures.length,
  garbled: page.garbled.map(({ font, share, glyphs }) => ({ font, share: round(share), glyphs })),
})

const cellJson = (cell: Cell): CellJson => ({
  row: cell.row,
  column: cell.column,
  rowSpan: cell.rowSpan,
  columnSpan: cell.columnSpan,
  text: cell.text,
  lines: [...cell.lines],
  page: cell.page,
  box: written(cell.box),
  source: cell.source,
  confidence: round(cell.confidence),
  amount: null,
})

const tableJson = (table: Table): TableJson => ({
  id: table.id,
  number: table.number,
  title: table.title,
  department: table.department,
  unit: table.unit,
  kind: null,
  kindEvidence: [],
  regions: table.regions.map(region => ({ page: region.page, box: written(region.box) })),
  headerRows: table.headerRows,
  columns: table.columns.map(({ index, path }) => ({ index, path: [...path], role: null, key: null })),
  rows: Array.from({ length: table.rowCount }, (_, index) => ({ index, role: null, depth: null })),
  cells: table.cells.map(cellJson),
  form: table.form,
})

const findingJson = (finding: Finding): DocumentJson['findings'][number] => ({
  ...finding,
  tables: [...finding.tables],
  cells: finding.cells.map(({ table, row, column }) => ({ table, row, column })),
  box: finding.box && written(finding.box),
})

/** Everything found in a PDF as the contract has it, coordinates rounded to a hundredth of a point, validated. */
export const toDocument = ({ source, pages, tables, findings }: Parts): DocumentJson =>
  documentSchema.parse({
    schemaVersion: '1.0',
    source,
    document: { department: null, region: null, fiscalYear: null, kind: null, scope: null },
    pages: pages.map(pageJson),
    tables: tables.map(tableJson),
    findings: findings.map(findingJson),
  } satisfies DocumentJson)

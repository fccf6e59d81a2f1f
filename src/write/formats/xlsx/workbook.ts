import { basename } from 'node:path'
import type { Sheet, Cell as SheetCell } from 'write-excel-file/node'
import { placeKey } from '../../../finding.ts'
import { widthOf } from '../../../full-width.ts'
import { sum } from '../../../geometry.ts'
import type { CellJson, DocumentJson, TableJson } from '../../document/document.ts'
import { isDoubtful } from '../../document/doubtful.ts'
import { headingOf } from '../../document/heading.ts'
import { type Relation, type Row, type Value, yuanText } from '../../relations/relation.ts'
import { unusedName } from '../csv.ts'
import { COLOURS, type FullSheet, headCell, INDEX, type PageFile, pageLinks, wideRow } from './cells.ts'
import { withHeights } from './heights.ts'
import { indexSheet } from './index-sheet.ts'
import { LINKS } from './links.ts'
import { NOTES, type Note } from './notes.ts'
import { PRINT } from './print.ts'

/** What a colour says of a cell. */
const LEGEND: readonly (readonly [string, string])[] = [
  [COLOURS.doubtful, '黄色：识别把握不足 90 %，请对照原页'],
  [COLOURS.published, '橙色：文件自身不一致，见“勾稽”表'],
  [COLOURS.error, '红色：读取存疑，见 document.json 的 findings'],
]

/** Spreadsheets allow 31 characters and refuse these. */
const SHEET_NAME = 31
const REFUSED = /[\\/?*[\]:]/g

/** Digits that a spreadsheet keeps: it counts in floats. A longer amount stays text. */
const EXACT_DIGITS = 15

/** Widest column in characters; longer texts wrap. */
const WIDEST = 40

/** A name for a sheet that is not taken, whatever the case. */
function sheetName(name: string, taken: Set<string>): string {
  const plain = name.replace(REFUSED, '_') || '表'
  const cut = (most: number): string => plain.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
  return unusedName(cut(SHEET_NAME), taken, n => `${cut(SHEET_NAME - 4)} ${n}`)
}

/** A decimal text as a number of the spreadsheet where that is exact. */
function numberCell(text: string): { readonly value: number; readonly format: string } | null {
  if (!/^-?\d+(\.\d+)?$/.test(text) || text.replace(/\D/g, '').length > EXACT_DIGITS) return null
  const places = text.split('.')[1]?.length ?? 0
  return { value: Number(text), format: places > 0 ? `#,##0.${'0'.repeat(places)}` : '#,##0' }
}

/** What is told of a cell by its colour, and in words when the pointer is over it. */
interface Mark {
  readonly colour: string
  readonly words: readonly string[]
}

/** Marks of cells by row and column: the colour of the worst that is said of each, and all of it. */
function marksOf(table: TableJson, findings: DocumentJson['findings']): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>()
  const mark = (key: string, colour: string, words: string): void => {
    const said = marks.get(key)?.words ?? []
    marks.set(key, { colour, words: said.includes(words) ? said : [...said, words] })
  }
  for (const cell of table.cells.filter(isDoubtful))
    mark(placeKey(cell), COLOURS.doubtful, `识别把握 ${Math.floor(100 * cell.confidence)} %，请对照第 ${cell.page} 页`)
  for (const { severity, verdict, cells, message } of findings) {
    if (severity === 'info') continue
    const colour = verdict === 'published-inconsistency' ? COLOURS.published : COLOURS.error
    for (const place of cells) if (place.table === table.id) mark(placeKey(place), colour, message.zh)
  }
  return marks
}

/** A cell as drawn: merged, amounts as numbers, everything else as text so that codes keep their zeros and nothing is run. */
function drawnCell(
  { text, amount, row, rowSpan, columnSpan }: CellJson,
  headerRows: number,
  colour: string | undefined,
): SheetCell {
  const header = row < headerRows
  const number = amount === null ? null : numberCell(amount.value)
  return {
    ...(number ?? { value: text }),
    type: number ? Number : String,
    borderStyle: 'thin',
    wrap: true,
    alignVertical: 'center',
    align: header ? 'center' : number ? 'right' : 'left',
    ...(header && { fontWeight: 'bold', backgroundColor: COLOURS.header }),
    ...(colour !== undefined && { backgroundColor: colour }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(columnSpan > 1 && { columnSpan }),
  }
}

/** Characters beside each other that a sheet of paper upright has room for. */
const UPRIGHT_WIDTH = 90

/** What stands above a table: its title, then unit, pages and file. */
function headingOfSheet(table: TableJson, file: string): readonly [title: string, about: string] {
  const { name, about } = headingOf(table)
  return [name, [...about, basename(file)].join('　')]
}

/**
 * Width of each column in characters: the longest text that stands in it alone, and its share of what the heading needs, since
 * some spreadsheets do not wrap links.
 */
function widthsOf({ columns, cells }: TableJson, heading: readonly string[]): { readonly width: number }[] {
  const widths = columns.map(({ index }) => {
    const texts = cells.filter(({ column, columnSpan }) => column === index && columnSpan === 1).flatMap(({ lines }) => lines)
    return Math.min(WIDEST, Math.max(6, ...texts.map(widthOf)) + 2)
  })
  const wanted = Math.min(UPRIGHT_WIDTH, Math.max(...heading.map(widthOf)) + 2)
  const missing = Math.max(0, wanted - sum(widths))
  return widths.map(width => ({ width: width + Math.ceil(missing / widths.length) }))
}

/** The heading, its title a link back to the index and the rest one to the page; each over the whole width, so that a printed sheet speaks for itself. */
const headingRows = ([title, about]: readonly [string, string], length: number): SheetCell[][] => [
  wideRow({ value: title, fontWeight: 'bold', align: 'center', wrap: true, textColor: COLOURS.link }, length),
  wideRow({ value: about, align: 'right', wrap: true, textColor: COLOURS.about }, length),
]

/** What the colours of a sheet mean, below a table that has some. */
function legendRows(marks: ReadonlyMap<string, Mark>, columns: number): SheetCell[][] {
  const used = new Set([...marks.values()].map(({ colour }) => colour))
  const lines = LEGEND.filter(([colour]) => used.has(colour))
  return lines.map(([colour, words]) => wideRow({ value: words, wrap: true, backgroundColor: colour }, columns))
}

interface Book {
  readonly document: DocumentJson
  readonly pageFile: PageFile
  readonly taken: Set<string>
}

function tableSheet(table: TableJson, { document: { findings, source }, pageFile, taken }: Book): FullSheet {
  const data: SheetCell[][] = table.rows.map(() => table.columns.map(() => null))
  const marks = marksOf(table, findings)
  for (const cell of table.cells) {
    const row = data[cell.row]
    if (row) row[cell.column] = drawnCell(cell, table.headerRows, marks.get(placeKey(cell))?.colour)
  }
  const texts = headingOfSheet(table, source.file)
  const heading = headingRows(texts, table.columns.length)
  const columns = widthsOf(table, texts)
  const notes = table.cells.flatMap(({ row, column }): Note[] => {
    const words = marks.get(placeKey({ row, column }))?.words
    return words ? [{ row: row + heading.length, column, text: words.join('\n') }] : []
  })
  return {
    sheet: sheetName([table.number ?? table.id, table.title].filter(Boolean).join(' '), taken),
    data: withHeights([...heading, ...data, ...legendRows(marks, columns.length)], columns),
    columns,
    notes,
    links: [{ row: 0, column: 0, to: { sheet: INDEX } }, ...pageLinks({ row: 1, column: 0 }, table, pageFile)],
    stickyRowsCount: heading.length + table.headerRows,
    ...(sum(columns.map(({ width }) => width)) > UPRIGHT_WIDTH && { orientation: 'landscape' as const }),
  }
}

/** A value of a relation as a cell; 元 as a number where that is exact. */
function valueCell(value: Value): SheetCell {
  if (value === null || value === '') return null
  const alignVertical = 'top'
  if (typeof value === 'number') return { value, type: Number, alignVertical }
  if (typeof value === 'boolean') return { value, type: Boolean, alignVertical }
  const text = typeof value === 'bigint' ? yuanText(value) : value
  const number = typeof value === 'bigint' ? numberCell(text) : null
  return number ? { ...number, type: Number, alignVertical } : { value: text, type: String, wrap: true, alignVertical }
}

/** Rows of a relation with one frozen header line, in Chinese; a column is as wide as what stands in it. */
function relationSheet({ name, relation, rows }: ExtraSheet, taken: Set<string>): FullSheet {
  const texts = (column: string): string[] =>
    rows.map(row => row[column] ?? '').map(value => (typeof value === 'bigint' ? yuanText(value) : `${value}`))
  const columns = relation.columns.map(({ name: column, zh }) => ({
    width: Math.min(WIDEST, texts(column).reduce((most, text) => Math.max(most, widthOf(text)), widthOf(zh)) + 2),
  }))
  const head = relation.columns.map(({ zh }) => headCell(zh))
  const data = rows.map(row => relation.columns.map(column => valueCell(row[column.name] ?? null)))
  return {
    sheet: sheetName(name, taken),
    data: withHeights([head, ...data], columns),
    columns,
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

/** A relation shown on a sheet of its own. */
export interface ExtraSheet {
  readonly name: string
  readonly relation: Relation
  readonly rows: readonly Row[]
}

/** The print that rows are measured in, and what is written beside the cells; links stand before the margins that the print setup puts in. */
export const LOOK = { fontSize: 11, features: [NOTES, PRINT, LINKS] }

/** The sheets of a document: an index, its tables as drawn, merged cells and all, then relations such as the checks (勾稽); none where it has neither. */
export function workbookSheets(document: DocumentJson, extra: readonly ExtraSheet[], pageFile: PageFile): Sheet<never>[] {
  const book: Book = { document, pageFile, taken: new Set([INDEX]) }
  const tables = document.tables.filter(({ rows }) => rows.length > 0).map(table => [table, tableSheet(table, book)] as const)
  const rest = extra.map(one => relationSheet(one, book.taken))
  if (tables.length + rest.length === 0) return []
  return [indexSheet(document, { tables, rest }, pageFile), ...tables.map(([, sheet]) => sheet), ...rest]
}

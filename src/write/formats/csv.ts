import { stringify } from 'csv-stringify/sync'
import { isDashes } from '../../dashes.ts'
import { cellsByPlace } from '../../grid/grid.ts'
import type { TableJson } from '../document/document.ts'

/** One CSV file: its name, safe on every system, and its text, UTF-8 with BOM. */
export interface CsvFile {
  readonly name: string
  readonly text: string
}

/** Longest part of a title that goes into a file name, in characters: 60 Chinese characters are 180 of the 255 bytes that file systems allow. */
const TITLE_LENGTH = 60

/** A whole cell that prints a number, thousands grouped or not. */
const NUMBER = /^[+\-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/

/** What a spreadsheet takes for the start of a formula, full-width forms included; a sign alone, such as the operator of a goal, is a text. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]./s

/** The text of a cell for a CSV: numbers ungrouped with a plain minus, formulas made harmless by a leading apostrophe, all else as printed. */
export function csvText(text: string): string {
  if (NUMBER.test(text)) return text.replaceAll(',', '').replace('−', '-')
  return harmless(text)
}

/** A text that a spreadsheet would run as a formula, with an apostrophe before it; all else as it is. */
export const harmless = (text: string): string =>
  FORMULA.test(text) && !isDashes(text) && !NUMBER.test(text) ? `'${text}` : text

/** One name a column: the header path joined by `/`, `列3` where there is no header, numbered where two would be equal. */
export function columnNames(table: Pick<TableJson, 'columns'>): string[] {
  const taken = new Set<string>()
  return table.columns.map(({ index, path }) => {
    const name = path.join('/') || `列${index + 1}`
    let unique = name
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`
    taken.add(unique)
    return unique
  })
}

/** The text at every place of the body of a table, a spanning cell's text in each place that it covers. */
export const bodyRows = ({ cells, rows, columns, headerRows }: TableJson): string[][] =>
  cellsByPlace(cells, rows.length, columns.length)
    .slice(headerRows)
    .map(row => row.map(cell => cell?.text ?? ''))

/** What a field may be quoted for. */
const QUOTED = /[",\r\n]/

/** A text as it stands in a field of a CSV (RFC 4180); a plain one is left as it is, for which csv-stringify takes several times as long as for the rest of its line. */
export const csvField = (text: string): string =>
  QUOTED.test(text) ? stringify([[text]], { eof: false, quote_record_delimiter: true }) : text

/** Lines of a CSV, ended by CR LF. */
export const csvLines = (rows: readonly (readonly (string | null)[])[]): string =>
  rows.map(row => `${row.map(text => csvField(text ?? '')).join()}\r\n`).join('')

/** What makes spreadsheets see Chinese. */
export const BOM = '\uFEFF'

/**
 * Rows that become text at a time: what a long table is made of lives no longer than its piece. A thousand rows outlive the
 * young part of the heap: 30,000 took 240 MB more with them than with a hundred, and a quarter more time.
 */
export const ROWS_A_PIECE = 100

/** A table as CSV text in pieces that follow each other: UTF-8 with BOM, one header line. */
export function* csvPieces(table: TableJson): Generator<string> {
  yield BOM
  const rows = [columnNames(table), ...bodyRows(table)]
  for (let at = 0; at < rows.length; at += ROWS_A_PIECE)
    yield csvLines(rows.slice(at, at + ROWS_A_PIECE).map(row => row.map(csvText)))
}

/** The same as one text. */
export const csvOf = (table: TableJson): string => [...csvPieces(table)].join('')

/** A name without the characters that some file system refuses, in it or at its ends; all else is kept, Chinese included. */
export const writable = (name: string): string => name.replace(/[\p{Cc}<>:"/\\|?*]+/gu, '_').replace(/^[\s.]+|[\s.]+$/gu, '')

const safe = (name: string): string => writable(name).replace(/^(con|prn|aux|nul|com\d|lpt\d)$/iu, '$1_')

/** `<id>-<title>.csv` without characters that a file system refuses. */
export function csvName(table: Pick<TableJson, 'id' | 'title'>): string {
  const title = safe([...(table.title ?? '')].slice(0, TITLE_LENGTH).join(''))
  return `${[safe(table.id), title].filter(Boolean).join('-') || 'table'}.csv`
}

/** What two names share that one folder cannot both hold on every system: case, and é as one sign or as two, make no difference. */
export const foldedName = (name: string): string => name.normalize('NFC').toLowerCase()

/** A name that is not taken, else as `numbered` has the second, third and so on; it is taken from then on. */
export function unusedName(plain: string, taken: Set<string>, numbered: (n: number) => string): string {
  let name = plain
  for (let n = 2; taken.has(foldedName(name)); n++) name = numbered(n)
  taken.add(foldedName(name))
  return name
}

/** Tables with the names of their CSVs, unique whatever the case. */
export function namedTables(tables: readonly TableJson[]): { readonly name: string; readonly table: TableJson }[] {
  const taken = new Set<string>()
  return tables.map(table => {
    const name = csvName(table)
    return { name: unusedName(name, taken, n => name.replace(/\.csv$/, ` (${n}).csv`)), table }
  })
}

/** One CSV a table. */
export const csvFiles = (tables: readonly TableJson[]): CsvFile[] =>
  namedTables(tables).map(({ name, table }) => ({ name, text: csvOf(table) }))

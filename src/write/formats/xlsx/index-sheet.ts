import { basename } from 'node:path'
import type { CellObject, Cell as SheetCell } from 'write-excel-file/node'
import type { DocumentJson, TableJson } from '../../document/document.ts'
import { headingOf, pagesText, titleText } from '../../document/heading.ts'
import { COLOURS, type FullSheet, headCell, INDEX, type PageFile, pageLinks, wideRow } from './cells.ts'
import { withHeights } from './heights.ts'
import type { Link } from './links.ts'

/** Heads and widths, in characters, of the columns of the index. */
const COLUMNS = { 表: 48, 单位: 10, 页: 14, 行数: 8, 需核对的格: 12 } as const

const link = { textColor: COLOURS.link }

const words = (value: string, more: Partial<CellObject> = {}): SheetCell => ({
  ...{ value, type: String, borderStyle: 'thin', wrap: true },
  ...more,
})
const count = (value: number): SheetCell => ({ value, type: Number, borderStyle: 'thin' })

/** A table with the sheet that shows it. */
export type TableSheet = readonly [table: TableJson, sheet: FullSheet]

/** A line of the index: what a sheet shows, in which unit, from which pages, how much, and how many of its cells have a note. */
const tableLine = ([table, { notes = [] }]: TableSheet, isLinked: boolean): SheetCell[] => [
  words(headingOf(table).name, link),
  words(table.unit ?? ''),
  words(pagesText(table), isLinked ? link : {}),
  count(table.rows.length - table.headerRows),
  count(notes.length),
]

const otherLine = ({ sheet, data }: FullSheet): SheetCell[] => [
  words(sheet, link),
  words(''),
  words(''),
  count((data?.length ?? 1) - 1),
  words(''),
]

/** What a workbook holds, sheet by sheet, each a click away, and its page of the PDF. */
export function indexSheet(
  of: Pick<DocumentJson, 'document' | 'source'>,
  { tables, rest }: { readonly tables: readonly TableSheet[]; readonly rest: readonly FullSheet[] },
  pageFile: PageFile,
): FullSheet {
  const file = basename(of.source.file)
  const heads = Object.keys(COLUMNS)
  const title = titleText(of, file)
  const above = [
    wideRow({ value: title, fontWeight: 'bold', align: 'center' }, heads.length),
    wideRow({ value: file, align: 'right', textColor: COLOURS.about }, heads.length),
    heads.map(headCell),
  ]
  const sheets = [...tables.map(([, sheet]) => sheet), ...rest]
  const columns = Object.values(COLUMNS).map(width => ({ width }))
  return {
    sheet: INDEX,
    data: withHeights([...above, ...tables.map(one => tableLine(one, pageFile(1) !== null)), ...rest.map(otherLine)], columns),
    columns,
    stickyRowsCount: above.length,
    links: [
      ...sheets.map(({ sheet }, at): Link => ({ row: above.length + at, column: 0, to: { sheet } })),
      ...tables.flatMap(([table], at) => pageLinks({ row: above.length + at, column: 2 }, table, pageFile)),
    ],
  }
}

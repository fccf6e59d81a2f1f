import type { CellObject, Sheet, Cell as SheetCell } from 'write-excel-file/node'
import type { TableJson } from '../../document/document.ts'
import type { Link, Linked } from './links.ts'
import type { Noted } from './notes.ts'

/** Colours of cells by what they say. */
export const COLOURS = {
  header: '#E7EEF7',
  doubtful: '#FFE08A',
  error: '#F8B4B4',
  published: '#FAD7A0',
  about: '#666666',
  link: '#0B53C4',
} as const

/** The sheet that leads to all others. */
export const INDEX = '目录'

/** A row of one text over all columns of a sheet. */
export const wideRow = (cell: CellObject, columns: number): SheetCell[] => [
  { ...cell, type: String, columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
]

/** A head of a column. */
export const headCell = (value: string): SheetCell => ({
  ...{ value, type: String, fontWeight: 'bold', borderStyle: 'thin' },
  backgroundColor: COLOURS.header,
})

/** Where a page of the PDF of a workbook is, as seen from the workbook; null where it is not known. */
export type PageFile = (page: number) => string | null

/** Links of one cell to a page of the PDF, where that can be found. */
export function pageLinks(place: Pick<Link, 'row' | 'column'>, { regions }: TableJson, pageFile: PageFile): Link[] {
  const file = pageFile(regions[0]?.page ?? 1)
  return file === null ? [] : [{ ...place, to: { file } }]
}

/** A sheet with all that is written beside its cells. */
export type FullSheet = Sheet<never> & Noted & Linked & { readonly sheet: string }

import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { optional } from '../../errors.ts'
import type { PageFile } from '../../write/formats/xlsx/cells.ts'
import { LOOK, workbookSheets } from '../../write/formats/xlsx/workbook.ts'
import { SHEETS } from '../../write/relations/dataset.ts'
import { originalPaths, type Stands } from '../original-paths.ts'
import type { Sink } from './sink.ts'

/** The pages of a PDF as a workbook leads to them, where the file is found. */
function pagesFrom(workbook: string, file: string, stands: Stands): PageFile {
  const path = originalPaths(file, stands).find(existsSync)
  if (path === undefined || !/\.pdf$/i.test(file)) return () => null
  const link = relative(dirname(resolve(workbook)), path)
    .split(sep)
    .map(encodeURIComponent)
    .join('/')
  return page => `${link}#page=${page}`
}

/** One workbook a document in `folder`: a sheet a table, and sheets of facts and checks; its pages lead to the PDF as it is found from where the user `stands`. */
export async function xlsxSink(folder: string, stands: Stands): Promise<Sink> {
  const { default: writeXlsxFile } = await optional('xlsx', 'write-excel-file', () => import('write-excel-file/node'))
  mkdirSync(folder, { recursive: true })
  return {
    add: async ({ name, document }, parts) => {
      const extra = SHEETS.flatMap(({ sheet, relation }) => {
        const rows = parts.find(part => part.relation.name === relation)
        return rows ? [{ name: sheet, ...rows }] : []
      })
      const path = join(folder, `${name}.xlsx`)
      mkdirSync(dirname(path), { recursive: true })
      const sheets = workbookSheets(document, extra, pagesFrom(path, document.source.file, stands))
      if (sheets.length > 0) await writeXlsxFile(sheets, LOOK).toFile(path)
    },
    close: async () => {},
  }
}

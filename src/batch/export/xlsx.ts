import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SHEETS } from '../../write/dataset.ts'
import { workbookSheets } from '../../write/xlsx.ts'
import { NOTES } from '../../write/xlsx-notes.ts'
import { optional } from './optional.ts'
import type { Sink } from './sink.ts'

/** One workbook a document in `folder`: a sheet a table, and sheets of facts and checks. */
export async function xlsxSink(folder: string): Promise<Sink> {
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
      const sheets = workbookSheets(document, extra)
      if (sheets.length > 0) await writeXlsxFile(sheets, { features: [NOTES] }).toFile(path)
    },
    close: async () => {},
  }
}

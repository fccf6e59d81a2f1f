import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BudgetError, messageOf, optional } from '../../errors.ts'
import { BOM, csvLines, harmless } from '../../write/formats/csv.ts'
import { type ExportOptions, exportArchive } from './export.ts'

/** The rows that a query has over the DuckDB file of a dataset, as CSV; a usage error where the query is wrong. */
async function rowsOf(file: string, sql: string): Promise<string> {
  const { DuckDBInstance } = await optional('duckdb', '@duckdb/node-api', () => import('@duckdb/node-api'))
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll(sql).catch((cause: unknown) => {
      throw new BudgetError('usage', messageOf(cause), { cause })
    })
    const text = (value: unknown): string | null =>
      value === null ? null : typeof value === 'object' ? JSON.stringify(value) : harmless(String(value))
    return BOM + csvLines([reader.columnNames(), ...reader.getRowsJson().map(row => row.map(text))])
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Ask the documents of an output folder in SQL: they are put into a database that lives as long as the question. */
export async function queryArchive(out: string, sql: string, options: Omit<ExportOptions, 'formats'>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-query-'))
  const target = join(folder, 'dataset')
  try {
    await exportArchive(out, target, { ...options, formats: ['duckdb'] })
    return await rowsOf(join(target, 'yusuan.duckdb'), sql)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

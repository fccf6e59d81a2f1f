import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BudgetError, messageOf, optional } from '../../errors.ts'
import { version } from '../../version.ts'
import { BOM, csvLines, harmless } from '../../write/formats/csv.ts'
import { documentFolders, documentPath } from '../archive.ts'
import { MANIFEST } from '../manifest.ts'
import { DATASET_FOLDER } from '../names.ts'
import { type ExportOptions, exportArchive } from './export.ts'

/** Name of the DuckDB file of a dataset. */
const DATABASE = 'yusuan.duckdb'

/** What a query may do: read the tables. No file is written by it and no other one read, and it cannot allow itself to. */
const LOCKED = { access_mode: 'READ_ONLY', enable_external_access: 'false', lock_configuration: 'true' }

/** The rows that a query has over the DuckDB file of a dataset, as CSV; a usage error where the query is wrong. */
async function rowsOf(file: string, sql: string): Promise<string> {
  const { DuckDBInstance } = await optional('duckdb', '@duckdb/node-api', () => import('@duckdb/node-api'))
  const instance = await DuckDBInstance.create(file, LOCKED)
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll(sql).catch((cause: unknown) => {
      throw new BudgetError('usage', messageOf(cause), { cause })
    })
    if (reader.columnCount === 0) throw new BudgetError('usage', 'the query asks nothing')
    const text = (value: unknown): string | null =>
      value === null ? null : typeof value === 'object' ? JSON.stringify(value) : harmless(String(value))
    return BOM + csvLines([reader.columnNames(), ...reader.getRowsJson().map(row => row.map(text))])
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/**
 * The DuckDB file of the dataset of an output folder; null where there is none, another version wrote it, or what it was made of is no more
 * the same: a manifest or a document is newer, or there are more or fewer documents.
 */
async function standingDataset(out: string): Promise<string | null> {
  const [folder, manifest] = [join(out, DATASET_FOLDER), join(out, MANIFEST)]
  const [file, description] = [join(folder, DATABASE), join(folder, 'datapackage.json')]
  if (![file, description, manifest].every(existsSync)) return null
  if (!readFileSync(description, 'utf8').includes(`"yusuan ${version}"`)) return null
  const written = statSync(file).mtimeMs
  const documents = documentFolders(out)
  const sources = [manifest, ...documents.map(name => documentPath(out, name))]
  if (sources.some(path => statSync(path).mtimeMs >= written)) return null
  const [, count] = (await rowsOf(file, 'SELECT count(*) FROM documents')).trim().split('\r\n')
  return Number(count) === documents.length ? file : null
}

/** Ask the documents of an output folder in SQL: the dataset that was made of them as they are, else a database that lives as long as the question. */
export async function queryArchive(out: string, sql: string, options: Omit<ExportOptions, 'formats'>): Promise<string> {
  const standing = await standingDataset(out)
  if (standing !== null) return await rowsOf(standing, sql)
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-query-'))
  const target = join(folder, 'dataset')
  try {
    await exportArchive(out, target, { ...options, formats: ['duckdb'] })
    return await rowsOf(join(target, DATABASE), sql)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

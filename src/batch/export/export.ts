import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BudgetError } from '../../errors.ts'
import { sum } from '../../geometry.ts'
import { version } from '../../version.ts'
import { dataPackage, type PackageFile } from '../../write/formats/datapackage.ts'
import { DATASET } from '../../write/relations/dataset.ts'
import { archiveDocuments } from '../archive.ts'
import { prepareFolder, refuseAbsent, unwritable, writeWhole } from '../files.ts'
import type { Stands } from '../original-paths.ts'
import { hashOf } from '../sources.ts'
import { duckdbSink } from './duckdb.ts'
import { parquetSink } from './parquet.ts'
import type { Sink } from './sink.ts'
import { markdownSink, textSink } from './text.ts'
import { xlsxSink } from './xlsx.ts'

/** Formats of a dataset. */
export const FORMATS = ['csv', 'jsonl', 'xlsx', 'md', 'parquet', 'duckdb'] as const
export type Format = (typeof FORMATS)[number]

/** Formats of a list such as `csv,parquet`; a usage error that names the wrong one. */
export function parseFormats(text: string): Format[] {
  return text.split(',').map(word => {
    const format = FORMATS.find(name => name === word.trim())
    if (!format) throw new BudgetError('usage', `unknown format: ${word} (${FORMATS.join(', ')})`)
    return format
  })
}

const SINKS: Readonly<Record<Format, (folder: string, stands: Stands) => Sink | Promise<Sink>>> = {
  csv: folder => textSink(join(folder, 'csv'), 'csv'),
  jsonl: folder => textSink(join(folder, 'jsonl'), 'jsonl'),
  xlsx: (folder, stands) => xlsxSink(join(folder, 'xlsx'), stands),
  md: folder => markdownSink(join(folder, 'md')),
  parquet: folder => parquetSink(join(folder, 'parquet')),
  duckdb: folder => duckdbSink(join(folder, 'yusuan.duckdb')),
}

/** What an export did. */
export interface Exported {
  readonly documents: number
  readonly files: number
  readonly bytes: number
}

/** How an export is done. */
export interface ExportOptions {
  readonly formats: readonly Format[]
  /** Folder that the paths of the PDFs were given from (that of the process): workbooks lead there. */
  readonly cwd?: string
  readonly signal?: AbortSignal
  readonly onDocument?: (name: string) => void
  /** Told the documents of the manifest that are not there any more. */
  readonly onGone?: (name: string) => void
}

/**
 * Write the documents of an output folder as one dataset into `target`, with a datapackage.json that lists its files. Each
 * document is read when its turn comes, with the other parts of a publication that it leads, and let go. The old dataset is replaced only when the new one is whole.
 */
export async function exportArchive(
  out: string,
  target: string,
  { formats, cwd = process.cwd(), signal, onDocument, onGone }: ExportOptions,
): Promise<Exported> {
  refuseAbsent(out)
  refuseForeign(target)
  const unfinished = `${target}.${process.pid}.tmp`
  prepareFolder(unfinished)
  try {
    const sinks = await Promise.all([...new Set(formats)].map(format => SINKS[format](unfinished, { cwd, out })))
    let documents = 0
    for await (const document of archiveDocuments(out, onGone)) {
      if (signal?.aborted) throw new BudgetError('interrupted', 'interrupted; the old dataset is as it was')
      const parts = DATASET.map(({ relation, rowsOf }) => ({ relation, rows: rowsOf(document) }))
      for (const sink of sinks) await sink.add(document, parts)
      documents += 1
      onDocument?.(document.name)
    }
    for (const sink of sinks) await sink.close()
    const files = await filesOf(unfinished)
    const description = dataPackage(files, { version, created: new Date().toISOString() })
    writeWhole(join(unfinished, 'datapackage.json'), `${JSON.stringify(description, null, 2)}\n`)
    replace(target, unfinished)
    return { documents, files: files.length, bytes: sum(files.map(({ bytes }) => bytes)) }
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? unwritable(`to ${target}`, error) : error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** A folder that holds something else than a dataset is not replaced. */
function refuseForeign(target: string): void {
  if (!existsSync(target) || readdirSync(target).length === 0 || existsSync(join(target, 'datapackage.json'))) return
  throw new BudgetError(
    'usage',
    `${target} is no dataset of an earlier export and would be lost; name another folder with --to`,
  )
}

/** Put a whole folder in the place of an old one. */
function replace(target: string, whole: string): void {
  const old = `${target}.${process.pid}.old`
  mkdirSync(target, { recursive: true })
  renameSync(target, old)
  renameSync(whole, target)
  rmSync(old, { recursive: true, force: true })
}

/** The files of a dataset with their hashes, in the order of their paths. */
async function filesOf(folder: string): Promise<PackageFile[]> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
  const files: PackageFile[] = []
  for (const path of paths) {
    const sha256 = await hashOf(join(folder, path))
    const plain = path.replaceAll('\\', '/')
    const format = FORMATS.find(name => plain.endsWith(`.${name}`))
    const relation = DATASET.find(
      part => plain === `${format}/${part.relation.name}.${format}` || plain.startsWith(`parquet/${part.relation.name}/`),
    )
    const { size: bytes } = statSync(join(folder, path))
    if (format) files.push({ path: plain, sha256, bytes, format, relation: relation?.relation ?? null })
  }
  return files
}

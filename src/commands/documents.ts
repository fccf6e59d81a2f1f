import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { documentFolders, readDocumentFile } from '../batch/archive.ts'
import { refuseAbsent } from '../batch/files.ts'
import { readManifest } from '../batch/manifest.ts'
import { BudgetError } from '../errors.ts'
import { extractDocument } from '../pipeline.ts'
import type { DocumentJson } from '../write/document.ts'

/** A document of an output folder. */
export interface Extracted {
  readonly name: string
  readonly folder: string
  readonly document: DocumentJson
}

/** Whether somebody named a PDF where results are read. */
const isPdf = (path: string): boolean => extname(path).toLowerCase() === '.pdf' && existsSync(path) && statSync(path).isFile()

/** The document.json files of a path: itself, in it, or anywhere below it. */
function filesOf(path: string): string[] {
  refuseAbsent(path)
  if (statSync(path).isFile()) return [path]
  const own = join(path, 'document.json')
  return existsSync(own) ? [own] : documentFolders(path).map(folder => join(path, folder, 'document.json'))
}

/**
 * The documents under an output folder, the folder of one document, one document.json, or one PDF (it is read at
 * once, nothing is written), by name, each read when it is asked for; a usage error when there is none. With `current` those that a later publication replaces are left out.
 */
export async function* extractedDocuments(path: string, { current = false } = {}): AsyncGenerator<Extracted> {
  if (isPdf(path)) {
    const document = await extractDocument(readFileSync(path), { file: path })
    yield { name: basename(path, extname(path)), folder: dirname(path), document }
    return
  }
  const files = filesOf(path)
  if (files.length === 0) throw new BudgetError('usage', `no document.json under ${path}; run yusuan extract first`)
  const replaced = new Set<string>()
  if (current && statSync(path).isDirectory())
    for (const { name, replacedBy } of (await readManifest(path)).values()) if (replacedBy !== null) replaced.add(name)
  for (const file of files) {
    if (replaced.has(dirname(file).slice(path.length + 1))) continue
    yield { name: basename(dirname(file)), folder: dirname(file), document: readDocumentFile(file) }
  }
}

import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readDocumentFile } from '../batch/archive.ts'
import { readManifest } from '../batch/manifest.ts'
import { BudgetError } from '../errors.ts'
import type { DocumentJson } from '../write/document.ts'

/** A document of an output folder. */
export interface Extracted {
  readonly name: string
  readonly folder: string
  readonly document: DocumentJson
}

/** The document.json files of a path: itself, in it, or anywhere below it. */
function filesOf(path: string): string[] {
  if (!existsSync(path)) throw new BudgetError('usage', `no such folder: ${path}`)
  if (statSync(path).isFile()) return [path]
  if (existsSync(join(path, 'document.json'))) return [join(path, 'document.json')]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name === 'document.json')
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * The documents under an output folder, the folder of one document, or one document.json, by name, each read when it is asked
 * for; a usage error when there is none. With `current` those that a later publication replaces are left out.
 */
export async function* extractedDocuments(path: string, { current = false } = {}): AsyncGenerator<Extracted> {
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

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BudgetError } from '../errors.ts'
import { type DocumentJson, documentSchema } from '../write/document/document.ts'
import type { ArchiveDocument, NamedDocument } from '../write/relations/relation.ts'
import { refuseAbsent } from './files.ts'
import { readManifest } from './manifest.ts'
import { underOneName } from './offices.ts'
import { isRead, type Outcome, verdictOf } from './outcome.ts'
import { partsOfPublications, withScopes } from './publications.ts'

/** Where the document.json of a document of an output folder is. */
export const documentPath = (out: string, name: string): string => join(out, name, 'document.json')

/** A document.json, checked against its schema; an error of one line when it is damaged, or of another version. */
export function readDocumentFile(path: string): DocumentJson {
  try {
    return documentSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    const what = cause instanceof SyntaxError ? 'is damaged' : 'is no document of this version of yusuan'
    throw new BudgetError('unreadable', `${path} ${what}; the same yusuan extract as before does it again`, { cause })
  }
}

/** The outcomes of an output folder, by name, with one name for each department; a usage error when there is no manifest. */
export async function readArchive(out: string): Promise<Outcome[]> {
  const outcomes = [...(await readManifest(out)).values()]
  if (outcomes.length === 0)
    throw new BudgetError('usage', `no results in ${out}: no manifest.jsonl with outcomes of this version`)
  return withScopes(underOneName(outcomes.sort((a, b) => (a.name < b.name ? -1 : 1))))
}

/** A document of an output folder; its department, region and scope are those that the outcome names. */
function namedDocument(out: string, { name, subject }: Outcome): NamedDocument {
  const read = readDocumentFile(documentPath(out, name))
  const { department, region, scope } = subject ?? read.document
  return { name, document: { ...read, document: { ...read.document, department, region, scope } } }
}

/** A document of an output folder with what its outcome knows, by itself. */
export function documentOf(out: string, outcome: Outcome): ArchiveDocument {
  const { file, status, replacedBy, modified, version } = outcome
  const current = replacedBy === null
  return { ...namedDocument(out, outcome), file, status, current, replacedBy, modified, version, partOf: null, parts: [] }
}

/** Folders with a document.json, a folder itself and all below it; one that was copied in parts has no manifest that tells them. */
export const documentFolders = (out: string): string[] =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name === 'document.json')
    .map(entry => relative(out, entry.parentPath))
    .sort()

/**
 * The documents of an output folder one after the other, each read when it is asked for: those that were read, with tables or
 * sentences alone, each set of bytes once; `gone` is told those that are not there any more. Without a manifest every document.json below it counts;
 * a usage error where there is none.
 */
export async function* archiveDocuments(out: string, gone: (name: string) => void = () => {}): AsyncGenerator<ArchiveDocument> {
  refuseAbsent(out)
  if (existsSync(join(out, 'manifest.jsonl'))) {
    const read = (await readArchive(out)).filter(one => isRead(one) && one.duplicateOf === null)
    const there = read.filter(({ name }) => existsSync(documentPath(out, name)))
    const byName = new Map(there.map(outcome => [outcome.name, outcome]))
    for (const { name } of read) if (!byName.has(name)) gone(name)
    const parts = partsOfPublications(there)
    const leads = new Map([...parts].flatMap(([lead, others]) => others.map(other => [other, lead])))
    for (const outcome of there) {
      const others = (parts.get(outcome.name) ?? []).flatMap(name => byName.get(name) ?? [])
      const own = { partOf: leads.get(outcome.name) ?? null, parts: others.map(other => namedDocument(out, other)) }
      yield { ...documentOf(out, outcome), ...own }
    }
    return
  }
  const names = documentFolders(out)
  if (names.length === 0) throw new BudgetError('usage', `no document.json under ${out}; run yusuan extract first`)
  for (const name of names) {
    const document = readDocumentFile(documentPath(out, name))
    const { status } = verdictOf(document)
    const alone = { current: true, replacedBy: null, partOf: null, parts: [], modified: null, version: '' }
    yield { name, file: document.source.file, status, document, ...alone }
  }
}

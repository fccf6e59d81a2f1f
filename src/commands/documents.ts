import { existsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { PassThrough } from 'node:stream'
import { archiveDocuments, documentFolders, readDocumentFile } from '../batch/archive.ts'
import { refuseAbsent } from '../batch/files.ts'
import { type Answer, filterDocuments } from '../batch/filter.ts'
import { isRead, type Outcome } from '../batch/outcome.ts'
import { sourcesOf } from '../batch/sources.ts'
import { BudgetError } from '../errors.ts'
import type { DocumentJson } from '../write/document/document.ts'
import { documentOptions } from './batch-options.ts'
import { type Arguments, type Surroundings, tellGone } from './command.ts'
import { errorIn, type Language } from './said.ts'

/** A document of an output folder, or one that was read just now. */
export interface Extracted {
  readonly name: string
  readonly folder: string
  readonly document: DocumentJson
  /** Whether it was read just now: nothing of it is kept. */
  readonly isNew: boolean
}

/** A document that gave nothing. */
export type Lost = Pick<Outcome, 'file' | 'status' | 'message'>

/** What is wrong with a document, on one line that names the file: a name may break lines, and tell a terminal what to do. */
export const complaint = ({ file, status, message }: Lost, language: Language): string =>
  `${file}: ${status}: ${errorIn(language, message)}`.replaceAll(/\p{Cc}/gu, '\uFFFD')

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Whether a path is a document.json, or a folder with one anywhere below it. */
const holdsResults = (path: string): boolean =>
  isFolder(path) ? documentFolders(path).length > 0 : extname(path) === '.json' && existsSync(path)

async function isWithoutDocuments(folder: string): Promise<boolean> {
  for await (const { path } of sourcesOf([folder], folder)) return path === folder
  return true
}

/** The document of a document.json, or those of an output folder; with `current` without those that a later publication replaces. */
async function* kept(path: string, current: boolean, gone: (name: string) => void): AsyncGenerator<Extracted> {
  const taken = (folder: string, document: DocumentJson): Extracted => ({
    name: basename(folder),
    folder,
    document,
    isNew: false,
  })
  if (!isFolder(path)) yield taken(dirname(path), readDocumentFile(path))
  else
    for await (const one of archiveDocuments(path, gone))
      if (one.current || !current) yield taken(join(path, one.name), one.document)
}

/** Documents that are read now, in workers, told as they were given; nothing is written, and what gives nothing is told. */
async function* read(
  words: readonly string[],
  args: Arguments,
  { cwd, stdin, signal, stop }: Surroundings,
  lose: (lost: Lost) => void,
): AsyncGenerator<Extracted> {
  const answers = new PassThrough({ objectMode: true })
  const options = { document: documentOptions(args), spare: join(tmpdir(), 'yusuan'), inOrder: true, signal, stop }
  const all = filterDocuments(sourcesOf(words, cwd, stdin), options, answer => answers.write(answer))
  void all.then(
    () => answers.end(),
    error => answers.destroy(error),
  )
  for await (const { file, document, ...result } of answers as AsyncIterable<Answer>) {
    if (document === null || !isRead(result)) lose({ file, ...result })
    else yield { name: basename(file, extname(file)), folder: dirname(resolve(cwd, file)), document, isNew: true }
  }
}

interface Wanted {
  /** Whether those that a later publication replaces are left out. */
  readonly current?: boolean
  /** Takes what gave nothing. */
  readonly lost: Lost[]
}

/**
 * The documents that the words of a user stand for: those of output folders, of folders of one document and of document.json files, and those of PDFs, pictures,
 * folders, archives and globs, which are read at once, the same bytes once. A usage error where there is none.
 */
export async function* extractedDocuments(
  args: Arguments,
  surroundings: Surroundings,
  { current = false, lost }: Wanted,
): AsyncGenerator<Extracted> {
  const { cwd, say, language } = surroundings
  const { positionals } = args
  if (positionals.length === 0) throw new BudgetError('usage', 'a folder of results, or PDFs, are wanted')
  const named = positionals.map(word => ({ word, path: resolve(cwd, word) }))
  const results = named.filter(({ path }) => holdsResults(path))
  const unread = named.filter(one => !results.includes(one))
  for (const { word, path } of unread) {
    if (word !== '-' && !/[*?[{]/.test(word)) refuseAbsent(path)
    if (isFolder(path) && (await isWithoutDocuments(path)))
      throw new BudgetError('usage', `no document.json under ${path}; run yusuan extract first`)
  }
  for (const { path } of results) yield* kept(path, current, tellGone(surroundings))
  const lose = (one: Lost): void => {
    lost.push(one)
    say(`${complaint(one, language)}\n`)
  }
  const words = unread.map(({ word }) => word)
  if (words.length === 0) return
  const seen = new Set<string>()
  for await (const one of read(words, args, surroundings, lose)) {
    const { sha256 } = one.document.source
    if (!seen.has(sha256)) yield one
    seen.add(sha256)
  }
}

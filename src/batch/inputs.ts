import { createReadStream, globSync, type Stats, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { type ErrorCode, systemCode } from '../errors.ts'
import { filesBelow } from './folders.ts'
import { unusedFolder } from './names.ts'

/** A document to do, wherever its bytes are. */
export interface Source {
  readonly path: string
  /** What the user calls it. */
  readonly file: string
  /** Why there is nothing to read, or null; of which kind, where it is not that there is none. */
  readonly problem: string | null
  readonly code?: ErrorCode
  /** Bytes that are in no file of their own, or in one whose name cannot be written as text; only until the next source is asked for. */
  readonly open?: () => Promise<Readable>
  readonly modified?: string | null
}

/** A document to do with the folder name of its output. */
export interface Input extends Source {
  readonly name: string
}

/** What a name ends in, in small letters: a blank or a dot behind it is a slip, and one that is nothing else still says what it is. */
const endingOf = (path: string): string => /\.([a-z]+)[\s.]*$/i.exec(path)?.[1]?.toLowerCase() ?? ''

/** Whether a name is that of an archive of documents. */
export const isZip = (path: string): boolean => endingOf(path) === 'zip'

/** What names of PDFs and of pictures of pages end in. */
const DOCUMENTS: ReadonlySet<string> = new Set(['pdf', 'png', 'jpg', 'jpeg', 'tif', 'tiff'])

/** What macOS leaves beside a file, called as the file is: attributes of it, never its bytes. */
const LEFT_BY_MACOS = /(?:^|[\\/])(?:__MACOSX[\\/]|\._[^\\/]*$)/

/** Whether a name in a folder or an archive is that of a document or of an archive. */
export const isWanted = (path: string): boolean => (DOCUMENTS.has(endingOf(path)) || isZip(path)) && !LEFT_BY_MACOS.test(path)

/** What a path is, or why nobody can tell; null where there is nothing. */
function statOf(path: string | Buffer): Stats | string | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch (error) {
    return `cannot be read (${systemCode(error) ?? error})`
  }
}

/** A file as a document to do; a pipe, a device or a link that leads nowhere is told, and never waited for. */
function sourceAt({ path, file, raw }: Pick<Source, 'path' | 'file'> & { readonly raw?: Buffer }): Source {
  const stat = statOf(raw ?? path)
  if (stat === null) return { path, file, problem: 'no such file' }
  if (typeof stat === 'string') return { path, file, problem: stat }
  if (!stat.isFile()) return { path, file, problem: 'no regular file' }
  if (raw === undefined) return { path, file, problem: null }
  if (isZip(path)) return { path, file, problem: 'the name of this archive is not UTF-8; rename it' }
  return { path, file, problem: null, open: async () => createReadStream(raw), modified: stat.mtime.toISOString() }
}

/** PDFs, pictures and archives below a folder, in the order of their paths, and what could not be looked into. */
function sourcesBelow(folder: string, argument: string): Source[] {
  return filesBelow(folder, isWanted)
    .map(({ path, raw, problem }): Source => {
      const file = join(argument, path.slice(folder.length + 1))
      return problem === undefined ? sourceAt({ path, file, ...(raw && { raw }) }) : { path, file, problem }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** What one argument stands for: a file, the documents and archives below a folder, or the matches of a glob; never nothing. */
export function expand(argument: string, base: string): Source[] {
  const nothing = (problem: string): Source[] => [
    { path: resolve(base, argument.replaceAll('\0', '')), file: argument, problem },
  ]
  if (argument === '') return nothing('an empty name stands for no file')
  if (argument.includes('\0')) return nothing('no file has a NUL in its name')
  const path = resolve(base, argument)
  const stat = statOf(path)
  if (typeof stat === 'string') return nothing(stat)
  if (stat?.isDirectory()) {
    const found = sourcesBelow(path, argument)
    return found.length > 0 ? found : nothing('no PDF in this folder')
  }
  if (stat) return [sourceAt({ path, file: argument })]
  const matches = globSync(argument, { cwd: base }).filter(isWanted).sort()
  if (matches.length > 0) return matches.map(file => sourceAt({ path: resolve(base, file), file }))
  if (argument.includes('\uFFFD')) return nothing('its name is not UTF-8; give the folder that it is in')
  return nothing(/[*?[{]/.test(argument) ? 'no PDF matches' : 'no such file')
}

/**
 * The documents that the arguments of a user stand for, each path once, in the order given. `base` is the folder that
 * relative paths start from. Two documents with the same base name get `name` and `name-2`.
 */
export function inputsOf(args: readonly string[], base: string): Input[] {
  const found = new Map(args.flatMap(argument => expand(argument, base)).map(input => [input.path, input]))
  const taken = new Set<string>()
  return [...found.values()].map(input => ({ ...input, name: unusedFolder(input.path, taken) }))
}

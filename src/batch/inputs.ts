import { globSync, readdirSync, statSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'

/** A document to do: where it is, what the user calls it, and the folder name of its output. */
export interface Input {
  readonly path: string
  readonly file: string
  readonly name: string
  /** Why there is nothing to read, or null. */
  readonly problem: string | null
}

/** Something that an argument stands for, before it has a name. */
export type Found = Omit<Input, 'name'>

/** Whether a name is that of a PDF. */
export const isPdf = (path: string): boolean => extname(path).toLowerCase() === '.pdf'

/** Whether a name is that of an archive of documents. */
export const isZip = (path: string): boolean => extname(path).toLowerCase() === '.zip'

/** Whether a name is that of a picture of pages. */
const isPicture = (path: string): boolean => /^\.(?:png|jpe?g|tiff?)$/i.test(extname(path))

const isWanted = (path: string): boolean => isPdf(path) || isZip(path) || isPicture(path)

/** PDFs, pictures and archives below a folder, in the order of their names. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory() && isWanted(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()

/** What one argument stands for: a file, the documents and archives below a folder, or the matches of a glob; never nothing. */
export function expand(argument: string, base: string): Found[] {
  const path = resolve(base, argument)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat && !stat.isDirectory()) return [{ path, file: argument, problem: null }]
  if (stat) {
    const found = filesBelow(path).map(below => ({
      path: below,
      file: join(argument, below.slice(path.length + 1)),
      problem: null,
    }))
    return found.length > 0 ? found : [{ path, file: argument, problem: 'no PDF in this folder' }]
  }
  const matches = globSync(argument, { cwd: base }).filter(isWanted).sort()
  if (matches.length > 0) return matches.map(file => ({ path: resolve(base, file), file, problem: null }))
  const isGlob = /[*?[{]/.test(argument)
  return [{ path, file: argument, problem: isGlob ? 'no PDF matches' : 'no such file' }]
}

/** Longest name of a folder in bytes of UTF-8; file systems allow 255, and a suffix may follow. */
const LONGEST_NAME = 200

/** A folder name for a document: Windows refuses some characters; the rest of the file name is kept, Chinese included. */
export function folderName(path: string): string {
  const plain = basename(path, extname(path))
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
  let short = ''
  for (const character of plain) {
    if (Buffer.byteLength(short + character) > LONGEST_NAME) break
    short += character
  }
  return short || 'document'
}

/** A name that is not taken, whatever the case: `name`, `name-2`, …; it is taken from then on. */
export function unusedName(plain: string, taken: Set<string>): string {
  let name = plain
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${n}`
  taken.add(name.toLowerCase())
  return name
}

/**
 * The documents that the arguments of a user stand for, each path once, in the order given. `base` is the folder that
 * relative paths start from. Two documents with the same base name get `name` and `name-2`.
 */
export function inputsOf(args: readonly string[], base: string): Input[] {
  const found = new Map(args.flatMap(argument => expand(argument, base)).map(input => [input.path, input]))
  const taken = new Set<string>()
  return [...found.values()].map(input => ({ ...input, name: unusedName(folderName(input.path), taken) }))
}

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

type Found = Omit<Input, 'name'>

const isPdf = (path: string): boolean => extname(path).toLowerCase() === '.pdf'

/** PDFs below a folder, in the order of their names. */
const pdfsBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory() && isPdf(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()

/** What one argument stands for: a file, the PDFs below a folder, or the matches of a glob; never nothing. */
function expand(argument: string, base: string): Found[] {
  const path = resolve(base, argument)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat && !stat.isDirectory()) return [{ path, file: argument, problem: null }]
  if (stat) {
    const found = pdfsBelow(path).map(below => ({
      path: below,
      file: join(argument, below.slice(path.length + 1)),
      problem: null,
    }))
    return found.length > 0 ? found : [{ path, file: argument, problem: 'no PDF in this folder' }]
  }
  const matches = globSync(argument, { cwd: base }).filter(isPdf).sort()
  if (matches.length > 0) return matches.map(file => ({ path: resolve(base, file), file, problem: null }))
  const isGlob = /[*?[{]/.test(argument)
  return [{ path, file: argument, problem: isGlob ? 'no PDF matches' : 'no such file' }]
}

/** Windows refuses these in names; the rest of a file name is kept, Chinese included. */
const folderName = (path: string): string =>
  basename(path, extname(path))
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/gu, '') || 'document'

/**
 * The documents that the arguments of a user stand for, each path once, in the order given. `base` is the folder that
 * relative paths start from. Two documents with the same base name get `name` and `name-2`.
 */
export function inputsOf(args: readonly string[], base: string): Input[] {
  const found = new Map(args.flatMap(argument => expand(argument, base)).map(input => [input.path, input]))
  const taken = new Set<string>()
  return [...found.values()].map(input => {
    const plain = folderName(input.path)
    let name = plain
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${n}`
    taken.add(name.toLowerCase())
    return { ...input, name }
  })
}

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BudgetError, systemCode } from '../errors.ts'
import { unwritable } from './files.ts'
import { expand, isZip, type Source } from './inputs.ts'
import { zipMembers } from './zip.ts'

/** A larger document is none: the largest published ones have 300 MB of scans. It stops archives that inflate without end. */
const LARGEST = 2 ** 30

/** The words of a user one by one; `-` stands for a list on stdin, a line each. */
async function* wordsOf(args: readonly string[], stdin: Readable): AsyncGenerator<string> {
  for (const word of args) {
    if (word !== '-') yield word
    else
      for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY }))
        if (line.trim() !== '') yield line.trim()
  }
}

/** The members of an archive. What they are called is no path: `../a.pdf` in it is no other file than that. */
async function* membersOf({ path, file }: Source): AsyncGenerator<Source> {
  let none = true
  try {
    for await (const { name, problem, open, modified } of zipMembers(path)) {
      none = false
      const member = { file: `${file}/${name}`, path: `${path}/${name}`, modified }
      yield problem === null ? { ...member, problem, ...(open && { open }) } : { ...member, ...problemOfError(problem) }
    }
    if (none) yield { path, file, problem: 'no document in this archive' }
  } catch (error) {
    yield { path, file, ...problemOfError(error) }
  }
}

const problemOfError = (error: unknown): Pick<Source, 'problem' | 'code'> =>
  error instanceof BudgetError ? { problem: error.message, code: error.code } : { problem: String(error) }

/** Whether a word is an address of the web. */
export const isUrl = (word: string): boolean => /^https?:\/\//i.test(word)

/** The documents that the arguments of a user stand for, each path once, in order, found as they are asked for. */
export async function* sourcesOf(
  args: readonly string[],
  base: string,
  stdin: Readable = Readable.from([]),
): AsyncGenerator<Source> {
  const seen = new Set<string>()
  for await (const word of wordsOf(args, stdin))
    for (const found of isUrl(word) ? [{ path: word, file: word, problem: null }] : expand(word, base)) {
      if (seen.has(found.path)) continue
      seen.add(found.path)
      if (found.problem === null && isZip(found.path)) yield* membersOf(found)
      else yield found
    }
}

/** Bytes at hand: a file to read them from, and what they are. */
export interface Fetched {
  readonly path: string
  readonly sha256: string
  readonly modified: string | null
  /** Let go of a copy that was made. */
  readonly release: () => void
}

/** A copy of a stream in a file, hashed on the way; an error when it has more than `most` bytes. */
export async function copied(stream: Readable, to: string, most: number, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform: (chunk: Buffer, _, next) => {
      bytes += chunk.length
      hash.update(chunk)
      next(bytes > most ? new BudgetError('unreadable', `larger than ${Math.round(most / 2 ** 20)} MB`) : null, chunk)
    },
  })
  await pipeline(stream, measure, createWriteStream(to), { ...(signal && { signal }) })
  return hash.digest('hex')
}

/** The hash of a file, whatever its size. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Have the bytes of a source in a file, and their hash; what is in no file is copied into `folder`. Throws a BudgetError. */
export async function fetched(source: Source, folder: string): Promise<Fetched> {
  const { path, problem, code = 'no-such-file', open, modified = null } = source
  if (problem !== null) throw new BudgetError(code, problem)
  if (open) {
    const copy = join(folder, `.incoming-${randomUUID()}.${process.pid}.tmp`)
    const release = (): void => rmSync(copy, { force: true })
    try {
      return { path: copy, sha256: await copied(await open(), copy, LARGEST), modified, release }
    } catch (error) {
      release()
      throw readable(error, folder)
    }
  }
  try {
    const stat = statSync(path)
    if (!stat.isFile()) throw new BudgetError('unreadable', 'no regular file')
    return { path, sha256: await hashOf(path), modified: stat.mtime.toISOString(), release: () => {} }
  } catch (error) {
    throw readable(error, folder)
  }
}

const CANNOT_WRITE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** What went wrong, told apart: no room for a copy, or no bytes to be had. */
function readable(error: unknown, folder: string): BudgetError {
  if (error instanceof BudgetError) return error
  const code = systemCode(error)
  if (CANNOT_WRITE.has(code ?? '')) return unwritable(`to folder ${folder}`, error)
  return new BudgetError('unreadable', `cannot be read (${code ?? error})`, { cause: error })
}

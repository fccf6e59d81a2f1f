import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { containedEach } from '../contained.ts'
import { BudgetError, systemCode } from '../errors.ts'
import type { DocumentJson } from '../write/document/document.ts'
import { documentFiles } from '../write/document/document-files.ts'
import { checkedPieces } from '../write/document/json.ts'
import { isAlive } from './process.ts'

/** Reasons of the system in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file size limit is reached',
  EEXIST: 'a file is in the way',
  ENOTDIR: 'a file is in the way',
  ENOENT: 'no such folder is there or can be made',
  EROFS: 'it can only be read',
  EACCES: 'it is not allowed',
}

/** Run a file operation; a failure of the system becomes one line that names the place. */
export function writing<T>(what: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw cause instanceof Error && 'syscall' in cause ? unwritable(what, cause) : cause
  }
}

/** An error about a place that cannot be written, with the reason of the system. */
export function unwritable(what: string, cause: unknown): BudgetError {
  const why = systemCode(cause) ?? String(cause)
  return new BudgetError('unwritable', `cannot write ${what} (${REASONS[why] ?? why})`, { cause })
}

/** A usage error for a file or folder that is not there. */
export function refuseAbsent(path: string): void {
  if (!existsSync(path)) throw new BudgetError('usage', `no such file or folder: ${path}`)
}

/** The bytes of a file. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') throw new BudgetError('no-such-file', 'no such file', { cause })
    throw new BudgetError('unreadable', `cannot be read (${systemCode(cause) ?? cause})`, { cause })
  }
}

/**
 * Make a folder and those above it that are missing. Node's own `recursive` never ends below /proc, where a folder is there and none can be
 * made in it, and of a file system that can only be read it says that there is no such folder.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have made it in between.
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw error
  }
}

/** Make a folder and see that files can be put there. */
export const prepareFolder = (folder: string): void =>
  writing(`to folder ${folder}`, () => {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
  })

/** The text of a file: whole, or in pieces that follow each other. */
type FileText = string | Iterable<string>

/** No UTF-16 unit takes more bytes in UTF-8. */
const BYTES_A_CHARACTER = 3

/** Append text to an open file; how many bytes it has. All pieces go through the same bytes. */
function append(handle: number, text: FileText): number {
  let size = 0
  let bytes = Buffer.alloc(0)
  for (const piece of typeof text === 'string' ? [text] : text) {
    // Room for the longest UTF-8 of so many characters: counting first would go through the text twice.
    const room = BYTES_A_CHARACTER * piece.length
    if (room > bytes.length) bytes = Buffer.allocUnsafe(room)
    const length = bytes.write(piece)
    for (let done = 0; done < length; ) done += writeSync(handle, bytes, done, length - done)
    size += length
  }
  return size
}

/** Append text to an open file and have it on the disk before going on. */
export function writeThrough(handle: number, text: FileText): void {
  append(handle, text)
  fdatasyncSync(handle)
}

/** Write a file whole or not at all: under a temporary name in the same folder, then renamed. `write` tells whether there is to be one; so does the answer. */
function writeRenamed(path: string, write: (handle: number) => boolean): boolean {
  return writing(path, () => {
    const temporary = `${path}.${process.pid}.tmp`
    try {
      const handle = openSync(temporary, 'w')
      let isWanted = false
      try {
        isWanted = write(handle)
      } finally {
        closeSync(handle)
      }
      if (isWanted) renameSync(temporary, path)
      else rmSync(temporary)
      return isWanted
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
  })
}

/** Write a file whole or not at all; it outlives a power cut. */
export const writeWhole = (path: string, text: FileText): void =>
  void writeRenamed(path, handle => {
    writeThrough(handle, text)
    return true
  })

/**
 * Write the output folder of a document: the files beside document.json, then this one, so that it stands for all; files of an
 * earlier run go. A file whose text cannot be made is left out and told: gives the document as it was written, with these
 * findings. Only document.json waits for the disk: a disk that is waited for ten times takes longer than the work.
 */
export function writeDocument(folder: string, document: DocumentJson): DocumentJson {
  prepareFolder(folder)
  // Without document.json the folder is unfinished, so the old one must not stand for new CSVs.
  rmSync(join(folder, 'document.json'), { force: true })
  const beside = containedEach(
    documentFiles(basename(folder), document),
    ({ name, table }) => ({ stage: `writing of ${name}`, ...(table !== undefined && { table }) }),
    ({ name, text }) => (writeRenamed(join(folder, name), handle => append(handle, text()) > 0) ? [name] : []),
  )
  const written = beside.faults.length === 0 ? document : { ...document, findings: [...document.findings, ...beside.faults] }
  writeWhole(join(folder, 'document.json'), checkedPieces(written))
  removeOlder(folder, new Set(beside.value))
  return written
}

/** Remove what an earlier run wrote and this one did not. */
function removeOlder(folder: string, current: ReadonlySet<string>): void {
  for (const name of readdirSync(folder))
    if ((name.endsWith('.csv') && !current.has(name)) || isLeftOver(name)) rmSync(join(folder, name), { force: true })
}

/** The last bytes of every document.json: nothing before them ends a line without an indent. */
const LAST_BYTES = Buffer.from('\n}\n')

/** Whether a document.json is there from its beginning to its end, as far as its ends tell; it is not read. */
export function isWhole(path: string): boolean {
  let handle: number | undefined
  try {
    handle = openSync(path, 'r')
    const bytes = Buffer.alloc(LAST_BYTES.length)
    readSync(handle, bytes, 0, bytes.length, Math.max(0, fstatSync(handle).size - bytes.length))
    return bytes.equals(LAST_BYTES)
  } catch {
    return false
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** Remove what a worker that was killed left unfinished. */
export function removeLeftOvers(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) if (isLeftOver(name)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** A temporary file whose process is gone. */
function isLeftOver(name: string): boolean {
  const pid = /\.(\d+)\.tmp$/.exec(name)?.[1]
  return pid !== undefined && Number(pid) !== process.pid && !isAlive(Number(pid))
}

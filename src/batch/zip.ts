import { once } from 'node:events'
import { closeSync, openSync, readSync } from 'node:fs'
import { type Readable, Transform } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { BudgetError, messageOf } from '../errors.ts'
import { isWanted, isZip } from './inputs.ts'
import { isoOf } from './modified.ts'
import { decodedName } from './names.ts'

/** A document inside an archive. */
export interface ZipMember {
  /** Its name in the archive, folders included. */
  readonly name: string
  readonly modified: string | null
  /** Why there is nothing to read, or null. */
  readonly problem: BudgetError | null
  /** Its bytes; only until the next member is asked for. */
  readonly open?: () => Promise<Readable>
}

/** Bit 11 of the general purpose flags: the name is UTF-8. */
const UTF8 = 0x800

/** Name in UTF-8 that Info-ZIP adds beside one in another encoding (APPNOTE 4.6.9). */
const UNICODE_PATH = 0x7075

/** The name of a member. Chinese Windows writes GBK and says nothing, others write UTF-8 and say nothing: valid UTF-8 is taken for it. */
export function memberName(raw: Uint8Array, flags: number, unicodePath: Uint8Array | null): string {
  const bytes = unicodePath ?? raw
  return flags & UTF8 ? new TextDecoder().decode(bytes) : decodedName(bytes)
}

const nameOf = (entry: Entry): string => {
  const field = entry.extraFields.find(({ id }) => id === UNICODE_PATH)
  return memberName(entry.fileNameRaw, entry.generalPurposeBitFlag, field ? field.data.subarray(5) : null)
}

const damaged = (cause: unknown): BudgetError =>
  new BudgetError('corrupt', `damaged in the archive (${messageOf(cause)})`, { cause })

/** The bytes of a member as they go by; what is not what the archive says that it is, is an error at the end. */
function verified({ crc32: expected, uncompressedSize }: Entry): Transform {
  let [sum, bytes] = [0, 0]
  return new Transform({
    transform: (chunk: Buffer, _, next) => {
      sum = crc32(chunk, sum)
      bytes += chunk.length
      next(null, chunk)
    },
    flush: next => next(sum === expected && bytes === uncompressedSize ? null : damaged('wrong CRC or size')),
  })
}

function openMember(archive: ZipFile, entry: Entry): () => Promise<Readable> {
  return async () => {
    if (entry.isEncrypted()) throw new BudgetError('encrypted', 'protected by a password in the archive')
    const stream = await archive.openReadStreamPromise(entry).catch(cause => Promise.reject(damaged(cause)))
    const checked = verified(entry)
    stream.on('error', cause => checked.destroy(damaged(cause)))
    checked.on('close', () => stream.destroy())
    return stream.pipe(checked)
  }
}

/** Where yauzl stands in the directory of an archive; it moves on from there when it is asked for the next entry. */
interface Directory {
  readEntryCursor: number
  entriesRead: number
  emittedError: boolean
}

/** The next entry of an archive, null after the last one; throws where the directory is damaged. */
async function nextEntry(archive: ZipFile): Promise<Entry | null> {
  const settled = new AbortController()
  const next = Promise.race([once(archive, 'entry', settled), once(archive, 'end', settled)])
  archive.readEntry()
  const [entry = null] = await next.finally(() => settled.abort())
  return entry
}

/** First bytes of an entry in the directory of an archive. */
const ENTRY = Buffer.from('PK\u0001\u0002', 'latin1')

/** Largest stretch of a directory that is looked through for the next entry after a damaged one: an entry has 196 KB at most. */
const LONGEST_ENTRY = 2 ** 18

/** Move on behind a damaged entry of the directory; false when there is no other. */
function skipDamaged(path: string, archive: ZipFile): boolean {
  const directory = archive as unknown as Directory
  const from = directory.readEntryCursor + 1
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(LONGEST_ENTRY)
    const at = bytes.subarray(0, readSync(handle, bytes, 0, LONGEST_ENTRY, from)).indexOf(ENTRY)
    if (at < 0) return false
    Object.assign(directory, { readEntryCursor: from + at, entriesRead: directory.entriesRead + 1, emittedError: false })
    return true
  } finally {
    closeSync(handle)
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { decodeStrings: false, autoClose: false, lazyEntries: true, validateEntrySizes: false })
  } catch (cause) {
    throw new BudgetError('corrupt', `no archive that can be read (${messageOf(cause)})`, { cause })
  }
}

/**
 * The documents of an archive one after the other, never the whole archive in memory; archives in it and entries that are
 * damaged are members with a problem. Throws a BudgetError when it is no archive.
 */
export async function* zipMembers(path: string): AsyncGenerator<ZipMember> {
  const archive = await opened(path)
  try {
    for (let number = 1; ; number++) {
      const entry = await nextEntry(archive).catch(damaged)
      if (entry === null) return
      if (entry instanceof BudgetError) {
        yield { name: `(${number})`, problem: entry, modified: null }
        if (!skipDamaged(path, archive)) return
        continue
      }
      const name = nameOf(entry)
      const modified = isoOf(entry.getLastModDate().getTime())
      if (!isWanted(name)) continue
      if (isZip(name))
        yield { name, modified, problem: new BudgetError('unreadable', 'an archive in an archive; unpack it first') }
      else yield { name, modified, problem: null, open: openMember(archive, entry) }
    }
  } finally {
    archive.close()
  }
}

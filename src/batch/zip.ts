import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { BudgetError } from '../errors.ts'
import { isPdf } from './inputs.ts'

/** A document inside an archive. */
export interface ZipMember {
  /** Its name in the archive, folders included. */
  readonly name: string
  readonly bytes: number
  readonly modified: string | null
  /** Its bytes; only until the next member is asked for. */
  readonly open: () => Promise<Readable>
}

/** Bit 11 of the general purpose flags: the name is UTF-8. */
const UTF8 = 0x800

/** Name in UTF-8 that Info-ZIP adds beside one in another encoding (APPNOTE 4.6.9). */
const UNICODE_PATH = 0x7075

const strict = new TextDecoder('utf-8', { fatal: true })
const chinese = new TextDecoder('gb18030')

/** The name of a member. Chinese Windows writes GBK and says nothing, others write UTF-8 and say nothing: valid UTF-8 is taken for it. */
export function memberName(raw: Uint8Array, flags: number, unicodePath: Uint8Array | null): string {
  const bytes = unicodePath ?? raw
  try {
    return strict.decode(bytes)
  } catch {
    return flags & UTF8 ? new TextDecoder().decode(bytes) : chinese.decode(bytes)
  }
}

const nameOf = (entry: Entry): string => {
  const field = entry.extraFields.find(({ id }) => id === UNICODE_PATH)
  return memberName(entry.fileNameRaw, entry.generalPurposeBitFlag, field ? field.data.subarray(5) : null)
}

const modifiedOf = (entry: Entry): string | null => {
  const date = entry.getLastModDate()
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

function openMember(archive: ZipFile, entry: Entry): () => Promise<Readable> {
  return () => {
    if (entry.isEncrypted()) throw new BudgetError('encrypted', 'protected by a password in the archive')
    return archive.openReadStreamPromise(entry)
  }
}

/** The PDFs of an archive one after the other, never the whole archive in memory. */
export async function* zipMembers(path: string): AsyncGenerator<ZipMember> {
  let archive: ZipFile
  try {
    archive = await openPromise(path, { decodeStrings: false, autoClose: false, lazyEntries: true })
  } catch (cause) {
    throw new BudgetError('corrupt', `no archive that can be read (${cause instanceof Error ? cause.message : cause})`, {
      cause,
    })
  }
  try {
    for await (const entry of archive.eachEntry()) {
      const name = nameOf(entry)
      if (!isPdf(name)) continue
      yield {
        name,
        bytes: entry.uncompressedSize,
        modified: modifiedOf(entry),
        open: openMember(archive, entry),
      }
    }
  } finally {
    archive.close()
  }
}

import { basename, extname } from 'node:path'
import { unusedName, writable } from '../write/formats/csv.ts'
import { MANIFEST } from './manifest.ts'
import { PATCH } from './patch.ts'

const strict = new TextDecoder('utf-8', { fatal: true })
const chinese = new TextDecoder('gb18030')

/** A file name from its bytes: UTF-8 where they are valid UTF-8, else GBK, which Chinese Windows writes and says nothing. */
export function decodedName(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    return chinese.decode(bytes)
  }
}

/** Folder of the dataset in an output folder, unless a user names another. */
export const DATASET_FOLDER = 'dataset'

/** Names that this program keeps for itself in an output folder. */
const OURS: ReadonlySet<string> = new Set([MANIFEST, PATCH, DATASET_FOLDER])

/** Names that Windows keeps for itself; what ends like a temporary file would be swept away as one. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$|\.(?:tmp|old)$/i

/** Longest name of a folder in bytes of UTF-8; file systems allow 255, and a suffix may follow. */
const LONGEST_NAME = 200

/** A folder name for a document: that of its file, as far as every system can write it. */
function folderName(path: string): string {
  const plain = writable(basename(path, extname(path)))
  let short = ''
  for (const character of plain) {
    if (Buffer.byteLength(short + character) > LONGEST_NAME) break
    short += character
  }
  return OURS.has(short.toLowerCase()) || RESERVED.test(short) ? `${short}_` : short || 'document'
}

/** The name of the folder of a document that no other has: `name`, `name-2`, …; it is taken from then on. */
export function unusedFolder(path: string, taken: Set<string>): string {
  const plain = folderName(path)
  return unusedName(plain, taken, n => `${plain}-${n}`)
}

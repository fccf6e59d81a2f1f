import { inflateSync } from 'node:zlib'

/**
 * What a document may ask for that PDFium does not tell of, or tells otherwise: layers, a unit other than the point, and
 * encryption, which hides the other two.
 */
const BEYOND = ['/OCProperties', '/UserUnit', '/Encrypt'].map(name => Buffer.from(name))
const OBJECT_STREAM = Buffer.from('/ObjStm')
const STREAM = Buffer.from('stream')
const END = Buffer.from('endstream')
const [RETURN, NEWLINE] = [13, 10]

/** Whether the bytes of a PDF name something of it, or hide what they name. */
export function isBeyond(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (BEYOND.some(name => file.includes(name))) return true
  for (let at = file.indexOf(OBJECT_STREAM); at >= 0; at = file.indexOf(OBJECT_STREAM, at + 1)) {
    const objects = inflated(file, at)
    if (objects === null || BEYOND.some(name => objects.includes(name))) return true
  }
  return false
}

/** The content of the stream whose dictionary goes through `at`; null when it is none that can be looked into. */
function inflated(file: Buffer, at: number): Buffer | null {
  const keyword = file.indexOf(STREAM, at)
  const end = file.indexOf(END, keyword)
  if (keyword < 0 || end < 0) return null
  let start = keyword + STREAM.length
  if (file[start] === RETURN) start += 1
  if (file[start] === NEWLINE) start += 1
  try {
    return inflateSync(file.subarray(start, end))
  } catch {
    return null // another filter, or damage: the caller leaves the document to an engine that knows
  }
}

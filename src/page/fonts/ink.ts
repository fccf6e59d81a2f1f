/** First words of a file of TrueType outlines. */
const TRUE_TYPE = new Set([0x00010000, 0x74727565])
/** A directory of more tables than this is none. */
const MOST_TABLES = 200
/** Places in the tables of a font file (OpenType specification): the width of the places of glyphs, and the formats in which codes are told. */
const LONG_PLACES = 50
const [SEGMENTS, GROUPS] = [4, 12] as const

/** Where the tables of a file of TrueType outlines begin, by name; null when it is none. */
export function tablesOf(file: DataView): ReadonlyMap<string, number> | null {
  if (file.byteLength < 12 || !TRUE_TYPE.has(file.getUint32(0))) return null
  const tables = new Map<string, number>()
  for (let index = 0; index < Math.min(file.getUint16(4), MOST_TABLES); index++) {
    const entry = 12 + 16 * index
    if (entry + 16 > file.byteLength) break
    const name = [0, 1, 2, 3].map(at => String.fromCharCode(file.getUint8(entry + at))).join('')
    tables.set(name, file.getUint32(entry + 8))
  }
  return tables
}

/** Tells of a code of a font whether its glyph has an outline. Of other files than TrueType's, and of damaged ones, nobody knows: then it has none. */
export function inkOf(bytes: Uint8Array): (code: number) => boolean {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = tablesOf(file)
  const [cmap, head, loca, glyf] = ['cmap', 'head', 'loca', 'glyf'].map(name => tables?.get(name))
  if (cmap === undefined || head === undefined || loca === undefined || glyf === undefined) return () => false
  const placeOf = (glyph: number): number =>
    file.getUint16(head + LONG_PLACES) === 0 ? 2 * file.getUint16(loca + 2 * glyph) : file.getUint32(loca + 4 * glyph)
  return code => {
    try {
      const glyph = glyphOf(file, cmap, code)
      const place = placeOf(glyph)
      return glyph > 0 && placeOf(glyph + 1) > place && file.getInt16(glyf + place) !== 0
    } catch {
      return false // what lies beyond the end of the file draws nothing
    }
  }
}

/** The number of the glyph for a code; 0 when there is none. */
function glyphOf(file: DataView, cmap: number, code: number): number {
  for (let index = 0; index < file.getUint16(cmap + 2); index++) {
    const at = cmap + file.getUint32(cmap + 8 + 8 * index)
    const format = file.getUint16(at)
    const glyph = format === SEGMENTS ? inSegments(file, at, code) : format === GROUPS ? inGroups(file, at, code) : 0
    if (glyph > 0) return glyph
  }
  return 0
}

function inSegments(file: DataView, at: number, code: number): number {
  const room = file.getUint16(at + 6)
  for (let end = at + 14; end < at + 14 + room; end += 2) {
    if (file.getUint16(end) < code) continue
    const start = file.getUint16(end + 2 + room)
    const delta = file.getUint16(end + 2 + 2 * room)
    const range = end + 2 + 3 * room
    if (start > code) return 0
    if (file.getUint16(range) === 0) return (code + delta) & 0xffff
    return file.getUint16(range + file.getUint16(range) + 2 * (code - start))
  }
  return 0
}

function inGroups(file: DataView, at: number, code: number): number {
  for (let group = at + 16; group < at + 16 + 12 * file.getUint32(at + 12); group += 12) {
    const start = file.getUint32(group)
    if (code >= start && code <= file.getUint32(group + 4)) return file.getUint32(group + 8) + code - start
  }
  return 0
}

import { fontObject } from '../fonts/font.ts'
import { tablesOf } from '../fonts/ink.ts'
import type { FontObject } from '../operators/graphics-state.ts'
import { ADJUSTMENT } from './layout.ts'
import { type Letter, lettersOf, type Place } from './letters.ts'
import type { Library } from './library.ts'

/** Height of the em box above and below the baseline, in font sizes. */
interface Metrics {
  readonly ascent: number
  readonly descent: number
}

/** Letters whose ink PDFium takes for the metrics of a font that tells none: the codes of A and g, whatever they stand for. */
const STAND_INS = [0x41, 0x67] as const
/** Metrics are whole thousandths. */
const THOUSAND = 1000

/**
 * Ascent and descent of a font as pdf.js takes them: an embedded TrueType font's own tables are believed, not its
 * descriptor, and nothing is guessed from its letters. `standIns` are what the codes of `STAND_INS` stand for.
 */
function metricsOf(library: Library, font: number, standIns: readonly (Letter | undefined)[]): Metrics {
  const own = ownMetrics(library, font)
  if (own !== null) return own
  const told = toldMetrics(library, font)
  const [tall, deep] = standIns
  const isGuessed = told.ascent === rounded(tall?.ink.top) && told.descent === rounded(deep?.ink.bottom)
  return isGuessed ? { ascent: 0, descent: 0 } : told
}

const rounded = (length = 0): number => Math.round(length * THOUSAND) / THOUSAND

/** What the descriptor says, or PDFium makes up for it. */
function toldMetrics({ call, heap, answers }: Library, font: number): Metrics {
  const tell = (get: typeof call.FPDFFont_GetAscent): number =>
    get(font, 1, answers) ? rounded(heap().floats[answers >> 2]) : 0
  return { ascent: tell(call.FPDFFont_GetAscent), descent: tell(call.FPDFFont_GetDescent) }
}

/** What the embedded file says in `hhea`; null when it is no TrueType font. */
function ownMetrics({ call, heap, answers }: Library, font: number): Metrics | null {
  call.FPDFFont_GetFontData(font, 0, 0, answers)
  const size = heap().words[answers >> 2] ?? 0
  if (size === 0) return null
  const address = call.malloc(size)
  try {
    if (address === 0 || !call.FPDFFont_GetFontData(font, address, size, answers)) return null
    return horizontalMetrics(new DataView(heap().bytes.buffer, address, size))
  } finally {
    call.free(address)
  }
}

/** Ascent and descent by the tables `head` and `hhea` of a TrueType file (OpenType specification, Apple TrueType). */
export function horizontalMetrics(file: DataView): Metrics | null {
  const tables = tablesOf(file)
  const [head, hhea] = [tables?.get('head'), tables?.get('hhea')]
  if (head === undefined || hhea === undefined || Math.max(head + 20, hhea + 8) > file.byteLength) return null
  const em = file.getUint16(head + 18)
  return { ascent: file.getInt16(hhea + 4) / em, descent: file.getInt16(hhea + 6) / em }
}

/** Longest name of a font in bytes. */
const LONGEST_NAME = 500

/** The fonts of a document that is open, each looked at once. */
export function fontsOf(library: Library, document: number) {
  const { call } = library
  const known = new Map<number, { readonly object: FontObject; readonly letters: Map<number, Letter>; readonly place: Place }>()
  // PDFium forgets a font that no open page uses, and may put another one in its place; a text object keeps it.
  const keepers: number[] = []
  const look = (font: number) => {
    keepers.push(call.FPDFPageObj_CreateTextObj(document, font, 1))
    const name = nameOf(library, font)
    // Only fonts whose glyphs are drawings (Type 3) need no name.
    const place = { document, font, isDrawn: name === '' }
    const letters = new Map(lettersOf(library, place, STAND_INS))
    const metrics = metricsOf(
      library,
      font,
      STAND_INS.map(code => letters.get(code)),
    )
    const told = { name, loadedName: `f${known.size + 1}`, isType3Font: place.isDrawn, ...metrics }
    const found = { object: fontObject(told), letters, place }
    known.set(font, found)
    return found
  }
  /** A font with the letters of these codes; it knows what its codes stand for as far as they were asked for. */
  const of = (font: number, codes: Iterable<number>) => {
    const found = known.get(font) ?? look(font)
    const unknown: number[] = []
    for (const code of codes) if (code !== ADJUSTMENT && !found.letters.has(code)) unknown.push(code)
    for (const [code, letter] of lettersOf(library, found.place, unknown)) found.letters.set(code, letter)
    return found
  }
  /** To be called before the document is closed. */
  const close = (): void => {
    for (const keeper of keepers) call.FPDFPageObj_Destroy(keeper)
  }
  return { of, close }
}

export type Fonts = ReturnType<typeof fontsOf>

function nameOf({ call, heap, answers }: Library, font: number): string {
  const length = call.FPDFFont_GetBaseFontName(font, answers, LONGEST_NAME)
  const bytes = heap().bytes.slice(answers, answers + Math.max(0, Math.min(length, LONGEST_NAME) - 1))
  // Bytes of any encoding, as pdf.js gives them.
  return Buffer.from(bytes).toString('latin1')
}

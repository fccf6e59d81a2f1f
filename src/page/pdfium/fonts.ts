import { fontObject } from '../font.ts'
import type { FontObject } from '../graphics-state.ts'
import { metricsOf, STAND_INS } from './font-metrics.ts'
import { ADJUSTMENT } from './layout.ts'
import { type Letter, lettersOf } from './letters.ts'
import type { Library } from './library.ts'

/** A font of a document that is open. */
export interface Font {
  readonly object: FontObject
  /** What its codes stand for, as far as they were asked for. */
  readonly letters: ReadonlyMap<number, Letter>
}

/** The fonts of one document. */
export interface Fonts {
  /** A font with the letters of these codes. */
  readonly of: (font: number, codes: Iterable<number>) => Font
  /** To be called before the document is closed. */
  readonly close: () => void
}

/** Longest name of a font in bytes. */
const LONGEST_NAME = 500

/** The fonts of a document, each looked at once. */
export function fontsOf(library: Library, document: number): Fonts {
  const { call } = library
  const known = new Map<number, { readonly object: FontObject; readonly letters: Map<number, Letter> }>()
  // PDFium forgets a font that no open page uses, and may put another one in its place; a text object keeps it.
  const keepers: number[] = []
  const look = (font: number) => {
    keepers.push(call.FPDFPageObj_CreateTextObj(document, font, 1))
    const name = nameOf(library, font)
    const letters = new Map(lettersOf(library, { document, font }, STAND_INS))
    const metrics = metricsOf(
      library,
      font,
      STAND_INS.map(code => letters.get(code)),
    )
    // Only fonts whose glyphs are drawings (Type 3) need no name.
    const told = { name, loadedName: `f${known.size + 1}`, isType3Font: name === '', ...metrics }
    const found = { object: fontObject(told), letters }
    known.set(font, found)
    return found
  }
  const of = (font: number, codes: Iterable<number>): Font => {
    const found = known.get(font) ?? look(font)
    const unknown: number[] = []
    for (const code of codes) if (code !== ADJUSTMENT && !found.letters.has(code)) unknown.push(code)
    for (const [code, letter] of lettersOf(library, { document, font }, unknown)) found.letters.set(code, letter)
    return found
  }
  const close = (): void => {
    for (const keeper of keepers) call.FPDFPageObj_Destroy(keeper)
  }
  return { of, close }
}

function nameOf({ call, heap, answers }: Library, font: number): string {
  const length = call.FPDFFont_GetBaseFontName(font, answers, LONGEST_NAME)
  const bytes = heap().bytes.slice(answers, answers + Math.max(0, Math.min(length, LONGEST_NAME) - 1))
  // Bytes of any encoding, as pdf.js gives them.
  return Buffer.from(bytes).toString('latin1')
}

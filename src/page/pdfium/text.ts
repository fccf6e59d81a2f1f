import { type GraphicsState, initialState } from '../graphics-state.ts'
import type { Glyph } from '../page.ts'
import { paintText, type ShownGlyph } from '../text.ts'
import type { Fonts } from './fonts.ts'
import { ADJUSTMENT } from './layout.ts'
import type { Library } from './library.ts'
import { matrixOf } from './sheet.ts'

/** Text that runs downwards, which PDFium places but does not tell enough of. */
export const VERTICAL = 'vertical'

/** How a text object is painted. */
type Manner = Pick<GraphicsState, 'matrix' | 'clip' | 'fillVisible' | 'renderingMode'>

/** The glyphs that a text object paints. */
export function glyphsOf(library: Library, fonts: Fonts, { object, ...manner }: Manner & { readonly object: number }) {
  const { call, heap, answers } = library
  call.FPDFTextObj_GetFontSize(object, answers)
  const fontSize = heap().floats[answers >> 2] ?? 0
  const { codes, positions } = codesOf(library, object)
  const font = fonts.of(call.FPDFTextObj_GetFont(object), codes)
  const items: (ShownGlyph | number)[] = []
  let x = 0
  for (let index = 0; index < codes.length; index++) {
    const letter = font.letters.get(codes[index] ?? ADJUSTMENT)
    if (letter === undefined) continue
    if (letter.isVertical) return VERTICAL
    const at = index === 0 ? 0 : (positions[index - 1] ?? 0)
    // An adjustment takes the text to where PDFium has placed the code.
    if (at !== x) items.push(((x - at) * 1000) / fontSize)
    items.push(letter.shown)
    x = at + letter.advance * fontSize
  }
  const state = initialState(manner.matrix, manner.clip)
  const textMatrix = matrixOf(library, object)
  return paintText(Object.assign(state, manner, { font: font.object, fontSize, textMatrix }), items) as Glyph[]
}

/** The codes of a text object and, for all but the first, where they stand in text space. */
function codesOf({ heap, layout }: Library, object: number): { readonly codes: Uint32Array; readonly positions: Float32Array } {
  const { words, floats } = heap()
  const address = (at: number): number => (words[(object >> 2) + at] ?? 0) >> 2
  return {
    codes: words.slice(address(layout.codes), address(layout.codes + 1)),
    positions: floats.slice(address(layout.positions), address(layout.positions + 1)),
  }
}

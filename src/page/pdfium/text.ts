import { type GraphicsState, initialState } from '../graphics-state.ts'
import type { Glyph } from '../page.ts'
import { paintText, type ShownGlyph } from '../text.ts'
import type { Fonts } from './fonts.ts'
import { ADJUSTMENT } from './layout.ts'
import type { Library } from './library.ts'
import { matrixOf } from './sheet.ts'

/** Text that runs downwards, which PDFium places but does not tell enough of. */
export const VERTICAL = 'vertical'

/** The glyphs that a text object paints under a map and a clip. */
export function glyphsOf(
  library: Library,
  fonts: Fonts,
  { object, ...around }: Pick<GraphicsState, 'matrix' | 'clip' | 'fillVisible' | 'renderingMode'> & { readonly object: number },
): Glyph[] | typeof VERTICAL {
  const { call, heap, answers } = library
  call.FPDFTextObj_GetFontSize(object, answers)
  const fontSize = heap().floats[answers >> 2] ?? 0
  const { codes, positions } = codesOf(library, object)
  const font = fonts.of(call.FPDFTextObj_GetFont(object), codes)
  const items: (ShownGlyph | number)[] = []
  let x = 0
  for (const [index, code] of codes.entries()) {
    const letter = font.letters.get(code)
    if (letter === undefined) continue
    if (letter.isVertical) return VERTICAL
    const at = positions[index] ?? 0
    // An adjustment takes the text to where PDFium has placed the code.
    if (at !== x) items.push(((x - at) * 1000) / fontSize)
    items.push({ unicode: letter.text, width: letter.advance * 1000, isSpace: false, vmetric: null })
    x = at + letter.advance * fontSize
  }
  const textMatrix = matrixOf(library, object)
  return paintText({ ...initialState(around.matrix, around.clip), ...around, font: font.object, fontSize, textMatrix }, items)
}

/** The codes of a text object, adjustments left out, and where each stands in text space. */
function codesOf({ heap, layout }: Library, object: number): { readonly codes: number[]; readonly positions: number[] } {
  const { words, floats } = heap()
  const at = object >> 2
  const from = (words[at + layout.codes] ?? 0) >> 2
  const to = (words[at + layout.codes + 1] ?? 0) >> 2
  const places = (words[at + layout.positions] ?? 0) >> 2
  const codes: number[] = []
  const positions: number[] = []
  for (let index = 0; index < to - from; index++) {
    const code = words[from + index] ?? ADJUSTMENT
    if (code === ADJUSTMENT) continue
    codes.push(code)
    positions.push(index === 0 ? 0 : (floats[places + index - 1] ?? 0))
  }
  return { codes, positions }
}

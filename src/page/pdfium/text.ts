import { itemAt } from '../../geometry.ts'
import type { GraphicsState, ShownGlyph } from '../operators/graphics-state.ts'
import { paintText } from '../operators/text.ts'
import type { Glyph } from '../page.ts'
import type { Fonts } from './fonts.ts'
import { ADJUSTMENT } from './layout.ts'
import type { Library } from './library.ts'
import { matrixOf } from './sheet.ts'

/** Text that runs downwards, which PDFium places but does not tell enough of. */
export const VERTICAL = 'vertical'

/** The glyphs that a text object paints, in a state that tells all but its font, size and place. */
export function glyphsOf({ library, fonts, state }: TextPainter, object: number): Glyph[] | typeof VERTICAL {
  const { call, heap, answers } = library
  call.FPDFTextObj_GetFontSize(object, answers)
  const fontSize = itemAt(heap().floats, answers >> 2)
  const { codes, positions } = codesOf(library, object)
  const font = fonts.of(call.FPDFTextObj_GetFont(object), codes)
  const items: (ShownGlyph | number)[] = []
  let x = 0
  for (let index = 0; index < codes.length; index++) {
    const letter = font.letters.get(codes[index] ?? ADJUSTMENT)
    if (letter === undefined) continue
    if (letter.isVertical) return VERTICAL
    const at = itemAt(positions, index)
    // An adjustment takes the text to where PDFium has placed the code.
    if (at !== x) items.push(((x - at) * 1000) / fontSize)
    items.push(letter.shown)
    x = at + letter.advance * fontSize
  }
  Object.assign(state, { font: font.object, fontSize, textMatrix: matrixOf(library, object), x: 0, y: 0 })
  return paintText(state, items)
}

/** What paints text: PDFium, the fonts of the document, and a state that is used again for each object. */
export interface TextPainter {
  readonly library: Library
  readonly fonts: Fonts
  readonly state: GraphicsState
}

/** The codes of a text object, adjustments left out, and where each stands in text space. */
function codesOf({ heap, layout }: Library, object: number): { readonly codes: number[]; readonly positions: number[] } {
  const { words, floats } = heap()
  const addressAt = (at: number): number => itemAt(words, (object >> 2) + at) >> 2
  const [first, end, second] = [addressAt(layout.codes), addressAt(layout.codes + 1), addressAt(layout.positions)]
  const codes: number[] = []
  const positions: number[] = []
  for (let at = first; at < end; at++) {
    const code = words[at] ?? ADJUSTMENT
    if (code === ADJUSTMENT) continue
    codes.push(code)
    positions.push(at === first ? 0 : itemAt(floats, second + at - first - 1))
  }
  return { codes, positions }
}

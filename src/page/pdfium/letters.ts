import { itemAt } from '../../geometry.ts'
import type { ShownGlyph } from '../operators/graphics-state.ts'
import { UNKNOWN } from '../page.ts'
import type { Library } from './library.ts'

/** What a character code of a font stands for. */
export interface Letter {
  /** Its characters by the font's map to Unicode, and its width, as pdf.js shows them. */
  readonly shown: ShownGlyph
  /** How far it moves the text on, in font sizes. */
  readonly advance: number
  readonly isVertical: boolean
  /** How far its ink reaches above the baseline and down from it, in font sizes. */
  readonly ink: { readonly top: number; readonly bottom: number }
}

/** What PDFium reads for a code. */
interface Reading {
  readonly text: string
  readonly ink: Letter['ink']
}

const NOTHING: Reading = { text: '', ink: { top: 0, bottom: 0 } }

/** A font of a document. */
export interface Place {
  readonly document: number
  readonly font: number
  /** Whether its glyphs are drawings (Type 3), which PDFium knows by their codes where pdf.js knows their names. */
  readonly isDrawn: boolean
}

/** Space between the codes that are tried, in font sizes: so far apart they have nothing to do with each other. */
const APART = 100

/**
 * What codes stand for. Each is set as a text of its own on a page that nobody sees, far from the others: on the page
 * itself PDFium leaves out, joins and replaces characters by what stands around them.
 */
export function lettersOf(library: Library, place: Place, codes: readonly number[]): ReadonlyMap<number, Letter> {
  const unique = [...new Set(codes)]
  if (unique.length === 0) return new Map()
  const { call, scratch } = library
  const tried = unique.map((code, index) => ({ code, ...tryCode(library, place, code, index) }))
  const read = readScratch(library, place)
  for (const { object } of tried) {
    call.FPDFPage_RemoveObject(scratch, object)
    call.FPDFPageObj_Destroy(object)
  }
  return new Map(tried.map(({ code, object, advance }) => [code, letterOf(read.get(object) ?? NOTHING, advance)]))
}

const letterOf = ({ text, ink }: Reading, advance: number): Letter => ({
  shown: { unicode: text, width: Math.abs(advance) * 1000, isSpace: false, vmetric: null },
  advance: Math.abs(advance),
  isVertical: advance < 0,
  ink,
})

/** Set one code on the scratch page; twice first, because the place of the second tells the advance. */
function tryCode(library: Library, { document, font }: Place, code: number, index: number) {
  const { call, heap, answers, layout, scratch } = library
  const object = call.FPDFPageObj_CreateTextObj(document, font, 1)
  heap().words.set([code, code], answers >> 2)
  call.FPDFText_SetCharcodes(object, answers, 2)
  const { words, floats } = heap()
  const positions = itemAt(words, (object >> 2) + layout.positions)
  const isThere = words[(object >> 2) + layout.positions + 1] !== positions
  const advance = isThere ? itemAt(floats, positions >> 2) : 0
  call.FPDFText_SetCharcodes(object, answers, 1)
  heap().floats.set([1, 0, 0, 1, 0, -APART * index], answers >> 2)
  call.FPDFPageObj_SetMatrix(object, answers)
  call.FPDFPage_InsertObject(scratch, object)
  return { object, advance }
}

/** What PDFium reads on the scratch page, by text object; where a font's map has no entry it would give the number of the code. */
function readScratch({ call, heap, answers, scratch }: Library, { isDrawn }: Place): ReadonlyMap<number, Reading> {
  const read = new Map<number, Reading>()
  const page = call.FPDFText_LoadPage(scratch)
  for (let index = 0; index < call.FPDFText_CountChars(page); index++) {
    const object = call.FPDFText_GetTextObject(page, index)
    if (object === 0 || call.FPDFText_IsGenerated(page, index) === 1) continue
    const isMapped = isDrawn || call.FPDFText_HasUnicodeMapError(page, index) !== 1
    const character = isMapped ? String.fromCodePoint(call.FPDFText_GetUnicode(page, index)) : UNKNOWN
    const text = (read.get(object)?.text ?? '') + character
    call.FPDFText_GetCharBox(page, index, answers, answers + 8, answers + 16, answers + 24)
    call.FPDFText_GetCharOrigin(page, index, answers + 32, answers + 40)
    const [, , bottom = 0, top = 0, , y = 0] = new Float64Array(heap().bytes.buffer, answers, 6)
    read.set(object, { text, ink: { top: top - y, bottom: bottom - y } })
  }
  call.FPDFText_ClosePage(page)
  return read
}

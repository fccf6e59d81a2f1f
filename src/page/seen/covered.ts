import { type Box, holdsMiddle } from '../../geometry.ts'
import type { Matrix } from '../operators/matrix.ts'
import type { Glyph } from '../page.ts'
import { ImageKind } from '../pdfjs.ts'
import { DOUBTFUL, isOfFigure } from './clipped.ts'

/** A picture as pdf.js has it decoded. */
export interface Decoded {
  readonly kind: number
  readonly data?: Uint8Array | Uint8ClampedArray
}

/** Each channel of white, as of white paint. */
const WHITE = 250
/** All bits of a byte set: eight white pixels, or one that nothing shows through. */
const FULL = 255

/** What is seen where a picture is painted: what lies under it as far as is known, or white and nothing else, or what it prints. */
export function groundOf(picture: Decoded | null): 'clear' | 'white' | 'printed' {
  const { kind, data } = picture ?? {}
  if (data === undefined) return 'clear'
  if (kind === ImageKind.GRAYSCALE_1BPP) return data.every(bits => bits === FULL) ? 'white' : 'printed'
  if (kind === ImageKind.RGB_24BPP) return data.every(channel => channel >= WHITE) ? 'white' : 'printed'
  for (let at = 3; at < data.length; at += 4) if (data[at] !== FULL) return 'clear'
  return data.every(channel => channel >= WHITE) ? 'white' : 'printed'
}

/** Whether a picture painted so stands upright or on its side, and fills the box around it. */
export const isSquare = ([a, b, c, d]: Matrix): boolean => (b === 0 && c === 0) || (a === 0 && d === 0)

/** The characters of figures that a picture was painted over. */
export const figuresUnder = (box: Box, glyphs: readonly Glyph[]): Glyph[] =>
  glyphs.filter(glyph => isOfFigure(glyph) && holdsMiddle(box, glyph.box))

/** Of a page whose picture was read, and its text put under it, more than this share of the characters of figures lies under pictures. */
const READ_PICTURE = 0.5

/** The glyphs of a page, those `under` pictures that print something else in doubt: nobody sees them. A scan's text is that of its picture. */
export function withDoubts(glyphs: readonly Glyph[], under: ReadonlySet<Glyph>): readonly Glyph[] {
  if (under.size === 0 || under.size > READ_PICTURE * glyphs.filter(isOfFigure).length) return glyphs
  return glyphs.map(glyph => (under.has(glyph) ? { ...glyph, confidence: Math.min(glyph.confidence, DOUBTFUL) } : glyph))
}

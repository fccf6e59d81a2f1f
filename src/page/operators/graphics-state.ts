import type { Box } from '../../geometry.ts'
import type { Glyph } from '../page.ts'
import { IDENTITY, type Matrix } from './matrix.ts'

/** A glyph as pdf.js shows it; `width` in thousandths of the font size (or in the units of a Type 3 font's matrix). */
export interface ShownGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric: readonly [number, number, number] | null
  /** The code that is shown, where the engine tells it. */
  readonly originalCharCode?: number
  /** The character under which the file of the font, as the engine gives it, has the glyph. */
  readonly fontChar?: string
  /** Whether it has one there: what is not in the font is not drawn. */
  readonly isInFont?: boolean
  /** Whether what it stands for is no more than likely. */
  readonly isDoubtful?: boolean
}

/** A font, as far as it is used here. */
export interface FontObject {
  /** Name as the PDF has it and, in brackets, its number in the document: two fonts may share a name. */
  readonly name: string
  /** From glyph space to text space; the advance widths of a Type 3 font are in its own units. */
  readonly fontMatrix: Matrix
  /** Height of the em box above and below the baseline, in font sizes. */
  readonly ascent: number
  readonly descent: number
  readonly vertical: boolean
  /** Whether its codes are longer than a byte. */
  readonly composite: boolean
  /** The letters it has shown, to be added to; absent where the engine tells what it cannot map. */
  readonly letters?: Set<ShownGlyph>
  /** The file of its outlines, where it has one and the engine gives it. */
  readonly data?: Uint8Array | undefined
}

/** Operators as pdf.js gives them: of a page, or of the tile of a pattern. */
export interface OperatorList {
  readonly fnArray: readonly number[]
  // biome-ignore lint/suspicious/noExplicitAny: pdf.js types its arguments as any; each operator has its own
  readonly argsArray: readonly any[]
}

/** The tile of a pattern, in coordinates of its own. */
export interface Tile {
  readonly operators: OperatorList
  readonly matrix: Matrix
  readonly box: Box
  readonly white: boolean
}

/** The graphics state of PDF (ISO 32000-1, 8.4) as far as it decides what a table looks like, at the start of a page that is shown through `matrix`. */
export const initialState = (matrix: Matrix, clip: Box) => ({
  matrix,
  /** From the coordinates of the page or form to the page: what patterns are laid out in. */
  base: matrix,
  clip,
  /** The glyphs that were made a clip: paint is seen in their shapes. */
  stencil: null as readonly Glyph[] | null,
  /** The pattern that areas are filled with. */
  tile: null as Tile | null,
  fillWhite: false,
  strokeWhite: false,
  fillVisible: true,
  /** What lets that which is under paint be seen: its transparency, a blend mode, a pattern, a mask, or one of them around its group. */
  fillAlpha: 1,
  isBlended: false,
  isPatterned: false,
  isMasked: false,
  isSheer: false,
  strokeVisible: true,
  strokeAlpha: 1,
  lineWidth: 1,
  font: null as FontObject | null,
  fontSize: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  renderingMode: 0,
  textMatrix: IDENTITY,
  /** Position in text space, and the start of the line. */
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
})

export type GraphicsState = ReturnType<typeof initialState>

/** Whether paint hides what is under it. */
export const isOpaque = ({ fillAlpha, isBlended, isPatterned, isMasked, isSheer }: GraphicsState): boolean =>
  fillAlpha === 1 && !(isBlended || isPatterned || isMasked || isSheer)

import type { AxisLine, Box } from '../geometry.ts'
import type { Turn } from '../turn.ts'

/** Where text came from: the PDF's text layer, or recognised from a picture. */
export type Source = 'pdf' | 'ocr'

/** What stands for a character that nobody can tell. */
export const UNKNOWN = '\uFFFD'

/** One character as printed. Lengths in points; the page is upright, so nearly all glyphs run left to right. */
export interface Glyph {
  /** What a reader sees, in plain characters; may be several for a ligature. */
  readonly text: string
  /** Advance width by font ascent and descent. */
  readonly box: Box
  /** y of the line the glyph stands on; more reliable than the box in fonts with tall metrics. */
  readonly baseline: number
  /** Font size as shown. */
  readonly size: number
  /** Name of the font, as the PDF has it. */
  readonly font: string
  /** Direction in which the text runs, in degrees clockwise: 0 is upright, 90 runs downwards. */
  readonly direction: Turn
  readonly source: Source
  /** 0..1; 1 for an unambiguous text layer. */
  readonly confidence: number
}

/** A straight line that a reader sees, horizontal or vertical, by its middle. */
export interface Ruling extends AxisLine {
  /** Thickness in points; 0 for a hairline. */
  readonly width: number
}

/** A raster picture on the page. */
export interface Picture {
  readonly box: Box
  /** Size in pixels. */
  readonly pixels: readonly [width: number, height: number]
}

/** A font whose text cannot be trusted, and why. */
export interface GarbledFont {
  readonly font: string
  /** Share of its characters, digits and separators left out, that are impossible: private use, U+FFFD, unassigned, control characters. */
  readonly share: number
  readonly glyphs: number
}

/** A part of a page whose text runs in another direction, and is laid out upright to be read. */
export interface TurnedPart {
  readonly direction: Exclude<Turn, 0>
  /** Where it is printed, parts before it laid out. */
  readonly printed: Box
  /** Where it is laid out, from the same corner on: what stands below is moved by as much as its height changed. */
  readonly laid: Box
}

/** The parts of a page that are laid out upright, in the order in which that was done, and the size and the pictures of the page as printed. */
export interface Turned {
  readonly parts: readonly TurnedPart[]
  readonly width: number
  readonly height: number
  readonly pictures: readonly Picture[]
}

/** A page on which nothing is seen. */
export const emptyPage = (page: number): Page => ({
  ...{ page, width: 0, height: 0, rotation: 0, glyphs: [], rulings: [], pictures: [], shades: [], garbled: [] },
})

/** What a page shows, coordinates in points from the top left of the upright page. */
export interface Page {
  /** 1-based number in the document. */
  readonly page: number
  readonly width: number
  readonly height: number
  /** Degrees clockwise by which the stored page was turned to stand upright. */
  readonly rotation: Turn
  readonly glyphs: readonly Glyph[]
  readonly rulings: readonly Ruling[]
  readonly pictures: readonly Picture[]
  /** Coloured areas under the text (not white), as a reader sees them; never rulings. */
  readonly shades: readonly Box[]
  readonly garbled: readonly GarbledFont[]
  /** Filled shapes with curves, as high as letters: text that was drawn as outlines, or parts of a logo; absent when there are none. */
  readonly outlines?: number
  /** Set where parts are laid out upright: all coordinates are those of the page laid out so, and `printedBox` gives the printed ones. */
  readonly turned?: Turned
  /** The OCR engine that read the page's picture; absent when the text layer was read. */
  readonly ocr?: string
}

import type { Box } from '../geometry.ts'
import { type Bands, bandsOf } from './bands.ts'
import type { Fill, Stroke } from './drawing.ts'
import { type FontObject, type GraphicsState, initialState } from './graphics-state.ts'
import type { Matrix } from './matrix.ts'
import type { Glyph, Picture } from './page.ts'

/** What the walk has to ask pdf.js for. */
export interface Resources {
  readonly font: (id: string) => FontObject | null
  /** Whether an optional content group (a layer) is shown. */
  readonly layerVisible: (group: unknown) => boolean
}

/** What was painted on a page so far, in points of the page as shown, and how the next operator finds it: every operator changes it. */
export interface Canvas {
  readonly resources: Resources
  /** From PDF user space to the page. */
  readonly base: Matrix
  readonly bounds: Box
  readonly glyphs: Glyph[]
  readonly strokes: Stroke[]
  readonly fills: Fill[]
  /** The fills of another colour than white, by height: white text is seen only on them. */
  readonly coloured: Bands<Fill>
  readonly pictures: Picture[]
  outlines: number
  state: GraphicsState
  readonly stack: GraphicsState[]
  /** Whether each open piece of marked content is shown, and how many of them are not. */
  readonly layers: boolean[]
  hidden: number
  /** Whether the next path becomes the clip. */
  clipNext: boolean
}

/** What an operator does, with its arguments as pdf.js gives them. */
// biome-ignore lint/suspicious/noExplicitAny: pdf.js types its arguments as any; each operator has its own
export type Operator = (canvas: Canvas, args: readonly any[]) => void

/** Operators by the number that pdf.js gives them. */
export type Operators = Readonly<Record<number, Operator>>

/** A page on which nothing was painted. */
export const emptyCanvas = (resources: Resources, base: Matrix, bounds: Box): Canvas => ({
  ...{ resources, base, bounds, glyphs: [], strokes: [], fills: [], pictures: [], outlines: 0 },
  ...{ coloured: bandsOf(bounds), state: initialState(base, bounds), stack: [], layers: [], hidden: 0, clipNext: false },
})

import { type Box, intersection } from '../geometry.ts'
import { type Bands, bandsOf } from './bands.ts'
import { hideUnder, isOnColour } from './covered.ts'
import type { Fill, Stroke } from './drawing.ts'
import { type FontObject, type GraphicsState, initialState } from './graphics-state.ts'
import { type Matrix, mapBox } from './matrix.ts'
import type { Glyph, Picture } from './page.ts'
import { fillsOf } from './path.ts'

/** What the walk has to ask pdf.js for. */
export interface Resources {
  readonly font: (id: string) => FontObject | null
  /** Whether an optional content group (a layer) is shown. */
  readonly layerVisible: (group: unknown) => boolean
}

/** What was painted on a page so far, in points of the page as shown. */
export interface Paper {
  readonly glyphs: Glyph[]
  readonly strokes: Stroke[]
  readonly fills: Fill[]
  /** The fills of another colour than white, by height: white text is seen only on them. */
  readonly coloured: Bands<Fill>
  readonly pictures: Picture[]
  outlines: number
}

/** The same, and how the next operator finds it: every operator changes it. */
export interface Canvas extends Paper {
  readonly resources: Resources
  /** From PDF user space to the page. */
  readonly base: Matrix
  readonly bounds: Box
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
  ...{ resources, base, bounds, ...emptyPaper(bounds) },
  ...{ state: initialState(base, bounds), stack: [], layers: [], hidden: 0, clipNext: false },
})

/** Paper of this size on which nothing was painted. */
export const emptyPaper = (bounds: Box): Paper => ({
  ...{ glyphs: [], strokes: [], fills: [], coloured: bandsOf(bounds), pictures: [], outlines: 0 },
})

/** Text rendering modes that also draw the outline of a glyph, in another colour. */
const OUTLINED = new Set([1, 2])

/** Paint glyphs. White text is seen only on colour that was painted before it. */
export function addGlyphs(
  { glyphs, coloured }: Paper,
  painted: readonly Glyph[],
  state: Pick<GraphicsState, 'fillWhite' | 'renderingMode'>,
): void {
  const isWhite = state.fillWhite && !OUTLINED.has(state.renderingMode)
  for (const glyph of painted)
    if (!isWhite || isOnColour(glyph, coloured.at((glyph.box[1] + glyph.box[3]) / 2))) glyphs.push(glyph)
}

/** Paint an area. */
export function addFill({ fills, coloured }: Paper, box: Box, white: boolean): void {
  const fill = { box, white }
  fills.push(fill)
  if (!white) coloured.add(box, fill)
}

/** Path data of a rectangle has at most so many numbers: five points and a close. */
const RECTANGLE = 16

/** Where paint goes, whether it is white, and whether it hides what is under it. */
type Filling = Pick<GraphicsState, 'matrix' | 'clip'> & { readonly white: boolean; readonly covers: () => boolean }

/** Fill a path; a white box takes away what it was painted over. */
export function fillPath(paper: Paper, data: Float32Array, { matrix, clip, white, covers }: Filling): void {
  const { boxes, outlines } = fillsOf(data, matrix)
  paper.outlines += outlines
  const hides = white && boxes.length === 1 && data.length <= RECTANGLE
  for (const box of boxes) {
    const shown = intersection(box, clip)
    if (shown === null) continue
    addFill(paper, shown, white)
    if (hides && covers()) hideUnder(shown, paper.glyphs)
  }
}

const UNIT: Box = [0, 0, 1, 1]

/** The part of a picture that is seen: it is painted on the unit square; null where the clip leaves nothing. */
export const shownPicture = (matrix: Matrix, clip: Box): Box | null => intersection(mapBox(matrix, UNIT), clip)

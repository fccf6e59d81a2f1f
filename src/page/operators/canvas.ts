import { type Box, intersection } from '../../geometry.ts'
import type { Glyph, Picture } from '../page.ts'
import { bandsOf } from '../seen/bands.ts'
import { type ClippedGlyph, isOfFigure, shownPart } from '../seen/clipped.ts'
import type { Decoded } from '../seen/covered.ts'
import { type Covered, hideLines, hideText, hideUnder, isNarrow } from '../seen/hidden.ts'
import { type Fill, isOnColour } from './drawing.ts'
import { type FontObject, type GraphicsState, initialState, type OperatorList } from './graphics-state.ts'
import { type Matrix, mapBox } from './matrix.ts'
import { fillsOf, strokedBox, strokesOf } from './path.ts'

/** What the walk has to ask pdf.js for. */
export interface Resources {
  readonly font: (id: string) => FontObject | null
  /** Whether an optional content group (a layer) is shown. */
  readonly layerVisible: (group: unknown) => boolean
  /** A decoded picture; null where it is not to be had. */
  readonly picture: (id: string) => Decoded | null
}

/** What was painted on a page so far, in points of the page as shown. */
export interface Paper extends Covered {
  readonly clipped: ClippedGlyph[]
  /** The fills that print may stand on, by height: white text is seen only on those of another colour. */
  readonly grounds: ReturnType<typeof bandsOf<Fill>>
  readonly pictures: Picture[]
  /** Glyphs over which a picture was painted that prints something. */
  readonly under: Set<Glyph>
  outlines: number
}

/** The same, and how the next operator finds it: every operator changes it. */
export interface Canvas extends Paper {
  readonly resources: Resources
  /** From PDF user space to the page. */
  readonly base: Matrix
  readonly bounds: Box
  state: GraphicsState
  stack: GraphicsState[]
  /** Whether each open piece of marked content is shown, and how many of them are not. */
  readonly layers: boolean[]
  hidden: number
  /** Whether the next path becomes the clip. */
  clipNext: boolean
  /** The glyphs of the text that is being shown which become the clip at its end. */
  shapes: Glyph[]
  /** Paint what these operators say. */
  readonly run: (operators: OperatorList) => void
}

/** What an operator does, with its arguments as pdf.js gives them. */
// biome-ignore lint/suspicious/noExplicitAny: pdf.js types its arguments as any; each operator has its own
export type Operator = (canvas: Canvas, args: readonly any[]) => void

/** Operators by the number that pdf.js gives them. */
export type Operators = Readonly<Record<number, Operator>>

/** A page on which nothing was painted. */
export const emptyCanvas = (resources: Resources, base: Matrix, bounds: Box, run: Canvas['run']): Canvas => ({
  ...{ resources, base, bounds, run, ...emptyPaper(bounds) },
  ...{ state: initialState(base, bounds), stack: [], layers: [], hidden: 0, clipNext: false, shapes: [] },
})

/** Paper of this size on which nothing was painted. */
export const emptyPaper = (bounds: Box): Paper => ({
  glyphs: [],
  painted: bandsOf(bounds),
  clipped: [],
  strokes: [],
  fills: [],
  lines: bandsOf(bounds),
  grounds: bandsOf(bounds),
  pictures: [],
  under: new Set(),
  outlines: 0,
})

type Inked = Pick<GraphicsState, 'fillWhite' | 'strokeWhite' | 'renderingMode'>

/** Text rendering modes that draw the outline of a glyph, the first of them nothing else. */
const OUTLINE = 1
const OUTLINED: ReadonlySet<number> = new Set([OUTLINE, 2])

/** Whether text is white in all that its rendering mode paints. */
const isWhiteText = ({ fillWhite, strokeWhite, renderingMode: mode }: Inked): boolean =>
  (fillWhite || mode === OUTLINE) && (strokeWhite || !OUTLINED.has(mode))

/** Paint glyphs, of each the part that the clip shows; one without text is as good as cut off. White text is seen only on colour that was painted before it. */
export function addGlyphs(
  { glyphs, painted, clipped, grounds }: Paper,
  shown: readonly Glyph[],
  state: Inked & Pick<GraphicsState, 'clip'>,
): void {
  const isWhite = isWhiteText(state)
  for (const whole of shown) {
    const part = shownPart(whole, state.clip)
    const { box } = part ?? whole
    if (isWhite && !isOnColour(box, grounds.at((box[1] + box[3]) / 2))) continue
    if (whole.text === '') {
      clipped.push({ whole, part: null })
      continue
    }
    if (part !== null) {
      glyphs.push(part)
      painted.add(part.box, part)
    }
    if (part !== whole && (part !== null || isOfFigure(whole))) clipped.push({ whole, part })
  }
}

/** Paint an area. */
export function addFill({ fills, lines, grounds }: Paper, box: Box, white: boolean): void {
  const fill = { box, white }
  fills.push(fill)
  if (isNarrow(box)) lines.add(box, fill)
  if (!white || !isNarrow(box)) grounds.add(box, fill)
}

/** Where paint goes, whether it is white, and whether it hides what is under it. */
type Painting = Pick<GraphicsState, 'matrix' | 'clip'> & { readonly white: boolean; readonly covers: () => boolean }

/** Fill a path; it takes away what it was painted over. */
export function fillPath(paper: Paper, data: Float32Array, { matrix, clip, white, covers }: Painting): void {
  const { boxes, holes, outlines, bounds, holds } = fillsOf(data, matrix)
  paper.outlines += outlines
  const inClip = (some: readonly Box[]): Box[] => some.map(box => intersection(box, clip)).filter(box => box !== null)
  const shown = inClip(boxes)
  const covered = intersection(bounds, clip)
  if (covered !== null && covers()) {
    hideText(covered, paper, holds)
    for (const box of shown) hideLines(box, paper, holds)
  }
  for (const box of shown) addFill(paper, box, white)
  for (const box of inClip(holes)) addFill(paper, box, true)
}

/** Draw the lines of a path; one that is as thick as a box takes away what it was painted over. */
export function strokePath(
  paper: Paper,
  data: Float32Array,
  { matrix, white, covers, ...pen }: Painting & { readonly lineWidth: number; readonly close: boolean },
): void {
  for (const stroke of strokesOf(data, matrix, pen)) {
    const line = { ...stroke, white }
    const box = strokedBox(line)
    const covered = box && !isNarrow(box) ? intersection(box, pen.clip) : null
    if (covered !== null && covers()) hideUnder(covered, paper)
    paper.strokes.push(line)
    if (box !== null) paper.lines.add(box, line)
  }
}

const UNIT: Box = [0, 0, 1, 1]

/** The part of a picture that is seen: it is painted on the unit square; null where the clip leaves nothing. */
export const shownPicture = (matrix: Matrix, clip: Box): Box | null => intersection(mapBox(matrix, UNIT), clip)

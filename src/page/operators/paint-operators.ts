import { type Box, holdsMiddle, intersection } from '../../geometry.ts'
import { OPS } from '../pdfjs.ts'
import { type Decoded, figuresUnder, groundOf, isSquare } from '../seen/covered.ts'
import { hideUnder } from '../seen/hidden.ts'
import { addFill, addGlyphs, type Canvas, fillPath, type Operator, type Operators, shownPicture, strokePath } from './canvas.ts'
import { isOpaque } from './graphics-state.ts'
import { type Matrix, multiply } from './matrix.ts'
import { pathBounds } from './path.ts'
import { paintTile } from './tiles.ts'

const FILLS_AND_STROKES = [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]
const FILLS = new Set<number>([OPS.fill, OPS.eoFill, ...FILLS_AND_STROKES])
const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke, ...FILLS_AND_STROKES])

function clipTo(canvas: Canvas, data: Float32Array): void {
  const { state } = canvas
  const bounding = pathBounds(data, state.matrix)
  state.clip = (bounding && intersection(bounding, state.clip)) ?? [0, 0, 0, 0]
  canvas.clipNext = false
}

/** Fill letters that are the clip, or an area that a drawing is the pattern of; whether the path is one of them. */
function isSeenThrough(canvas: Canvas, data: Float32Array): boolean {
  const { state } = canvas
  if (state.stencil === null && state.tile === null) return false
  const bounding = pathBounds(data, state.matrix)
  const area = bounding && intersection(bounding, state.clip)
  return area !== null && (fillLetters(canvas, area, state.fillWhite) || paintTile(canvas, area))
}

/** Paint an area in the letters that are the clip; whether there are any. */
function fillLetters(canvas: Canvas, area: Box, fillWhite: boolean): boolean {
  const { state } = canvas
  if (state.stencil === null) return false
  const within = state.stencil.filter(({ box }) => holdsMiddle(area, box))
  addGlyphs(canvas, within, { ...state, fillWhite, renderingMode: 0 })
  return true
}

/** A path that is painted, clipped to, or both. */
const construct: Operator = (canvas, [paint, parts]) => {
  const data: Float32Array | null = parts?.[0] ?? null
  if (data === null) return
  const { state, hidden } = canvas
  if (FILLS.has(paint) && state.fillVisible && hidden === 0 && !isSeenThrough(canvas, data))
    fillPath(canvas, data, { ...state, white: state.fillWhite, covers: () => isOpaque(state) })
  if (STROKES.has(paint) && state.strokeVisible && hidden === 0) {
    const covers = (): boolean => isOpaque({ ...state, fillAlpha: state.strokeAlpha, isPatterned: false })
    strokePath(canvas, data, { ...state, close: paint === OPS.closeStroke, white: state.strokeWhite, covers })
  }
  if (canvas.clipNext) clipTo(canvas, data)
}

const clip: Operator = canvas => {
  canvas.clipNext = true
}

/** Paint a picture; the part of it that is seen, or null. */
function paintPicture(canvas: Canvas, matrix: Matrix, pixels: readonly [number, number]): Box | null {
  const { state, pictures, hidden } = canvas
  const box = hidden === 0 ? shownPicture(matrix, state.clip) : null
  if (box === null || fillLetters(canvas, box, false)) return null
  pictures.push({ box, pixels })
  return box
}

/** Paint a picture that hides what is under it: white takes it away, print leaves it in doubt. */
function paintOver(canvas: Canvas, pixels: readonly [number, number], decoded: () => Decoded | null): void {
  const { state, glyphs, under } = canvas
  const box = paintPicture(canvas, state.matrix, pixels)
  if (box === null || !isOpaque(state) || !isSquare(state.matrix)) return
  const figures = figuresUnder(box, glyphs)
  const ground = figures.length === 0 ? 'clear' : groundOf(decoded())
  if (ground === 'white') hideUnder(box, canvas)
  if (ground === 'printed') for (const figure of figures) under.add(figure)
}

const paintStored: Operator = (canvas, [id, width, height]) =>
  paintOver(canvas, [width, height], () => canvas.resources.picture(id))

const paintInline: Operator = (canvas, [picture]) =>
  paintOver(canvas, [picture?.width ?? 1, picture?.height ?? 1], () => picture)

/** A picture of one colour, whose pixels let through what is under them or not: nobody knows which. */
const paintStencil: Operator = (canvas, [picture]) =>
  void paintPicture(canvas, canvas.state.matrix, [picture?.width ?? 1, picture?.height ?? 1])

const paintRepeated: Operator = (canvas, [, scaleX, scaleY, positions]) => {
  for (let at = 0; at < positions.length; at += 2) {
    const matrix = multiply(canvas.state.matrix, [scaleX, 0, 0, scaleY, positions[at], positions[at + 1]])
    paintPicture(canvas, matrix, [1, 1])
  }
}

/** A gradient paints all that the clip leaves. */
const paintShading: Operator = canvas => {
  const { state, hidden } = canvas
  if (state.fillVisible && hidden === 0 && !fillLetters(canvas, state.clip, false)) addFill(canvas, state.clip, false)
}

const paintMask: Operator = canvas => {
  const { matrix, clip, fillWhite } = canvas.state
  const shown = shownPicture(matrix, clip)
  if (shown === null || canvas.hidden > 0) return
  addFill(canvas, shown, fillWhite)
  if (isOpaque(canvas.state) && isSquare(matrix)) hideUnder(shown, canvas)
}

/** Operators that paint paths and pictures. */
export const PAINT_OPERATORS: Operators = {
  [OPS.clip]: clip,
  [OPS.eoClip]: clip,
  [OPS.constructPath]: construct,
  [OPS.paintImageXObject]: paintStored,
  [OPS.paintInlineImageXObject]: paintInline,
  [OPS.paintImageMaskXObject]: paintStencil,
  [OPS.paintImageXObjectRepeat]: paintRepeated,
  [OPS.paintSolidColorImageMask]: paintMask,
  [OPS.shadingFill]: paintShading,
}

import { type Box, intersection } from '../geometry.ts'
import { addFill, type Canvas, fillPath, hideUnder, type Operator, type Operators, shownPicture } from './canvas.ts'
import { figuresUnder, groundOf, isSquare } from './covered.ts'
import { isOpaque } from './graphics-state.ts'
import { type Matrix, multiply } from './matrix.ts'
import { pathBounds, strokesOf } from './path.ts'
import { OPS } from './pdfjs.ts'

const FILLS_AND_STROKES = [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]
const FILLS = new Set<number>([OPS.fill, OPS.eoFill, ...FILLS_AND_STROKES])
const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke, ...FILLS_AND_STROKES])

function clipTo(canvas: Canvas, data: Float32Array): void {
  const { state } = canvas
  const bounding = pathBounds(data, state.matrix)
  state.clip = (bounding && intersection(bounding, state.clip)) ?? [0, 0, 0, 0]
  canvas.clipNext = false
}

/** A path that is painted, clipped to, or both. */
const construct: Operator = (canvas, [paint, parts]) => {
  const data: Float32Array | null = parts?.[0] ?? null
  if (data === null) return
  const { state, strokes, hidden } = canvas
  if (FILLS.has(paint) && state.fillVisible && hidden === 0)
    fillPath(canvas, data, { ...state, white: state.fillWhite, covers: () => isOpaque(state) })
  if (STROKES.has(paint) && state.strokeVisible && hidden === 0) {
    for (const stroke of strokesOf(data, state.matrix, {
      lineWidth: state.lineWidth,
      clip: state.clip,
      close: paint === OPS.closeStroke,
    }))
      strokes.push({ ...stroke, white: state.strokeWhite })
  }
  if (canvas.clipNext) clipTo(canvas, data)
}

const clip: Operator = canvas => {
  canvas.clipNext = true
}

/** Paint a picture; the part of it that is seen, or null. */
function paintPicture({ state, pictures, hidden }: Canvas, matrix: Matrix, pixels: readonly [number, number]): Box | null {
  const box = hidden === 0 ? shownPicture(matrix, state.clip) : null
  if (box !== null) pictures.push({ box, pixels })
  return box
}

/** A picture that hides what is under it: white takes it away, print leaves it in doubt. */
const paintStored: Operator = (canvas, [id, width, height]) => {
  const { state, resources, glyphs, under } = canvas
  const box = paintPicture(canvas, state.matrix, [width, height])
  if (box === null || !isOpaque(state) || !isSquare(state.matrix)) return
  const figures = figuresUnder(box, glyphs)
  const ground = figures.length === 0 ? 'clear' : groundOf(resources.picture(id))
  if (ground === 'white') hideUnder(box, canvas)
  if (ground === 'printed') for (const figure of figures) under.add(figure)
}

const paintInline: Operator = (canvas, [picture]) =>
  void paintPicture(canvas, canvas.state.matrix, [picture?.width ?? 1, picture?.height ?? 1])

const paintRepeated: Operator = (canvas, [, scaleX, scaleY, positions]) => {
  for (let at = 0; at < positions.length; at += 2) {
    const matrix = multiply(canvas.state.matrix, [scaleX, 0, 0, scaleY, positions[at], positions[at + 1]])
    paintPicture(canvas, matrix, [1, 1])
  }
}

/** A gradient paints all that the clip leaves. */
const paintShading: Operator = canvas => {
  if (canvas.state.fillVisible && canvas.hidden === 0) addFill(canvas, canvas.state.clip, false)
}

const paintMask: Operator = canvas => {
  const { matrix, clip, fillWhite } = canvas.state
  const shown = shownPicture(matrix, clip)
  if (shown !== null && canvas.hidden === 0) addFill(canvas, shown, fillWhite)
}

/** Operators that paint paths and pictures. */
export const PAINT_OPERATORS: Operators = {
  [OPS.clip]: clip,
  [OPS.eoClip]: clip,
  [OPS.constructPath]: construct,
  [OPS.paintImageXObject]: paintStored,
  [OPS.paintInlineImageXObject]: paintInline,
  [OPS.paintImageMaskXObject]: paintInline,
  [OPS.paintImageXObjectRepeat]: paintRepeated,
  [OPS.paintSolidColorImageMask]: paintMask,
  [OPS.shadingFill]: paintShading,
}

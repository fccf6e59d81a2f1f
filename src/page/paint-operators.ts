import { intersection } from '../geometry.ts'
import { addFill, type Canvas, fillPath, type Operator, type Operators, shownPicture } from './canvas.ts'
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
    fillPath(canvas, data, { ...state, white: state.fillWhite, covers: () => state.fillOpaque })
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

function paintPicture({ state, pictures, hidden }: Canvas, matrix: Matrix, pixels: readonly [number, number]): void {
  const box = shownPicture(matrix, state.clip)
  if (box !== null && hidden === 0) pictures.push({ box, pixels })
}

const paintInline: Operator = (canvas, [picture]) =>
  paintPicture(canvas, canvas.state.matrix, [picture?.width ?? 1, picture?.height ?? 1])

const paintRepeated: Operator = (canvas, [, scaleX, scaleY, positions]) => {
  for (let at = 0; at < positions.length; at += 2) {
    const matrix = multiply(canvas.state.matrix, [scaleX, 0, 0, scaleY, positions[at], positions[at + 1]])
    paintPicture(canvas, matrix, [1, 1])
  }
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
  [OPS.paintImageXObject]: (canvas, [, width, height]) => paintPicture(canvas, canvas.state.matrix, [width, height]),
  [OPS.paintInlineImageXObject]: paintInline,
  [OPS.paintImageMaskXObject]: paintInline,
  [OPS.paintImageXObjectRepeat]: paintRepeated,
  [OPS.paintSolidColorImageMask]: paintMask,
}

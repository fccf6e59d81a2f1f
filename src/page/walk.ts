import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Box, intersection } from '../geometry.ts'
import { hideUnder, isOnColour } from './covered.ts'
import type { Drawing, Fill, Stroke } from './drawing.ts'
import { type FontObject, type GraphicsState, initialState } from './graphics-state.ts'
import { IDENTITY, type Matrix, mapBox, multiply } from './matrix.ts'
import type { Glyph, Picture } from './page.ts'
import { fillsOf, pathBounds, strokesOf } from './path.ts'
import { paintText } from './text.ts'

/** The operator list of a page as pdf.js gives it. */
export interface OperatorList {
  readonly fnArray: readonly number[]
  // biome-ignore lint/suspicious/noExplicitAny: pdf.js types its arguments as any; each operator has its own
  readonly argsArray: readonly any[]
}

/** What the walk has to ask pdf.js for. */
export interface Resources {
  readonly font: (id: string) => FontObject | null
  /** Whether an optional content group (a layer) is shown. */
  readonly layerVisible: (group: unknown) => boolean
}

/** Text rendering modes that also draw the outline of a glyph, in another colour. */
const OUTLINED = new Set([1, 2])
const UNIT: Box = [0, 0, 1, 1]
/** Path data of a rectangle has at most so many numbers: five points and a close. */
const RECTANGLE = 16
const FILLS = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

/**
 * Go once over the operators of a page and collect what is painted, in points of the page as shown.
 * `base` maps PDF user space to the page (viewport transform), `bounds` is the page itself.
 */
export function walk(operators: OperatorList, resources: Resources, base: Matrix, bounds: Box): Drawing {
  const glyphs: Glyph[] = []
  const strokes: Stroke[] = []
  const fills: Fill[] = []
  const pictures: Picture[] = []
  let outlines = 0
  const stack: GraphicsState[] = []
  const layers: boolean[] = []
  let hidden = 0
  let state = initialState(base, bounds)
  let clipNext = false

  const restore = () => {
    state = stack.pop() ?? state
  }
  const paintPicture = (matrix: Matrix, width: number, height: number) => {
    const box = intersection(mapBox(matrix, UNIT), state.clip)
    if (box !== null && hidden === 0) pictures.push({ box, pixels: [width, height] })
  }
  const construct = (paint: number, data: Float32Array | null, closed: boolean) => {
    if (data === null) return
    if (FILLS.has(paint) && state.fillVisible && hidden === 0) {
      const { boxes, outlines: drawn } = fillsOf(data, state.matrix)
      outlines += drawn
      for (const box of boxes) {
        const shown = intersection(box, state.clip)
        if (shown !== null) fills.push({ box: shown, white: state.fillWhite })
        if (shown !== null && boxes.length === 1 && data.length <= RECTANGLE && state.fillWhite && state.fillOpaque)
          hideUnder(shown, glyphs)
      }
    }
    if (STROKES.has(paint) && state.strokeVisible && hidden === 0) {
      for (const stroke of strokesOf(data, state.matrix, state.lineWidth, state.clip, closed))
        strokes.push({ ...stroke, white: state.strokeWhite })
    }
    if (clipNext) {
      const bounding = pathBounds(data, state.matrix)
      state.clip = (bounding && intersection(bounding, state.clip)) ?? [0, 0, 0, 0]
      clipNext = false
    }
  }
  const show = (items: Parameters<typeof paintText>[1]) => {
    const painted = paintText(state, items)
    if (hidden > 0) return
    // White text is seen only on colour that was painted before it.
    const isWhite = state.fillWhite && !OUTLINED.has(state.renderingMode)
    for (const glyph of painted) if (!isWhite || isOnColour(glyph, fills)) glyphs.push(glyph)
  }

  for (let i = 0; i < operators.fnArray.length; i++) {
    const args = operators.argsArray[i] ?? []
    switch (operators.fnArray[i]) {
      case OPS.save:
      case OPS.beginGroup:
        stack.push({ ...state })
        break
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        restore()
        break
      case OPS.transform:
        state.matrix = multiply(state.matrix, args)
        break
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state })
        if (args[0]) state.matrix = multiply(state.matrix, args[0])
        if (args[1]) state.clip = intersection(mapBox(state.matrix, args[1]), state.clip) ?? [0, 0, 0, 0]
        break
      case OPS.beginAnnotation:
        stack.push(state)
        state = initialState(multiply(multiply(base, args[2] ?? IDENTITY), args[3] ?? IDENTITY), bounds)
        break
      case OPS.endAnnotation:
        restore()
        break
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps: {
        const visible = args[0] !== 'OC' || resources.layerVisible(args[1])
        layers.push(visible)
        if (!visible) hidden++
        break
      }
      case OPS.endMarkedContent:
        if (layers.pop() === false) hidden--
        break
      case OPS.setGState:
        for (const [key, value] of args[0]) applyParameter(state, resources, key, value)
        break
      case OPS.setLineWidth:
        state.lineWidth = args[0]
        break
      case OPS.setFillRGBColor:
        state.fillWhite = isWhite(args[0])
        break
      case OPS.setStrokeRGBColor:
        state.strokeWhite = isWhite(args[0])
        break
      case OPS.setFillColorN:
        state.fillWhite = false
        break
      case OPS.setStrokeColorN:
        state.strokeWhite = false
        break
      case OPS.clip:
      case OPS.eoClip:
        clipNext = true
        break
      case OPS.constructPath:
        construct(args[0], args[1]?.[0] ?? null, args[0] === OPS.closeStroke)
        break
      case OPS.paintImageXObject:
        paintPicture(state.matrix, args[1], args[2])
        break
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        paintPicture(state.matrix, args[0]?.width ?? 1, args[0]?.height ?? 1)
        break
      case OPS.paintImageXObjectRepeat:
        for (let at = 0; at < args[3].length; at += 2) {
          paintPicture(multiply(state.matrix, [args[1], 0, 0, args[2], args[3][at], args[3][at + 1]]), 1, 1)
        }
        break
      case OPS.paintSolidColorImageMask: {
        const shown = intersection(mapBox(state.matrix, UNIT), state.clip)
        if (shown !== null && hidden === 0) fills.push({ box: shown, white: state.fillWhite })
        break
      }
      case OPS.beginText:
        state.textMatrix = IDENTITY
        state.x = state.y = state.lineX = state.lineY = 0
        break
      case OPS.setCharSpacing:
        state.characterSpacing = args[0]
        break
      case OPS.setWordSpacing:
        state.wordSpacing = args[0]
        break
      case OPS.setHScale:
        state.horizontalScale = args[0] / 100
        break
      case OPS.setLeading:
        state.leading = -args[0]
        break
      case OPS.setFont:
        applyParameter(state, resources, 'Font', args)
        break
      case OPS.setTextRenderingMode:
        state.renderingMode = args[0]
        break
      case OPS.setTextRise:
        state.rise = args[0]
        break
      case OPS.moveText:
        moveLine(state, args[0], args[1])
        break
      case OPS.setLeadingMoveText:
        state.leading = args[1]
        moveLine(state, args[0], args[1])
        break
      case OPS.setTextMatrix:
        state.textMatrix = args[0]
        state.x = state.y = state.lineX = state.lineY = 0
        break
      case OPS.nextLine:
        moveLine(state, 0, state.leading)
        break
      case OPS.showText:
      case OPS.showSpacedText:
        show(args[0])
        break
      case OPS.nextLineShowText:
        moveLine(state, 0, state.leading)
        show(args[0])
        break
      case OPS.nextLineSetSpacingShowText:
        state.wordSpacing = args[0]
        state.characterSpacing = args[1]
        moveLine(state, 0, state.leading)
        show(args[2])
        break
    }
  }
  return { glyphs, strokes, fills, pictures, outlines }
}

function moveLine(state: GraphicsState, dx: number, dy: number): void {
  state.lineX += dx
  state.lineY += dy
  state.x = state.lineX
  state.y = state.lineY
}

/** One entry of an extended graphics state dictionary. */
function applyParameter(state: GraphicsState, resources: Resources, key: string, value: unknown): void {
  if (key === 'LW' && typeof value === 'number') state.lineWidth = value
  if (key === 'ca' && typeof value === 'number') {
    state.fillVisible = value > 0
    state.fillOpaque = value === 1
  }
  if (key === 'BM' && value !== 'source-over') state.fillOpaque = false
  if (key === 'CA' && typeof value === 'number') state.strokeVisible = value > 0
  if (key === 'Font' && Array.isArray(value)) {
    state.font = resources.font(value[0])
    state.fontSize = value[1]
  }
}

/** Paper white, or so near that no reader sees the difference (`#rrggbb`, each channel at least 250 of 255). */
const isWhite = (color: string): boolean => /^#f[a-f]f[a-f]f[a-f]$/i.test(color)

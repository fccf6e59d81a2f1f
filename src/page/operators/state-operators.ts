import { type Box, intersection, unionAll } from '../../geometry.ts'
import { OPS } from '../pdfjs.ts'
import { addGlyphs, type Canvas, type Operator, type Operators } from './canvas.ts'
import { type GraphicsState, initialState, isOpaque, type ShownGlyph } from './graphics-state.ts'
import { IDENTITY, type Matrix, mapBox, multiply } from './matrix.ts'
import { paintText } from './text.ts'

/** A clip that leaves nothing. */
const NOWHERE: Box = [0, 0, 0, 0]
/** PDF text rendering modes: the first of those that make text a clip, and the one that paints nothing besides. */
const [FIRST_CLIP, STENCIL] = [4, 7] as const

const save: Operator = ({ stack, state }) => void stack.push({ ...state })

const restore: Operator = canvas => {
  canvas.state = canvas.stack.pop() ?? canvas.state
}

/** What a soft mask paints is not on the page; a group is seen through where the paint of its place would be. */
const beginGroup: Operator = (canvas, [group]) => {
  save(canvas, [])
  if (group?.smask) canvas.hidden++
  else canvas.state.isSheer = !isOpaque({ ...canvas.state, isPatterned: false })
}

const endGroup: Operator = (canvas, [group]) => {
  restore(canvas, [])
  if (group?.smask) canvas.hidden--
}

const beginForm: Operator = (canvas, [matrix, box]) => {
  const { state, stack } = canvas
  stack.push({ ...state })
  if (matrix) state.matrix = multiply(state.matrix, matrix)
  state.base = state.matrix
  if (box) state.clip = intersection(mapBox(state.matrix, box), state.clip) ?? NOWHERE
}

const beginAnnotation: Operator = (canvas, [, , transform, matrix]) => {
  canvas.stack.push(canvas.state)
  canvas.state = initialState(multiply(multiply(canvas.base, transform ?? IDENTITY), matrix ?? IDENTITY), canvas.bounds)
}

const beginMarked: Operator = (canvas, [tag, group]) => {
  const visible = tag !== 'OC' || canvas.resources.layerVisible(group)
  canvas.layers.push(visible)
  if (!visible) canvas.hidden++
}

/** Paper white, or so near that no reader sees the difference (`#rrggbb`, each channel at least 250 of 255). */
const isWhite = (color: string): boolean => /^#f[a-f]f[a-f]f[a-f]$/i.test(color)

/** Paint no more opaque than this leaves paper as white as `isWhite` says: a text for machines, put over a page. */
const FAINT = 5 / 255

/** One entry of an extended graphics state dictionary. */
function applyParameter({ state, resources }: Canvas, key: string, value: unknown): void {
  if (key === 'LW' && typeof value === 'number') state.lineWidth = value
  if (key === 'ca' && typeof value === 'number') {
    state.fillVisible = value > FAINT
    state.fillAlpha = value
  }
  if (key === 'BM') state.isBlended = value !== 'source-over'
  if (key === 'SMask') state.isMasked = value !== false
  if (key === 'CA' && typeof value === 'number') {
    state.strokeVisible = value > FAINT
    state.strokeAlpha = value
  }
  if (key === 'Font' && Array.isArray(value)) {
    state.font = resources.font(value[0])
    state.fontSize = value[1]
  }
}

/** An operator that sets one number of the state. */
const setting =
  (name: 'lineWidth' | 'characterSpacing' | 'wordSpacing' | 'renderingMode' | 'rise'): Operator =>
  ({ state }, [value]) => {
    state[name] = value
  }

/** Operators that paint nothing and decide how what follows is painted, text apart. */
export const STATE_OPERATORS: Operators = {
  [OPS.save]: save,
  [OPS.beginGroup]: beginGroup,
  [OPS.restore]: restore,
  [OPS.endGroup]: endGroup,
  [OPS.paintFormXObjectBegin]: beginForm,
  [OPS.paintFormXObjectEnd]: restore,
  [OPS.beginAnnotation]: beginAnnotation,
  [OPS.endAnnotation]: restore,
  [OPS.beginMarkedContent]: beginMarked,
  [OPS.beginMarkedContentProps]: beginMarked,
  [OPS.endMarkedContent]: canvas => {
    if (canvas.layers.pop() === false) canvas.hidden--
  },
  [OPS.transform]: ({ state }, args) => {
    state.matrix = multiply(state.matrix, args as unknown as Parameters<typeof multiply>[1])
  },
  [OPS.setGState]: (canvas, [entries]) => {
    for (const [key, value] of entries) applyParameter(canvas, key, value)
  },
  [OPS.setLineWidth]: setting('lineWidth'),
  [OPS.setFillRGBColor]: ({ state }, [color]) => {
    state.fillWhite = isWhite(color)
    state.isPatterned = false
    state.tile = null
  },
  [OPS.setStrokeRGBColor]: ({ state }, [color]) => {
    state.strokeWhite = isWhite(color)
  },
  [OPS.setFillColorN]: ({ state }, [kind, color, operators, matrix, box]) => {
    state.fillWhite = false
    state.isPatterned = true
    const white = typeof color === 'string' && isWhite(color)
    state.tile = kind === 'TilingPattern' ? { operators, matrix: matrix ?? IDENTITY, box, white } : null
  },
  [OPS.setStrokeColorN]: ({ state }) => {
    state.strokeWhite = false
  },
}

function show(canvas: Canvas, items: readonly (ShownGlyph | number)[]): void {
  const { state, shapes, hidden } = canvas
  const painted = paintText(state, items)
  if (hidden === 0 && state.renderingMode !== STENCIL) addGlyphs(canvas, painted, state)
  if (state.renderingMode >= FIRST_CLIP) for (const glyph of painted) shapes.push(glyph)
}

/** The text that was shown as a clip is one now: of what follows, that is seen which lies in its letters. */
const endText: Operator = canvas => {
  const { shapes, state } = canvas
  if (shapes.length === 0) return
  state.stencil = state.stencil === null ? shapes : []
  state.clip = intersection(unionAll(shapes.map(({ box }) => box)), state.clip) ?? NOWHERE
  canvas.shapes = []
}

function beginAt(state: GraphicsState, matrix: Matrix): void {
  state.textMatrix = matrix
  state.x = state.y = state.lineX = state.lineY = 0
}

function moveLine(state: GraphicsState, dx: number, dy: number): void {
  state.lineX += dx
  state.lineY += dy
  state.x = state.lineX
  state.y = state.lineY
}

/** Operators of text: where it stands, how it is set, and what it says. */
export const TEXT_OPERATORS: Operators = {
  [OPS.beginText]: ({ state }) => beginAt(state, IDENTITY),
  [OPS.endText]: endText,
  [OPS.setTextMatrix]: ({ state }, [matrix]) => beginAt(state, matrix),
  [OPS.setFont]: (canvas, args) => applyParameter(canvas, 'Font', args),
  [OPS.setCharSpacing]: setting('characterSpacing'),
  [OPS.setWordSpacing]: setting('wordSpacing'),
  [OPS.setHScale]: ({ state }, [percent]) => {
    state.horizontalScale = percent / 100
  },
  [OPS.setLeading]: ({ state }, [leading]) => {
    state.leading = -leading
  },
  [OPS.setTextRenderingMode]: setting('renderingMode'),
  [OPS.setTextRise]: setting('rise'),
  [OPS.moveText]: ({ state }, [dx, dy]) => moveLine(state, dx, dy),
  [OPS.setLeadingMoveText]: ({ state }, [dx, dy]) => {
    state.leading = dy
    moveLine(state, dx, dy)
  },
  [OPS.nextLine]: ({ state }) => moveLine(state, 0, state.leading),
  [OPS.showText]: (canvas, [items]) => show(canvas, items),
  [OPS.showSpacedText]: (canvas, [items]) => show(canvas, items),
  [OPS.nextLineShowText]: (canvas, [items]) => {
    moveLine(canvas.state, 0, canvas.state.leading)
    show(canvas, items)
  },
  [OPS.nextLineSetSpacingShowText]: (canvas, [wordSpacing, characterSpacing, items]) => {
    canvas.state.wordSpacing = wordSpacing
    canvas.state.characterSpacing = characterSpacing
    moveLine(canvas.state, 0, canvas.state.leading)
    show(canvas, items)
  },
}

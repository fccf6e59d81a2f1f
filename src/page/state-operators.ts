import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { intersection } from '../geometry.ts'
import type { Canvas, Operator, Operators } from './canvas.ts'
import { initialState } from './graphics-state.ts'
import { IDENTITY, mapBox, multiply } from './matrix.ts'

const save: Operator = ({ stack, state }) => void stack.push({ ...state })

const restore: Operator = canvas => {
  canvas.state = canvas.stack.pop() ?? canvas.state
}

const beginForm: Operator = (canvas, [matrix, box]) => {
  const { state, stack } = canvas
  stack.push({ ...state })
  if (matrix) state.matrix = multiply(state.matrix, matrix)
  if (box) state.clip = intersection(mapBox(state.matrix, box), state.clip) ?? [0, 0, 0, 0]
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

const endMarked: Operator = canvas => {
  if (canvas.layers.pop() === false) canvas.hidden--
}

/** Paper white, or so near that no reader sees the difference (`#rrggbb`, each channel at least 250 of 255). */
const isWhite = (color: string): boolean => /^#f[a-f]f[a-f]f[a-f]$/i.test(color)

/** One entry of an extended graphics state dictionary. */
export function applyParameter({ state, resources }: Canvas, key: string, value: unknown): void {
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

/** An operator that sets one number of the state. */
export const setting =
  (name: 'lineWidth' | 'characterSpacing' | 'wordSpacing' | 'renderingMode' | 'rise'): Operator =>
  ({ state }, [value]) => {
    state[name] = value
  }

/** Operators that paint nothing and decide how what follows is painted, text apart. */
export const STATE_OPERATORS: Operators = {
  [OPS.save]: save,
  [OPS.beginGroup]: save,
  [OPS.restore]: restore,
  [OPS.endGroup]: restore,
  [OPS.paintFormXObjectBegin]: beginForm,
  [OPS.paintFormXObjectEnd]: restore,
  [OPS.beginAnnotation]: beginAnnotation,
  [OPS.endAnnotation]: restore,
  [OPS.beginMarkedContent]: beginMarked,
  [OPS.beginMarkedContentProps]: beginMarked,
  [OPS.endMarkedContent]: endMarked,
  [OPS.transform]: ({ state }, args) => {
    state.matrix = multiply(state.matrix, args as unknown as Parameters<typeof multiply>[1])
  },
  [OPS.setGState]: (canvas, [entries]) => {
    for (const [key, value] of entries) applyParameter(canvas, key, value)
  },
  [OPS.setLineWidth]: setting('lineWidth'),
  [OPS.setFillRGBColor]: ({ state }, [color]) => {
    state.fillWhite = isWhite(color)
  },
  [OPS.setStrokeRGBColor]: ({ state }, [color]) => {
    state.strokeWhite = isWhite(color)
  },
  [OPS.setFillColorN]: ({ state }) => {
    state.fillWhite = false
  },
  [OPS.setStrokeColorN]: ({ state }) => {
    state.strokeWhite = false
  },
}

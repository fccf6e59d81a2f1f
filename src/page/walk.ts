import type { Box } from '../geometry.ts'
import { emptyCanvas, type Operators, type Resources } from './canvas.ts'
import type { Drawing } from './drawing.ts'
import type { Matrix } from './matrix.ts'
import { PAINT_OPERATORS } from './paint-operators.ts'
import { STATE_OPERATORS, TEXT_OPERATORS } from './state-operators.ts'

/** The operator list of a page as pdf.js gives it. */
export interface OperatorList {
  readonly fnArray: readonly number[]
  // biome-ignore lint/suspicious/noExplicitAny: pdf.js types its arguments as any; each operator has its own
  readonly argsArray: readonly any[]
}

/** Every operator that has to do with what a table looks like; the others are passed over. */
const OPERATORS: Operators = { ...STATE_OPERATORS, ...TEXT_OPERATORS, ...PAINT_OPERATORS }

/**
 * Go once over the operators of a page and collect what is painted, in points of the page as shown.
 * `base` maps PDF user space to the page (viewport transform), `bounds` is the page itself.
 */
export function walk({ fnArray, argsArray }: OperatorList, resources: Resources, base: Matrix, bounds: Box): Drawing {
  const canvas = emptyCanvas(resources, base, bounds)
  for (const [at, operator] of fnArray.entries()) OPERATORS[operator]?.(canvas, argsArray[at] ?? [])
  return canvas
}

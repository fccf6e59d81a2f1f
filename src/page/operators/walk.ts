import type { Box } from '../../geometry.ts'
import { emptyCanvas, type Operators, type Resources } from './canvas.ts'
import type { Drawing } from './drawing.ts'
import type { OperatorList } from './graphics-state.ts'
import type { Matrix } from './matrix.ts'
import { PAINT_OPERATORS } from './paint-operators.ts'
import { STATE_OPERATORS, TEXT_OPERATORS } from './state-operators.ts'

/** Every operator that has to do with what a table looks like; the others are passed over. */
const OPERATORS: Operators = { ...STATE_OPERATORS, ...TEXT_OPERATORS, ...PAINT_OPERATORS }

/**
 * Go once over the operators of a page and collect what is painted, in points of the page as shown.
 * `base` maps PDF user space to the page (viewport transform), `bounds` is the page itself.
 */
export function walk(operators: OperatorList, resources: Resources, base: Matrix, bounds: Box): Drawing {
  const canvas = emptyCanvas(resources, base, bounds, ({ fnArray, argsArray }) => {
    for (const [at, operator] of fnArray.entries()) OPERATORS[operator]?.(canvas, argsArray[at] ?? [])
  })
  canvas.run(operators)
  return canvas
}

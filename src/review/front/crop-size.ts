import type { Cell } from './reading.ts'

/** How large the cut-out of a cell may be: room around the cell in points, the rest in pixels. */
export interface CropLimits {
  readonly around: number
  readonly widest: number
  readonly tallest: number
  readonly scale: number
}

/** The size in which a cell is cut out of its page, and the pixels a point of the page. */
export function cropSize({ box: [x0, top, x1, bottom] }: Pick<Cell, 'box'>, limits: CropLimits) {
  const [width, height] = [x1 - x0 + 2 * limits.around, bottom - top + 2 * limits.around]
  const scale = Math.min(limits.scale, limits.widest / width, limits.tallest / height)
  return { width: width * scale, height: height * scale, scale }
}

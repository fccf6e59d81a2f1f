import { itemAt } from '../../geometry.ts'
import { IDENTITY, type Matrix } from '../operators/matrix.ts'
import type { Sheet } from '../seen/shown.ts'
import type { Library } from './library.ts'

/** What the axes of user space become on a page turned by quarters: [x of x, y of x, x of y, y of y], y downwards. */
const QUARTERS = [
  [1, 0, 0, -1],
  [0, 1, 1, 0],
  [-1, 0, 0, 1],
  [0, -1, -1, 0],
] as const

/** The sheet of a page that is open, and the map from user space to it. */
export function sheetOf({ call, heap, answers }: Library, page: number, number: number): Sheet & { readonly base: Matrix } {
  const quarters = call.FPDFPage_GetRotation(page)
  call.FPDF_GetPageBoundingBox(page, answers)
  const [left = 0, top = 0, right = 0, bottom = 0] = heap().floats.subarray(answers >> 2, (answers >> 2) + 4)
  const [width, height] = quarters % 2 === 1 ? [top - bottom, right - left] : [right - left, top - bottom]
  const [a, b, c, d] = QUARTERS[quarters] ?? QUARTERS[0]
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  // The middle of the page stays the middle.
  const base: Matrix = [a, b, c, d, width / 2 - a * x - c * y, height / 2 - b * x - d * y]
  return { page: number, width, height, rotate: quarters * 90, base }
}

/** The map of the object that is asked, or the identity where it has none. */
export function matrixOf({ call, heap, answers }: Library, object: number): Matrix {
  if (!call.FPDFPageObj_GetMatrix(object, answers)) return IDENTITY
  const { floats } = heap()
  const at = (index: number): number => itemAt(floats, (answers >> 2) + index)
  return [at(0), at(1), at(2), at(3), at(4), at(5)]
}

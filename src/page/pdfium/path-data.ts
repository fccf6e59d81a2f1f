import { CURVE, MOVE, POINT } from './layout.ts'
import type { Library } from './library.ts'

/** Opcodes in path data as pdf.js writes it, which `page/path.ts` reads. */
const [MOVE_TO, LINE_TO, CURVE_TO, CLOSE] = [0, 1, 2, 4] as const
/** Most numbers that a point takes: an opcode, two coordinates, a close. */
const NUMBERS = 4

/** Path data is read before the next one is wanted, and most paths are rectangles: one array serves them all. */
let spare = new Float32Array(1024)

/** Path data of the points at `address`, in the coordinates of the path; good until the next call. */
export function pathData({ heap }: Library, address: number, count: number): Float32Array {
  const { bytes, floats } = heap()
  if (spare.length < count * NUMBERS) spare = new Float32Array(count * NUMBERS)
  const data = spare
  let length = 0
  for (let index = 0; index < count; index++) {
    const kind = bytes[address + index * POINT + 8]
    data[length++] = kind === CURVE ? CURVE_TO : kind === MOVE ? MOVE_TO : LINE_TO
    // A curve is three points, of which the last one may close the figure.
    const last = kind === CURVE ? Math.min(index + 2, count - 1) : index
    for (; index <= last; index++) {
      const at = (address + index * POINT) >> 2
      data[length++] = floats[at] ?? 0
      data[length++] = floats[at + 1] ?? 0
    }
    index = last
    if (bytes[address + last * POINT + 9] !== 0) data[length++] = CLOSE
  }
  return data.subarray(0, length)
}

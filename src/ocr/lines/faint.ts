import type { Ink } from '../picture/raster.ts'
import type { PrintLine } from './lines.ts'

/** A column of pixels is print when its faint ink is at least this high (in glyph heights); noise is scattered. */
const STROKE = 0.12
/** Faint print beside a line is part of it up to this gap (in glyph heights): no wider than between two digits. */
const GAP = 0.4

/**
 * A line made longer by print beside its ends that is too faint to count as ink: the first digit of 49.9 in a bad copy.
 * `faint` is ink found with more sensitivity.
 */
export function withFaintEnds(line: PrintLine, faint: Ink, em: number): PrintLine {
  const [x0, y0, x1, y1] = line.ink
  const isPrint = (x: number): boolean => {
    let count = 0
    for (let y = y0; y < y1; y++) count += faint.data[y * faint.width + x] ?? 0
    return count >= Math.max(2, STROKE * em)
  }
  const reach = (from: number, step: 1 | -1, limit: number): number => {
    let end = from
    for (let x = from + step; x !== limit && Math.abs(x - end) <= GAP * em; x += step) if (isPrint(x)) end = x
    return end
  }
  const left = Math.min(x0, reach(x0, -1, Math.max(0, line.within[0]) - 1))
  const right = Math.max(x1, reach(x1 - 1, 1, Math.min(faint.width, line.within[2])) + 1)
  return { ...line, ink: [left, y0, right, y1] }
}

import type { Column } from './columns.ts'
import type { Edge } from './edges.ts'
import { anchorCount, rowsOf } from './rows.ts'
import type { Line } from './words.ts'

/** Rules that enclose one row each: at least this share of the stretches between them holds one row of amounts. */
const ROW_RULED = 0.7

/** Rows of the body, and the rules between them where each rule is a border. */
export interface Rows {
  readonly rows: readonly (readonly Line[])[]
  readonly borders: readonly number[] | null
}

/** Body lines → rows, by the rules where each stretch between them holds one row (or none), and else by the amounts. */
export function ruledRows(
  lines: readonly Line[],
  full: readonly Edge[],
  columns: readonly Column[],
  anchors: readonly boolean[],
): Rows {
  const first = (lines[0]?.baseline ?? 0) - 0.2 * (lines[0]?.size ?? 0)
  const top = full.filter(rule => rule.at <= first).at(-1)
  const borders = full
    .filter(rule => rule.at >= (top?.at ?? first))
    .map(rule => rule.at)
    .sort((a, b) => a - b)
  const bands = borders
    .slice(1)
    .map((bottom, index) => lines.filter(line => middleOfLine(line) > (borders[index] ?? 0) && middleOfLine(line) <= bottom))
  const inside = bands.reduce((sum, band) => sum + band.length, 0)
  const single = bands.filter(band => anchorCount(band, columns, anchors) <= 1).length
  if (inside === lines.length && bands.length > 2 && single >= ROW_RULED * bands.length) return { rows: bands, borders }
  return { rows: partsBetween(lines, full).flatMap(part => rowsOf(part, columns, anchors)), borders: null }
}

const middleOfLine = (line: Line): number => line.baseline - 0.36 * line.size

function partsBetween(lines: readonly Line[], full: readonly Edge[]): Line[][] {
  const parts: Line[][] = []
  let previous = Number.NEGATIVE_INFINITY
  for (const line of lines) {
    const at = middleOfLine(line)
    if (parts.length === 0 || full.some(rule => rule.at > previous && rule.at <= at)) parts.push([line])
    else parts.at(-1)?.push(line)
    previous = at
  }
  return parts
}

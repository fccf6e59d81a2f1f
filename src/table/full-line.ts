import type { Cell } from './table.ts'

/** Width of what is no Chinese character, in ems. */
const NARROW = 0.5
/** Where no cell of the column wraps, a line that none is longer than may be full. */
const PERHAPS = 0.2

/** Characters an em wide. */
const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u

/** Width of a line in ems. */
const widthOf = (line: string): number => [...line].reduce((sum, char) => sum + (WIDE.test(char) ? 1 : NARROW), 0)

/** The lines of a column: how wide the widest is, in ems, and whether any cell has several. */
export interface Lines {
  readonly widest: number
  readonly wraps: boolean
}

/** The lines of a column with those of more cells. */
export const linesWith = (lines: Lines | undefined, cells: readonly Pick<Cell, 'lines'>[]): Lines => ({
  widest: cells.reduce((most, cell) => Math.max(most, ...cell.lines.map(widthOf)), lines?.widest ?? 0),
  wraps: lines?.wraps === true || cells.some(cell => cell.lines.length > 1),
})

/**
 * How surely the last line of `cell` is full, so that `next` had to stand on another: 1 where its first word makes the line
 * longer than any of the column (`lines`), which wraps; less where no cell wraps; -1 where there was room.
 */
export function fullLine(lines: Lines, cell: Cell, next: string): number {
  const word = widthOf(/^[\x21-\x7e]+/.exec(next)?.[0] ?? next.slice(0, 1))
  const wanted = widthOf(cell.lines.at(-1) ?? '') + word
  if (hasRoom(cell, word) || lines.widest >= wanted) return -1
  return lines.wraps ? 1 : PERHAPS
}

/** Whether the only line of a cell stands so far from its border that, as far from the other one, it leaves room for `word` ems. */
function hasRoom({ lines, box, textLeft }: Cell, word: number): boolean {
  if (textLeft === null || lines.length !== 1) return false
  const room = 2 * (textLeft - box[0])
  return room >= ((box[2] - box[0] - room) / widthOf(lines[0] ?? '')) * word
}

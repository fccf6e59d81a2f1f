import type { Cell } from './table.ts'

/** Width of what is no Chinese character, in ems. */
const NARROW = 0.5
/** Where no cell of the column wraps, a line that none is longer than may be full. */
const PERHAPS = 0.2

/** Width of a line in ems. */
const widthOf = (line: string): number =>
  [...line].reduce((sum, char) => sum + (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(char) ? 1 : NARROW), 0)

/**
 * How surely the last line of `cell` is full, so that `next` had to stand on another: 1 where its first word makes the line
 * longer than any of the column (`cells`), which wraps; less where no cell wraps; -1 where there was room.
 */
export function fullLine(cells: readonly Pick<Cell, 'lines'>[], cell: Cell, next: string): number {
  const word = widthOf(/^[\x21-\x7e]+/.exec(next)?.[0] ?? next.slice(0, 1))
  const wanted = widthOf(cell.lines.at(-1) ?? '') + word
  if (hasRoom(cell, word) || cells.some(({ lines }) => lines.some(line => widthOf(line) >= wanted))) return -1
  return cells.some(({ lines }) => lines.length > 1) ? 1 : PERHAPS
}

/** Whether the only line of a cell stands so far from its border that, as far from the other one, it leaves room for `word` ems. */
function hasRoom({ lines, box, textLeft }: Cell, word: number): boolean {
  if (textLeft === null || lines.length !== 1) return false
  const room = 2 * (textLeft - box[0])
  return room >= ((box[2] - box[0] - room) / widthOf(lines[0] ?? '')) * word
}

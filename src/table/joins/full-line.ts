import { emsOf, emsWanted } from '../../join-lines.ts'
import { onceEach } from '../../once.ts'
import type { Cell } from '../table.ts'

/** Where no cell of the column wraps, a line that none is longer than may be full. */
const PERHAPS = 0.2
/** Of whole names one in ten fills its line where nothing is known of a column, as if two had been seen: then a full line is worth its fitted weight, the logarithm of ten. */
const BY_CHANCE = { share: 0.1, seen: 2 }

/** How sentences end. */
export const SENTENCE_END = /[。；！？…”）)]$/

/** The lines of a column: how wide the widest is, in ems, and the least room before the first line of a cell of several, in points; null where no cell wraps. */
export interface Lines {
  readonly widest: number
  readonly inset: number | null
}

/** The lines of a column with those of more cells. */
export const linesWith = (lines: Lines | undefined, cells: readonly Cell[]): Lines => ({
  widest: cells.reduce((most, cell) => Math.max(most, ...cell.lines.map(emsOf)), lines?.widest ?? 0),
  inset: cells.reduce<number | null>(
    (least, cell) => (cell.lines.length > 1 ? Math.min(least ?? Infinity, insetOf(cell)) : least),
    lines?.inset ?? null,
  ),
})

/** Room before the first line of a cell, in points. */
const insetOf = ({ box, textLeft }: Cell): number => (textLeft === null ? 0 : textLeft - box[0])

/** The width of the last line of a cell, in ems: each page break asks for all of its columns again. */
const widthOfLast = onceEach((cell: Cell): number => emsOf(cell.lines.at(-1) ?? ''))

/**
 * How surely the last line of `cell` is full, so that `next` had to stand on another: 1 where what begins it makes the line
 * longer than any of the column (`lines`), which wraps; less where no cell wraps; -1 where there was room.
 */
export function fullLine(lines: Lines, cell: Cell, next: string): number {
  if (!isFull(lines, cell, emsWanted(next))) return -1
  return lines.inset === null ? PERHAPS : 1
}

/** Whether the last line of a cell has no room for `word` ems. */
const isFull = (lines: Lines, cell: Cell, word: number): boolean =>
  !hasRoom(cell, lines.inset ?? 0, word) && lines.widest < widthOfLast(cell) + word

/** Whether the only line of a cell stands so much farther from its border than full lines do that, as far from the other one, it leaves room for `word` ems. */
function hasRoom(cell: Cell, inset: number, word: number): boolean {
  if (cell.textLeft === null || cell.lines.length !== 1) return false
  const room = 2 * (insetOf(cell) - inset)
  return room >= ((cell.box[2] - cell.box[0] - 2 * insetOf(cell)) / widthOfLast(cell)) * word
}

/**
 * How much a full line tells of `cell` going on, 0 to 1, as the logarithm of how seldom `whole` texts of its column end with
 * one as well, and a sentence as it does or does not: of names as wide as their column, 成本指标 over 产出指标, each is whole.
 */
export function fullnessTells(lines: Lines, whole: readonly Cell[], cell: Cell, next: string): number {
  const [word, isSentence] = [emsWanted(next), SENTENCE_END.test(cell.text)]
  const isAlike = (other: Cell): boolean => other.text !== '' && SENTENCE_END.test(other.text) === isSentence
  const full = whole.filter(other => isFull(lines, other, word) && isAlike(other)).length
  const { share, seen } = BY_CHANCE
  return Math.min(1, -Math.log10((full + share * seen) / (whole.length + seen)))
}

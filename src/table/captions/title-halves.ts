import { joinLines } from '../../join-lines.ts'
import type { Cell } from '../table.ts'
import { squash } from '../words.ts'

/** Letters that the border of the paper parts stand within one of them from it: a glyph and the padding of the cell. */
export const AT_CUT = 1
/** Words stand off the border of their cell by its padding, a fifth of a letter at least; one that the edge of the paper cuts through stands against it on both sheets. */
const FLUSH = 0.1

/** Titles on both sides of the border between two parts of a wide table, over the same header rows. */
export type TitlePair = readonly [left: Cell, right: Cell]

/** Two such titles with the titles in the header row right below each. */
export interface Halves {
  readonly pair: TitlePair
  readonly below: readonly [left: readonly string[], right: readonly string[]]
}

/** How many letters would stand between the words of a cell and its side; NaN where their place is not known. */
export function gapAt({ text, lines, box, textLeft, textRight }: Cell, side: 'left' | 'right'): number {
  if (textLeft === null || textRight === undefined) return Number.NaN
  const em = (textRight - textLeft) / (lines[0] ?? text).length
  return (side === 'left' ? textLeft - box[0] : box[2] - textRight) / em
}

/** What stands of a line on both sides of the cut, as one; `gaps` are those of its letters to the cut, in letters. The letter that the cut goes through stands on both sides. */
export const lineOf = ([line, rest]: readonly [string, string], gaps: readonly number[]): string =>
  gaps.every(gap => gap <= FLUSH) && rest !== '' && line.endsWith(rest.slice(0, 1)) ? line + rest.slice(1) : line + rest

/** The words of both halves: those of the one that prints them, or line by line the letters of both. */
export function textOf([a, b]: TitlePair): Pick<Cell, 'text' | 'lines'> {
  if (b.text === '' || squash(a.text) === squash(b.text)) return a
  if (a.text === '') return b
  const gaps = [gapAt(a, 'right'), gapAt(b, 'left')]
  const isLineByLine = a.lines.length === b.lines.length
  const lines = isLineByLine ? a.lines.map((line, at) => lineOf([line, b.lines[at] ?? ''], gaps)) : [...a.lines, ...b.lines]
  return { text: joinLines(lines), lines }
}

import { type Box, neighbours, overlap, runsOf } from '../../geometry.ts'
import type { Border } from '../borders/drawn.ts'
import { stretchOf, type TextColumn } from '../texts/columns.ts'
import { countsColumns, hasFigure, isAmount, isWord, middleOfLine, phrasesOf, type TextLine } from '../texts/words.ts'

/** Words of a sentence stand closer than this, in ems; columns do not. */
const SENTENCE_GAP = 0.9

/** A part of the page that may be a table. */
export interface Area {
  readonly left: number
  readonly right: number
  /** Lines of words, top to bottom: those above `body` are the header. */
  readonly lines: readonly TextLine[]
  /** Index of the first body line. */
  readonly body: number
  /** Horizontal rules inside and around. */
  readonly rules: readonly Border[]
  /** Between parallel horizontal rules, told by the text alone, or with rules between the columns only. */
  readonly kind: 'ruled' | 'plain' | 'columns'
  /** Ruled borders of the columns, where they have any, or where the rules between the rows are joined. */
  readonly borders?: readonly number[]
  /** Borders of the columns where none are ruled, told by names in the middle of each. */
  readonly told?: readonly number[]
}

/** Rules of one table begin and end within this distance (in glyph heights) of each other. */
export const SAME_END = 1.6
/** Rows follow each other within this distance (in sizes); prose around a table keeps further away or has no columns. */
export const NEXT_ROW = 4
/** The longest wrapped cell between two rows of figures, in lines; prose between tables is longer or runs over the width. */
export const WRAPPED_LINES = 6
/** Lines nearer than this (in sizes) are side by side, since they cannot stand below each other in one cell: texts centred at different heights, names of one line beside one of two (dachuan-noborder p17). */
export const BESIDE = 0.95

/** Whether a rule runs over the whole width and separates rows; a shorter one belongs to some columns. */
const isFull = (rule: Border, { left, right, lines }: Pick<Area, 'left' | 'right' | 'lines'>): boolean => {
  const reach = SAME_END * (lines[0]?.size ?? 10)
  return rule.from <= left + reach && rule.to >= right - reach
}

/** From where to where something goes. */
export type Stretch = Pick<Border, 'from' | 'to'>

/** From where to where a box goes from left to right. */
export const widthwise = ([from, , to]: Box): Stretch => ({ from, to })

/** Whether two things begin and end where the other does. */
export const isAlike = (one: Stretch, other: Stretch, em: number): boolean =>
  Math.abs(one.from - other.from) <= SAME_END * em && Math.abs(one.to - other.to) <= SAME_END * em

/** Rules by their length. */
export const longestFirst = (rules: readonly Border[]): Border[] => [...rules].sort((a, b) => b.to - b.from - (a.to - a.from))

/** Rules over the whole width of an area, and those over some columns. */
export const byReach = (
  rules: readonly Border[],
  area: Parameters<typeof isFull>[1],
): { readonly full: Border[]; readonly partial: Border[] } => ({
  full: rules.filter(rule => isFull(rule, area)),
  partial: rules.filter(rule => !isFull(rule, area)),
})

/** A rule that reaches over this share of a width is drawn for all of it. */
export const ACROSS = 0.9

/** Whether a rule goes from side to side of what stands between two x. */
export const isAcross = (rule: Border, left: number, right: number): boolean =>
  overlap(rule.from, rule.to, left, right) > ACROSS * (right - left)

/** Where lines of words begin and end. */
export const extentOf = (lines: readonly TextLine[]): TextColumn => stretchOf(lines.flatMap(line => line.phrases))

/** The words of the lines that stand between two x. */
export const within = (lines: readonly TextLine[], left: number, right: number): TextLine[] =>
  lines
    .map(line => ({
      ...line,
      phrases: line.phrases.filter(
        phrase => (phrase.left + phrase.right) / 2 >= left && (phrase.left + phrase.right) / 2 <= right,
      ),
    }))
    .filter(line => line.phrases.length > 0)

/** The lines whose middle lies between two y. */
export const linesBetween = (lines: readonly TextLine[], top: number, bottom: number): TextLine[] =>
  lines.filter(line => middleOfLine(line) > top && middleOfLine(line) < bottom)

/** The words of the lines whose middle lies in a box. */
export const wordsIn = (lines: readonly TextLine[], [left, top, right, bottom]: Box): TextLine[] =>
  within(
    lines.filter(line => middleOfLine(line) >= top && middleOfLine(line) < bottom),
    left,
    right,
  )

/** How many lines stand above the first row: that with the first line with an amount that shows by its decimals to be one, or amounts beside another text, the numbers of columns below their names being none. What stands below those is no name, and what is too near to the amounts to stand over them is none: the lines of a text that is wrapped around its amounts. */
export function bodyStart(lines: readonly TextLine[]): number {
  const joined = lines.map(line => phrasesOf(line))
  const first = Math.max(
    0,
    joined.findIndex((line, index) => hasFigure(line) || (isRow(line) && !(index > 0 && countsColumns(line)))),
  )
  const numbers = joined.slice(0, first).findLastIndex(countsColumns)
  if (numbers > 0) return numbers + 1
  const row = joined[first]
  const [top] = clustersOf(joined).find(cluster => row !== undefined && cluster.includes(row)) ?? []
  return top === undefined ? first : joined.indexOf(top)
}

/** A line that could be a row of figures: several texts, a number among them that is not the first. */
export const isRow = (line: TextLine): boolean =>
  line.phrases.length > 1 && line.phrases.slice(1).some(phrase => isAmount(phrase.text)) && !isSentence(line)

/** Numbers inside running text: a text goes on closely before or after each of them. */
const isSentence = (line: TextLine): boolean => {
  const gaps = neighbours(line.phrases).map(([{ right }, { left }]) => left - right)
  return Math.max(...gaps) < SENTENCE_GAP * line.size && line.phrases.some(phrase => isWord(phrase) && phrase.text.length > 12)
}

/** Lines in groups that stand so near to each other that they are side by side. */
export const clustersOf = (lines: readonly TextLine[]): TextLine[][] =>
  runsOf(lines, (line, above) => line.baseline - above.baseline <= BESIDE * line.size)

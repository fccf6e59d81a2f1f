import { itemAt, neighbours, runsOf } from '../../geometry.ts'
import type { Glyph, Page, Ruling } from '../page.ts'

/** Fewer letters or numbers than this may be names of columns and rows that somebody typed: two numbers stand below a row of letters in a table, four are more than a short sheet has rows. */
const LEAST_LETTERS = 2
const LEAST_NUMBERS = 3
/** Characters of one heading follow each other within this distance (in sizes), on one baseline within a tenth; half and twice as much read the sheets of the test alike. */
const NEXT = 0.5
const SAME_BASELINE = 0.1
/** Lines around the headings stand no further from them than this (in sizes): the rows of a sheet may be twice as high as its text (from 2 to 8 alike). */
const NEAR = 4
/** Lines drawn for one border differ by less than this (in sizes; from .1 to .4 alike). */
const SNAP = 0.2

interface Word {
  readonly text: string
  readonly glyphs: readonly Glyph[]
  readonly left: number
  readonly right: number
  readonly baseline: number
}

/** The letters over the columns of a printed sheet and the numbers before its rows. */
interface Headings {
  readonly letters: readonly Word[]
  readonly numbers: readonly Word[]
}

/**
 * A page without the headings of a spreadsheet, which its program prints around the cells when it is asked to: A B C over the columns,
 * 1 2 3 before the rows. They are no part of what was written on the sheet, and would be its first row and column.
 */
export function withoutSheetHeadings(page: Page): Page {
  // Hardly any page has them, and most can be told so by one look.
  if (!page.glyphs.some(({ text }) => text === 'B')) return page
  const found = headingsOf(wordsOf(page.glyphs))
  if (found === null || reachesOver(page.rulings, found)) return page
  const gone = new Set([...found.letters, ...found.numbers].flatMap(({ glyphs }) => glyphs))
  return { ...page, glyphs: page.glyphs.filter(glyph => !gone.has(glyph)), rulings: besides(page.rulings, found) }
}

/** Letters that go on from the first, each a word of its own on one line, and below them at their left numbers that rise; nothing else stands left of the cells. */
function headingsOf(words: readonly Word[]): Headings | null {
  for (const line of Map.groupBy(words, ({ baseline }) => Math.round(baseline)).values()) {
    const letters = line.filter(({ text }) => /^[A-Z]$/.test(text)).sort((a, b) => a.left - b.left)
    const [first] = letters
    if (first === undefined || letters.length < Math.max(LEAST_LETTERS, line.length) || !areInOrder(letters)) continue
    const below = words.filter(({ baseline }) => baseline > first.baseline).sort((a, b) => a.baseline - b.baseline)
    const edge = Math.min(...below.filter(({ text }) => !isNumber(text)).map(({ left }) => left))
    const numbers = risingFrom(below.filter(({ text, right }) => isNumber(text) && right < Math.min(edge, first.left)))
    if (numbers.length >= LEAST_NUMBERS) return { letters, numbers }
  }
  return null
}

const isNumber = (text: string): boolean => /^\d+$/.test(text)

/** Whether each letter is the next of the alphabet. */
const areInOrder = (letters: readonly Word[]): boolean =>
  letters.every(({ text }, index) => text.charCodeAt(0) === itemAt(letters, 0).text.charCodeAt(0) + index)

/** Numbers that stand below each other and rise, most of them by one; rows that are repeated or hidden leave some out. */
function risingFrom(numbers: readonly Word[]): readonly Word[] {
  const [first] = numbers
  const column = numbers.filter(({ left, right }) => first !== undefined && left <= first.right && right >= first.left)
  const steps = neighbours(column).map(([above, below]) => Number(below.text) - Number(above.text))
  return steps.every(step => step > 0) && 2 * steps.filter(step => step === 1).length >= steps.length ? column : []
}

/** Whether a vertical line goes up beyond the letters: then they are a row in a table. */
function reachesOver(rulings: readonly Ruling[], { letters, numbers }: Headings): boolean {
  const { baseline, left } = itemAt(letters, 0)
  const top = baseline - NEAR * sizeOf(letters)
  const from = numbers[0]?.left ?? left
  return rulings.some(({ axis, at, from: start, to }) => axis === 'vertical' && at > from && start < top && to > baseline)
}

/** The lines of a page without those around its headings, the others cut off where the cells begin. */
function besides(rulings: readonly Ruling[], { letters, numbers }: Headings): Ruling[] {
  const size = sizeOf(letters)
  const [right, left] = [Math.max(...numbers.map(word => word.right)), Math.min(...numbers.map(word => word.left))]
  const { baseline } = itemAt(letters, 0)
  const edgeOf = (axis: Ruling['axis'], after: number): number =>
    Math.min(after + NEAR * size, ...rulings.filter(line => line.axis === axis && line.at >= after).map(({ at }) => at))
  const [x, y] = [edgeOf('vertical', right) - SNAP * size, edgeOf('horizontal', baseline) - SNAP * size]
  const isAround = ({ axis, at }: Ruling): boolean =>
    axis === 'vertical' ? at < x && at > left - NEAR * size : at < y && at > baseline - NEAR * size
  return rulings
    .filter(line => !isAround(line))
    .map(line => ({ ...line, from: Math.max(line.from, Math.min(line.to, line.axis === 'vertical' ? y : x)) }))
}

const sizeOf = (words: readonly Word[]): number => itemAt(itemAt(words, 0).glyphs, 0).size

/** Characters that stand close to each other on one line. */
const wordsOf = (glyphs: readonly Glyph[]): Word[] =>
  runsOf(
    glyphs.filter(({ text, direction }) => text !== ' ' && direction === 0),
    (glyph, last) =>
      Math.abs(glyph.baseline - last.baseline) < SAME_BASELINE * last.size &&
      Math.abs(glyph.box[0] - last.box[2]) < NEXT * last.size,
  ).map(run => ({
    text: run.map(({ text }) => text).join(''),
    glyphs: run,
    left: Math.min(...run.map(({ box }) => box[0])),
    right: Math.max(...run.map(({ box }) => box[2])),
    baseline: itemAt(run, 0).baseline,
  }))

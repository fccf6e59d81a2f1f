import { DOUBTFUL } from '../../evidence.ts'
import { type Box, runsOf, sideOf } from '../../geometry.ts'
import { behindNumber } from '../../heading-number.ts'
import type { Glyph, Source } from '../../page/page.ts'
import type { PageText } from '../../table/table.ts'
import { simplified } from '../../traditional.ts'

/** One character of the running text, with its place. */
export interface Character {
  readonly text: string
  readonly page: number
  readonly box: Box
  readonly source: Source
  /** Set where it is not sure that it is that character, or that the text is whole beside it. */
  readonly doubtful?: true
}

/** A paragraph: its text without white space, and a place for each character of it. */
export interface Paragraph {
  readonly text: string
  readonly characters: readonly Character[]
  /** Whether it is the title of a page of text: it stands first there, in larger type than what is below it. */
  readonly isTitle?: true
}

/** The characters of a paragraph with the size of its first line. */
interface Printed {
  readonly characters: readonly Character[]
  readonly size: number
}

/** A line that ends this far (in sizes) before the longest line ends a paragraph where its sentence ends or a number follows; one character more would not have wrapped. */
const SHORT = 2.5
/** The same for a line that does not end a sentence: a figure such as 1,215.75 wraps as a whole and leaves a gap. */
const VERY_SHORT = 6
/** A line set in by this much (in sizes) begins a paragraph; Chinese paragraphs are set in by two characters. */
const SET_IN = 1.2
/** Type this much larger or smaller than the line above is a title or a note and not the same paragraph: 二号 over 三号 is 1.38 times as large, and lines of one paragraph of a scan differ by less. */
const OTHER_TYPE = 1.25

/** Lines of a paragraph are nearer to each other than this much white (in sizes): 三倍行距 leaves two; more is where a table stands. */
const FAR = 3

const isPageNumber = (text: string): boolean => /^[-—–－·.\s]*\d{1,4}[-—–－·.\s]*$/.test(text) || /^第\d+页/.test(text)

const textOf = (characters: readonly Character[]): string => characters.map(({ text }) => text).join('')

interface Line {
  readonly text: string
  readonly characters: readonly Character[]
  readonly left: number
  readonly right: number
  readonly size: number
}

/** A character in its plain form; the raised number of a note and the circled one of an item stay what they are, else they would be digits of the figure or the name beside them. */
const folded = (text: string): string =>
  /^[⁰¹²³⁴-⁹①-⑳]$/.test(text) ? text : simplified(text.normalize('NFKC')).replaceAll(/\s/g, '')

function lineOf(page: number, glyphs: readonly Glyph[]): Line | null {
  const inked = glyphs.filter(glyph => glyph.text.trim() !== '')
  const [first] = inked
  const last = inked.at(-1)
  if (!first || !last) return null
  const characters = inked.flatMap(glyph =>
    [...folded(glyph.text)].map(text => ({
      text,
      page,
      box: glyph.box,
      source: glyph.source,
      ...(glyph.confidence < DOUBTFUL && { doubtful: true as const }),
    })),
  )
  const text = textOf(characters)
  return isPageNumber(text) ? null : { text, characters, left: first.box[0], right: last.box[2], size: first.size }
}

/** A text that begins or ends this many pages is a running head or foot, and no part of what it interrupts. */
const RUNNING = 3
/** So many lines begin where the text of a page begins; what stands further left alone (a note, a mark) is no measure of it. */
const FLUSH = 3
/** Left edges this close (in sizes) are one. */
const SAME_EDGE = 0.5

/**
 * First and last lines of pages that several pages repeat. Not the running heads of `table/captions/surroundings`: those are parts of lines
 * that stand at one height, left out so that they name no table, while a title that runs over the pages of its table stays; here
 * whole lines are told by their text alone, since a head moves with the size of a page, and stay paragraphs that may name the
 * department and the year.
 */
function runningLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const ends = pages.flatMap(lines => [...new Set([lines[0], lines.at(-1)].flatMap(line => (line ? [line.text] : [])))])
  return new Set([...Map.groupBy(ends, text => text)].flatMap(([text, all]) => (all.length >= RUNNING ? [text] : [])))
}

/** Where the lines of a page begin that are not set in: the leftmost edge of several of them, else of any. */
function leftOf(lines: readonly Line[]): number {
  const edges = lines.map(({ left }) => left).sort((a, b) => a - b)
  const size = Math.max(0, ...lines.map(line => line.size))
  const isFlush = (edge: number): boolean =>
    edges.filter(other => other >= edge && other - edge <= SAME_EDGE * size).length >= FLUSH
  return edges.find(isFlush) ?? Math.min(...edges)
}

/** The first lines of paragraphs are set in from their others by no more than this (in sizes). */
const FIRST_SET_IN = 3

/** Whether a line stands left of the first line of its paragraph as the paragraphs of a page do whose text is set in as a whole: several lines begin at each of both edges. */
function isHanging(line: Line, first: Line | undefined, lines: readonly Line[]): boolean {
  const indent = first === undefined ? 0 : (first.left - line.left) / line.size
  if (first === undefined || indent < SET_IN || indent > FIRST_SET_IN) return false
  return [first, line].every(
    ({ left }) => lines.filter(other => Math.abs(other.left - left) <= SAME_EDGE * line.size).length >= FLUSH,
  )
}

/** The lines of a page, column by column where it is set in two. */
function textColumns(lines: readonly Line[], gutter: number | null): (readonly Line[])[] {
  if (gutter === null) return [lines]
  const sideAt = ({ left, right }: Line) => sideOf(left, right, gutter)
  return runsOf(lines, (line, last) => sideAt(line) === sideAt(last))
}

/** The lines of pages, column by column, and apart from them what runs along the pages. */
function linesIn(text: readonly PageText[]): {
  readonly columns: readonly (readonly Line[])[]
  readonly heads: readonly Line[]
} {
  const printed = text.map(({ page, lines }) => lines.flatMap(glyphs => lineOf(page, glyphs) ?? []))
  const running = runningLines(printed)
  const columns = printed.flatMap((lines, index) => textColumns(lines, text[index]?.gutter ?? null))
  return {
    columns: columns.map(lines => lines.filter(line => !running.has(line.text))),
    heads: columns.flatMap(lines => lines.filter(line => running.has(line.text))),
  }
}

/** Whether what is open ends as no sentence does: an item of a list stands on a line of its own. */
const isUnended = (open: readonly Character[]): boolean => /[,;、]/.test(open.at(-1)?.text ?? '')

/** Whether a line of its own goes on with what is above it all the same: with no number behind an item, or with an amount behind a word. */
function goesOn(open: readonly Character[], line: readonly Character[]): boolean {
  const start = textOf(line.slice(0, 16))
  if (isUnended(open)) return behindNumber(start) === null
  return /^[\d,.]+(?:万|亿)?元/.test(start) && /\p{Script=Han}/u.test(open.at(-1)?.text ?? '')
}

/** Whether a line is set in larger or smaller type than the one above it. */
const isOtherType = ({ size }: Line, above: Line | undefined): boolean =>
  above !== undefined && Math.max(size, above.size) > OTHER_TYPE * Math.min(size, above.size)

/** Whether a line stands far below the one above it on its page. */
const isFarBelow = ({ characters: [first], size }: Line, above: Line | undefined): boolean =>
  first !== undefined && above !== undefined && first.box[1] - (above.characters[0]?.box[3] ?? first.box[1]) > FAR * size

/** The running text outside tables, wrapped lines joined into paragraphs, also over a page break and what runs along the pages. */
export function paragraphsOf(text: readonly PageText[]): Paragraph[] {
  const paragraphs: Printed[] = []
  let open: Character[] = []
  let size = 0
  let isShort = false
  const close = (): void => {
    if (open.length > 0) paragraphs.push({ characters: open, size })
    open = []
    isShort = false
  }
  const { columns, heads } = linesIn(text)
  for (const lines of columns) {
    const right = Math.max(...lines.map(line => line.right), 0)
    const left = leftOf(lines)
    let gap = 0
    let first: Line | undefined
    let ends = false
    for (const [at, line] of lines.entries()) {
      const isItem = gap > SHORT * line.size && behindNumber(line.text) !== null
      const goesOnBelow = !ends && isHanging(line, first, lines)
      const isApart = isShort || (line.left - left > SET_IN * line.size && !goesOnBelow)
      const isOther = isOtherType(line, lines[at - 1]) && !isUnended(open)
      const isParted = isFarBelow(line, lines[at - 1]) && !isUnended(open)
      if (isParted || isOther || isItem || (isApart && !goesOn(open, line.characters))) close()
      if (open.length === 0) [first, size] = [line, line.size]
      open.push(...line.characters)
      ends = /[。:;!?]/.test(line.characters.at(-1)?.text ?? '')
      gap = right - line.right
      isShort = gap > (ends ? SHORT : VERY_SHORT) * line.size
      if (isShort && !isUnended(open)) close()
    }
    if (lines.length === 0) close()
  }
  close()
  return [...withTitles(paragraphs), ...heads.map(({ text, characters }) => ({ text, characters }))]
}

/** Paragraphs, those marked that are titles of pages of text: first on its page and larger than what is below; a page without a sentence is a cover, a list or a table. */
function withTitles(paragraphs: readonly Printed[]): Paragraph[] {
  const all = paragraphs.map(({ characters, size }) => ({ text: textOf(characters), characters, size }))
  const pages = [...Map.groupBy(all, ({ characters }) => characters[0]?.page).values()]
  const titles = pages
    .filter(own => own.some(({ text }) => text.includes('。')))
    .flatMap(([title, below]) => (title && below && title.size > OTHER_TYPE * below.size ? [title] : []))
  return all.map(one => ({
    text: one.text,
    characters: one.characters,
    ...(titles.includes(one) && { isTitle: true as const }),
  }))
}

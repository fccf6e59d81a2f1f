import { isDashes, MINUS } from '../../dashes.ts'
import { narrow } from '../../full-width.ts'
import { endsOf, itemAt, mean, runsOf } from '../../geometry.ts'
import { HAN as HAN_NUMBER } from '../../heading-number.ts'
import { NOTE_SIGNS } from '../../note-signs.ts'
import type { Glyph } from '../../page/page.ts'
import { MIDDLE } from '../cells/fill.ts'

/** Glyphs of one line that belong together: a word, or the words of one cell's line. */
export interface Phrase {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Largest font size in points. */
  readonly size: number
  readonly glyphs: readonly Glyph[]
  /** The words it was joined from; only itself for a word. */
  readonly words: readonly Phrase[]
  /** Whether one space of the text layer fills the white between it and the figure before it. */
  readonly isSpaced?: boolean
}

/** Text on one baseline, left to right. */
export interface TextLine {
  readonly baseline: number
  readonly size: number
  readonly phrases: readonly Phrase[]
}

/** Where the middle of a line of text is, in points from the top. */
export const middleOfLine = ({ baseline, size }: Pick<TextLine, 'baseline' | 'size'>): number => baseline - MIDDLE * size

/**
 * A text stands in the middle of its cell, columns or rows within this distance (in sizes): a letter more on one side moves it by
 * .25, a row more by half a row, which is higher than its print.
 */
export const CENTRED = 0.3

/** Baselines that differ by less than this (in sizes) are one line; rows of a table are never that near. */
const SAME_LINE = 0.35
/** Raised and lowered signs are at most this large (in sizes of their line) … */
const SCRIPT_SIZE = 0.75
/** … and at most this far (in sizes) from its baseline. */
const SCRIPT_SHIFT = 0.6
/** A gap at least this wide (in sizes) separates words; the space of common fonts is 0.25 wide. */
const WORD_GAP = 0.18
/** Words closer than this (in sizes) are one text: justified Latin text stretches its spaces up to it. */
const TEXT_GAP = 0.62
/** Chinese has no spaces, so a smaller gap (in sizes) already parts two texts. */
const HAN_GAP = 0.27
/** Single Han characters up to this far apart (in sizes) are a word set wide: 合 计. */
const WIDE_SET = 1.5
/** How far a border stands off its text, in ems: half of what parts two texts. A rule that cuts no deeper into the foot of a text is still under it. */
export const STAND_OFF = 0.3
/** Digits grouped by spaces stand closer than this (in sizes): the space of WenQuanYi Zen Hei is 0.30 to 0.31 wide, of DejaVu Sans 0.32. */
const THOUSANDS_GAP = 0.35
/** A space fills the white between two figures where it begins and ends as they do, within this (in sizes): fonts of Chinese have one of half an em. */
const FITS = 0.1
/** The first of them, with the signs before it. */
const FIRST_DIGITS = new RegExp(String.raw`^[${MINUS}+(（]?[$€£¥￥]?[${MINUS}]?\d{1,3}$`)

const AMOUNT = new RegExp(
  String.raw`^[${MINUS}+↑↓(（]?[$€£¥￥]?[${MINUS}]?(\d[\d,]*|\d{1,3}( \d{3})+)(\.\d+)?[)）]?[%％‰]?[↑↓]?[*†‡${NOTE_SIGNS}]*$`,
)
const FORMATTED = /\d([, ]\d{3}|\.\d+)/
/** Digits of full width are set as far apart as texts: what sets off their thousands is a space between two texts. */
const WIDE_DIGIT = /[０-９]/
/** The sign of money begins a figure: digits without one right behind it are of the same, however wide the space of the font. */
const SIGN = /^[(（]?[¥￥]/
const SIGN_FOR_NOTHING = /^([*…]+|\.{1,3})$/
export const HAN = /\p{Script=Han}/u

/** Whether a text is a number as tables print it; `1.` and `1、` are not. */
export const isAmount = (text: string): boolean => AMOUNT.test(narrow(text))
/** Whether a number shows by its separators that it is an amount and not a code, a year or a count. */
export function isFormatted(text: string): boolean {
  const figure = narrow(text)
  return AMOUNT.test(figure) && FORMATTED.test(figure)
}

/** Whether a line prints such a figure. */
export const hasFigure = ({ phrases }: TextLine): boolean => phrases.some(({ text }) => isFormatted(text))
/** Whether a text stands for "nothing here". */
export const isDash = (text: string): boolean => isDashes(text) || SIGN_FOR_NOTHING.test(text)

/** Whether a text of a table is words: neither a number nor nothing. */
export const isWord = ({ text }: Phrase): boolean => !isAmount(text) && !isDash(text)

/** So many numbers of columns, at least, are no row of small figures. */
const LEAST_NUMBERS = 3
/** What numbers a column: 1, 2, 3, A, B, C or stars; also with how it is reckoned, A=B+C. */
const NUMBER_OF_COLUMN = /^(?:\d{1,2}|[A-Z]|\*+)(?:=(?:\d{1,2}|[A-Z])(?:[-−－+*×÷/](?:\d{1,3}%?|[A-Z]))*)?$/

/** Which column in a row of them it numbers; none by stars and by other texts. */
export function columnNumberOf(text: string): number | null {
  const [, digits, letter] = /^(?:(\d+)|([A-Z]))(?:=|$)/.exec(text) ?? []
  if (letter !== undefined) return letter.charCodeAt(0) - FIRST_LETTER
  return digits === undefined ? null : Number(digits)
}
const FIRST_LETTER = 'A'.charCodeAt(0)

/** Whether a line numbers the columns (栏次): numbers, letters that follow each other, or stars, but for what stands first. */
export const isLineOfNumbers = ({ phrases }: TextLine): boolean => {
  const own = phrases.slice(1)
  const letters = own.filter(({ text }) => /^[A-Z]/.test(text)).map(({ text }) => text.charCodeAt(0))
  const areInOrder = letters.every((letter, index) => index === 0 || letter === itemAt(letters, index - 1) + 1)
  return own.length > 0 && areInOrder && own.every(({ text }) => NUMBER_OF_COLUMN.test(text))
}

/** Whether a line is surely one that numbers the columns and no row of small figures: several numbers, each one more than the one before, or twice the same of two tables side by side. */
export const countsColumns = (line: TextLine): boolean => {
  const numbers = line.phrases.map(({ text }) => columnNumberOf(text)).filter(number => number !== null)
  const half = numbers.length / 2
  const count = numbers.findIndex((number, index) => index > 0 && number !== itemAt(numbers, index - 1) + 1)
  const isTwice = count === half && half >= LEAST_NUMBERS && numbers.slice(half).every((number, at) => number === numbers[at])
  return line.phrases.length >= LEAST_NUMBERS && isLineOfNumbers(line) && (count < 0 || isTwice)
}

interface Level {
  readonly baseline: number
  size: number
  readonly glyphs: Glyph[]
}

/** Upright glyphs → lines of words, top to bottom. */
export function wordLinesOf(glyphs: readonly Glyph[]): TextLine[] {
  const inked = glyphs.filter(glyph => glyph.direction === 0 && glyph.text !== ' ').sort((a, b) => a.baseline - b.baseline)
  const spaces = glyphs.filter(glyph => glyph.direction === 0 && glyph.text === ' ')
  const levels: Level[] = []
  for (const glyph of inked) {
    const level = levels.at(-1)
    if (level !== undefined && glyph.baseline - level.baseline <= SAME_LINE * Math.min(glyph.size, level.size)) {
      level.glyphs.push(glyph)
      level.size = Math.max(level.size, glyph.size)
    } else levels.push({ baseline: glyph.baseline, size: glyph.size, glyphs: [glyph] })
  }
  return withScripts(levels).map(level => ({
    baseline: mean(level.glyphs.map(glyph => glyph.baseline)),
    size: level.size,
    phrases: wordsOf(level.glyphs).map((word, index, words) => {
      const [before] = words.slice(Math.max(0, index - 1), index)
      return before !== undefined && spaces.some(space => fills(space, before, word)) ? { ...word, isSpaced: true } : word
    }),
  }))
}

/** Whether a space reaches from one figure to the next. */
const fills = ({ box, baseline, size }: Glyph, before: Phrase, word: Phrase): boolean =>
  Math.abs(box[0] - before.right) < FITS * size &&
  Math.abs(box[2] - word.left) < FITS * size &&
  Math.abs(baseline - word.baseline) < FITS * size &&
  isAmount(before.text) &&
  isAmount(word.text)

/** Put lines of raised or lowered signs back on the line they belong to. */
function withScripts(levels: readonly Level[]): Level[] {
  const kept: Level[] = []
  levels.forEach((level, index) => {
    const near = [levels[index - 1], levels[index + 1]].find(host => host !== undefined && isScript(level, host))
    if (near === undefined) kept.push(level)
    else near.glyphs.push(...level.glyphs)
  })
  return kept
}

const isScript = (level: Level, host: Level): boolean =>
  level.size <= SCRIPT_SIZE * host.size &&
  Math.abs(level.baseline - host.baseline) <= SCRIPT_SHIFT * host.size &&
  level.glyphs.every(glyph =>
    host.glyphs.some(beside => Math.max(glyph.box[0] - beside.box[2], beside.box[0] - glyph.box[2]) <= host.size),
  )

function wordsOf(glyphs: readonly Glyph[]): Phrase[] {
  const words = runsOf(
    [...glyphs].sort((a, b) => a.box[0] - b.box[0]),
    (glyph, last) => glyph.box[0] - last.box[2] < WORD_GAP * Math.max(glyph.size, last.size),
  )
  return words.flatMap(cutFigures).map(wordOf)
}

function wordOf(glyphs: readonly Glyph[]): Phrase {
  const phrase = phraseOf(glyphs, [])
  return { ...phrase, words: [phrase] }
}

/** Figures with cents. */
const CENTS = new RegExp(String.raw`[${MINUS}]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d`, 'g')

/** The figures with cents that a text is when nothing stands between them: 449,284.10194,628.53 is two; none when it is anything else. */
export function figuresIn(text: string): readonly string[] {
  const figures = text.match(CENTS) ?? []
  return figures.join('') === text ? figures : []
}

/** A figure with cents that ends its column, before the numbered name that begins the next: 956710.42一、本级支出. */
const AMOUNT_AND_NUMBERED = new RegExp(String.raw`^[^\p{Script=Han}]*[\d０-９][.．][\d０-９]{2,}(?=${HAN_NUMBER}、)`, 'u')

/** Figures that fill their columns and touch, parted where the gaps are the widest: in a range (0.56-0.74) and where two overlap they are not. */
function cutFigures(word: readonly Glyph[]): (readonly Glyph[])[] {
  const text = textIn(word)
  const amount = AMOUNT_AND_NUMBERED.exec(text)?.[0]
  if (amount !== undefined) return [word.slice(0, amount.length), word.slice(amount.length)]
  const figures = figuresIn(text)
  if (figures.length < 2) return [word]
  const starts = [0]
  for (const { length } of figures) starts.push(endsOf(starts)[1] + length)
  let [narrowest, widest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [index, glyph] of word.slice(1).entries()) {
    const gap = glyph.box[0] - itemAt(word, index).box[2]
    if (starts.includes(index + 1)) narrowest = Math.min(narrowest, gap)
    else widest = Math.max(widest, gap)
  }
  return narrowest > widest ? figures.map((_, index) => word.slice(starts[index], starts[index + 1])) : [word]
}

/** A word as those that it is cut into between two glyphs wherever that is a border. */
export function partsOfWord(word: Phrase, isBorder: (before: Glyph, after: Glyph) => boolean): Phrase[] {
  const parts = runsOf(word.glyphs, (glyph, last) => !isBorder(last, glyph))
  return parts.length < 2 || word.words.length > 1 ? [word] : parts.map(wordOf)
}

/** The characters of glyphs, one behind the other. */
export const textIn = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('')

/** A phrase of these glyphs; in one loop, since a page has thousands. */
function phraseOf(glyphs: readonly Glyph[], words: readonly Phrase[]): Phrase {
  let [left, right, size, baselines, own] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, '']
  for (const glyph of glyphs) {
    left = Math.min(left, glyph.box[0])
    right = Math.max(right, glyph.box[2])
    size = Math.max(size, glyph.size)
    baselines += glyph.baseline
    own += glyph.text
  }
  const text = words.length > 0 ? words.map(word => word.text).join(' ') : own
  return { text, left, right, baseline: baselines / glyphs.length, size, glyphs, words }
}

/** Join words of one line into one phrase. */
export function joined(words: readonly Phrase[]): Phrase {
  const [only] = words
  if (only !== undefined && words.length === 1) return only
  return phraseOf(
    words.flatMap(word => word.glyphs),
    words.flatMap(word => word.words),
  )
}

/** A line of words → the same line with words that belong together joined; `walls` are rulings no text runs across. */
export function phrasesOf(line: TextLine, walls: readonly number[] = []): TextLine {
  const isWalled = (last: Phrase, word: Phrase): boolean =>
    walls.some(
      wall => wall > middle(last) && wall < middle(word) && wall >= last.right - word.size && wall <= word.left + word.size,
    )
  const groups = runsOf(line.phrases, (word, last, group) => !isWalled(last, word) && isJoined(group, last, word))
  return { ...line, phrases: groups.map(joined) }
}

const middle = (phrase: Phrase): number => (phrase.left + phrase.right) / 2

function isJoined(group: readonly Phrase[], last: Phrase, word: Phrase): boolean {
  const gap = (word.left - last.right) / Math.max(last.size, word.size)
  if (/^[$€£¥￥]$/.test(last.text)) return isAmount(word.text) && !/[%％‰]/.test(word.text) && gap < 4
  if (/^[.…·]{4,}$/.test(last.text)) return false
  if (isAmount(last.text) && isDash(word.text) && group.length === 1) return false
  if (isAmount(last.text) && isAmount(word.text)) {
    return (
      gap <
        (word.isSpaced || WIDE_DIGIT.test(word.text) || group.some(({ text }) => SIGN.test(text)) ? TEXT_GAP : THOUSANDS_GAP) &&
      FIRST_DIGITS.test(narrow(last.text)) &&
      /^\d{3}(?!\d)/.test(narrow(word.text))
    )
  }
  if (gap < WIDE_SET && [last, word].every(text => /^\p{Script=Han}$/u.test(text.text))) return true
  if (gap >= TEXT_GAP) return false
  const afterHan = HAN.test(word.text.charAt(0))
  if (group.length === 1 && isFormatted(last.text) && HAN.test(word.text)) return false
  return !(afterHan && HAN.test(last.text.at(-1) ?? '')) || gap < HAN_GAP
}

import { itemAt, mean, overlap, runsOf } from '../../geometry.ts'
import type { Border } from '../borders/drawn.ts'
import { middle, stretchOf, type TextColumn, touched } from '../texts/columns.ts'
import type { Phrase, TextLine } from '../texts/words.ts'
import { CENTRED, LEVEL } from './group-names.ts'

/** Lines of one text are at most this far apart (in sizes): Calc sets names of 8 pt 1.46 apart. */
export const LEADING = 1.5
/** … and, where they are set under each other, this far. */
export const WIDE_LEADING = 1.8
/** So many names on a line may have one group. */
const SEVERAL = 3
/** The middles or left sides of the lines of one text differ by less than this (in sizes). */
const ALIGNED = 0.35

/** A name of the header: its lines, top to bottom. */
export type HeaderText = readonly Phrase[]

/** Header lines → texts: lines set one under the other with no rule between. */
export function textsOf(lines: readonly TextLine[], columns: readonly TextColumn[], rules: readonly Border[]): Phrase[][] {
  const texts: Phrase[][] = []
  for (const line of [...lines].reverse()) {
    const lower = texts.map(text => text[0])
    for (const phrase of line.phrases) {
      const at = lower.findIndex(
        (next, index) =>
          next !== undefined &&
          isWrapped(phrase, next, columns) &&
          !isRuledOff(phrase, next, rules) &&
          !isAloneOver(phrase, texts[index] ?? [], texts, lines),
      )
      if (at >= 0) texts[at]?.unshift(phrase)
      else texts.push([phrase])
    }
  }
  return texts
}

/** Whether a line goes on in the next: set like it close above it, or further off in the same column. */
function isWrapped(phrase: Phrase, next: Phrase, columns: readonly TextColumn[]): boolean {
  const gap = (next.baseline - phrase.baseline) / phrase.size
  if (gap <= 0 || gap > WIDE_LEADING) return false
  const [own, below] = [touched(phrase, columns), touched(next, columns)]
  const isSame = own.length === 1 && below.length === 1 && own[0] === below[0]
  return isSetLike(phrase, next) && (isSame || gap <= LEADING)
}

/** Whether a text is the name of a group of several names below it and no line of one of them: alone on its line and centred over all to the end (icdar us-034), or over one between others with nothing over them, where it would fit in with more or another name stands halfway down the header: that one is in the middle of its cell, and those lower are in no cells from top to bottom. */
function isAloneOver(phrase: Phrase, text: HeaderText, texts: readonly HeaderText[], lines: readonly TextLine[]): boolean {
  const lineOf = (one: Phrase | undefined): readonly Phrase[] =>
    lines.find(({ phrases }) => one && phrases.includes(one))?.phrases ?? []
  const [own, line] = [lineOf(phrase), lineOf(text[0])]
  const isOneLine = text.length === 1 && line.length >= SEVERAL
  const low = texts.reduce((most, one) => Math.max(most, ...one.map(({ baseline }) => baseline)), phrase.baseline)
  const middleHeight = (phrase.baseline + low) / 2
  const isSetInMiddle = lines.some(({ baseline }) => Math.abs(baseline - middleHeight) <= LEVEL * phrase.size)
  const [next, below] = isOneLine ? [text[0], line] : namesBeside(phrase, text, texts, isSetInMiddle)
  if (next === undefined || below.length < SEVERAL) return false
  if (own.length > 1) return isBetweenBare(phrase, next, own, below) && (isSetInMiddle || isShort(phrase, next, below))
  return below.some((first, index) =>
    below
      .slice(index + SEVERAL - 1)
      .some(last => last === below.at(-1) && Math.abs((first.left + last.right) / 2 - middle(phrase)) <= CENTRED * phrase.size),
  )
}

/** A name below a text, of one line or more, and those of its height, as phrases; none where the text may be its first line: no group is known to be there, and the lines before the last are as full as the widest. */
function namesBeside(
  phrase: Phrase,
  text: HeaderText,
  texts: readonly HeaderText[],
  isGrouped: boolean,
): [Phrase | undefined, readonly Phrase[]] {
  const widest = Math.max(...text.map(({ left, right }) => right - left))
  if (!isGrouped && phrase.right - phrase.left + phrase.size > widest) return [undefined, []]
  const level = texts.filter(other => Math.abs(baselineOf(other) - baselineOf(text)) <= LEVEL * phrase.size)
  const wholes = level.map(wholeOf)
  return [wholes[level.indexOf(text)], wholes.toSorted((a, b) => a.left - b.left)]
}

/** Whether a text is a glyph narrower than the column of the name below it: only what fills its column is wrapped. */
function isShort(phrase: Phrase, next: Phrase, below: readonly Phrase[]): boolean {
  const [before, after] = [below[below.indexOf(next) - 1], below[below.indexOf(next) + 1]]
  return (
    before !== undefined &&
    after !== undefined &&
    phrase.right - phrase.left + phrase.size <= (middle(after) - middle(before)) / 2
  )
}

/** Whether a text is centred over a name and those on both sides of it, which have nothing over them and belong to no other text like it. */
function isBetweenBare(phrase: Phrase, next: Phrase, own: readonly Phrase[], below: readonly Phrase[]): boolean {
  const at = below.indexOf(next)
  const [before, after] = [below[at - 1], below[at + 1]]
  if (before === undefined || after === undefined) return false
  const isOver = (name: Phrase | undefined): boolean =>
    name !== undefined &&
    own.some(
      other => other !== phrase && (isSetLike(other, name) || Math.abs(other.right - name.right) <= ALIGNED * other.size),
    )
  const isBare = (name: Phrase): boolean => own.every(other => overlap(other.left, other.right, name.left, name.right) <= 0)
  return (
    isBare(before) &&
    isBare(after) &&
    !isOver(below[at - 2]) &&
    !isOver(below[at + 2]) &&
    Math.abs((before.left + after.right) / 2 - middle(phrase)) <= CENTRED * phrase.size
  )
}

/** Whether two texts have their middles or their left sides under each other. */
const isSetLike = (phrase: Phrase, next: Phrase): boolean =>
  Math.min(Math.abs(middle(phrase) - middle(next)), Math.abs(phrase.left - next.left)) <= ALIGNED * phrase.size

/** Whether a rule stands between two lines. */
export const isRuledOff = (phrase: Phrase, next: Phrase, rules: readonly Border[]): boolean =>
  rules.some(
    rule => rule.at > phrase.baseline && rule.at < next.baseline && overlap(rule.from, rule.to, phrase.left, phrase.right) > 0,
  )

/** How high a text of several lines stands: the mean of its baselines. */
export const baselineOf = (phrases: readonly Phrase[]): number => mean(phrases.map(phrase => phrase.baseline))

/** A text of several lines as one phrase at its middle height. */
export const wholeOf = (text: HeaderText): Phrase => {
  const [first] = text
  if (first === undefined) throw new Error('a text without lines')
  return { ...first, ...stretchOf(text), baseline: baselineOf(text) }
}

/** Texts of equal height, the lowest first. */
export function levelsOf(texts: readonly HeaderText[]): HeaderText[][] {
  const levels = runsOf(
    [...texts].sort((a, b) => baselineOf(b) - baselineOf(a)),
    (text, _, [first = text]) => baselineOf(first) - baselineOf(text) <= LEVEL * itemAt(text, 0).size,
  )
  for (const level of levels) level.sort((a, b) => wholeOf(a).left - wholeOf(b).left)
  return levels
}

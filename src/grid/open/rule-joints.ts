import { endsOf, isOneOf, mean, runsOf } from '../../geometry.ts'
import type { Glyph, Ruling } from '../../page/page.ts'
import type { Border } from '../borders/drawn.ts'
import { SNAP } from '../borders/edges.ts'
import { joined, type Phrase, partsOfWord, type TextLine } from '../texts/words.ts'
import { JUTS } from './prose.ts'

/** Programs that draw the border of each cell for itself end one where the next begins, to less than this (in ems); dashes have gaps. */
const TOUCH = 0.1
/** The border of a column is at one place, in points, but for the rounding of the program that draws it. */
const SAME_JOINT = 1
/** No column is narrower than a glyph: parts that are shorter are dashes or dots of one rule. */
const SHORTEST_PART = 1
/** So many rules of a table, at least, and this share of them, are put together at the border of a column: a merged cell has one part. */
const FEWEST_RULES = 3
const JOINED = 0.7

/** Rules with the places at which each is put together of parts. */
export interface JoinedRule extends Border {
  readonly joints: readonly number[]
}

/** Rules with where each is joined; `rulings` are all lines of the page as they are drawn, `em` its glyph height in points. */
export function joinedRules(rules: readonly Border[], rulings: readonly Ruling[], em: number): JoinedRule[] {
  const across = rulings.filter(({ axis }) => axis === 'horizontal')
  return rules.map(rule => ({ ...rule, joints: jointsIn(across, rule, em) }))
}

/** Where the columns of a table part that has rules only between its rows: those are joined there. From left to right, the sides left out. */
export function jointsOf(rules: readonly JoinedRule[], em: number): number[] {
  const places = rules.flatMap(({ joints }) => joints).sort((a, b) => a - b)
  const least = Math.max(FEWEST_RULES, JOINED * rules.length)
  return runsOf(places, (at, last) => at - last <= SNAP * em)
    .map(mean)
    .filter(at => rules.filter(({ joints }) => isOneOf(at, joints, SNAP * em)).length >= least)
}

/** Where the parts of a rule meet; none where one of them is too short to be the border of a cell. */
function jointsIn(across: readonly Ruling[], rule: Border, em: number): number[] {
  const reach = TOUCH * em
  const parts = across.filter(
    ({ at, from, to }) => Math.abs(at - rule.at) <= SNAP * em && from >= rule.from - reach && to <= rule.to + reach,
  )
  if (parts.some(({ from, to }) => to - from < SHORTEST_PART * em)) return []
  const isCovered = (x: number): boolean => parts.some(({ from, to }) => from < x - reach && to > x + reach)
  const ends = parts.map(({ to }) => to).filter(x => parts.some(({ from }) => Math.abs(from - x) <= reach) && !isCovered(x))
  return runsOf(
    ends.sort((a, b) => a - b),
    (at, last) => at - last <= reach,
  ).map(own => endsOf(own)[0])
}

/** Where two rules are both joined: the columns of the row between them part there. */
export const commonJoints = (above: JoinedRule, below: JoinedRule): number[] =>
  above.joints.filter(at => isOneOf(at, below.joints, SAME_JOINT))

/** A line whose words are cut where a figure touches a word and the rules above and below are both joined. */
export function cutAtJoints(line: TextLine, rules: readonly JoinedRule[]): TextLine {
  const above = rules.findLast(({ at }) => at < line.baseline - line.size / 2)
  const below = rules.find(({ at }) => at >= line.baseline - line.size / 2)
  const joints = above && below ? commonJoints(above, below) : []
  if (joints.length === 0) return line
  const isBorder = (before: Glyph, after: Glyph): boolean =>
    isOneOf(before.box[2], joints, JUTS * before.size) &&
    isOneOf(after.box[0], joints, JUTS * after.size) &&
    isFigure(before.text) !== isFigure(after.text)
  return { ...line, phrases: line.phrases.flatMap(phrase => partsOfWord(phrase, isBorder)) }
}

/** A line whose texts are cut between two words at a border of columns; single characters set wide, 合 计, are one text over several columns. */
export const partedAt = (line: TextLine, borders: readonly number[]): TextLine => ({
  ...line,
  phrases: line.phrases.flatMap(phrase => {
    const jut = JUTS * phrase.size
    const isParted = (word: Phrase, last: Phrase): boolean =>
      borders.some(at => at >= last.right - jut && at <= word.left + jut) &&
      ![word, last].every(({ text }) => text.length === 1)
    const parts = runsOf(phrase.words, (word, last) => !isParted(word, last))
    return parts.length < 2 ? [phrase] : parts.map(words => ({ ...joined(words), words }))
  }),
})

const isFigure = (text: string): boolean => /[\d０-９]/.test(text)

import { placeIn, type ReadCharacter } from '../engine/engine.ts'
import { markOf } from '../lines/marks.ts'
import { lessSure } from './read-line.ts'
import type { SeenLine } from './seen-line.ts'
import { BEYOND, BY_SHAPE, isGrain, markShape, printBetween, smallMarkIn } from './small-marks.ts'

/**
 * Between two neighbours further apart than this (in glyph heights) there is room for a character: between two Han characters
 * there is a digit or a letter from 1.43 on, in 21 of 21 lines of printed pages. What is seen, and not for sure, where they
 * are nearer is a stroke of theirs.
 */
const ROOM = 1.35
/** Confidence of neighbours of a gap with print in which the recogniser saw nothing at all. */
const UNREAD = 0.5

/** Before the first and after the last character there is room for one from this distance (in glyph heights) on. */
const ROOM_AT_END = 0.95
/** A faint character that is no mark must be seen at least this surely to be put in. */
const LEAST_LETTER = 0.12

const QUOTE = /^[“”]$/u

/**
 * A line with the characters put in that the recogniser saw only faintly, where there is room and ink for them (a
 * comma in 四、事业收入), or that their shape tells. They keep a low score; where ink cannot be told, the neighbours of
 * the gap lose theirs.
 */
export function withMissed(read: readonly ReadCharacter[], seen: SeenLine): readonly ReadCharacter[] {
  const { line, box, missed: faint, ink, em } = seen
  const characters: ReadCharacter[] = []
  const fillGap = (before: ReadCharacter | undefined, after: ReadCharacter | undefined): ReadCharacter | 'unread' | null => {
    // a mark's own ink lies beside the middle of its place, and that of a quotation mark high above others
    if ([before, after].some(neighbour => neighbour !== undefined && !isLetter(neighbour.text) && !QUOTE.test(neighbour.text)))
      return null
    const from = before === undefined ? line.ink[0] - BEYOND : placeIn(box, before)
    const to = after === undefined ? line.ink[2] + BEYOND : placeIn(box, after)
    const inner = before !== undefined && after !== undefined
    if (to - from <= (inner ? ROOM : ROOM_AT_END) * em) return null
    const missed = likeliest(faint, before, after)
    const gap = printBetween(seen, before, after)
    if (gap === null || isGrain(markOf(ink, gap), em)) return inner && (missed?.score ?? 0) >= LEAST_LETTER ? 'unread' : null
    const small = smallMarkIn(ink, gap, em)
    const mark = small && markShape(small, em)
    const isTold = mark !== null && missed !== undefined && NO_MARK.test(missed.text)
    if (missed !== undefined && !isTold && (inner || isLetter(missed.text) || small !== null)) return missed
    return mark === null
      ? 'unread'
      : { text: mark, score: BY_SHAPE, at: (before?.at ?? 0) / 2 + (after?.at ?? 1) / 2, others: [] }
  }
  const add = (after: ReadCharacter | undefined) => {
    const before = characters.at(-1)
    const filled = fillGap(before, after)
    if (filled === 'unread' && before !== undefined) characters[characters.length - 1] = unread(before)
    if (filled !== null && filled !== 'unread') characters.push(filled)
    if (after !== undefined) characters.push(filled === 'unread' ? unread(after) : after)
  }
  if (read.length === 0) return read
  for (const character of read) add(character)
  add(undefined)
  return characters
}

const unread = (character: ReadCharacter): ReadCharacter => lessSure(character, UNREAD)

/** The likeliest character between two that was left out, other than these two again. */
function likeliest(
  missed: readonly ReadCharacter[],
  before: ReadCharacter | undefined,
  after: ReadCharacter | undefined,
): ReadCharacter | undefined {
  const plain = (character: ReadCharacter | undefined) => character?.text.normalize('NFKC')
  return missed
    .filter(character => character.at > (before?.at ?? 0) && character.at < (after?.at ?? 1))
    .filter(character => ![plain(before), plain(after)].includes(plain(character)))
    .filter(({ text, score }) => score >= LEAST_LETTER || !/[\p{L}\p{N}]/u.test(text) || text === '一')
    .toSorted((a, b) => b.score - a.score)[0]
}

/** At the ends of a line a point or a dash is more often dirt than print. */
const isLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** The same character twice nearer than this is one, seen twice: real ones were 0.76 apart at least. */
const TWICE = 0.6
/** From this distance on there is room for a mark of full width; nearer, a doubtful point is grain. */
const FULL_WIDTH = 1.7
/** A character more sure than this is not questioned for its place, and a mark more sure than that not for its shape. */
const SURE = 0.9
const SURE_MARK = 0.6
/** Confidence of the neighbours of what was taken out. */
const BESIDE = 0.88
/** Marks that are not printed beside Han characters, but that the marks printed there are read as. */
const NO_MARK = /^[.~～·'`^*_\\-]$/u
/** Marks of full width: of two that stand close together one was seen twice. */
const WIDE_MARK = /^[、，。；：]$/u

const isHan = (character: ReadCharacter | undefined): boolean => /^\p{Script=Han}$/u.test(character?.text ?? '')

/**
 * A line of Chinese in which each character has its room and its ink: what was seen between two that stand close together is a
 * stroke of theirs (引 as 引1), what has no more ink than a grain is one, and what is no higher than a mark and was read as
 * a letter, or is a doubtful mark, is told by its shape (。 read as 0, a comma read as a point).
 */
export function withRoom(characters: readonly ReadCharacter[], seen: SeenLine): readonly ReadCharacter[] {
  const result: ReadCharacter[] = []
  let isBeside = false
  characters.forEach((character, index) => {
    const fitted = fittedBetween(character, { before: result.at(-1), after: characters[index + 1], seen })
    if (fitted === null) {
      const before = result.pop()
      if (before !== undefined) result.push(doubted(before))
    } else result.push(isBeside ? doubted(fitted) : fitted)
    isBeside = fitted === null
  })
  return result
}

interface Place {
  readonly before: ReadCharacter | undefined
  readonly after: ReadCharacter | undefined
  readonly seen: SeenLine
}

/** A character as its room between its neighbours and its ink allow it; null when there is none. */
function fittedBetween(character: ReadCharacter, place: Place): ReadCharacter | null {
  const { before, after, seen } = place
  const width = (seen.box[2] - seen.box[0]) / seen.em
  const isTwice = before?.text === character.text && (character.at - before.at) * width < TWICE
  if (isTwice && (isHan(before) || WIDE_MARK.test(character.text))) return null
  const neighbours = [before, after].filter(neighbour => neighbour !== undefined)
  if (isHan(character) || character.text.trim() === '' || neighbours.length === 0 || !neighbours.every(isHan)) return character
  const room = before !== undefined && after !== undefined ? (after.at - before.at) * width : null
  if (room !== null && room < ROOM && character.score < SURE) return null
  return fittedToInk(character, place, room === null || room >= FULL_WIDTH)
}

/** A character among Han ones as its ink allows it. `isWide` tells whether there is room for a mark of full width. */
function fittedToInk(character: ReadCharacter, { before, after, seen }: Place, isWide: boolean): ReadCharacter | null {
  const { ink, em } = seen
  const own = printBetween(seen, before, after)
  const small = own && smallMarkIn(ink, own, em)
  const shape = small && markShape(small, em)
  const isNoMark = NO_MARK.test(character.text) && character.score < SURE_MARK
  if (isNoMark && !isWide) return null
  if (shape !== null && (isNoMark || isLetter(character.text))) return { ...character, text: shape, score: BY_SHAPE }
  // no line of Chinese begins with a point, and only at the ends of a line is grain taken for a mark
  const isEnd = before === undefined || after === undefined
  if (isEnd && character.score < SURE && own !== null && isGrain(markOf(ink, own), em)) return null
  return before === undefined && character.text === '.' ? null : character
}

const doubted = (character: ReadCharacter): ReadCharacter => lessSure(character, BESIDE)

import type { ReadCharacter } from '../engine/engine.ts'
import { lessSure } from './doubtful.ts'
import type { SeenLine } from './seen-line.ts'
import { BY_SHAPE, markIn, printBetween } from './small-marks.ts'

/**
 * Between the middles of two Han characters (in glyph heights) there is a digit or a letter from 1.43 on, in 21 of 21
 * lines of printed pages; what is seen, and not for sure, where they are nearer is a stroke of theirs.
 */
const NO_ROOM = 1.35
/** The same character twice nearer than this is one, seen twice: real ones were 0.76 apart at least. */
const TWICE = 0.6
/** From this distance on there is room for a mark of full width; nearer, a doubtful point is grain. */
const FULL_WIDTH = 1.7
/** A character more sure than this is not questioned for its place, and a mark more sure than that not for its shape. */
const SURE = 0.9
const SURE_MARK = 0.6
/** Confidence of the neighbours of what was taken out. */
const BESIDE = 0.88
/** Marks that are not printed between two Han characters, but that the marks printed there are read as. */
const NO_MARK = /^[.~～·'`^*_]$/u

const isHan = (character: ReadCharacter | undefined): boolean => /^\p{Script=Han}$/u.test(character?.text ?? '')

/**
 * A line of Chinese in which each character has its room: what was seen between two that stand close together is a
 * stroke of theirs (引 as 引1), a point before the first is grain, and a doubtful mark in a room of full width is told by its shape (a comma read as a point).
 */
export function withRoom(characters: readonly ReadCharacter[], seen: SeenLine): ReadCharacter[] {
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

/** A character as its room between its neighbours allows it; null when there is none. */
function fittedBetween(character: ReadCharacter, { before, after, seen }: Place): ReadCharacter | null {
  const { box, ink, em } = seen
  const width = (box[2] - box[0]) / em
  // no line of Chinese begins with a point
  if (before === undefined && isHan(after) && character.text === '.') return null
  if (before === undefined || !isHan(before)) return character
  if (before.text === character.text && (character.at - before.at) * width < TWICE) return null
  if (after === undefined || !isHan(after) || isHan(character)) return character
  const room = (after.at - before.at) * width
  const isNoMark = NO_MARK.test(character.text) && character.score < SURE_MARK
  if ((room < NO_ROOM && character.score < SURE) || (room < FULL_WIDTH && isNoMark)) return null
  if (!isNoMark) return character
  const own = printBetween(seen, before, after)
  const mark = own === null ? null : markIn(ink, own, em)
  return mark === null ? character : { ...character, text: mark, score: BY_SHAPE }
}

const doubted = (character: ReadCharacter): ReadCharacter => lessSure(character, BESIDE)

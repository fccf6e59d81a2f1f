import type { LineReading, ReadCharacter } from '../engine/engine.ts'
import type { Ink, PixelBox } from '../picture/raster.ts'
import { lessSure } from './doubtful.ts'
import type { SeenLine } from './seen-line.ts'
import { BEYOND, BY_SHAPE, markBox, markIn, printBetween } from './small-marks.ts'

/** Between two neighbours further apart than this (in glyph heights) there is room for a character. */
const ROOM = 1.35
/** A gap holds print when its ink fills this share of a glyph's square: an ideographic comma fills about 0.04. */
const PRINT = 0.008
/** Confidence of neighbours of a gap with print in which the recogniser saw nothing at all. */
const UNREAD = 0.5

/** Before the first and after the last character there is room for one from this distance (in glyph heights) on. */
const ROOM_AT_END = 0.95
/** A faint character that is no mark must be seen at least this surely to be put in. */
const LEAST_LETTER = 0.12

/**
 * A line with the characters put in that the recogniser saw only faintly, where there is room and ink for them (a
 * comma in 四、事业收入), or that their shape tells. They keep a low score; where ink cannot be told, the neighbours of
 * the gap lose theirs.
 */
export function withMissed(reading: LineReading, seen: SeenLine): LineReading {
  const { line, box, ink, em } = seen
  const place = (at: number): number => box[0] + at * (box[2] - box[0])
  const characters: ReadCharacter[] = []
  const fillGap = (before: ReadCharacter | undefined, after: ReadCharacter | undefined): ReadCharacter | 'unread' | null => {
    // a mark's own ink lies beside the middle of its place
    if ([before, after].some(neighbour => neighbour !== undefined && !isLetter(neighbour.text))) return null
    const from = before === undefined ? line.ink[0] - BEYOND : place(before.at)
    const to = after === undefined ? line.ink[2] + BEYOND : place(after.at)
    const inner = before !== undefined && after !== undefined
    if (to - from <= (inner ? ROOM : ROOM_AT_END) * em) return null
    const missed = likeliest(reading.missed, before, after)
    const gap = printBetween(seen, before, after)
    if (gap === null || inkIn(ink, gap) <= PRINT * em * em)
      return inner && (missed?.score ?? 0) >= LEAST_LETTER ? 'unread' : null
    if (missed !== undefined && (inner || isLetter(missed.text) || markBox(ink, gap, em) !== null)) return missed
    const mark = markIn(ink, gap, em)
    return mark === null
      ? 'unread'
      : { text: mark, score: BY_SHAPE, at: (before?.at ?? 0) / 2 + (after?.at ?? 1) / 2, others: [] }
  }
  const add = (after: ReadCharacter | undefined) => {
    const before = characters.at(-1)
    const filled = fillGap(before, after)
    if (filled === 'unread' && before !== undefined) characters[characters.length - 1] = doubted(before)
    if (filled !== null && filled !== 'unread') characters.push(filled)
    if (after !== undefined) characters.push(filled === 'unread' ? doubted(after) : after)
  }
  if (reading.characters.length === 0) return reading
  for (const character of reading.characters) add(character)
  add(undefined)
  return { ...reading, characters }
}

const doubted = (character: ReadCharacter): ReadCharacter => lessSure(character, UNREAD)

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

function inkIn({ width, data }: Ink, [x0, y0, x1, y1]: PixelBox): number {
  let sum = 0
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += data[y * width + x] ?? 0
  return sum
}

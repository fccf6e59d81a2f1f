import { textOfReading } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import { sealShare } from '../picture/seal-places.ts'
import type { ReadLine } from './read.ts'

/** Confidence of what a seal touches is at most this: it is to be looked at. */
const UNDER_SEAL = 0.88
/** Confidence of what was read in a cell where something else could not be. */
const BESIDE_UNREADABLE = 0.6

/** A line no more confident than `score`. */
export const atMost = (line: ReadLine, score: number): ReadLine => ({
  ...line,
  characters: line.characters.map(character => ({ ...character, score: Math.min(character.score, score) })),
})

/** What could not be read in a cell where something else could is no text: it makes the rest doubtful. */
export function unreadable(line: ReadLine, all: readonly ReadLine[]): ReadLine[] {
  const cell = all.filter(other => other.line.within.every((edge, index) => edge === line.line.within[index]))
  if (cell.length < 2 || !cell.some(isUnreadable) || cell.every(isUnreadable)) return [line]
  return isUnreadable(line) ? [] : [atMost(line, BESIDE_UNREADABLE)]
}

const isUnreadable = (line: ReadLine): boolean => /^[\uFFFD#]+$/u.test(textOfReading(line))

/** A line that a seal touches is doubtful; dots alone are what is left of the seal itself. */
export function underSeal(line: ReadLine, { seals }: Layout): ReadLine[] {
  if (sealShare(seals, line.line.ink) === 0) return [line]
  return /^[.,、·:：'“”。]*$/u.test(textOfReading(line)) ? [] : [atMost(line, UNDER_SEAL)]
}

import { type Observation, STRENGTH, seen } from '../../evidence.ts'
import type { Cell } from '../table.ts'
import { squash } from '../words.ts'
import { AT_CUT, gapAt, type Halves, type TitlePair } from './title-halves.ts'

/** Letters at the cut have so many letters more of room at the other side. */
const MORE_ROOM = 0.5

/** What speaks for and against two titles at the cut being one. */
export const titleEvidence = (halves: Halves, titles: ReadonlySet<string>): Observation[] =>
  [blankOrAgain(halves.pair), towardsCut(halves.pair), known(halves.pair, titles), columnAgain(halves)].flatMap(
    one => one ?? [],
  )

const isBlank = ({ text }: Cell): boolean => text === ''

/** A group names no column twice: what begins with a column that the left one has is another group. */
function columnAgain({ pair, below: [left, right] }: Halves): Observation | null {
  if (pair.some(isBlank) || left.length === 0 || right.length === 0) return null
  const again = right.find(title => left.includes(title))
  return again === undefined
    ? seen('title-names-again', STRENGTH.half, 'no column below has the name of another')
    : seen('title-names-again', -1, `“${again}” stands below both`)
}

/** A half without words, or with the same words: a group that goes on. */
function blankOrAgain(pair: TitlePair): Observation | null {
  if (pair.some(isBlank)) return seen('title-blank-or-again', 1, 'one of the titles is blank')
  return isAgain(pair) ? seen('title-blank-or-again', 1, 'the same title on both sides') : null
}

const isAgain = ([a, b]: TitlePair): boolean => squash(a.text) === squash(b.text)

/** Letters on both sides that stand at the cut and not in the middle of their cells. */
function towardsCut(pair: TitlePair): Observation | null {
  if (pair.some(isBlank)) return null
  const [left, right] = [leaning(pair[0], 'right'), leaning(pair[1], 'left')]
  const because = left + right > 1 ? 'the letters of both stand at the border' : 'a title stands in the middle of its cell'
  return seen('title-towards-cut', Math.min(left, right), because)
}

/** Whether the words of a cell stand at one of its sides: 1 there, -1 in the middle or at the other side, 0 where they fill it. */
function leaning(cell: Cell, side: 'left' | 'right'): number {
  const [near, far] = [gapAt(cell, side), gapAt(cell, side === 'left' ? 'right' : 'left')]
  if (Number.isNaN(near) || Math.max(near, far) <= AT_CUT) return 0
  return near <= AT_CUT && far > near + MORE_ROOM ? 1 : -1
}

/** The halves are known as a whole, or each for itself. */
function known(pair: TitlePair, titles: ReadonlySet<string>): Observation | null {
  if (pair.some(isBlank) || isAgain(pair)) return null
  const whole = squash(pair.map(({ text }) => text).join(''))
  if (titles.has(whole)) return seen('title-known', 1, `“${whole}” stands elsewhere as one`)
  const parts = pair.filter(({ text }) => titles.has(squash(text))).length
  return seen('title-known', -parts / 2, `${parts} of the halves stand elsewhere as a whole`)
}

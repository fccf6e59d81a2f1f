import { type Observation, STRENGTH } from '../evidence.ts'
import type { Cell } from './table.ts'
import { AT_CUT, gapAt, type Halves, type Pair } from './title-halves.ts'
import { squash } from './words.ts'

/** Letters at the cut have so many letters more of room at the other side. */
const MORE_ROOM = 0.5

/** What speaks for and against two titles at the cut being one. */
export const titleEvidence = (halves: Halves, titles: ReadonlySet<string>): Observation[] =>
  [blankOrAgain(halves.pair), towardsCut(halves.pair), known(halves.pair, titles), columnAgain(halves)].filter(
    ({ strength }) => strength !== 0,
  )

/** A group names no column twice: what begins with a column that the left one has is another group. */
function columnAgain({ pair: [a, b], below: [left, right] }: Halves): Observation {
  const isBlank = a.text === '' || b.text === ''
  const again = right.find(title => left.includes(title))
  return {
    name: 'title-names-again',
    strength: isBlank || left.length === 0 || right.length === 0 ? 0 : again === undefined ? STRENGTH.half : -1,
    because: again === undefined ? 'no column below has the name of another' : `“${again}” stands below both`,
  }
}

/** A half without words, or with the same words: a group that goes on. */
function blankOrAgain([a, b]: Pair): Observation {
  const isBlank = a.text === '' || b.text === ''
  const isAgain = squash(a.text) === squash(b.text)
  return {
    name: 'title-blank-or-again',
    strength: Number(isBlank || isAgain),
    because: isBlank ? 'one of the titles is blank' : 'the same title on both sides',
  }
}

/** Letters on both sides that stand at the cut and not in the middle of their cells. */
function towardsCut([a, b]: Pair): Observation {
  const [left, right] = [leaning(a, 'right'), leaning(b, 'left')]
  return {
    name: 'title-towards-cut',
    strength: a.text === '' || b.text === '' ? 0 : Math.min(left, right),
    because: left + right > 1 ? 'the letters of both stand at the border' : 'a title stands in the middle of its cell',
  }
}

/** Whether the words of a cell stand at one of its sides: 1 there, -1 in the middle or at the other side, 0 where they fill it. */
function leaning(cell: Cell, side: 'left' | 'right'): number {
  const [near, far] = [gapAt(cell, side), gapAt(cell, side === 'left' ? 'right' : 'left')]
  if (Number.isNaN(near) || Math.max(near, far) <= AT_CUT) return 0
  return near <= AT_CUT && far > near + MORE_ROOM ? 1 : -1
}

/** The halves are known as a whole, or each for itself. */
function known([a, b]: Pair, titles: ReadonlySet<string>): Observation {
  if (a.text === '' || b.text === '' || squash(a.text) === squash(b.text))
    return { name: 'title-known', strength: 0, because: '' }
  const whole = squash(a.text + b.text)
  if (titles.has(whole)) return { name: 'title-known', strength: 1, because: `“${whole}” stands elsewhere as one` }
  const parts = [a, b].filter(({ text }) => titles.has(squash(text))).length
  return { name: 'title-known', strength: -parts / 2, because: `${parts} of the halves stand elsewhere as a whole` }
}

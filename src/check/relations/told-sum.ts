import { magnitude } from '../../budget/amount.ts'
import { type Check, placeName, sumOf } from '../check.ts'
import { isSlipOverSum, SLIP_ALIKE, slipDigitsOfAny, sumDigits } from '../slip.ts'
import { notEvaluable } from './compare.ts'
import { MAY_LACK_PART } from './facts.ts'
import { isMore, LEFT_OUT } from './stated-sum.ts'

/** One reading of what a figure of a sentence is the sum of. */
export interface Reading {
  readonly check: Check
  /** How it was found: readings found in one way are as complete as each other; empty where none of them is. */
  readonly way: string
  /** So many digits have to say that it is the sum but for a slip of the pen; null where none can. */
  readonly least: number | null
  /** What its words say that these are: parts, parts of which none holds another, or all that makes the figure; null where they say nothing. */
  readonly says: 'parts' | 'parts-apart' | 'all' | null
}

/** The readings of one figure, the surest first. */
export type Readings = readonly Reading[]

/** Whether a list that adds up is no chance: its words say that it is one, or so many digits agree. */
const isSure = ({ check, way, least }: Reading): boolean =>
  way !== '' || (check.outcome === 'holds' && least !== null && sumDigits(check) >= least)

/** Lists found in one way that add up, for each that does not, before it is known that nothing is left out of them … */
const MOST = 2
/** … and at least so many of them. */
const SEVERAL = 3

const isHeld = ({ check }: Reading): boolean => check.outcome !== 'broken'

/** The ways to read a list in which those of a document add up. */
function completeWays(lists: readonly Readings[]): ReadonlySet<string> {
  const read = lists.flatMap(list => list.find(isHeld) ?? list)
  const ways = Map.groupBy(
    read.filter(({ way }) => way !== ''),
    ({ way }) => way,
  )
  return new Set(
    [...ways].flatMap(([way, all]) => {
      const held = all.filter(isHeld).length
      return held >= SEVERAL && held >= MOST * (all.length - held) ? [way] : []
    }),
  )
}

/** Whether most totals hold that a document says what makes them: a program that reads such a sentence wrongly reads all of them wrongly. */
function areTotalsRead(lists: readonly Readings[]): boolean {
  const totals = lists.flatMap(list => list.filter(({ says }) => says === 'all'))
  return 2 * totals.filter(isHeld).length >= totals.length
}

/** Parts come to within a half of their whole: those nearer to twice as much are of both its sides, as in the model budget. */
const HALVES = 2n

/** Whether parts may be those of a whole: each is less than it, and all of them are near to it; of changes each may be more. */
function areNear({ left, right }: Check): boolean {
  const whole = magnitude(sumOf(left))
  const isSigned = [...left.terms, ...right.terms].some(({ sign }) => sign < 0n)
  return isSigned || (right.terms.every(({ fen }) => fen < whole) && HALVES * magnitude(sumOf(left) - sumOf(right)) < whole)
}

/** Whether parts that make a whole make no other, nor one of themselves: then these are none of what a reading says they are. */
function isTaken({ check: { left, right } }: Reading, made: readonly ReadonlySet<string>[]): boolean {
  const [wholes, parts] = [left.terms.map(placeName), new Set(right.terms.map(placeName))]
  return made.some(known =>
    wholes.some(whole => known.has(whole))
      ? [...known].some(part => parts.has(part))
      : [...known].every(part => parts.has(part)),
  )
}

/**
 * Figures against what they may be the sum of, by the reading that holds; where none does, a difference is worth telling if the words
 * leave nothing else, if it is a digit of one of them, as one may be left out, or if no other list of the document that is told in
 * this way leaves any out.
 */
export function toldSums(lists: readonly Readings[]): Check[] {
  const complete = completeWays(lists)
  const areRead = areTotalsRead(lists)
  const sure = lists.flatMap(list => list.filter(reading => isHeld(reading) && isSure(reading)))
  const made = sure.map(({ check: { right } }) => new Set(right.terms.map(placeName)))
  const isWrong = ({ check, says }: Reading, held: Reading | undefined): boolean =>
    says === 'all'
      ? areRead
      : says !== null && (says === 'parts-apart' ? isMore(check) : isSlipOverSum(check, held && SLIP_ALIKE))
  return lists.flatMap(list => {
    const said = list.find(reading => reading.says !== null && isHeld(reading))
    const held = said ?? list.find(isHeld)
    const wrong = said ? undefined : list.find(reading => isWrong(reading, held))
    // Some of them may be parts of the others.
    if (wrong) return [held ? { ...wrong.check, note: MAY_LACK_PART } : wrong.check]
    // What adds up without a word that it does is told nowhere.
    if (held) return held.way !== '' ? [held.check] : []
    const told = list.find(reading => {
      const { check, way, least } = reading
      if (complete.has(way) && areNear(check)) return true
      return least !== null && slipDigitsOfAny(check) >= least && !isTaken(reading, made)
    })
    if (told) return [{ ...told.check, note: MAY_LACK_PART }]
    return list.flatMap(({ check, way }) => (way === '' ? [] : notEvaluable(check, LEFT_OUT))).slice(0, 1)
  })
}

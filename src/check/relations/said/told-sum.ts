import { type Check, placeName } from '../../check.ts'
import { isSlipOverSum, SLIP_ALIKE, slipDigitsOfAny, sumDigits } from '../../slip.ts'
import { notEvaluable } from '../compare.ts'
import { MAY_LACK_PART } from './facts.ts'
import { isMore, LEFT_OUT } from './stated-sum.ts'

/** One reading of what a figure of a sentence is the sum of. */
export interface Reading {
  readonly check: Check
  /** Whether words, and not only the place of its figures, make it a list. */
  readonly isWorded: boolean
  /** So many digits have to say that it is the sum but for a slip of the pen; null where none can. */
  readonly least: number | null
  /** What its words say that these are: parts, parts of which none holds another, or all that makes the figure; null where they say nothing. */
  readonly says: 'parts' | 'parts-apart' | 'all' | null
  /** Whether it would add up with what one of its parts is told as elsewhere under its name, which is no chance. */
  readonly isMended?: boolean
}

/** The readings of one figure, the surest first. */
export type Readings = readonly Reading[]

/** Whether a list that adds up is no chance: its words say that it is one, or so many digits agree. */
const isSure = ({ check, isWorded, least }: Reading): boolean =>
  isWorded || (check.outcome === 'holds' && least !== null && sumDigits(check) >= least)

const isHeld = ({ check }: Reading): boolean => check.outcome !== 'broken'

/** Whether most totals hold that a document says what makes them: a program that reads such a sentence wrongly reads all of them wrongly. */
function areTotalsRead(lists: readonly Readings[]): boolean {
  const totals = lists.flatMap(list => list.filter(({ says }) => says === 'all'))
  return 2 * totals.filter(isHeld).length >= totals.length
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
 * leave nothing else, or if it is a digit of one of them, as one may be left out.
 */
export function toldSums(lists: readonly Readings[]): Check[] {
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
    if (held) return held.isWorded ? [held.check] : []
    const isTold = ({ check, least, isMended = false }: Reading): boolean =>
      least !== null && (isMended || slipDigitsOfAny(check) >= least)
    const told = list.find(reading => isTold(reading) && !isTaken(reading, made))
    if (told) return [{ ...told.check, note: MAY_LACK_PART }]
    return list.flatMap(({ check, isWorded }) => (isWorded ? notEvaluable(check, LEFT_OUT) : [])).slice(0, 1)
  })
}

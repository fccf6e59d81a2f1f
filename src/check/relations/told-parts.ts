import { magnitude } from '../../budget/amount.ts'
import type { Dataset } from '../../budget/dataset.ts'
import { isNow, type ProseFact } from '../../budget/prose.ts'
import { type Check, sumOf } from '../check.ts'
import type { Of } from '../declared/identity.ts'
import { STATED_SUMS } from '../declared/narrative.ts'
import { isSlipOverSum, SLIP_ALIKE, SLIP_PROVED, SLIP_TOLD, slipDigitsOfAny } from '../slip.ts'
import { notEvaluable } from './compare.ts'
import { isAmount, MAY_LACK_PART, ofParts } from './facts.ts'
import { areMain, areOfOther, LEFT_OUT, openSentences, statedLists, statedSums, toldInParts } from './stated-sum.ts'

type Facts = readonly ProseFact[]

/** One reading of what an amount is the sum of. */
interface Reading {
  readonly check: Check
  /** How it was found: readings found in one way are as complete as each other. */
  readonly way: string
  /** So many digits have to say that it is the sum but for a slip of the pen; null where none can. */
  readonly least: number | null
  /** Whether its words say that the amount is told in these parts. */
  readonly isSaid: boolean
}

/** How a total is called that stands behind its parts. */
const BEHIND = /^(?:共计|合计|总计)/

const isTerm = (fact: ProseFact): boolean => fact.kind === 'amount' && fact.fen !== null

/** The amounts behind one in its sentence that are told as its parts or in passing: 主要包括:甲1万元,用于…;乙2万元. */
const withAsides = (beside: Facts, whole: ProseFact, at: number): Facts =>
  beside.filter(fact => isTerm(fact) && fact.before.length > whole.before.length && (fact.whole === at || fact.aside))

/** What an amount may be the sum of where its words do not say that it is told in parts: what its sentence tells before it, or the next one behind it. */
function unsaid(bySentence: ReadonlyMap<number, Facts>, whole: ProseFact, said: Facts) {
  const beside = (bySentence.get(whole.sentence) ?? []).filter(isTerm)
  const before = BEHIND.test(whole.label) ? beside.filter(fact => fact.before.length < whole.before.length && isNow(fact)) : []
  const behind = (bySentence.get(whole.sentence + 1) ?? []).filter(isAmount)
  const next = beside.length === 1 ? behind : said.length > 0 && behind.length > 0 ? [...said, ...behind] : []
  return [
    { list: before, least: SLIP_ALIKE },
    { list: next, least: SLIP_PROVED },
  ].filter(({ list }) => list.length > 1)
}

/** Every amount that may be told in parts, with the ways to read them, the surest first. */
function readingsOf({ prose }: Dataset, id: string): readonly (readonly Reading[])[] {
  const open = openSentences(prose)
  const bySentence = Map.groupBy(prose, ({ sentence }) => sentence)
  const places = new Map(prose.map((fact, at) => [fact, at]))
  return toldInParts(prose).map(({ whole, parts }) => {
    const asides = withAsides(bySentence.get(whole.sentence) ?? [], whole, places.get(whole) ?? -1)
    const said = [parts, ...(asides.length > parts.length ? [asides] : [])].filter(({ length }) => length > 1)
    const isOpen = [...parts, ...asides].some(({ sentence }) => open.has(sentence))
    const readings = said.map((list, at): Reading => {
      const isMain = areMain(whole, list)
      const least = isOpen ? null : isMain || at > 0 ? SLIP_ALIKE : SLIP_TOLD
      return { check: ofParts(id, whole, list), way: `${isMain} ${list === asides} ${isOpen}`, least, isSaid: list === parts }
    })
    const others = unsaid(bySentence, whole, parts).map(({ list, least }) => ({
      check: ofParts(id, whole, list),
      way: '',
      least,
      isSaid: false,
    }))
    return [...(areOfOther(whole, parts) ? [] : readings), ...others]
  })
}

/** Lists found in one way that add up, for each that does not, before it is known that nothing is left out of them … */
const MOST = 2
/** … and at least so many of them. */
const SEVERAL = 3

const isHeld = ({ check }: Reading): boolean => check.outcome !== 'broken'

/** The ways to read a list in which those of a document add up. */
function completeWays(lists: readonly (readonly Reading[])[]): ReadonlySet<string> {
  const ways = Map.groupBy(
    lists.flatMap(list => list.find(isHeld) ?? list),
    ({ way }) => way,
  )
  return new Set(
    [...ways].flatMap(([way, all]) => {
      const held = all.filter(isHeld).length
      return way !== '' && held >= SEVERAL && held >= MOST * (all.length - held) ? [way] : []
    }),
  )
}

/** Parts come to within a half of their whole: those nearer to twice as much are of both its sides, as in the model budget. */
const HALVES = 2n

/** Whether parts may be those of a whole: each is less than it, and all of them are near to it. */
const areLess = ({ left, right }: Check): boolean =>
  right.terms.every(({ fen }) => fen < sumOf(left)) && HALVES * magnitude(sumOf(left) - sumOf(right)) < sumOf(left)

/** An amount against the parts it is told in, whatever these are called and however they are told: as one may be left out, a difference is worth telling where it is a digit of one of them, or where no other list of the document leaves any out. */
export function toldParts(dataset: Dataset, { id }: Of<'told-parts'>): Check[] {
  const tried = [...STATED_SUMS.flatMap(sum => statedSums(dataset, sum)), ...statedLists(dataset, { id })]
  const known = new Set(
    tried.flatMap(({ outcome, left }) => (outcome === 'not-evaluable' ? [] : left.terms.map(({ box }) => box))),
  )
  const lists = readingsOf(dataset, id).filter(([first]) => first && !first.check.left.terms.some(({ box }) => known.has(box)))
  const complete = completeWays(lists)
  return lists.flatMap(list => {
    const held = list.find(isHeld)
    if (held) return [held.check]
    const over = list.find(({ check, isSaid }) => isSaid && isSlipOverSum(check))
    if (over) return [over.check]
    const told = list.find(
      ({ check, way, least }) => (complete.has(way) && areLess(check)) || (least !== null && slipDigitsOfAny(check) >= least),
    )
    if (told) return [{ ...told.check, note: MAY_LACK_PART }]
    return list.flatMap(({ check, way }) => (way === '' ? [] : notEvaluable(check, LEFT_OUT))).slice(0, 1)
  })
}

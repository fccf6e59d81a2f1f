import type { Dataset } from '../../budget/dataset.ts'
import { isNow, type ProseFact } from '../../budget/prose.ts'
import type { Check } from '../check.ts'
import type { Of } from '../declared/identity.ts'
import { STATED_SUMS } from '../declared/narrative.ts'
import { SLIP_ALIKE, SLIP_SAID, SLIP_TOLD } from '../slip.ts'
import { isAmount, ofParts } from './facts.ts'
import { areMain, areOfOther, isLess, openSentences, statedLists, statedSums, toldInParts } from './stated-sum.ts'
import { type Reading, type Readings, toldSums } from './told-sum.ts'

type Facts = readonly ProseFact[]

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
    { list: before, least: SLIP_TOLD },
    { list: next, least: SLIP_ALIKE },
  ].filter(({ list }) => list.length > 1)
}

/** Every amount that may be told in parts, with the ways to read them, the surest first. */
function readingsOf({ prose }: Dataset, id: string): readonly Readings[] {
  const open = openSentences(prose)
  const bySentence = Map.groupBy(prose, ({ sentence }) => sentence)
  const places = new Map(prose.map((fact, at) => [fact, at]))
  return toldInParts(prose).map(({ whole, parts }) => {
    const asides = withAsides(bySentence.get(whole.sentence) ?? [], whole, places.get(whole) ?? -1)
    const said = [parts, ...(asides.length > parts.length ? [asides] : [])].filter(({ length }) => length > 1)
    const isOpen = [...parts, ...asides].some(({ sentence }) => open.has(sentence))
    const readings = said.map((list, at): Reading => {
      const check = ofParts(id, whole, list)
      const isMain = areMain(whole, list)
      // Main parts leave out others, unless they are more than their whole.
      const digits = isMain && isLess(check) ? SLIP_ALIKE : isMain || at > 0 ? SLIP_TOLD : SLIP_SAID
      const way = `${isMain} ${list === asides} ${isOpen}`
      return { check, way, least: isOpen ? null : digits, isSaid: list === parts }
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

/** An amount against the parts it is told in, whatever these are called and however they are told: as one may be left out, a difference is worth telling where it is a digit of one of them, or where no other list of the document leaves any out. */
export function toldParts(dataset: Dataset, { id }: Of<'told-parts'>): Check[] {
  const tried = [...STATED_SUMS.flatMap(sum => statedSums(dataset, sum)), ...statedLists(dataset, { id })]
  const known = new Set(
    tried.flatMap(({ outcome, left }) => (outcome === 'not-evaluable' ? [] : left.terms.map(({ box }) => box))),
  )
  const lists = readingsOf(dataset, id).filter(([first]) => first && !first.check.left.terms.some(({ box }) => known.has(box)))
  return toldSums(lists)
}

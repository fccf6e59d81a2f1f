import type { Dataset } from '../../../budget/dataset.ts'
import type { ProseFact } from '../../../budget/prose/prose.ts'
import type { Check } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { STATED_SUMS } from '../../declared/narrative.ts'
import { roundness, SLIP_ALIKE, SLIP_SAID, SLIP_TOLD } from '../../slip.ts'
import { ofParts } from './facts.ts'
import { addedInWords } from './running-total.ts'
import { toldOtherwise } from './said-again.ts'
import {
  amountsBehind,
  areMain,
  areOfAnother,
  areOfOther,
  isLess,
  isTerm,
  itemsBehind,
  openSentences,
  statedSums,
  termsAt,
  toldInParts,
} from './stated-sum.ts'
import { type Reading, type Readings, toldSums } from './told-sum.ts'

type Facts = readonly ProseFact[]

/** What amounts are told as elsewhere under their names, and how many lists one is held against. */
interface Tried {
  readonly otherwise: ReadonlyMap<ProseFact, readonly bigint[]>
  readonly tried: number
}

/** The amounts behind one in its sentence that are told as its parts or in passing: 主要包括:甲1万元,用于…;乙2万元. */
const withAsides = (beside: Facts, whole: ProseFact, at: number): Facts =>
  beside.filter(
    fact =>
      fact.kind === 'amount' &&
      fact.fen !== null &&
      fact.before.length > whole.before.length &&
      (fact.whole === at || fact.aside),
  )

/** Sentences behind an amount in which its parts may stand. */
const NEAR = 12
/** Parts of an amount that are tried: where more are told, these are no list of one thing. */
const MOST_PARTS = 12

/** What a list begins with, of two amounts or more. */
const runsOf = (list: Facts): Facts[] => list.slice(0, MOST_PARTS).flatMap((_, at) => (at > 0 ? [list.slice(0, at + 1)] : []))

const largest = (facts: Facts): bigint => facts.reduce((most, { fen }) => ((fen ?? 0n) > most ? (fen ?? 0n) : most), 0n)

/** Whether what is told beside an amount is it once more, or all of it with others: 货物30万元,服务236万元,政府采购共266万元. */
function isOtherWay({ fen }: ProseFact, list: Facts): boolean {
  const all = list.reduce((sum, part) => sum + (part.fen ?? 0n), fen ?? 0n)
  return list.some(part => part.fen === fen || 2n * (part.fen ?? 0n) === all)
}

/** Whether one of the parts that its words give an amount and a list leaves out is as round as what the list comes short of. */
const isLike = (check: Check, rest: Facts): boolean =>
  isLess(check) && rest.some(({ fen }) => fen && roundness(fen) <= roundness(check.difference ?? 0n))

/** What an amount may be the sum of where its words do not say that it is told in parts: what the amounts of its sentence, of the next ones, or of the items behind it begin with, or what it stands behind. */
function unsaid(bySentence: ReadonlyMap<number, Facts>, whole: ProseFact, items: Facts): readonly Facts[] {
  const own = termsAt(bySentence, whole.sentence)
  const [behind, next] = amountsBehind(bySentence, whole)
  const firsts = Array.from({ length: NEAR }, (_, at) => termsAt(bySentence, whole.sentence + at + 1)[0] ?? [])
  const lists = [behind, next, [...behind, ...next], firsts.flat(), items].flatMap(runsOf)
  const before = runsOf(own.slice(0, own.indexOf(whole)).reverse()).filter(list => largest(list) < largest([whole]))
  const tried = new Map([...lists, ...before].map(list => [list.map(({ box }) => box.join(' ')).join(), list]))
  return [...tried.values()].filter(list => !isOtherWay(whole, list))
}

/** Whether parts are subjects of one level: none of them is in another. */
function areOfOneLevel(parts: Facts): boolean {
  const levels = new Set(parts.map(({ code, item }) => `${code ?? item?.code ?? ''}`.length))
  return levels.size === 1 && !levels.has(0)
}

/** Whether a list would add up with what one of its parts is told as elsewhere under its name, and so many digits agree that it is no chance among all that are tried. */
function isMended(check: Check, list: Facts, { otherwise, tried }: Tried): boolean {
  return list.some(part => {
    const [should, figures] = [(part.fen ?? 0n) + (check.difference ?? 0n), otherwise.get(part) ?? []]
    return figures.includes(should) && roundness(should) - Math.log10(tried * list.length * figures.length) >= SLIP_TOLD
  })
}

/** What the words of a total add up to it, as far as it can be known which amounts they mean: that with which it holds, or the only one. */
function added(id: string, prose: Facts, total: ProseFact): Readings {
  const readings = addedInWords(prose, total).map(
    (list): Reading => ({ check: ofParts(id, total, list), isWorded: true, least: null, says: 'all' }),
  )
  const held = readings.filter(({ check }) => check.outcome !== 'broken')
  return held.length > 0 ? held : readings.length === 1 ? readings : []
}

/** Every amount that may be told in parts, with the ways to read them, the surest first. */
function readingsOf(dataset: Dataset, id: string): readonly Readings[] {
  const { prose } = dataset
  const otherwise = toldOtherwise(dataset)
  const open = openSentences(prose)
  const bySentence = Map.groupBy(prose, ({ sentence }) => sentence)
  const places = new Map(prose.map((fact, at) => [fact, at]))
  const totals = prose.filter(({ kind, aside }) => kind === 'amount' && aside).map(total => added(id, prose, total))
  const amounts = toldInParts(prose).map(({ whole, parts }) => {
    const asides = withAsides(bySentence.get(whole.sentence) ?? [], whole, places.get(whole) ?? -1)
    const said = [parts, ...(asides.length > parts.length ? [asides] : [])].filter(({ length }) => length > 1)
    const isOpen = [...parts, ...asides].some(({ sentence }) => open.has(sentence))
    const readings = said.flatMap((list, at): Reading[] => {
      const check = ofParts(id, whole, list)
      if (check.outcome === 'broken' && areOfAnother(dataset, whole, list)) return []
      const isMain = areMain(whole, list)
      // Main parts leave out others, unless they are more than their whole.
      const digits = isMain && isLess(check) ? SLIP_ALIKE : isMain || at > 0 ? SLIP_TOLD : SLIP_SAID
      const says = list !== parts ? null : areOfOneLevel(list) ? 'parts-apart' : 'parts'
      return [{ check, isWorded: true, least: isOpen ? null : digits, says }]
    })
    const lists = isTerm(whole) ? unsaid(bySentence, whole, itemsBehind(prose, whole)) : []
    // One of many is a sum, or a slip of one, so much sooner by chance.
    const others = lists.flatMap((list): Reading[] => {
      const check = ofParts(id, whole, list)
      const isAll =
        !isLike(
          check,
          parts.filter(part => !list.includes(part)),
        ) &&
        !areOfOther(whole, list) &&
        !(check.outcome === 'broken' && areOfAnother(dataset, whole, list))
      const least = (isLess(check) && areMain(whole, list) ? SLIP_ALIKE : SLIP_TOLD) + Math.log10(lists.length)
      const isMore = parts.length > 0 && parts.every(part => list.includes(part))
      const reading: Reading = { check, isWorded: isMore, least, says: null }
      return isAll ? [{ ...reading, isMended: isMended(check, list, { otherwise, tried: lists.length }) }] : []
    })
    return [...added(id, prose, whole), ...(areOfOther(whole, parts) ? [] : readings), ...others]
  })
  return [...amounts, ...totals]
}

/** An amount against the parts it is told in, whatever these are called and however they are told: as one may be left out, a difference is worth telling where it is a digit of one of them. */
export function toldParts(dataset: Dataset, { id }: Of<'told-parts'>): Check[] {
  const tried = STATED_SUMS.flatMap(sum => statedSums(dataset, sum))
  const known = new Set(
    tried.flatMap(({ outcome, left }) => (outcome === 'not-evaluable' ? [] : left.terms.map(({ box }) => box))),
  )
  return toldSums(
    readingsOf(dataset, id).filter(([first]) => first && !first.check.left.terms.some(({ box }) => known.has(box))),
  )
}

import { isNow, type ProseFact } from '../../../budget/prose/prose.ts'
import { runsOf } from '../../../geometry.ts'
import { isAmount } from './facts.ts'

/** What a sentence calls the money it has added up: 收入总计, 支出合计, 收入总量. */
const TOTAL = /^(?:收入|支出)(?:总计|合计|总量|总额)(?:为|是)?$/
/** What is added to the amount before it follows: 加上级补助收入…, 加上转移性收入…. */
const ADDED = /(?<![增追参])加/
/** What a bracket holds that a total stands right behind: (甲15万元、乙30万元)共计45万元. */
const BRACKET = /\(([^()]*)\)(?:共计|合计|共)$/
/** Words that leave amounts out, or take them off again. */
const LEFT_OUT = /等[,;]|减|扣除/
/** A list of fewer amounts may be one of something else. */
const LISTED = 3

type Facts = readonly ProseFact[]

/** Whether a figure stands in a bracket of its sentence: it only tells more of the one before. */
const isInBracket = ({ before }: ProseFact): boolean => before.split('(').length > before.split(')').length

/** Whether an amount could be added up. */
const isTerm = (fact: ProseFact): boolean => isAmount(fact) && isNow(fact) && !isInBracket(fact)

/** Where the words of a sentence behind a figure begin. */
const endOf = ({ before, text }: ProseFact): number => before.length + text.length

/** The amounts right before a total that are joined to each other by 、. */
const listOf = (terms: Facts): Facts => runsOf(terms, (fact, last) => fact.before.startsWith('、', endOf(last))).at(-1) ?? []

/** The amounts of the sentence before, with those that they are parts of. */
function toldBefore(prose: Facts, sentence: number): Facts {
  const last = prose.filter(fact => fact.sentence === sentence - 1 && isTerm(fact))
  return [...new Set(last.flatMap(fact => [fact, ...(fact.whole === null ? [] : [prose[fact.whole] ?? fact])]))]
}

/** The amounts of a bracket right before a total. */
function bracketed(own: Facts, { label, before }: ProseFact): readonly Facts[] {
  const inside = /^(?:共计|合计|共)$/.test(label) ? BRACKET.exec(before) : null
  const parts = inside ? own.filter(fact => fact.kind === 'amount' && fact.before.length > inside.index) : []
  return parts.length > 1 ? [parts] : []
}

/** What the words of a total say that it is the sum of, each list one reading of them: what a bracket before it holds, an amount, which is not always named, and what is added to it, or a list. */
export function addedInWords(prose: Facts, total: ProseFact): readonly Facts[] {
  const isTotal = isTerm(total) && TOTAL.test(total.label)
  if (!isTotal && !total.before.includes(')')) return []
  const own = prose.filter(fact => fact.sentence === total.sentence && fact.before.length < total.before.length)
  if (!isTotal) return bracketed(own, total)
  const last = own.findLast(({ label }) => TOTAL.test(label))
  const from = last === undefined ? 0 : endOf(last)
  const terms = own.filter(fact => fact.before.length > from && isTerm(fact))
  const words = total.before.slice(from)
  const added = words.search(ADDED)
  if (LEFT_OUT.test(words.slice(Math.max(0, added)))) return []
  if (added < 0) return [listOf(terms)].filter(list => list.length >= LISTED)
  const [before, behind] = [true, false].map(isBefore => terms.filter(fact => fact.before.length <= from + added === isBefore))
  const bases = before?.length ? before : toldBefore(prose, total.sentence)
  return behind?.length ? bases.map(base => [base, ...behind]) : []
}

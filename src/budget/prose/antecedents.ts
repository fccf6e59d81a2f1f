import { BOTH_SIDES, coreOf } from '../columns/money-words.ts'
import { isNow, isOfBudget, isTold, type ProseFact } from './prose.ts'
import { ASIDE, BEHIND_PURPOSE, FIRST_NUMBER, PARTS, REASON, ROUGH } from './words.ts'

/** What stands right behind a colon that an amount ends in is a list of its parts: 采购预算总额9万元:货物5万元、服务4万元. */
const LISTED = /^:[^,;]*$/
const OF_SIDE = /(?:收入|支出)(?:主要)?(?:包括|包含)/
/** A clause behind a semicolon that speaks of its own money, and not of a second reason. */
const SPOKEN = /^(?![一二三四五六七八九]是|其[一二三])[^,]*(?:收入|支出|预算|决算|经费|费)(?:数|总[额数计]|合计)?(?:约|为|共)?$/

/** The earlier facts, by index, that the next figure of a sentence can refer to. */
export interface Antecedents {
  /** The amount that a change or a share is of. */
  readonly amount: number | null
  /** The amount and the count that are being told in parts. */
  readonly whole: number | null
  readonly wholeCount: number | null
  /** The amount that is said to be that of income and of expenditure. */
  readonly both: number | null
  /** What could be referred to before a bracket behind an amount; undefined where none is open. */
  readonly outside?: Pick<Antecedents, 'amount' | 'whole'> | undefined
  /** Whether the figures are told in passing. */
  readonly aside: boolean
  /** Whether that is since what money is for began, and nothing but things counted stands there so far: it ends with its clause. */
  readonly purpose: boolean
}

/** The last fact that fits, by its index in the document; the facts begin at `start` there. */
export function lastIndex(
  facts: readonly ProseFact[],
  start: number,
  isIt: (fact: ProseFact, last: ProseFact | undefined) => boolean,
): number | null {
  const at = facts.findLastIndex((fact, at) => isIt(fact, facts[at - 1]))
  return at < 0 ? null : start + at
}

const isOfBoth = ({ subject }: ProseFact): boolean => BOTH_SIDES.test(coreOf(subject))

/** What a sentence may refer to in the one before. */
export const antecedentsIn = (recent: readonly ProseFact[], start: number): Antecedents => ({
  amount: lastIndex(recent, start, isTold),
  both: lastIndex(recent, start, fact => isNow(fact) && isOfBoth(fact)),
  ...{ whole: null, wholeCount: null, aside: false, purpose: false },
})

/** What may be referred to behind an amount. */
export const withAmount = (known: Antecedents, amount: number, fact: ProseFact): Antecedents => ({
  ...known,
  amount,
  both: isOfBoth(fact) ? amount : known.both,
})

/** What was spent of a budget that a sentence tells alone, 与年初预算相比,年初预算数470万元,完成…: the last amount of its paragraph that is of no budget; any other amount is meant itself. */
export function spentOf(facts: readonly ProseFact[], amount: number | null, first: number): number | null {
  if (amount === null || !isOfBudget(facts[amount]?.label ?? '')) return amount
  const isSpent = (fact: ProseFact): boolean => isNow(fact) && fact.sentence >= first && !isOfBudget(fact.label)
  return lastIndex(facts.slice(0, amount), 0, isSpent) ?? amount
}

/** What a bracket right behind an amount tells are its parts; where it closes, the amount itself and its whole go on. */
export function afterBracket(words: string, known: Antecedents): Antecedents {
  const closed = words.includes(')') && known.outside !== undefined ? { ...known, ...known.outside, outside: undefined } : known
  const { amount, whole } = closed
  return words.startsWith('(') && !words.includes(')') ? { ...closed, whole: amount, outside: { amount, whole } } : closed
}

/** The antecedents behind the words before a figure. */
export function afterWords(words: string, { amount: last, ...others }: Antecedents, counted: () => number | null): Antecedents {
  const amount = ROUGH.test(words) ? null : last
  const clause = words.slice(words.lastIndexOf(';') + 1)
  // 收入包括…；支出包括… lists parts of each side of the same.
  if (PARTS.test(clause) || (LISTED.test(words) && !ASIDE.test(clause))) {
    const whole = OF_SIDE.test(clause) ? others.both : amount
    return { ...others, amount, whole, wholeCount: counted(), aside: false }
  }
  if (FIRST_NUMBER.test(clause)) return { ...others, amount, whole: amount, aside: false }
  const isReason = ASIDE.test(clause) && !BEHIND_PURPOSE.test(clause)
  const purpose = isReason ? !REASON.test(clause) : others.purpose
  const isAside = isReason || (others.aside && (clause === words || !(others.purpose || SPOKEN.test(clause))))
  return { amount, ...others, aside: isAside, purpose }
}

/** What a figure refers to: the amount it is a change or a share of, and the whole it is a part of; machines (台) are no part of `counted`, vehicles (辆). */
export function referenceOf(
  { kind, unit }: ProseFact,
  { amount, whole, wholeCount, aside }: Antecedents,
  counted: ProseFact | undefined,
): Pick<ProseFact, 'of' | 'whole'> {
  if (kind === 'amount') return { of: null, whole: aside ? null : whole }
  if (kind === 'count') return { of: null, whole: aside || counted?.unit !== unit ? null : wholeCount }
  return { of: amount, whole: null }
}

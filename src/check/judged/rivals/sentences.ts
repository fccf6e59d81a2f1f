import { coreOf, isElided } from '../../../budget/columns/money-words.ts'
import { magnitude } from '../../../budget/money/amount.ts'
import { isOfBudget, measureSaid, type ProseFact } from '../../../budget/prose/prose.ts'
import { addedUp, type Check, placeName, sumOf, type Term } from '../../check.ts'
import type { Form } from '../../declared/identity.ts'
import { proseTerm } from '../../relations/compare.ts'
import { haveOneWhole, isTelling, type Shared } from '../../relations/said/share.ts'
import { HUNDREDTHS, percent } from '../../relations/sums/ratio.ts'
import { areSlips, isSlipOf, slipsIn } from '../../slip.ts'
import { percentStep } from '../culprit.ts'
import { directionOf, identityOf, isOfNamedParts, termsOf, vouches } from '../kin.ts'
import { type Basis, basisName, CHANCE, isSameGap, type Rival, type Scene } from './rival.ts'

/** Figures with another one wherever one stands. */
function replaced({ part, whole }: Basis, old: Term, fact: ProseFact): Basis {
  const put = (terms: readonly Term[]): readonly Term[] =>
    terms.map(term => (placeName(term) === placeName(old) ? proseTerm(fact, term.sign) : term))
  return { part: put(part), whole: put(whole) }
}

/** Whether a figure may be meant in the place of another: it is of its kind and called otherwise, and one of a budget where that is, unless a share is told, of what was not spent. The same money, or the same figure but for a digit, is the error itself. */
const mayBeMeant = (other: ProseFact, { kind, subject, fen, label }: ProseFact, isShare: boolean): boolean =>
  other.kind === kind &&
  (isShare ? measureSaid(other.label) !== 'final' : isOfBudget(other.label) || !isOfBudget(label)) &&
  other.fen !== null &&
  fen !== null &&
  other.fen !== fen &&
  !isSlipOf(other.fen, fen) &&
  coreOf(other.subject) !== coreOf(subject)

/** What a percentage or a change could be worked out from as well: one of its figures is another that is told around, and no other percentage is that of them. */
function otherBases(check: Check, basis: Basis, scene: Scene): readonly Basis[] {
  const own = new Map([...basis.part, ...basis.whole].map(term => [placeName(term), term]))
  // The whole of a share may stand far from it: what is told beside the share may be meant as well.
  const isShare = identityOf(check).form === 'share'
  const beside = (isShare ? check.left.terms : []).flatMap(term => scene.fact(term) ?? []).flatMap(fact => scene.around(fact))
  const bases = [...own.values()].flatMap(term => {
    const fact = scene.fact(term)
    // 支出决算 is of what was named before it, but a change behind it may go on from the head of its sentence.
    const isNamed = check.unit !== '%' || !isElided(fact?.subject ?? '')
    const around = new Set([...(fact && isNamed ? scene.around(fact) : []), ...beside])
    const isMeant = (other: ProseFact): boolean =>
      fact !== undefined && mayBeMeant(other, fact, isShare) && !own.has(placeName(proseTerm(other)))
    return [...around].filter(isMeant).map(other => replaced(basis, term, other))
  })
  return [...bases, ...lastYears(check, basis, scene)].filter(other => !scene.worked.has(basisName(other)))
}

/** A growth of what an amount around may have been the year before: of any but the one that its own sentence says it became, wherever that is told. */
function lastYears(check: Check, { part, whole }: Basis, scene: Scene): readonly Basis[] {
  const [change, now] = [part[0], whole[0]].map(term => term && scene.fact(term))
  if (identityOf(check).form !== 'growth' || !change) return []
  const amounts = scene.around(change).filter(other => other.kind === 'amount' && other.fen !== null)
  return amounts
    .filter(other => now?.sentence !== change.sentence || other.fen !== now.fen)
    .map(other => ({ part, whole: [proseTerm(other)] }))
}

/** A percentage in hundredths, as it is printed to steps of that size; null where there is nothing it could be of. */
const rateOf = ({ part, whole }: Basis, step: bigint): bigint | null =>
  addedUp(whole) > 0n ? percent(addedUp(part), addedUp(whole) * step, HUNDREDTHS) * step : null

/** Whether a percentage is one of some, and not by chance: were one digit of it another, it would hardly ever be one of them too. */
function isNoChance(printed: bigint, step: bigint, rates: ReadonlySet<bigint>): boolean {
  const slips = new Set(slipsIn(`${printed / step}`.length).map(steps => steps * step))
  const beside = [...rates].filter(rate => slips.has(magnitude(rate - printed)))
  return rates.has(printed) && beside.length * CHANCE <= slips.size
}

/** What a percentage, or what changed, would be with another amount told around in the place of one that it is worked out from, and the step it is printed to. */
function otherResults(check: Check, scene: Scene): { readonly results: readonly bigint[]; readonly step: bigint } | null {
  if (check.unit === '%' && check.from) {
    const step = percentStep(check)
    return { results: otherBases(check, check.from, scene).flatMap(basis => rateOf(basis, step) ?? []), step }
  }
  const [change] = check.left.terms
  if (identityOf(check).form !== 'change' || change === undefined) return null
  const bases = otherBases(check, { part: check.right.terms, whole: [] }, scene)
  return { results: bases.map(({ part }) => addedUp(part)), step: change.step }
}

/** The percentage, or the change, is that of another amount told around: what it speaks of is not sure. */
export const otherAmount: Rival = {
  name: 'other-amount',
  against: ['words'],
  zh: '与附近另一金额相符：所指可能是另一数',
  en: 'it is that of another amount told beside it, and may speak of that one',
  outweighed: true,
  explains: (check, scene) => {
    const other = otherResults(check, scene)
    return other !== null && isNoChance(sumOf(check.left), other.step, new Set(other.results))
  },
}

/** The shares that the sentence of one tells of amounts. */
function sharesBeside(share: ProseFact, scene: Scene): readonly Shared[] {
  const own = scene.around(share).filter(({ sentence }) => sentence === share.sentence)
  return own.flatMap((fact, at) => {
    const part = fact.kind === 'share' ? own.slice(0, at).findLast(({ kind }) => kind === 'amount') : undefined
    return part?.fen ? [{ share: fact, part }] : []
  })
}

/** The shares of a sentence are all of one whole, and not of the one that their words seem to name: none of them is misprinted. */
export const otherWhole: Rival = {
  name: 'other-whole',
  against: ['words'],
  zh: '同句各占比都合于另一合计：所占的可能是另一数',
  en: 'the shares of the sentence are all of another whole, and may speak of that one',
  explains: (check, scene) => {
    const [term] = check.left.terms
    const share = identityOf(check).form === 'share' && term ? scene.fact(term) : undefined
    const shares = share ? sharesBeside(share, scene) : []
    return shares.filter(isTelling).length > 1 && haveOneWhole(shares)
  },
}

/** Relations that hold a figure of the narrative against one that a table prints, by what it is called. */
const REPEATING: ReadonlySet<string> = new Set<Form>(['said', 'said-class', 'said-sangong', 'sangong-previous'])

/** Whether the table of a check is wrong by as much as the check fails by. */
const isGapOfTable = (check: Check, scene: Scene): boolean =>
  check.tables
    .flatMap(table => scene.broken(table))
    .some(other => directionOf(other) !== 'words' && other.unit === check.unit && isSameGap(other, check))

/** Whether the figure that a check is told for repeats another table: it is known which money it is. */
const isKnownMoney = ({ left }: Check, scene: Scene): boolean =>
  left.terms.some(term =>
    (scene.through.get(placeName(term)) ?? []).some(other => vouches(other) && REPEATING.has(identityOf(other).form)),
  )

/**
 * A figure told is none of a table but for a digit, and its table is not wrong by as much: words of one money are used of another too, with what is carried
 * over, of one fund, of an office alone. Wherever it was so in 135 real documents, look and count, the table was wrong as well.
 */
export const unalike: Rival = {
  name: 'unalike',
  against: ['words'],
  zh: '与表中的数不止差一位：该句可能指另一笔资金',
  en: 'it differs from the figure of the table in more than a digit, and may be of other money',
  outweighed: true,
  explains: (check, scene) =>
    REPEATING.has(identityOf(check).form) &&
    !isOfNamedParts(check) &&
    !(areSlips(check) || isGapOfTable(check, scene) || isKnownMoney(check, scene)),
}

/** Sums that sentences tell, and lists of theirs beside a table. */
const TOLD_SUMS: ReadonlySet<string> = new Set<Form>(['stated-sum', 'told-parts', 'said-list'])

/** Each figure of a sum that a sentence tells is printed by a table too: none of them is misprinted, and the words put together what is none of a sum. */
export const printedAll: Rival = {
  name: 'printed-all',
  against: ['words'],
  zh: '句中各数在表内都有印出，并无错印：它们可能不是同一合计的各项',
  en: 'each of its figures is printed by a table too: none is misprinted, and they may be no parts of one sum',
  explains: (check, scene) =>
    TOLD_SUMS.has(identityOf(check).form) &&
    sumOf(check.left) !== 0n &&
    termsOf(check).every(term => term.fen === 0n || scene.isPrinted(term)),
}

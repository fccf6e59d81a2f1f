import { coreOf, isElided } from '../../../budget/columns/money-words.ts'
import { type Dataset, nameOf } from '../../../budget/dataset.ts'
import { isNow, isOfBudget, isOfSide, OPEN_LIST, type ProseFact } from '../../../budget/prose/prose.ts'
import { HEADING_NUMBERS } from '../../../heading-number.ts'
import { onceEach } from '../../../once.ts'
import type { Check, Term } from '../../check.ts'
import type { Of, StatedSum } from '../../declared/identity.ts'
import { CARRIED_OUT, MAIN_ONES, PLANNED } from '../../declared/words.ts'
import { isSlipOfSum, SLIP_NAMED, SLIP_SAID, slipDigitsOfAny } from '../../slip.ts'
import { compare, counted, notEvaluable, proseTerm, unproven } from '../compare.ts'
import { tableOf } from '../select.ts'
import { countTerm, isAmount, MAY_LACK_PART, namesOtherYear, ofParts } from './facts.ts'

type Facts = readonly ProseFact[]

const isCalled = ({ subject }: ProseFact, pattern: RegExp): boolean => pattern.test(coreOf(subject))

/** An amount with the parts that it is told in. */
interface ToldInParts {
  readonly whole: ProseFact
  readonly parts: Facts
}

/** The amounts that are told in parts, with those. */
export const toldInParts = onceEach((prose: Facts): readonly ToldInParts[] => {
  const amounts = prose.filter(({ kind, fen }) => kind === 'amount' && fen !== null)
  const parts = Map.groupBy(amounts, ({ whole }) => whole)
  // What is told in parts itself and more than the whole is none of them: 债务限额5亿元,其中:一般债务3亿元,专项债务2亿元,债务余额6亿元,其中….
  const isNext = (whole: ProseFact, part: ProseFact): boolean =>
    (part.fen ?? 0n) > (whole.fen ?? 0n) && parts.has(prose.indexOf(part))
  return prose.flatMap((whole, at) => {
    const told = parts.get(at) ?? []
    const end = told.findIndex(part => isNext(whole, part))
    return isAmount(whole) ? [{ whole, parts: end < 0 ? told : told.slice(0, end) }] : []
  })
})

/** Whether an amount may be one of a sum: that of nothing tells nothing. */
export const isTerm = (fact: ProseFact): boolean => isNow(fact) && !!fact.fen

/** The first amount of each numbered item behind one, to the next of its own level: 三公经费66.04万元,…。1.公务接待费。预算数1.44万元,…。2.…. */
export function itemsBehind(prose: readonly ProseFact[], whole: ProseFact): readonly ProseFact[] {
  const { section } = whole
  const behind = prose.slice(prose.indexOf(whole) + 1)
  const end = behind.findIndex(fact => !fact.section.startsWith(section))
  const items = behind.slice(0, end < 0 ? undefined : end).flatMap(fact => {
    const name = fact.section.slice(section.length).replace(/^ > /, '') || fact.before
    const level = HEADING_NUMBERS.findIndex(number => number.test(name))
    return level < 0 || !isTerm(fact) ? [] : [{ fact, level, name: name.split(/ > |[,;:。]/)[0] }]
  })
  const firsts = items.filter(
    ({ level, name }, at) => level === items[0]?.level && items.findIndex(item => item.name === name) === at,
  )
  return firsts.map(({ fact }) => fact)
}

type BySentence = ReadonlyMap<number, Facts>

/** The amounts of a sentence, by its number, that may be of a sum. */
export const termsAt = (bySentence: BySentence, sentence: number): Facts => (bySentence.get(sentence) ?? []).filter(isTerm)

/** The amounts of its sentence behind one, and those of the next sentence. */
export function amountsBehind(bySentence: BySentence, whole: ProseFact): readonly [behind: Facts, next: Facts] {
  const own = termsAt(bySentence, whole.sentence)
  return [own.slice(own.indexOf(whole) + 1), termsAt(bySentence, whole.sentence + 1)]
}

/** Whether its sentence goes on with another amount of the same name: the budget, and what was spent of it. */
function isToldAgain(bySentence: BySentence, whole: ProseFact): boolean {
  const own = bySentence.get(whole.sentence) ?? []
  return own.slice(own.indexOf(whole) + 1).some(fact => isNow(fact) && coreOf(fact.subject) === coreOf(whole.subject))
}

/** Why a total that is told in parts may be more than those. */
export const LEFT_OUT = 'the list may leave something out'
/** Whether parts are less than their whole. */
export const isLess = ({ outcome, difference }: Check): boolean => outcome === 'broken' && (difference ?? 0n) > 0n

/** Whether parts are more than their whole. */
export const isMore = ({ outcome, difference }: Check): boolean => outcome === 'broken' && (difference ?? 0n) < 0n

/** Sentences whose list goes on with what has no figure. */
export const openSentences = (prose: readonly ProseFact[]): ReadonlySet<number> =>
  new Set(prose.flatMap(({ kind, label, sentence }) => (kind === 'statement' && label === OPEN_LIST ? [sentence] : [])))

/** Whether the parts are told as the main ones. */
export const areMain = ({ sentence, before }: ProseFact, parts: readonly ProseFact[]): boolean =>
  parts.some(part => part.sentence === sentence && MAIN_ONES.test(part.before.slice(before.length)))

/** Whether parts of a budget stand behind what was spent of it, or what was spent behind the budget. */
export const areOfOther = ({ label }: ProseFact, parts: readonly ProseFact[]): boolean =>
  /预算/.test(label)
    ? isOfBudget(label) && parts.every(part => /决算/.test(part.label))
    : CARRIED_OUT.test(label) && parts.every(part => PLANNED.test(part.label))

/**
 * Whether amounts that do not add up to one are told of another: that one is of another year, and they stand behind its sentence, 公务用车费31万元,2022年为9万元,…。其中:购置费…;
 * they are of the other side, 收入为…。支出为:…; two and more of them are more than it, where one alone may be misprinted, and it is not nothing; or one that stands
 * among them is a part of what it is itself a part of, 支出100万元,其中基本支出60万元,项目支出40万元。具体包括:….
 */
export function areOfAnother(dataset: Dataset, whole: ProseFact, parts: readonly ProseFact[]): boolean {
  const isBehind = parts.some(({ sentence }) => sentence !== whole.sentence)
  const last = Math.max(...parts.map(({ sentence }) => sentence)) + 1
  const isOfOuter = (fact: ProseFact): boolean =>
    fact.kind === 'amount' && fact.whole === whole.whole && fact.sentence > whole.sentence && fact.sentence <= last
  return (
    (isBehind && namesOtherYear(dataset, whole)) ||
    parts.some(({ subject }) => !isOfSide(subject, whole)) ||
    (whole.fen !== 0n && parts.filter(({ fen }) => (fen ?? 0n) > (whole.fen ?? 0n)).length > 1) ||
    (isBehind && whole.whole !== null && dataset.prose.some(isOfOuter))
  )
}

/** What a total is called; (“三公”经费)决算总额, which says no more than how it is counted, by the words in front of it too. */
function nameOfWhole({ subject, before }: ProseFact): string {
  const bracket = isElided(subject) ? (/\(([^()]+)\)[^(),;:。]*$/.exec(before)?.[1] ?? '') : ''
  return bracket.replaceAll(/["“”]/g, '') + subject
}

/** A total of the narrative against the parts it names. */
export function statedSums(dataset: Dataset, { id, whole: name, parts: patterns, least, isOpen }: StatedSum): Check[] {
  const { prose } = dataset
  const open = openSentences(prose)
  const bySentence = Map.groupBy(prose, ({ sentence }) => sentence)
  return toldInParts(prose).flatMap(({ whole, parts }): Check[] => {
    if (name?.test(nameOfWhole(whole)) === false) return []
    const unsaid = parts.length === 0 && isNow(whole) ? [itemsBehind(prose, whole), ...amountsBehind(bySentence, whole)] : []
    const namedIn = (told: Facts): Facts => patterns.flatMap(pattern => told.find(part => isCalled(part, pattern)) ?? [])
    const isNamed = (told: Facts): boolean =>
      patterns.slice(0, least).every(pattern => told.some(part => isCalled(part, pattern)))
    const told = [parts, ...unsaid].find(isNamed) ?? []
    const members = namedIn(told)
    // Behind all that it is by the meaning of its words, more may be told that is none of it.
    const isFirst = members.length === patterns.length && members.every(part => told.indexOf(part) < members.length)
    if (members.length === 0 || !(isFirst || members.length === told.length) || areOfOther(whole, members)) return []
    // 三公经费预算45万元,支出43万元。其中:…: what is said to be of another amount, which this one is no part of too, is none of it.
    if (told !== parts && members.some(part => part.whole !== null && part.whole !== whole.whole)) return []
    // 三公经费支出预算29万元,支出决算49万元。1.公务接待费…: the items behind are of what is told last under its name.
    if (told !== parts && isToldAgain(bySentence, whole)) return []
    const check = ofParts(id, whole, members)
    if (check.outcome === 'broken' && areOfAnother(dataset, whole, members)) return []
    // 支出预算100万元,其中:财政拨款90万元,…。基本支出60万元,项目支出40万元: what follows makes up what the amount is itself a part of.
    const outer = told === parts || whole.whole === null ? undefined : prose[whole.whole]
    if (outer && check.outcome === 'broken' && ofParts(id, outer, members).outcome !== 'broken') return []
    const isSaid = told === parts && (members.length === told.length || isMore(check))
    const digits = !isSaid && check.outcome === 'broken' ? slipDigitsOfAny(check) : null
    // They may be of another year, or of more than their whole: but for a digit they are of it.
    if (digits !== null && digits < SLIP_NAMED)
      return [digits < SLIP_SAID ? notEvaluable(check, LEFT_OUT) : { ...check, note: MAY_LACK_PART }]
    if (!isLess(check) || isSlipOfSum(check)) return [check]
    if (areMain(whole, members) || members.some(({ sentence }) => open.has(sentence))) return [notEvaluable(check, LEFT_OUT)]
    const mayLack = isOpen === 'always' || (isOpen !== undefined && members.length < patterns.length)
    return [mayLack ? { ...check, note: MAY_LACK_PART } : check]
  })
}

/** Numbers of things against their kinds, and their money; things of one kind against the table that lists them. */
export function statedCounts(dataset: Dataset, identity: Of<'stated-count'>): Check[] {
  const { prose } = dataset
  const checks = prose.flatMap((whole, at) => {
    const isCount = whole.unit === identity.unit
    if (!isCount && whole.label.replace(/^20\d\d年/, '') !== '涉及预算') return []
    const parts = prose.filter(fact => fact.whole === at && fact.kind === whole.kind && (!isCount || fact.unit === whole.unit))
    if (parts.length < 2 || !identity.of.test(whole.label)) return []
    const term = isCount ? countTerm : proseTerm
    // One part that is more than the whole may be misprinted; where two are, they are other things: 12个学科门类,其中有3个…、28个…、51个….
    const { fen: all } = term(whole)
    if (parts.filter(part => term(part).fen > all).length > 1) return []
    const check = compare(
      { identity: identity.id, instance: `p.${whole.page} ${whole.label}` },
      { label: whole.label, terms: [term(whole)] },
      { label: parts.flatMap(({ label }) => label || []).join('+'), terms: parts.map(part => term(part)) },
      'sum',
    )
    // Less than all is no contradiction where no part is said to be the rest.
    const mayLack = isLess(check) && !parts.some(({ label }) => /其[他它余]/.test(label))
    return [{ ...(isCount ? counted(check, identity.unit) : check), ...(mayLack && { note: MAY_LACK_PART }) }]
  })
  return [...checks, ...listed(dataset, identity)]
}

/** Projects of one kind are those of a table. */
function listed(dataset: Dataset, { id, listed }: Of<'stated-count'>): Check[] {
  const table = listed ? tableOf(dataset, listed.kinds) : null
  const fact = dataset.prose.find(({ kind, label, whole }) => kind === 'count' && listed?.label.test(label) && whole !== null)
  const projects = table?.lines.filter(line => line.role === 'project') ?? []
  if (!table || !fact || projects.length === 0) return []
  const rows: Term = { ...countTerm(fact), fen: BigInt(projects.length), text: `${projects.length}`, place: null }
  const check = compare(
    { identity: id, instance: `p.${fact.page} ${fact.label}` },
    { label: fact.label, terms: [countTerm(fact)] },
    { label: nameOf(table), terms: [rows] },
    'same',
  )
  return [{ ...unproven(check, 'other projects may count'), unit: '个' }]
}

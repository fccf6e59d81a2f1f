import { coreOf } from '../../../budget/columns/money-words.ts'
import { FIGURE, isOfBudget, isOneOfSeveral, type ProseFact } from '../../../budget/prose/prose.ts'
import { type Check, fromOf, type Term } from '../../check.ts'
import {
  CHANGED,
  COMPARED_WITH,
  COUNTED,
  DIRECTION,
  OF_WHOLE,
  OTHER_BASE,
  PACE,
  PART_OF,
  SHARED,
  STAGE,
} from '../../declared/clause.ts'
import { identityOf, termsOf } from '../kin.ts'
import { isOfLeftOut } from './left-out.ts'
import type { Basis, Rival, Scene } from './rival.ts'

/** Relations that a sentence tells between its figures. */
const READ: ReadonlySet<string> = new Set(['growth', 'share', 'completion', 'change', 'direction'])
/** How a clause ends that has a figure of its own, or a place for one. */
const CLOSED = /[#%]的?$/
/** Clauses of the words between two figures. */
const STOPS = /[,;:。()、]/

/** Words as they are compared: without quotes and brackets of names, both sides in one word, figures of their own told as such. */
const compared = (words: string): string =>
  words
    .replaceAll(/["'“”‘’〔〕]/g, '')
    .replaceAll(FIGURE, (_, _digits, unit) => (unit === '%' ? '%' : '#'))
    .replaceAll(/收(?:入)?、?支(?:出)?/g, '收支')

/** All that the money of a figure is called around it. */
const namesOf = ({ subject, item, section }: ProseFact): readonly string[] =>
  [subject, ...Object.values(item?.names ?? {}), ...section.split(' > ')].map(name => compared(name))

/** What is said of how money is compared and counted. */
const HOW = [COMPARED_WITH, DIRECTION, COUNTED]
/** What is left of a clause when words that are understood are taken off. */
const leftOf = (clause: string, understood = HOW): string =>
  understood.reduce((words, known) => words.replaceAll(known, ''), clause)

/** What a clause compares with, or is a share of: the year before where it says nothing. */
const baseOf = (clause: string): string => OTHER_BASE.exec(clause)?.[0] ?? OF_WHOLE.exec(clause)?.[1] ?? ''

/** Whether one of the clauses between has told the same of the figure before already: what a second one without a name speaks of has no figure. */
function isToldAgain(kind: ProseFact['kind'], own: string, clauses: readonly string[]): boolean {
  const again = kind === 'change' ? CHANGED : kind === 'share' ? SHARED : null
  return (
    again !== null &&
    leftOf(own.replace(OF_WHOLE, '')) === '' &&
    clauses.some(clause => again.test(clause) && baseOf(clause.slice(0, -1)) === baseOf(own))
  )
}

/** Whether words between two figures of a relation belong to no construction we know: a clause with a figure of its own tells of that. */
function isUnreadBetween(before: ProseFact, fact: ProseFact, whole: ProseFact): boolean {
  const isSame = before.sentence === fact.sentence
  const between = compared(isSame ? fact.before.slice(before.before.length + before.text.length) : fact.before)
  // A part of a sentence that has no money of its own may have lost it.
  if (before.kind === 'change' && between.includes(';')) return true
  const clauses = between.split(STOPS)
  const last = clauses.pop() ?? ''
  if (isToldAgain(fact.kind, last, clauses)) return true
  const own = fact.kind === 'share' ? last.replace(OF_WHOLE, '$1') : last
  // How much a change is in per cent is told without another word.
  const understood = before.kind === 'change' ? [DIRECTION, PACE] : HOW
  const names = [before, whole].flatMap(namesOf).map(name => leftOf(name, understood))
  return [...clauses.filter(clause => !CLOSED.test(clause)), own].some(clause => {
    const words = leftOf(clause, understood)
    return words !== '' && !names.some(name => name.includes(words))
  })
}

/** The figures of the narrative among some. */
const factsOf = (terms: readonly Term[], scene: Scene): readonly ProseFact[] => terms.flatMap(term => scene.fact(term) ?? [])

/** Whether a percentage says that it is of another budget than the one it is held against: 完成调整预算的 behind 年初预算20万元. */
function isOfOtherStage(told: readonly ProseFact[]): boolean {
  const stages = [told.at(-1), told.find(fact => isOfBudget(fact.label))].map(fact => STAGE.exec(fact?.label ?? '')?.[0])
  return !stages.includes(undefined) && stages[0] !== stages[1]
}

/** Whether the part of a share says that it is a part of something, 市本级收入中税收, that is not its whole. */
function isOfOtherWhole({ part, whole }: Basis, scene: Scene): boolean {
  const own = coreOf(compared(PART_OF.exec(factsOf(part, scene)[0]?.label ?? '')?.[1] ?? ''))
  const [only, ...more] = factsOf(whole, scene)
  return own !== '' && !(only && more.length === 0 && namesOf(only).some(name => name.includes(own)))
}

/** Whether the sentence of a relation has words that are not understood between the figures it goes through. */
function isPartlyRead(check: Check, scene: Scene): boolean {
  const { form } = identityOf(check)
  if (!READ.has(form)) return false
  const facts = new Set(factsOf([...termsOf(check), ...fromOf(check)], scene))
  const told = [...facts].sort((a, b) => a.sentence - b.sentence || a.before.length - b.before.length)
  const isUnread = told.some((fact, at) => {
    const [first = fact, before] = [told[0], told[at - 1]]
    // A part of a whole stands anywhere in its list.
    const isListed = form === 'share' && fact.kind === 'amount'
    // What a sentence begins with may be cut, and the amount another.
    const isCut = fact.kind === 'amount' && fact.label === ''
    return isCut || isOneOfSeveral(fact) || (before && !isListed && isUnreadBetween(before, fact, first))
  })
  if (isUnread || (form === 'completion' && isOfOtherStage(told))) return true
  return form === 'share' && check.from !== undefined && (isOfOtherWhole(check.from, scene) || isOfLeftOut(check, scene))
}

/** A sentence that goes from one figure of a relation to the next says what they have to do with each other: words of it that are not understood may say something else. */
export const partlyRead: Rival = {
  name: 'partly-read',
  against: ['words'],
  ...{ zh: '两数之间有未读懂的词', en: 'there are words between its figures that are not understood' },
  outweighed: true,
  explains: isPartlyRead,
}

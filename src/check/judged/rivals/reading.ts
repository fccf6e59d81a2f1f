import { coreOf } from '../../../budget/money-words.ts'
import { FIGURE, isOfBudget, type ProseFact } from '../../../budget/prose.ts'
import { type Check, fromOf } from '../../check.ts'
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
import type { Rival, Scene } from './rival.ts'

/** Relations that a sentence tells between its figures. */
const READ: ReadonlySet<string> = new Set(['growth', 'share', 'completion', 'change', 'direction'])
/** What stands between amounts that are told together. */
const SEVERAL = '、'
/** Whether an amount is one of several that are told together and shares its name with them: what is said behind may be of any. */
const isOneOfSeveral = ({ kind, label, before }: ProseFact): boolean =>
  kind === 'amount' ? /^[和与及]?$/.test(label) && /元[和与及、]$/.test(before) : kind === 'growth' && /分别/.test(label)

/** A figure in the words between two others. */
const HELD = '#'
/** How a clause ends that has a figure of its own, or a place for one. */
const CLOSED = /[#%]的?$/
/** Clauses of the words between two figures. */
const STOPS = /[,;:。()、]/

/** Words as they are compared: without quotes and brackets of names, both sides in one word, figures of their own told as such. */
const plain = (words: string): string =>
  words
    .replaceAll(/["'“”‘’〔〕]/g, '')
    .replaceAll(FIGURE, (_, _digits, unit) => (unit === '%' ? '%' : HELD))
    .replaceAll(/收(?:入)?、?支(?:出)?/g, '收支')

/** All that the money of a figure is called around it. */
const namesOf = ({ subject, item, section }: ProseFact): readonly string[] =>
  [subject, ...Object.values(item?.names ?? {}), ...section.split(' > ')].map(name => plain(name))

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

/** Words between two figures of a relation that belong to no construction we know: a clause with a figure of its own tells of that. */
function unreadBetween(before: ProseFact, fact: ProseFact, whole: ProseFact | undefined): string {
  const isSame = before.sentence === fact.sentence
  const clauses = plain(isSame ? fact.before.slice(before.before.length + before.text.length) : fact.before).split(STOPS)
  const last = clauses.pop() ?? ''
  const names = [before, ...(whole ? [whole] : [])].flatMap(namesOf)
  if (isToldAgain(fact.kind, last, clauses)) return last
  const own = fact.kind === 'share' ? last.replace(OF_WHOLE, '$1') : last
  // How much a change is in per cent is told without another word.
  const understood = before.kind === 'change' ? [DIRECTION, PACE] : HOW
  const left = [...clauses.filter(clause => !CLOSED.test(clause)), own].map(clause => leftOf(clause, understood))
  return left.filter(words => !names.some(name => leftOf(name, understood).includes(words))).join('')
}

/** The figures of the narrative that a relation goes through, as they are told. */
function toldIn(check: Check, scene: Scene): readonly ProseFact[] {
  const facts = [...termsOf(check), ...fromOf(check)].flatMap(term => scene.fact(term) ?? [])
  return [...new Set(facts)].sort((a, b) => a.sentence - b.sentence || a.before.length - b.before.length)
}

/** The budget that a percentage says it is of where it is held against another: 完成调整预算的 behind 年初预算20万元. */
function otherStage({ label }: ProseFact, told: readonly ProseFact[]): string {
  const budget = told.find(fact => isOfBudget(fact.label))
  const [said, held] = [label, budget?.label ?? ''].map(text => STAGE.exec(text)?.[0])
  return said !== undefined && held !== undefined && said !== held ? said : ''
}

/** What the part of a share says that it is a part of, 市本级收入中税收, where that is not its whole. */
function otherWhole(part: ProseFact | undefined, wholes: readonly ProseFact[]): string {
  const own = coreOf(plain(PART_OF.exec(part?.label ?? '')?.[1] ?? ''))
  const [whole] = wholes.length > 1 ? [] : wholes
  return whole && namesOf(whole).some(name => name.includes(own)) ? '' : own
}

/** Words of the sentence of a relation that are not understood, between the figures it goes through. */
function unreadIn(check: Check, scene: Scene): string {
  const { form } = identityOf(check)
  if (!READ.has(form)) return ''
  const told = toldIn(check, scene)
  const between = told.flatMap((fact, at) => {
    const before = told[at - 1]
    // A part of a whole stands anywhere in its list.
    const isListed = form === 'share' && fact.kind === 'amount'
    return [isOneOfSeveral(fact) ? SEVERAL : '', before && !isListed ? unreadBetween(before, fact, told[0]) : '']
  })
  const rate = told.at(-1)
  const [part, wholes] = [check.from?.part, check.from?.whole].map(
    terms => terms?.flatMap(term => scene.fact(term) ?? []) ?? [],
  )
  if (form === 'share') between.push(otherWhole(part?.[0], wholes ?? []))
  if (form === 'completion' && rate) between.push(otherStage(rate, told))
  return between.join('')
}

/** A sentence that goes from one figure of a relation to the next says what they have to do with each other: words of it that are not understood may say something else. */
export const partlyRead: Rival = {
  name: 'partly-read',
  against: ['words'],
  words: { zh: '两数之间有未读懂的词', en: 'there are words between its figures that are not understood' },
  outweighed: true,
  explains: (check, scene) => unreadIn(check, scene) !== '',
}

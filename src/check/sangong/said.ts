import { SANGONG_TOTAL, SANGONG_WORDS } from '../../budget/columns/money-words.ts'
import type { Dataset } from '../../budget/dataset.ts'
import { magnitude } from '../../budget/money/amount.ts'
import { isOfBudget, type ProseFact } from '../../budget/prose/prose.ts'
import {
  SANGONG_PARTS,
  type Sangong,
  type SangongChange,
  type SangongMeasure,
  type SangongPart,
} from '../../budget/sangong/sangong.ts'
import { isAmount, isOfDocument } from '../relations/said/facts.ts'
import { isSaidOf, sangongFact, sangongKey } from '../relations/said/said-sangong.ts'
import { changeOfProse, figureOfFact, NO_CHANGE, partsFrom } from './change.ts'
import { nilSaid } from './nil.ts'

/** Amounts by the part of 三公 that each tells. */
export type Said = Partial<Record<SangongPart, ProseFact | undefined>>

/** What a part is called right behind what it is a part of: (购置34.89万元、运行维护26.86万元), 其中车辆运行费28.91万元. */
const calledBehind = (name: string): string | undefined => SANGONG_WORDS.find(([, pattern]) => pattern.test(name))?.[0]

/** Whether an amount that is told by itself, as a part of no other, is one of the document's own, and of the measure: of a document that is no budget what is planned says so itself. */
const isOwnPart = (dataset: Dataset, measure: SangongMeasure, fact: ProseFact): boolean =>
  isOfDocument(dataset, fact) &&
  (measure === 'budget' ? dataset.metadata.kind === 'budget' || isOfBudget(fact.label) : !isOfBudget(fact.label))

/** Whether an amount is that of a part that was told before, or tells it again. */
const isAgain = (fact: ProseFact, part: SangongPart, told: ProseFact | undefined): boolean =>
  fact === told || (fact.fen === told?.fen && sangongKey(fact.subject) === part)

/** The first amounts of some behind or before a total, by the part that each is called: those it is told in, vehicles in their turn, or of paragraphs of their own. */
function partsAmong(facts: readonly ProseFact[], dataset: Dataset, total: ProseFact, measure: SangongMeasure): Said {
  const { prose } = dataset
  const all = allOf(dataset, total)
  const said: Said = all && all !== 'total' ? { [all]: total } : {}
  for (const fact of facts) {
    const whole = fact.whole === null ? undefined : prose[fact.whole]
    const isOfTotal = whole !== undefined && (whole === total || isAgain(whole, 'vehicles', said.vehicles))
    const called = sangongKey(fact.subject) ?? (isOfTotal ? calledBehind(fact.subject) : undefined)
    const key = SANGONG_PARTS.find(part => part === called)
    const isWithin = isOfTotal && (measure === 'budget' || !isOfBudget(fact.label))
    const isPart = whole === undefined ? isOwnPart(dataset, measure, fact) : isWithin
    if (key && isAmount(fact) && isPart) said[key] ??= fact
  }
  return said
}

/** What all of an amount is said to be, right behind it: ,全部为公务接待费. */
const ALL_OF = /^,(?:全部|均|都)(?:为|系|是|用于)([^,;:。()]+)/

/** The part of 三公 that a total is said to be all of, as far as its sentence is quoted by a figure behind it. */
function allOf({ prose }: Dataset, { sentence, before, text }: ProseFact): SangongPart | undefined {
  const last = prose.findLast(fact => fact.sentence === sentence)
  const [, name = ''] = ALL_OF.exec(last?.before.slice(before.length + text.length) ?? '') ?? []
  return SANGONG_PARTS.find(part => part === sangongKey(name))
}

/** Of a total told to so many of its last places one more or less is rounding; 38 and 37 are two amounts. */
const EXACT = 1000n

/** Whether amounts make up another, but for rounding; one that is not said is none. */
function isSum(whole: ProseFact, parts: readonly (ProseFact | undefined)[]): boolean {
  const off = parts.reduce((sum, fact) => sum + (fact?.fen ?? 0n), -(whole.fen ?? 0n))
  return off === 0n || (magnitude(off) <= whole.step && (whole.fen ?? 0n) >= EXACT * whole.step)
}

/** The parts that their sums prove: those that make up the total, and what vehicles are made of, or are told in; one that is not said is none. */
function provenIn(total: ProseFact, { abroad, vehicles, purchase, running, reception }: Said): Said | null {
  if (!isSum(total, [abroad, ...(vehicles ? [vehicles] : [purchase, running]), reception])) return null
  const isTold = [purchase, running].every(part => part !== undefined && part.whole !== null)
  const isMadeUp = vehicles === undefined || isTold || isSum(vehicles, [purchase, running])
  return { abroad, vehicles, reception, ...(isMadeUp && { purchase, running }) }
}

/** The parts of a total that prove to be: those told behind it, else, as 以上各项合计, those before. */
function provenOf(dataset: Dataset, total: ProseFact, measure: SangongMeasure): Said | null {
  const at = dataset.prose.indexOf(total)
  const proven = (facts: readonly ProseFact[]): Said | null => provenIn(total, partsAmong(facts, dataset, total, measure))
  return proven(dataset.prose.slice(at)) ?? proven(dataset.prose.slice(0, at))
}

/** The parts that a total is told in, none of them left out, though they do not make it up: it is the document that says so, and a relation tells. */
function listedIn(dataset: Dataset, total: ProseFact, measure: SangongMeasure): Said | null {
  const within = dataset.prose.filter(({ whole }) => whole !== null)
  const said = partsAmong(within, dataset, total, measure)
  return said.abroad && said.reception && (said.vehicles ?? said.running) ? said : null
}

/** So many parts that make up an amount, none of them nothing, prove that it is their total. */
const PROVE = 2

/** An amount told where 三公 is spoken of, whatever it is called, that its parts make up. */
function madeUp(dataset: Dataset, measure: SangongMeasure): ProseFact | null {
  const couldBe = (fact: ProseFact): boolean =>
    sangongKey(fact.subject) === undefined &&
    SANGONG_TOTAL.test(`${fact.section}${fact.before}`) &&
    isSaidOf(dataset, measure, fact)
  const isProven = (total: ProseFact): boolean => {
    const { vehicles, ...parts } = provenOf(dataset, total, measure) ?? {}
    const { purchase, running, ...others } = parts
    const told = Object.values(vehicles ? { vehicles, ...others } : parts)
    return told.filter(fact => fact !== undefined && fact.fen !== 0n).length >= PROVE
  }
  return dataset.prose.find(fact => couldBe(fact) && isProven(fact)) ?? null
}

/** 三公 of a measure as sentences tell it: the total where its parts make it up, or where every sentence says the same; the parts only where they prove it, or it is told in all of them. */
export function toldOf(dataset: Dataset, measure: SangongMeasure): (Said & { readonly total: ProseFact }) | null {
  const total = sangongFact(dataset, measure) ?? madeUp(dataset, measure)
  if (total === null) return null
  const parts = provenOf(dataset, total, measure) ?? listedIn(dataset, total, measure)
  const isOther = (fact: ProseFact): boolean =>
    sangongKey(fact.subject) === 'total' && fact.fen !== total.fen && isSaidOf(dataset, measure, fact)
  return parts === null && dataset.prose.some(isOther) ? null : { ...parts, total }
}

/** Amounts of sentences as a row of 三公. */
export const rowTold = (measure: SangongMeasure, told: Said, change: SangongChange = NO_CHANGE): Sangong => ({
  ...{ fund: 'all', measure, narrative: null, ...change },
  parts: partsFrom(part => told[part] && figureOfFact({ ...told[part], direction: null })),
})

/** What may be told: of a budget what is planned, of final accounts what was spent, of others either, or what they do not say. */
const MEASURES = { budget: ['budget'], 'final-accounts': ['final'], other: ['budget', 'final'] } as const

/** 三公 of a document that has no table of it, or a blank one, as its sentences tell it. */
export function sangongSaid(dataset: Dataset): Sangong[] {
  const kind = dataset.metadata.kind ?? 'other'
  const rowsOf = (measure: SangongMeasure): Sangong[] => {
    const told = toldOf(dataset, measure)
    if (told !== null) return [rowTold(measure, told, changeOfProse(dataset, told.total, measure))]
    const nil = nilSaid(dataset, measure)
    return nil === null ? [] : [nil]
  }
  const rows = MEASURES[kind].flatMap(rowsOf)
  return kind === 'other' && rows.length === 0 ? rowsOf('unknown') : rows
}

import { SANGONG_TOTAL, SANGONG_WORDS } from '../budget/columns/money-words.ts'
import type { Dataset } from '../budget/dataset.ts'
import { magnitude } from '../budget/money/amount.ts'
import { isOfBudget, type ProseFact } from '../budget/prose/prose.ts'
import { SANGONG_PARTS, type Sangong, type SangongPart } from '../budget/sangong/sangong.ts'
import { isAmount, isOfDocument } from './relations/said/facts.ts'
import { isSaidOf, sangongFact, sangongKey } from './relations/said/said-sangong.ts'
import { changeOfProse, figureOfFact, partsFrom } from './sangong-change.ts'
import { nilSaid } from './sangong-nil.ts'

type Said = Partial<Record<SangongPart, ProseFact | undefined>>

/** Whether an amount is one of a budget, or of an account and not of the budget beside it. */
const isOf = (measure: Sangong['measure'], fact: ProseFact): boolean =>
  isAmount(fact) && (measure === 'budget' || !isOfBudget(fact.label))

/** What a part of vehicles is called right behind them: (购置34.89万元、运行维护26.86万元). */
const ofVehicles = (name: string): string | undefined => SANGONG_WORDS.find(([, pattern]) => pattern.test(name))?.[0]

/** The first amounts of some behind or before a total, by the part that each is called: those it is told in, vehicles in their turn, or of paragraphs of their own. */
function partsAmong(facts: readonly ProseFact[], dataset: Dataset, total: ProseFact, measure: Sangong['measure']): Said {
  const { prose } = dataset
  const all = allOf(dataset, total)
  const said: Said = all && all !== 'total' ? { [all]: total } : {}
  for (const fact of facts) {
    const whole = fact.whole === null ? undefined : prose[fact.whole]
    const called = sangongKey(fact.subject) ?? (whole && whole === said.vehicles ? ofVehicles(fact.subject) : undefined)
    const key = SANGONG_PARTS.find(part => part === called)
    const isPart = whole === undefined ? isOfDocument(dataset, fact) : whole === total || whole === said.vehicles
    if (key && isOf(measure, fact) && isPart) said[key] ??= fact
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

/** The parts that their sums prove: those that make up the total, and what vehicles are made of; one that is not said is none. */
function provenIn(total: ProseFact, { abroad, vehicles, purchase, running, reception }: Said): Said | null {
  if (!isSum(total, [abroad, ...(vehicles ? [vehicles] : [purchase, running]), reception])) return null
  const isMadeUp = vehicles === undefined || isSum(vehicles, [purchase, running])
  return { abroad, vehicles, reception, ...(isMadeUp && { purchase, running }) }
}

/** What may be told: of a budget what is planned, of final accounts what was spent, of others either. */
const MEASURES = { budget: ['budget'], 'final-accounts': ['final'], other: ['budget', 'final'] } as const

/**
 * 三公 of a document that has no table of it, or a blank one, as its sentences tell it: the total where its parts make it up, or where every sentence
 * says the same; the parts only where they prove it.
 */
export function sangongSaid(dataset: Dataset): Sangong[] {
  const measures = MEASURES[dataset.metadata.kind ?? 'other']
  return measures.flatMap(measure => saidOf(dataset, measure) ?? [])
}

/** The parts of a total that prove to be: those told behind it, else, as 以上各项合计, those before. */
function provenOf(dataset: Dataset, total: ProseFact, measure: Sangong['measure']): Said | null {
  const at = dataset.prose.indexOf(total)
  const proven = (facts: readonly ProseFact[]): Said | null => provenIn(total, partsAmong(facts, dataset, total, measure))
  return proven(dataset.prose.slice(at)) ?? proven(dataset.prose.slice(0, at))
}

/** So many parts that make up an amount, none of them nothing, prove that it is their total. */
const PROVE = 2

/** An amount told where 三公 is spoken of, whatever it is called, that its parts make up. */
function madeUp(dataset: Dataset, measure: Sangong['measure']): ProseFact | null {
  const couldBe = (fact: ProseFact): boolean =>
    isSaidOf(dataset, measure, fact) &&
    sangongKey(fact.subject) === undefined &&
    SANGONG_TOTAL.test(`${fact.section}${fact.before}`)
  const isProven = (total: ProseFact): boolean => {
    const { vehicles, ...parts } = provenOf(dataset, total, measure) ?? {}
    const { purchase, running, ...others } = parts
    const told = Object.values(vehicles ? { vehicles, ...others } : parts)
    return told.filter(fact => fact !== undefined && fact.fen !== 0n).length >= PROVE
  }
  return dataset.prose.find(fact => couldBe(fact) && isProven(fact)) ?? null
}

function saidOf(dataset: Dataset, measure: Sangong['measure']): Sangong | null {
  const total = sangongFact(dataset, measure) ?? madeUp(dataset, measure)
  if (total === null) return nilSaid(dataset, measure)
  const proven = provenOf(dataset, total, measure)
  const isOther = (fact: ProseFact): boolean =>
    isOf(measure, fact) && isOfDocument(dataset, fact) && sangongKey(fact.subject) === 'total' && fact.fen !== total.fen
  if (proven === null && dataset.prose.some(isOther)) return null
  const told: Said = { ...proven, total }
  const parts = partsFrom(part => told[part] && figureOfFact({ ...told[part], direction: null }))
  return { fund: 'all', measure, parts, narrative: null, ...changeOfProse(dataset, total) }
}

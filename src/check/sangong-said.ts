import type { Dataset } from '../budget/dataset.ts'
import { isOfBudget, type ProseFact } from '../budget/prose.ts'
import { SANGONG_PARTS, type Sangong, type SangongPart } from '../budget/sangong.ts'
import { isAmount, isOfDocument } from './relations/facts.ts'
import { sangongFact, sangongKey } from './relations/said-sangong.ts'
import { changeOfProse, figureOfFact, partsFrom } from './sangong-change.ts'

type Said = Partial<Record<SangongPart, ProseFact>>

/** Whether an amount is one of a budget, or of an account and not of the budget beside it. */
const isOf = (measure: Sangong['measure'], fact: ProseFact): boolean =>
  isAmount(fact) && (measure === 'budget' || !isOfBudget(fact.label))

/** The amounts that a total is told in, and vehicles in their turn, by the part that each is called. */
function partsOf({ prose }: Dataset, total: ProseFact, measure: Sangong['measure']): Said {
  const said: Said = {}
  for (const fact of prose) {
    const whole = fact.whole === null ? undefined : prose[fact.whole]
    const key = SANGONG_PARTS.find(part => part === sangongKey(fact.subject))
    if (key && isOf(measure, fact) && whole !== undefined && (whole === total || whole === said.vehicles)) said[key] ??= fact
  }
  return said
}

/** What makes up the total among the parts: vehicles in all, or else what they are made of. */
const addendsOf = ({ abroad, vehicles, purchase, running, reception }: Said): readonly (ProseFact | undefined)[] => [
  abroad,
  ...(vehicles ? [vehicles] : [purchase, running]),
  reception,
]

/** Whether the parts, none of them left out, make up the total. */
function isWhole(total: ProseFact, said: Said): boolean {
  const addends = addendsOf(said)
  return addends.every(Boolean) && addends.reduce((sum, fact) => sum + (fact?.fen ?? 0n), 0n) === total.fen
}

/**
 * 三公 of a document that has no table of it, or a blank one, as its sentences tell it: the total where its parts make it up, or where every sentence
 * says the same; the parts only where they prove it.
 */
export function sangongSaid(dataset: Dataset): Sangong[] {
  const { kind } = dataset.metadata
  if (kind !== 'budget' && kind !== 'final-accounts') return []
  const measure = kind === 'budget' ? 'budget' : 'final'
  const total = sangongFact(dataset, measure)
  if (total === null) return []
  const said = partsOf(dataset, total, measure)
  const isProven = isWhole(total, said)
  const isOther = (fact: ProseFact): boolean =>
    isOf(measure, fact) && isOfDocument(dataset, fact) && sangongKey(fact.subject) === 'total' && fact.fen !== total.fen
  if (!isProven && dataset.prose.some(isOther)) return []
  const told: Said = { ...(isProven && said), total }
  const parts = partsFrom(part => told[part] && figureOfFact({ ...told[part], direction: null }))
  return [{ fund: 'all', measure, parts, narrative: null, ...changeOfProse(dataset, total) }]
}

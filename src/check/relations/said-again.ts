import { type Dataset, nameOf as tableName } from '../../budget/dataset.ts'
import { plain } from '../../budget/label.ts'
import { coreOf, isElided } from '../../budget/money-words.ts'
import { isNow, type ProseFact } from '../../budget/prose.ts'
import type { Check, Side } from '../check.ts'
import type { Of } from '../declared/identity.ts'
import { PLANNED } from '../declared/words.ts'
import { SLIP_ALIKE, slipDigits } from '../slip.ts'
import { cellTerm, compare, proseTerm } from './compare.ts'
import { isAmount, isOfDocument, MAY_BE_OTHER } from './facts.ts'
import { sangongKey } from './said-sangong.ts'

/** Words of a difference: 减少了三公经费342.74万元 tells no amount of this year. */
const OF_CHANGE = /[增减降]/

/** What an amount of 三公 is, as planned or as spent; null where it is none that is said for itself and for this year. */
function nameOf(dataset: Dataset, fact: ProseFact): string | null {
  const key = isAmount(fact) && isNow(fact) && isOfDocument(dataset, fact) ? sangongKey(fact.subject) : undefined
  if (key === undefined || OF_CHANGE.test(fact.label) || isOfOtherYear(dataset, fact)) return null
  // The total of an office is that of no other.
  return `${key === 'total' ? coreOf(fact.subject) : key} ${stageOf(dataset, fact)}`
}

/** Whether the sentence tells of another year: 2021年的三公经费…,其中:公务接待费…. */
const isOfOtherYear = ({ metadata }: Dataset, { before }: ProseFact): boolean => {
  const year = /^.*(20\d\d)年/.exec(before)?.[1]
  return year !== undefined && metadata.fiscalYear !== null && Number.parseInt(year, 10) !== metadata.fiscalYear
}

/** Whether an amount was planned or spent, by its words: 三公经费预算为…,支出为… tells both. */
function stageOf({ metadata }: Dataset, { label }: ProseFact): 'planned' | 'spent' {
  if (/决算|执行/.test(label)) return 'spent'
  if (PLANNED.test(label)) return 'planned'
  return metadata.kind === 'final-accounts' || isElided(label) ? 'spent' : 'planned'
}

const sideOf = (fact: ProseFact) => ({ label: fact.subject, terms: [proseTerm(fact)] })

/** A name of fewer characters is one of many things. */
const NAMED = 3

/** What an amount is called that is told for itself and for this year, and is none of 三公; null where its words do not say. */
function ownName(dataset: Dataset, fact: ProseFact): string | null {
  if (!isAmount(fact) || !isNow(fact) || fact.item !== null || sangongKey(fact.subject) !== undefined) return null
  if (!isOfDocument(dataset, fact) || isOfOtherYear(dataset, fact) || isElided(fact.subject)) return null
  const name = plain(coreOf(fact.subject))
  return name.length < NAMED ? null : name
}

/** What tables print in the rows of a name, each figure once. */
function printedAs({ tables }: Dataset): ReadonlyMap<string, readonly Side[]> {
  const printed = tables.flatMap(table =>
    table.lines.flatMap(line =>
      [...line.amounts.values()].flatMap(amount =>
        amount.money
          ? [
              {
                name: plain(coreOf(line.label)),
                side: { label: `${tableName(table)}·${line.label}`, terms: [cellTerm(amount)] },
              },
            ]
          : [],
      ),
    ),
  )
  return new Map([...Map.groupBy(printed, ({ name }) => name)].map(([name, all]) => [name, all.map(({ side }) => side)]))
}

const figureOf = ({ terms }: Side): bigint | undefined => terms[0]?.fen

/** An amount that is told nowhere else under its name, and another of that name is but for a digit, though not by chance among as many: one of the two may be misprinted. */
function namedAgain(dataset: Dataset, id: string): Check[] {
  const named = dataset.prose.flatMap(fact => {
    const name = ownName(dataset, fact)
    return name === null ? [] : [{ name, fact, side: sideOf(fact) }]
  })
  const told = Map.groupBy(named, ({ name }) => name)
  const printed = printedAs(dataset)
  return named.flatMap(one => {
    const { name, fact, side } = one
    const same = told.get(name) ?? []
    const before = same.slice(0, same.indexOf(one)).map(other => other.side)
    const others = [...new Map([...before, ...(printed.get(name) ?? [])].map(other => [figureOf(other), other])).values()]
    if (others.some(other => figureOf(other) === fact.fen)) return []
    const instance = `p.${fact.page} ${fact.subject} ${fact.text}`
    const checks = others.map(other => compare({ identity: id, instance }, side, other, 'same'))
    const slip = checks.find(check => check.outcome === 'broken' && slipDigits(check) - Math.log10(others.length) >= SLIP_ALIKE)
    return slip ? [{ ...slip, note: MAY_BE_OTHER }] : []
  })
}

/** An amount of 三公 that the sentences tell again is the same; as it may be that of another office, a difference is no more than a doubt. */
export function saidAgain(dataset: Dataset, { id }: Of<'said-again'>): Check[] {
  const told = new Map<string, ProseFact>()
  const items = dataset.prose.flatMap(fact => {
    const name = nameOf(dataset, fact)
    if (name === null) return []
    const before = told.get(name)
    if (!before) {
      told.set(name, fact)
      return []
    }
    const instance = `p.${fact.page} ${fact.subject} ${fact.text}`
    const check = compare({ identity: id, instance }, sideOf(fact), sideOf(before), 'same')
    return [check.outcome === 'broken' ? { ...check, note: MAY_BE_OTHER } : check]
  })
  return [...items, ...namedAgain(dataset, id)]
}

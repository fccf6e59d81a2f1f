import { coreOf, isElided } from '../../../budget/columns/money-words.ts'
import { type Dataset, nameOf as tableName } from '../../../budget/dataset.ts'
import { plain } from '../../../budget/label.ts'
import { isNow, type ProseFact, yearSaid } from '../../../budget/prose/prose.ts'
import { onceEach } from '../../../once.ts'
import type { Check, Side } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { PLANNED } from '../../declared/words.ts'
import { SLIP_NAMED, slipDigits } from '../../slip.ts'
import { cellTerm, compare, proseTerm } from '../compare.ts'
import { isAmount, isOfDocument, MAY_BE_OTHER } from './facts.ts'
import { moneyName } from './said.ts'
import { sangongKey, sangongPartOf } from './said-sangong.ts'

/** Words of a difference: 减少了三公经费342.74万元 tells no amount of this year. */
const OF_CHANGE = /[增减降]/

/** What an amount of 三公 is, as planned or as spent; null where it is none that is said for itself and for this year, and where nobody can tell which. */
function nameOf(dataset: Dataset, fact: ProseFact): string | null {
  const key = isNow(fact) ? sangongPartOf(dataset, fact) : undefined
  if (key === undefined || OF_CHANGE.test(fact.label) || isOfOtherYear(dataset, fact)) return null
  const stage = stageOf(dataset, fact)
  // The total of an office is that of no other.
  return stage === 'unsure' ? null : `${key === 'total' ? coreOf(fact.subject) : key} ${stage}`
}

/** Whether the sentence tells of another year: 2021年的三公经费…,其中:公务接待费…. */
const isOfOtherYear = ({ metadata }: Dataset, { before }: ProseFact): boolean => {
  const year = /^.*(20\d\d)年/.exec(before)?.[1]
  return year !== undefined && metadata.fiscalYear !== null && Number.parseInt(year, 10) !== metadata.fiscalYear
}

type Stage = 'planned' | 'spent' | 'unsure'

/** Whether an amount was planned or spent, by its words and those of what it is a part of, 三公经费预算54万元,其中公务接待费42万元; null where neither says, and unsure where they do not agree. */
function stageSaid(prose: readonly ProseFact[], { label, whole }: ProseFact): Stage | null {
  const own = /决算|执行|实际/.test(label) ? 'spent' : PLANNED.test(label) ? 'planned' : null
  const outer = prose[whole ?? -1]
  const ofWhole = outer ? stageSaid(prose, outer) : null
  return own === null || ofWhole === null || own === ofWhole ? (own ?? ofWhole) : 'unsure'
}

/** Where nothing says it, that of the document: 三公经费预算为…,支出为… tells both. */
const stageOf = ({ metadata, prose }: Dataset, fact: ProseFact): Stage =>
  stageSaid(prose, fact) ?? (metadata.kind === 'final-accounts' || isElided(fact.label) ? 'spent' : 'planned')

/** Whether two amounts are parts of two, which are not as much: 全州三公经费4,855万元,其中:…。州本级三公经费1,127万元,其中:…. */
function areOfTwoWholes({ prose }: Dataset, one: ProseFact, other: ProseFact): boolean {
  const [first, second] = [prose[one.whole ?? -1], prose[other.whole ?? -1]]
  if (first === undefined || second === undefined || first.fen === second.fen) return false
  return sangongKey(first.subject) === sangongKey(second.subject)
}

/** Whether two amounts are told in sentences that each name a year, and not the same. */
function areSaidOfTwoYears(one: ProseFact, other: ProseFact): boolean {
  const [first, second] = [yearSaid(one), yearSaid(other)]
  return first !== undefined && second !== undefined && first !== second
}

const sideOf = (fact: ProseFact) => ({ label: fact.subject, terms: [proseTerm(fact)] })

/** A name of fewer characters is one of many things. */
const NAMED = 2

/** Words of a name that do not say which money it is: 对个人和家庭的补助支出 is 对个人和家庭补助, 全区税收收入 is 税收收入. */
const IDLE = /^其中|^占|^全[省市区县州](?=.{3})|的|(?<=.{3})支出$/g

const nameIn = (words: string): string => plain(coreOf(words)).replaceAll(IDLE, '')

/** What an amount is called that is told for itself and for this year, and is none of 三公; null where its words do not say. */
function ownName(dataset: Dataset, fact: ProseFact): string | null {
  if (!isAmount(fact) || !isNow(fact) || fact.item !== null || sangongKey(fact.subject) !== undefined) return null
  if (!isOfDocument(dataset, fact) || isOfOtherYear(dataset, fact) || isElided(fact.subject)) return null
  const name = nameIn(moneyName(dataset, fact))
  return name.length < NAMED ? null : name
}

/** A figure with its name, as the narrative tells it or a table prints it. */
interface Told {
  readonly name: string
  readonly side: Side
  readonly fact?: ProseFact
}

/** What tables print in rows that have a name. */
const printedIn = ({ tables }: Dataset): Told[] =>
  tables.flatMap(table =>
    table.lines.flatMap(({ label, name, amounts }) =>
      [...amounts.values()].flatMap(amount =>
        amount.money
          ? [{ name: nameIn(name), side: { label: `${tableName(table)}·${label}`, terms: [cellTerm(amount)] } }]
          : [],
      ),
    ),
  )

const figureOf = ({ side: { terms } }: Told): bigint | undefined => terms[0]?.fen

/** Whether an amount is told as a part of another, which is more than it: 收入总计…,包括:1.本年收入合计…. */
const isPartOf = ({ prose }: Dataset, part: ProseFact | undefined, whole: ProseFact | undefined): boolean =>
  part?.whole != null && prose[part.whole] === whole

/** What a figure with a name is told as elsewhere under that, and what it is told as itself. */
interface Again {
  readonly one: Told & { readonly fact: ProseFact }
  readonly others: readonly Told[]
}

/** Every amount of the narrative with a name, and what stands elsewhere under that, each figure once. */
const againUnderName = onceEach((dataset: Dataset): readonly Again[] => {
  const named = dataset.prose.flatMap(fact => {
    const name = ownName(dataset, fact)
    return name === null ? [] : [{ name, fact, side: sideOf(fact) }]
  })
  const told = Map.groupBy<string, Told>([...named, ...printedIn(dataset)], ({ name }) => name)
  return named.map(one => {
    const { name, fact } = one
    // Of one name in one sentence the second is of a part: 货物预算901万元;其中一般公共预算拨款…:货物预算501万元.
    const same = (told.get(name) ?? []).filter(
      other =>
        other.fact?.sentence !== fact.sentence &&
        !(other.fact && areSaidOfTwoYears(fact, other.fact)) &&
        !isPartOf(dataset, fact, other.fact) &&
        !isPartOf(dataset, other.fact, fact),
    )
    return { one, others: [...new Map(same.map(other => [figureOf(other), other])).values()] }
  })
})

/** What amounts of the narrative are told as elsewhere under their names, where they are nowhere told as here. */
export const toldOtherwise = (dataset: Dataset): ReadonlyMap<ProseFact, readonly bigint[]> =>
  new Map(
    againUnderName(dataset).flatMap(({ one: { fact }, others }): [ProseFact, bigint[]][] => {
      const figures = others.flatMap(other => figureOf(other) ?? [])
      return figures.includes(fact.fen ?? 0n) ? [] : [[fact, figures]]
    }),
  )

/** An amount that is told nowhere else under its name, and another of that name is but for a digit, though not by chance among as many: one of the two may be misprinted. */
function namedAgain(dataset: Dataset, id: string): Check[] {
  const doubted = new Set<Told>()
  return againUnderName(dataset).flatMap(({ one, others }) => {
    const { fact, side } = one
    if (others.some(other => figureOf(other) === fact.fen)) return []
    const instance = `p.${fact.page} ${fact.subject} ${fact.text}`
    const checks = others
      .filter(other => !doubted.has(other))
      .map(other => compare({ identity: id, instance }, side, other.side, 'same'))
    const slip = checks.find(check => check.outcome === 'broken' && slipDigits(check) - Math.log10(others.length) >= SLIP_NAMED)
    if (!slip) return []
    doubted.add(one)
    return [{ ...slip, note: MAY_BE_OTHER }]
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
    // In one sentence the second is told of another time: 年初安排20万元,年末实际用掉18万元.
    if (before.sentence === fact.sentence || areSaidOfTwoYears(before, fact)) return []
    const instance = `p.${fact.page} ${fact.subject} ${fact.text}`
    const check = compare({ identity: id, instance }, sideOf(fact), sideOf(before), 'same')
    if (check.outcome !== 'broken') return [check]
    return areOfTwoWholes(dataset, fact, before) ? [] : [{ ...check, note: MAY_BE_OTHER }]
  })
  return [...items, ...namedAgain(dataset, id)]
}

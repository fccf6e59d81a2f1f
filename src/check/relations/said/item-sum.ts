import type { Dataset } from '../../../budget/dataset.ts'
import { isNow, type ProseFact } from '../../../budget/prose/prose.ts'
import { isUnder } from '../../../budget/subjects/code.ts'
import type { Check } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { ALL_OF_FUND, OF_THE_BUDGET } from '../../declared/words.ts'
import { unproven } from '../compare.ts'
import { isAmount, isOfDocument, MAY_LACK_PART, ofParts } from './facts.ts'
import { moneyName } from './said.ts'
import { A_LIST, levelDigits, listOf } from './said-subjects.ts'
import { isLess } from './stated-sum.ts'

/** The level of a subject, behind its name. */
const LEVEL = /[(〔][类款项][)〕]/

/** Whether the sentence of an amount names its subject itself. */
const isNamedItself = ({ item, before }: ProseFact): boolean =>
  LEVEL.test(before) || (item !== null && item.code !== null && before.includes(item.code))

/** How many digits the code of an item has, as far as its own or its level says. */
const depthOf = ({ item }: ProseFact): number => item?.code?.length ?? levelDigits({ item })

/** Whether an item is one of those another takes together: it is of the same 类, or 款, and lower. */
function isWithin(lower: ProseFact, upper: ProseFact): boolean {
  if (depthOf(lower) <= depthOf(upper) || lower.item?.classCode !== upper.item?.classCode) return false
  const [own, above] = [lower.item, upper.item]
  if (own?.code && above?.code) return isUnder(own.code, above.code)
  return above?.names.款 === undefined || above.names.款 === own?.names.款
}

/** Items of a list but for those that take others of it together. */
const lowestOf = (items: readonly ProseFact[]): readonly ProseFact[] =>
  items.filter(item => !items.some(other => isWithin(other, item)))

/** What a list may tell: the first item of each sentence, or all of its level, 1、教育支出120万元:其中,普通教育(款)90万元;教育费附加安排的支出(款)30万元. */
function readingsOf(list: readonly ProseFact[]): readonly (readonly ProseFact[])[] {
  const firstOf = (fact: ProseFact): ProseFact | undefined => list.find(({ sentence }) => sentence === fact.sentence)
  const firsts = list.filter(fact => firstOf(fact) === fact)
  const isOfLevel = (fact: ProseFact): boolean => LEVEL.test(fact.label) && depthOf(fact) === depthOf(firstOf(fact) ?? fact)
  const all = list.filter(fact => firstOf(fact) === fact || isOfLevel(fact))
  return all.length > firsts.length ? [lowestOf(firsts), lowestOf(all)] : [lowestOf(firsts)]
}

/** The amounts that tables print of subjects. */
const printedIn = ({ tables }: Dataset): ReadonlySet<bigint> =>
  new Set(
    tables.flatMap(({ lines }) =>
      lines.flatMap(({ codeKind, amounts }) =>
        codeKind === 'function' ? [...amounts.values()].flatMap(({ money }) => money?.fen ?? []) : [],
      ),
    ),
  )

/** Why a list that does not add up is held against nothing: not all of it is what tables print, and some may be read as what it is not. */
const NOT_PRINTED = 'no table prints all items of the list'

/** Subjects that are listed behind all that is spent of a fund add up to it; where they are less one may not be named. */
export function itemSums(dataset: Dataset, { id }: Of<'item-sum'>): Check[] {
  const told = dataset.prose.filter(
    fact => isAmount(fact) && isNow(fact) && isOfDocument(dataset, fact) && !OF_THE_BUDGET.test(fact.label),
  )
  const items = told.filter(fact => fact.item !== null && isNamedItself(fact))
  const printed = printedIn(dataset)
  return [...Map.groupBy(items, listOf)].flatMap(([section, list]) => {
    const readings = readingsOf(list)
    const [parts = []] = readings
    const [first] = parts
    if (!first || parts.length < A_LIST) return []
    const isWhole = (fact: ProseFact): boolean =>
      fact.section === section && fact.item === null && fact.sentence < first.sentence
    const wholes = told.filter(fact => isWhole(fact) && ALL_OF_FUND.test(moneyName(dataset, fact)))
    const checks = wholes.flatMap(whole =>
      readings.map(items => {
        const check = ofParts(id, whole, items)
        return { ...check, right: { ...check.right, label: `Σ ${items.length}` } }
      }),
    )
    const check = checks.find(({ outcome }) => outcome !== 'broken') ?? checks.at(-1)
    if (!check) return []
    if (parts.some(({ fen }) => fen && !printed.has(fen))) return [unproven(check, NOT_PRINTED)]
    return [isLess(check) ? { ...check, note: MAY_LACK_PART } : check]
  })
}

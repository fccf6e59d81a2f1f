import { BOTH_SIDES, coreOf } from '../../../budget/columns/money-words.ts'
import type { Dataset } from '../../../budget/dataset.ts'
import { isOfBudget, measureSaid, type ProseFact } from '../../../budget/prose/prose.ts'
import { isAmount, OFFICE } from './facts.ts'

/** Names that say no more than which side it is: 本年收入合计, 支出总计, 收、支总计. */
const PLAIN = new RegExp(`^(?:收入|支出|${BOTH_SIDES.source})?$`)
const isPlain = (name: string): boolean => PLAIN.test(name)

/** Funds, and money of 财政拨款 alone, as headings and sentences call them. */
const FUND = /一般公共预算|政府性基金|国有资本经营|社会保险基金|财政专户|财政拨款/

/** A part of the office, or an office before a colon, whose money the sentence tells: 局本级本年收入, 执法大队：2023年收入. */
const PART_OF_OFFICE = new RegExp(`本级(?=本年|20\\d\\d年|收入|支出|预算|决算|[::安])|(${OFFICE})[::]`, 'u')

/** The places of what a sentence tells, from its beginning to a figure. */
function toldUpTo(facts: readonly ProseFact[], at: number): readonly number[] {
  let from = at
  while (facts[from - 1]?.sentence === facts[at]?.sentence) from--
  return Array.from({ length: at - from + 1 }, (_, index) => from + index)
}

/** What a sentence says before its first amount; a year is told with its whole sentence. */
function headOf(facts: readonly ProseFact[], at: number): string {
  const first = toldUpTo(facts, at).find(place => facts[place]?.kind === 'amount') ?? at
  return facts[first]?.before ?? ''
}

/** Whether the words in front of a figure tell of other years, of several, or of the last one. */
function isOfOtherYears({ metadata, prose }: Dataset, at: number): boolean {
  const yearsIn = (words: string): string[] => words.match(/20\d\d(?=年|、)/g) ?? []
  const [own, head] = [yearsIn(prose[at]?.label ?? ''), headOf(prose, at)]
  if (own.length > 1) return true
  if (own.length === 1) return false
  const years = yearsIn(head)
  return /^(?:上年|去年|上一年)(?!.*(?:结转|结余))/.test(head) || years.some(year => year !== `${metadata.fiscalYear ?? year}`)
}

/** Whether the words in front of a figure tell of a part of the office, or of another one. */
function isOfPart({ metadata: { department, scope }, prose }: Dataset, at: number): boolean {
  const found = PART_OF_OFFICE.exec(headOf(prose, at))
  if (found === null) return false
  const [, office] = found
  return office === undefined ? scope !== 'unit' : department === null || !office.endsWith(department)
}

/** The place of the amount that the sentence tells for itself before one: what it is called goes for what follows and has no name of its own. */
const toldBefore = (facts: readonly ProseFact[], at: number): number | undefined =>
  toldUpTo(facts, at)
    .slice(0, -1)
    .findLast(place => {
      const other = facts[place]
      return other !== undefined && isAmount(other) && other.whole === null
    })

/** Whether an amount that is called as all money of its side is of less: of the fund that its heading or the amount before it in its sentence is of. */
function isOfFund(facts: readonly ProseFact[], at: number): boolean {
  const fact = facts[at]
  const heading = fact?.section.split(' > ').at(-1) ?? ''
  if (FUND.test(heading)) return true
  const before = fact?.whole ?? toldBefore(facts, at)
  return before !== undefined && (!isPlain(coreOf(facts[before]?.subject ?? '')) || isOfFund(facts, before))
}

/** Words that lead to money which is a part of what it is called after: 涉及一般公共预算支出120.50万元. */
const LEADING = /^(?:.*[,;:])?(?:涉及|涵盖|覆盖)/

/**
 * Whether an amount is of less than what its words say by themselves, of another year or of another measure: what stands in front
 * of it in its sentence, or over it, goes for it too; `at` is its place. 政府性基金年初结转2.04万元，本年收入97.21万元 tells no income of the office.
 */
export function isOfNarrower(dataset: Dataset, at: number): boolean {
  const { prose, metadata } = dataset
  const fact = prose[at]
  if (fact === undefined) return false
  const measure = measureSaid(fact.label)
  const isOther =
    metadata.kind === 'budget' ? measure === 'final' : metadata.kind === 'final-accounts' && isOfBudget(fact.label)
  if (isOther || LEADING.test(fact.label) || isOfOtherYears(dataset, at) || isOfPart(dataset, at)) return true
  return isPlain(coreOf(fact.subject)) && (fact.item !== null || isOfFund(prose, at))
}

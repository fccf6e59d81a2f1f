import type { BudgetTable, Dataset, Line } from '../../../budget/dataset.ts'
import type { AmountCell } from '../../../budget/money/amount.ts'
import type { ProseFact } from '../../../budget/prose/prose.ts'
import { onceEach } from '../../../once.ts'
import type { Check, Side, Term } from '../../check.ts'
import { NAMELESS } from '../../declared/clause.ts'
import { isSlipOfSum, SLIP_TOLD, slipDigits } from '../../slip.ts'
import { compare, notEvaluable, proseTerm, toldTerm, unproven } from '../compare.ts'
import { columnOf } from '../select.ts'

/** Whether a figure of the narrative is an amount of money that is said for itself. */
export const isAmount = (fact: ProseFact): boolean => fact.kind === 'amount' && fact.fen !== null && !fact.aside

/** An office, by how names of offices end. */
export const OFFICE = '[\\p{Script=Han}]{2,}(?:中心|[局厅站所队院校馆委办处乡镇]|街道|[大中小]学|幼儿园|政府|公司)'
const OFFICE_BEFORE_YEAR = new RegExp(`${OFFICE}(?=20\\d\\d年)`, 'gu')

/** The office that the sentence of a figure names before a year: each relation of the narrative asks for it again. */
const officeBeforeYear = onceEach(({ before }: ProseFact) => before.match(OFFICE_BEFORE_YEAR)?.at(-1))

/** Whether the sentence of a figure names no other office before a year. */
export function isOfOwnOffice({ metadata: { department } }: Dataset, fact: ProseFact): boolean {
  const office = officeBeforeYear(fact)
  return !office || !department || office.endsWith(department) || isShortFor(office, department)
}

/** The year that the label of a figure names last; null where it names none. */
export function yearNamed({ label }: ProseFact): number | null {
  const year = /^.*(20\d\d)年/.exec(label)?.[1]
  return year === undefined ? null : Number.parseInt(year, 10)
}

/** Whether the words of a figure name another year than the document's: 2022年为9.14万元 in the accounts of 2023. */
export function namesOtherYear({ metadata: { fiscalYear } }: Dataset, fact: ProseFact): boolean {
  const year = yearNamed(fact)
  return year !== null && fiscalYear !== null && year !== fiscalYear
}

/** Whether a figure is said of the document's own money: its label names no other year and not the last one, its sentence no other office before a year. */
export function isOfDocument(dataset: Dataset, fact: ProseFact): boolean {
  const isOfLast = /^(?:上年|去年)(?!结转|结余)/.test(fact.label)
  return !isOfLast && isOfOwnOffice(dataset, fact) && !namesOtherYear(dataset, fact)
}

/** A whole number said in words as a term; any other text is 0. */
export const countTerm = (fact: ProseFact): Term => ({
  ...proseTerm(fact),
  fen: BigInt(/^\d+$/.test(fact.value) ? fact.value : '0'),
  step: 1n,
})

/** What an amount was the year before: that less its change. */
export const lastYearOf = (now: ProseFact, change: ProseFact): readonly Term[] => [
  toldTerm(now),
  toldTerm(change, change.direction === 'less' ? 1n : -1n),
]

/** The amount of a line in the column of a key. */
export function amountIn(table: BudgetTable, line: Line, key: string): AmountCell | undefined {
  const column = columnOf(table, line.list, key)
  return column ? line.amounts.get(column.index) : undefined
}

/** Whether a name is made of the characters of another in their order: 区政府办 of 某区人民政府办公室. */
export function isShortFor(short: string, name: string): boolean {
  let from = 0
  return [...short].every(character => {
    from = name.indexOf(character, from) + 1
    return from > 0
  })
}

/** What a figure is called: itself, its 科目, or the words right before it. */
const nameOfFact = ({ subject, item, before }: ProseFact): string =>
  subject || Object.values(item?.names ?? {}).join(' ') || (before.split(/[,;:。]/).at(-1) ?? '').slice(-24)

/** Why nobody is accused of a figure that is compared loosely. */
export const MAY_BE_OTHER = 'may mean other money'

/** Why nobody is accused of a figure that is not what some 类 come to: which of them pay for people is not said of each 款. */
export const MAY_BE_PARTED = 'the classes may be parted otherwise'

/** Why nobody is accused of a total that is more than the parts named. */
export const MAY_LACK_PART = 'a part may not be named'

/** Why nobody is accused of comparing with the fiscal year: a document that tells of the next one too may compare that with it. */
export const TELLS_NEXT_YEAR = 'the next year is told as well'

/** Why nobody is accused of words that contradict each other while the figures agree. */
export const ONLY_WORDS = 'only the words differ'

/** A check of what may be other money, where a difference is told and blames nobody. */
export const blamingNobody = (check: Check): Check => (check.outcome === 'broken' ? { ...check, note: MAY_BE_OTHER } : check)

/** A check of what may be other money: a difference proves nothing, and one of a digit is worth telling. */
export function loosely(check: Check): Check {
  if (check.outcome !== 'broken') return check
  return slipDigits(check) >= SLIP_TOLD ? { ...check, note: MAY_BE_OTHER } : notEvaluable(check, MAY_BE_OTHER)
}

/** The code of a 科目 right before a figure says what it is of: 行政单位医疗(2101101)763.11万元. */
const CALLED_BY_CODE = /\((?:\d{5}|\d{7})\)$/

/** A check of a figure whose own words do not say what it is of, as some may not have been read: only a digit that is off tells that it is the one it would be by the words before. */
const asCalled = ({ label, before }: ProseFact, check: Check): Check =>
  NAMELESS.test(label) && !CALLED_BY_CODE.test(before) && check.outcome === 'broken' && !isSlipOfSum(check)
    ? { ...check, note: MAY_BE_OTHER }
    : check

/** Why a figure is not held against a cell in which nothing is printed: that contradicts nothing. */
export const LEFT_BLANK = 'the table leaves it blank'

/** A figure of the narrative against figures of tables, which may be of other money (`loose`). */
export function against(identity: string, fact: ProseFact, { label, terms }: Side, loose: boolean): Check {
  const { subject } = fact
  const check = compare(
    { identity, instance: `p.${fact.page} ${subject} ${fact.text}` },
    { label: nameOfFact(fact), terms: [proseTerm(fact)] },
    { label, terms },
    terms.length === 1 ? 'same' : 'sum',
  )
  if (terms.every(({ step }) => step === 0n)) return unproven(check, LEFT_BLANK)
  return loose ? loosely(check) : asCalled(fact, check)
}

/** A whole of the narrative against parts of it: their labels are told, or how many there are. */
export const ofParts = (identity: string, whole: ProseFact, parts: readonly ProseFact[]): Check =>
  asCalled(
    whole,
    compare(
      { identity, instance: `p.${whole.page} ${whole.subject}` },
      { label: whole.subject || whole.label, terms: [toldTerm(whole)] },
      { label: parts.map(nameOfFact).join('+'), terms: parts.map(part => toldTerm(part)) },
      'sum',
    ),
  )

import { coreOf, SANGONG_SAID } from '../../../budget/columns/money-words.ts'
import type { Dataset } from '../../../budget/dataset.ts'
import { isCompleted, isOfBudget, isShareSpent, LAST_YEAR, measureSaid, type ProseFact } from '../../../budget/prose/prose.ts'
import type { SangongMeasure } from '../../../budget/sangong/sangong.ts'
import type { Check, Term } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { SAID_SANGONG } from '../../declared/words.ts'
import { cellTerm } from '../compare.ts'
import { lineOf, tableOf } from '../select.ts'
import { against, amountIn, isAmount, isOfDocument, isOfOwnOffice, yearNamed } from './facts.ts'

/** What a lone column of the other is called: one of what was spent, 决算数 or 2017年度支出, holds no budget, and none but its own the adjusted one. */
const OTHER_FACET = { '': /^$/, budget: /^(?:final|expense)$/, adjusted: /^/, final: /^budget$/ } as const
type Facet = keyof typeof OTHER_FACET

/** One figure of a 三公 table: from its total row, or its line when it is printed downwards. */
export function sangongTerm(dataset: Dataset, kind: string, key: string, facet: Facet): Term | null {
  const table = tableOf(dataset, [kind])
  if (!table) return null
  const row = lineOf(table, { line: 'total' })
  const names = facet === '' ? (key === 'total' ? ['sangong', 'total'] : [key]) : [`${key}.${facet}`]
  const across = row ? names.map(name => amountIn(table, row, name)) : []
  const line = table.lines.find(other => other.key === key || (key === 'total' && other.key === 'sangong'))
  const downwards = table.columns.some(column => OTHER_FACET[facet].test(column.key ?? '-')) ? facet : 'main'
  const amount = across.find(found => found !== undefined) ?? (line && amountIn(table, line, downwards))
  return amount ? cellTerm(amount) : null
}

/** The part of 三公 that a name is of. */
export function sangongKey(subject: string): string | undefined {
  const core = coreOf(subject)
  return SANGONG_SAID.test(subject) ? 'total' : SAID_SANGONG.find(([pattern]) => pattern.test(core))?.[1]
}

/** The part of 三公 of the document that an amount is; undefined where it is none, and where it is a part of other money: 其中机关本级安排3.91万元(公务接待费1.42万元). */
export function sangongPartOf(dataset: Dataset, fact: ProseFact): string | undefined {
  const whole = fact.whole === null ? undefined : dataset.prose[fact.whole]
  const isOfOthers = whole !== undefined && sangongKey(whole.subject) === undefined
  return isOfOthers || !isAmount(fact) || !isOfDocument(dataset, fact) ? undefined : sangongKey(fact.subject)
}

const isFinal = ({ metadata }: Dataset): boolean => metadata.kind === 'final-accounts'

/** Whether what words tell is planned or spent: all that a budget tells is planned and all that an account tells was spent where its words do not say the other; of what others tell its own words say so. */
export function measureOf({ metadata: { kind } }: Dataset, label: string): SangongMeasure {
  if (kind === 'budget') return measureSaid(label) === 'final' ? 'final' : 'budget'
  if (isOfBudget(label)) return 'budget'
  return kind === 'final-accounts' || /决算|支出|执行/.test(label) ? 'final' : 'unknown'
}

/** Whether an amount is said to be so much of a budget: it is what was spent, whatever the document is called. */
const isSharedOfBudget = ({ prose, metadata: { fiscalYear } }: Dataset, fact: ProseFact): boolean =>
  prose.some(share => {
    const isOfIt = prose[share.of ?? -1] === fact && isShareSpent(share, fact)
    return isOfIt && (yearNamed(share) ?? fiscalYear) === fiscalYear
  })

/** Whether an amount of the document's own money is one that is planned, or spent. */
export function isSaidOf(dataset: Dataset, measure: SangongMeasure, fact: ProseFact): boolean {
  const isOfBefore = isCompleted(fact) && LAST_YEAR.test(fact.label)
  if (!isAmount(fact) || isOfBefore || !isOfDocument(dataset, fact)) return false
  return measure === (isSharedOfBudget(dataset, fact) ? 'final' : measureOf(dataset, fact.label))
}

/** The figure of the narrative for 三公 in all; null when it says none. */
export const sangongFact = (dataset: Dataset, measure: SangongMeasure): ProseFact | null =>
  dataset.prose.find(fact => sangongKey(fact.subject) === 'total' && isSaidOf(dataset, measure, fact)) ?? null

/** The first figure the narrative says for each part of 三公, with what its tables print: of the general budget, and of the funds. */
function saidParts(dataset: Dataset) {
  const seen = new Set<string>()
  return dataset.prose.flatMap(fact => {
    const key = sangongPartOf(dataset, fact)
    if (!key || !/三公/.test(`${fact.section}${fact.before}`)) return []
    const final = isFinal(dataset)
    const facet = final ? (measureSaid(fact.label) ?? 'final') : ''
    const name = `${key}.${facet}`
    if (seen.has(name)) return []
    const general = sangongTerm(dataset, final ? 'fin.07' : 'bud.sangong', key, facet)
    if (!general) return []
    seen.add(name)
    const funds = final ? null : sangongTerm(dataset, 'bud.fund_sangong', key, '')
    return [{ fact, key, general, funds: funds?.step === 0n ? null : funds }]
  })
}

/** 三公 of the narrative against the table of the general budget, or, where funds have one too, against both. */
export function saidSangong(dataset: Dataset, { id, funds: basis }: Of<'said-sangong'>): Check[] {
  return saidParts(dataset).flatMap(({ fact, key, general, funds }) => {
    const alone = against(id, fact, { label: '三公经费表', terms: [general] }, false)
    if (!funds) return basis === 'all' ? [alone] : []
    const both = against(id, fact, { label: '三公经费表（两本预算）', terms: [general, funds] }, false)
    if (both.outcome === 'broken') return basis === 'all' ? [] : [alone]
    if (basis === 'all') return [both]
    return key === 'total' ? [{ ...alone, note: alone.outcome === 'broken' ? 'basis: both funds' : null }] : []
  })
}

/** Heads of what was spent last year, which is not what was planned. */
const SPENT_LAST = /执行|完成|决算|支出数/

/** Whether an amount is said of the year before: its label names that year, or none and 上年. */
function isOfYearBefore({ metadata: { fiscalYear } }: Dataset, fact: ProseFact): boolean {
  const year = yearNamed(fact)
  return year === null ? /(?:上年|去年)(?!结转|结余)/.test(fact.label) : year + 1 === fiscalYear
}

/** 三公 that a budget was to spend the year before, by its sentences and by the table that prints both years. */
export function saidBefore(dataset: Dataset, { id }: Of<'sangong-previous'>): Check[] {
  const { prose, tables, metadata } = dataset
  const [table, ...others] = tables.filter(({ kind }) => kind === 'bud.sangong')
  const [printed, ...more] = table?.sangong ?? []
  if (table === undefined || printed === undefined || others.length + more.length > 0 || metadata.kind !== 'budget') return []
  const previous = new Map(Object.entries(printed.previous))
  return prose.flatMap(fact => {
    const amount = isAmount(fact) && fact.whole === null ? previous.get(sangongKey(fact.subject) ?? '') : undefined
    const heads = table.columns.find(({ index }) => index === amount?.column)?.path ?? []
    if (!amount?.money || heads.some(head => SPENT_LAST.test(head)) || measureSaid(fact.label) !== 'budget') return []
    if (!isOfYearBefore(dataset, fact) || !isOfOwnOffice(dataset, fact)) return []
    return [against(id, fact, { label: '三公经费表上年数', terms: [cellTerm(amount)] }, false)]
  })
}

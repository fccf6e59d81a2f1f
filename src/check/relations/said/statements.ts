import { type Dataset, nameOf } from '../../../budget/dataset.ts'
import { CAUSE_TOLD, isReached, type ProseFact } from '../../../budget/prose/prose.ts'
import type { Check, Term } from '../../check.ts'
import type { Of } from '../../declared/identity.ts'
import { cellTerm } from '../compare.ts'
import { tableOf } from '../select.ts'
import { HUNDRED_PERCENT, HUNDREDTHS, scaled } from '../sums/ratio.ts'
import { causedBy } from './cause.ts'
import { countTerm, isShortFor, OFFICE, ONLY_WORDS, TELLS_NEXT_YEAR } from './facts.ts'
import { changeWith, isFromNothing } from './growth.ts'

/** What a statement is held against. */
interface Held {
  readonly good: boolean
  /** What it should say, and the figures that say so. */
  readonly should: string
  readonly terms?: readonly Term[]
  readonly note?: string | null
}

const heldCheck = (identity: string, fact: ProseFact, { good, should, terms = [], note = null }: Held): Check => ({
  identity,
  instance: `p.${fact.page} ${fact.text}`,
  outcome: good ? 'holds' : 'broken',
  verdict: good ? 'holds' : 'published-inconsistency',
  left: { label: fact.label.slice(0, 40), terms: [countTerm(fact)] },
  right: { label: should, terms },
  difference: good ? 0n : null,
  tolerance: 0n,
  unit: '',
  tables: terms.flatMap(term => (term.place ? [term.place.table] : [])).slice(0, 1),
  note,
})

/** What a budget may be compared with in its own year, what was planned before; an account also with its budget, and with what was reported before it was settled. */
const PLANNED = /控制|计划|目标|批复|下达/
const PLANNED_OR_BUDGET = new RegExp(`预算|年初|执行|${PLANNED.source}`)

/** The year compared with is the one before the fiscal year; only the fiscal year itself is surely wrong, and not where tables tell the next year as well: accounts and the budget behind them in one document. */
export function yearChecks({ metadata, prose, tables }: Dataset, { id }: Of<'year'>): Check[] {
  const year = metadata.fiscalYear
  if (year === null) return []
  const next = `${year + 1}年`
  const isSaid = (words: string): boolean => prose.some(({ kind, label }) => kind === 'amount' && label.includes(words))
  // Amounts of the next year alone: that is the year of the document, whatever it was taken for.
  if (isSaid(next) && !isSaid(`${year}年`)) return []
  const isOfTwo = isSaid(next) || tables.some(({ table: { title } }) => title?.includes(next))
  return prose
    .filter(fact => fact.kind === 'year')
    .flatMap(fact => {
      const said = Number.parseInt(fact.value, 10)
      if (said !== year && said !== year - 1) return []
      // 2011年预算…(较2010年压缩2%) compares the years that its own sentence names.
      if (said === year && fact.before.includes(next)) return []
      const clause = fact.label.split(/[,;。]/)[0] ?? fact.label
      const planned = metadata.kind === 'budget' ? PLANNED : PLANNED_OR_BUDGET
      if (said === year && planned.test(/年([^\d]*)/.exec(clause)?.[1] ?? '')) return []
      const note = isOfTwo ? TELLS_NEXT_YEAR : `${year}`
      return [heldCheck(id, { ...fact, label: clause }, { good: said === year - 1, should: `${year - 1}`, note })]
    })
}

/** An office that a statement begins with. */
const OFFICE_TOLD = new RegExp(`(${OFFICE})(?:20\\d\\d年度?)?$`, 'u')

/** Whether a statement is said of another office than the one whose tables these are. */
function isOfOther({ metadata: { department } }: Dataset, { before, text }: ProseFact): boolean {
  const clause = before.slice(0, before.indexOf(text)).split(/[,;:]/).at(-1) ?? ''
  const office = OFFICE_TOLD.exec(clause)?.[1]
  return office !== undefined && !isShortFor(office, department ?? '')
}

/** Tables that the narrative says are empty have no figure. */
export function emptyChecks(dataset: Dataset, { id }: Of<'empty'>): Check[] {
  return dataset.prose
    .filter(fact => fact.kind === 'statement')
    .flatMap(fact => {
      const table = tableOf(dataset, fact.label.split(' '))
      if (!table) return []
      const filled = table.lines.flatMap(line => [...line.amounts.values()].filter(amount => amount.state === 'value'))
      if (filled.length > 0 && isOfOther(dataset, fact)) return []
      const terms = filled.slice(0, 6).map(amount => cellTerm(amount))
      return [heldCheck(id, fact, { good: filled.length === 0, should: nameOf(table), terms })]
    })
}

/** Names of subjects that were replaced before the fiscal year. */
export function nameChecks({ metadata, prose }: Dataset, { id, replaced }: Of<'said-name'>): Check[] {
  const year = metadata.fiscalYear
  return replaced.flatMap(([old, since, now]) => {
    if (year === null || year < since) return []
    const printed = new RegExp(`(?<![事单])${old}〔[类款项]〕`)
    const fact = prose.find(({ before }) => printed.test(before))
    if (!fact) return []
    const check = heldCheck(id, { ...fact, label: old, text: old }, { good: false, should: now })
    return [{ ...check, instance: `p.${fact.page} ${old}` }]
  })
}

/** Fewer digits agree by chance. */
const TELLING = 1000n

/** The same amount changed by the same figure: said twice, it became more or less both times. A reason tells of other money. */
function sameChange(prose: readonly ProseFact[], fact: ProseFact, at: number): ProseFact | undefined {
  const now = fact.kind === 'change' && fact.of !== null ? prose[fact.of] : undefined
  if (!now?.fen || fact.fen === null || fact.step === 0n || fact.fen / fact.step < TELLING) return undefined
  const isSame = (other: ProseFact): boolean =>
    other.kind === 'change' && other.fen === fact.fen && other.of !== null && !other.aside
  return prose.slice(0, at).find(other => isSame(other) && prose[other.of ?? -1]?.fen === now.fen)
}

/** More was spent than planned where it is more than 100 %. */
const overBudget = ({ value, direction }: ProseFact): Held =>
  scaled(value, HUNDREDTHS) > HUNDRED_PERCENT
    ? { good: direction === 'more', should: '决算数大于预算数' }
    : { good: direction === 'less', should: '决算数小于预算数' }

/** The cause of an increase or a decrease, which is told of money that changed that way. */
function causeCheck(id: string, prose: readonly ProseFact[], cause: ProseFact): Check | null {
  const changes = causedBy(cause, prose)
  const change = changes.at(-1)
  if (!change) return null
  if (changes.some(({ fen, direction }) => fen !== 0n && direction === cause.direction))
    return heldCheck(id, cause, { good: true, should: '' })
  const terms = [countTerm({ ...change, unit: '', text: `${change.label}${change.text}` })]
  return { ...heldCheck(id, cause, { good: false, should: '', terms }), note: ONLY_WORDS }
}

/** That an amount went up or down to what it is, and is what it was: 减少为0.00万元,与上年持平. The figures are right, the words are not. */
function unchangedCheck(id: string, prose: readonly ProseFact[], at: number): Check | null {
  const [same, now] = [prose[at], prose[prose[at]?.of ?? -1]]
  if (same?.direction !== 'same' || same.aside || now?.sentence !== same.sentence || !isReached(now.label)) return null
  const fact = { ...now, text: `${now.label}${now.text}` }
  const should = {
    good: false,
    should: '',
    terms: [countTerm({ ...same, unit: '', text: `${same.label.replace(/^[与同和]/, '')}${same.text}` })],
  }
  return { ...heldCheck(id, fact, should), note: ONLY_WORDS }
}

/** The direction of a growth and of its increase agree, and that of a change wherever it is said. */
export function directionChecks(dataset: Dataset, { id }: Of<'direction'>): Check[] {
  const { prose } = dataset
  return prose.flatMap((fact, at) => {
    const cause = fact.label === CAUSE_TOLD ? causeCheck(id, prose, fact) : null
    if (cause) return [cause]
    const unchanged = unchangedCheck(id, prose, at)
    if (unchanged) return [unchanged]
    const twin = fact.aside ? undefined : sameChange(prose, fact, at)
    if (twin) return [heldCheck(id, fact, { good: fact.direction === twin.direction, should: `${twin.label}${twin.text}` })]
    const before = prose[at - 1]
    if (fact.kind === 'completion' && fact.direction && !fact.aside && scaled(fact.value, HUNDREDTHS) !== HUNDRED_PERCENT)
      return [heldCheck(id, fact, overBudget(fact))]
    if (fact.kind !== 'growth' || before?.kind !== 'change' || before.sentence !== fact.sentence || before.of !== fact.of)
      return []
    // How far an amount is from a target tells nothing of how it went.
    if (before.aside && !fact.aside) return []
    if (before.direction === 'same' || changeWith(prose, at) > at || isFromNothing(dataset, at)) return []
    return [heldCheck(id, fact, { good: fact.direction === before.direction, should: before.label })]
  })
}

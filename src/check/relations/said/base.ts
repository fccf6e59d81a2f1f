import { LAST_YEAR, type ProseFact, yearSaid } from '../../../budget/prose/prose.ts'

/** What a change is a change from: the time, and whether what was planned then or what was spent; '' where it does not say. */
export interface Base {
  readonly time: string
  /** Whether it is told as the year before, whichever that is. */
  readonly isLast: boolean
  readonly stage: '' | 'planned' | 'spent'
}

/** What a comparison names: 比|上年决算|增加, 与|2022年预算|相比; of several the one right before what changed. */
const COMPARED = /(?:[比较与]|[同和](?=上|去|20\d\d))([^比较与]*?)(?:相比|比较)?(?:(?:[增减降升]|下降|提高)[^比较与]*)?$/
const PLANNED = /预算|计划|年初/
const SPENT = /决算|执行|完成|实际|支出数/
/** A time in the year itself. */
const IN_YEAR = /年初|调整|全年/

/** What a clause compares with; null where it names nothing. */
function baseIn(words: string, lastYear: string): Base | null {
  const named = COMPARED.exec(words)?.[1] ?? ''
  if (named === '') return null
  const isLast = LAST_YEAR.test(named)
  const time = isLast ? lastYear : (/20\d\d(?=年)/.exec(named)?.[0] ?? IN_YEAR.exec(named)?.[0] ?? '')
  return { time, isLast, stage: PLANNED.test(named) ? 'planned' : SPENT.test(named) ? 'spent' : '' }
}

/** What a change is told to be from by its own words; null where they name nothing. The year before is that of the document, or of the year that its sentence names. */
export function baseOf(fact: ProseFact, fiscalYear: number | null): Base | null {
  const year = fiscalYear ?? (Number.parseInt(yearSaid(fact) ?? '', 10) || null)
  return baseIn(fact.label, year === null ? '' : `${year - 1}`)
}

/** What it is from by the clauses before it where its own words name nothing: 与上年相比,公务接待费减少…. */
export function baseAround(fact: ProseFact, fiscalYear: number | null): Base | null {
  const clauses = fact.before.split(/[,;:。]/).map(label => baseOf({ ...fact, label }, fiscalYear))
  return baseOf(fact, fiscalYear) ?? clauses.findLast(base => base !== null) ?? null
}

/** Whether a change is from another year than the one before that of the document. */
export function isSinceOtherYear(fact: ProseFact, fiscalYear: number | null): boolean {
  const { time = '', isLast = true } = baseAround(fact, fiscalYear) ?? {}
  return fiscalYear !== null && !isLast && /^20\d\d$/.test(time) && time !== `${fiscalYear - 1}`
}

/** Whether a change tells itself from what it is. */
export const namesBase = (fact: ProseFact): boolean => baseOf(fact, null) !== null

/** Whether two changes are from one time, and what was planned or spent then, as far as both say; one that names nothing is from what the other is. */
export const areOfOneBase = (one: Base | null, other: Base | null): boolean =>
  one === null ||
  other === null ||
  (((one.isLast && other.isLast) || one.time === other.time) &&
    (one.stage === other.stage || one.stage === '' || other.stage === ''))

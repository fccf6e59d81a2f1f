import type { Dataset } from '../../budget/dataset.ts'
import { type AmountCell, inUnit, type Money } from '../../budget/money/amount.ts'
import { isOfBudget, isTold, type ProseFact, yearIn } from '../../budget/prose/prose.ts'
import {
  type PrintedSangong,
  SANGONG_PARTS,
  type SangongChange,
  type SangongFigure,
  type SangongMeasure,
  type SangongPart,
} from '../../budget/sangong/sangong.ts'
import { isOfOwnOffice } from '../relations/said/facts.ts'
import { isSaidOf, measureOf, sangongKey } from '../relations/said/said-sangong.ts'

/** Nothing is said of the year before. */
export const NO_CHANGE: SangongChange = { previous: null, change: null, growth: null }

/** What a figure is compared with when it is compared with the year before. */
export const SINCE = /同比|[比较与同和](?:上年|去年|上一年|上年度|(20\d\d)年)/

/** Figures by the parts of 三公. */
export type Parts = Readonly<Partial<Record<SangongPart, SangongFigure>>>

/** The parts of 三公 that have a figure. */
export const partsFrom = (of: (part: SangongPart) => SangongFigure | null | undefined): Parts =>
  Object.fromEntries(
    SANGONG_PARTS.flatMap(part => {
      const figure = of(part)
      return figure ? [[part, figure]] : []
    }),
  )

/** So many 分 as money, as exact as another figure and in its unit. */
export const moneyLike = (fen: bigint, { unit, step }: Pick<Money, 'unit' | 'step'>): Money => ({
  value: inUnit(fen, unit),
  unit,
  fen,
  step,
})

/** An amount of a cell with its place; null where it is no money. */
export const figureOfCell = (amount: AmountCell | undefined): SangongFigure | null =>
  amount?.money ? { money: amount.money, page: amount.cell.page, box: amount.cell.box } : null

/** An amount that a sentence states, negative where it says that something became less. */
export function figureOfFact(fact: ProseFact): SangongFigure | null {
  const { fen, page, box, direction } = fact
  return fen === null ? null : { money: moneyLike(direction === 'less' ? -fen : fen, fact), page, box }
}

/** The year before, the difference and the growth of the total as a table prints them. */
export const changeOfTable = ({ previous, change, growth }: PrintedSangong): SangongChange => ({
  previous: figureOfCell(previous.total),
  change: figureOfCell(change.total),
  growth: growth.total ?? null,
})

/** The growth that is told behind a change, in its sentence and before the next one. */
function growthBehind(change: ProseFact, behind: readonly ProseFact[]): string | null {
  const next = behind.findIndex(fact => fact.kind === 'change')
  const growth = behind
    .slice(0, next < 0 ? undefined : next)
    .find(fact => fact.kind === 'growth' && fact.unit === '%' && fact.direction !== null && fact.sentence === change.sentence)
  return growth === undefined ? null : `${growth.direction === 'less' ? '-' : ''}${growth.value}`
}

/** What is said to have changed, before what it is compared with. */
const changedIn = (label: string): string => label.split(/[比较与同]/)[0] ?? ''

/** The year before, the difference and the growth as the sentence of a total states them, and what speaks of that total. */
function changeBeside({ prose, metadata }: Dataset, total: ProseFact, measure: SangongMeasure): SangongChange {
  const at = prose.indexOf(total)
  const own = prose.slice(at + 1).filter(fact => fact.kind !== 'year' && fact.sentence === total.sentence)
  const other = own.findIndex((fact, behind) => isTold(fact, own[behind - 1] ?? total))
  const compared = other < 0 ? own : own.slice(0, other)
  const isSame = (fact: ProseFact): boolean => fact.subject === total.subject && isOfYearBefore(fact, metadata.fiscalYear)
  const base = compared.find(fact => fact.kind === 'amount' && (isSinceYearBefore(fact, metadata.fiscalYear) || isSame(fact)))
  const previous = base === undefined ? null : figureOfFact(base)
  const about = prose.slice(base === undefined ? 0 : prose.indexOf(base)).filter(fact => fact.of === at && !fact.aside)
  const isOther = ({ label }: ProseFact): boolean => measure === 'final' && isOfBudget(changedIn(label))
  const isChange = (fact: ProseFact): boolean => fact.kind === 'change' && !isOther(fact)
  const change = about.find(fact => isChange(fact) && (base !== undefined || isSinceYearBefore(fact, metadata.fiscalYear)))
  if (change === undefined) return { ...NO_CHANGE, previous }
  const growth = growthBehind(change, about.slice(about.indexOf(change) + 1))
  return { previous, change: figureOfFact(change), growth }
}

/** The difference and the growth as a sentence states them that does not tell the total: 2025年度“三公”经费支出决算数比2024年度减少…. */
function changeApart(dataset: Dataset, measure: SangongMeasure): SangongChange {
  const { prose, metadata } = dataset
  const isOfTotal = (fact: ProseFact): boolean => {
    const year = yearIn({ label: changedIn(fact.label) })
    return (
      fact.kind === 'change' &&
      fact.of === null &&
      !fact.aside &&
      sangongKey(fact.subject) === 'total' &&
      measureOf(dataset, changedIn(fact.label)) === measure &&
      (year === undefined || year === `${metadata.fiscalYear}`) &&
      isSinceYearBefore(fact, metadata.fiscalYear) &&
      isOfOwnOffice(dataset, fact)
    )
  }
  const change = prose.find(isOfTotal)
  if (change === undefined) return NO_CHANGE
  const growth = growthBehind(change, prose.slice(prose.indexOf(change) + 1))
  return { previous: null, change: figureOfFact(change), growth }
}

/** The year before, the difference and the growth as the sentences about the total state them: the one that tells it, any that tells it again, or one that tells its change alone. */
export function changeOfProse(dataset: Dataset, total: ProseFact, measure: SangongMeasure): SangongChange {
  const isAgain = (fact: ProseFact): boolean =>
    fact !== total && fact.fen === total.fen && sangongKey(fact.subject) === 'total' && isSaidOf(dataset, measure, fact)
  const told = [total, ...dataset.prose.filter(isAgain)].map(fact => changeBeside(dataset, fact, measure))
  const all = [...told, changeApart(dataset, measure)]
  const changed = all.find(({ change }) => change !== null) ?? NO_CHANGE
  const previous = changed.previous ?? all.find(one => one.previous !== null)?.previous ?? null
  return { ...changed, previous }
}

/** Whether an amount is said to be that of the year before: 2025年预算数为…. */
const isOfYearBefore = ({ label }: ProseFact, fiscalYear: number | null): boolean =>
  /^(?:上年|去年|上一年)/.test(label) || (fiscalYear !== null && label.startsWith(`${fiscalYear - 1}年`))

/** What a figure is compared with where that is the clause before it: 与上年相比,“三公”经费减少…. */
const COMPARED_CLAUSE = /[^,;:。]*(?:相比|比较),[^,;:。]*$/

function isSinceYearBefore({ label, before }: ProseFact, fiscalYear: number | null): boolean {
  const [match, year] = SINCE.exec(COMPARED_CLAUSE.exec(before)?.[0] ?? label) ?? []
  return match !== undefined && (year === undefined || (fiscalYear !== null && year === `${fiscalYear - 1}`))
}

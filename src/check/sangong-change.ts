import type { Dataset } from '../budget/dataset.ts'
import { type AmountCell, inUnit, type Money } from '../budget/money/amount.ts'
import { isTold, type ProseFact } from '../budget/prose/prose.ts'
import {
  type PrintedSangong,
  SANGONG_PARTS,
  type SangongChange,
  type SangongFigure,
  type SangongPart,
} from '../budget/sangong/sangong.ts'

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

/** The year before, the difference and the growth as the sentences about the total state them. */
export function changeOfProse({ prose, metadata }: Dataset, total: ProseFact): SangongChange {
  const at = prose.indexOf(total)
  const own = prose.slice(at + 1).filter(fact => fact.kind !== 'year' && fact.sentence === total.sentence)
  const other = own.findIndex((fact, behind) => isTold(fact, own[behind - 1] ?? total))
  const compared = other < 0 ? own : own.slice(0, other)
  const isSame = (fact: ProseFact): boolean => fact.subject === total.subject && isOfYearBefore(fact, metadata.fiscalYear)
  const base = compared.find(fact => fact.kind === 'amount' && (isSinceYearBefore(fact, metadata.fiscalYear) || isSame(fact)))
  const previous = base === undefined ? null : figureOfFact(base)
  const about = prose.slice(base === undefined ? 0 : prose.indexOf(base)).filter(fact => fact.of === at && !fact.aside)
  const change = about.find(
    fact => fact.kind === 'change' && (base !== undefined || isSinceYearBefore(fact, metadata.fiscalYear)),
  )
  if (change === undefined) return { ...NO_CHANGE, previous }
  const behind = about.slice(about.indexOf(change) + 1)
  const next = behind.findIndex(fact => fact.kind === 'change')
  const growth = behind
    .slice(0, next < 0 ? undefined : next)
    .find(fact => fact.kind === 'growth' && fact.unit === '%' && fact.direction !== null && fact.sentence === change.sentence)
  return {
    previous,
    change: figureOfFact(change),
    growth: growth === undefined ? null : `${growth.direction === 'less' ? '-' : ''}${growth.value}`,
  }
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

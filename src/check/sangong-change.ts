import { inUnit } from '../budget/amount.ts'
import type { AmountCell, Dataset } from '../budget/dataset.ts'
import type { ProseFact } from '../budget/prose.ts'
import type { PrintedSangong, SangongChange, SangongFigure } from '../budget/sangong.ts'

/** Nothing is said of the year before. */
export const NO_CHANGE: SangongChange = { previous: null, change: null, growth: null }

/** What a figure is compared with when it is compared with the year before. */
const SINCE = /[比较与同和](?:上年|去年|上一年|上年度|(20\d\d)年)/

/** An amount of a cell with its place; null where it is no money. */
export const figureOfCell = ({ money, cell }: AmountCell): SangongFigure | null =>
  money && { money, page: cell.page, box: cell.box }

/** An amount that a sentence states, negative where it says that something became less. */
export function figureOfFact({ fen, unit, step, page, box, direction }: ProseFact): SangongFigure | null {
  if (fen === null) return null
  const signed = direction === 'less' ? -fen : fen
  return { money: { value: inUnit(signed, unit), unit, fen: signed, step }, page, box }
}

/** The year before, the difference and the growth of the total as a table prints them. */
export function changeOfTable({ previous, change, growth }: PrintedSangong): SangongChange {
  const figure = (cell: AmountCell | undefined): SangongFigure | null => (cell ? figureOfCell(cell) : null)
  return { previous: figure(previous.total), change: figure(change.total), growth: growth.total ?? null }
}

/** The difference to the year before and the growth as the sentences about the total state them; the year before itself they hardly ever name. */
export function changeOfProse({ prose, metadata }: Dataset, total: ProseFact): SangongChange {
  const at = prose.indexOf(total)
  const about = prose.filter(fact => fact.of === at && fact.sentence === total.sentence)
  const change = about.find(fact => fact.kind === 'change' && isSinceYearBefore(fact, metadata.fiscalYear))
  if (change === undefined) return NO_CHANGE
  const growth = about.find(fact => fact.kind === 'growth' && fact.direction !== null)
  return {
    previous: null,
    change: figureOfFact(change),
    growth: growth === undefined ? null : `${growth.direction === 'less' ? '-' : ''}${growth.value}`,
  }
}

function isSinceYearBefore({ label }: ProseFact, fiscalYear: number | null): boolean {
  const [match, year] = SINCE.exec(label) ?? []
  return match !== undefined && (year === undefined || (fiscalYear !== null && year === `${fiscalYear - 1}`))
}

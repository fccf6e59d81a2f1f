import type { Box } from '../../geometry.ts'
import type { AmountCell, Money } from '../money/amount.ts'

/** Parts of 三公 in the order of the tables. */
export const SANGONG_PARTS = ['total', 'abroad', 'vehicles', 'purchase', 'running', 'reception'] as const
export type SangongPart = (typeof SANGONG_PARTS)[number]

/** Whether 三公 is what was planned or what was spent; unknown where neither the document nor its words say so. */
export type SangongMeasure = 'budget' | 'final' | 'unknown'

/** A figure of 三公 with its place. */
export interface SangongFigure {
  readonly money: Money
  readonly page: number
  readonly box: Box
}

/** How the total compares with the year before, as printed; a change is negative where less is spent. */
export interface SangongChange {
  readonly previous: SangongFigure | null
  readonly change: SangongFigure | null
  /** A decimal number of per cent. */
  readonly growth: string | null
}

/** 三公 of a year from one table, of all of them together with what the narrative says, or from sentences alone where no table tells it. */
export interface Sangong extends SangongChange {
  readonly fund: 'general' | 'government-fund' | 'all'
  readonly measure: SangongMeasure
  /** The year it is of, where that is another than the document's. */
  readonly year?: number
  readonly parts: Readonly<Partial<Record<SangongPart, SangongFigure>>>
  /** What the narrative says of the total; of all funds together, or of the fund whose total it tells. */
  readonly narrative: SangongFigure | null
}

/** What stands in tables of 三公: its parts, and 会议费 and 培训费 beside them. */
export type PrintedPart = SangongPart | 'meeting' | 'training'

/** 三公 of one fund and measure as a table prints it; fund `fiscal` where it is of that which the table is of, null where it is of all money of the table. */
export interface PrintedSangong {
  readonly fund: 'general' | 'government-fund' | 'fiscal' | null
  readonly measure: 'budget' | 'final'
  readonly parts: Readonly<Partial<Record<PrintedPart, AmountCell>>>
  /** The same of the year before, where the table prints it beside, … */
  readonly previous: Readonly<Partial<Record<PrintedPart, AmountCell>>>
  /** … and whether that was planned or spent: a budget may print what was spent of the last one. */
  readonly previousMeasure: 'budget' | 'final'
  /** The difference between the two as printed, with its printed sign. */
  readonly change: Readonly<Partial<Record<PrintedPart, AmountCell>>>
  /** The growth as printed, a decimal number of per cent. */
  readonly growth: Readonly<Partial<Record<PrintedPart, string>>>
}

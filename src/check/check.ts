import type { Sangong } from '../budget/sangong/sangong.ts'
import type { CellPlace, Finding, Verdict } from '../finding.ts'
import type { Box } from '../geometry.ts'

/** How an identity came out. */
export type Outcome = 'holds' | 'rounding' | 'broken' | 'not-evaluable'

/** One figure of a side, with the place it stands at. */
export interface Term {
  readonly sign: 1n | -1n
  readonly fen: bigint
  /** 分 of one step of the last printed place; 0 when nothing is printed. */
  readonly step: bigint
  readonly text: string
  readonly unit: string
  readonly page: number
  readonly box: Box
  /** Null for a figure of the prose. */
  readonly place: CellPlace | null
  /** Whether the text of the PDF itself, and not a recognised picture, vouches for it. */
  readonly certain: boolean
}

/** One side of an identity. */
export interface Side {
  readonly label: string
  readonly terms: readonly Term[]
}

/** That figures differ in their last printed place by more than rounding makes. */
export const LAST_PLACE = 'the last place differs by more than rounding makes'

/** One identity tried in one place. */
export interface Check {
  readonly identity: string
  /** Where: table, row, column or words. */
  readonly instance: string
  readonly outcome: Outcome
  readonly verdict: Verdict
  readonly left: Side
  readonly right: Side
  /** Left minus right in 分 (for shares and counts: in hundredths); null when it could not be evaluated. */
  readonly difference: bigint | null
  readonly tolerance: bigint
  readonly unit: string
  readonly tables: readonly string[]
  /** Figures a percentage was worked out from, which are on no side. */
  readonly from?: { readonly part: readonly Term[]; readonly whole: readonly Term[] }
  /** Why it could not be evaluated, or anything else a reader should know. */
  readonly note: string | null
}

/** A figure that no identity goes through. */
export interface Unguarded extends CellPlace {
  readonly text: string
  readonly page: number
  /** Key or header of its column, or its label in a form. */
  readonly name: string
}

/** How many figures of the standard tables are guarded by at least one identity that holds, or fails for a known reason. */
export interface Coverage {
  readonly figures: number
  readonly guarded: number
  readonly unguarded: readonly Unguarded[]
}

/** What the identities say about a document. */
export interface Checked {
  readonly checks: readonly Check[]
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
  /** How many relations vouch for a figure, by the name of its place; those that none vouches for are left out. */
  readonly vouched: ReadonlyMap<string, number>
  readonly sangong: readonly Sangong[]
}

/** The name of the place of a figure: its cell, or its place in the prose. */
export const placeName = ({ place, page, box }: Term): string => (place ? cellName(place) : `p.${page}\u0000${box.join(' ')}`)

/** The name of the place of a cell. */
export const cellName = ({ table, row, column }: CellPlace): string => `${table}\u0000${row}\u0000${column}`

/** Figures added up, signs applied. */
export const addedUp = (terms: readonly Term[]): bigint => terms.reduce((sum, { sign, fen }) => sum + sign * fen, 0n)

/** Whether figures are the same, or differ by rounding alone. */
export const isHeld = ({ outcome }: Pick<Check, 'outcome'>): boolean => outcome === 'holds' || outcome === 'rounding'

/** Figures that a percentage was worked out from. */
export const fromOf = ({ from }: Pick<Check, 'from'>): readonly Term[] => (from ? [...from.part, ...from.whole] : [])

/** Figures on a side added up, signs applied. */
export const sumOf = ({ terms }: Side): bigint => addedUp(terms)

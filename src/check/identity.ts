import type { FindingCode } from './codes.ts'

/** Words in both languages. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** A line of a table: its role or key, and on which side of a ledger. */
export interface LineChoice {
  readonly line: string
  readonly side?: 'income' | 'expense'
}

/** Figures in a table of one of some kinds; a column of the key, or the main column. */
export interface Choice extends LineChoice {
  readonly kinds: readonly string[]
  readonly column: string
  /** Counts as 0 when the table is there and the line is not. */
  readonly optional?: boolean
}

interface Common {
  readonly id: string
  readonly name: Words
  readonly explanation: Words
  /** True by the meaning of its own words, wherever it is said: it need not be seen to hold in other places. */
  readonly byDefinition?: boolean
  /** Code of the finding where it fails, when it has one of its own. */
  readonly code?: FindingCode
}

/** Inside a row: the whole column is the sum of its parts (header groups, and families of columns that add up). */
export interface RowSum extends Common {
  readonly form: 'row-sum'
  readonly kinds: readonly string[] | 'any'
}

/** Down a column: a line is the sum of its children; totals the sum of what stands at the top. */
export interface TreeSum extends Common {
  readonly form: 'tree-sum'
  readonly kinds: readonly string[] | 'any'
}

/** Copies of the total (the row without label, the row of the only unit). */
export interface Copies extends Common {
  readonly form: 'copies'
  readonly kinds: readonly string[] | 'any'
}

/** Items of 三公 printed one below the other: their total by the meaning of their names. */
export interface SangongSum extends Common {
  readonly form: 'sangong'
  readonly kinds: readonly string[]
}

/** Some figures added up equal some others; `same` when each side is one printed figure. */
export interface Equal extends Common {
  readonly form: 'equal'
  readonly comparison: 'same' | 'sum'
  readonly left: readonly Choice[]
  readonly right: readonly Choice[]
  /** Tried only when the income table shows no money but 财政拨款 (and nothing carried over). */
  readonly when?: 'only-fiscal' | 'only-fiscal-and-no-carry'
  /** Tables may leave out what is carried over: with money carried over, a difference proves nothing. */
  readonly unlessCarry?: boolean
  /** Tried only when these figures are there and not blank, or blank; else the precondition is not certain. */
  readonly only?: readonly { readonly choice: Choice; readonly is: 'zero' | 'nonzero' }[]
}

/** The same subjects in two tables, code by code. */
export interface ByCode extends Common {
  readonly form: 'by-code'
  readonly left: { readonly kinds: readonly string[]; readonly column: string; readonly side?: 'income' | 'expense' }
  readonly right: { readonly kinds: readonly string[]; readonly column: string; readonly side?: 'income' | 'expense' }
  readonly codes: 'class' | 'all'
  /** Compare only when the totals of both columns agree: only then are both about the same money. */
  readonly totalsAgree: boolean
}

/** Worked out by a rule of its own (prose, performance goals), named here so that the list is whole. */
export interface Special extends Common {
  readonly form: 'prose' | 'performance'
}

/** One accounting identity. */
export type Identity = RowSum | TreeSum | SangongSum | Copies | Equal | ByCode | Special

/** An identity that is true by the meaning of its own words. */
export const byDefinition = (identity: Identity): Identity => ({ ...identity, byDefinition: true })

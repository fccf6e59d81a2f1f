import type { BudgetTable, Line } from '../../../budget/dataset.ts'
import { type AmountCell, magnitude } from '../../../budget/money/amount.ts'
import type { ProseFact } from '../../../budget/prose/prose.ts'
import type { Verdict, Words } from '../../../finding.ts'
import type { Cell } from '../../../table/table.ts'
import { type Check, sumOf, type Term } from '../../check.ts'
import type { Direction } from '../../declared/identity.ts'
import type { FindingCode } from '../../finding-codes.ts'
import { slipsOf } from '../../slip.ts'
import type { Culprit } from '../culprit.ts'
import { directionOf } from '../kin.ts'
import type { Pieces } from '../pieces.ts'
import type { Shifted } from '../shifted.ts'

/** What is known of a document besides the check that failed. */
export interface Scene {
  /** Relations through each figure, by the name of its place. */
  readonly through: ReadonlyMap<string, readonly Check[]>
  readonly table: (id: string) => BudgetTable | undefined
  /** The fact of the narrative that a figure is; undefined for one in a table. */
  readonly fact: (term: Term) => ProseFact | undefined
  /** Names of the figures that percentages which hold are worked out from. */
  readonly worked: ReadonlySet<string>
  /** Figures told in the sentences around one. */
  readonly around: (fact: ProseFact) => readonly ProseFact[]
  /** Figures on the pages of a table and beside them that are printed and stand in no amount of a standard table, in 分. */
  readonly loose: (table: string) => ReadonlySet<bigint>
  /** Figures with a decimal point in headers of tables, in 分. */
  readonly heads: ReadonlySet<bigint>
  /** The amounts of a table by their row and column. */
  readonly amounts: (table: string) => ReadonlyMap<string, AmountCell>
  /** The cells of a table by the row they begin in. */
  readonly rows: (table: string) => ReadonlyMap<number, readonly Cell[]>
  /** Columns of a table that have a text which was read as no amount, and rows that have one in a column of amounts. */
  readonly unread: (table: string) => { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> }
  /** Whether a page between those of a table, or the one behind its last where the document has one, belongs to no table: a page of it may be missing. */
  readonly isOpen: (table: string) => boolean
  /** Relations that fail through figures of a table. */
  readonly broken: (table: string) => readonly Check[]
  /** Relations through figures of a table that do not hold and cannot be judged. */
  readonly open: (table: string) => readonly Check[]
  /** Relations that hold through figures of a table. */
  readonly held: (table: string) => readonly Check[]
  /** The figure that alone explains why a relation fails; null when none does or several could. */
  readonly culprit: (check: Check) => Culprit | null
  /** Relations that fail for a figure, by the name of its place. */
  readonly blamed: (place: string) => readonly Check[]
  /** Tables whose amounts slipped against the names of their rows. */
  readonly shifted: readonly Shifted[]
  /** Tables that may not be whole. */
  readonly pieces: Pieces
  /** Amounts of tables of which nobody knows what they are, in 分. */
  readonly unknown: ReadonlySet<bigint>
  /** Figures of money carried over from or to another year, in 分. */
  readonly carried: ReadonlySet<bigint>
  /** Amounts of the narrative, in 分. */
  readonly said: ReadonlySet<bigint>
  /** Whether a table prints an amount too, as far as the places of a figure of the narrative tell it. */
  readonly isPrinted: (term: Term) => boolean
  /** Pages on which the narrative names a basis of percentages. */
  readonly bases: readonly number[]
  /** Whether the document says that it leaves out money of secrets. */
  readonly withholds: boolean
  /** Whether the percentages of the document hold to their last place, all but a few. */
  readonly isExact: boolean
  /** How many different gaps the relation of a check leaves in its table, in 分: a misprint leaves one, carried up through its totals. */
  readonly gaps: (check: Check) => number
  /** Two digits whose exchange, in all figures, mends nearly all that fails: a fault of the font, not of the sums. */
  readonly swapped: readonly [string, string] | null
}

/** Another way to explain why a relation fails than that the document contradicts itself, with what a reader is told about it. */
export interface Rival extends Words {
  readonly name: string
  /** Relations it is tried against, by the way they run; all where it names none. */
  readonly against?: readonly Direction[]
  /** Code of the finding where this explains it, when it has one of its own. */
  readonly code?: FindingCode
  /** What a check is when this explains it, where it is not only unexplained. */
  readonly verdict?: Extract<Verdict, 'rounding' | 'extraction-suspect'>
  /** Whether relations that go through one figure in two ways and ask for the same change of it outweigh it. */
  readonly outweighed?: true
  /** Whether it has figures in the wrong places: a sum with its total among its parts is the same wherever its rows stand. */
  readonly moves?: true
  /** Whether it is about a whole table: all that one identity finds there is then told once. */
  readonly isOfTable?: boolean
  readonly explains: (check: Check, scene: Scene) => boolean
}

/** The figures a percentage is worked out from. */
export type Basis = NonNullable<Check['from']>

/** Figures a percentage is worked out from, by what they are and not where they stand. */
export const basisName = ({ part, whole }: Basis): string =>
  [part, whole].map(terms => terms.map(({ sign, fen }) => sign * fen).join('+')).join('/')

/** The size of the difference of a check, in 分 or hundredths. */
export const gapOf = ({ difference }: Check): bigint => magnitude(difference ?? 0n)

/** Whether parts are more than their whole: none of them is missing then. */
export const isOver = ({ left, right }: Check): boolean => magnitude(sumOf(right)) > magnitude(sumOf(left))

/** Whether a figure is as large as a gap, as far as rounding lets them differ. */
export const isGap = (figure: bigint, check: Check): boolean =>
  figure !== 0n && magnitude(magnitude(figure) - gapOf(check)) <= check.tolerance

/** The line of a table that a figure of a check stands in. */
export function lineOfTerm(term: Term | undefined, scene: Scene): Line | undefined {
  const place = term?.place
  if (!place) return undefined
  return scene.table(place.table)?.lines.find(({ row, amounts }) => row === place.row && amounts.has(place.column))
}

/** The lines of tables that figures of a check stand in. */
export const linesOfTerms = (terms: readonly Term[], scene: Scene): readonly Line[] =>
  terms.flatMap(term => lineOfTerm(term, scene) ?? [])

/** What happens by chance less often than one time in so many is no chance. */
export const CHANCE = 20

/**
 * Whether a gap is one of some figures, and not by chance: where they are so many that a slip of the pen in the whole would leave
 * one of them more often than one time in twenty, nothing follows from it.
 */
export function isAmong(figures: ReadonlySet<bigint>, check: Check): boolean {
  if (![...figures].some(figure => isGap(figure, check))) return false
  const gaps = slipsOf(check)
  return !gaps.includes(gapOf(check)) || gaps.filter(gap => figures.has(gap)).length * CHANCE <= gaps.length
}

/** Whether two checks fail by the same amount, as far as rounding lets them differ. */
export const isSameGap = (one: Check, other: Check): boolean =>
  magnitude(gapOf(one) - gapOf(other)) <= one.tolerance + other.tolerance

/** Whether a rival is tried against a relation and explains it. */
export const explains = ({ against, explains }: Rival, check: Check, scene: Scene): boolean =>
  (against === undefined || against.includes(directionOf(check))) && explains(check, scene)

import type { Decision } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import type { Box } from '../geometry.ts'
import type { Table } from '../table/table.ts'
import type { AmountCell, UnitSource } from './money/amount.ts'
import type { ProseFact } from './prose/prose.ts'
import type { PrintedSangong } from './sangong/sangong.ts'
import type { CodeKind, ListedKind } from './subjects/code.ts'

/** What a column holds. */
export type ColumnRole = 'code' | 'unit-code' | 'name' | 'amount' | 'sequence' | 'text'

/** A subject of 部门预算支出经济分类 that heads a column. */
export interface ColumnSubject {
  readonly code: string
  readonly name: string
}

/** A column with its meaning. */
export interface BudgetColumn {
  readonly index: number
  readonly path: readonly string[]
  readonly role: ColumnRole
  /** Canonical name, groups before leaves: `current.gpb.basic`; null when no word of the header is known. */
  readonly key: string | null
  /** The economic subject that its heads name, in a table whose columns are subjects; null elsewhere. */
  readonly subject: ColumnSubject | null
  /** Which of the lists standing side by side it belongs to. */
  readonly list: number
  /** The head that names the unit of its figures; null where none does, and the unit is that of the table. */
  readonly unit: UnitNamed | null
}

/** A place that names a unit of money. */
export interface UnitNamed {
  readonly where: UnitSource
  readonly unit: string
  /** What is printed there, and where; null for what all tables of a document say together. */
  readonly text: string | null
  readonly page: number | null
  readonly box: Box | null
}

/** The unit of a table with what it rests on. */
export interface UnitReading {
  readonly chosen: UnitNamed
  /** All that names a unit for the whole table, the chosen place among it. */
  readonly places: readonly UnitNamed[]
  readonly decision: Decision
}

/** What a row is. */
export type RowRole =
  | 'total'
  | 'blank-total'
  | 'unit'
  | 'class'
  | 'section'
  | 'item'
  | 'project'
  | 'subtotal'
  | 'carry'
  | 'balance'
  | 'memo'
  | 'blank'
  | 'text'

/** A code of one list of subjects beside that of another in a row, with its name where one is printed. */
export interface CodeBeside {
  readonly kind: ListedKind
  readonly code: string
  readonly name: string | null
}

/** One row of one list: 表1 has two lists side by side, so two lines a row. */
export interface Line {
  readonly row: number
  readonly list: number
  readonly role: RowRole
  /** Printed label without white space. */
  readonly label: string
  /** Name without numbering and code. */
  readonly name: string
  /** Canonical name of the label: `income.grand`, `gpb`; null when the words are not known. */
  readonly key: string | null
  /** Full 科目编码 as text, or null. */
  readonly code: string | null
  readonly codeKind: CodeKind | null
  /** What the code is called where the line is called something else, the 功能科目 of a project; null where it goes by its name. */
  readonly codeName: string | null
  /** Whether the code was concluded from the rows below and not printed. */
  readonly codeInferred: boolean
  /** Codes of other lists of subjects that the row prints beside its own: 政府预算支出经济分类 beside 部门预算支出经济分类. */
  readonly codesBeside: readonly CodeBeside[]
  readonly unitCode: string | null
  /** How deep it stands in the tree of its list; null where the tree is unknown because nothing in it adds up. */
  readonly depth: number | null
  /** Index in `lines` of the line it is a part of, or null. */
  readonly parent: number | null
  /** By column. */
  readonly amounts: ReadonlyMap<number, AmountCell>
}

/** A row that is the sum of others, as the tree of its list has it; rows are indices in `lines`. */
export interface RowSum {
  readonly whole: number
  readonly parts: readonly number[]
  /** Rows below it in the tree, or a total over rows beside it. */
  readonly what: 'children' | 'total'
  /** Amount columns with figures in which it holds within the printed places, and in which it does not. */
  readonly held: number
  readonly broken: number
}

/** The reason of a kind that no reading gave. */
export const TOLD_KIND = 'a person said so'

/** What is decided about the meaning of a table, beside how it came to be. */
export const MEANING_DECISIONS: readonly string[] = ['tree of rows', 'kind of table', 'unit of money']

/** The tree of a list: which rows are parts of which, and what decided. */
export interface RowTree {
  readonly decision: Decision
  /** What proves it: its sums; or codes and numbers on all its rows, or that nothing knows another one; null where nothing does and no sum of it may be held against the document. */
  readonly proof: 'sums' | 'labels' | null
  readonly sums: readonly RowSum[]
  /** Where another tree is nearly as likely: the lines that it puts elsewhere, and under which; indices in `lines`, null for the top. */
  readonly doubts: readonly { readonly row: number; readonly other: number | null }[]
}

/** An amount of a form with the label it belongs to, and the head of its column where it stands under one: 年度资金总额 under 全年执行数. */
export interface FormAmount {
  readonly label: string
  readonly head: string | null
  /** What both say of the money, as the keys of columns and rows do: fiscal.basic. */
  readonly key: string | null
  readonly amount: AmountCell
}

/** A table with its meaning. */
export interface BudgetTable {
  readonly table: Table
  /** Id in the catalogue of standard tables, or null. */
  readonly kind: string | null
  readonly kindEvidence: readonly string[]
  readonly kindDecision: Decision
  /** The unit of its figures where no column, row or cell names another; null where nothing tells it. */
  readonly unit: string | null
  readonly unitReading: UnitReading | null
  readonly columns: readonly BudgetColumn[]
  readonly lines: readonly Line[]
  readonly trees: readonly RowTree[]
  /** 三公 as a table of it prints them, one a fund and measure. */
  readonly sangong: readonly PrintedSangong[]
  /** Figures of money in a form, which has labels and no columns. */
  readonly formAmounts: readonly FormAmount[]
  /** 收入 or 支出, for each list. */
  readonly sides: readonly ('income' | 'expense' | null)[]
}

/** What a table is called where it is spoken of: its title, else its id. */
export const nameOf = ({ table }: Pick<BudgetTable, 'table'>): string => table.title ?? table.id

/** All that was decided about a table: how it came to be, what it is, in which unit, and which of its rows are parts of which. */
export const decisionsOf = ({ table, kindDecision, unitReading, trees }: BudgetTable): Decision[] => [
  ...table.decisions,
  kindDecision,
  ...(unitReading === null ? [] : [unitReading.decision]),
  ...trees.map(({ decision }) => decision),
]

/** What the document says about itself. */
export interface Metadata {
  readonly department: string | null
  readonly departmentCode: string | null
  readonly region: string | null
  readonly regionCode: string | null
  readonly fiscalYear: number | null
  readonly kind: 'budget' | 'final-accounts' | 'other' | null
  /** Whose money it tells: a department's with its units, that of one unit, or the whole of a government. */
  readonly scope: 'department' | 'unit' | 'government' | null
}

/** One row of a table of performance goals. */
export interface Indicator {
  readonly table: string
  readonly row: number
  readonly page: number
  readonly box: Box
  readonly sequence: number
  readonly project: string | null
  /** What goals of several years that stand beside those of the year are for, as printed; null for those of the year. */
  readonly term: string | null
  readonly level1: string | null
  readonly level2: string | null
  readonly level3: string | null
  /** ＝, ≥, ≤, 定性 … as printed, half width. */
  readonly operator: string | null
  readonly value: string | null
  readonly unit: string | null
  readonly weight: string | null
  readonly direction: string | null
  /** What the goal came to, its score and why it was missed, as printed; null in a plan. */
  readonly actual: string | null
  readonly score: string | null
  readonly reason: string | null
  readonly places: readonly { readonly row: number; readonly column: number }[]
}

/** A figure on a page that stands in no table: a caption, prose, or what a table lost. */
export interface StrayFigure {
  readonly page: number
  readonly text: string
}

/** A document with its meaning: tables, prose, performance goals. */
export interface Dataset {
  readonly metadata: Metadata
  readonly tables: readonly BudgetTable[]
  readonly prose: readonly ProseFact[]
  readonly indicators: readonly Indicator[]
  readonly stray: readonly StrayFigure[]
  /** The last page of the document; null where that is not known. */
  readonly lastPage: number | null
  readonly findings: readonly Finding[]
}

/** What is known of a document beside its tables. */
export type Known = Pick<Dataset, 'metadata' | 'prose' | 'stray' | 'lastPage'>

/**
 * So many rows of figures without a name are rows that nobody can tell apart. One alone is a total, or all that a table has: 101 of
 * 2,127 tables of published and drawn documents have one, and a single table more, whose second page had lost its columns of names.
 */
const LEAST_UNNAMED = 2

/** Whether a row has a figure of money, and not merely blanks and dashes. */
export const hasFigures = ({ amounts }: Pick<Line, 'amounts'>): boolean =>
  [...amounts.values()].some(({ money }) => money !== null)

/** Whether a line has figures that neither a text nor a code names. */
export const isUnnamed = (line: Line): boolean =>
  line.label === '' && line.code === null && line.unitCode === null && line.role === 'item' && hasFigures(line)

/** The rows of figures of each list of a table that nothing names, where there are several: some may be the rests of figures above them. */
export const unnamedRows = ({ lines }: BudgetTable): readonly (readonly Line[])[] =>
  [...Map.groupBy(lines.filter(isUnnamed), ({ list }) => list).values()].filter(rows => rows.length >= LEAST_UNNAMED)

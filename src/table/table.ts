import type { Decision } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import type { Box } from '../geometry.ts'
import type { Covered, Text } from '../grid/grid.ts'
import type { Glyph } from '../page/page.ts'

/** Part of a page. */
export interface Region {
  readonly page: number
  readonly box: Box
}

/** A leaf column. */
export interface Column {
  readonly index: number
  /** Header texts from top to bottom, each once; empty for a form. */
  readonly path: readonly string[]
}

/** A cell of a joined table; rows count from the first header row, headers repeated on later pages removed. */
export interface Cell extends Text, Covered, Region {
  /** What the program read where a person put another text in its place. */
  readonly firstReading?: string | undefined
}

/** A label of a form and the value beside it. */
export interface FormField {
  /** The label, behind that of the rows it stands in where there is one. */
  readonly path: readonly string[]
  readonly value: string
  /** Place of the value. */
  readonly row: number
  readonly column: number
}

/** Rows of a form that have columns of their own: tasks, funds, goals, indicators. */
export interface FormBlock {
  readonly label: string | null
  /** Row of the column labels. */
  readonly row: number
  readonly columns: readonly string[]
  /** Texts by row and column; merged cells stand in each row they cover. */
  readonly rows: readonly (readonly string[])[]
}

/** A form as data. */
export interface Form {
  readonly fields: readonly FormField[]
  readonly blocks: readonly FormBlock[]
}

/** The text of a page outside its grids, grouped once for all who read it: titles, prose, figures in no cell. */
export interface PageText {
  readonly page: number
  /** Size of the page in points. */
  readonly width: number
  readonly height: number
  /** Upright lines in the order of reading, each from left to right. */
  readonly lines: readonly (readonly Glyph[])[]
  /** Where the gutter between two columns of text is; null on a page with one. */
  readonly gutter: number | null
  /** Whether two pages are printed on it, left and right of the gutter. */
  readonly isSpread?: boolean
  /** Figures that the cells of its grids hold. */
  readonly inCells: readonly string[]
  /** Figures that stand in no cell: printed around the grids, or lost inside them. */
  readonly stray: readonly string[]
}

/** A line outside the header and the body of a table that names its unit of money, or what a person told. */
export interface UnitPlace extends Region {
  /** Its title, another line of its caption, or a line below it. */
  readonly where: 'title' | 'caption' | 'below' | 'told'
  /** 元 to 亿元. */
  readonly unit: string
  /** The line, white space removed. */
  readonly text: string
}

/** What a reader calls 表: pages joined, with its labels. Texts as printed, white space removed; null when not printed. */
export interface Table {
  /** Unique in the document and stable over runs: the number, or page and position, e.g. "3-3", "p12-1". */
  readonly id: string
  /** As printed without the word 表: "1-2", "公开01", "一". */
  readonly number: string | null
  readonly title: string | null
  /** The heading of the section above a table that prints neither title nor number; absent where there is none. */
  readonly heading?: string
  readonly department: string | null
  /** 金额单位: 万元, 元, … */
  readonly unit: string | null
  /** Where it is printed around the table, the place it is taken from first, each unit once a kind of place; absent where that is not known. */
  readonly unitPlaces?: readonly UnitPlace[]
  readonly regions: readonly Region[]
  /** Header rows at the top; 0 for a form. */
  readonly headerRows: number
  readonly columns: readonly Column[]
  /** How many rows the table has, header rows included. */
  readonly rowCount: number
  readonly cells: readonly Cell[]
  /** The content of a form (a table without header rows) as data; null for a table with columns. */
  readonly form: Form | null
  /** How the table came to be: what was joined, where its header ends, with the evidence and the margin of each choice. */
  readonly decisions: readonly Decision[]
}

/** What is decided of each page, and told as `what` of a decision. */
export const HOW_IT_GOES_ON = 'how the page goes on from the one before'

/** What stands between the titles of several tables in one finding. */
export const BETWEEN_TITLES = '；'

/** The titles of listed tables that findings say were not found. */
export const titlesMissing = (findings: readonly Pick<Finding, 'code' | 'expected' | 'message'>[]): string[] =>
  findings
    .filter(({ code }) => code === 'listed-table-missing')
    .flatMap(({ expected, message }) => (expected ?? message.zh).split(BETWEEN_TITLES))

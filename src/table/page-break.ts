import { fullLine } from './full-line.ts'
import type { Cell } from './table.ts'
import { isAmount } from './words.ts'

/** Where two pages of a table meet. */
export interface Seam {
  /** First row below the seam. */
  readonly row: number
  readonly headerRows: number
  /** Texts that stand whole in some cell of the document: what is known needs no other half. */
  readonly known: ReadonlySet<string>
}

/** A cell above a seam and the one below it that covers the same columns. */
export type Pair = readonly [above: Cell, below: Cell]

/** All that is looked at where two pages meet. */
export interface Break extends Seam {
  readonly above: readonly Cell[]
  readonly below: readonly Cell[]
  readonly pairs: readonly Pair[]
}

/** Marks with which an entry of its own begins: it does not go on from the page before. */
const OWN_ENTRY = /^([一二三四五六七八九十]+[、.．]|[(（]|\d)/

/** The break between the cells above and those below. */
export const breakOf = (above: readonly Cell[], below: readonly Cell[], seam: Seam): Break => ({
  ...{ ...seam, above, below },
  pairs: above
    .filter(cell => cell.row >= seam.headerRows && cell.row + cell.rowSpan === seam.row)
    .flatMap((cell): Pair[] => {
      const other = below.find(b => b.row === seam.row && b.column === cell.column && b.columnSpan === cell.columnSpan)
      return other === undefined ? [] : [[cell, other]]
    }),
})

/** Whether one of the cells is over several rows. */
export const isTall = ([a, b]: Pair): boolean => a.rowSpan > 1 || b.rowSpan > 1
/** Whether nothing is printed in a cell. */
export const isBlank = ({ text }: Cell): boolean => text === ''

/** Body cells of the column of `cell` that end or begin at no page break. */
export const columnOf = ({ above, below, headerRows, row }: Break, cell: Cell): Cell[] =>
  [...above, ...below].filter(
    other =>
      other.column === cell.column &&
      other.columnSpan === cell.columnSpan &&
      other.row >= headerRows &&
      other.row !== row &&
      other.row + other.rowSpan !== row,
  )

/** How surely the words below go on from those above: 1 from a full line of a column that wraps, less where none does, -1 not at all. */
export function goesOn(seam: Break, [a, b]: Pair): number {
  if (isBlank(a) || isAmount(a.text) || isAmount(b.text) || beginsEntry(b)) return -1
  return fullLine([a, b, ...columnOf(seam, a)], a, b.lines[0] ?? '')
}

/** Whether words begin as an entry of their own does: with a number or a mark. */
export const beginsEntry = ({ text }: Cell): boolean => OWN_ENTRY.test(text)

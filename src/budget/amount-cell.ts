import type { Cell } from '../table/table.ts'
import type { AmountState, Money } from './amount.ts'

/**
 * Where the unit of an amount is printed: behind the figure, in the label of its row, in the head of its column, in the title,
 * the caption or a line below the table, on another page of it, in a note of its body; or, where it prints none itself, beside the
 * same figure in the narrative or another table, or in most tables of the document; or `told` by a person who looked.
 */
export type UnitSource =
  | 'cell'
  | 'row'
  | 'column'
  | 'title'
  | 'caption'
  | 'below'
  | 'page'
  | 'note'
  | 'prose'
  | 'tables'
  | 'document'
  | 'told'

/** A figure of a table, or the nothing in its place. */
export interface AmountCell {
  readonly table: string
  readonly row: number
  readonly column: number
  readonly cell: Cell
  readonly state: AmountState
  /** The figure; null when the cell is blank, nil or not applicable, which count as 0 in sums. */
  readonly money: Money | null
  readonly unit: string
  readonly unitSource: UnitSource
}

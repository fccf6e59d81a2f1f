import { borderWithin } from '../../corrections/column-border.ts'
import { union } from '../../geometry.ts'
import type { CorrectionRequest } from '../wire.ts'
import { requestOf } from './correcting.ts'
import { type Cell, covering, type Found } from './reading.ts'
import { useWords } from './room.tsx'
import type { Send } from './sending.ts'

interface Props {
  readonly found: Found
  readonly onSend: Send
  /** A new border is to be put into the column of the cell. */
  readonly onAddBorder: () => void
}

/** A cell and the one beside it as one, texts in reading order. */
const mergeOf = (found: Found, { box, text }: Cell): CorrectionRequest => ({
  ...requestOf('merge', found, found.cell.text + text),
  box: union(found.cell.box, box),
  old: `${found.cell.text}|${text}`,
})

/** The texts of a cell that is split: its printed lines where there is one for each place, else all in the first. */
const pieces = ({ lines, text, rowSpan, columnSpan }: Cell): string =>
  lines.length === rowSpan * columnSpan ? lines.join('\n') : text

/** What the rows and columns at a cell may be instead: one cell with a neighbour, several, the beginning of a table. */
export function CellTools({ found, onSend, onAddBorder }: Props) {
  const { w } = useWords()
  const { table, cell } = found
  const isLast = cell.column + cell.columnSpan >= table.columns.length
  const right = covering(table, cell.row, cell.column + cell.columnSpan)
  const below = covering(table, cell.row + cell.rowSpan, cell.column)
  const isBeside = (other: Cell | undefined): other is Cell => other?.page === cell.page
  const fitsRight = isBeside(right) && right.row === cell.row && right.rowSpan === cell.rowSpan
  const fitsBelow = isBeside(below) && below.column === cell.column && below.columnSpan === cell.columnSpan
  return (
    <>
      {cell.row > table.headerRows && (
        <button type="button" onClick={() => void onSend([requestOf('part', found, '')])}>
          {w('part')}
        </button>
      )}
      {fitsRight && (
        <button type="button" onClick={() => void onSend([mergeOf(found, right)])}>
          {w('mergeRight')}
        </button>
      )}
      {fitsBelow && (
        <button type="button" onClick={() => void onSend([mergeOf(found, below)])}>
          {w('mergeBelow')}
        </button>
      )}
      {cell.rowSpan * cell.columnSpan > 1 && (
        <button type="button" onClick={() => void onSend([requestOf('split', found, pieces(cell))])}>
          {w('split')}
        </button>
      )}
      {borderWithin(cell) && (
        <button type="button" onClick={onAddBorder}>
          {w('addBorder')}
        </button>
      )}
      {!isLast && (
        <button type="button" onClick={() => void onSend([requestOf('drop-border', found, '')])}>
          {w('dropBorder')}
        </button>
      )}
    </>
  )
}

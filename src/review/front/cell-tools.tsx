import { borderWithin } from '../../corrections/column-border.ts'
import { union } from '../../geometry.ts'
import type { CorrectionRequest } from '../wire.ts'
import { requestOf } from './correcting.ts'
import { type Cell, covering, type Found } from './reading.ts'
import { useWords } from './room.tsx'
import type { Send } from './sending.ts'
import type { Word } from './words.ts'

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
  const right = covering(table, cell.row, cell.column + cell.columnSpan)
  const below = covering(table, cell.row + cell.rowSpan, cell.column)
  const isBeside = (other: Cell | undefined): other is Cell => other?.page === cell.page
  const fitsRight = isBeside(right) && right.row === cell.row && right.rowSpan === cell.rowSpan
  const fitsBelow = isBeside(below) && below.column === cell.column && below.columnSpan === cell.columnSpan
  const send = (request: CorrectionRequest) => (): void => void onSend([request])
  const tools: readonly (readonly [Word, () => void] | false)[] = [
    cell.row > table.headerRows && ['part', send(requestOf('part', found, ''))],
    fitsRight && ['mergeRight', send(mergeOf(found, right))],
    fitsBelow && ['mergeBelow', send(mergeOf(found, below))],
    cell.rowSpan * cell.columnSpan > 1 && ['split', send(requestOf('split', found, pieces(cell)))],
    borderWithin(cell) !== null && ['addBorder', onAddBorder],
    cell.column + cell.columnSpan < table.columns.length && ['dropBorder', send(requestOf('drop-border', found, ''))],
  ]
  return tools
    .filter(tool => tool !== false)
    .map(([word, act]) => (
      <button type="button" key={word} onClick={act}>
        {w(word)}
      </button>
    ))
}

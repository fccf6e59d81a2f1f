import type { Decision } from '../../evidence.ts'
import { numbersFrom } from '../../geometry.ts'
import { coversColumn } from '../../grid/grid.ts'
import { captionDepth } from '../captions/caption.ts'
import { mendTitles } from '../captions/cut-titles.ts'
import type { Cell, Column, Table } from '../table.ts'
import { squash } from '../words.ts'
import { isOrdinals } from './column-content.ts'
import { type JoinedStrip, joinStrip, movedTo, stretched } from './join-strip.ts'
import { labelledIn, repeatedLabels } from './repeated-labels.ts'
import type { Sheet } from './sheet.ts'

/** The joined body of a table, before it has its labels. */
export interface Joined
  extends Pick<Table, 'regions' | 'headerRows' | 'columns' | 'rowCount' | 'cells'>,
    Pick<JoinedStrip, 'expectedRows' | 'cutRows' | 'carried' | 'misfits' | 'decisions'> {
  /** Columns with which a part to the right begins. */
  readonly partStarts: readonly number[]
  /** Titles that the borders between its parts cut, or may have cut. */
  readonly titleDecisions: readonly Decision[]
}

/** Texts of rows, and titles, that stand whole somewhere in the document. */
export interface Whole {
  readonly texts: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
}

/** Put the pages of a sheet together: rows below each other, strips beside each other, repeated headers and labels once. */
export function join({ strips }: Sheet, { texts: known, titles }: Whole): Joined {
  const [leftStrip] = strips
  if (leftStrip === undefined) throw new Error('join: no strips')
  const deepest = strips.reduce((deep, strip) => (strip.headerRows > deep.headerRows ? strip : deep))
  const { headerRows } = deepest
  const left = stretched(joinStrip(leftStrip, known), leftStrip, deepest)
  const joined = [left, ...strips.slice(1).map(strip => stretched(joinStrip(strip, known, left), strip, deepest))]
  let { width, cells } = left
  const decided = [...left.decisions]
  const titleDecisions: Decision[] = []
  const partStarts: number[] = []
  joined.slice(1).forEach(strip => {
    const dropped = repeatedLabels(labelledIn(left, headerRows), labelledIn(strip, headerRows))
    const shift = width - dropped
    const moved = strip.cells.filter(cell => cell.column >= dropped).map(cell => ({ ...cell, column: cell.column + shift }))
    const mended = mendTitles(cells, moved, { column: width, headerRows, titles })
    cells = mended.cells
    titleDecisions.push(...mended.decisions)
    decided.push(...strip.decisions.map(one => movedTo(one, ({ row, column }) => ({ row, column: column + shift }))))
    partStarts.push(width)
    width += strip.width - dropped
  })
  const first = leftStrip.pieces[0]?.grid
  return {
    regions: strips
      .flatMap(strip => strip.pieces.map(({ grid }) => ({ page: grid.page, box: grid.box })))
      .sort((a, b) => a.page - b.page),
    headerRows,
    columns: columnsOf(cells, width, headerRows, first === undefined ? 0 : captionDepth(first)),
    rowCount: Math.max(...joined.map(strip => strip.rows)),
    cells: [...cells].sort((a, b) => a.row - b.row || a.column - b.column),
    expectedRows: left.expectedRows - left.cutRows.length,
    cutRows: left.cutRows,
    carried: joined.flatMap(({ carried }) => carried),
    misfits: joined.flatMap(({ misfits }) => misfits),
    decisions: decided,
    titleDecisions,
    partStarts,
  }
}

/** Leaf columns with their header texts from top to bottom, each once; neither the caption inside the frame nor the row of column numbers. */
function columnsOf(cells: readonly Cell[], width: number, headerRows: number, from: number): Column[] {
  const last = cells.filter(cell => cell.row === headerRows - 1)
  const depth = isOrdinals(last) ? headerRows - 1 : headerRows
  const header = cells.filter(cell => cell.row >= from && cell.row < depth)
  return numbersFrom(0, width).map(index => {
    const path: string[] = []
    const above = header.filter(cell => coversColumn(cell, index))
    for (const cell of above.sort((a, b) => a.row - b.row)) {
      const text = squash(cell.text)
      if (text !== '' && path.at(-1) !== text) path.push(text)
    }
    return { index, path }
  })
}

import { numbersFrom } from '../geometry.ts'
import { covers } from '../grid/grid.ts'
import type { Cell, Form, FormBlock, FormField } from './table.ts'
import { isAmount, squash } from './words.ts'

/** Labels that head the columns of a block are a few words; brackets behind them tell years or units. */
const LONGEST_LABEL = 16
const IN_BRACKETS = /[(（][^()（）]*[)）]$/

/**
 * A form as data: labels with the values beside them, and blocks with columns of their own (tasks, funds, goals,
 * indicators). `cells` are those of a table without header rows.
 */
export function formOf(cells: readonly Cell[], rowCount: number): Form {
  const fields: FormField[] = []
  const blocks: FormBlock[] = []
  let row = 0
  while (row < rowCount) {
    const band = bandAt(cells, row, rowCount)
    const block = band.label === null || band.rows > 1 ? blockOf(cells, row, band) : null
    const headed = headedValue(cells, row)
    if (block !== null) blocks.push(block)
    else if (headed !== null) fields.push(headed)
    else fields.push(...fieldsOf(cells, row, band))
    row += band.rows
  }
  return { fields, blocks }
}

/** A label over the whole width whose value stands in the row below, over the whole width too. */
function headedValue(cells: readonly Cell[], row: number): FormField | null {
  const width = Math.max(...cells.map(cell => cell.column + cell.columnSpan))
  const [label, value] = [row, row + 1].map(at => cells.find(cell => cell.row === at && cell.columnSpan === width))
  if (label === undefined || value === undefined || !isLabel(label.text) || isLabel(value.text)) return null
  return { path: [squash(label.text)], value: value.text, row: value.row, column: 0 }
}

/** Rows that the label at their left holds together; `label` is null where the left cell is empty. */
interface Band {
  readonly rows: number
  readonly label: string | null
  /** First column right of the label. */
  readonly from: number
}

/** The band that begins at `row`: a tall label, a label repeated on each row, or an empty corner over such labels. */
function bandAt(cells: readonly Cell[], row: number, rowCount: number): Band {
  const corner = leftCell(cells, row)
  if (corner === undefined) return { rows: 1, label: null, from: 0 }
  let rows = corner.rowSpan
  let label = corner.text
  for (
    let next = leftCell(cells, row + rows);
    next !== undefined && row + rows < rowCount;
    next = leftCell(cells, row + rows)
  ) {
    const isSame = next.text === label && next.columnSpan === corner.columnSpan
    const isCorner = label === '' && next.columnSpan === corner.columnSpan && next.text !== ''
    if (!isSame && !isCorner) break
    label = next.text
    rows += next.rowSpan
  }
  return { rows, label: label === '' ? null : label, from: corner.columnSpan }
}

const leftCell = (cells: readonly Cell[], row: number): Cell | undefined =>
  cells.find(cell => cell.column === 0 && cell.row === row)

/** The rows of a band as a block, if its first row names columns that all its other rows have. */
function blockOf(cells: readonly Cell[], row: number, band: Band): FormBlock | null {
  const header = cells.filter(cell => cell.row === row && cell.column >= band.from)
  if (band.rows < 2 || header.length < 2 || !header.every(cell => cell.rowSpan === 1 && isLabel(cell.text))) return null
  const columns = header.map(cell => squash(cell.text))
  const rows = numbersFrom(row + 1, row + band.rows)
  const values = rows.map(at => header.map(head => covering(cells, at, head.column)))
  const fits = values.every(line => line.every((cell, index) => cell !== undefined && cell.column === header[index]?.column))
  return fits ? { label: band.label, row, columns, rows: values.map(line => line.map(cell => cell?.text ?? '')) } : null
}

const covering = (cells: readonly Cell[], row: number, column: number): Cell | undefined =>
  cells.find(cell => covers(cell, row, column))

const isLabel = (text: string): boolean =>
  text !== '' && squash(text).replace(IN_BRACKETS, '').length <= LONGEST_LABEL && !isAmount(text) && !/^\d|[:：]$/.test(text)

/** Labels and the values to their right, row by row; the label of a tall band stands before those of its rows. */
function fieldsOf(cells: readonly Cell[], row: number, band: Band): FormField[] {
  return numbersFrom(row, row + band.rows).flatMap(at => {
    const inRow = cells.filter(cell => cell.row === at && (band.rows === 1 || cell.column >= band.from))
    const fields: FormField[] = []
    // The value of the band itself may stand between its label and the labels of its rows.
    const own =
      inRow.length % 2 === 1 && band.rows > 1 && band.label !== null && isAmount(inRow[0]?.text ?? '') ? inRow[0] : undefined
    if (own !== undefined) fields.push({ path: [squash(band.label ?? '')], value: own.text, row: at, column: own.column })
    for (let index = own === undefined ? 0 : 1; index + 1 < inRow.length; index += 2) {
      const label = inRow[index]
      const value = inRow[index + 1]
      if (label === undefined || value === undefined || label.text === '') continue
      const name = squash(label.text).replace(/[:：]$/, '')
      fields.push({
        path: band.rows > 1 && band.label !== null ? [squash(band.label), name] : [name],
        value: value.text,
        row: at,
        column: value.column,
      })
    }
    return fields
  })
}

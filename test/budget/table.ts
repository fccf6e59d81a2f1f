import type { Cell, Table } from '../../src/table/table.ts'

/** A table from rows of texts, header rows first; `^` continues the cell above, `<` the cell to the left. */
export function tableOf(rows: readonly (readonly string[])[], headerRows: number, more: Partial<Table> = {}): Table {
  const cells: Cell[] = []
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      if (text === '^' || text === '<') return
      let columnSpan = 1
      while (rows[row]?.[column + columnSpan] === '<') columnSpan += 1
      let rowSpan = 1
      while (rows[row + rowSpan]?.[column] === '^') rowSpan += 1
      const box = [column * 50, row * 10, column * 50 + 50, row * 10 + 10] as const
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        text,
        lines: [text],
        page: 1,
        box,
        textLeft: null,
        source: 'pdf',
        confidence: 1,
      })
    })
  })
  const covering = (row: number, column: number): string =>
    cells.find(
      cell =>
        cell.row <= row && row < cell.row + cell.rowSpan && cell.column <= column && column < cell.column + cell.columnSpan,
    )?.text ?? ''
  const columns = (rows[0] ?? []).map((_, index) => {
    const path: string[] = []
    for (let row = 0; row < headerRows; row++) {
      const text = covering(row, index)
      if (text !== '' && path.at(-1) !== text) path.push(text)
    }
    return { index, path }
  })
  return {
    id: 't',
    number: null,
    title: null,
    department: null,
    unit: '万元',
    regions: [{ page: 1, box: [0, 0, 500, 500] }],
    headerRows,
    columns,
    rowCount: rows.length,
    cells,
    form: null,
    decisions: [],
    ...more,
  }
}

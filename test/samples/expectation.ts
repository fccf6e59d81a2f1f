import type { DocumentJson, TableJson } from '../../src/index.ts'

/** Whole points: what is finer differs from one renderer of the same print to the next. */
const place = (box: readonly number[]): string => `[${box.map(Math.round).join(' ')}]`

const cellLine = ({ row, column, rowSpan, columnSpan, text, page, box }: TableJson['cells'][number]): string =>
  `${row},${column}${rowSpan * columnSpan > 1 ? ` ${rowSpan}x${columnSpan}` : ''} p${page} ${place(box)} ${text}`.trimEnd()

function tableText(table: TableJson): string {
  const { id, number, title, department, unit, kind, regions, headerRows, columns, rows, cells } = table
  const labels = {
    number,
    title,
    department,
    unit,
    kind,
    pages: regions.map(region => region.page),
    headerRows,
    rows: rows.length,
  }
  const paths = columns.map(({ index, path }) => `column ${index}: ${path.join('/')}`)
  return [`# ${id}`, JSON.stringify(labels), ...paths, ...cells.map(cellLine), ''].join('\n')
}

/** What is kept of a document to compare with later: every label, header path and cell with its place in whole points, and the findings. */
export const expectationOf = (document: DocumentJson): { 'tables.txt': string; 'findings.txt': string } => ({
  'tables.txt': document.tables.map(tableText).join('\n'),
  'findings.txt': document.findings
    .map(({ severity, code, verdict, table, page, cells, expected, actual }) => {
      const places = cells.map(cell => `${cell.table}:${cell.row},${cell.column}`).join(' ')
      return [
        severity,
        code,
        verdict,
        `table ${table}`,
        `page ${page}`,
        places,
        `expected ${expected}`,
        `actual ${actual}`,
      ].join(' | ')
    })
    .map(line => `${line}\n`)
    .join(''),
})

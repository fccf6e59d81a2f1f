import type { TableJson } from '../../src/index.ts'

/** A table of the contract from rows of texts, header rows first; `''` is an empty cell. */
export function tableOf(rows: readonly (readonly string[])[], headerRows: number, more: Partial<TableJson> = {}): TableJson {
  const columns = rows[0]?.length ?? 0
  return {
    id: '1-2',
    number: '1-2',
    title: '部门支出总表',
    department: null,
    unit: '万元',
    kind: null,
    kindEvidence: [],
    regions: [{ page: 1, box: [0, 0, 100, 100] }],
    headerRows,
    columns: Array.from({ length: columns }, (_, index) => ({
      index,
      path: rows.slice(0, headerRows).map(row => row[index] ?? ''),
      role: null,
      key: null,
      list: 0,
    })),
    rows: rows.map((_, index) => ({ index, role: null, depth: null })),
    cells: rows.flatMap((row, r) =>
      row.map((text, column) => ({
        row: r,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text,
        lines: text ? [text] : [],
        page: 1,
        box: [column * 10, r * 10, column * 10 + 10, r * 10 + 10] as const,
        source: 'pdf' as const,
        confidence: 1,
        textLeft: null,
        amount: null,
      })),
    ),
    lines: [],
    form: null,
    decisions: [],
    halves: null,
    ...more,
  }
}

import type { Finding } from '../finding.ts'
import type { Table } from './table.ts'

/** A finding about the structure of tables; fields that do not apply are null or empty. */
export function structureFinding(
  finding: Pick<Finding, 'code' | 'severity' | 'message'> & Partial<Omit<Finding, 'code' | 'severity' | 'message' | 'verdict'>>,
): Finding {
  return {
    verdict: 'structure',
    table: null,
    tables: [],
    cells: [],
    page: null,
    box: null,
    expected: null,
    actual: null,
    tolerance: null,
    ...finding,
  }
}

/** One finding for each row that was put together from two pages. */
export function cutRowFindings(table: string, rows: readonly { readonly page: number; readonly row: number }[]): Finding[] {
  return rows.map(({ page, row }) =>
    structureFinding({
      code: 'row-joined-over-page',
      severity: 'warning',
      table,
      tables: [table],
      cells: [{ table, row, column: 0 }],
      page,
      message: {
        zh: `第${page}页开头的文字并入上一页最后一行`,
        en: `text at the top of page ${page} was joined to the last row of the page before`,
      },
    }),
  )
}

/**
 * The proof that joining lost nothing: a table has the rows of its pages less repeated headers and joined rows, and each
 * place of it belongs to one cell. A finding where that does not add up.
 */
export function conservationFindings(table: Table, expectedRows: number): Finding[] {
  const findings: Finding[] = []
  if (table.rowCount !== expectedRows) {
    findings.push(
      structureFinding({
        code: 'rows-not-conserved',
        severity: 'error',
        table: table.id,
        tables: [table.id],
        expected: String(expectedRows),
        actual: String(table.rowCount),
        message: { zh: '跨页合并后行数与各页之和不符', en: 'the joined table has not as many rows as its pages' },
      }),
    )
  }
  const covered = new Uint8Array(table.rowCount * table.columns.length)
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const at = row * table.columns.length + column
        covered[at] = Math.min(2, (covered[at] ?? 0) + 1)
      }
    }
  }
  const places = [...covered.entries()].filter(([, cells]) => cells !== 1).map(([at]) => at)
  if (places.length > 0) {
    findings.push(
      structureFinding({
        code: 'cells-not-conserved',
        severity: 'warning',
        table: table.id,
        tables: [table.id],
        cells: places.map(at => ({
          table: table.id,
          row: Math.floor(at / table.columns.length),
          column: at % table.columns.length,
        })),
        actual: String(places.length),
        message: {
          zh: `合并后有${places.length}处没有单元格或被多个单元格占据`,
          en: `${places.length} places of the joined table belong to no cell or to several`,
        },
      }),
    )
  }
  return findings
}

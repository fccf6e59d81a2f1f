import type { Finding } from '../finding.ts'

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

import type { Finding } from '../../finding.ts'
import { holdsMiddle } from '../../geometry.ts'
import type { Table } from '../table.ts'

/** Findings about a part of a page, each with the table that was read there; who reads the table is to know them. */
export const placedFindings = (findings: readonly Finding[], tables: readonly Table[]): Finding[] =>
  findings.map(finding => {
    const { table, page, box } = finding
    if (table !== null || page === null || box === null) return finding
    const own = tables.find(({ regions }) => regions.some(region => region.page === page && holdsMiddle(region.box, box)))
    return own === undefined ? finding : { ...finding, table: own.id, tables: [own.id] }
  })

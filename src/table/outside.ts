import type { Finding } from '../finding.ts'
import { unionAll } from '../geometry.ts'
import { structureFinding } from './structure-findings.ts'
import type { Segment, Surroundings } from './surroundings.ts'
import type { Table } from './table.ts'
import { isAmount } from './words.ts'

/** A row of a table prints at least so many amounts; a sum in a sentence or under a picture stands alone. */
const FEWEST_AMOUNTS = 2
/** An amount as tables print it: with decimals or grouped digits; years, codes and page numbers have neither. */
const PRINTED = /\d[.,．，]\d/
/** Segments of one line stand on one baseline, to this share of their size. */
const SAME_LINE = 0.5

/** Rows of amounts that stand in no grid, page by page: what looks like a row of a table that was lost. */
export function outsideFindings(surroundings: Surroundings, tables: readonly Table[]): Finding[] {
  return [...surroundings].flatMap(([page, segments]) => {
    const rows = rowsOf(segments).filter(isRow)
    if (rows.length === 0) return []
    const amounts = rows.flat().flatMap(amountsIn).length
    const near = tables.find(({ regions }) => regions.some(region => region.page === page))
    return [
      structureFinding({
        code: 'amounts-outside-tables',
        severity: 'warning',
        table: near?.id ?? null,
        tables: near === undefined ? [] : [near.id],
        page,
        box: unionAll(rows.flat().map(({ box }) => box)),
        actual: `${amounts}`,
        message: {
          zh: `第${page}页有${rows.length}行共${amounts}个数不在任何表格内，可能是漏读的表格行`,
          en: `page ${page} prints ${amounts} amounts in ${rows.length} lines outside its tables; they may be rows that were lost`,
        },
      }),
    ]
  })
}

/** Segments by the line they stand on. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline)) {
    const last = rows.at(-1)
    const isSame = last?.[0] !== undefined && segment.baseline - last[0].baseline < SAME_LINE * segment.size
    if (isSame) last.push(segment)
    else rows.push([segment])
  }
  return rows
}

const amountsIn = ({ text }: Segment): string[] => text.split(/\s+/).filter(word => isAmount(word) && PRINTED.test(word))

/** Whether a line is made like a row: several amounts, apart from what else it says. */
const isRow = (line: readonly Segment[]): boolean => line.flatMap(amountsIn).length >= FEWEST_AMOUNTS

import { type Decision, DOUBTFUL } from '../../evidence.ts'
import { type Finding, findingFrom, placesIn, type Said } from '../../finding.ts'
import { unionAll } from '../../geometry.ts'
import type { Cell, Table } from '../table.ts'
import { isAmount } from '../words.ts'

/** What cells of one page of a table make doubtful. */
export const cellsFinding = (table: string, cells: readonly Cell[], said: Said): Finding =>
  findingFrom({
    table,
    cells: placesIn(table, cells),
    page: cells[0]?.page ?? null,
    box: unionAll(cells.map(({ box }) => box)),
    ...said,
  })

/** One finding for the rows of a table that were put together from two pages: a warning where that made an amount, as 12,437.3 and the 6 below it. */
export function cutRowFindings(
  { id: table, cells }: Pick<Table, 'id' | 'cells'>,
  rows: readonly { readonly page: number; readonly row: number }[],
): Finding[] {
  const [first] = rows
  const isMade = ({ row, text, lines }: Cell): boolean =>
    lines.length > 1 && isAmount(text) && rows.some(joined => joined.row === row)
  if (first === undefined) return []
  const pages = [...new Set(rows.map(({ page }) => page))]
  return [
    findingFrom({
      code: 'row-joined-over-page',
      severity: cells.some(isMade) ? 'warning' : 'info',
      table,
      cells: rows.map(({ row }) => ({ table, row, column: 0 })),
      page: first.page,
      zh: `第${pages.join('、')}页开头的文字并入上一页最后一行`,
      en: `text at the top of page ${pages.join(', ')} was joined to the last row of the page before`,
    }),
  ]
}

/**
 * The proof that joining lost nothing: a table has the rows of its pages less repeated headers and joined rows, and each
 * place of it belongs to one cell. A finding where that does not add up.
 */
export function conservationFindings(table: Table, expectedRows: number): Finding[] {
  const places = placesNotOfOne(table)
  const { id, rowCount, columns } = table
  const rows = findingFrom({
    code: 'rows-not-conserved',
    severity: 'error',
    table: id,
    expected: String(expectedRows),
    actual: String(rowCount),
    message: { zh: '跨页合并后行数与各页之和不符', en: 'the joined table has not as many rows as its pages' },
  })
  const cells = findingFrom({
    code: 'cells-not-conserved',
    table: id,
    cells: places.map(at => ({ table: id, row: Math.floor(at / columns.length), column: at % columns.length })),
    actual: String(places.length),
    zh: `合并后有${places.length}处没有单元格或被多个单元格占据`,
    en: `${places.length} places of the joined table belong to no cell or to several`,
  })
  return [...(rowCount === expectedRows ? [] : [rows]), ...(places.length === 0 ? [] : [cells])]
}

/** The places of a table, counted row by row, that belong to no cell or to several. */
function placesNotOfOne(table: Table): number[] {
  const covered = new Uint8Array(table.rowCount * table.columns.length)
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const at = row * table.columns.length + column
        covered[at] = Math.min(2, (covered[at] ?? 0) + 1)
      }
    }
  }
  return [...covered.entries()].filter(([, cells]) => cells !== 1).map(([at]) => at)
}

/** What the answers about a page are called in Chinese. */
const READINGS: Readonly<Record<string, string>> = {
  'begins a table': '另起一表',
  'goes on below': '接上页',
  'stands beside': '为左侧部分的右续',
  'has no header': '没有表头',
  'begins a row of its own': '开头是新的一行',
  'begins a cell of its own': '开头是新的单元格',
  'goes on with the row before': '开头接上一页最后一行',
  'goes on with the cell before': '开头接上一页的单元格',
}

const inChinese = (reading: string): string =>
  READINGS[reading] ??
  reading
    .replace(/^goes on with “(.*)”$/, '开头接上一页的“$1”')
    .replace(/^begins with a title of its own, “(.*)”$/, '以自己的标题“$1”开头')
    .replace(/^goes on below part (\d+)$/, '接第$1部分的下方')
    .replace(/^has a header of (\d+) rows$/, '表头有$1行')
    .replace(/^goes on with the title “(.*)”$/, '接续标题“$1”')

type Joined = Pick<Table, 'id' | 'regions' | 'cells'>

/** A doubt about how a page of a table was read, or some cells at its edge. */
function doubtOn(
  page: number,
  { id, regions, cells }: Joined,
  { about, ...said }: Pick<Finding, 'code' | 'message'> & { readonly about?: Decision['cells'] },
): Finding {
  const isAbout = ({ row, column }: Cell): boolean =>
    about?.some(place => place.row === row && place.column === column) === true
  const own = cells.filter(cell => cell.page === page && isAbout(cell)).map(({ box }) => box)
  return findingFrom({
    ...said,
    table: id,
    cells: placesIn(id, about ?? []),
    page,
    box: own.length > 0 ? unionAll(own) : (regions.find(region => region.page === page)?.box ?? null),
  })
}

/** One finding for each page that was read one way though another was almost as likely, about the closest of its decisions: both readings, and how probable the chosen one is. */
export function doubtfulFindings(
  code: 'join-doubtful' | 'cut-doubtful' | 'header-doubtful',
  table: Joined,
  decisions: readonly Decision[],
): Finding[] {
  const doubtful = decisions.filter(({ margin }) => margin < DOUBTFUL).sort((a, b) => a.margin - b.margin)
  return doubtful.flatMap(({ page, chosen, rejected, margin, cells }, index) => {
    if (page === undefined || rejected === null || doubtful.findIndex(one => one.page === page) < index) return []
    const percent = Math.round(100 * margin)
    const message = {
      zh: `第${page}页按“${inChinese(chosen)}”处理（把握${percent}%），也可能是“${inChinese(rejected)}”`,
      en: `page ${page} is taken as one that ${chosen} (${percent} % sure); it may be one that ${rejected}`,
    }
    return [doubtOn(page, table, { code, message, about: cells })]
  })
}

/** A doubt whether a page begins a table is one about the table before as well: it may lack its rows. */
export const withTableBefore = (findings: readonly Finding[], table: Joined, before: Joined | undefined): Finding[] =>
  findings.map(finding =>
    finding.code === 'join-doubtful' && before && finding.page === table.regions[0]?.page
      ? { ...finding, tables: [before.id, table.id] }
      : finding,
  )

/** A finding for a table with pages whose columns do not fit each other, so that what stands in which is a guess. */
export function misfitFindings(table: Joined, pages: readonly number[]): Finding[] {
  const [page] = pages
  if (page === undefined) return []
  const message = {
    zh: `第${pages.join('、')}页的列互相对不上，各列内容可能错位`,
    en: `the columns of pages ${pages.join(', ')} do not fit each other; what stands in which column is in doubt`,
  }
  return [doubtOn(page, table, { code: 'join-doubtful', message })]
}

/** One finding for each page with lines that only carry a sum over the page break, or print the total of the table again: they are no rows of the table. */
export const carryFindings = (table: string, pages: readonly number[]): Finding[] =>
  pages.map(page =>
    findingFrom({
      code: 'carry-line',
      severity: 'info',
      table,
      page,
      zh: `第${page}页的过次页、承前页、本页小计或重印的合计行不作为表中的行`,
      en: `page ${page} has lines that carry a sum over the page break, sum up the page or print the total again; they are no rows of the table`,
    }),
  )

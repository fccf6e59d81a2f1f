import type { Finding } from '../../finding.ts'
import type { Glyph } from '../../page/page.ts'
import type { Cell, PageText, Table } from '../table.ts'
import { decimalsOf, isAmount } from '../words.ts'
import { cellsFinding } from './structure-findings.ts'

/** So many amounts of a column, all with the same decimals, tell how many an amount has. */
const FEWEST_AMOUNTS = 3
/** The digits stand on the next page, or behind a blank one. */
const PAGES_ON = 2

/** An amount at the foot of a page that lacks decimals which stand alone below its column on the next page, outside its tables: the page break cut it, and its end was lost. */
export function lostDigitFindings(text: readonly PageText[], tables: readonly Table[]): Finding[] {
  const pages = new Map(text.map(page => [page.page, page]))
  return tables.flatMap(table =>
    shortAmounts(table).flatMap(({ cell, missing }) => {
      const on = Array.from({ length: PAGES_ON }, (_, index) => pages.get(cell.page + index + 1))
      const page = on.find(one => one !== undefined && one.lines.length > 0)
      const rest = page && digitsUnder(cell, page, missing)
      return rest === undefined || page === undefined ? [] : [cutOff(table, cell, { page: page.page, rest })]
    }),
  )
}

/** Amounts in the last row of a page with fewer decimals than all others of their column, and how many they lack. */
function shortAmounts({ cells, headerRows }: Table): { readonly cell: Cell; readonly missing: number }[] {
  const body = cells.filter(({ row, columnSpan, text }) => row >= headerRows && columnSpan === 1 && /\d[.．]\d/.test(text))
  const amounts = body.filter(({ text }) => isAmount(text))
  const last = new Map<number, number>()
  for (const { page, row } of amounts) last.set(page, Math.max(row, last.get(page) ?? 0))
  return [...Map.groupBy(amounts, ({ column }) => column).values()].flatMap(own => {
    const usual = Math.max(...own.map(decimalsOf))
    const short = own.filter(cell => decimalsOf(cell) < usual)
    const [cell] = short
    if (cell === undefined || short.length > 1 || own.length <= FEWEST_AMOUNTS || cell.row !== last.get(cell.page)) return []
    return [{ cell, missing: usual - decimalsOf(cell) }]
  })
}

/** The first line of a page that holds nothing but so many digits, in the column of a cell. */
function digitsUnder({ box: [left, , right] }: Cell, { lines }: PageText, count: number): string | undefined {
  const isWithin = ({ box }: Glyph): boolean => box[0] >= left && box[2] <= right
  const line = lines.find(glyphs => glyphs.length === count && glyphs.every(isWithin))
  const digits = line?.map(({ text }) => text).join('') ?? ''
  return /^\d+$/.test(digits) ? digits : undefined
}

const cutOff = ({ id }: Table, cell: Cell, { page, rest }: { readonly page: number; readonly rest: string }): Finding =>
  cellsFinding(id, [cell], {
    code: 'cut-doubtful',
    actual: cell.text,
    expected: `${cell.text}${rest}`,
    zh: `第${cell.page}页末行的“${cell.text}”比同列各数少小数位，第${page}页单独印有“${rest}”，可能是被换页截断的末位`,
    en: `“${cell.text}” at the foot of page ${cell.page} has fewer decimals than its column, and “${rest}” stands alone on page ${page}; the page break may have cut it off`,
  })

import { type Finding, findingFrom } from '../../finding.ts'
import { numbersFrom, unionAll } from '../../geometry.ts'
import type { Segment, Surroundings } from '../captions/surroundings.ts'
import type { Table } from '../table.ts'
import { squash } from '../words.ts'

/** So many titles of its columns, and half of them, printed again on a page say that a table goes on there. */
const FEWEST_TITLES = 3

/** Pages without a table, between those of one, that print its column titles again: what else they print was read into no table. */
export function lostPageFindings(surroundings: Surroundings, tables: readonly Table[]): Finding[] {
  const taken = new Set(tables.flatMap(({ regions }) => regions.map(({ page }) => page)))
  return tables.flatMap(table => {
    const pages = table.regions.map(({ page }) => page)
    const [first, last] = [Math.min(...pages), Math.max(...pages)]
    const titles = new Set(table.columns.flatMap(({ path }) => squash(path.at(-1) ?? '') || []))
    return numbersFrom(first + 1, last)
      .filter(page => !taken.has(page))
      .flatMap(page => {
        const segments = surroundings.get(page) ?? []
        const found = new Set(segments.map(({ text }) => squash(text)).filter(text => titles.has(text)))
        const isAgain = found.size >= FEWEST_TITLES && 2 * found.size >= titles.size
        return isAgain ? [lostPage(table, page, segments)] : []
      })
  })
}

const lostPage = ({ id, title, number }: Table, page: number, segments: readonly Segment[]): Finding =>
  findingFrom({
    code: 'grid-doubtful',
    table: id,
    page,
    box: unionAll(segments.map(({ box }) => box)),
    zh: `第${page}页重印了《${title ?? number ?? id}》的列标题，但没有读出表格，该页内容未进入任何表`,
    en: `page ${page} prints the column titles of “${title ?? number ?? id}” again, but no table was read there; what it holds is in none`,
  })

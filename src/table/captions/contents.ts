import { type Finding, findingFrom } from '../../finding.ts'
import { narrowDigits } from '../../full-width.ts'
import type { Grid } from '../../grid/grid.ts'
import { BETWEEN_TITLES, type Table } from '../table.ts'
import { squash, surplus } from '../words.ts'
import type { Surroundings } from './surroundings.ts'

/** A table that the document itself lists. */
export interface Listed {
  readonly title: string
  readonly page: number
}

/** Two titles are the same when they share this much of their character pairs: a word more or less. */
const SAME_TITLE = 0.75
/** A list of tables names at least this many below each other. */
const SHORTEST_LIST = 3
/** The digits of a number, up to a year that begins the title: 公开1 2026年度收支总表 without its white. */
const NUMBER = String.raw`\d+?(?:[-－—]\d+?)*(?=\d{4}年|\D)`
/** A list entry: a numeral, 表 n, 附件2-1 or 公开02表, the title up to 表, perhaps a bracket, dots and a page number. */
const ENTRY = new RegExp(
  String.raw`^(?:(?:附?表|附件)(?:[一二三四五六七八九十]+|${NUMBER})|(?:预算|决算)?公开表?${NUMBER}表?|[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．]|)?[、:：.．]*((?:\d{4}年度?)?[^。；;:：，]{2,40}?表(?:[(（][^()（）]*[)）])*)[.…·]*[-\d]*[。；;]?$`,
)

/** Header of the column of titles in a table of tables. */
const LIST_HEADER = /^(报表|表格|公开表)名称$/
/** The heading of the part that holds the tables names none of them, 部门预算表, 第二部分某局2024年度部门决算表, nor does a number, 公开01表. */
const COLLECTIVE = /^(?:(预算|决算)(报|公开)?|[-\d]+)表$/
const PART = /^第[一二三四五六七八九十\d]+部分/

/** The tables that the document lists: in its contents, or in a table that lists the tables. */
export function listedTables(surroundings: Surroundings, grids: readonly Grid[]): Listed[] {
  const listed = [...contentsOf(surroundings), ...grids.flatMap(listedInGrid)].filter(
    ({ title }) => !COLLECTIVE.test(normal(title)),
  )
  return listed.filter((entry, index) => listed.findIndex(other => normal(other.title) === normal(entry.title)) === index)
}

/** The first pages of text that name several tables below each other. */
function contentsOf(surroundings: Surroundings): Listed[] {
  const listed: Listed[] = []
  for (const [page, segments] of surroundings) {
    const lines = segments.map(segment => narrowDigits(squash(segment.text)))
    const titles = lines.filter(line => !PART.test(line)).flatMap(line => ENTRY.exec(line)?.[1] ?? [])
    if (titles.length >= SHORTEST_LIST) listed.push(...titles.map(title => ({ title, page })))
    if (listed.length > 0 && titles.length < SHORTEST_LIST) break
  }
  return listed
}

/** The titles below a header like 报表名称. */
function listedInGrid({ page, cells }: Grid): Listed[] {
  const head = cells.find(cell => LIST_HEADER.test(squash(cell.text)))
  const below = cells.filter(cell => head !== undefined && cell.column === head.column && cell.row > head.row)
  return below.flatMap(({ text }) => {
    const title = ENTRY.exec(narrowDigits(squash(text)))?.[1]
    return title === undefined ? [] : [{ title, page }]
  })
}

/** A finding for each listed table that was not found; one for all of them where none was. */
export function missingTables(surroundings: Surroundings, grids: readonly Grid[], tables: readonly Table[]): Finding[] {
  const listed = listedTables(surroundings, grids)
  const missing = listed.filter(entry => !tables.some(({ title }) => title !== null && isSameTitle(entry.title, title)))
  const isAll = missing.length > 1 && missing.length === listed.length
  return (isAll ? [missing] : missing.map(entry => [entry])).map(missingFinding)
}

function missingFinding(entries: readonly Listed[]): Finding {
  const titles = entries.map(({ title }) => title)
  const [zh, en] = [titles.map(title => `《${title}》`).join('、'), titles.map(title => `“${title}”`).join(', ')]
  return findingFrom({
    code: 'listed-table-missing',
    page: entries[0]?.page ?? null,
    expected: titles.join(BETWEEN_TITLES),
    message:
      titles.length === 1
        ? { zh: `目录列有${zh}，正文中没有找到`, en: `the contents list ${en}, which was not found` }
        : {
            zh: `目录列有${titles.length}张表，正文中一张也没有找到：${zh}`,
            en: `the contents list ${titles.length} tables, none of which was found: ${en}`,
          },
  })
}

const normal = (title: string): string =>
  title
    .replace(/[(（]表[^()（）]*[)）]/gu, '')
    .replace(/总体情况/gu, '总')
    .replace(/[(（]不?含[^()（）]*[)）]|\d{4}年度?|[\s“”"《》()（）、，及和与]|部门|单位|情况|公开/gu, '')

/** A title without the words that say only of which account a table is, and that money is spent: 政府采购支出预算表 and 政府采购预算表 are one. */
const bare = (title: string): string => normal(title).replace(/支出|预算|决算/gu, '')

/** Whether a title that was listed is that of a table: a word more or less, or the words in another order. */
export const isSameTitle = (listed: string, title: string): boolean =>
  normal(title).includes(normal(listed)) || bare(listed) === bare(title) || similarity(listed, title) >= SAME_TITLE

/** Dice coefficient of the character pairs of two titles, without year, quotes and the words that come and go. */
function similarity(a: string, b: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(1, text.length - 1) }, (_, index) => text.slice(index, index + 2))
  const [left, right] = [pairs(normal(a)), pairs(normal(b))]
  const common = left.length - surplus(left, right).length
  return (2 * common) / (left.length + right.length)
}

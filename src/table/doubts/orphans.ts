import { type Finding, findingFrom } from '../../finding.ts'
import { narrow } from '../../full-width.ts'
import type { Table } from '../table.ts'
import { isAmount, isWords, squash } from '../words.ts'

/** What heads of columns say whose figures are no amounts: they number the rows, count people, or tell one person from another. */
const NO_AMOUNTS = /(?:序号|行次|栏次|编号|号码|证号|电话|编码|代码|人数|年龄|日期|时间|年份)$/
/** So many heads of columns say which table is meant. */
const HEADS = 4

/** So many amounts below each other, and in more than half of the rows. */
const LIST = 4

/** A table that prints amounts and that nothing names, forms aside: a finding that names the heads of its columns and the table in whose frame it stands, or the table that one without heads may belong to. */
export function orphanFindings(tables: readonly Table[]): Finding[] {
  return tables.flatMap((table, index) => {
    const amounts = amountsIn(table)
    const isForm = table.form !== null && table.cells.filter(({ text }) => isWords(text)).length > amounts && !isList(table)
    if (isNamed(table) || amounts === 0 || isForm) return []
    const before = tables.slice(0, index).findLast(isNamed)
    const around = table.headerRows > 0 ? null : (before ?? tables.slice(index + 1).find(isNamed) ?? null)
    const near = before && isRightBelow(table, before) ? before : around
    return [orphan(table, amounts, near)]
  })
}

/** Whether a column has amounts in most of its rows: a list whose texts are many, and no form. */
function isList({ cells, rowCount }: Table): boolean {
  const columns = Map.groupBy(
    cells.filter(({ text }) => isAmount(text) && /\.\d/.test(narrow(text))),
    ({ column }) => column,
  )
  return [...columns.values()].some(amounts => amounts.length >= LIST && amounts.length > rowCount / 2)
}

/** Whether a table begins where another ends, in one frame: a second head stands between them. */
function isRightBelow({ regions: [own] }: Table, above: Table): boolean {
  const last = above.regions.at(-1)
  return own !== undefined && last !== undefined && own.page === last.page && own.box[1] === last.box[3]
}

const isNamed = ({ title, number }: Table): boolean => title !== null || number !== null

const amountsIn = ({ cells, columns, headerRows }: Table): number =>
  cells.filter(
    ({ row, column, text }) =>
      row >= headerRows && isAmount(text) && !NO_AMOUNTS.test(squash(columns[column]?.path.at(-1) ?? '')),
  ).length

/** What is said of a table without a name: a grid with a header of its own is one without a title; without one it lacks its beginning. */
function orphan(table: Table, amounts: number, near: Table | null): Finding {
  const page = table.regions[0]?.page ?? null
  const name = near && (near.title ?? near.number)
  const heads = table.columns.flatMap(({ path }) => squash(path.at(-1) ?? '') || [])
  const some = `${heads.slice(0, HEADS).join('、')}${heads.length > HEADS ? '…' : ''}`
  const { heading } = table
  const hasHeader = table.headerRows > 0
  return findingFrom({
    code: 'orphan-grid',
    severity: hasHeader ? 'info' : 'warning',
    table: table.id,
    tables: [table.id, ...(near ? [near.id] : [])],
    page,
    box: table.regions[0]?.box ?? null,
    actual: `${amounts}`,
    message: hasHeader
      ? {
          zh: `第${page}页有${amounts}个数的表格没有表名，${heading ? `在“${heading}”之下，` : ''}${name ? `紧接《${name}》之下，` : ''}表头为“${some}”`,
          en: `nothing names the table with ${amounts} amounts on page ${page}${heading ? ` under “${heading}”` : ''}${name ? `, right below “${name}”` : ''}; its columns are “${some}”`,
        }
      : {
          zh: `第${page}页有${amounts}个数的表格没有表名${name ? `，可能属于《${name}》` : ''}`,
          en: `nothing names the grid with ${amounts} amounts on page ${page}${name ? `; it may belong to “${name}”` : ''}`,
        },
  })
}

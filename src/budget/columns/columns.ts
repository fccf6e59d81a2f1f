import { isDashes } from '../../dashes.ts'
import { narrow } from '../../full-width.ts'
import { itemAt, runsOf } from '../../geometry.ts'
import type { Cell, Table } from '../../table/table.ts'
import type { BudgetColumn, ColumnRole } from '../dataset.ts'
import { accountIn } from '../document/title-words.ts'
import { isFigure, labelOf, plain } from '../label.ts'
import { isUnreadMark, MONEY_UNITS, printedAmount } from '../money/amount.ts'
import { partedAmounts } from '../money/parted-amounts.ts'
import { unitIn, unitOfColumn } from '../money/unit.ts'
import { countedCells } from '../rows/counted-rows.ts'
import { nestAsCodes } from '../subjects/code.ts'
import { BARE_SUM, COUNTS, NO_MONEY_COLUMN, NUMBERING, SPEAKS_OF_MONEY, TEXT_COLUMN } from '../words.ts'
import { CODE_KEYS, isBareYear, keysOf, NO_AMOUNT, wordKey } from './keys.ts'
import { columnSubjects } from './subjects.ts'
import { withProvedColumns } from './sums.ts'

/** Share of the written cells of a column that must look like what the column is taken for. */
const MOST = 0.6

/** What stands in the body of each column, heads and numbers of things aside. */
function bodyTexts(table: Table, heads: ReadonlyMap<number, string>): ReadonlyMap<number, readonly string[]> {
  const { cells, headerRows } = table
  const isCounted = countedCells(table)
  const isHead = ({ row, column }: Cell): boolean => row < headerRows || (row === headerRows && heads.has(column))
  const written = cells.filter(cell => cell.text !== '' && cell.columnSpan === 1 && !isHead(cell) && !isCounted(cell))
  const columns = Map.groupBy(written, ({ column }) => column)
  return new Map([...columns].map(([column, own]) => [column, own.map(({ text }) => text)]))
}

const share = (texts: readonly string[], fits: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(fits).length / texts.length

const UNIT_HEAD = /^(?:计量)?单位$/
/** Longer texts are names: 某某县水文站. */
const LONGEST_UNIT = 4

/** Whether a column headed 单位 holds units, money among them, and not the names of offices; those of goods (台, 套) have none of money. */
const isOfUnits = (path: readonly string[], texts: readonly string[]): boolean =>
  UNIT_HEAD.test(plain(path.at(-1) ?? '')) &&
  texts.some(text => MONEY_UNITS.includes(plain(text))) &&
  texts.every(text => plain(text).length <= LONGEST_UNIT)

/** What says that figures of a table are money: its title; or that it names a unit itself and has no column that speaks of money. */
interface Money {
  readonly title: string
  readonly inAny: boolean
}

/** What a column is taken for; `money` is null where no unit is known. */
function roleOf(path: readonly string[], texts: readonly string[], money: Money | null): ColumnRole {
  const leaf = path.length === 0 ? null : wordKey(path.at(-1) ?? '')
  const codes = share(texts, text => /^\d{2,9}$/.test(plain(text)))
  if (leaf === 'sequence') return 'sequence'
  if (leaf === 'unit-code') return 'unit-code'
  if (leaf !== null && CODE_KEYS.has(leaf))
    return codes > 0 || share(texts, text => /^\D{4,}/.test(plain(text))) < MOST ? 'code' : 'name'
  // A head that says nothing, or was misread on a scan, is told by what stands below it.
  if (leaf === null && codes >= MOST && nestAsCodes(texts.map(plain))) return 'code'
  // 功能科目 and 支出科目 head names and codes alike; 收入 the names of one half of a ledger, and the amounts of a list of places.
  if (/科目$/.test(plain(path.at(-1) ?? '')) && codes >= MOST) return 'code'
  if (leaf === 'name' && share(texts, isPrintedFigure) < MOST) return 'name'
  if (TEXT_COLUMN.test(plain(path.at(-1) ?? ''))) return 'text'
  const known = leaf !== null && leaf !== '' && !NO_AMOUNT.has(leaf)
  if (!known && countsRows(texts)) return 'sequence'
  if (isOfNoMoney(path, known)) return 'text'
  return holdsAmounts(path, texts, { known, money }) ? 'amount' : 'text'
}

/** Whether the lowest head of a column speaks of no money, or only of a sum, or of nothing known, below one that does: 编制数 over 小计 and 行政. */
function isOfNoMoney(path: readonly string[], known: boolean): boolean {
  const heads = path.map(plain)
  const at = heads.findLastIndex(head => NO_MONEY_COLUMN.test(head))
  return (
    at >= 0 &&
    (at === heads.length - 1
      ? !known
      : COUNTS.test(itemAt(heads, at)) &&
        heads.slice(at + 1).every(head => BARE_SUM.test(head) || (wordKey(head) === null && !SPEAKS_OF_MONEY.test(head))))
  )
}

/** So many numbers from one on, each one more than the one above, count rows, whatever stands over them. */
const LEAST_COUNTED = 3

const countsRows = (texts: readonly string[]): boolean =>
  texts.length >= LEAST_COUNTED && texts.every((text, at) => plain(text) === `${at + 1}`)

/** Whether a text is an amount with separators, as no name and no code is. */
const isPrintedFigure = (text: string): boolean => /[.,]\d/.test(narrow(text)) && printedAmount(text) !== null

/** Whether what stands in a column are amounts; marks in the place of a figure say nothing, an odd cell does not outweigh the others. */
function holdsAmounts(
  path: readonly string[],
  texts: readonly string[],
  { known, money }: { readonly known: boolean; readonly money: Money | null },
): boolean {
  const read = texts.filter(text => !isUnreadMark(text))
  if (read.length === 0) return known
  if (share(read, text => /\d[%％]$/.test(narrow(text))) >= MOST) return false
  // 20万元 is money, whatever stands over it.
  if (share(read, text => printedAmount(text)?.unit != null) >= MOST) return true
  const other = read.filter(text => printedAmount(text) === null)
  const alike = other.filter(text => /^[^\p{Script=Han}A-Za-z]*\d[^\p{Script=Han}A-Za-z]*$/u.test(narrow(text)))
  const figures = read.length - other.length
  if (known) return (figures + alike.length) / read.length >= MOST
  if (figures / read.length < MOST || money === null || !read.some(text => /\d/.test(narrow(text)))) return false
  const said = isBareYear(path.at(-1) ?? '') ? [...path, money.title] : path
  const isOfCents = (text: string): boolean => /\.\d{2,}$/.test(narrow(text))
  // 0 and dashes are printed in columns of money and of heads alike.
  const areCents = read.some(isOfCents) && read.every(text => isOfCents(text) || printedAmount(text)?.state !== 'value')
  const areSigned = read.some(text => /[¥￥]/.test(text))
  return money.inAny || areCents || areSigned || said.some(text => SPEAKS_OF_MONEY.test(text)) || share(read, isOfCents) >= MOST
}

/** A head that says that its figures are a part of those to the left, in what these are in. */
const IS_PART = /^其中:/

/** Whether a part is one of things that are counted to its left, 数量（辆） | 其中：执法执勤用车, and speaks of no money. */
function isPartOfCount(paths: readonly (readonly string[])[], at: number): boolean {
  const head = plain(paths[at]?.at(-1) ?? '')
  const before = paths.slice(0, at).findLast(path => !IS_PART.test(plain(path.at(-1) ?? '')))
  const isCount = COUNTS.test(plain(before?.at(-1) ?? ''))
  return isCount && wordKey(head) === null && !SPEAKS_OF_MONEY.test(head)
}

/** Which list each column belongs to, from left to right: from the end, where each list has its labels behind its amounts. */
function listsOf(roles: readonly ColumnRole[], isOfFigures: (at: number) => boolean): number[] {
  if (!areLabelsBehind(roles)) return listsAlong(roles, isOfFigures)
  const lists = listsAlong(roles.toReversed(), () => false).reverse()
  return lists.map(list => itemAt(lists, 0) - list)
}

const isLabel = (role: ColumnRole | undefined): boolean => role === 'code' || role === 'name'

/** Whether amounts and labels take turns, amounts first and labels last, in lists of equal columns: 预算数 | 项目 | 预算数 | 项目. */
function areLabelsBehind(roles: readonly ColumnRole[]): boolean {
  const runs = runsOf(roles, (role, last) => isLabel(role) === isLabel(last))
  return (
    runs.length > 2 &&
    runs.length % 2 === 0 &&
    runs.every(
      (run, at) => run.length === runs[at % 2]?.length && run.every(role => (at % 2 === 0 ? role === 'amount' : isLabel(role))),
    )
  )
}

/** The same where labels stand before amounts: a new list starts at a code or name column to the right of an amount column, but where the amounts stand before all that names their rows: heads and shares (`isOfFigures`) name none. */
function listsAlong(roles: readonly ColumnRole[], isOfFigures: (at: number) => boolean): number[] {
  let list = 0
  let amounts = false
  const labelled = roles.findIndex((role, at) => role !== 'amount' && !(role === 'text' && isOfFigures(at)))
  return roles.map((role, at) => {
    if (isLabel(role) && amounts) {
      list++
      amounts = false
    }
    if (role === 'amount' && at > labelled) amounts = true
    return list
  })
}

/** Whether the last header row does nothing but number the columns; or counts them from 1, beside names of columns under a group, which have no digits. */
function endsInNumbers({ cells, headerRows }: Table): boolean {
  const last = cells.filter(({ row }) => row > 0 && row === headerRows - 1).map(({ text }) => plain(text))
  const numbers = last.filter(text => NUMBERING.test(text) && /^[A-Z\d]/.test(text))
  const isCount = numbers.every((text, at) => Number.parseInt(text, 10) === at + 1)
  return numbers.length > 1 && last.every(text => NUMBERING.test(text) || (isCount && !/\d/.test(text)))
}

/** Heads that stand in the first row of the body, beside the total, by their columns: 类, 款 and 项, or one of each column under a group without any. */
function headsInBody({ cells, headerRows, columns }: Table): ReadonlyMap<number, string> {
  const first = new Map(cells.flatMap(({ row, column, text }) => (row === headerRows ? [[column, plain(text)] as const] : [])))
  const levels = [...first].filter(([, text]) => /^[类款项]$/.test(text))
  const groups = [...Map.groupBy(columns, ({ path }) => path.join('\n')).values()].map(group =>
    group.map(({ index }) => [index, first.get(index) ?? ''] as const),
  )
  const isOfHeads = (texts: readonly string[]): boolean =>
    new Set(texts).size === texts.length && texts.length > 1 && texts.every(text => Boolean(wordKey(text)))
  const headed = groups.filter(group => isOfHeads(group.map(([, text]) => text)))
  return new Map([...(levels.length > 1 ? levels : []), ...headed.flat()])
}

/** Heads without what a row that prints some of them, and so was read as one of the header, has in other columns: its label 合计 below the heads of codes and names, and dashes for no amount. */
function withoutOwnOfRow(path: readonly string[]): readonly string[] {
  const [above = '', last = ''] = path.slice(-2)
  if (path.length > 1 && isDashes(plain(last))) return path.slice(0, -1)
  const key = path.length > 1 && wordKey(last) === 'total' ? wordKey(above) : null
  const isOfLabels = key !== null && (CODE_KEYS.has(key) || (key === 'name' && /名称/.test(above)))
  return isOfLabels ? path.slice(0, -1) : path
}

/** The heads of a column, with the one that stands in the body. */
const headsOf = (path: readonly string[], inBody: string | undefined): readonly string[] =>
  inBody === undefined ? withoutOwnOfRow(path) : [...path, inBody]

/** Header paths of the columns without their numbers, with the heads that stand in the body. */
function pathsOf(table: Table, heads: ReadonlyMap<number, string>): (readonly string[])[] {
  const isNumbered = endsInNumbers(table)
  const paths = table.columns.map(({ index, path: printed }) => {
    const path = isNumbered && NUMBERING.test(plain(printed.at(-1) ?? '')) ? printed.slice(0, -1) : printed
    return headsOf(path, heads.get(index))
  })
  // The head of names may be drawn over the first of their columns alone, the groups of the second.
  return paths.map((path, at) => {
    const left = paths[at - 1] ?? []
    return path.length === 0 && wordKey(left.at(-1) ?? '') === 'name' ? left : path
  })
}

/** What each column is taken for, from left to right. */
function takenFor(
  table: Table,
  paths: readonly (readonly string[])[],
  texts: ReadonlyMap<number, readonly string[]>,
  money: Money | null,
) {
  const parted = partedAmounts(table)
  let left: ColumnRole | null = null
  return table.columns.map(({ index }, at) => {
    const path = paths[at] ?? []
    const own = texts.get(index) ?? []
    const ofUnits = isOfUnits(path, own)
    const isPart = IS_PART.test(plain(path.at(-1) ?? ''))
    const isCounted = isPart && left === 'text' && isPartOfCount(paths, at)
    const said = money && { ...money, inAny: money.inAny || (isPart && left === 'amount') }
    const role = ofUnits || isCounted || parted.has(index) ? 'text' : roleOf(path, own, said)
    left = role
    return { path, role, ofUnits, isTotal: wordKey(path.at(-1) ?? '') === 'total' }
  })
}

/** Roles with those of columns of words as names where amounts stand on either side and the words are kinds of expenditure, 人员支出 below 支出用途: a list of their own. */
const withNamesBetween = (roles: readonly ColumnRole[], textsAt: (at: number) => readonly string[]): readonly ColumnRole[] =>
  roles.map((role, at) => {
    const isBetween = role === 'text' && roles[at - 1] === 'amount' && roles[at + 1] === 'amount'
    return isBetween && share(textsAt(at), isKindOfExpense) >= MOST ? 'name' : role
  })

const isKindOfExpense = (text: string): boolean =>
  /^(?:basic|project|personnel|public)\b/.test(wordKey(labelOf(plain(text)).name) ?? '')

/** Roles and keys of a table's columns, from the header words and from what stands below them. */
export function columnsOf(table: Table, money: boolean): BudgetColumn[] {
  const heads = headsInBody(table)
  const texts = bodyTexts(table, heads)
  const paths = pathsOf(table, heads)
  const title = table.title ?? table.heading ?? ''
  const take = (inAny: boolean) => takenFor(table, paths, texts, money || inAny ? { title, inAny } : null)
  const speaking = take(false)
  // A table that says what its money is in, itself or row by row, holds some; a form tells beside each figure what it is.
  const saysUnits = speaking.some(({ ofUnits }) => ofUnits)
  // What changed says of nothing what it is.
  const isKnown = speaking.some(({ role, path }) => role === 'amount' && wordKey(path.at(-1) ?? '') !== 'change')
  const isOnlyUnit = unitIn(table.unit ?? '') !== null && !isKnown
  const isSaid = table.headerRows > 0 && (saysUnits || isOnlyUnit)
  const taken = isSaid ? take(true) : speaking
  const textsAt = (at: number): readonly string[] => texts.get(table.columns[at]?.index ?? at) ?? []
  const proved = money ? withProvedColumns(table, taken) : taken.map(({ role }) => role)
  const roles = withNamesBetween(proved, textsAt)
  const lists = listsOf(roles, at => share(textsAt(at), isFigure) >= MOST)
  const keys = keysOf(taken, roles, { lists, account: accountIn(title) })
  const subjects = columnSubjects(paths, at => roles[at] === 'amount' && keys[at] === null)
  return table.columns.map((column, at) => ({
    index: column.index,
    path: headsOf(column.path, heads.get(column.index)),
    role: roles[at] ?? 'text',
    key: keys[at] ?? null,
    subject: roles[at] === 'amount' ? (subjects[at] ?? null) : null,
    list: itemAt(lists, at),
    unit: roles[at] === 'amount' ? unitOfColumn(table, column.index, column.path) : null,
  }))
}

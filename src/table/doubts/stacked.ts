import { MINUS } from '../../dashes.ts'
import type { Said } from '../../finding.ts'
import { narrow, narrowDigits } from '../../full-width.ts'
import { HAN } from '../../heading-number.ts'
import type { Cell, Table } from '../table.ts'
import { isAmount, isNil } from '../words.ts'
import { type Doubted, findingsByPage, withDoubted } from './doubted.ts'

/** An amount that surely ends where the next is glued to it: with its cents, 9,750.7344,589.30, or with a group of three digits, 43,6641,058. Of the cells of 203 published and printed documents none holds two but where a border was not found. */
const ENDED = /\d[\d,]*\.\d{2}|\d{1,3}(?:,\d{3})+(?!\.)/g
/** The points of two amounts with a decimal or more each, 12.53.4. */
const TWO_POINTS = /\d\.\d{2,}\.\d/
/** A month or a day, 2024.01-2024.12 or 2024.12.31, says when, in lines below each other as well. */
const DATE = /(?<![\d,])(?:(?:19|20)\d{2}\.(?:0?[1-9]|1[0-2])(?:\.\d{1,2})?)+(?!\d)/g
/** The code of an item in its three parts, 201.01.02, is one code. */
const CODE = /(?<![\d.])[1-9]\d{2}(?:\.\d{2}){2}(?![\d.])/g
/** A name and the amount of the next column. */
const NAME_AND_AMOUNT = /[\p{Script=Han}）)][-￥¥]*[\d０-９][\d０-９ ,，]*[.．][\d０-９]{2}$/u
/** So many cells of a column, and half of them, are no accident either. */
const FEWEST_RUN_TOGETHER = 3
/** An amount with its cents, alone in a line. */
const LONE = new RegExp(String.raw`^[${MINUS}]?\d[\d,，]*\.\d{2}$`)
/** An amount with its cents, and a dash for nothing. */
const AND_NOTHING = /\d\.\d{2}[-－–—]+$/
/** The number of an item begins a name as well as a sentence. */
const NUMBERING = new RegExp(`${HAN}、`, 'g')
/** What a sentence that tells amounts has, and a stack of amounts, or of names and amounts, has not. */
const SENTENCE = /[。；、：:;元%％]/
/** A comma of full width that sets off no thousands is one of a sentence. */
const CLAUSE = /，(?!\d{3}(?!\d))/

/**
 * The table with less confidence in its rows of which cells hold several amounts each, or a name and an amount, and a finding for each page of them:
 * borders between rows or columns were not found, as those drawn in dots or by colours alone in a bad copy, and the amounts can be read from no cell.
 */
export function withStackedDoubt(table: Table): Doubted {
  const runTogether = new Set(runTogetherIn(table))
  const isInBody = ({ row }: Cell): boolean => row >= table.headerRows
  const cells = table.cells.filter(
    cell => isStacked(cell) || runTogether.has(cell) || (isInBody(cell) && (hasRoom(cell) || holdsNextColumn(cell))),
  )
  const rows = new Set(cells.map(({ row }) => row))
  return { table: withDoubted(table, ({ row }) => rows.has(row)), findings: findingsByPage(table.id, cells, said) }
}

const said = (page: number, { length }: readonly Cell[]): Said => ({
  code: 'grid-doubtful',
  actual: `${length}`,
  zh: `第${page}页的表格有${length}个单元格各含多个金额，或名称与金额连在一起，可能漏认了行线或列线`,
  en: `${length} cells of the table on page ${page} hold several amounts each, or a name and an amount; borders between them may not have been found`,
})

/** Cells that hold a name and an amount each where others of their column do so as well, or are amounts: a border between them was not seen. */
function runTogetherIn({ cells, headerRows }: Table): Cell[] {
  const read = cells.filter(({ row, text }) => row >= headerRows && text !== '')
  const amounts = new Set(read.filter(({ text }) => isAmount(text)).map(({ row }) => row))
  return [...Map.groupBy(read, ({ column }) => column).values()].flatMap(column => {
    const both = column.filter(({ text }) => NAME_AND_AMOUNT.test(text))
    if (both.length === 0) return []
    const isOfAmounts = column.every(
      ({ text, row }) => isAmount(text) || isNil(text) || (both.some(cell => cell.row === row) && amounts.has(row)),
    )
    return both.length >= (isOfAmounts ? 1 : Math.max(FEWEST_RUN_TOGETHER, column.length / 2)) ? both : []
  })
}

/** Whether a cell prints two amounts or more, and no sentence. */
function isStacked({ text }: Cell): boolean {
  const plain = narrow(text).replace(DATE, ' ').replace(CODE, ' ').replace(NUMBERING, ' ')
  if (SENTENCE.test(plain) || CLAUSE.test(narrowDigits(text))) return false
  return TWO_POINTS.test(plain) || (plain.match(ENDED) ?? []).length > 1
}

/** Whether a cell over several columns prints an amount in a line of its own between words, or before a dash: those of the next column. */
const holdsNextColumn = ({ text, lines, columnSpan }: Cell): boolean =>
  columnSpan > 1 &&
  (AND_NOTHING.test(narrow(text)) || (lines.length > 1 && lines.some(line => LONE.test(line)) && !lines.every(isAmount)))

/** A figure is wrapped where its cell has no room for so many digits more. */
const DIGITS_OF_ROOM = 2

/**
 * Whether a cell that reads as one amount prints several below each other, each whole: its first line has room for more digits, so that
 * no number was wrapped there. What a page break cuts off, 12,437.3 and 6, are the last decimals.
 */
function hasRoom({ text, lines, box, textLeft, textRight }: Cell): boolean {
  const [first = '', ...more] = lines
  if (more.length === 0 || textLeft === null || textRight === undefined || !isAmount(text) || !lines.every(isAmount))
    return false
  const isRest = /[.．]/.test(first) && more.every(line => /^\d{1,2}$/.test(line))
  const digit = (textRight - textLeft) / first.length
  return !isRest && textRight - textLeft + DIGITS_OF_ROOM * digit < box[2] - box[0]
}

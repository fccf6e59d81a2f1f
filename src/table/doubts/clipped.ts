import type { Said } from '../../finding.ts'
import type { Cell, Table } from '../table.ts'
import { decimalsOf, isAmount, squash } from '../words.ts'
import { type Doubted, findingsByPage, withDoubted } from './doubted.ts'

/** So many amounts of a table with all its decimals tell how many an amount has. */
const FEWEST_WHOLE = 3
/** What was cut off began behind the last digit, so less than a digit has room there (in digits of the amount). */
const ROOM = 1
/** An amount set to the right that was clipped comes nearer to its border than any that is whole by this much (in digits). */
const NEARER = 0.15
/** What stays of 2,097.19 or 209.98 where the cell hides its first digit: no amount is written so. */
const HEADLESS = /^(?:[,，]|0\d)[\d,，]*[.．]\d/

/** A share, or a change with its arrow behind it, shows its end. */
const ENDED = /[%％↑↓]$/

/**
 * The table with less confidence in amounts that a cell narrower than its text has cut: those that fill it and lack
 * decimals of their column, and those of a column of which some lack their first digit. A finding for each page of them.
 */
export function withClippedDoubt(table: Table): Doubted {
  const figures = table.cells.filter(
    ({ row, columnSpan, text }) =>
      row >= table.headerRows &&
      columnSpan === 1 &&
      ((isAmount(text) && !ENDED.test(squash(text))) || HEADLESS.test(squash(text))),
  )
  const usual = figures.reduce((most, cell) => Math.max(most, decimalsOf(cell)), 0)
  const isWhole = (cell: Cell): boolean => decimalsOf(cell) === usual
  // A text may jut out over its cell, which says nothing of its padding.
  const padding = Math.max(
    0,
    leastOf(figures, ({ before, behind }) => Math.min(before, behind)),
  )
  const columns = [...Map.groupBy(figures, ({ column }) => column).values()]
  const behind =
    figures.filter(cell => isWhole(cell) && isNonzero(cell)).length < FEWEST_WHOLE
      ? []
      : columns.flatMap(own => cutBehind(own, { isWhole, padding }))
  const clipped = new Set([...behind, ...columns.flatMap(cutBefore)])
  return { table: withDoubted(table, cell => clipped.has(cell)), findings: findingsByPage(table.id, clipped, said) }
}

/** Which amounts of a table have all the decimals that it prints, and what it leaves free beside a text that fills its cell (in digits). */
interface Measure {
  readonly isWhole: (cell: Cell) => boolean
  readonly padding: number
}

/** Amounts of a column that lack decimals, where no more of any has room in its cell: one that has was printed so; codes and whole 元 beside 0.00 have none. */
function cutBehind(own: readonly Cell[], { isWhole, padding }: Measure): Cell[] {
  if (!own.some(cell => decimalsOf(cell) > 0 && isNonzero(cell))) return []
  const short = own.filter(cell => !isWhole(cell) && /[1-9]|[.．]\d/.test(cell.text))
  const nearest = leastOf(own.filter(isWhole), ({ behind }) => behind)
  // Where no amount of the column is whole, counts of people look like those without the rest: what is left of money shows its point or comma.
  const isMoney = own.some(cell => isWhole(cell) && isNonzero(cell))
  const isClipped = (cell: Cell): boolean => {
    const { behind, before } = roomOf(cell)
    if (!isMoney && !/[.．,，]/.test(cell.text)) return false
    return behind < Math.min(ROOM, nearest - NEARER) || before + behind < ROOM + 2 * padding
  }
  return short.every(isClipped) ? short : []
}

const isNonzero = ({ text }: Cell): boolean => /[1-9]/.test(text)

/** Amounts of a column that begin as near to the left border as one without its first digit. */
function cutBefore(own: readonly Cell[]): Cell[] {
  const headless = own.filter(({ text }) => HEADLESS.test(squash(text)))
  const reach = Math.max(...headless.map(cell => roomOf(cell).before))
  return own.filter(cell => roomOf(cell).before <= reach)
}

/** The least room of some amounts; a table may have more than fit the arguments of a call. */
const leastOf = (cells: readonly Cell[], room: (one: Room) => number): number =>
  cells.reduce((least, cell) => Math.min(least, room(roomOf(cell))), Number.POSITIVE_INFINITY)

interface Room {
  readonly before: number
  readonly behind: number
}

/** What is free between a figure on one line and the sides of its cell, or others, in its digits. */
function roomOf({ box, lines, textLeft, textRight }: Cell, left = box[0], right = box[2]): Room {
  const [line = ''] = lines
  if (textLeft === null || textRight === undefined || lines.length > 1)
    return { before: Number.POSITIVE_INFINITY, behind: Number.POSITIVE_INFINITY }
  const digit = (textRight - textLeft) / line.length
  return { before: (textLeft - left) / digit, behind: (right - textRight) / digit }
}

const said = (page: number, cells: readonly Cell[]): Said => ({
  code: 'cut-doubtful',
  actual: cells.map(({ text }) => text).join(' '),
  zh: `第${page}页有${cells.length}个金额印到了单元格的边线，且同列有数少小数位或缺首位，可能被单元格截断`,
  en: `${cells.length} amounts on page ${page} reach the border of their cells in columns where decimals or first digits are missing; the cells may have cut them off`,
})

/** What runs over the edge of the paper leaves less than this much of a digit free before it: the rest of the figure is not shown (from .3 to .6 alike; .84 takes whole figures of a turned table, case prose-upright-table-turned). */
const ROOM_ON_PAPER = 0.6

/** The same for figures that reach the edge of the paper, which may have cut them; `widths` are those of the pages by their numbers. */
export function withPaperEdgeDoubt(table: Table, widths: ReadonlyMap<number, number>): Doubted {
  const reachesEdge = (cell: Cell): boolean => {
    const { before, behind } = roomOf(cell, 0, widths.get(cell.page) ?? Number.POSITIVE_INFINITY)
    return /\d/.test(cell.text) && Math.min(before, behind) < ROOM_ON_PAPER
  }
  const cut = new Set(table.cells.filter(cell => cell.row >= table.headerRows && reachesEdge(cell)))
  return { table: withDoubted(table, cell => cut.has(cell)), findings: findingsByPage(table.id, cut, saidOfPaper) }
}

const saidOfPaper = (page: number, cells: readonly Cell[]): Said => ({
  code: 'cut-doubtful',
  actual: cells.map(({ text }) => text).join(' '),
  zh: `第${page}页有${cells.length}个数印到了纸边，可能被纸边截断，其外的内容没有印出`,
  en: `${cells.length} figures on page ${page} reach the edge of the paper, which may have cut them and what stands beyond`,
})

import { type Finding, findingFrom, type Words } from '../../finding.ts'
import { itemAt } from '../../geometry.ts'
import { coversRow } from '../../grid/grid.ts'
import { isUnitLabel } from '../../unit-label.ts'
import { doubtfulNames } from '../captions/same-title.ts'
import { type Doubted, withDoubted } from '../doubts/doubted.ts'
import { MOSTLY, printsAmount } from '../joins/column-content.ts'
import type { Sheet } from '../joins/sheet.ts'
import type { Cell, Table } from '../table.ts'
import { isAmount, isWords, squash } from '../words.ts'

/** A row of words over so many columns of amounts, and over half of them, is no row of figures. */
const FEWEST_COLUMNS = 2

/** A title with the number of its column behind it. */
const COUNTED = /[^\d\s.,-]\s*(\d{1,2})$/u

/** What makes a header doubtful, with the cells it is seen in. */
interface Doubt extends Words {
  readonly cells: readonly Cell[]
}

/**
 * The table with less confidence in the cells that make its header doubtful, and a finding that names the first of them: a
 * table of figures has no header, a column has figures and no title, a group of columns has a blank title under it, the titles have swallowed the row of column
 * numbers, a title stands alone where two parts meet that stands under a group elsewhere, or a row below the header prints its titles again, a caption, or words where the columns have
 * amounts.
 */
export function withHeaderDoubt(table: Table, partStarts: readonly number[]): Doubted {
  const doubts =
    table.headerRows === 0
      ? [headless(table)]
      : [
          untitled(table),
          blankUnderGroup(table),
          countedTitles(table),
          outOfGroup(table, partStarts),
          titlesAgain(table),
          captionInside(table),
          wordsForAmounts(table),
        ]
  const doubt = doubts.find(({ cells }) => cells.length > 0)
  const [first] = doubt?.cells ?? []
  if (doubt === undefined || first === undefined) return { table, findings: [] }
  const finding = findingFrom({
    code: 'header-doubtful',
    table: table.id,
    page: first.page,
    box: first.box,
    actual: first.text,
    zh: `按表头${table.headerRows}行读取，但${doubt.zh}，表头可能有误`,
    en: `its header is read as ${table.headerRows} rows, but ${doubt.en}; the header may be another`,
  })
  return { table: withDoubted(table, cell => doubt.cells.includes(cell)), findings: [finding] }
}

/** One finding for each line over a later page of a table that was read neither as a title nor as part of the header. */
export const unreadLineFindings = (table: string, sheet: Sheet): Finding[] =>
  doubtfulNames(sheet.strips.flatMap(({ pieces }) => pieces)).map(({ page, text }) =>
    findingFrom({
      code: 'header-doubtful',
      table,
      page,
      actual: text,
      zh: `第${page}页表格上方的“${text}”未作表名，也可能是表头的一部分`,
      en: `“${text}” over the grid of page ${page} is read as no title of its own; it may be part of the header`,
    }),
  )

type HeadedTable = Pick<Table, 'headerRows' | 'columns' | 'cells'>

const bodyOf = ({ cells, headerRows }: HeadedTable): Cell[] => cells.filter(({ row, text }) => row >= headerRows && text !== '')

/** A table without a header that prints more figures than words, or figures in half of its columns, is no form, whose labels stand beside their values or over those of a band: its header was not found. */
function headless({ cells, columns }: HeadedTable): Doubt {
  const amounts = cells.filter(({ text }) => isAmount(text))
  const figures = figureColumns(cells, columns).filter(({ index }) => !isHeadedInBand(cells, index))
  const isWordy = cells.filter(({ text }) => isWords(text)).length >= amounts.length
  const own = isWordy && 2 * figures.length < columns.length ? [] : figures
  const inColumns = amounts.filter(({ column }) => own.some(({ index }) => index === column))
  return { zh: '表中有成列的金额而没有标题', en: 'it has columns of amounts without titles', cells: inColumns }
}

/** Whether the first figures of a column stand below a head in a band of a form: a label left of it is beside the rows below, too. */
function isHeadedInBand(cells: readonly Cell[], index: number): boolean {
  const own = filledIn(cells, index)
  const first = own.findIndex(({ text }) => printsAmount(text))
  const above = own.slice(0, Math.max(0, first))
  return above.some(head => {
    const left = cells.find(cell => coversRow(cell, head.row))
    return isWords(head.text) && left !== undefined && left.row + left.rowSpan > head.row + head.rowSpan
  })
}

/** The filled cells of one column alone. */
const filledIn = (cells: readonly Cell[], index: number): Cell[] =>
  cells.filter(({ column, columnSpan, text }) => column === index && columnSpan === 1 && text !== '')

/** Columns of which most filled cells are amounts, or stand for none. */
const figureColumns = (cells: readonly Cell[], columns: HeadedTable['columns']): HeadedTable['columns'] =>
  columns.filter(({ index }) => {
    const own = filledIn(cells, index)
    return own.length > FEWEST_COLUMNS && own.filter(({ text }) => printsAmount(text)).length >= MOSTLY * own.length
  })

function untitled(table: HeadedTable): Doubt {
  const bare = new Set(table.columns.flatMap(({ index, path }) => (path.length === 0 ? [index] : [])))
  const cells = bodyOf(table).filter(({ column, columnSpan }) => columnSpan === 1 && bare.has(column))
  const [first] = cells
  return {
    zh: first === undefined ? '' : `第${first.column + 1}列有内容而没有标题`,
    en: 'a column with content has no title',
    cells,
  }
}

/** A blank title under one of a group, with no title below it, where figures stand below the header. */
function blankUnderGroup(table: HeadedTable): Doubt {
  const { cells, headerRows } = table
  const groups = cells.filter(
    ({ row, rowSpan, columnSpan, text }) => text !== '' && columnSpan > 1 && row + rowSpan < headerRows,
  )
  const isUnder = (cell: Cell, group: Cell): boolean =>
    cell.row === group.row + group.rowSpan && cell.column >= group.column && cell.column < group.column + group.columnSpan
  const heads = cells.filter(({ row }) => row < headerRows)
  const isTitled = ({ row, column, columnSpan }: Cell): boolean =>
    heads.some(
      head => head.row > row && head.text !== '' && head.column < column + columnSpan && column < head.column + head.columnSpan,
    )
  const blank = heads.filter(cell => cell.text === '' && !isTitled(cell) && groups.some(group => isUnder(cell, group)))
  const hasFigures = bodyOf(table).some(({ text }) => isAmount(text))
  return { zh: '合并标题下有空白标题', en: 'a title under a group is blank', cells: hasFigures ? blank : [] }
}

/** Titles that end in the numbers of their columns, 合计1 | 基本支出2 | 项目支出3: the row below them that counts them was read into them. */
function countedTitles({ cells, columns, headerRows }: HeadedTable): Doubt {
  const titles = cells
    .filter(({ row, rowSpan, text }) => row + rowSpan === headerRows && COUNTED.test(text))
    .sort((a, b) => a.column - b.column)
  const numbers = titles.map(({ text }) => Number(COUNTED.exec(text)?.[1]))
  const isCount = numbers.every((number, index) => index === 0 || number === itemAt(numbers, index - 1) + 1)
  const isMost = titles.length > FEWEST_COLUMNS && titles.length >= columns.length / 2
  return {
    zh: '标题末尾连着栏次',
    en: 'its titles end in the numbers of their columns',
    cells: isCount && isMost ? titles : [],
  }
}

/** A title alone at the border between two parts that another column has under a group, 基本支出 beside 一般公共预算 > 基本支出, or that stands beside a group of one column: the paper parted it from its group. */
function outOfGroup({ cells, columns, headerRows }: HeadedTable, partStarts: readonly number[]): Doubt {
  const grouped = new Set(columns.flatMap(({ path }) => (path.length > 1 ? [path.at(-1) ?? ''] : [])))
  const isLoneGroup = (at: number): boolean =>
    cells.some(
      ({ row, rowSpan, column, columnSpan, text }) =>
        column === at && columnSpan === 1 && row + rowSpan < headerRows && squash(text) === columns[at]?.path.at(-2),
    )
  const isAlone = (at: number, beside: number): boolean => {
    const { path: [title = '', ...more] = [] } = columns[at] ?? {}
    // The last column of a table may well stand alone.
    return title !== '' && more.length === 0 && at < columns.length - 1 && (grouped.has(title) || isLoneGroup(beside))
  }
  const alone = partStarts.flatMap(start => [
    ...(isAlone(start - 1, start) ? [start - 1] : []),
    ...(isAlone(start, start - 1) ? [start] : []),
  ])
  const titles = cells.filter(({ row, column, text }) => row < headerRows && text !== '' && alone.includes(column))
  return {
    zh: `两部分相接处的“${titles[0]?.text ?? ''}”单独成列，可能属于旁边的一组`,
    en: `“${titles[0]?.text ?? ''}” stands alone where two parts meet and may belong to a group`,
    cells: titles,
  }
}

/** A row that names a unit as only captions do, 单位：万元: the caption of another table, where rows follow. */
function captionInside(table: HeadedTable): Doubt {
  const own = bodyOf(table)
  const unit = own.find(({ row, text }) => isUnitLabel(text) && own.some(below => below.row > row))
  return {
    zh: '表中有一行印有“单位：元”之类，可能是另一张表的表头',
    en: 'a row prints a unit as captions do; another table may begin there',
    cells: unit === undefined ? [] : own.filter(({ row }) => row === unit.row),
  }
}

/** A row whose cells are, half of them or more, the titles of their columns: a header printed again that was not taken out. */
function titlesAgain(table: HeadedTable): Doubt {
  const rows = Map.groupBy(bodyOf(table), ({ row }) => row)
  const isTitle = ({ column, text }: Cell): boolean =>
    isWords(text) && table.columns[column]?.path.includes(squash(text)) === true
  const again = [...rows.values()].find(row => {
    const titles = row.filter(isTitle).length
    return titles >= FEWEST_COLUMNS && titles >= row.length / 2
  })
  return { zh: '表中有一行重复了标题', en: 'a row below it prints its titles again', cells: again ?? [] }
}

function wordsForAmounts(table: HeadedTable): Doubt {
  const body = bodyOf(table).filter(({ columnSpan }) => columnSpan === 1)
  const amounts = figureColumns(body, table.columns)
  const isOver = ({ column, text }: Cell): boolean => isWords(text) && amounts.some(({ index }) => index === column)
  const words = body.filter(isOver)
  const cells = words.filter(cell => {
    const beside = words.filter(({ row }) => row === cell.row).length
    return beside >= FEWEST_COLUMNS && beside > amounts.length / 2
  })
  return { zh: '表中有一行在金额列印有文字', en: 'a row prints words where its columns have amounts', cells }
}

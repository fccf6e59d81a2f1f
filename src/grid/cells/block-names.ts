import { centreOf, itemAt, numbersFrom, overlap, runsOf } from '../../geometry.ts'
import { inked, linesOf } from '../../lines.ts'
import type { Glyph, Ruling } from '../../page/page.ts'
import { type Covered, coversRow } from '../grid.ts'
import { CENTRED, HAN, isAmount, isDash, isFormatted, textIn } from '../texts/words.ts'
import type { Draft } from './cells.ts'
import { MIDDLE } from './fill.ts'
import {
  type Block,
  blocksAround,
  type Height,
  heightOf,
  middleOf,
  type Name,
  namesOf,
  type TableRow,
  withWhite,
} from './row-blocks.ts'
import { type Part, partsOf, withSpreads } from './spread-cells.ts'

/** Names of rows stand in at least this share of the rows with figures. */
const MOSTLY = 0.9
/** So many rows with figures make a table in which names may stand beside several. */
const LEAST_ROWS = 3
/** What a total is called. */
const TOTAL = /[合总共小]计$/

/** The columns before the one that names each row, and the rows beside which something may stand in them. */
interface Side {
  readonly draft: Draft
  readonly parts: readonly Part[]
  /** How many columns stand before the names of the rows. */
  readonly columns: number
  /** Rows that have print behind these columns, from top to bottom, with the heights from border to border. */
  readonly rows: readonly (TableRow & { readonly row: number; readonly print: Height })[]
}

/**
 * A draft in which names that stand in front of several rows (the office of a list of subjects) are cells over these rows, though
 * no rule shows it. Such a name is printed in the middle of its rows, often between two of them and wrapped into lines that stand
 * beside different rows: each is a cell over the rows that it is in the middle of, where all names of a column share the rows
 * out so, and else over those that its lines stand beside.
 */
export function withBlockNames(draft: Draft, rulings: readonly Ruling[]): Draft {
  const side = sideOf(draft)
  if (side === null) return draft
  const spreads = runsBetweenSums(side).flatMap(run => spreadsOf({ ...side, rows: run }, rulings))
  return spreads.some(spread => isNews(spread, side.parts)) ? withSpreads(draft, spreads) : draft
}

const hasHan = (glyphs: readonly Glyph[]): boolean => glyphs.some(({ text }) => HAN.test(text))
const isFigure = ({ place, glyphs }: Part): boolean => {
  const text = place.rowSpan === 1 ? textIn(inked(glyphs)) : ''
  return isAmount(text) || isDash(text)
}

/** The columns in front of the first one that has a name in nearly each row with figures behind it; null where there are none, or they are a list with figures of its own. */
function sideOf(draft: Draft): Side | null {
  const parts = partsOf(draft)
  const named = parts.filter(({ place, glyphs }) => place.rowSpan * place.columnSpan === 1 && hasHan(glyphs))
  const leftmost = Math.min(...named.map(({ place }) => place.column))
  // Most tables: no name stands in front of those of the rows.
  if (named.filter(({ place }) => place.column === leftmost).length >= MOSTLY * (draft.rowEdges.length - 1)) return null
  const figures = parts.filter(isFigure)
  const totals = totalsIn(parts)
  for (let column = 0; column < draft.columnEdges.length - 1; column++) {
    const rows = new Set(figures.filter(({ place }) => place.column > column).map(({ place }) => place.row))
    const own = named.filter(({ place }) => place.column === column && rows.has(place.row))
    if (rows.size < LEAST_ROWS) return null
    if (own.length < MOSTLY * [...rows].filter(row => !totals.has(row)).length) continue
    const isList = parts.some(({ place, glyphs }) => place.column < column && isListed(textIn(inked(glyphs))))
    return column === 0 || isList
      ? null
      : { draft, parts, columns: column, rows: rowsBeside({ parts, totals }, column, [...rows]) }
  }
  return null
}

/** Whether a text is a figure and no code, or stands for none. */
const isListed = (text: string): boolean => isFormatted(text) || isDash(text)

/** The rows that are called a total, in whatever column. */
const totalsIn = (parts: readonly Part[]): ReadonlySet<number> =>
  new Set(parts.flatMap(({ place, glyphs }) => (place.rowSpan === 1 && TOTAL.test(textIn(inked(glyphs))) ? [place.row] : [])))

/** The rows from the first to the last with figures that have print behind some columns. */
function rowsBeside(
  { parts, totals }: { readonly parts: readonly Part[]; readonly totals: ReadonlySet<number> },
  columns: number,
  figured: readonly number[],
): Side['rows'] {
  const [first, last] = [Math.min(...figured), Math.max(...figured)]
  const behind = parts.filter(({ place }) => place.column >= columns && place.rowSpan === 1)
  const printed = numbersFrom(first, last + 1).flatMap(row => {
    const print = heightOf(behind.filter(({ place }) => place.row === row).flatMap(({ glyphs }) => glyphs))
    return print === undefined ? [] : [{ row, print, isTotal: totals.has(row) }]
  })
  const heights = withWhite(printed.map(({ print }) => print))
  return printed.map((row, index) => ({ ...row, ...itemAt(heights, index) }))
}

/** The rows of a side in runs: a text over several of its columns, 合计, is the name of its row and parts them. */
function runsBetweenSums({ draft, parts, columns, rows }: Side): Side['rows'][] {
  const wide = parts.filter(part => part.place.column < columns && isOneText(part, draft.columnEdges))
  const isSum = (row: number): boolean => wide.some(({ place }) => coversRow(place, row))
  return runsOf(rows, (row, above) => isSum(row.row) === isSum(above.row)).filter(([first]) => first && !isSum(first.row))
}

/** Whether a cell over several columns holds a text that no border between them parts, at least by the white of a letter. */
function isOneText({ place, glyphs }: Part, columnEdges: readonly number[]): boolean {
  const print = inked(glyphs)
  const inner = columnEdges.slice(place.column + 1, place.column + place.columnSpan)
  const isParted = inner.some(edge => {
    const [left, right] = [print.filter(({ box }) => box[0] < edge), print.filter(({ box }) => box[0] >= edge)]
    const white = Math.min(...right.map(({ box }) => box[0])) - Math.max(...left.map(({ box }) => box[2]))
    return left.length > 0 && right.length > 0 && white >= itemAt(left, 0).size
  })
  return inner.length > 0 && print.length > 0 && !isParted
}

/** What stands in a column of a side beside its rows. */
function glyphsIn({ draft, parts, columns, rows }: Side, column: number): Glyph[] {
  const [left, right] = [itemAt(draft.columnEdges, column), itemAt(draft.columnEdges, column + 1)]
  const [first, last] = [itemAt(rows, 0), itemAt(rows, rows.length - 1)]
  const isIn = ({ box }: Glyph): boolean => centreOf(box) >= left && centreOf(box) < right
  return parts
    .filter(({ place }) => place.column < columns && place.row + place.rowSpan > first.row && place.row <= last.row)
    .flatMap(({ place, glyphs }) =>
      inked(glyphs).filter(glyph => (place.columnSpan === 1 ? place.column === column : isIn(glyph))),
    )
    .filter(glyph => isBetween(glyph, first.top, last.bottom))
}

/** The names beside the rows of a side that stand in front of several, and the codes beside them, as cells over these rows. */
function spreadsOf(side: Side, rulings: readonly Ruling[]): Part[] {
  const columns = numbersFrom(0, side.columns).map((column): Beside => ({ column, glyphs: glyphsIn(side, column) }))
  const named = columns.map(beside => ({ ...beside, spreads: hasHan(beside.glyphs) ? namesBeside(side, beside, rulings) : [] }))
  const [names] = named.filter(({ spreads }) => spreads.length > 0)
  if (names === undefined) return []
  const before = columns.slice(0, names.column).filter(({ glyphs }) => !hasHan(glyphs))
  const codes = before.flatMap(beside => codesBeside(names.spreads, beside, side))
  return [...named.flatMap(({ spreads }) => spreads), ...codes]
}

/** The print of a column beside some rows. */
interface Beside {
  readonly column: number
  readonly glyphs: readonly Glyph[]
}

const asPart = ({ first, end }: Block, { column, glyphs }: Beside, rows: Side['rows']): Part => {
  const [row, last] = [itemAt(rows, first).row, itemAt(rows, end - 1).row]
  return { place: { row, column, rowSpan: last - row + 1, columnSpan: 1 }, glyphs, doubtful: false }
}

/** The names of a column over the rows that they are in the middle of, or else over those that their lines stand beside; those that a rule parts are left. Codes below a 总计 are no names. */
function namesBeside(side: Side, { column, glyphs }: Beside, rulings: readonly Ruling[]): Part[] {
  const prints = side.rows.map(({ print }) => print)
  const apart = namesOf(glyphs, prints)
  if (apart.length >= side.rows.length || !apart.every(name => hasHan(name.glyphs))) return []
  const isFree = ({ block, name }: Placed): boolean => block.first >= 0 && !isRuled(block, name, { column, side, rulings })
  const shared = [apart, namesOf(glyphs, [])].flatMap(names => {
    const blocks = blocksAround(names, side.rows)?.map((block, index): Placed => ({ block, name: itemAt(names, index) }))
    return blocks?.every(isFree) ? [blocks] : []
  })
  const isOpen = !isRuled({ first: 0, end: side.rows.length }, itemAt(apart, 0), { column, side, rulings })
  const touched = isOpen ? apart.map((name): Placed => ({ name, block: touchedBy(name, side) })) : []
  const placed =
    shared[0] ?? touched.filter(isFree).filter((one, _, all) => all.every(other => other === one || areApart(one, other)))
  return placed.map(({ block, name }) => asPart(block, { column, glyphs: name.glyphs }, side.rows))
}

/** A name with its rows. */
interface Placed {
  readonly name: Name
  readonly block: Block
}

const areApart = ({ block }: Placed, other: Placed): boolean =>
  overlap(block.first, block.end, other.block.first, other.block.end) <= 0

/** The rows that a name stands beside with more than the edge of its print. */
function touchedBy(name: Name, { rows }: Side): Block {
  const reach = CENTRED * name.size
  const isTouched = ({ top, bottom }: Height): boolean => overlap(top, bottom, name.top, name.bottom) > reach
  const first = rows.findIndex(isTouched)
  return { first, end: rows.findLastIndex(isTouched) + 1 }
}

/** The codes of a column in front of names that stand beside their middles, over the rows of these. */
function codesBeside(names: readonly Part[], { column, glyphs }: Beside, { rows, parts }: Side): Part[] {
  return names.flatMap(({ place, glyphs: name }) => {
    const end = place.row + place.rowSpan
    const own = rows.filter(({ row }) => row >= place.row && row < end)
    const [top, bottom] = [itemAt(own, 0).top, itemAt(own, own.length - 1).bottom]
    const code = glyphs.filter(glyph => isBetween(glyph, top, bottom))
    const isElsewhere = parts.some(
      part =>
        isOver(part.place, { ...place, column }) && part.glyphs.some(glyph => glyphs.includes(glyph) && !code.includes(glyph)),
    )
    return isElsewhere || !isBeside(code, name) ? [] : [{ place: { ...place, column }, glyphs: code, doubtful: false }]
  })
}

/** Whether two places share a position. */
const isOver = (one: Covered, other: Covered): boolean =>
  overlap(one.row, one.row + one.rowSpan, other.row, other.row + other.rowSpan) > 0 &&
  overlap(one.column, one.column + one.columnSpan, other.column, other.column + other.columnSpan) > 0

const isBetween = ({ baseline, size }: Glyph, top: number, bottom: number): boolean =>
  baseline - MIDDLE * size > top && baseline - MIDDLE * size < bottom

/** Whether a code is a line beside the middle of a name: codes of all its rows are in the middle, too, but higher. */
function isBeside(code: readonly Glyph[], name: readonly Glyph[]): boolean {
  const [own, other, size] = [heightOf(code), heightOf(name), code[0]?.size]
  if (own === undefined || other === undefined || size === undefined) return false
  return linesOf(code).length === 1 && Math.abs(middleOf(own) - middleOf(other)) <= CENTRED * size
}

/** Whether a rule runs through a column between some of its rows, or between them and the name that stands beside them. */
function isRuled(
  { first, end }: Block,
  name: Name,
  {
    column,
    side: { draft, rows },
    rulings,
  }: { readonly column: number; readonly side: Side; readonly rulings: readonly Ruling[] },
): boolean {
  const [left, right] = [itemAt(draft.columnEdges, column), itemAt(draft.columnEdges, column + 1)]
  const from = Math.min(itemAt(rows, first).print.bottom, name.bottom)
  const to = Math.max(itemAt(rows, end - 1).print.top, name.top)
  return rulings.some(
    rule =>
      rule.axis === 'horizontal' &&
      rule.at > from &&
      rule.at < to &&
      2 * overlap(rule.from, rule.to, left, right) > right - left,
  )
}

/** Whether a text is not in one cell over its rows yet: cut, or in fewer rows. */
function isNews({ place, glyphs }: Part, parts: readonly Part[]): boolean {
  const end = place.row + place.rowSpan
  return !parts.some(
    ({ place: own, glyphs: all }) =>
      own.column <= place.column &&
      own.column + own.columnSpan > place.column &&
      own.row <= place.row &&
      own.row + own.rowSpan >= end &&
      inked(all).length === glyphs.length,
  )
}

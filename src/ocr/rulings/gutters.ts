import { overlap, unionAll } from '../../geometry.ts'
import { markOf } from '../lines/marks.ts'
import type { Ink, PixelBox } from '../picture/raster.ts'
import type { ScannedRuling, ScannedRulings } from './scanned-rulings.ts'

/** Stripes of a table begin and end within this (in glyph heights) at the same places, and are so many. */
const SAME_END = 0.5
const STRIPES = 3
/** The white rows between two stripes are no higher than this times the highest stripe: what is higher is between two tables. */
const ROWS_APART = 3
/** A row is no lower than this (in glyph heights). */
const LOWEST = 0.9
/** White between two columns is this wide (in glyph heights); beside the 1 in codes that all begin alike it is .23 at most. */
const WIDE = 0.27
/** Names of groups cross the white between the columns they stand over: in this share of the rows at most. */
const CROSSED = 0.15
/** Points and commas below each other (in glyph heights) are narrower and lower than this: the white beside them parts nothing. */
const POINT_WIDE = 0.25
const POINT_HIGH = 0.45
/** White over and under print that crosses a gutter (in glyph heights): a wall stands no nearer. */
const AIR = 0.1

/** White along a table that parts two columns, in pixels. */
interface Gutter {
  readonly from: number
  readonly to: number
}

/** So near to the border of a row (in glyph heights) ink is the rest of a ruling. */
const INSET = 0.15

/** A table by its rows, tinted and white ones, from top to bottom, and the white between its columns. */
interface OpenTable {
  readonly rows: readonly PixelBox[]
  readonly gutters: readonly Gutter[]
}

/** Tables that have rows of tinted paper and no vertical rulings. */
interface OpenTables {
  /** The white that runs down between their columns. */
  readonly gutters: readonly ScannedRuling[]
  /** Borders of their rows, and of their columns as far as no name of a group stands over several. */
  readonly walls: ScannedRulings
}

/** The columns of tables that nobody drew lines between, by the white between them. `ink` is the print of the page. */
export function openTables(
  ink: Ink,
  shades: readonly PixelBox[],
  { vertical }: Pick<ScannedRulings, 'vertical'>,
  em: number,
): OpenTables {
  const tables = stripedTables(shades, em)
    .filter(rows => !vertical.some(line => isInside(line, boxOf(rows), em)))
    .map(rows => ({ rows, gutters: guttersIn(ink, rows, em) }))
    .filter(({ gutters }) => gutters.length > 0)
  const walls = tables.map(table => wallsOf(ink, table, em))
  const gutters = tables.flatMap(({ rows, gutters }) => {
    const [, top, , bottom] = boxOf(rows)
    return gutters.map(gutter => border('vertical', middleOf(gutter), top, bottom))
  })
  const all = { horizontal: walls.flatMap(own => own.horizontal), vertical: walls.flatMap(own => own.vertical) }
  return { gutters, walls: all }
}

const boxOf = (rows: readonly PixelBox[]): PixelBox => {
  const [left, top, right, bottom] = unionAll(rows)
  return [left, top, right, bottom]
}

/** The rows of each table with stripes, tinted and white ones, from top to bottom. */
function stripedTables(shades: readonly PixelBox[], em: number): PixelBox[][] {
  const tables: PixelBox[][] = []
  for (const stripe of shades.toSorted((a, b) => a[1] - b[1])) {
    const [left, top, right, bottom] = stripe
    const table = tables.find(rows => {
      const last = rows.at(-1) ?? stripe
      const isAlike = Math.abs(last[0] - left) <= SAME_END * em && Math.abs(last[2] - right) <= SAME_END * em
      return isAlike && top - last[3] <= ROWS_APART * Math.max(last[3] - last[1], bottom - top)
    })
    const above = table?.at(-1)?.[3] ?? top
    if (table === undefined) tables.push([stripe])
    else table.push(...(top - above >= LOWEST * em ? [[left, above, right, top] as const] : []), stripe)
  }
  return tables.filter(rows => rows.length >= STRIPES)
}

/** Whether a vertical line parts a table. */
const isInside = ({ at, from, to }: ScannedRuling, [left, top, right, bottom]: PixelBox, em: number): boolean =>
  at > left + em && at < right - em && overlap(from, to, top, bottom) > 2 * em

/** The borders of the rows of a table and the walls along its gutters. */
function wallsOf(ink: Ink, { rows, gutters }: OpenTable, em: number): ScannedRulings {
  const [left, top, right, bottom] = boxOf(rows)
  const horizontal = [top, ...rows.map(row => row[3])].map(at => border('horizontal', at, left, right))
  const vertical = [border('vertical', left, top, bottom), border('vertical', right, top, bottom)]
  for (const row of rows.map(own => insetRow(own, em))) {
    const isOpen = ({ from, to }: Gutter) => markOf(ink, [from, row[1], to, row[3]]) === null
    const ends = [left, ...gutters.filter(isOpen).map(middleOf), right]
    for (const gutter of gutters) {
      const at = middleOf(gutter)
      const name = markOf(ink, [gutter.from, row[1], gutter.to, row[3]])
      const under = name === null ? row[1] : Math.round(name.box[3] + AIR * em)
      const [from = left, to = right] = [ends.findLast(end => end < at), ends.find(end => end > at)]
      const isOver = name !== null && row[3] - under >= LOWEST * em && markOf(ink, [from, under, to, row[3]]) !== null
      if (name === null || isOver) vertical.push(border('vertical', at, under, row[3]))
      if (isOver) horizontal.push(border('horizontal', under, from, to))
    }
  }
  return { horizontal, vertical }
}

const insetRow = ([left, top, right, bottom]: PixelBox, em: number): PixelBox => {
  const inset = Math.round(INSET * em)
  return [left, top + inset, right, bottom - inset]
}

const middleOf = ({ from, to }: Gutter): number => Math.round((from + to) / 2)

const border = (axis: ScannedRuling['axis'], at: number, from: number, to: number): ScannedRuling => ({
  ...{ axis, at, from, to, middles: [at], width: 0 },
})

/** What is white in nearly all rows of a table, between columns that hold more than points. */
function guttersIn(ink: Ink, rows: readonly PixelBox[], em: number): Gutter[] {
  const [left, , right] = boxOf(rows)
  const inner = rows.map(row => insetRow(row, em))
  const inked = new Uint16Array(right - left)
  for (const [, top, , bottom] of inner) {
    for (let x = left; x < right; x++) {
      let y = top
      while (y < bottom && ink.data[y * ink.width + x] === 0) y++
      if (y < bottom) inked[x - left] = (inked[x - left] ?? 0) + 1
    }
  }
  const gutters: Gutter[] = []
  const most = Math.floor(CROSSED * rows.length)
  for (let from = 0, to = 0; from < inked.length; from = to + 1) {
    for (to = from; to < inked.length && (inked[to] ?? 0) <= most; ) to++
    const core = from > 0 && to < inked.length ? whitest(inked, { from, to }, WIDE * em) : null
    if (core !== null) gutters.push({ from: left + core.from, to: left + core.to })
  }
  const isPoints = (from: number, to: number): boolean =>
    to - from <= POINT_WIDE * em && inner.every(row => heightOf(ink, [from, row[1], to, row[3]]) <= POINT_HIGH * em)
  return gutters.filter(
    ({ from, to }, index) =>
      !isPoints(to, gutters[index + 1]?.from ?? right) && !isPoints(gutters[index - 1]?.to ?? left, from),
  )
}

/** The widest stretch of some white that the fewest rows cross, at least so wide; null when there is none. */
function whitest(inked: Uint16Array, { from, to }: Gutter, least: number): Gutter | null {
  const levels = [...new Set(inked.subarray(from, to))].sort((a, b) => a - b)
  for (const level of levels) {
    let best: Gutter = { from, to: from }
    for (let x = from, start = from; x <= to; x++) {
      if (x < to && (inked[x] ?? 0) <= level) continue
      if (x - start > best.to - best.from) best = { from: start, to: x }
      start = x + 1
    }
    if (best.to - best.from >= least) return best
  }
  return null
}

function heightOf(ink: Ink, box: PixelBox): number {
  const mark = markOf(ink, box)
  return mark === null ? 0 : mark.box[3] - mark.box[1]
}

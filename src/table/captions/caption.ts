import { type Box, runsOf, unionAll } from '../../geometry.ts'
import type { Grid } from '../../grid/grid.ts'
import { isUnitLabel } from '../../unit-label.ts'
import type { UnitPlace } from '../table.ts'
import { CLOSED, OPENED, squash } from '../words.ts'
import {
  captionTexts,
  departmentOf,
  endsLikeTitle,
  isLabel,
  isNumberAlone,
  isPeriod,
  isUnitOrPeriod,
  numberOf,
  unitInBrackets,
  unitOf,
  withoutContinuation,
  withoutLabels,
} from './labels.ts'
import { beginsTitle, type Segment } from './surroundings.ts'
import { type CaptionLine, isProse, titleOf } from './title.ts'

/** What is printed around or at the top of a grid to name it; white space removed, null where nothing is printed. */
export interface Caption {
  readonly number: string | null
  readonly title: string | null
  readonly department: string | null
  /** Number and title of a line right below the grid, 表1 某某表, which stands near no other; null where none does. */
  readonly below: Pick<Caption, 'number' | 'title'> | null
  /** Lines that name the unit, the nearest above the grid first; one below it where none above does. */
  readonly units: readonly UnitPlace[]
  /** Whether it says that the table goes on: （续）, 续表, 接上页. */
  readonly isContinued: boolean
  /** What it is read from, in reading order. */
  readonly lines: readonly CaptionLine[]
  /** Lines above this grid, up to the grid before, that belong to no caption: prose, notes of the table above. */
  readonly otherLines: number
  /** Whether one of those lines reads like prose. */
  readonly hasProse: boolean
}

/** A caption has no more lines than this: number, title over two lines, period, department. */
const CAPTION_LINES = 6
/** A caption line stands within this many of its own heights above the next line or the grid. */
const NEAR = 5
/** A unit printed below a table is among its first lines there, and says hardly anything else. */
const LINES_BELOW = 3
const LONGEST_UNIT = 16
/** A caption below a table stands within so many of its own heights of it. */
const NEAR_BELOW = 3
/** Titles run to two lines of some 25 characters; longer text is prose. */
const LONGEST_TITLE = 60

/**
 * Read the caption of `grid` from the segments between it and what is above it (`top`), from rows at its top that span the
 * frame, and the unit also from the lines below it, down to `bottom`. All in points.
 */
export function captionOf(
  grid: Grid,
  segments: readonly Segment[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Caption {
  const above = segments.filter(segment => segment.baseline > top && segment.baseline <= grid.box[1] + segment.size / 2)
  const near = besideNoOther(nearest(above, grid.box), grid.box)
  const depth = captionDepth(grid)
  const inside = grid.cells.filter(cell => cell.row < depth && cell.text !== '')
  const printed: CaptionLine[] = [
    ...wholeLines(near.map(segment => ({ ...segment, text: squash(segment.text), inside: false }))),
    ...inside.flatMap(({ lines, box, source }) =>
      captionTexts(lines).map(text => ({ page: grid.page, text, box, baseline: box[3], size: 0, source, inside: true })),
    ),
  ]
  const lines = printed.map(line => ({ ...line, text: withoutContinuation(line.text) })).filter(({ text }) => text !== '')
  const below = segments.filter(segment => segment.baseline > grid.box[3] && segment.baseline < bottom)
  return {
    number: first(lines, numberOf),
    title: titleOf(lines, grid.box),
    department: first(lines, departmentOf),
    below: captionBelow(grid.box, below, bottom),
    units: unitsOf([...lines].reverse(), [...footOf(grid), ...below]),
    isContinued: printed.some(({ text }) => withoutContinuation(text) !== text),
    lines,
    otherLines: above.length - near.length,
    hasProse: above.some(segment => !near.includes(segment) && isProse(squash(segment.text))),
  }
}

/**
 * Lines in reading order, each bare label of the department as one with what stands apart behind it on its line (部门：      某某局), and a line
 * with an open bracket as one with that which closes it below: 收支总表（单位：万, 元）.
 */
function wholeLines(lines: readonly CaptionLine[]): CaptionLine[] {
  const isNamed = (line: CaptionLine, last: CaptionLine): boolean =>
    departmentOf(last.text) === '' && isOnLevel(last, line) && !isLabel(line.text)
  const isClosing = (line: CaptionLine, last: CaptionLine): boolean =>
    OPENED.test(last.text) && CLOSED.test(line.text) && beginsTitle(last, line)
  return runsOf(lines, (line, last) => isNamed(line, last) || isClosing(line, last)).map(run => {
    const [label, ...names] = run
    return names.length === 0
      ? (label as CaptionLine)
      : { ...(label as CaptionLine), text: run.map(({ text }) => text).join(''), box: unionAll(run.map(({ box }) => box)) }
  })
}

/** What the first line below a grid names it, where that is no caption of the next one. */
function captionBelow(box: Box, [line]: readonly Segment[], bottom: number): Caption['below'] {
  if (line === undefined || line.baseline - box[3] > NEAR_BELOW * line.size || bottom - line.baseline <= NEAR * line.size)
    return null
  const printed = { ...line, text: squash(line.text), inside: false }
  const number = numberOf(printed.text)
  const title = number === null ? null : titleOf([printed], box)
  return title === null || !endsLikeTitle(title) ? null : { number, title }
}

type Line = Pick<Segment, 'page' | 'text' | 'box'>

/** The last row of a grid where it is one cell that names the unit: a line below the table, drawn in its frame. */
const footOf = ({ page, cells, columnEdges, rowEdges }: Grid): Line[] =>
  cells
    .filter(({ row, columnSpan }) => row === rowEdges.length - 2 && columnSpan === columnEdges.length - 1)
    .flatMap(({ text, box }) => (isUnitLabel(text) ? [{ page, text, box }] : []))

/** The lines above a grid that name the unit, else the one just below it; behind a title it is the unit of the next table. */
function unitsOf(above: readonly Line[], below: readonly Line[]): UnitPlace[] {
  const placesOf = (lines: readonly Line[], where: (text: string) => UnitPlace['where']): UnitPlace[] =>
    lines.flatMap(({ page, box, text: printed }) => {
      const text = squash(printed)
      const unit = unitOf(text)
      return unit === null ? [] : [{ where: where(text), unit, text, page, box }]
    })
  const named = placesOf(above, text => (endsLikeTitle(text) ? 'title' : 'caption'))
  if (named.length > 0) return named
  const near = below.slice(0, LINES_BELOW).map(line => ({ ...line, text: squash(line.text) }))
  const first = near.find(({ text }) => isUnitAlone(text) || endsLikeTitle(text))
  return first === undefined || !isUnitAlone(first.text) ? [] : placesOf([first], () => 'below')
}

/** A line that does little more than name the unit, before it says anything else: 单位：万元, 注：金额单位为万元，合计数有尾差。 */
function isUnitAlone(text: string): boolean {
  const [clause = ''] = text.split(/[，,。；;]/)
  return unitOf(clause) !== null && clause.length <= LONGEST_UNIT
}

/** How many rows at the top of a grid are its caption, drawn inside the frame; empty rows over it and below a title belong to it. */
export function captionDepth(grid: Grid): number {
  let names = false
  for (let row = 0; row < CAPTION_LINES; row++) {
    const filled = grid.cells.filter(cell => cell.row === row && cell.text !== '')
    const texts = filled.map(cell => squash(cell.text))
    const [only] = filled.length === 1 && filled[0]?.columnSpan === widthAt(grid, row) ? filled : []
    const [whole] = only === undefined ? [] : captionTexts(only.lines)
    const isTitle = whole !== undefined && (endsLikeTitle(whole) || (row > 0 && isPeriod(whole)))
    const areHeads = texts.length > 1 && texts.some(namesColumn)
    if (!isTitle && (areHeads || !texts.every(text => isLabel(text) || isNumberAlone(text)))) return names ? row : 0
    names ||= texts.length > 0
  }
  return names ? CAPTION_LINES : 0
}

/** Whether a text names a column and behind it the unit, 项目（单位：元）, as no caption does: neither a title, nor a department, nor for which year. */
const namesColumn = (text: string): boolean =>
  unitInBrackets(text) !== null &&
  !/^[(（]/.test(text) &&
  departmentOf(text) === null &&
  !isUnitOrPeriod(text) &&
  !endsLikeTitle(withoutLabels(text))

/** How many columns the table of a row has: beside a narrower one that shares its frame stands one high empty cell. */
const widthAt = ({ cells, columnEdges }: Grid, at: number): number =>
  cells
    .filter(({ row, rowSpan, text }) => row <= at && row + rowSpan > at && rowSpan > 1 && text === '')
    .reduce((columns, { columnSpan }) => columns - columnSpan, columnEdges.length - 1)

/** The segments just above the grid, each near the next; a line of prose ends them. In reading order. */
function nearest(above: readonly Segment[], box: Box): Segment[] {
  const kept: Segment[] = []
  let reach = box[1]
  let lines = 0
  let level = Number.POSITIVE_INFINITY
  for (const segment of [...above].sort((a, b) => b.baseline - a.baseline)) {
    if (reach - segment.baseline > NEAR * segment.size) break
    if (segment.text.length > LONGEST_TITLE || isProse(squash(segment.text))) break
    if (level - segment.baseline > segment.size / 2) lines++
    if (lines > CAPTION_LINES) break
    level = segment.baseline
    reach = segment.baseline - segment.size
    kept.unshift(segment)
  }
  return kept.sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0])
}

/** Those of some segments that are not over the white beside a grid where the title of another table stands on the line of its own: one that has no rows was not read. */
function besideNoOther(segments: readonly Segment[], [left, , right]: Box): readonly Segment[] {
  const titles = segments.filter(({ text }) => numberOf(squash(text)) !== null && endsLikeTitle(squash(text)))
  const isOver = ({ box }: Segment): boolean => box[2] > left && box[0] < right
  const own = titles.find(isOver)
  const others = titles.filter(other => own !== undefined && !isOver(other) && isOnLevel(other, own))
  const isOfOther = ({ box }: Segment): boolean => others.some(other => (other.box[0] > right ? box[0] > right : box[2] < left))
  return others.length === 0 ? segments : segments.filter(segment => !isOfOther(segment))
}

const isOnLevel = (one: Pick<Segment, 'baseline' | 'size'>, other: Pick<Segment, 'baseline'>): boolean =>
  Math.abs(one.baseline - other.baseline) < one.size / 2

/** What the first line gives that gives anything but ''. */
const first = (lines: readonly CaptionLine[], read: (text: string) => string | null): string | null =>
  lines.map(({ text }) => read(text)).find(value => value !== null && value !== '') ?? null

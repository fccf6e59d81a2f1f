import { type Box, widthOf } from '../geometry.ts'
import type { Grid } from '../grid/grid.ts'
import type { Segment } from './surroundings.ts'

/** What is printed around or at the top of a grid to name it; white space removed, null where nothing is printed. */
export interface Caption {
  readonly number: string | null
  readonly title: string | null
  readonly department: string | null
  readonly unit: string | null
  /** Lines between the caption (or the grid above) and this grid that are none of these: prose, notes of the table above. */
  readonly otherLines: number
}

/** Lines further up than this many cannot belong to a caption: number, title over two lines, period, department. */
const CAPTION_LINES = 6
/** A title is set over the middle of its table, within this share of the table's width. */
const CENTRED = 0.12
/** A caption line stands within this many of its own heights above the next line or the grid. */
const NEAR = 5
/** Titles run to two lines of some 25 characters; longer text is prose. */
const LONGEST_TITLE = 60

const ORDINAL = '[一二三四五六七八九十百]+|[0-9]+(?:[-－—–.][0-9]+)*'
const SERIES = '公开|预算公开|决算公开|部门公开|预算|决算|财决|批复|预|决'
/** 表1-2, 附表3, 表十二, 公开表5, 预算公开表2 … and 公开01表, 财决批复08表. The series stays part of the number: as printed but for 表. */
const NUMBER_AFTER = new RegExp(`^附?((?:${SERIES})*)表(${ORDINAL})(?=$|[^0-9一二三四五六七八九十])`)
const NUMBER_BEFORE = new RegExp(`^附?((?:${SERIES})*)([0-9]{1,2}(?:[-－—–][0-9]+)*)表(?:格)?$`)
const NUMBER_IN_BRACKETS = new RegExp(`[(（]附?((?:${SERIES})*)表(${ORDINAL})[)）]`)
const UNIT = /(?:金额|货币|计量|计价)?单位[:：]?(?:人民币)?([百千万亿]*元)/
const UNIT_IN_BRACKETS = /[(（]([百千万亿]*元)[)）]$/
const DEPARTMENT =
  /^(?:编制|填报|填表|公开|预算|主管|资金主管|申报|报送)?(?:部门|单位)(?:名称)?(?:[(（](?:单位|部门|公章|盖章)[)）])?[:：](.*)$/
const PERIOD = /^[(（]?\d{4}年?度?[)）]?$/
const TITLE_END = /表(?:[(（][^()（）]*[)）])*$/
/** A line in brackets under a title says what kind it is: （按经济分类科目）. */
const QUALIFIER = /^[(（][^()（）]+[)）]$/
const NO_TITLE = /[。；;：:，,、]$|[。；]/

/** Read the caption of `grid` from the segments above it (down from `top`) and from rows at its top that span the frame. */
export function captionOf(grid: Grid, segments: readonly Segment[], top: number): Caption {
  const above = segments.filter(segment => segment.baseline > top && segment.baseline <= grid.box[1] + segment.size / 2)
  const inside = captionCells(grid).map(cell => ({
    page: grid.page,
    text: cell.text,
    box: cell.box,
    baseline: cell.box[3],
    size: 0,
    cell,
  }))
  const near = nearest(above, grid.box)
  const named = [...near, ...inside]
    .map(segment => ({ ...segment, text: squash(segment.text) }))
    .filter(segment => segment.text !== '')
  const title = titleOf(named, grid.box)
  return {
    number: firstOf(named, numberOf),
    title: title === null ? null : withoutLabels(title.text),
    department: firstOf(named, ({ text }) => departmentOf(text)),
    unit: lastOf(named, ({ text }) => unitOf(text)),
    otherLines: above.filter(segment => !near.includes(segment)).length,
  }
}

const squash = (text: string): string => text.replace(/\s+/gu, '')

/** The cells of the caption that is drawn inside the frame: title, period, department and unit in rows of their own. */
const captionCells = (grid: Grid): Grid['cells'] => grid.cells.filter(cell => cell.row < captionDepth(grid) && cell.text !== '')

/** How many rows at the top of a grid are its caption; an empty row below a title belongs to it. */
export function captionDepth(grid: Grid): number {
  const columns = grid.columnEdges.length - 1
  for (let row = 0; row < CAPTION_LINES; row++) {
    const filled = grid.cells
      .filter(cell => cell.row === row && cell.text !== '')
      .map(({ columnSpan, text }) => ({ columnSpan, text: squash(text) }))
    const whole = filled.length === 1 && filled[0]?.columnSpan === columns ? filled[0].text : null
    const isTitle = whole !== null && (TITLE_END.test(whole) || (row > 0 && PERIOD.test(whole)))
    const isLabels = filled.every(({ text }) => departmentOf(text) !== null || unitOf(text) !== null)
    if (!isTitle && !(isLabels && (filled.length > 0 || row > 0))) return row
  }
  return CAPTION_LINES
}

/** The segments just above the grid, each near the next; a line of prose ends them. In reading order. */
function nearest(above: readonly Segment[], box: Box): Segment[] {
  const kept: Segment[] = []
  let reach = box[1]
  let lines = 0
  let level = Number.POSITIVE_INFINITY
  for (const segment of [...above].sort((a, b) => b.baseline - a.baseline)) {
    if (reach - segment.baseline > NEAR * segment.size) break
    const isProse =
      segment.text.length > LONGEST_TITLE ||
      (NO_TITLE.test(segment.text) && departmentOf(squash(segment.text)) === null && unitOf(squash(segment.text)) === null)
    if (isProse) break
    if (level - segment.baseline > segment.size / 2) lines++
    if (lines > CAPTION_LINES) break
    level = segment.baseline
    reach = segment.baseline - segment.size
    kept.unshift(segment)
  }
  return kept.sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0])
}

interface Named extends Segment {
  readonly cell?: Grid['cells'][number]
}

/** The nearest segment that reads like a title, together with an equal line above it that it goes on from. */
function titleOf(named: readonly Named[], box: Box): { readonly text: string } | null {
  const candidates = named.filter(segment => isTitleLike(segment, box))
  const inside = candidates.find(segment => segment.cell !== undefined)
  const chosen = inside ?? candidates.findLast(segment => TITLE_END.test(segment.text)) ?? candidates.at(-1)
  if (chosen === undefined) return null
  const above = candidates[candidates.indexOf(chosen) - 1]
  const goesOn =
    above !== undefined &&
    chosen.cell === undefined &&
    !TITLE_END.test(above.text) &&
    Math.abs(above.size - chosen.size) < 0.05 * chosen.size &&
    chosen.baseline - above.baseline < 2.2 * chosen.size
  const below = named[named.indexOf(chosen) + 1]
  const qualifier =
    below !== undefined &&
    chosen.cell === undefined &&
    QUALIFIER.test(below.text) &&
    !PERIOD.test(below.text) &&
    unitOf(below.text) === null
      ? below.text
      : ''
  return { text: (goesOn ? above.text : '') + chosen.text + qualifier }
}

function isTitleLike(segment: Named, box: Box): boolean {
  const { text } = segment
  if (NO_TITLE.test(text) || PERIOD.test(text) || text.length < 3) return false
  if (unitOf(text) !== null && !TITLE_END.test(text)) return false
  if (departmentOf(text) !== null || withoutLabels(text) === '') return false
  if (segment.cell !== undefined) return true
  const middle = (segment.box[0] + segment.box[2]) / 2
  const centred = Math.abs(middle - (box[0] + box[2]) / 2) < CENTRED * widthOf(box)
  return TITLE_END.test(text)
    ? centred || /^表|^附?[^。]{0,40}表$/.test(text)
    : centred && widthOf(segment.box) < 0.9 * widthOf(box)
}

/** A title without the number and the unit that are printed beside it. */
const withoutLabels = (text: string): string => {
  const bare = text.replace(NUMBER_IN_BRACKETS, '').replace(UNIT_IN_BRACKETS, '')
  const match = NUMBER_AFTER.exec(bare)
  return (match === null ? (NUMBER_BEFORE.test(bare) ? '' : bare) : bare.slice(match[0].length)).replace(/^[:：、.．]/, '')
}

function numberOf({ text }: Segment): string | null {
  const match = NUMBER_AFTER.exec(text) ?? NUMBER_BEFORE.exec(text) ?? NUMBER_IN_BRACKETS.exec(text)
  return match === null ? null : `${match[1] ?? ''}${match[2] ?? ''}`.replace(/[－—–]/g, '-')
}

const unitOf = (text: string): string | null => (UNIT.exec(text) ?? UNIT_IN_BRACKETS.exec(text))?.[1] ?? null

/** The department that a label names; `单位：万元` is no department, an empty label gives ''. */
function departmentOf(text: string): string | null {
  const name = DEPARTMENT.exec(text)?.[1]
  if (name === undefined) return null
  const bare = name.replace(new RegExp(`${UNIT.source}.*$`), '')
  return /^[百千万亿]*元/.test(bare) ? null : bare
}

function firstOf(named: readonly Named[], read: (segment: Named) => string | null): string | null {
  for (const segment of named) {
    const value = read(segment)
    if (value !== null && value !== '') return value
  }
  return null
}

const lastOf = (named: readonly Named[], read: (segment: Named) => string | null): string | null =>
  firstOf([...named].reverse(), read)

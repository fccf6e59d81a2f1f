import { alikeOf, type Box, endsOf, isOneOf, itemAt, neighbours, overlap, runsOf, usualSize } from '../../geometry.ts'
import type { Ruling } from '../../page/page.ts'
import { isUnitLabel } from '../../unit-label.ts'
import type { Border } from '../borders/drawn.ts'
import { SNAP } from '../borders/edges.ts'
import { isNames, LARGER, LEAST_NAMES, namesBelow, namesOver } from '../headers/header-above.ts'
import { columnsOf, meets } from '../texts/columns.ts'
import { hasFigure, isDash, isFormatted, phrasesOf, STAND_OFF, type TextLine } from '../texts/words.ts'
import {
  type Area,
  bodyStart,
  clustersOf,
  isAlike,
  isRow,
  longestFirst,
  NEXT_ROW,
  SAME_END,
  WRAPPED_LINES,
  within,
} from './areas.ts'
import { isRunning } from './prose.ts'
import { commonJoints, cutAtJoints, type JoinedRule, joinedRules, jointsOf } from './rule-joints.ts'
import { isSetAsTitle, titleOf } from './stripes.ts'

/** Points by which a rule may be off the end of its table: producers round to tenths. */
const ROUNDING = 0.1
/** Heights of an empty row beside the lowest and the last of its table: between these it is a row of it. */
const EMPTY_HEIGHTS = { least: 0.6, most: 1.5 } as const
/** No more than this share of the lines in a band of columns run on: they are wrapped texts of cells. */
const FEW_PROSE = 0.3

/** A band between two rules is part of a table when at least this share of its lines stands in columns. */
const COLUMNAR = 0.4
/** … or when this many do and none runs on: a list of names of which few have an amount. */
const SPARSE_ROWS = 3
/** … or when none runs on and one holds so many texts, however long the texts of a column are wrapped: a goal of seven lines beside its eight other columns. */
const WHOLE_ROW = 4

/** Parallel horizontal rules of equal extent, with columns of text between them; `rulings` are the lines of the page as drawn. */
export function ruledAreas(
  lines: readonly TextLine[],
  { rules, rulings }: { readonly rules: readonly Border[]; readonly rulings: readonly Ruling[] },
  em: number,
): Area[] {
  const groups = alikeOf(longestFirst(rules), (rule, first) => isAlike(rule, first, em))
  const areas: Area[] = []
  for (const group of groups) {
    const free = group.filter(rule => !areas.some(area => area.rules.includes(rule))).sort((a, b) => a.at - b.at)
    if (free.length > 1) areas.push(...areasBetween(lines, withOpenEnd(joinedRules(free, rulings, em), rules, em), rules, em))
  }
  return areas
}

/**
 * Rules of one extent, top to bottom, with a last one where the page cuts a merged cell at the side of all rows: the rules between these begin
 * where the cell ends, at a border that the rules above are joined at, and end where those do, or the other way round.
 */
function withOpenEnd(drawn: readonly JoinedRule[], rules: readonly Border[], em: number): readonly JoinedRule[] {
  const [, last] = endsOf(drawn)
  const reach = SAME_END * em
  const spares = (rule: Border): boolean => {
    const [isFrom, isTo] = [Math.abs(rule.from - last.from) <= reach, Math.abs(rule.to - last.to) <= reach]
    return isFrom !== isTo && isOneOf(isFrom ? rule.to : rule.from, last.joints, SNAP * em)
  }
  const below = rules.filter(rule => rule.at > last.at + SNAP * em && spares(rule)).sort((a, b) => a.at - b.at)
  const [rows = []] = runsOf([last, ...below], (rule, above) => rule.at - above.at <= NEXT_ROW * em)
  const lowest = rows.at(-1)
  return lowest === undefined || rows.length <= SPARSE_ROWS ? drawn : [...drawn, { ...last, at: lowest.at }]
}

type Band = { readonly lines: TextLine[]; readonly kind: 'columns' | 'short' | 'prose' | 'empty'; readonly height: number }

function areasBetween(lines: readonly TextLine[], drawn: readonly JoinedRule[], rules: readonly Border[], em: number): Area[] {
  const left = Math.min(...drawn.map(rule => rule.from)) - STAND_OFF * em
  const right = Math.max(...drawn.map(rule => rule.to)) + STAND_OFF * em
  const cut = within(lines, left, right).map(line => cutAtJoints(line, drawn))
  const isTitle = titleTest(cut, [left, right])
  const inside = cut.map(line => (isTitle(line) ? titleOf(line) : line))
  const { group, bands } = bandsOf(inside, drawn, [left, right])
  const areas: Area[] = []
  let from = 0
  let floor = 0
  while (from < bands.length) {
    if (bands[from]?.kind !== 'columns') {
      from++
      continue
    }
    const to = lastBand(bands, from, em)
    const [top, bottom] = [itemAt(group, from).at, itemAt(group, to + 1).at]
    const isHere = ({ at }: Border): boolean => at >= top - ROUNDING && at <= bottom + ROUNDING
    const own = rules.filter(rule => isHere(rule) && overlap(rule.from, rule.to, left, right) > 0)
    const here = inside.filter(line => line.baseline > top && line.baseline <= bottom + STAND_OFF * line.size)
    const ruled = belowUnit(here, itemAt(group, from + 1).at)
    const table = to === bands.length - 1 ? [...ruled, ...rowsBelow(ruled, inside)] : ruled
    const sides = { left: left + STAND_OFF * em, right: right - STAND_OFF * em }
    const borders = bordersOf(drawn.filter(isHere), sides, em)
    const above = inside.filter(line => line.baseline <= top && line.baseline > floor)
    const names = above.slice(
      above.length -
        namesOver(
          above.map(line => phrasesOf(line)),
          table.map(line => phrasesOf(line)),
        ),
    )
    const body = names.length > 0 ? names.length : headerOf(table, group.slice(from, to + 2))
    if (!isHeaderAlone(table, inside))
      areas.push({ ...sides, lines: [...names, ...table], body, rules: own, kind: 'ruled', ...borders })
    floor = bottom
    from = to + 1
  }
  return areas
}

/** Lines without the first ones that say nothing but the unit, as a caption below the upper rule; one above a rule of its own (at `next`) is a row. */
function belowUnit(lines: readonly TextLine[], next: number): readonly TextLine[] {
  const first = lines.findIndex(line => !phrasesOf(line).phrases.every(({ text }) => isUnitLabel(text)))
  return first > 0 && itemAt(lines, first).baseline < next ? lines.slice(first) : lines
}

/** The borders of the columns where the rules of an area are joined; nothing where they are not. */
function bordersOf(
  rules: readonly JoinedRule[],
  { left, right }: Pick<Area, 'left' | 'right'>,
  em: number,
): Pick<Area, 'borders'> {
  const joints = jointsOf(rules, em)
  return joints.length === 0 ? {} : { borders: [left, ...joints, right] }
}

/** The bands between rules of one extent, and their borders; the title of a further table ends the one above it and begins none. */
function bandsOf(lines: readonly TextLine[], rules: readonly JoinedRule[], [left, right]: readonly [number, number]) {
  const titles = titlesAmong(lines, rules)
  const isTitle = titleTest(lines, [left, right])
  const group = [...rules, ...titles].sort((a, b) => a.at - b.at)
  const bands = neighbours(group).map(([top, rule]): Band => {
    const band = bandOf(lines, [left, top.at, right, rule.at], commonJoints(top, rule))
    if (titles.includes(top)) return { ...band, kind: 'prose' }
    // Programs that draw the caption as rows over the names put a rule above it.
    return band.kind === 'short' && band.lines.length === 1 && band.lines.every(isTitle) ? { ...band, kind: 'columns' } : band
  })
  return { group, bands }
}

/** Tells of a line whether it is set as the title of a table between these sides: in the middle, larger than the rest. */
function titleTest(lines: readonly TextLine[], sides: readonly [number, number]): (line: TextLine) => boolean {
  const size = usualSize(lines, 0)
  return line => line.size > LARGER * size && isSetAsTitle(titleOf(line), sides)
}

/** A border above each title of a further table that stands between rules of one extent, below rows. */
function titlesAmong(lines: readonly TextLine[], [first, ...more]: readonly JoinedRule[]): JoinedRule[] {
  if (first === undefined) return []
  const bottom = more.at(-1)?.at ?? first.at
  const inside = lines.filter(line => line.baseline > first.at && line.baseline < bottom).map(line => phrasesOf(line))
  const isTitle = titleTest(inside, [first.from, first.to])
  const start = inside.findIndex(isRow)
  const titles = inside.filter(
    (line, index) => (start >= 0 && index > start && isTitle(line)) || isHeading(inside, index, [first, ...more]),
  )
  return titles.map(title => {
    const rule = [first, ...more].findLast(({ at }) => at < title.baseline) ?? first
    const between = inside.filter(line => line.baseline > rule.at && line.baseline < title.baseline)
    // Notes below the last rule are no rows of the table above.
    return { ...first, joints: [], at: between.some(isRow) ? title.baseline - title.size : rule.at }
  })
}

/** Whether a text alone below the rule of a row of figures, or below names and an empty row, none of the header printed again, has another header below it: names for at least as many columns as the row fills, and figures. */
function isHeading(lines: readonly TextLine[], at: number, rules: readonly Border[]): boolean {
  const [row, own] = [lines[at - 1], lines[at]]
  if (row === undefined || own === undefined || own.phrases.length > 1) return false
  // Without a rule between them it is the rest of a wrapped text of the row; names with one are a header of several levels.
  const between = rules.filter(rule => rule.at > row.baseline && rule.at < own.baseline - own.size / 2).length
  if (between < (hasFigures(row) ? 1 : 2) || !(hasFigures(row) || isNames(row))) return false
  if (lines.slice(0, at).some(({ phrases }) => phrases.some(({ text }) => text === own.phrases[0]?.text))) return false
  return namesBelow(lines, at) >= (hasFigures(row) ? Math.max(row.phrases.length, LEAST_NAMES) : LEAST_NAMES)
}

/** Rows of figures that follow right below the last rule, each figure alone in a column of figures above, with the lines of their wrapped names: a total set off by a rule that has none under it, or a group that the page cuts. */
function rowsBelow(table: readonly TextLine[], lines: readonly TextLine[]): TextLine[] {
  const figuresIn = (line: TextLine): TextLine => ({
    ...line,
    phrases: phrasesOf(line).phrases.filter(({ text }) => isFormatted(text)),
  })
  const columns = columnsOf(table.map(figuresIn))
  const rows: TextLine[] = []
  let [, above] = endsOf(table)
  let open: TextLine[] = []
  // Of the lines of a wrapped name as many stand below its figures as above them.
  let over = 0
  for (const line of lines.slice(lines.indexOf(above) + 1)) {
    const [{ phrases }, figures] = [phrasesOf(line), figuresIn(line).phrases]
    const hits = figures.map(phrase => columns.findIndex(column => meets(phrase, column)))
    const isRest =
      figures.length === 0 && open.length < WRAPPED_LINES && !phrases.some(phrase => columns.some(at => meets(phrase, at)))
    const isNext = figures.length > 1 && hits.every((hit, at) => hit >= 0 && hits.indexOf(hit) === at)
    if (line.baseline - above.baseline > NEXT_ROW * line.size || !(isRest || isNext)) break
    above = line
    if (isNext) {
      over = Math.max(0, open.length - over)
      rows.push(...open, line)
      open = []
    } else open.push(line)
  }
  return [...rows, ...restBelow(rows.slice(-1 - over), open)]
}

/** As many of the lines below the last row of figures as its wrapped name has above them, as far from them. */
function restBelow(row: readonly TextLine[], below: readonly TextLine[]): readonly TextLine[] {
  const [first, last, figures] = [row[0], below[row.length - 2], row.at(-1)]
  if (first === undefined || last === undefined || figures === undefined) return []
  const off = last.baseline - figures.baseline - (figures.baseline - first.baseline)
  return Math.abs(off) <= STAND_OFF * figures.size ? below.slice(0, row.length - 1) : []
}

/** Whether the rules enclose names alone and rows of figures follow below the last: a header whose table goes on to the end of the page without a rule. */
function isHeaderAlone(table: readonly TextLine[], lines: readonly TextLine[]): boolean {
  const last = table.at(-1)
  const below = lines.find(line => line.baseline > (last?.baseline ?? Number.POSITIVE_INFINITY))
  if (last === undefined || below === undefined || table.some(isRow)) return false
  return below.baseline - last.baseline <= NEXT_ROW * last.size && isRow(phrasesOf(below))
}

/** The last of the bands from one on that are one table with it. */
function lastBand(bands: readonly Band[], from: number, em: number): number {
  let to = from
  for (const [at, { kind, height }] of bands.slice(from + 1).entries()) {
    if (kind === 'prose' || (kind === 'empty' && height > NEXT_ROW * em)) break
    if (kind !== 'empty') to = from + 1 + at
  }
  while (isEmptyRow(bands[to + 1], bands.slice(from, to + 1))) to++
  return to
}

/** Whether a band is an empty row at the end of a table: as high as its rows, of which those with wrapped texts are higher. */
function isEmptyRow(band: Band | undefined, rows: readonly Band[]): boolean {
  const least = Math.min(...rows.filter(row => row.kind !== 'empty').map(row => row.height))
  return (
    band?.kind === 'empty' &&
    band.height > EMPTY_HEIGHTS.least * least &&
    band.height < EMPTY_HEIGHTS.most * endsOf(rows)[1].height
  )
}

/** How many of the lines between rules are the header: those above the rule before the first row of figures; none where the first rule already stands below figures, as where a page begins with the rest of a group. */
function headerOf(lines: readonly TextLine[], group: readonly Border[]): number {
  const start = bodyStart(lines)
  // Years may name columns; a figure with decimals does not, and the rest of a table on the next page begins with rows.
  if (start === 0 && lines.slice(0, 1).some(hasFigure)) return 0
  const above = (rule: Border): number => lines.filter(line => line.baseline <= rule.at + STAND_OFF * line.size).length
  const inner = group
    .slice(1, -1)
    .map(above)
    .filter(count => count > 0)
  const [first] = inner
  if (first === undefined) return start
  const nothing = lines.findIndex((line, index) => index >= first && isRowOfNothing(phrasesOf(line)))
  const before = inner.filter(count => count <= (nothing < 0 ? start : Math.min(start, nothing)))
  const names = before.findLastIndex((count, index) => index === 0 || !isOneText(lines.slice(before[index - 1], count)))
  return before[names] ?? (lines.slice(0, first).some(hasFigures) ? 0 : first)
}

/** Whether a line is a row of figures that are surely none of a header, as years are. */
const hasFigures = (line: TextLine): boolean => isRow(line) && line.phrases.filter(({ text }) => isFormatted(text)).length > 1

/** Whether a line is a name and signs for nothing: a row, though it has no figure. */
const isRowOfNothing = ({ phrases: [, ...rest] }: TextLine): boolean =>
  rest.length > 0 && rest.every(({ text }) => isDash(text))

/** Whether lines are one text, wrapped: below names it is no level of the header but the rest of a row that the page before cut. */
const isOneText = (lines: readonly TextLine[]): boolean => {
  const phrases = lines.flatMap(line => phrasesOf(line).phrases)
  return phrases.every(phrase => phrases.every(other => meets(phrase, other)))
}

function bandOf(lines: readonly TextLine[], [left, top, right, bottom]: Box, walls: readonly number[]): Band {
  const own = lines.filter(
    line => line.baseline > top + STAND_OFF * line.size && line.baseline <= bottom + STAND_OFF * line.size,
  )
  const height = bottom - top
  if (own.length === 0) return { lines: own, kind: 'empty', height }
  const joined = own.map(line => phrasesOf(line, walls))
  const rows = clustersOf(joined)
  const texts = rows.map(row => row.flatMap(line => line.phrases).length)
  const columnar = texts.filter(count => count > 1).length
  const prose = joined.filter(line => line.phrases.length < 3 && isRunning(line, left, right)).length
  const telling = columnar >= COLUMNAR * rows.length && prose <= FEW_PROSE * own.length
  const oneRow = columnar > 0 && (own.length <= WRAPPED_LINES || Math.max(...texts) >= WHOLE_ROW)
  if (telling || (prose === 0 && (columnar >= SPARSE_ROWS || oneRow))) return { lines: own, kind: 'columns', height }
  return { lines: own, kind: own.length <= 2 && prose === 0 ? 'short' : 'prose', height }
}

import { endsOf, itemAt, neighbours, overlap } from '../../geometry.ts'
import { isUnitLabel } from '../../unit-label.ts'
import type { Border } from '../borders/drawn.ts'
import { headerAbove, LARGER } from '../headers/header-above.ts'
import { meets, stretchOf } from '../texts/columns.ts'
import { countsColumns, hasFigure, isDash, isFormatted, phrasesOf, type TextLine } from '../texts/words.ts'
import { type Area, BESIDE, extentOf, isAcross, isRow, NEXT_ROW, WRAPPED_LINES, within } from './areas.ts'
import { isRunning } from './prose.ts'
import { gutterOf } from './side-by-side.ts'

/** So many rows tell themselves; fewer are a table where each has so many figures and names stand above. */
const LEAST_ROWS = 3
const LEAST_FIGURES = 3
/** A header without rules above it has at most this many lines. */
const HEADER_LINES = 4
/** The upper border of a row stands no further above the baseline of its text, in sizes. */
const ROW_HEIGHT = 2.5
/** The lines of a text in the middle of its row are as far above as below, within this distance (in sizes). */
const SAME_DISTANCE = 0.15

/** A line, and whether it is a row of figures. */
interface RunLine extends TextLine {
  readonly isBodyRow: boolean
}

/** Runs of lines that look like rows of figures, with the header lines above them. Where the lines open their page the first alone may be the rest of a table. */
export function plainAreas(lines: readonly TextLine[], rules: readonly Border[], opensPage: boolean): Area[] {
  const joined = runLines(lines)
  const areas: Area[] = []
  let start = 0
  let taken = 0
  while (start < lines.length) {
    const end = runEnd(joined, start)
    if (end === start) {
      start++
      continue
    }
    const run = joined.slice(start, end)
    const above = joined.slice(taken, start)
    const begun = wrappedAbove(above, run)
    const names = begun === 0 ? 0 : headerAbove(above.slice(0, -begun), run)
    const named = names === 0 ? headerAbove(above, run) : names + begun
    const header = named === 0 ? 0 : named + enclosedAbove(joined.slice(taken, start - named + 1), rules, extentOf(run))
    if (header === 0 && isShort(run) && !(opensPage && start === 0)) {
      start++
      continue
    }
    const isRest = opensPage && header === 0
    const wrapped = isRest || header > 1 ? begun : 0
    const bodyTop = start - wrapped
    const top = isRest ? bodyTop : start - header
    const gutter = gutterOf(joined.slice(top, bodyTop), joined.slice(bodyTop, end), joined.slice(taken, top))
    const [heads, rows] = [lines.slice(top, bodyTop), lines.slice(bodyTop, end)]
    const part = (from: number, to: number): Area => areaOf(within(heads, from, to), within(rows, from, to), rules)
    if (gutter === null) areas.push(areaOf(heads, rows, rules))
    else areas.push(part(Number.NEGATIVE_INFINITY, gutter), part(gutter, Number.POSITIVE_INFINITY))
    start = end
    taken = end
  }
  return areas
}

/** The lines of a header and of the rows below, with the rules among them. */
function areaOf(heads: readonly TextLine[], rows: readonly TextLine[], rules: readonly Border[]): Area {
  const lines = [...heads, ...rows]
  const { left, right } = extentOf(lines)
  const [first, last] = endsOf(lines)
  const own = rules.filter(
    rule => rule.at > first.baseline && rule.at < last.baseline && overlap(rule.from, rule.to, left, right) > 0,
  )
  return { left, right, lines, body: heads.length, rules: own, kind: 'plain' }
}

/** How many lines of several texts stand above the last of some, the first of a header, each between full rules: its upper levels. */
function enclosedAbove(
  lines: readonly TextLine[],
  rules: readonly Border[],
  extent: Parameters<typeof hasRuleAbove>[3],
): number {
  const isEnclosed = (at: number): boolean => {
    const line = lines[at]
    return (
      line !== undefined &&
      line.phrases.length > 1 &&
      !hasFigure(line) &&
      hasRuleAbove(lines, at + 1, rules, extent) &&
      rules.some(rule => isAcross(rule, extent.left, extent.right) && isJustAbove(rule, line, lines[at - 1]))
    )
  }
  let count = 0
  while (count < HEADER_LINES && isEnclosed(lines.length - 2 - count)) count++
  return count
}

/** Whether a rule stands above a line as near as the border of its row, and below the line before. */
const isJustAbove = ({ at }: Border, { baseline, size }: TextLine, before: TextLine | undefined): boolean =>
  at < baseline && at > Math.max(before?.baseline ?? Number.NEGATIVE_INFINITY, baseline - ROW_HEIGHT * size)

/** End (exclusive) of the run of rows that begins at `start`; `start` when none begins there. */
function runEnd(lines: readonly RunLine[], start: number): number {
  const first = lines[start]
  if (first === undefined || !first.isBodyRow) return start
  let end = start + 1
  // A sign for nothing alone on its line, beside a wrapped name, tells no width.
  const told = first.phrases.length > 1 ? first : lines.slice(start).find(line => line.isBodyRow && line.phrases.length > 1)
  let extent = extentOf([told ?? first])
  let idle = 0
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined || line.baseline - itemAt(lines, index - 1).baseline > NEXT_ROW * line.size || idle >= WRAPPED_LINES)
      break
    if (line.phrases.length < 3 && isRunning(line, extent.left, extent.right)) break
    if (isTitleOfNext(lines, index, first) || saysUnit(line)) break
    if (!line.isBodyRow) {
      if (!isNameBeside(line, lines.slice(start, index), extent.left)) idle++
      continue
    }
    extent = stretchOf([extent, extentOf(lines.slice(end, index + 1))])
    end = index + 1
    idle = 0
  }
  const run = lines.slice(start, end)
  return isShort(run) && !run.every(isFull) ? start : wrappedEnd(lines, end)
}

/** Names of a list begin at one place within this distance, in sizes: they are set flush, and the first glyph may have a bearing. */
const FLUSH = 0.3

/** Whether a text of a line begins where those of several lines above do, right of the first column: a name of the list at the right whose amount is blank, which no prose has. */
const isNameBeside = (line: TextLine, above: readonly TextLine[], left: number): boolean =>
  line.phrases.some(
    phrase =>
      phrase.left > left + line.size &&
      above.filter(({ phrases }) => phrases.some(own => Math.abs(own.left - phrase.left) <= FLUSH * line.size)).length + 1 >=
        LEAST_ROWS,
  )

/** Whether a line is set larger than a row, alone, and names follow it: the title of another table. */
const isTitleOfNext = (lines: readonly RunLine[], index: number, row: TextLine): boolean => {
  const [line, next] = [lines[index], lines[index + 1]]
  return line?.phrases.length === 1 && line.size > LARGER * row.size && next !== undefined && !next.isBodyRow
}

/** Whether a line without figures says a unit as captions do: those of another table begin above it. */
const saysUnit = (line: TextLine): boolean => !hasFigure(line) && line.phrases.some(({ text }) => isUnitLabel(text))

/** Whether lines hold so few rows of figures that they are a table below names only: what is spent on three ends is printed in one row. */
const isShort = (run: readonly RunLine[]): boolean => run.filter(line => line.isBodyRow).length < LEAST_ROWS

/** Whether a line is figures with decimals or separators for the most part. */
export const isFull = ({ phrases }: TextLine): boolean => {
  const figures = phrases.filter(phrase => isFormatted(phrase.text)).length
  return figures >= LEAST_FIGURES && 2 * figures > phrases.length
}

/** Whether a line is wrapped as another: in its columns, as the texts of a run tell them (the first line of a name is set in, and the rest may be shorter than that), and as far from its row but for `by`. */
const isWrappedAs = (line: TextLine, other: TextLine, by: number, run: readonly TextLine[]): boolean =>
  Math.abs(by) <= SAME_DISTANCE * line.size &&
  line.phrases.every(phrase =>
    other.phrases.some(
      text => meets(phrase, text) || run.some(({ phrases }) => phrases.some(own => meets(own, phrase) && meets(own, text))),
    ),
  )

/** The end of a run with the lines that wrapped texts have below the figures of its last row: as far below as others above. */
function wrappedEnd(lines: readonly RunLine[], end: number): number {
  const row = lines[end - 1]
  if (row === undefined) return end
  const above = lines.slice(0, end - 1)
  const wrapped = above.slice(above.findLastIndex(line => line.isBodyRow) + 1)
  const rest = lines
    .slice(end)
    .findIndex(
      line =>
        !wrapped.some(other => isWrappedAs(line, other, row.baseline - other.baseline - (line.baseline - row.baseline), above)),
    )
  return rest < 0 ? lines.length : end + rest
}

/** How many lines a wrapped text has above the figures of the first row: one, so near that it stands beside them or as far above as others, and nearer than what stands above it. */
function wrappedAbove(above: readonly TextLine[], run: readonly RunLine[]): number {
  const [line, row, before] = [above.at(-1), run[0], above.at(-2)]
  if (line === undefined || row === undefined) return 0
  if (before !== undefined && line.baseline - before.baseline <= row.baseline - line.baseline) return 0
  const isWrapped = neighbours(run).some(
    ([other, next]) =>
      !other.isBodyRow &&
      next.isBodyRow &&
      isWrappedAs(line, other, next.baseline - other.baseline - (row.baseline - line.baseline), run),
  )
  return isWrapped || row.baseline - line.baseline < BESIDE * line.size ? 1 : 0
}

/**
 * Lines with their texts joined, and which of them are rows: of figures that number no columns, or without any, a name and a sign for
 * nothing in several columns, or one in a column of figures. (A name wrapped around its row stands on other lines than those.)
 */
function runLines(lines: readonly TextLine[]): RunLine[] {
  const joined = lines.map(line => phrasesOf(line))
  const figures = joined.flatMap(({ phrases }) => phrases.filter(({ text }) => isFormatted(text)))
  return joined.map(line => {
    const dashes = line.phrases.filter(phrase => isDash(phrase.text))
    const isNothing = dashes.slice(0, 1).some(dash => figures.some(figure => meets(figure, dash)))
    const isFigures = isRow(line) && !countsColumns(line)
    return {
      ...line,
      isBodyRow: isFigures || line.phrases.slice(1).filter(phrase => isDash(phrase.text)).length > 1 || isNothing,
    }
  })
}

const hasRuleAbove = (
  lines: readonly TextLine[],
  index: number,
  rules: readonly Border[],
  { left, right }: { readonly left: number; readonly right: number },
): boolean => {
  const [above, line] = [lines[index - 1], lines[index]]
  if (above === undefined || line === undefined) return false
  return rules.some(rule => rule.at > above.baseline && rule.at < line.baseline && isAcross(rule, left, right))
}

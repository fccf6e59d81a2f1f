import { isDashes, MINUS } from '../../dashes.ts'
import { type Finding, findingFrom } from '../../finding.ts'
import { narrow } from '../../full-width.ts'
import { type Box, itemAt, neighbours, runsOf, unionAll } from '../../geometry.ts'
import type { Segment, Surroundings } from '../captions/surroundings.ts'
import type { Region, Table } from '../table.ts'
import { amountOf, isAmount, isNil, isTotal } from '../words.ts'

/** A row of a table prints at least so many amounts; a sum in a sentence or under a picture stands alone. */
const FEWEST_AMOUNTS = 2
/** Half of the texts of a page that are no signs for nothing: more than a page with a chart or with prose has. */
const MOSTLY_AMOUNTS = 0.5
/** So many amounts that end at one place, to this share of their size, are a column: figures on a chart stand where its bars end. */
const COLUMN = { amounts: 4, end: 0.1 } as const
/** An amount as tables print it: with decimals or grouped digits; years, codes and page numbers have neither. */
const PRINTED = /\d[.,]\d/
/** An amount with cents or grouped digits, alone or close to the text of the column beside it. */
const FIGURE = String.raw`[${MINUS}]?(?:\d[\d, ]*\.\d{2}|\d{1,3}(?:[, ]\d{3})+)`
const BESIDE_TEXT = new RegExp(String.raw`^${FIGURE}(?![\d.%％])|\p{Script=Han}${FIGURE}$`, 'u')
/** An amount in whole 元: longer than a year and a class of codes, shorter than a telephone number. */
const WHOLE = new RegExp(String.raw`^[${MINUS}]?\d{5,10}$`)
/** Segments of one line stand on one baseline, to this share of their size. */
const SAME_LINE = 0.5

/** Rows of amounts that stand in no grid, page by page: what looks like a row of a table that was lost. */
export function outsideFindings(surroundings: Surroundings, tables: readonly Table[]): Finding[] {
  return [...surroundings].flatMap(([page, segments]) => {
    const fewest = isLostPage(page, segments, tables) ? 1 : FEWEST_AMOUNTS
    const rows = rowsOf(segments).filter(
      line =>
        line.some(isLoneInScan) || line.flatMap(amountsIn).length >= fewest || isRowBelow(line, tables) || isRowOfTotal(line),
    )
    if (rows.length === 0) return []
    const amounts = rows.reduce((sum, line) => sum + Math.max(1, line.flatMap(amountsIn).length, wholeIn(line).length), 0)
    const near = nearest(page, itemAt(rows.flat(), 0).baseline, tables)
    const beside = tables.filter(table => isOn(table, page))
    return [
      findingFrom({
        code: 'amounts-outside-tables',
        table: near?.id ?? null,
        tables: [...new Set([...(near ? [near] : []), ...beside])].map(({ id }) => id),
        page,
        box: unionAll(rows.flat().map(({ box }) => box)),
        actual: `${amounts}`,
        zh: `第${page}页有${rows.length}行共${amounts}个数不在任何表格内，可能是漏读的表格行`,
        en: `page ${page} prints ${amounts} amounts in ${rows.length} lines outside its tables; they may be rows that were lost`,
      }),
    ]
  })
}

/** Whether a segment is an amount that stands alone on a scanned page: the lines of its table may not have been found. */
const isLoneInScan = ({ text, source }: Segment): boolean => source === 'ocr' && isAmount(text) && PRINTED.test(narrow(text))

/**
 * Whether one of several texts of a line is an amount, or begins or ends with one, below a column of a table of its page: rows that print a
 * single amount are lost as others are, and those of several in whole 元 without grouping.
 */
function isRowBelow(line: readonly Segment[], tables: readonly Table[]): boolean {
  const whole = wholeIn(line)
  const own = whole.length < FEWEST_AMOUNTS ? line.find(({ text }) => BESIDE_TEXT.test(narrow(text))) : whole[0]
  if (own === undefined || line.length < FEWEST_AMOUNTS) return false
  return tables.some(({ cells }) => cells.some(({ page, box }) => page === own.page && isOver(box, own.box)))
}

/** Whether a line is the name of a total and amounts: with what number of digits, and where on a page, no matter. */
const isRowOfTotal = ([label, ...rest]: readonly Segment[]): boolean =>
  label !== undefined &&
  isTotal(label.text) &&
  rest.length > 0 &&
  rest.every(({ text }) => isAmount(text) || isNil(text)) &&
  rest.some(({ text }) => isAmount(text))

const wholeIn = (line: readonly Segment[]): Segment[] => line.filter(({ text }) => WHOLE.test(narrow(text)))

/** Whether a box lies above another, over some of its width. */
const isOver = (box: Box, below: Box): boolean => box[3] <= below[3] && box[0] < below[2] && box[2] > below[0]

const isOn = ({ regions }: Table, page: number): boolean => regions.some(region => region.page === page)

/**
 * Whether a page without a table looks like a page of one: it lies between the pages of a table, or half of what it prints
 * are amounts that stand alone, or several of them a column. The part of a wide table whose columns are nearly empty prints one amount in a line.
 */
function isLostPage(page: number, segments: readonly Segment[], tables: readonly Table[]): boolean {
  if (tables.some(table => isOn(table, page))) return false
  const texts = segments.filter(({ text }) => !isDashes(text))
  const amounts = texts.filter(({ text }) => isAmount(text))
  const alone = amounts.length
  const isBetween = tables.some(
    ({ regions }) => regions.some(region => region.page < page) && regions.some(region => region.page > page),
  )
  return isBetween || (alone >= FEWEST_AMOUNTS && alone >= MOSTLY_AMOUNTS * texts.length) || hasColumn(amounts)
}

/** Whether several of some amounts, with decimals or grouped digits, end at one place, and are no scale. */
function hasColumn(amounts: readonly Segment[]): boolean {
  const printed = amounts.filter(({ text }) => PRINTED.test(narrow(text)))
  const ending = ({ box, size }: Segment): Segment[] =>
    printed.filter(other => Math.abs(other.box[2] - box[2]) <= COLUMN.end * size)
  return printed.map(ending).some(column => column.length >= COLUMN.amounts && !isScale(column))
}

/** Whether amounts rise or fall by equal steps, as on the axis of a chart. */
function isScale(column: readonly Segment[]): boolean {
  const values = column.map(({ text }) => amountOf(text) ?? 0n)
  const steps = neighbours(values).map(([value, next]) => next - value)
  return steps.every(step => step === steps[0])
}

/** The table that a row may have been lost from: on its page the last one above it, else the first; without one the last before. */
function nearest(page: number, baseline: number, tables: readonly Table[]): Table | undefined {
  const last = (isBefore: (region: Region) => boolean): Table | undefined =>
    tables.findLast(({ regions }) => regions.some(isBefore))
  return (
    last(region => region.page === page && region.box[1] < baseline) ??
    tables.find(table => isOn(table, page)) ??
    last(region => region.page < page)
  )
}

const rowsOf = (segments: readonly Segment[]): Segment[][] =>
  runsOf(
    [...segments].sort((a, b) => a.baseline - b.baseline),
    (segment, _, [first = segment]) => segment.baseline - first.baseline < SAME_LINE * segment.size,
  )

const amountsIn = ({ text }: Segment): string[] =>
  text.split(/\s+/).filter(word => isAmount(word) && PRINTED.test(narrow(word)))

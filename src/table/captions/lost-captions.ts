import { type Finding, findingFrom } from '../../finding.ts'
import type { Grid } from '../../grid/grid.ts'
import type { Table } from '../table.ts'
import { isAmount, squash } from '../words.ts'
import { isSameTitle } from './contents.ts'
import { endsLikeTitle, unitOf, withoutLabels } from './labels.ts'
import type { Segment, Surroundings } from './surroundings.ts'
import { isProse } from './title.ts'

/** The unit stands beside the title it belongs to or at most this many heights of the title below it; number, period and department may stand between. */
const NEAR = 5
/** A line of nothing but the unit is no longer: 金额单位：人民币万元. */
const LONGEST_UNIT = 16
/** Titles are no longer; longer text is prose. */
const LONGEST_TITLE = 60
/** An amount as tables print it: with decimals or grouped digits. */
const PRINTED = /\d[.,．，]\d/

/** A sentence about a table, as 详见下表, is the title of none. */
const SPEAKS_OF_TABLE = /[，。；]|[上下本此该]表$/

/** A title with the unit of money under it, and how far down its page what it names may reach. */
interface Captioned {
  readonly title: string
  readonly line: Segment
  readonly unit: Segment
  readonly bottom: number
}

/** Captions (a title with the unit of money) under which no table was read, those of `known` titles aside: a warning where amounts stand there, else information, as over an empty table. */
export function lostCaptionFindings(
  surroundings: Surroundings,
  grids: readonly Grid[],
  { tables, known }: { readonly tables: readonly Table[]; readonly known: readonly string[] },
): Finding[] {
  return [...surroundings].flatMap(([page, segments]) =>
    captionsOf(segments)
      .filter(caption => !isRead(caption, page, grids, tables) && !known.some(title => isSameTitle(title, caption.title)))
      .map(caption => lostCaption(caption, page, amountsUnder(caption, segments))),
  )
}

function captionsOf(segments: readonly Segment[]): Captioned[] {
  const titled = segments.flatMap(line => {
    const title = withoutLabels(squash(line.text))
    const unit = segments.find(other => isUnitAlone(other) && isUnder(other, line))
    return unit === undefined || !isTitle(title) ? [] : [{ title, line, unit }]
  })
  return titled.map(caption => {
    const next = titled.filter(({ line }) => line.baseline > caption.unit.baseline).map(({ line }) => line.baseline)
    return { ...caption, bottom: Math.min(Number.POSITIVE_INFINITY, ...next) }
  })
}

const isTitle = (text: string): boolean =>
  endsLikeTitle(text) && text.length <= LONGEST_TITLE && !isProse(text) && !SPEAKS_OF_TABLE.test(text)

const isUnitAlone = ({ text }: Segment): boolean => unitOf(squash(text)) !== null && squash(text).length <= LONGEST_UNIT

const isUnder = ({ baseline }: Segment, { size, baseline: at }: Segment): boolean =>
  baseline > at - size / 2 && baseline < at + NEAR * size

/** Whether a grid stands under the caption, or a table of this title on its page or the next. */
const isRead = ({ title, unit, bottom }: Captioned, page: number, grids: readonly Grid[], tables: readonly Table[]): boolean =>
  grids.some(grid => grid.page === page && grid.box[3] > unit.baseline && grid.box[1] < bottom) ||
  tables.some(
    table =>
      table.title !== null &&
      isSameTitle(title, table.title) &&
      table.regions.some(region => region.page === page || region.page === page + 1),
  )

const amountsUnder = ({ unit, bottom }: Captioned, segments: readonly Segment[]): number =>
  segments.filter(({ baseline, text }) => baseline > unit.baseline && baseline < bottom && isAmount(text) && PRINTED.test(text))
    .length

const lostCaption = ({ title, line }: Captioned, page: number, amounts: number): Finding =>
  findingFrom({
    code: 'listed-table-missing',
    severity: amounts > 0 ? 'warning' : 'info',
    page,
    box: line.box,
    expected: title,
    zh: `第${page}页印有表名《${title}》和金额单位，其下没有读出表格${amounts > 0 ? `，有${amounts}个数不在任何表内` : ''}`,
    en: `page ${page} prints the title “${title}” with its unit, and no table was read under it${amounts > 0 ? `; ${amounts} amounts stand there in none` : ''}`,
  })

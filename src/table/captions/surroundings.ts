import { runsOf, usualSize } from '../../geometry.ts'
import type { Grid } from '../../grid/grid.ts'
import { lineText } from '../../lines.ts'
import type { Glyph } from '../../page/page.ts'
import { pageNumberIn } from '../../spread.ts'
import type { PageText, Region } from '../table.ts'
import { squash } from '../words.ts'
import { endsLikeTitle, isLabel, numberOf, withoutLabels } from './labels.ts'

/** A stretch of text on one line, outside the grids. */
export interface Segment extends Region {
  readonly text: string
  readonly baseline: number
  readonly size: number
  readonly source: Glyph['source']
}

/** The text outside the grids by page, in the order of the pages. */
export type Surroundings = ReadonlyMap<number, readonly Segment[]>

/** A gap this wide (in sizes) parts what stands on one line: 部门 at the left, 单位 at the right. Spaced titles have less. */
const APART = 2.5
/** Above the white between two tables beside each other a gap of this width (in sizes) is enough. */
const APART_BESIDE = 1
/** The same text at the same height on at least this many pages without a table is a running head; what labels unit or department is none, it stands over empty tables that were not read. */
const RUNNING = 3
/** Beside the title of a table it is one from so many pages on: 某局2026年部门预算 over 收入总表 and alone over the next page. */
const RUNNING_BESIDE = 2
/** Two lines of a title are printed in the same size and stand no further apart than this (in sizes). */
const SAME_SIZE = 0.05
const LEADING = 2.2
/** The text outside the grids of each page, as segments from top to bottom; page numbers and running heads left out. */
export function surroundingsOf(text: readonly PageText[], grids: readonly Grid[]): Surroundings {
  const withGrid = new Set(grids.map(grid => grid.page))
  const byPage = Map.groupBy(grids, ({ page }) => page)
  const all = text.map(({ page, lines }) => {
    const between = whiteBetween(byPage.get(page) ?? [])
    return { page, segments: lines.flatMap(line => partsOf(line, between).map(part => segmentOf(page, part))) }
  })
  const places = new Map<string, { pages: number; tables: number; titled: number }>()
  for (const { page, segments } of all) {
    for (const [key, segment] of new Map(segments.map(one => [spotOf(one), one]))) {
      const count = places.get(key) ?? { pages: 0, tables: 0, titled: 0 }
      const titles = segments.filter(isTitle)
      // Of the titles of a page it begins one at most.
      const isTitled = titles.length > 0 && !titles.some(title => beginsTitle(segment, title))
      places.set(key, {
        pages: count.pages + 1,
        tables: count.tables + (withGrid.has(page) ? 1 : 0),
        titled: count.titled + (isTitled ? 1 : 0),
      })
    }
  }
  const isRunning = (segment: Segment): boolean => {
    const { pages = 0, tables = 0, titled = 0 } = places.get(spotOf(segment)) ?? {}
    return (
      (pages - tables >= RUNNING && !isLabel(squash(segment.text))) ||
      (pages >= RUNNING_BESIDE && titled > 0 && !isTitle(segment) && !namesTable(squash(segment.text)))
    )
  }
  return new Map(
    all.map(({ page, segments }) => [
      page,
      segments.filter(segment => pageNumberIn(segment.text) === null && !isRunning(segment)),
    ]),
  )
}

/** Whether a line is the title of a table by its end; 预算01表 is its number alone. */
const isTitle = ({ text }: Segment): boolean => endsLikeTitle(withoutLabels(squash(text)))

/** Whether a line is the first half of a title in the same size just below: it goes with that title. */
export const beginsTitle = (line: Segment, title: Segment): boolean =>
  Math.abs(line.size - title.size) < SAME_SIZE * title.size &&
  line.baseline < title.baseline &&
  title.baseline - line.baseline < LEADING * title.size

/** What belongs to a caption although it stands beside a title: number, department, unit. */
const namesTable = (text: string): boolean => isLabel(text) || numberOf(text) !== null

/** Text and height on the page, to a few points: what a running head keeps from page to page. */
const spotOf = ({ text, baseline }: Segment): string => `${Math.round(baseline / 4)} ${text}`

/** Where, from the left, the white lies between grids that stand beside each other. */
const whiteBetween = (grids: readonly Grid[]): number[] =>
  grids.flatMap(({ box: [, top, right, bottom] }) => {
    const beside = grids.filter(({ box }) => box[0] > right && box[1] < bottom && box[3] > top)
    return beside.length === 0 ? [] : [(right + Math.min(...beside.map(({ box }) => box[0]))) / 2]
  })

/** Split a line at wide gaps, and at the white between grids also at narrower ones. */
const partsOf = (line: readonly Glyph[], between: readonly number[]): Glyph[][] =>
  runsOf(
    line.filter(({ text }) => text !== ' '),
    (glyph, last) => {
      const isBetween = between.some(at => last.box[2] < at && at < glyph.box[0])
      return glyph.box[0] - last.box[2] < (isBetween ? APART_BESIDE : APART) * glyph.size
    },
  )

function segmentOf(page: number, glyphs: readonly Glyph[]): Segment {
  const size = usualSize(glyphs, 0)
  const first = glyphs[0]
  const last = glyphs.at(-1)
  if (first === undefined || last === undefined) throw new Error('segmentOf: no glyphs')
  const baseline = first.baseline
  return {
    page,
    text: lineText(glyphs),
    box: [first.box[0], baseline - size, last.box[2], baseline],
    baseline,
    size,
    source: first.source,
  }
}

import type { LineReading, OcrEngine } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import { cut, type Look } from '../lines/cut.ts'
import type { TextLine } from '../lines/lines.ts'
import { type Looked, sideBySide } from '../lines/side-by-side.ts'
import type { Grey } from '../picture/raster.ts'
import { byColumn } from './columns.ts'
import { decide } from './decide.ts'
import { barsBesideText, besidePale, openColumns, rareDashes, underSeal, unreadable } from './doubtful.ts'
import { withShortHyphens } from './empty.ts'
import { decideFigure } from './figures.ts'
import { loneMarks } from './lone-marks.ts'
import { atMost, type Correction, type ReadLine } from './read-line.ts'

/** A figure that the first look finds less sure than this is looked at again. */
const SURE = 0.97
/**
 * On a page where less than this share of the figures is sure at first sight, three in a hundred of those that are sure
 * in the end are wrong: none of them may say so. Pages with fewer figures than ENOUGH do not tell.
 */
const MOST = 0.5
const ENOUGH = 8
const POOR = 0.88
/** What the rest of a page, its seals and its other side correct in the lines of a page, in this order. */
const CORRECTIONS: readonly Correction[] = [
  loneMarks,
  rareDashes,
  barsBesideText,
  byColumn,
  underSeal,
  besidePale,
  openColumns,
  unreadable,
  withShortHyphens,
]

/** Read all lines of a page: figures in their own alphabet and, when in doubt, twice; lone comparison signs by their shape. */
export async function readLines(layout: Layout, engine: OcrEngine): Promise<ReadLine[]> {
  const { grey, raw, em } = layout
  const first = await firstLook(layout, engine)
  const lines = first.map(({ line }) => line)
  const looks = first.map(({ reading }) => [reading])
  const lookAgain = async (picture: Grey, look: Look) => {
    const doubtful = looks.flatMap((seen, index) => (isDoubtful(seen) ? [index] : []))
    const pictures = doubtful.flatMap(index => lines[index] ?? []).map(line => cut(picture, line, em, look).picture)
    const readings = await engine.readLines(pictures)
    doubtful.forEach((index, place) => {
      const reading = readings[place]
      if (reading !== undefined) looks[index]?.push(reading)
    })
  }
  const poor = isPoor(looks)
  await lookAgain(grey, 'close')
  if (raw !== null) await lookAgain(raw, 'plain')
  const decided = first.map((seen, index) => decide(layout, seen, looks[index] ?? []))
  return CORRECTIONS.reduce((read: readonly ReadLine[], correct) => correct(read, layout), decided).map(line =>
    layout.poor || (poor && line.readings.length > 0) ? atMost(line, POOR) : line,
  )
}

/** All lines of a page read once; figures that stand side by side are lines of their own. */
async function firstLook({ lines, grey, print, em }: Layout, engine: OcrEngine): Promise<Looked[]> {
  const look = async (some: readonly TextLine[]): Promise<Looked[]> => {
    const cuts = some.map(line => cut(grey, line, em, 'plain'))
    const readings = await engine.readLines(cuts.map(({ picture }) => picture))
    return some.flatMap((line, index): Looked[] => {
      const [box, reading] = [cuts[index]?.box, readings[index]]
      return box === undefined || reading === undefined ? [] : [{ line, box, reading }]
    })
  }
  const seen = await look(lines)
  const parted = seen.map(one => sideBySide(one, print.ink, em))
  const parts = await look(parted.filter(({ length }) => length > 1).flat())
  return seen.flatMap((whole, index) => {
    const count = parted[index]?.length ?? 1
    return count > 1 ? parts.splice(0, count) : [whole]
  })
}

/** Whether a figure is still doubtful after some looks at it. */
function isDoubtful(looks: readonly LineReading[]): boolean {
  if ((looks[0]?.figures.length ?? 0) === 0) return false
  return (decideFigure(looks.map(({ figures }) => figures))?.confidence ?? 0) < SURE
}

/** Whether so few figures of a page are sure at first sight that even a sure one may be wrong. */
function isPoor(looks: readonly (readonly LineReading[])[]): boolean {
  const figures = looks.filter(seen => (seen[0]?.figures.length ?? 0) > 0)
  return figures.length >= ENOUGH && figures.filter(seen => !isDoubtful(seen)).length < MOST * figures.length
}

import { type LineReading, NOTHING_READ, type OcrEngine } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import { cut, type Look } from '../lines/cut.ts'
import type { PrintLine } from '../lines/lines.ts'
import { type Looked, sideBySide } from '../lines/side-by-side.ts'
import type { Grey } from '../picture/raster.ts'
import { isSeenAsFigure, unreadAmongFigures } from './among-figures.ts'
import { byColumn } from './columns.ts'
import { decide } from './decide.ts'
import { withShortHyphens } from './empty.ts'
import { decideFigure } from './figures.ts'
import { loneMarks } from './lone-marks.ts'
import { lookUnderSeals } from './looks-under-seals.ts'
import { ownPrint } from './own-print.ts'
import { penMarks } from './pen-marks.ts'
import { atMost, type Correction, type ReadLine } from './read-line.ts'
import { barsBesideText, besidePale, openColumns, rareDashes, tooLow, underSeal, unreadable } from './unsure-lines.ts'

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
  penMarks,
  loneMarks,
  rareDashes,
  barsBesideText,
  byColumn,
  underSeal,
  besidePale,
  openColumns,
  tooLow,
  unreadable,
  withShortHyphens,
]

/** Read all lines of a page: figures in their own alphabet and, when in doubt, twice; lone comparison signs by their shape. */
export async function readLines(layout: Layout, engine: OcrEngine): Promise<ReadLine[]> {
  const { grey, raw, em } = layout
  const seen = (await firstLook(layout, engine)).map(first => ({ first, looks: [first.reading] }))
  const lookAgain = async (picture: Grey, look: Look) => {
    const doubtful = seen.filter(({ looks }) => isDoubtful(looks))
    const readings = await engine.readLines(doubtful.map(({ first }) => cut(picture, first.line, em, look).picture))
    for (const [place, { looks }] of doubtful.entries()) looks.push(...readings.slice(place, place + 1))
  }
  const isPoorNow = () => isPoor(seen.map(({ looks }) => looks))
  const poor = isPoorNow()
  await lookAgain(grey, 'close')
  if (raw !== null) await lookAgain(raw, 'plain')
  await lookUnderSeals(seen, layout, engine)
  if (isPoorNow()) {
    const unread = new Set(
      unreadAmongFigures(
        seen.map(({ first }) => first),
        em,
      ),
    )
    const figures = seen.filter(({ first }) => isSeenAsFigure(first) || unread.has(first))
    const printed = ownPrint(
      figures.map(({ first, looks }) => ({ line: first.line, looks, isUnread: unread.has(first) })),
      raw ?? grey,
      em,
    )
    for (const [{ looks, isUnread }, figures] of printed)
      if (isUnread || isDoubtful(looks)) looks.splice(0, looks.length, { ...(looks[0] ?? NOTHING_READ), figures })
  }
  const decided = seen.map(({ first, looks }) => decide(layout, first, looks))
  return CORRECTIONS.reduce((read: readonly ReadLine[], correct) => correct(read, layout), decided).map(line =>
    layout.poor || (poor && line.readings.length > 0) ? atMost(line, POOR) : line,
  )
}

/** All lines of a page read once; figures that stand side by side are lines of their own. */
async function firstLook({ lines, grey, joined, em }: Layout, engine: OcrEngine): Promise<Looked[]> {
  const look = async (some: readonly PrintLine[]): Promise<Looked[]> => {
    const cuts = some.map(line => cut(grey, line, em, 'plain'))
    const readings = await engine.readLines(cuts.map(({ picture }) => picture))
    return some.flatMap((line, index): Looked[] => {
      const [box, reading] = [cuts[index]?.box, readings[index]]
      return box === undefined || reading === undefined ? [] : [{ line, box, reading }]
    })
  }
  const seen = (await look(lines)).map(whole => ({ whole, parts: sideBySide(whole, joined, em) }))
  const again = await look(seen.flatMap(({ parts }) => (parts.length > 1 ? parts : [])))
  return seen.flatMap(({ whole, parts }) => (parts.length > 1 ? again.splice(0, parts.length) : [whole]))
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

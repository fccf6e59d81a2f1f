import { type LineReading, type OcrEngine, type ReadCharacter, textOfReading } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import { cut, type Look } from '../lines/cut.ts'
import type { TextLine } from '../lines/lines.ts'
import { loneBar, type Mark, marksOf } from '../lines/marks.ts'
import { type Looked, sideBySide } from '../lines/side-by-side.ts'
import type { Grey, PixelBox } from '../picture/raster.ts'
import { byColumn } from './columns.ts'
import { atMost, besidePale, underSeal, unreadable } from './doubtful.ts'
import { shortHyphens } from './empty.ts'
import { type DecidedFigure, decideFigure, isDash } from './figures.ts'
import { withComparison, withSign } from './leading-sign.ts'
import { withMissed } from './missed.ts'
import { withWideMarks } from './punctuation.ts'
import { isSameCell, type ReadLine } from './read-line.ts'
import { withRoom } from './room.ts'
import { mayBeSign, type Sign, signOf } from './signs.ts'
import { withFullStop } from './small-marks.ts'

/** A figure that the first look finds less sure than this is looked at again. */
const SURE = 0.97
/**
 * On a page where less than this share of the figures is sure at first sight, three in a hundred of those that are sure
 * in the end are wrong: none of them may say so. Pages with fewer figures than ENOUGH do not tell.
 */
const MOST = 0.5
const ENOUGH = 8
const POOR = 0.88
/** Size of print as a share of the height of the ink of its line. */
const LINE_HEIGHT = 0.95
/** Confidence of a sign told by its shape: wrong in two of a hundred on the test pages. */
const BY_SHAPE = 0.95

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
  const decided = first.map(({ line, box }, index) => decide(layout, line, box, looks[index] ?? []))
  const isFew = decided.filter(isDash).length < FEW_DASHES
  const isBesideText = (line: ReadLine) =>
    decided.some(other => other !== line && other.characters.length > 0 && isSameCell(other, line))
  // a bar that is a line of its own beside other lines of its cell is dirt or the rest of a ruling
  const printed = decided.filter(line => !isDash(line) || !isBesideText(line))
  const read = byColumn(printed, layout)
    .map(line => (isFew && isDash(line) ? atMost(line, POOR) : line))
    .flatMap(line => underSeal(line, layout))
    .map(line => besidePale(line, layout))
    .flatMap((line, _, all) => unreadable(line, all))
    .map(line => (layout.poor || (poor && line.readings.length > 0) ? atMost(line, POOR) : line))
  return [...read, ...shortHyphens(layout)]
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

function decide({ print, em }: Layout, line: TextLine, box: PixelBox, looks: readonly LineReading[]): ReadLine {
  const reading = looks[0] ?? { characters: [], missed: [], figures: [] }
  const bar = loneBar(marksOf(print.ink, line.ink), line.within, em)
  if (bar !== null) return { line, box, characters: [dashOf(bar, em)], readings: [] }
  const sign = reading.characters.length <= 2 ? signOf(print.strokes, line.ink, em) : null
  if (sign !== null && yieldsToShape(textOfReading(reading), sign)) {
    return { line, box, characters: [{ text: sign, score: BY_SHAPE, at: 0.5, others: [] }], readings: [] }
  }
  const strokes = { line, box, ink: print.strokes, em }
  const compared = withComparison(reading.characters, strokes)
  if (compared !== null) return { line, box, characters: compared, readings: [] }
  if (reading.figures.length > 0) {
    const figure = decideFigure(looks.map(({ figures }) => figures))
    if (figure !== null) {
      const characters = charactersOf(figure, reading)
      return { line, box, characters: withSign(characters, strokes), readings: figure.readings }
    }
  }
  // headlines are larger than the usual glyph
  const seen = { line, box, ink: print.ink, em: Math.max(em, LINE_HEIGHT * (line.ink[3] - line.ink[1])) }
  const { characters } = withMissed(reading, seen)
  if (characters.length === 0 && isPrint(line, em)) return { line, box, characters: [UNREADABLE], readings: [] }
  return { line, box, characters: withWideMarks(withRoom(withFullStop(characters, seen), seen)), readings: [] }
}

/** A bar this wide (in glyph heights) is the dash of a Chinese font. */
const WIDE_DASH = 0.7
/** Confidence of a bar that stands alone: 807 of 807 in eight printed styles were dashes, but one under a seal was its rest. */
const LONE_BAR = 0.97
/** A page that prints dashes prints several: fewer than this may be dirt, which was seen in the empty cells of a noisy scan. */
const FEW_DASHES = 3

const dashOf = ({ box: [x0, , x1] }: Mark, em: number): ReadCharacter => ({
  text: x1 - x0 >= WIDE_DASH * em ? '—' : '-',
  score: LONE_BAR,
  at: 0.5,
  others: [],
})

/** Ink that nothing could be read from is shown as U+FFFD: an empty cell would say that nothing is there. */
const UNREADABLE: ReadCharacter = { text: '\uFFFD', score: 0, at: 0.5, others: [] }
/** Ink smaller than this (in glyph heights) in both directions may be dirt. */
const DIRT = 0.4

const isPrint = ({ ink: [x0, y0, x1, y1] }: TextLine, em: number): boolean => Math.max(x1 - x0, y1 - y0) >= DIRT * em

/** Whether a shape decides against the reading: only where the recogniser is known to mistake the sign, or saw nothing. */
function yieldsToShape(text: string, sign: Sign): boolean {
  if (sign === '-') return text === ''
  // two bars with white between them are no digit and no letter
  return mayBeSign(text) || (sign === '=' && /^[0-9A-Za-z]$/u.test(text))
}

/** The characters of a figure in the places of those that were read, evenly spread when their number differs. */
function charactersOf(figure: DecidedFigure, reading: LineReading): ReadCharacter[] {
  const texts = [...figure.text]
  const same = textOfReading(reading) === figure.text || reading.characters.length === texts.length
  const [first, last] = [reading.characters[0]?.at ?? 0.5, reading.characters.at(-1)?.at ?? 0.5]
  return texts.map((text, index) => ({
    text,
    score: figure.confidence,
    at: same ? (reading.characters[index]?.at ?? 0.5) : first + ((last - first) * index) / Math.max(1, texts.length - 1),
    others: [],
  }))
}

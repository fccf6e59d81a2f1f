import { type LineReading, lone, NOTHING_READ, type ReadCharacter, textOfReading } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import { loneBar, type Mark, markOf, marksOf } from '../lines/marks.ts'
import type { Looked } from '../lines/side-by-side.ts'
import { sizeOf } from '../picture/raster.ts'
import { sealShare } from '../picture/seal-places.ts'
import { withBoxes } from './boxes.ts'
import { type DecidedFigure, decideFigure, UNSEEN, UNSEEN_UNDER_SEAL } from './figures.ts'
import { withComparison, withSign } from './leading-sign.ts'
import { withoutEndDots, withWideMarks } from './punctuation.ts'
import { type ReadLine, UNREADABLE } from './read-line.ts'
import { withMissed, withRoom } from './room.ts'
import type { CharacterCorrection, SeenLine } from './seen-line.ts'
import { mayBeSign, type Sign, signOf } from './signs.ts'

/** Size of print as a share of the height of the ink of its line. */
const LINE_HEIGHT = 0.95
/** What the ink of a line of text corrects, in this order. */
const CORRECTIONS: readonly CharacterCorrection[] = [withBoxes, withMissed, withRoom, withoutEndDots, withWideMarks]
/** Ink smaller than this (in glyph heights) in both directions may be dirt. */
const DIRT = 0.4
/** Confidence of a sign told by its shape: wrong in two of a hundred on the test pages. */
const BY_SHAPE = 0.95

/**
 * What a line is by all looks at it, its ink first: a lone bar is a dash, a lone sign has its shape; then what is seen as a
 * figure, and what as text.
 */
export function decide(
  { print, em, seals }: Pick<Layout, 'print' | 'em' | 'seals'>,
  { line, box }: Looked,
  looks: readonly LineReading[],
): ReadLine {
  const reading = looks[0] ?? NOTHING_READ
  const strokes: SeenLine = { line, box, missed: reading.missed, ink: print.strokes, em }
  const decided = (characters: readonly ReadCharacter[]): ReadLine => ({ line, box, characters, readings: [] })
  const bar = loneBar(marksOf(print.ink, line.ink), line.within, em)
  if (bar !== null) return decided([dashOf(bar, em)])
  const sign = reading.characters.length <= 2 ? signOf(markOf(print.strokes, line.ink), em) : null
  if (sign !== null && yieldsToShape(textOfReading(reading), sign)) return decided([lone(sign, BY_SHAPE)])
  const compared = withComparison(reading.characters, strokes)
  if (compared !== null) return decided(compared)
  const unseen = sealShare(seals, line.ink) > 0 ? UNSEEN_UNDER_SEAL : UNSEEN
  const figure =
    reading.figures.length > 0
      ? decideFigure(
          looks.map(({ figures }) => figures),
          unseen,
        )
      : null
  if (figure !== null) return { ...decided(withSign(charactersOf(figure, reading), strokes)), readings: figure.readings }
  // headlines are larger than the usual glyph
  const seen = { ...strokes, ink: print.ink, em: Math.max(em, LINE_HEIGHT * (line.ink[3] - line.ink[1])) }
  if (reading.characters.length === 0) return decided(sizeOf(line.ink) >= DIRT * em ? [UNREADABLE] : [])
  return decided(CORRECTIONS.reduce((characters, correct) => correct(characters, seen), reading.characters))
}

/** A bar this wide (in glyph heights) is the dash of a Chinese font. */
const WIDE_DASH = 0.7
/** Confidence of a bar that stands alone: 807 of 807 in eight printed styles were dashes, but one under a seal was its rest. */
const LONE_BAR = 0.97
const dashOf = ({ box: [x0, , x1] }: Mark, em: number): ReadCharacter => lone(x1 - x0 >= WIDE_DASH * em ? '—' : '-', LONE_BAR)

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

import type { Box } from '../geometry.ts'
import { type Reading, textOfReading } from './engine/engine.ts'
import { inPoints } from './picture/raster.ts'
import type { ReadLine } from './read/read-line.ts'

/** A figure that was not read for sure, and what else it may be. */
export interface Doubt {
  readonly page: number
  /** Its ink, in points of the upright page. */
  readonly box: Box
  /** What the recogniser itself saw, likeliest first: the first one stands on the page. Scores sum up to 1 at most. */
  readonly readings: readonly Reading[]
}

/** A figure read more surely than this is not doubted. */
const SURE = 0.97
/** Readings less likely than this are not tried. */
const LEAST = 0.002
/** Readings kept. */
const MOST = 8
/**
 * A character alone that was read less surely than this may be no figure at all: what a seal or dirt left in an empty cell. Of 34
 * marks in empty cells of 69 scanned pages none was read as a figure of more characters.
 */
const HARDLY = 0.3

/** That there is nothing to be read. */
const NOTHING: Reading = { text: '', score: 0 }

/** The doubtful figures among the lines of a page. `scale` is pixels a point. */
export function doubtsOf(lines: readonly ReadLine[], page: number, scale: number): Doubt[] {
  return lines.flatMap((read): Doubt[] => {
    const likely = read.readings.filter(({ score }, index) => index === 0 || score >= LEAST).slice(0, MOST)
    const mayBeNothing = likely[0] !== undefined && likely[0].text.length === 1 && likely[0].score < HARDLY
    const kept = withUnsigned(read, mayBeNothing ? [...likely, NOTHING] : likely)
    if (kept.length < 2 || (kept[0]?.score ?? 1) >= SURE) return []
    return [{ page, box: inPoints(read.line.ink, scale), readings: kept }]
  })
}

/** What a figure may be, what stands on the page first: with the sign that only its shape tells, and without one, which dirt may have been. */
function withUnsigned({ characters }: ReadLine, readings: readonly Reading[]): readonly Reading[] {
  const text = textOfReading({ characters })
  if (readings.length === 0 || !/^-\d/.test(text)) return readings
  const others = readings.filter(reading => reading.text !== text)
  const unsigned = others.some(reading => reading.text === text.slice(1)) ? [] : [{ text: text.slice(1), score: 0 }]
  return [{ text, score: Math.min(...characters.map(({ score }) => score)) }, ...others, ...unsigned]
}

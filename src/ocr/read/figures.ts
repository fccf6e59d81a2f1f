import { sum } from '../../geometry.ts'
import { type LineReading, type Reading, textOfReading } from '../engine/engine.ts'

/** A figure as these documents print it: an amount, a share, a number or a code; the dash that stands for zero; a unit alone. */
const FIGURE = /^(?:-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?|-|%)$/
/** An amount whose separators were mistaken for each other: point and comma differ by a stroke of one pixel. */
const MIXED_SEPARATORS = /^(-?\d{1,3})((?:[.,]\d{3})+)([.,]\d{1,2})(%?)$/

/** Whether a text is printed like a figure. */
export const isFigure = (text: string): boolean => FIGURE.test(text)

/** Whether a line was read as the dash that stands for nothing. */
export const isDash = (line: Pick<LineReading, 'characters'>): boolean => /^[-—]$/u.test(textOfReading(line))

/** The same digits with the separators where they belong, or null when it does not look like an amount. */
export function withSeparators(text: string): string | null {
  const match = MIXED_SEPARATORS.exec(text)
  if (match === null) return null
  const [, head = '', groups = '', cents = '', percent = ''] = match
  return `${head}${groups.replaceAll('.', ',')}.${cents.slice(1)}${percent}`
}

/** What a reading whose separators had to be mended is worth against one that had not. */
const MENDED = 0.5
/** A reading that only one of two looks found counts as if the other had seen it this faintly. */
export const UNSEEN = 0.002
/** Under a seal each look loses other strokes: what one of them did not find is less unlikely. */
export const UNSEEN_UNDER_SEAL = 0.05

/** A figure as decided from one or two looks at it. */
export interface DecidedFigure {
  readonly text: string
  readonly confidence: number
  /** Everything it may be, the decided text first; scores sum up to 1 at most. */
  readonly readings: readonly Reading[]
}

/**
 * Decide what a figure is: of all that is printed like a figure, what both looks together find likeliest. Null when
 * nothing like a figure was seen. Never a text that the recogniser did not see itself, but for separators.
 */
export function decideFigure(looks: readonly (readonly Reading[])[], unseen = UNSEEN): DecidedFigure | null {
  const all = looks.map(mended)
  const texts = new Set(all.flatMap(look => [...look.keys()]))
  const product = (text: string) => all.reduce((score, look) => score * (look.get(text) ?? unseen), 1)
  // probability that each look gave to anything at all: what is missing went to characters of other kinds
  const seen = all.reduce((least, look) => Math.min(least, sum([...look.values()])), 1)
  const total = sum([...texts].map(product))
  const readings = [...texts]
    .filter(isFigure)
    .map(text => ({ text, score: total > 0 ? (product(text) / total) * Math.min(1, seen) : 0 }))
    .sort((a, b) => b.score - a.score)
  const [best] = readings
  return best === undefined ? null : { text: best.text, confidence: best.score, readings }
}

/** Readings by text; those with mixed separators count for the mended text as well. */
function mended(look: readonly Reading[]): Map<string, number> {
  const scores = new Map<string, number>()
  for (const { text, score } of look) {
    const repaired = isFigure(text) ? null : withSeparators(text)
    if (repaired !== null) scores.set(repaired, (scores.get(repaired) ?? 0) + MENDED * score)
    scores.set(text, (scores.get(text) ?? 0) + (repaired === null ? 1 : 1 - MENDED) * score)
  }
  return scores
}

import { type Phrase, phrasesOf, type TextLine } from '../texts/words.ts'
import { type Edge, type Edges, SNAP } from './edges.ts'

/** The line under or through a text begins and ends within this distance (in sizes) of it. */
const SAME_ENDS = 0.35
/** An underline stands at most this far (in sizes) below the baseline; the rule of a row keeps further away or is wider than the text. */
const UNDER = 0.3
/** A line stands through a text between these heights (in sizes) above its baseline. */
const THROUGH = [0.1, 0.6] as const
/** Longer lines (in glyph heights) are rules: texts that are underlined or struck out are names and amounts. */
const LONGEST = 30

/** Lines that belong to a text and part no rows. */
export interface Marks {
  readonly underlines: readonly Edge[]
  readonly strikes: readonly Edge[]
}

/** The horizontal edges that underline a text or strike it out: as long as the text, under or through it, and not from border to border. `linesOf` gives the words of the page and is asked only where an edge is short enough. */
export function marksOf({ horizontal, vertical }: Edges, linesOf: () => readonly TextLine[], em: number): Marks {
  const ends = (edge: Edge, x: number): boolean =>
    vertical.some(({ at, from, to }) => Math.abs(at - x) <= SNAP * em && edge.at > from - SNAP * em && edge.at < to + SNAP * em)
  const short = horizontal.filter(
    edge => edge.to - edge.from <= LONGEST * em && !(ends(edge, edge.from) && ends(edge, edge.to)),
  )
  if (short.length === 0) return { underlines: [], strikes: [] }
  const phrases = linesOf().flatMap(line => phrasesOf(line).phrases)
  const along = short.map(edge => ({ edge, phrase: phrases.find(phrase => isAlong(edge, phrase)) }))
  const marks = (isThrough: boolean): Edge[] =>
    along.flatMap(({ edge, phrase }) =>
      phrase !== undefined && isThrough === edge.at < phrase.baseline - THROUGH[0] * phrase.size ? [edge] : [],
    )
  return { underlines: marks(false), strikes: marks(true) }
}

const isAlong = (edge: Edge, phrase: Phrase): boolean =>
  edge.at - phrase.baseline <= UNDER * phrase.size &&
  phrase.baseline - edge.at <= THROUGH[1] * phrase.size &&
  Math.abs(edge.from - phrase.left) <= SAME_ENDS * phrase.size &&
  Math.abs(edge.to - phrase.right) <= SAME_ENDS * phrase.size

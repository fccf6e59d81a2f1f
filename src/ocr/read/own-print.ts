import { itemAt, mean, median, sum } from '../../geometry.ts'
import { type LineReading, type Reading, textOfReading } from '../engine/engine.ts'
import type { PrintLine } from '../lines/lines.ts'
import { levels } from '../picture/levels.ts'
import type { Grey } from '../picture/raster.ts'
import { decideFigure, isFigure, UNSEEN } from './figures.ts'
import { type Measured, type Pitch, pitchesOf } from './pitch.ts'
import {
  fits,
  type Inked,
  isPlain,
  LOOSELY,
  placed,
  type Shapes,
  type Sheet,
  scoresOf,
  shapeOf,
  shapesOf,
  startOf,
  stripOf,
  widthsOf,
} from './placing.ts'
import { CELL, modelOf, type PrintModel, SHIFT } from './print-model.ts'

/** A line that is a figure, and what was seen of it. */
export interface SeenFigure {
  readonly line: PrintLine
  readonly looks: readonly LineReading[]
}

/** A page with fewer figures than this does not show each digit often enough: of 34 figures, all read, half were lost. */
const ENOUGH = 100
/** Templates are learnt so often, each time from what the ones before told: a fourth time changed nothing on eight pages. */
const ROUNDS = 3
/** Each figure is held against templates that were learnt without its part of the page: of its own picture it would be too sure. */
const FOLDS = 4
/** What the recogniser is sure of. */
const SURE = 0.97
/** Fewer sure figures than this do not tell what the print is worth … */
const TELLING = 30
/** … it is worth what it is on most pages then: of eight black and white ones 3 to 6.5, where ten read hardly less. */
const USUAL = 6.5
/** A sure figure that was misread tells nothing of the templates: none counts as less likely than this. */
const MISREAD = 0.01
/** By how much likelihoods may be divided so that they are worth what they say: neighbouring pixels tell the same. */
const TEMPERS = [3, 4.5, 6.5, 10, 15, 22, 33, 50, 100, 1000] as const
/** In so many figures of a page what they are is among what the recogniser saw, as long as nothing tells, and at least and at most. */
const TRUST = 0.5
const TRUSTED = { least: 0.02, most: 0.98 } as const
/** Templates that agree with what was seen in so many figures fewer than those before have strayed, and are no better: on seven pages that can be read none did by more than .01. */
const STRAYING = 0.03
/** A line in which no figure was seen is none where its ink is this share as much like digits as that of the figures: on four pages those that are figures had .37 and more, specks .1 at most. */
const LIKE_DIGITS = 0.25
/** Share of the figures with a shape that no other has. */
const RARE = 0.002
/** What the print of a page is worth, as a logarithm, to a text that it tells nothing of, against the one it tells most of. */
const UNTOLD = 3 * Math.log(UNSEEN)
/** A digit is one of so many. */
const DIGITS = 10
/** Share of a page that is darker than its paper at most. */
const PAPER = 0.5

/** A figure while it is decided by the print of its page. */
interface Deciding<Figure> extends Inked {
  readonly seen: Figure
  readonly readings: readonly Reading[]
}

/** A figure as the recogniser saw it; without a text where it saw none. */
interface Known<Figure> extends Measured {
  readonly figure: Figure
  readonly readings: readonly Reading[]
}

/** What the figures of a page are as far as they were decided. */
interface Round<Figure> {
  readonly deciding: readonly Deciding<Figure>[]
  /** In how many of them what they are is among what the recogniser saw. */
  readonly trust: number
  /** How much likelier than paper their ink is as these texts, the middle one. */
  readonly likely: number
}

/**
 * Figures as the page itself prints them: on a poor page digits are told from each other by what most 3s and 5s of that page
 * look like, which one blurred picture does not show, and how many there are by the width of their ink and by what other figures have. All
 * that each line may be, the looks at it reckoned in, which are worth what the print of the page says of them; lines that the print tells
 * nothing of are not in it. `picture` is the level page without rulings, `em` its glyph height in pixels.
 */
export function ownPrint<Figure extends SeenFigure>(
  figures: readonly Figure[],
  picture: Grey,
  em: number,
): Map<Figure, readonly Reading[]> {
  const known = figures.map(figure => knownOf(figure))
  // how far digits advance is told by what was seen as a figure
  const read = known.filter(({ figure: { looks }, text }) => text !== '' && looks.some(look => look.figures.length > 0))
  if (read.length < ENOUGH) return new Map()
  const [paper = 255] = levels(picture, [PAPER])
  const tried = pitchesOf(read, em).map(pitch => {
    const share = CELL / pitch.digit
    const scaled: Pitch = { digit: CELL, mark: pitch.mark * share, bearing: pitch.bearing * share }
    const first = known.map(one => firstOf(one, { picture, paper, pitch, scaled }))
    return { scaled, ...roundOf({ deciding: first, trust: TRUST, likely: 0 }, scaled, 1) }
  })
  // marks are as wide as makes the figures most like each other
  let [last] = tried.sort((a, b) => b.likely - a.likely)
  for (let round = 1; last !== undefined && round < ROUNDS; round++) {
    const next = roundOf(last, last.scaled, LOOSELY)
    if (next.trust < last.trust - STRAYING) break
    last = { ...last, ...next }
  }
  const deciding = last?.deciding ?? []
  return new Map(deciding.filter(({ readings }) => readings.length > 0).map(({ seen, readings }) => [seen, readings]))
}

function knownOf<Figure extends SeenFigure>(figure: Figure): Known<Figure> {
  const readings = decideFigure(figure.looks.map(look => look.figures))?.readings ?? spelledIn(figure)
  const [best] = readings
  const [left, , right] = figure.line.ink
  const isKnown = best !== undefined && isPlain(best.text)
  return { figure, readings, text: isKnown ? best.text : '', width: right - left, sure: isKnown ? best.score : 0 }
}

/** A figure spelled by the characters that were seen at first: a long one of which none is sure has no reading that is likely. */
function spelledIn({ looks: [look] }: SeenFigure): Reading[] {
  const text = look === undefined ? '' : textOfReading(look)
  return look !== undefined && isFigure(text) ? [{ text, score: Math.min(...look.characters.map(({ score }) => score)) }] : []
}

/** A figure with its text in the middle of its ink. */
function firstOf<Figure extends SeenFigure>(known: Known<Figure>, sheet: Sheet): Deciding<Figure> {
  const { figure, text, sure, readings } = known
  const ink = (known.width * CELL) / sheet.pitch.digit
  const read = new Map(readings.map(reading => [reading.text, reading.score]))
  const standing = { strip: stripOf(figure.line, sheet), text, sure, shift: SHIFT, start: startOf(text, ink, sheet.scaled) }
  return { ...standing, seen: figure, ink, read, readings: [] }
}

/** Figures decided anew by templates that are learnt from them. */
function roundOf<Figure>({ deciding: before, trust }: Round<Figure>, pitch: Pitch, times: number): Round<Figure> {
  const models = foldsOf(before, pitch, times)
  const standing = before.map((one, at) => placed(one, itemAt(models, at % FOLDS), pitch))
  const better = foldsOf(standing, pitch, LOOSELY)
  const shapes = shapesOf(before, pitch)
  const told = standing.map((one, at) => ({ one, scores: scoresOf(one, itemAt(better, at % FOLDS), shapes) }))
  const likeness = median(
    told.flatMap(({ one, scores: [best] }) => (best !== undefined && one.read.size > 0 ? [likenessOf(best)] : [])),
    0,
  )
  const page = { trust, shapes, temper: worthOf(told), likeness, widthOf: widthsOf(before, pitch) }
  const decided = told.map(({ one, scores }) => decidedBy(one, scores, page))
  const likely = told.flatMap(({ scores: [best] }) => best?.score ?? [])
  const shares = decided.flatMap(({ one, trusted }) => (one.read.size > 0 && one.readings.length > 0 ? [trusted] : []))
  return {
    deciding: decided.map(({ one }) => one),
    trust: Math.max(TRUSTED.least, Math.min(TRUSTED.most, mean(shares))),
    likely: median(likely, 0),
  }
}

/** How much likelier than paper the ink of each digit of a text is, on average. */
const likenessOf = ({ text, score }: Reading): number => score / Math.max(1, text.replaceAll(/\D/gu, '').length)

/** Models each learnt without a part of the figures. */
const foldsOf = (standing: readonly Inked[], pitch: Pitch, times: number): PrintModel[] =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const others = standing.filter((one, at) => at % FOLDS !== fold && one.text !== '' && fits(one, one.text, pitch, times))
    return modelOf(others, pitch.mark)
  })

/** What the print of a page is worth, as the figures tell that the recogniser is sure of. */
function worthOf(told: readonly { readonly one: Inked; readonly scores: readonly Reading[] }[]): number {
  const sure = told.flatMap(({ one, scores }) => {
    const [text] = [...one.read].find(([, score]) => score >= SURE) ?? []
    return text !== undefined && scores.length > 1 && scores.some(other => other.text === text) ? [{ text, scores }] : []
  })
  if (sure.length < TELLING) return USUAL
  const loss = (temper: number): number =>
    -sum(
      sure.map(({ text, scores }) => {
        const logs = new Map(scores.map(other => [other.text, other.score / temper]))
        return Math.log(Math.max(MISREAD, asShares(logs).find(other => other.text === text)?.score ?? 0))
      }),
    )
  const losses = TEMPERS.map(temper => ({ temper, loss: loss(temper) }))
  // where nothing tells, the print is worth least
  return losses.reduce((best, other) => (other.loss <= best.loss ? other : best)).temper
}

/** Texts with logarithms of what they are worth, as scores that add up to 1, best first. */
function asShares(logs: ReadonlyMap<string, number>): Reading[] {
  const best = Math.max(...logs.values())
  const shares = [...logs].map(([text, log]) => ({ text, score: Math.exp(log - best) }))
  const total = sum(shares.map(({ score }) => score))
  return shares.map(({ text, score }) => ({ text, score: score / total })).sort((a, b) => b.score - a.score)
}

/** What a page says of its figures. */
interface Telling {
  readonly trust: number
  readonly shapes: Shapes
  readonly temper: number
  /** How much its figures look like their digits, the middle one. */
  readonly likeness: number
  readonly widthOf: (one: Inked, text: string) => number
}

/** A figure decided by what the recogniser saw of it, the print of its page and the width of its ink, and how much of that is what the recogniser saw. Where the print tells nothing there are no readings. */
function decidedBy<Figure>(one: Deciding<Figure>, scores: readonly Reading[], page: Telling) {
  const { trust, shapes, temper, widthOf } = page
  const [likeliest] = scores
  const isSpecks = (best: Reading) => one.read.size === 0 && likenessOf(best) < LIKE_DIGITS * page.likeness
  // one that the print tells nothing of is not learnt from
  if (likeliest === undefined || isSpecks(likeliest)) return { one: { ...one, sure: 0, readings: [] }, trusted: 0 }
  const printed = new Map(scores.map(({ text, score }) => [text, (score - likeliest.score) / temper]))
  const seenAs = (text: string): number => trust * (one.read.get(text) ?? 0)
  const isAny = (text: string): number =>
    ((1 - trust) * (shapes.shares.get(shapeOf(text)) ?? RARE)) / DIGITS ** text.replaceAll(/\D/gu, '').length
  const worth = (text: string): number =>
    (printed.get(text) ?? UNTOLD) + Math.log(seenAs(text) + isAny(text)) + Math.log(widthOf(one, text))
  const texts = [...new Set([...one.read.keys(), ...printed.keys()])].filter(isFigure)
  const readings = asShares(new Map(texts.map(text => [text, worth(text)])))
  const trusted = sum(readings.map(({ text, score }) => (score * seenAs(text)) / (seenAs(text) + isAny(text))))
  const [best] = readings
  return {
    one: best === undefined ? { ...one, sure: 0, readings } : { ...one, text: best.text, sure: best.score, readings },
    trusted,
  }
}

import { itemAt, sum } from '../../geometry.ts'
import type { LineReading, Reading } from '../engine/engine.ts'
import type { PrintLine } from '../lines/lines.ts'
import { levels } from '../picture/levels.ts'
import type { Grey } from '../picture/raster.ts'
import { decideFigure, isFigure, UNSEEN } from './figures.ts'
import { type Measured, type Pitch, pitchesOf } from './pitch.ts'
import {
  ANY_WIDTH,
  fits,
  type Inked,
  isPlain,
  LOOSELY,
  placed,
  type Sheet,
  scoresOf,
  shapeOf,
  startOf,
  stripOf,
  usualShapes,
  widthsOf,
} from './placing.ts'
import { CELL, modelOf, type PrintModel, SHIFT } from './print-model.ts'

/** A line that looks like a figure, and what was seen of it. */
export interface SeenFigure {
  readonly line: PrintLine
  readonly looks: readonly LineReading[]
}

/** A page with fewer figures than this does not show each digit often enough: of 34 figures, all read, four were lost. */
const ENOUGH = 100
/** Templates are learnt so often, each time from what the ones before told. */
const ROUNDS = 3
/** Each figure is held against templates that were learnt without its part of the page: of its own picture it would be too sure. */
const FOLDS = 4
/** What the recogniser is sure of. */
const SURE = 0.97
/** Fewer sure figures than this do not tell what the print is worth … */
const TELLING = 30
/** … it is worth what it is on most pages then: of eight black and white ones 3 to 6.5. Five pages with 0 to 13 sure figures have a third more of their figures right by it. */
const USUAL = 6.5
/** A sure figure that was misread tells nothing of the templates: none counts as less likely than this. */
const MISREAD = 0.01
/** By how much likelihoods may be divided so that they are worth what they say: neighbouring pixels tell the same. */
const TEMPERS = [3, 4.5, 6.5, 10, 15, 22, 33, 50, 100, 1000] as const
/** The least likelihood that has a logarithm: the recogniser's library makes 0 of numbers below 2.2e-308, and of the least one of the language. */
const LEAST = 1e-300
/** Share of a page that is darker than its paper at most. */
const PAPER = 0.5

/** A figure while it is decided by the print of its page. */
interface Deciding<Figure> extends Inked {
  readonly seen: Figure
  /** What the recogniser gives to texts that it did not see, as a logarithm. */
  readonly other: number
  readonly readings: readonly Reading[]
}

/** A figure as the recogniser saw it. */
interface Known<Figure> extends Measured {
  readonly figure: Figure
  readonly readings: readonly Reading[]
}

/**
 * Figures as the page itself prints them: on a poor page digits are told from each other by what most 3s and 5s of that page
 * look like, which one blurred picture does not show, and how many there are by the width of their ink. All that each line may be, the
 * looks at it reckoned in; lines that the print tells nothing of are not in it. `picture` is the level page without rulings, `em` its glyph height in pixels.
 */
export function ownPrint<Figure extends SeenFigure>(
  figures: readonly Figure[],
  picture: Grey,
  em: number,
): Map<Figure, readonly Reading[]> {
  const known = figures.flatMap(figure => knownOf(figure))
  if (known.length < ENOUGH) return new Map()
  const [paper = 255] = levels(picture, [PAPER])
  const tried = pitchesOf(known, em).map(pitch => {
    const share = CELL / pitch.digit
    const scaled: Pitch = { digit: CELL, mark: pitch.mark * share, bearing: pitch.bearing * share }
    const first = known.map(one => firstOf(one, { picture, paper, pitch, scaled }))
    return { scaled, ...roundOf(first, scaled, 1) }
  })
  // marks are as wide as makes the print tell most figures right
  let [last] = tried.sort((a, b) => b.right - a.right)
  for (let round = 1; last !== undefined && round < ROUNDS; round++)
    last = { ...last, ...roundOf(last.deciding, last.scaled, LOOSELY) }
  const deciding = last?.deciding ?? []
  return new Map(deciding.filter(({ readings }) => readings.length > 0).map(({ seen, readings }) => [seen, readings]))
}

function knownOf<Figure extends SeenFigure>(figure: Figure): Known<Figure>[] {
  const readings = decideFigure(figure.looks.map(look => look.figures))?.readings ?? []
  const [best] = readings
  const [left, , right] = figure.line.ink
  if (best === undefined || !isPlain(best.text)) return []
  return [{ figure, readings, text: best.text, width: right - left, sure: best.score }]
}

/** A figure with its text in the middle of its ink. */
function firstOf<Figure extends SeenFigure>(known: Known<Figure>, sheet: Sheet): Deciding<Figure> {
  const { figure, text, sure, readings } = known
  const ink = (known.width * CELL) / sheet.pitch.digit
  const read = new Map(readings.map(reading => [reading.text, Math.log(Math.max(LEAST, reading.score))]))
  const standing = { strip: stripOf(figure.line, sheet), text, sure, shift: SHIFT, start: startOf(text, ink, sheet.scaled) }
  return { ...standing, seen: figure, ink, read, readings: [], other: figure.looks.length * Math.log(UNSEEN) }
}

/** Figures decided anew by templates that are learnt from them, and how much of what the recogniser saw these alone tell too. */
function roundOf<Figure>(before: readonly Deciding<Figure>[], pitch: Pitch, times: number) {
  const models = foldsOf(before, pitch, times)
  const standing = before.map((one, at) => placed(one, itemAt(models, at % FOLDS), pitch))
  const better = foldsOf(standing, pitch, LOOSELY)
  const shapes = { pitch, usual: usualShapes(before, pitch) }
  const told = standing.map((one, at) => ({ one, scores: scoresOf(one, itemAt(better, at % FOLDS), shapes) }))
  const { temper, right } = worthOf(told)
  const widthOf = widthsOf(before, pitch)
  const deciding = told.map(({ one, scores }) => {
    const readings = jointly(
      one,
      tempered(scores, temper).map(({ text, score }) => ({ text, score: score * widthOf(one, text) })),
    )
    const [best] = readings
    // one that the print tells nothing of is not learnt from
    return best === undefined ? { ...one, sure: 0, readings } : { ...one, text: best.text, sure: best.score, readings }
  })
  return { deciding, right }
}

/** Models each learnt without a part of the figures. */
const foldsOf = (standing: readonly Inked[], pitch: Pitch, times: number): PrintModel[] =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const others = standing.filter((one, at) => at % FOLDS !== fold && fits(one, one.text, pitch, times))
    return modelOf(others, pitch.mark)
  })

/** What the print of a page is worth, as the figures tell that the recogniser is sure of, and how much of what it saw the print tells too. */
function worthOf(told: readonly { readonly one: Inked; readonly scores: readonly Reading[] }[]) {
  const seen = told.map(({ one, scores }) => {
    const [text, score] = [...one.read].reduce((best, other) => (other[1] > best[1] ? other : best))
    return { text, score: Math.exp(score), scores }
  })
  const sure = seen.filter(
    ({ text, score, scores }) => score >= SURE && scores.length > 1 && scores.some(other => other.text === text),
  )
  const loss = (temper: number): number =>
    -sum(
      sure.map(({ text, scores }) => {
        const score = tempered(scores, temper).find(reading => reading.text === text)?.score ?? MISREAD
        return Math.log(Math.max(MISREAD, score))
      }),
    )
  const losses = TEMPERS.map(temper => ({ temper, loss: loss(temper) }))
  // where nothing tells, the print is worth least
  const { temper } = losses.reduce((best, other) => (other.loss <= best.loss ? other : best))
  const alike = seen.filter(({ text, scores }) => scores.find(other => shapeOf(other.text) === shapeOf(text))?.text === text)
  return { temper: sure.length < TELLING ? USUAL : temper, right: sum(alike.map(({ score }) => score)) }
}

/**
 * Log-likelihoods, best first, as scores that add up to 1: those of one shape are told from each other, and all shapes are
 * worth the same. A figure of one digit more is no likelier for grain at its end, which 301 was taken for 3017 by.
 */
function tempered(scores: readonly Reading[], temper: number): Reading[] {
  const shapes = [...Map.groupBy(scores, ({ text }) => shapeOf(text)).values()]
  return shapes.flatMap(texts => {
    const best = Math.max(...texts.map(({ score }) => score))
    const shares = texts.map(({ text, score }) => ({ text, score: Math.exp((score - best) / temper) }))
    const total = sum(shares.map(({ score }) => score)) * shapes.length
    return shares.map(({ text, score }) => ({ text, score: score / total }))
  })
}

/** What a figure is by what the recogniser saw of it, the print of its page and the width of its ink, best first; empty where the print tells nothing of it. */
function jointly<Figure>({ read, other }: Deciding<Figure>, printed: readonly Reading[]): Reading[] {
  if (printed.length === 0) return []
  const likely = new Map(printed.map(({ text, score }) => [text, Math.max(LEAST, score)]))
  const scores = [...new Set([...read.keys(), ...likely.keys()])].filter(isFigure).map(text => {
    return { text, score: Math.log(likely.get(text) ?? ANY_WIDTH) + (read.get(text) ?? other) }
  })
  const best = Math.max(...scores.map(({ score }) => score))
  const shares = scores.map(({ text, score }) => ({ text, score: Math.exp(score - best) }))
  const total = sum(shares.map(({ score }) => score))
  return shares.map(({ text, score }) => ({ text, score: score / total })).sort((a, b) => b.score - a.score)
}

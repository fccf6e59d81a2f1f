import { sum } from '../../geometry.ts'
import type { Reading } from '../engine/engine.ts'
import type { PrintLine } from '../lines/lines.ts'
import { crop, type Grey, resize } from '../picture/raster.ts'
import { isFigure } from './figures.ts'
import { inkWidth, middleOf, type Pitch } from './pitch.ts'
import {
  CELL,
  type Likelihood,
  likelihoodIn,
  type PrintModel,
  placesOf,
  ROWS,
  SHIFT,
  SIDE,
  type Standing,
  type Strip,
} from './print-model.ts'

/** A text whose ink would be wider or narrower by this share of a digit does not stand in a line. */
const FITS = 0.6
/** Specks and the rest of a border reach up to so many digits beyond the end of a figure; where five were allowed, half of the figures of the worst page fitted all shapes. */
const BESIDE = 2.5
/** What was read, and may lack a point, and what is only held against the print, is allowed so many times that. */
export const LOOSELY = 2
/** How far beyond the ends of its ink a text is looked for, in pixels of a strip. */
const REACH = 3
const SHIFTS = Array.from({ length: 2 * SHIFT + 1 }, (_, shift) => shift)
/** The brightest grey. */
const WHITE = 255
const DIGITS = [...'0123456789']

/** Whether a text is made of what figures are printed with alone. */
export const isPlain = (text: string): boolean => /^[\d.,]+$/u.test(text)

/** A figure as it is printed, each digit a #. */
export const shapeOf = (text: string): string => text.replaceAll(/\d/gu, '#')

/** A figure whose ink is so many pixels of its strip wide, and what the recogniser found it to be; its text is empty as long as nothing tells it. */
export interface Inked extends Standing {
  readonly ink: number
  readonly read: ReadonlyMap<string, number>
}

/** Whether the ink of a line is about as wide as a text would be. */
export const fits = ({ ink }: Inked, text: string, pitch: Pitch, times: number): boolean =>
  Math.abs(inkWidth(text, pitch) - ink) <= times * FITS * CELL

/** The same where specks may stand beside it. */
const fitsIn = ({ ink }: Inked, text: string, pitch: Pitch, times: number): boolean => {
  const more = ink - inkWidth(text, pitch)
  return more >= -times * FITS * CELL && more <= BESIDE * CELL
}

/** Where a text may begin: from where it ends with its ink to where it begins with it. */
function startsOf(text: string, ink: number, pitch: Pitch): number[] {
  const reach = Math.ceil(Math.abs(ink - inkWidth(text, pitch)) / 2) + REACH
  const middle = startOf(text, ink, pitch)
  return Array.from({ length: 2 * reach + 1 }, (_, step) => middle + step - reach)
}

/** A page with its pitch in pixels, and that in pixels of a strip. */
export interface Sheet {
  readonly picture: Grey
  readonly paper: number
  readonly pitch: Pitch
  readonly scaled: Pitch
}

/** The share of the figures of a page that has a shape, by shape, at a pitch. */
export interface Shapes {
  readonly pitch: Pitch
  readonly shares: ReadonlyMap<string, number>
}

/** A shape that this share of the figures of a page has is usual there. */
const USUAL = 0.02
/** What a figure that was not read for sure counts for at least. */
const LEAST_SURE = 0.02

/** The shapes of figures whose ink is about as wide as their text would be; the surest figures count most. */
export function shapesOf(standing: readonly Inked[], pitch: Pitch): Shapes {
  const fitting = standing.filter(one => isFigure(one.text) && fits(one, one.text, pitch, 1))
  const weightOf = (some: readonly Inked[]) => sum(some.map(({ sure }) => sure + LEAST_SURE))
  const all = weightOf(fitting)
  const groups = Map.groupBy(fitting, ({ text }) => shapeOf(text))
  return { pitch, shares: new Map([...groups].map(([shape, same]) => [shape, weightOf(same) / all])) }
}

/** The ink of a figure differs from what its text would measure by this share of a digit at least: grain, and narrow digits at its ends. */
const LEAST_SPREAD = 0.2
/** A normal deviation against the middle one. */
const NORMAL = 1.48
/** Ink wider than by so many deviations has specks beside it, or the rest of a border; that is so in this share of figures at least. */
const WIDER = 3
const BESIDE_SHARE = 0.02
/** In so few a whole digit or more of their ink is lost: .02 and .00001 tell the same on eight pages. */
const LOST = 0.0002

/** How likely the ink of a figure is so wide if it has a text, against the likeliest width: as the figures of the page tell, the surest most of all. */
export function widthsOf(standing: readonly Inked[], pitch: Pitch): (one: Inked, text: string) => number {
  const off = (one: Inked, text: string) => (one.ink - inkWidth(text, pitch)) / CELL
  const seen = standing.map(one => ({ rest: off(one, one.text), weight: one.sure }))
  const all = sum(seen.map(({ weight }) => weight))
  const middle = middleOf(
    seen.map(({ rest, weight }) => ({ rest: Math.abs(rest), weight })),
    all / 2,
  )
  const spread = Math.max(LEAST_SPREAD, NORMAL * middle)
  const wider = Math.max(BESIDE_SHARE, sum(seen.map(({ rest, weight }) => (rest > WIDER * spread ? weight : 0))) / all)
  return (one, text) => {
    const rest = off(one, text)
    return (rest > 0 ? wider : LOST) + Math.exp(-((rest / spread) ** 2) / 2)
  }
}

/** Where a text begins that stands in the middle of its ink. */
export const startOf = (text: string, ink: number, pitch: Pitch): number =>
  SIDE + (ink - inkWidth(text, pitch) - pitch.bearing) / 2

/** The picture of a line with digits CELL wide; what lies outside its cell is paper. */
export function stripOf({ ink, within }: PrintLine, { picture, paper, pitch }: Sheet): Strip {
  const scale = CELL / pitch.digit
  const [left, top] = [Math.round(ink[0] - SIDE / scale), Math.round(ink[1] - (2 * SHIFT) / scale)]
  const [right, bottom] = [
    left + Math.round(ink[2] - ink[0] + (2 * SIDE) / scale),
    top + Math.round((ROWS + 2 * SHIFT) / scale),
  ]
  const cut = crop(picture, [left, top, right, bottom])
  for (let at = 0; at < cut.data.length; at++) {
    const [x, y] = [left + (at % cut.width), top + Math.floor(at / cut.width)]
    if (x < within[0] || x >= within[2] || y < within[1] || y >= within[3]) cut.data[at] = paper
  }
  const width = Math.round(cut.width * scale)
  const { data } = resize(cut, width, ROWS + 2 * SHIFT)
  return { width, dark: Float32Array.from(data, value => (paper - value) / WHITE) }
}

const likelihoodOf = (text: string, start: number, mark: number, likelihood: Likelihood): number =>
  sum(placesOf(text, start, mark).map(({ char, x }) => likelihood(char, x)))

/** The same with its text where it looks most like the print of the page. */
export function placed<One extends Inked>(one: One, model: PrintModel, pitch: Pitch): One {
  if (one.text === '' || !fitsIn(one, one.text, pitch, LOOSELY)) return one
  const starts = startsOf(one.text, one.ink, pitch)
  const all = SHIFTS.map(shift => {
    const likelihood = likelihoodIn(model, one.strip, shift)
    return starts.map(start => ({ start, shift, score: likelihoodOf(one.text, start, model.mark, likelihood) }))
  })
  const { start, shift } = all.flat().reduce((best, other) => (other.score > best.score ? other : best))
  return { ...one, start, shift }
}

/** What a figure may be by the print of its page alone, best first; scores are log-likelihoods. One without a text may stand at any height. */
export function scoresOf(one: Inked, model: PrintModel, shapes: Shapes): Reading[] {
  const shifts = one.text === '' ? SHIFTS : [one.shift]
  const all = shifts.map(shift => scoresAt({ ...one, shift }, model, shapes))
  return all.reduce((best, other) => (bestOf(other) > bestOf(best) ? other : best))
}

const bestOf = ([best]: readonly Reading[]): number => best?.score ?? Number.NEGATIVE_INFINITY

/** The same at the height where it stands. */
function scoresAt(one: Inked, model: PrintModel, { pitch, shares }: Shapes): Reading[] {
  const likelihood = likelihoodIn(model, one.strip, one.shift)
  const usual = [...shares].filter(([, share]) => share >= USUAL).map(([shape]) => shape)
  const shapes = new Set([...[...one.read.keys()].map(shapeOf), ...usual])
  const texts = new Set([...one.read.keys(), ...likeliestIn(one, likelihood, pitch, [...shapes])])
  return [...texts]
    .filter(text => isPlain(text) && fitsIn(one, text, pitch, LOOSELY))
    .map(text => {
      const scores = startsOf(text, one.ink, pitch).map(start => likelihoodOf(text, start, model.mark, likelihood))
      return { text, score: Math.max(...scores) }
    })
    .sort((a, b) => b.score - a.score)
}

/**
 * The likeliest text of each shape, and those with one digit changed for the next likeliest: where points and commas stand is
 * known from the shapes alone, narrow commas were taken for a 1 otherwise.
 */
function likeliestIn(one: Inked, likelihood: Likelihood, pitch: Pitch, shapes: readonly string[]): string[] {
  return shapes
    .filter(shape => fitsIn(one, shape.replaceAll('#', '0'), pitch, 1))
    .flatMap(shape => {
      const all = startsOf(shape.replaceAll('#', '0'), one.ink, pitch).map(start => {
        const places = placesOf(shape, start, pitch.mark).map(({ char, x }) => {
          const ranked = (char === '#' ? DIGITS : [char]).map(text => ({ text, score: likelihood(text, x) }))
          return ranked.sort((a, b) => b.score - a.score)
        })
        return { places, score: sum(places.map(([best]) => best?.score ?? 0)) }
      })
      const { places } = all.reduce((best, other) => (other.score > best.score ? other : best))
      const first = places.map(([best]) => best?.text ?? '')
      const changed = places.flatMap(([, second], at) => (second === undefined ? [] : [first.with(at, second.text).join('')]))
      return [first.join(''), ...changed]
    })
}

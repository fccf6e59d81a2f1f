import { sum } from '../../geometry.ts'
import type { Reading } from '../engine/engine.ts'
import type { PrintLine } from '../lines/lines.ts'
import { crop, type Grey, resize } from '../picture/raster.ts'
import { isFigure, UNSEEN } from './figures.ts'
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
/** What was read, and may lack a point, and what is only held against the print, is allowed so many times that. */
export const LOOSELY = 2
/** How far from the middle a text is looked for, in pixels of a strip. */
const REACH = 3
const STEPS = Array.from({ length: 2 * REACH + 1 }, (_, step) => step - REACH)
/** The brightest grey. */
const WHITE = 255
const DIGITS = [...'0123456789']

/** Whether a text is made of what figures are printed with alone. */
export const isPlain = (text: string): boolean => /^[\d.,]+$/u.test(text)

/** A figure as it is printed, each digit a #. */
export const shapeOf = (text: string): string => text.replaceAll(/\d/gu, '#')

/** A figure whose ink is so many pixels of its strip wide, and what the recogniser found it to be, as logarithms. */
export interface Inked extends Standing {
  readonly ink: number
  readonly read: ReadonlyMap<string, number>
}

/** Whether the ink of a line is about as wide as a text would be. */
export const fits = ({ ink }: Inked, text: string, pitch: Pitch, times: number): boolean =>
  Math.abs(inkWidth(text, pitch) - ink) <= times * FITS * CELL

/** A page with its pitch in pixels, and that in pixels of a strip. */
export interface Sheet {
  readonly picture: Grey
  readonly paper: number
  readonly pitch: Pitch
  readonly scaled: Pitch
}

/** The shapes that figures have, at a pitch. */
export interface Shapes {
  readonly pitch: Pitch
  readonly usual: readonly string[]
}

/** A shape that this share of the figures of a page has is usual there. */
const USUAL = 0.03

/** The shapes that most figures of a page have, as far as their ink is about as wide as these would be. */
export function usualShapes(standing: readonly Inked[], pitch: Pitch): string[] {
  const fitting = standing.filter(one => isFigure(one.text) && fits(one, one.text, pitch, 1))
  const groups = Map.groupBy(fitting, ({ text }) => shapeOf(text))
  return [...groups].filter(([, same]) => same.length >= USUAL * standing.length).map(([shape]) => shape)
}

/** The ink of a figure differs from what its text would measure by this share of a digit at least: grain, and narrow digits at its ends. */
const LEAST_SPREAD = 0.2
/** A normal deviation against the middle one. */
const NORMAL = 1.48
/** The likelihood of any width, as little as that of a text that three looks did not see: grain beside a figure was taken for a part of it, and a stroke at its end is lost. */
export const ANY_WIDTH = UNSEEN ** 3

/** How likely the ink of a figure is so wide if it has a text: as the figures of the page tell, the surest most of all. */
export function widthsOf(standing: readonly Inked[], pitch: Pitch): (one: Inked, text: string) => number {
  const off = (one: Inked, text: string) => (inkWidth(text, pitch) - one.ink) / CELL
  const seen = standing.map(one => ({ rest: Math.abs(off(one, one.text)), weight: one.sure }))
  const spread = Math.max(LEAST_SPREAD, NORMAL * middleOf(seen, sum(standing.map(({ sure }) => sure)) / 2))
  return (one, text) => ANY_WIDTH + Math.exp(-((off(one, text) / spread) ** 2) / 2)
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
  if (!fits(one, one.text, pitch, LOOSELY)) return one
  const middle = startOf(one.text, one.ink, pitch)
  const all = Array.from({ length: 2 * SHIFT + 1 }, (_, shift) => {
    const likelihood = likelihoodIn(model, one.strip, shift)
    return STEPS.map(step => {
      const start = middle + step
      return { start, shift, score: likelihoodOf(one.text, start, model.mark, likelihood) }
    })
  })
  const { start, shift } = all.flat().reduce((best, other) => (other.score > best.score ? other : best))
  return { ...one, start, shift }
}

/** What a figure may be by the print of its page alone, best first; scores are log-likelihoods. `usual` are the shapes that most figures of the page have. */
export function scoresOf(one: Inked, model: PrintModel, { pitch, usual }: Shapes): Reading[] {
  const likelihood = likelihoodIn(model, one.strip, one.shift)
  const shapes = new Set([...[...one.read.keys()].map(shapeOf), ...usual])
  const texts = new Set([...one.read.keys(), ...likeliestIn(one, likelihood, { pitch, usual: [...shapes] })])
  return [...texts]
    .filter(text => isPlain(text) && fits(one, text, pitch, LOOSELY))
    .map(text => {
      const middle = startOf(text, one.ink, pitch)
      return { text, score: Math.max(...STEPS.map(step => likelihoodOf(text, middle + step, model.mark, likelihood))) }
    })
    .sort((a, b) => b.score - a.score)
}

/**
 * The likeliest text of each shape, and those with one digit changed for the next likeliest: where points and commas stand is
 * known from the shapes alone, narrow commas were taken for a 1 otherwise.
 */
function likeliestIn(one: Inked, likelihood: Likelihood, { pitch, usual }: Shapes): string[] {
  return usual
    .filter(shape => fits(one, shape.replaceAll('#', '0'), pitch, 1))
    .flatMap(shape => {
      const middle = startOf(shape.replaceAll('#', '0'), one.ink, pitch)
      const all = STEPS.map(step => {
        const places = placesOf(shape, middle + step, pitch.mark).map(({ char, x }) => {
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

import { itemAt } from '../../geometry.ts'
import type { TextLine } from '../texts/words.ts'

/** A line that is one text over this share of the width runs on: prose, a caption, a note. */
const RUNS_ON = 0.6
/** Dots that lead the eye to a page number. */
const LEADERS = /(\.\s?){4,}|…{2,}|(·\s?){4,}|_{4,}|-{6,}/

/** Texts set close to a border jut out over it by less than this (in sizes): digits with no padding (icdar us-018). */
export const JUTS = 0.15

/** Whether a line is one text that runs over most of the width. */
export const isRunning = (line: TextLine, left: number, right: number): boolean =>
  line.phrases.some(phrase => phrase.right - phrase.left >= RUNS_ON * (right - left) && !LEADERS.test(phrase.text))

/** Numbers this many or more at equal steps are the scale of a chart. */
const SCALE = 4

/** Whether numbers rise or fall by equal steps, as on the axis of a chart; steps of one number the rows. */
export function isScale(texts: readonly string[]): boolean {
  const values = texts.map(text => Number(text.replace(/[,%]/g, '')))
  if (values.length < SCALE) return false
  const step = itemAt(values, 1) - itemAt(values, 0)
  return (
    step !== 0 &&
    Math.abs(step) !== 1 &&
    values.every((value, index) => index === 0 || Math.abs(value - itemAt(values, index - 1) - step) < 1e-6 * Math.abs(step))
  )
}

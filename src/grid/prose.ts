import { itemAt } from '../geometry.ts'
import type { TextColumn } from './columns.ts'
import { isAmount, type Phrase, type TextLine } from './words.ts'

/** A line that is one text over this share of the width runs on: prose, a caption, a note. */
const RUNS_ON = 0.6
/** A column of running text: at least this wide (in sizes) … */
const PROSE_WIDTH = 12
/** … with at least this share of its lines filled to within … */
const FILLED = 0.5
/** … this distance (in sizes) of its right side. */
const RAGGED = 2
/** Dots that lead the eye to a page number. */
const LEADERS = /(\.\s?){4,}|…{2,}|(·\s?){4,}|_{4,}|-{6,}/

/** Texts set close to a border jut out over it by less than this (in sizes): digits with no padding (icdar us-018). */
export const JUTS = 0.15

/** Whether a line is one text that runs over most of the width. */
export const isRunning = (line: TextLine, left: number, right: number): boolean =>
  line.phrases.some(phrase => phrase.right - phrase.left >= RUNS_ON * (right - left) && !LEADERS.test(phrase.text))

/** Which columns, with their texts, hold running text: wide lines, most of them filled. Two of them are a page set in columns, not a table. */
export const proseColumns = (texts: readonly (readonly Phrase[])[], columns: readonly TextColumn[]): boolean[] =>
  columns.map(({ left, right }, index) => {
    const phrases = (texts[index] ?? []).filter(({ text }) => !LEADERS.test(text))
    if (phrases.length < 3) return false
    const { size } = itemAt(phrases, 0)
    if (right - left < PROSE_WIDTH * size) return false
    const filled = phrases.filter(
      phrase => right - phrase.right <= RAGGED * size && phrase.right - phrase.left >= PROSE_WIDTH * size,
    )
    return (
      filled.length >= FILLED * phrases.length &&
      phrases.filter(phrase => isAmount(phrase.text)).length < FILLED * phrases.length
    )
  })

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

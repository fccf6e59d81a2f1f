import { itemAt } from '../geometry.ts'
import type { Column } from './columns.ts'
import { isAmount, type Line, type Piece } from './words.ts'

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
export const isRunning = (line: Line, left: number, right: number): boolean =>
  line.pieces.some(piece => piece.right - piece.left >= RUNS_ON * (right - left) && !LEADERS.test(piece.text))

/** Which columns, with their texts, hold running text: wide lines, most of them filled. Two of them are a page set in columns, not a table. */
export const proseColumns = (texts: readonly (readonly Piece[])[], columns: readonly Column[]): boolean[] =>
  columns.map(({ left, right }, index) => {
    const pieces = (texts[index] ?? []).filter(({ text }) => !LEADERS.test(text))
    if (pieces.length < 3) return false
    const { size } = itemAt(pieces, 0)
    if (right - left < PROSE_WIDTH * size) return false
    const filled = pieces.filter(
      piece => right - piece.right <= RAGGED * size && piece.right - piece.left >= PROSE_WIDTH * size,
    )
    return (
      filled.length >= FILLED * pieces.length && pieces.filter(piece => isAmount(piece.text)).length < FILLED * pieces.length
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

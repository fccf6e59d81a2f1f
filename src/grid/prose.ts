import type { Column } from './columns.ts'
import { hasFigure, isAmount, type Line, type Piece } from './words.ts'

/** Entries of a contents list end in a page number, but for a few that wrap; leaders stand in most. */
const ENTRIES = { numbered: 0.8, led: 0.5 } as const

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
    const size = pieces[0]?.size ?? 0
    if (pieces.length < 3 || right - left < PROSE_WIDTH * size) return false
    const filled = pieces.filter(
      piece => right - piece.right <= RAGGED * size && piece.right - piece.left >= PROSE_WIDTH * size,
    )
    return (
      filled.length >= FILLED * pieces.length && pieces.filter(piece => isAmount(piece.text)).length < FILLED * pieces.length
    )
  })

/** Whether lines are a table of contents: each a text and a page number at the right, numbers that never fall. */
export function isContents(lines: readonly Line[]): boolean {
  const entries = lines.filter(line => line.pieces.length >= 2 || LEADERS.test(line.pieces[0]?.text ?? ''))
  const last = entries.map(line => (line.pieces.at(-1)?.text ?? '').replace(/^.*[.…·_\s-]/, ''))
  const plain = last.filter(text => /^\d{1,3}$/.test(text)).map(Number)
  if (entries.length === 0 || plain.length < ENTRIES.numbered * entries.length) return false
  if (entries.some(hasFigure)) return false
  const rises = plain.every((value, index) => index === 0 || value >= (plain[index - 1] ?? 0))
  const leaders = entries.filter(line => line.pieces.some(piece => LEADERS.test(piece.text))).length
  return (
    rises &&
    (leaders > ENTRIES.led * entries.length ||
      entries.every(line => line.pieces.filter(piece => isAmount(piece.text)).length === 1))
  )
}

/** Numbers this many or more at equal steps are the scale of a chart. */
const SCALE = 4

/** Whether numbers rise or fall by equal steps, as on the axis of a chart; steps of one number the rows. */
export function isScale(texts: readonly string[]): boolean {
  const values = texts.map(text => Number(text.replace(/[,%]/g, '')))
  const step = (values[1] ?? 0) - (values[0] ?? 0)
  return (
    values.length >= SCALE &&
    step !== 0 &&
    Math.abs(step) !== 1 &&
    values.every((value, index) => index === 0 || Math.abs(value - (values[index - 1] ?? 0) - step) < 1e-6 * Math.abs(step))
  )
}

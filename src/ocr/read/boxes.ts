import { centreOf, heightOf, widthOf } from '../../geometry.ts'
import { placeIn, type ReadCharacter } from '../engine/engine.ts'
import { type Mark, marksOf } from '../lines/marks.ts'
import type { CharacterCorrection } from './seen-line.ts'
import { BY_SHAPE } from './small-marks.ts'

/** A box to be ticked is as wide and as high as this (in glyph heights), and nearly square. */
const SIZE: readonly [number, number] = [0.6, 1.15]
const SQUARE = 1.2
/** Each side of it is a stroke no thicker than this (in glyph heights), and ink along this share of it. */
const STROKE = 0.2
const CLOSED = 0.85
/** The legs of 口 reach further down than its lower stroke, by more than this (in glyph heights). */
const LEGS = 0.04
/** The row that a tick crosses most has more ink than the one it crosses least, by this share of the width: .28 to .38 of it in six ticked boxes of a scan, up to .16 in nine empty ones. */
const TICK = 0.22
const FILLED = 0.8
/** A character this near (in glyph heights) to the middle of a box is what the box was read as. */
const HERE = 0.4
/** A character seen more surely than this is no box, unless it is what boxes are read as: 回 has the shape of a ticked one. */
const SURE = 0.6
const LIKE_BOX = /^[口□■]$/u

/** The box to be ticked that a mark is, empty, ticked or filled; null when it is none. */
export function boxOf({ box, rows, count }: Mark, em: number): '□' | '☑' | '■' | null {
  const [width, height] = [widthOf(box), heightOf(box)]
  if (Math.min(width, height) < SIZE[0] * em || Math.max(width, height) > SIZE[1] * em) return null
  if (Math.max(width, height) > SQUARE * Math.min(width, height)) return null
  if (count >= FILLED * width * height) return '■'
  const stroke = Math.ceil(STROKE * em)
  const isBar = (index: number) => (rows[index]?.count ?? 0) >= CLOSED * width
  const bars = [...rows.keys()].filter(isBar)
  const [first = height, last = 0] = [bars[0], bars.at(-1)]
  if (first > stroke || height - 1 - last > LEGS * em) return null
  const inner = rows.slice(stroke, -stroke)
  const sides = inner.filter(({ from, to }) => from <= LEGS * em + 1 && to >= width - LEGS * em - 1)
  if (sides.length < CLOSED * inner.length) return null
  const counts = inner.map(row => row.count)
  return Math.max(...counts) - Math.min(...counts) >= TICK * width ? '☑' : '□'
}

/** A line of text with the boxes to be ticked that it has, told by their shape: □ is read as 口, ☑ as 回 or not at all. */
export const withBoxes: CharacterCorrection = (characters, { line, box, ink, em }) =>
  marksOf(ink, line.ink).reduce((read, mark) => {
    const [width, middle] = [widthOf(box), centreOf(mark.box)]
    const isHere = (character: ReadCharacter) => Math.abs(placeIn(box, character) - middle) <= HERE * em
    const text = boxOf(mark, em)
    if (text === null || read.some(it => isHere(it) && it.score >= SURE && !LIKE_BOX.test(it.text))) return read
    const own = { text, score: BY_SHAPE, at: (middle - box[0]) / width, others: [] }
    return [...read.filter(it => !isHere(it)), own].sort((a, b) => a.at - b.at)
  }, characters)

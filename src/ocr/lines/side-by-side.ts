import { neighbours, runsOf, unionAll } from '../../geometry.ts'
import { HAN, type LineReading, placeIn, type ReadCharacter } from '../engine/engine.ts'
import type { Ink, PixelBox } from '../picture/raster.ts'
import type { PrintLine } from './lines.ts'
import { marksOf } from './marks.ts'

/** Inside a figure no gap is as wide as this (in glyph heights): a point in print of one width has 0.4 on each side. */
const APART = 0.6
const FIGURE_MARK = /^[\d.,%()（）—–-]$/u
/** An amount: its thousands or hundredths are set off. */
export const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d\d)$/

/** A line as it was read: `at` of its characters is a share of the width of `box`, the crop that was read, in pixels of the page. */
export interface Looked {
  readonly line: PrintLine
  readonly box: PixelBox
  readonly reading: LineReading
}

/**
 * A line cut where two figures stand side by side, each part with an area of its own: where a table has no borders
 * between its columns, three amounts are seen as one line and would be read as one. So is one with a mark beside an amount,
 * which a pen may have left. Other lines are left whole.
 */
export function sideBySide({ line, box, reading }: Looked, ink: Ink, em: number): PrintLine[] {
  // the white between two figures may have been read, as a blank
  const printed = reading.characters.filter(({ text }) => text.trim() !== '')
  const isCut = ([right]: PixelBox, [, , left]: PixelBox): boolean => {
    if (right - left < APART * em) return false
    const middle = (left + right) / 2
    const before = printed.filter(character => placeIn(box, character) < middle)
    const after = printed.filter(character => placeIn(box, character) > middle)
    const areFigures = isOfFigure(before.at(-1)) && isOfFigure(after[0])
    return areFigures || isMarkBeside(before, after) || isMarkBeside(after, before)
  }
  const marks = marksOf(ink, line.ink).map(mark => mark.box)
  const parts = runsOf(marks, (mark, last) => !isCut(mark, last)).map(unionAll)
  if (parts.length < 2) return [line]
  const borders = neighbours(parts).map(([part, next]) => Math.round((next[0] + part[2]) / 2))
  return parts.map((part, index) => {
    const [left, top, right, bottom] = line.within
    return { ink: part, within: [borders[index - 1] ?? left, top, borders[index] ?? right, bottom] }
  })
}

const isOfFigure = (character: ReadCharacter | undefined): boolean => FIGURE_MARK.test(character?.text ?? '')

/** Whether a lone mark, which is no character, stands beside an amount. */
const isMarkBeside = ([mark, ...others]: readonly ReadCharacter[], amount: readonly ReadCharacter[]): boolean =>
  mark !== undefined && others.length === 0 && !HAN.test(mark.text) && AMOUNT.test(amount.map(({ text }) => text).join(''))

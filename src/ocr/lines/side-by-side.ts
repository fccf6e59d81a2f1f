import { runsOf, unionAll } from '../../geometry.ts'
import { type LineReading, placeIn, type ReadCharacter } from '../engine/engine.ts'
import type { Ink, PixelBox } from '../picture/raster.ts'
import type { PrintLine } from './lines.ts'
import { marksOf } from './marks.ts'

/** Inside a figure no gap is as wide as this (in glyph heights): a point in print of one width has 0.4 on each side. */
const APART = 0.6
const FIGURE_MARK = /^[\d.,%()（）—–-]$/u

/** A line as it was read: `at` of its characters is a share of the width of `box`, the crop that was read, in pixels of the page. */
export interface Looked {
  readonly line: PrintLine
  readonly box: PixelBox
  readonly reading: LineReading
}

/**
 * A line cut where two figures stand side by side, each part with an area of its own: where a table has no borders
 * between its columns, three amounts are seen as one line and would be read as one. Other lines are left whole.
 */
export function sideBySide({ line, box, reading }: Looked, ink: Ink, em: number): PrintLine[] {
  const isFigure = (character: ReadCharacter | undefined): boolean => FIGURE_MARK.test(character?.text ?? '')
  // the white between two figures may have been read, as a blank
  const printed = reading.characters.filter(({ text }) => text.trim() !== '')
  const isCut = ([right]: PixelBox, [, , left]: PixelBox): boolean => {
    const middle = (left + right) / 2
    return (
      right - left >= APART * em &&
      isFigure(printed.findLast(character => placeIn(box, character) < middle)) &&
      isFigure(printed.find(character => placeIn(box, character) > middle))
    )
  }
  const marks = marksOf(ink, line.ink).map(mark => mark.box)
  const parts = runsOf(marks, (mark, last) => !isCut(mark, last)).map(unionAll)
  if (parts.length < 2) return [line]
  const borders = parts.slice(1).map((part, index) => Math.round((part[0] + (parts[index]?.[2] ?? part[0])) / 2))
  return parts.map((part, index) => {
    const [left, top, right, bottom] = line.within
    return { ink: part, within: [borders[index - 1] ?? left, top, borders[index] ?? right, bottom] }
  })
}

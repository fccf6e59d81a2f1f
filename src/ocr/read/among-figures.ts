import { heightOf, median } from '../../geometry.ts'
import { HAN } from '../engine/engine.ts'
import type { Looked } from '../lines/side-by-side.ts'
import { aloneInColumns } from './columns.ts'

/** So many lines of a column are read as figures, and this share of them: of 125 figures of a bad copy in which nothing like a figure was seen all stood in such columns. */
const ENOUGH = 3
const SHARE = 0.25
/** A figure is at least this share as high as those of its column: specks are lower. */
const HIGH = 0.6
/** A Chinese character seen more surely than this is one: those seen in strokes of digits that fell to pieces are not. */
const SEEN = 0.6

/** Whether the recogniser saw something like a figure in a line. */
export const isSeenAsFigure = ({ reading }: Looked): boolean => reading.figures.length > 0

/**
 * Lines that stand as figures do in a column of such, and in which nothing like a figure was seen, and no word. They stand alone in their
 * cell: beside a figure there are specks, and of twelve broken pages those that have many lost figures to them.
 */
export function unreadAmongFigures<Line extends Looked>(lines: readonly Line[], em: number): Line[] {
  return aloneInColumns(lines, em).flatMap(column => {
    const figures = column.filter(isSeenAsFigure)
    if (figures.length < Math.max(ENOUGH, SHARE * column.length)) return []
    const least =
      HIGH *
      median(
        figures.map(({ line }) => heightOf(line.ink)),
        0,
      )
    const isWord = ({ reading }: Line) => reading.characters.some(({ text, score }) => HAN.test(text) && score >= SEEN)
    return column.filter(one => !isSeenAsFigure(one) && heightOf(one.line.ink) >= least && !isWord(one))
  })
}

import { overlap, overlaps } from '../../geometry.ts'
import { textOfReading } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import type { PixelBox } from '../picture/raster.ts'
import { sealShare } from '../picture/seal-places.ts'
import { paneOf } from '../rulings/panes.ts'
import { isDash, isFigure } from './figures.ts'
import { atMost, BESIDE_DIRT, type Correction, isAlone, type ReadLine, readAs, UNREADABLE } from './read-line.ts'

/** Confidence of what a seal or the print of the other side touches is at most this: it is to be looked at. */
const OVERPRINTED = 0.88
/** So near to a seal (in glyph heights) its rests are still found: one was read as a dash with .97. */
const BESIDE = 1

/** A page that prints dashes prints several: fewer than this may be dirt, which was seen in the empty cells of a noisy scan. */
const FEW_DASHES = 3
/** Confidence of a dash on a page with hardly any. */
const RARE = 0.88

/** Dashes are doubtful where hardly any is printed. */
export const rareDashes: Correction = lines =>
  lines.filter(isDash).length >= FEW_DASHES ? lines : lines.map(line => (isDash(line) ? atMost(line, RARE) : line))

/** A bar that is a line of its own beside other lines of its cell is dirt or the rest of a ruling. */
export const barsBesideText: Correction = lines => lines.filter(line => !isDash(line) || isAlone(line, lines))

/** Ink lower than this (in glyph heights) is a bar, dots or the rest of something: the lowest letter is twice as high, and what was read as one there is none. */
const NO_LETTER = 0.24

/** Letters and digits read in a line that is too low for any. */
export const tooLow: Correction = (lines, { em }) =>
  lines.map(line => {
    const [, top, , bottom] = line.line.ink
    const isLow = bottom - top < NO_LETTER * em
    return isLow && /^[A-Za-z0-9]+$/u.test(textOfReading(line)) ? readAs(line, UNREADABLE) : line
  })

/** What could not be read in a cell where something else could is no text: it makes the rest doubtful. */
export const unreadable: Correction = lines => {
  const cells = Map.groupBy(lines, ({ line }) => line.within.join())
  return lines.flatMap(line => {
    const cell = cells.get(line.line.within.join()) ?? []
    if (!cell.some(isUnreadable) || cell.every(isUnreadable)) return [line]
    return isUnreadable(line) ? [] : [atMost(line, BESIDE_DIRT)]
  })
}

const isUnreadable = (line: ReadLine): boolean => /^[\uFFFD#]+$/u.test(textOfReading(line))

/** A lone character under a seal, beside other lines of its cell, that was seen less surely than this was not read: it is rather a rest of the seal. */
const HARDLY = 0.05

/** A line that a seal touches is doubtful; dots alone are what is left of the seal itself. A lone bar is already in doubt beside one. */
export const underSeal: Correction = (lines, { seals, em }) =>
  lines.flatMap(line => {
    const [x0, y0, x1, y1] = line.line.ink
    const reach = isDash(line) ? BESIDE * em : 0
    if (sealShare(seals, [x0 - reach, y0 - reach, x1 + reach, y1 + reach]) === 0) return [line]
    if (/^[.,、·:：'“”。]*$/u.test(textOfReading(line))) return []
    const [only, ...others] = line.characters
    const isRead = only === undefined || others.length > 0 || isAlone(line, lines) || only.score >= HARDLY
    return [isRead ? atMost(line, OVERPRINTED) : readAs(line, UNREADABLE)]
  })

/** A line is doubtful where ink too pale for print was taken away in its cell: the other side shows through. */
export const besidePale: Correction = (lines, { pale }) =>
  lines.map(line => (pale.some(box => overlaps(box, line.line.within)) ? atMost(line, OVERPRINTED) : line))

/** Where a table has no rulings the name of the next column may stand so close that it was read in one line with a figure. */
const AMOUNT = /^[\d,]*\d\.\d\d(?!\d)|(?<![\d.])\d[\d,]*\.\d\d$/u

/** The names of columns stand above so many figures within this (in glyph heights): three lines of print and a row of numbers. */
const FIGURES = 2
const NAMES = 6
/** What stands this near (in glyph heights) below a figure is no name of a column but of a row. */
const ROW = 2
/** Confidence of what stands in columns that no ruling parts. */
const OPEN = 0.88

/**
 * Where no ruling parts figures that stand side by side, what stands in which column is in doubt: they, the names of their
 * rows, and those of their columns, which stand close and over several lines and may have been read across them.
 */
export const openColumns = (lines: readonly ReadLine[], { panes, em }: Pick<Layout, 'panes' | 'em'>): readonly ReadLine[] => {
  const homes = new Map(lines.map(line => [line, paneOf(line.line.ink, panes)]))
  const groups = [...Map.groupBy(lines, line => homes.get(line)).values()]
  const figures = new Set(groups.flatMap(besideEachOther))
  if (figures.size === 0) return lines
  const boxes = [...figures].map(({ line }) => line.ink)
  const isOfRow = (line: ReadLine): boolean =>
    [...figures].some(figure => homes.get(figure) === homes.get(line) && isInRow(figure.line.ink, line.line.ink))
  const isName = ({ line: { ink } }: ReadLine): boolean => {
    const below = boxes.filter(([, top]) => top >= ink[3] && top - ink[3] <= NAMES * em)
    return below.length >= FIGURES && !boxes.some(([, top, , bottom]) => top < ink[3] && bottom > ink[1] - ROW * em)
  }
  const isOpen = (line: ReadLine) => figures.has(line) || isOfRow(line) || (homes.get(line) === undefined && isName(line))
  return lines.map(line => (isOpen(line) ? atMost(line, OPEN) : line))
}

/** The figures and dashes of some lines that have another one beside them, and those that stand below or above these. */
function besideEachOther(lines: readonly ReadLine[]): ReadLine[] {
  const figures = lines.filter(line => isDash(line) || isFigure(textOfReading(line)) || AMOUNT.test(textOfReading(line)))
  const beside = figures.filter(one => figures.some(other => other !== one && isInRow(one.line.ink, other.line.ink)))
  return figures.filter(one => beside.some(other => isInColumn(one.line.ink, other.line.ink)))
}

const isInColumn = (a: PixelBox, b: PixelBox): boolean => overlap(a[0], a[2], b[0], b[2]) > 0

const isInRow = (a: PixelBox, b: PixelBox): boolean =>
  overlap(a[1], a[3], b[1], b[3]) > 0 && overlap(a[0], a[2], b[0], b[2]) <= 0

import type { CaptionRow } from './caption.ts'
import type { Knobs } from './knobs.ts'
import type { Mark } from './marks.ts'
import { isLatin, widthOf } from './measure.ts'
import { LEADING, type Metrics } from './metrics.ts'
import type { DrawnCell, Piece } from './pieces.ts'
import type { Random } from './random.ts'
import { boxOf, type Frame, rulingMarks } from './rulings.ts'

/** A title is set larger than the body by this, in points. */
const TITLE = 4
/** Height of a line of a caption in its sizes. */
const CAPTION_LEADING = 1.7
/** From the middle of a character down to its baseline, in sizes. */
const BASELINE = 0.38
/** How far columns of a page differ from those of the first, and by how much its table is narrower. */
const SHIFT = 0.025
const SCALE = [0.955, 0.99] as const

const sizeOf = ({ isTitle }: CaptionRow, size: number): number => (isTitle ? size + TITLE : size)

/** Height of lines of a caption. */
export const captionHeight = (rows: readonly CaptionRow[], size: number): number =>
  rows.reduce((sum, row) => sum + CAPTION_LEADING * sizeOf(row, size), 0)

/** A line of text; `x` is its left end, its middle or its right end. */
export function textMark(
  text: string,
  place: { readonly x: number; readonly baseline: number; readonly size: number },
  options: { readonly align: DrawnCell['align']; readonly digits: Knobs['digits'] },
): Mark {
  const width = widthOf(text, options.digits) * place.size
  const x = options.align === 'left' ? place.x : options.align === 'right' ? place.x - width : place.x - width / 2
  return { kind: 'text', ...place, x, text, latin: isLatin(text, options.digits), grey: 0 }
}

/** Lines of a caption from `top` down, between `left` and `right`. */
export function captionMarks(
  rows: readonly CaptionRow[],
  size: number,
  [left, top, right]: readonly [number, number, number],
): Mark[] {
  let y = top
  return rows.flatMap(row => {
    const own = sizeOf(row, size)
    y += CAPTION_LEADING * own
    const place = { baseline: y - CAPTION_LEADING * own * 0.35, size: own }
    const mark = (text: string | undefined, x: number, align: DrawnCell['align']): Mark[] =>
      text === undefined ? [] : [textMark(text, { ...place, x }, { align, digits: 'same font' })]
    return [
      ...mark(row.left, left, 'left'),
      ...mark(row.centre, (left + right) / 2, 'centre'),
      ...mark(row.right, right, 'right'),
    ]
  })
}

/** Where a piece stands when its top left corner is here; its columns differ from the first page's where `knobs` say so. */
export function frameOf(
  piece: Piece,
  metrics: Metrics,
  { left, top, knobs, random }: { readonly left: number; readonly top: number; readonly knobs: Knobs; readonly random: Random },
): Frame {
  const natural = piece.columns.map(column => metrics.columns[column] ?? 0)
  const total = natural.reduce((sum, width) => sum + width, 0)
  const isShifted = piece.band > 0 && knobs.shift !== 'none'
  const uneven = natural.map(
    width => width * (isShifted && knobs.shift === 'columns' ? 1 + (random.integer(-100, 100) / 100) * SHIFT : 1),
  )
  const scale = isShifted && knobs.shift === 'scale' ? random.integer(SCALE[0] * 1000, SCALE[1] * 1000) / 1000 : 1
  const factor = (scale * total) / uneven.reduce((sum, width) => sum + width, 0)
  const xs = stops(
    left,
    uneven.map(width => width * factor),
  )
  const ys = stops(
    top,
    piece.rows.map(({ height }) => height),
  )
  return { xs, ys, headerRows: piece.headerRows, cells: piece.cells }
}

const stops = (from: number, steps: readonly number[]): number[] => {
  const all = [from]
  for (const step of steps) all.push((all.at(-1) ?? 0) + step)
  return all
}

/** A piece with its lines and texts. */
export const pieceMarks = (frame: Frame, metrics: Metrics, knobs: Knobs): Mark[] => [
  ...rulingMarks(frame, knobs),
  ...frame.cells.flatMap(cell => cellMarks(cell, boxOf(frame, cell), metrics, knobs)),
]

function cellMarks(
  { lines, align }: DrawnCell,
  [left, top, right, bottom]: readonly [number, number, number, number],
  { size, padding }: Metrics,
  knobs: Knobs,
): Mark[] {
  const x = align === 'left' ? left + padding : align === 'right' ? right - padding : (left + right) / 2
  const first = (top + bottom) / 2 - (lines.length * LEADING * size) / 2
  return lines.map((text, n) =>
    textMark(
      text,
      { x, baseline: first + (n + 0.5) * LEADING * size + BASELINE * size, size },
      { align, digits: knobs.digits },
    ),
  )
}

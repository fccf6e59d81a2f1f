import { itemAt, mean, overlap, runsOf } from '../geometry.ts'
import { type Column, middle, stretchOf, touched } from './columns.ts'
import type { Border } from './drawn.ts'
import { CENTRED, LEVEL } from './group-names.ts'
import type { Line, Piece } from './words.ts'

/** Lines of one text are at most this far apart (in sizes): Calc sets names of 8 pt 1.46 apart. */
export const LEADING = 1.5
/** … and, where they are set under each other, this far. */
const WIDE_LEADING = 1.8
/** So many names on a line may have one group. */
const SEVERAL = 3
/** Lines of one text that are not aligned share at least this part of the shorter. */
const SHARED = 0.5
/** The middles or left sides of the lines of one text differ by less than this (in sizes). */
const ALIGNED = 0.35

/** A name of the header: its lines, top to bottom. */
export type HeaderText = readonly Piece[]

/** Header lines → texts: lines set one under the other with no rule between. */
export function textsOf(lines: readonly Line[], columns: readonly Column[], rules: readonly Border[]): Piece[][] {
  const texts: Piece[][] = []
  for (const line of [...lines].reverse()) {
    const lower = texts.map(text => text[0])
    for (const piece of line.pieces) {
      const at = lower.findIndex(
        (next, index) =>
          next !== undefined &&
          isWrapped(piece, next, columns) &&
          !isRuledOff(piece, next, rules) &&
          !isAloneOver(piece, texts[index] ?? [], lines),
      )
      if (at >= 0) texts[at]?.unshift(piece)
      else texts.push([piece])
    }
  }
  return texts
}

/** Whether a line goes on in the next: close above it and in the same column or set like it; or further off and set like it. */
function isWrapped(piece: Piece, next: Piece, columns: readonly Column[]): boolean {
  const gap = (next.baseline - piece.baseline) / piece.size
  if (gap <= 0 || gap > WIDE_LEADING) return false
  const [own, below] = [touched(piece, columns), touched(next, columns)]
  const isSame = own.length === 1 && below.length === 1 && own[0] === below[0]
  const isAligned = isSetLike(piece, next)
  if (gap > LEADING) return isSame && isAligned
  const shared = overlap(piece.left, piece.right, next.left, next.right)
  const narrower = Math.min(piece.right - piece.left, next.right - next.left)
  return isAligned || (isSame && shared > SHARED * narrower)
}

/** Whether a text alone on its line is the name of a group of several names of one line below it and no line of one of them: centred over all to the end (icdar us-034). */
function isAloneOver(piece: Piece, text: HeaderText, lines: readonly Line[]): boolean {
  const lineOf = (one: Piece | undefined): readonly Piece[] =>
    lines.find(({ pieces }) => one && pieces.includes(one))?.pieces ?? []
  const below = lineOf(text[0])
  if (lineOf(piece).length > 1 || text.length > 1) return false
  return below
    .slice(0, 1 - SEVERAL)
    .some(first => Math.abs((first.left + itemAt(below, below.length - 1).right) / 2 - middle(piece)) <= CENTRED * piece.size)
}

/** Whether two texts have their middles or their left sides under each other. */
const isSetLike = (piece: Piece, next: Piece): boolean =>
  Math.min(Math.abs(middle(piece) - middle(next)), Math.abs(piece.left - next.left)) <= ALIGNED * piece.size

/** Whether a rule stands between two lines. */
export const isRuledOff = (piece: Piece, next: Piece, rules: readonly Border[]): boolean =>
  rules.some(
    rule => rule.at > piece.baseline && rule.at < next.baseline && overlap(rule.from, rule.to, piece.left, piece.right) > 0,
  )

/** How high a text of several lines stands: the mean of its baselines. */
export const baselineOf = (pieces: readonly Piece[]): number => mean(pieces.map(piece => piece.baseline))

/** A text of several lines as one piece at its middle height. */
export const wholeOf = (text: HeaderText): Piece => {
  const [first] = text
  if (first === undefined) throw new Error('a text without lines')
  return { ...first, ...stretchOf(text), baseline: baselineOf(text) }
}

/** Texts of equal height, the lowest first. */
export function levelsOf(texts: readonly HeaderText[]): HeaderText[][] {
  const levels = runsOf(
    [...texts].sort((a, b) => baselineOf(b) - baselineOf(a)),
    (text, _, [first = text]) => baselineOf(first) - baselineOf(text) <= LEVEL * itemAt(text, 0).size,
  )
  for (const level of levels) level.sort((a, b) => wholeOf(a).left - wholeOf(b).left)
  return levels
}

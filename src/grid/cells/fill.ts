import { centreOf, endsOf, neighbours, overlap } from '../../geometry.ts'
import { joinLines } from '../../join-lines.ts'
import { inked, linesOf, lineText } from '../../lines.ts'
import type { Glyph } from '../../page/page.ts'
import { turnedBox, turnOf } from '../../turn.ts'
import type { Text } from '../grid.ts'

/** Height of a glyph's middle above its baseline (in sizes): half of a Han character, and of a digit. */
export const MIDDLE = 0.36
/** The point that decides in which cell a glyph lies. */
export const middleOf = (glyph: Glyph): readonly [x: number, y: number] =>
  glyph.direction === 0
    ? [centreOf(glyph.box), glyph.baseline - MIDDLE * glyph.size]
    : [centreOf(glyph.box), (glyph.box[1] + glyph.box[3]) / 2]

/** Glyphs of a column set from top to bottom stand under each other to less than this (in sizes), and as far down at least … */
const UNDER = 0.3
/** … and at most this far: lines stand wider only where they are set apart. */
const NEXT_DOWN = 1.3

const EMPTY: Text = { text: '', lines: [], textLeft: null, source: 'pdf', confidence: 1 }

/** Put the glyphs of one cell in reading order and join its wrapped lines. */
export function textOf(glyphs: readonly Glyph[]): Text {
  const print = inked(glyphs)
  // a blank may say that the place is not surely empty
  if (print.length === 0) return { ...EMPTY, confidence: glyphs.reduce((least, glyph) => Math.min(least, glyph.confidence), 1) }
  const upright = uprightOf(glyphs)
  const rows = columnsDown(print) ?? linesOf(upright)
  const lines = rows.map(lineText).filter(line => line !== '')
  const [first, last] = [rows[0]?.find(glyph => glyph.text !== ' '), rows[0]?.findLast(glyph => glyph.text !== ' ')]
  return {
    text: joinLines(lines),
    lines,
    textLeft: first?.box[0] ?? null,
    ...(last && { textRight: last.box[2] }),
    source: print.some(glyph => glyph.source === 'ocr') ? 'ocr' : 'pdf',
    confidence: print.reduce((least, glyph) => Math.min(least, glyph.confidence), 1),
  }
}

/**
 * So much of a size apart two lines of one print stand beside each other: a code at the middle of a wrapped name stands half of
 * what its lines are apart from them. Lines below each other stand a whole size apart where rows are tightest (公开2 of 烟台), and
 * a mark of half a size, ①, belongs to the line that it stands over.
 */
const BESIDE = 0.9

/** Whether of two lines of a text one stands beside the other, nearer than lines stand below each other: texts of two columns. (A line set in and the rest of it, 　　养老保险缴 over 费, stand apart as well, but a whole line further down.) */
export function holdsColumns(glyphs: readonly Glyph[]): boolean {
  const lines = linesOf(uprightOf(inked(glyphs)))
  return neighbours(lines).some(([above, line]) => {
    const [[from, to], [first, last]] = [endsOf(above), endsOf(line)]
    const isBeside = overlap(first.box[0], last.box[2], from.box[0], to.box[2]) < 0
    const [small, large] = [Math.min(first.size, from.size), Math.max(first.size, from.size)]
    return isBeside && small > BESIDE * large && first.baseline - from.baseline < BESIDE * small
  })
}

/**
 * The columns of a text that is set from top to bottom, in several: each glyph is printed right below the one before, or
 * begins a column to the side of all of its height; null where a text is set in lines.
 */
function columnsDown(glyphs: readonly Glyph[]): Glyph[][] | null {
  const columns: Glyph[][] = []
  for (const glyph of glyphs) {
    const column = columns.at(-1)
    const [first, last] = [column?.[0], column?.at(-1)]
    const step = last === undefined ? 0 : (glyph.baseline - last.baseline) / glyph.size
    const aside = (other: Glyph): number => Math.abs(centreOf(glyph.box) - centreOf(other.box)) / glyph.size
    if (last !== undefined && aside(last) < UNDER && step > UNDER && step < NEXT_DOWN) column?.push(glyph)
    else if (first === undefined || (step < -UNDER && aside(first) > 1 - UNDER)) columns.push([glyph])
    else return null
  }
  return columns.length > 1 && columns.slice(0, -1).every(({ length }) => length > 1) ? columns : null
}

/** Text set sideways in a cell, turned upright so that it reads like any other. */
function uprightOf(glyphs: readonly Glyph[]): readonly Glyph[] {
  const direction = glyphs.find(glyph => glyph.text !== ' ')?.direction ?? 0
  if (direction === 0 || glyphs.some(glyph => glyph.text !== ' ' && glyph.direction !== direction)) return glyphs
  return glyphs.map(glyph => {
    const box = turnedBox(glyph.box, turnOf(-direction), 0, 0)
    return { ...glyph, box, baseline: box[3] }
  })
}

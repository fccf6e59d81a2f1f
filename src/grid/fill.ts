import { joinLines } from '../join-lines.ts'
import { linesOf, lineText } from '../lines.ts'
import type { Glyph, Source } from '../page/page.ts'

/** Text of a cell or a line, with what vouches for it. */
export interface Text {
  readonly text: string
  readonly lines: readonly string[]
  /** Left edge of the first glyph of the first line; null when there is no text. */
  readonly textLeft: number | null
  /** Right edge of the last glyph of the first line; absent when there is no text. */
  readonly textRight?: number
  readonly source: Source
  readonly confidence: number
}

/** Height of a glyph's middle above its baseline (in sizes): half of a Han character, and of a digit. */
export const MIDDLE = 0.36
/** The point that decides in which cell a glyph lies. */
export const middleOf = (glyph: Glyph): readonly [x: number, y: number] =>
  glyph.direction === 0
    ? [(glyph.box[0] + glyph.box[2]) / 2, glyph.baseline - MIDDLE * glyph.size]
    : [(glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2]

const EMPTY: Text = { text: '', lines: [], textLeft: null, source: 'pdf', confidence: 1 }

/** Put the glyphs of one cell in reading order and join its wrapped lines. */
export function textOf(glyphs: readonly Glyph[]): Text {
  const inked = glyphs.filter(glyph => glyph.text !== ' ')
  // a blank may say that the place is not surely empty
  if (inked.length === 0) return { ...EMPTY, confidence: glyphs.reduce((least, glyph) => Math.min(least, glyph.confidence), 1) }
  const upright = uprightOf(glyphs)
  const rows = linesOf(upright)
  const lines = rows.map(lineText).filter(line => line !== '')
  const [first, last] = [rows[0]?.find(glyph => glyph.text !== ' '), rows[0]?.findLast(glyph => glyph.text !== ' ')]
  return {
    text: joinLines(lines),
    lines,
    textLeft: first?.box[0] ?? null,
    ...(last && { textRight: last.box[2] }),
    source: inked.some(glyph => glyph.source === 'ocr') ? 'ocr' : 'pdf',
    confidence: inked.reduce((least, glyph) => Math.min(least, glyph.confidence), 1),
  }
}

/** Text set sideways in a cell, turned upright so that it reads like any other. */
function uprightOf(glyphs: readonly Glyph[]): readonly Glyph[] {
  const direction = glyphs.find(glyph => glyph.text !== ' ')?.direction ?? 0
  if (direction === 0 || glyphs.some(glyph => glyph.text !== ' ' && glyph.direction !== direction)) return glyphs
  return glyphs.map(glyph => {
    const [x0, top, x1, bottom] = glyph.box
    if (direction === 180) return { ...glyph, box: [-x1, -bottom, -x0, -top] as const, baseline: -top }
    if (direction === 90) return { ...glyph, box: [top, -x1, bottom, -x0] as const, baseline: -x0 }
    return { ...glyph, box: [-bottom, x0, -top, x1] as const, baseline: x1 }
  })
}

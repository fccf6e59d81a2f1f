import { cluster, mean } from '../geometry.ts'
import type { Glyph, Source } from '../page/page.ts'
import { joinLines, keepsSpace } from './join-lines.ts'

/** Text of a cell or a line, with what vouches for it. */
export interface Text {
  readonly text: string
  readonly lines: readonly string[]
  /** Left edge of the first glyph of the first line; null when there is no text. */
  readonly textLeft: number | null
  readonly source: Source
  readonly confidence: number
}

/** Height of a glyph's middle above its baseline (in sizes): half of a Han character, and of a digit. */
const MIDDLE = 0.36
/** Glyphs whose baselines differ by less than this (in sizes) stand on one line; leading is never less than one size. */
const SAME_LINE = 0.5
/** A gap at least this wide (in sizes) between Latin characters is a space; the space of common fonts is 0.25 wide. */
const SPACE = 0.2

/** The point that decides in which cell a glyph lies. */
export const middleOf = (glyph: Glyph): readonly [x: number, y: number] =>
  glyph.direction === 0
    ? [(glyph.box[0] + glyph.box[2]) / 2, glyph.baseline - MIDDLE * glyph.size]
    : [(glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2]

const EMPTY: Text = { text: '', lines: [], textLeft: null, source: 'pdf', confidence: 1 }

/** Put the glyphs of one cell in reading order and join its wrapped lines. */
export function textOf(glyphs: readonly Glyph[]): Text {
  const inked = glyphs.filter(glyph => glyph.text !== ' ')
  if (inked.length === 0) return EMPTY
  const upright = uprightOf(glyphs)
  const rows = linesOf(upright)
  const lines = rows.map(lineText).filter(line => line !== '')
  const first = rows[0]?.find(glyph => glyph.text !== ' ')
  return {
    text: joinLines(lines),
    lines,
    textLeft: first?.box[0] ?? null,
    source: inked.some(glyph => glyph.source === 'ocr') ? 'ocr' : 'pdf',
    confidence: inked.reduce((least, glyph) => Math.min(least, glyph.confidence), 1),
  }
}

/** Glyphs of one area grouped into lines, top to bottom, each from left to right. */
export function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  if (glyphs.length === 0) return []
  const inked = glyphs.filter(glyph => glyph.text !== ' ')
  const tolerance = SAME_LINE * Math.min(...inked.map(glyph => glyph.size))
  const levels = cluster(inked.map(glyph => glyph.baseline), tolerance).map(mean)
  const lines = levels.map((): Glyph[] => [])
  for (const glyph of glyphs) {
    let best = 0
    levels.forEach((level, index) => {
      if (Math.abs(level - glyph.baseline) < Math.abs((levels[best] ?? 0) - glyph.baseline)) best = index
    })
    if (glyph.text !== ' ' || Math.abs((levels[best] ?? 0) - glyph.baseline) <= tolerance) lines[best]?.push(glyph)
  }
  for (const line of lines) line.sort((a, b) => a.box[0] - b.box[0])
  return lines
}

/** The text of glyphs on one line, left to right; spaces only where they separate Latin words or numbers. */
export function lineText(line: readonly Glyph[]): string {
  let text = ''
  let previous: Glyph | undefined
  let spaced = false
  for (const glyph of line) {
    if (glyph.text === ' ') {
      spaced = true
      continue
    }
    if (previous !== undefined) {
      const gap = glyph.box[0] - previous.box[2] >= SPACE * Math.max(previous.size, glyph.size)
      if ((spaced || gap) && keepsSpace(previous.text, glyph.text)) text += ' '
    }
    text += glyph.text
    previous = glyph
    spaced = false
  }
  return text
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

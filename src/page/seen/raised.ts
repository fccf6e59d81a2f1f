import { countBefore, runsOf } from '../../geometry.ts'
import type { Glyph } from '../page.ts'

/** A raised sign is at most this large (in sizes of the text that it stands at): .53 leaves marks of word processors, 1 takes figures that are smaller than their label … */
const SMALL = 0.75
/** … is raised by so much: less is two texts set to the middle of one row, more is a line of its own; .1 and .84 take such, from .4 on and up to .3 none of the marks are left … */
const RAISED = [0.2, 0.6] as const
/** … and touches it, but for this (from .18 to .7 alike). */
const GAP = 0.45
/** The marks of notes; a longer number is a figure. */
const MARK = /^(?:\d{1,2}|[[〔(（]\d{1,2}[\]〕)）]|[*＊※]{1,3}|[①-⑳⑴-⒇])$/
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Marks of notes that are raised beside a text, put on its line, a bare number in the characters of raised digits: beside
 * 7,783.21 a raised 1 would else be read as a digit of the figure.
 */
export function withRaisedMarks(glyphs: readonly Glyph[]): readonly Glyph[] {
  const inked = glyphs.filter(({ text, direction, source }) => text !== ' ' && direction === 0 && source === 'pdf')
  const largest = inked.reduce((most, { size }) => Math.max(most, size), 0)
  const small = inked.filter(({ size }) => size <= SMALL * largest)
  const marks = wordsOf(small).filter(word => MARK.test(word.map(({ text }) => text).join('')))
  if (marks.length === 0) return glyphs
  const byEdge = inked.toSorted((a, b) => a.box[2] - b.box[2])
  const put = new Map(marks.flatMap(mark => putOn(mark, hostOf(mark, byEdge))))
  return put.size === 0 ? glyphs : glyphs.map(glyph => put.get(glyph) ?? glyph)
}

/** Glyphs of one size that touch each other on a line. */
function wordsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const lines = runsOf(
    glyphs.toSorted((a, b) => a.baseline - b.baseline),
    (glyph, last) => glyph.baseline - last.baseline < GAP * RAISED[0] * glyph.size,
  )
  return lines.flatMap(line =>
    runsOf(
      line.toSorted((a, b) => a.box[0] - b.box[0]),
      (glyph, last) => glyph.size === last.size && glyph.box[0] - last.box[2] < GAP * glyph.size,
    ),
  )
}

/** The glyph before a mark that it is raised beside. */
function hostOf(mark: readonly Glyph[], byEdge: readonly Glyph[]): Glyph | undefined {
  const [first] = mark
  if (first === undefined) return undefined
  const reach = GAP * (first.size / SMALL)
  const touching = countBefore(byEdge, ({ box }) => box[2] < first.box[0] - reach)
  for (let at = touching; at < byEdge.length; at++) {
    const host = byEdge[at]
    if (host === undefined || host.box[2] > first.box[0] + reach) return undefined
    const raised = (host.baseline - first.baseline) / host.size
    if (first.size <= SMALL * host.size && raised >= RAISED[0] && raised <= RAISED[1]) return host
  }
  return undefined
}

/** The glyphs of a mark as they stand on the line of its text. */
function putOn(mark: readonly Glyph[], host: Glyph | undefined): [Glyph, Glyph][] {
  if (host === undefined) return []
  const isBare = mark.every(({ text }) => /^\d$/.test(text))
  return mark.map(glyph => [
    glyph,
    { ...glyph, baseline: host.baseline, text: isBare ? (RAISED_DIGITS[Number(glyph.text)] ?? glyph.text) : glyph.text },
  ])
}

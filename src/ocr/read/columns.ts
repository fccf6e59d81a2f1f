import { type Box, cluster } from '../../geometry.ts'
import { lone, textOfReading } from '../engine/engine.ts'
import type { PrintLine } from '../lines/lines.ts'
import { markOf } from '../lines/marks.ts'
import { type Correction, type ReadLine, readAs } from './read-line.ts'
import { mayBeSign, signOf } from './signs.ts'

/** A column is one of signs (or of units) when this many of its cells are, for sure. */
const ENOUGH = 2
/** What stands for sure. */
const SURE = 0.9
/** Confidence of a sign that only its column speaks for, and of one that its column speaks against. */
const BY_COLUMN = 0.8
const AGAINST_COLUMN = 0.5

const SIGN = /^[≥≤=＝><＞＜]$/u
const PERCENT = /^[%％]$/u

/** Readings corrected by what else stands in their column: signs among signs, the unit % among units; a sign among figures is doubtful. */
export const byColumn: Correction = (lines, { print, em }) => {
  const corrected = new Map<ReadLine, ReadLine>()
  for (const column of aloneInColumns(lines, em)) {
    if (column.length <= ENOUGH) continue
    const sure = (test: (text: string) => boolean) =>
      column.filter(line => confidenceOf(line) >= SURE && test(textOfReading(line))).length
    const figures = sure(text => /\d/.test(text))
    const signs = sure(text => SIGN.test(text))
    const percents = sure(text => PERCENT.test(text))
    for (const line of column) {
      const text = textOfReading(line)
      if (signs >= ENOUGH && figures < signs) {
        const sign = signOf(markOf(print.strokes, line.line.ink), em, true)
        const decided = SIGN.test(text) && text !== '>' && text !== '<' && confidenceOf(line) >= SURE
        if (sign !== null && sign !== '-' && !decided && mayBeSign(text, true))
          corrected.set(line, readAs(line, lone(sign, BY_COLUMN)))
      } else if (SIGN.test(text) && figures > 0) corrected.set(line, readAs(line, lone(text, AGAINST_COLUMN)))
      const mayBeUnit = percents >= ENOUGH && figures === 0 && [...text].length <= 2 && confidenceOf(line) < SURE
      if (mayBeUnit && line.readings.some(reading => PERCENT.test(reading.text)))
        corrected.set(line, readAs(line, lone('%', BY_COLUMN)))
    }
  }
  return lines.map(line => corrected.get(line) ?? line)
}

const confidenceOf = ({ characters }: ReadLine): number => Math.min(1, ...characters.map(({ score }) => score))

/** Panes whose left and right borders differ by less than this (in glyph heights) stand in one column. */
const SAME = 0.5

/** Things in panes, column by column. */
export function inColumns<Thing>(things: readonly Thing[], paneOf: (thing: Thing) => Box, em: number): Thing[][] {
  const side = (edge: 0 | 2) => {
    const at = (thing: Thing): number => paneOf(thing)[edge]
    const groups = cluster(things.map(at), SAME * em)
    return (thing: Thing): number => groups.findIndex(group => group.includes(at(thing)))
  }
  const [left, right] = [side(0), side(2)]
  return [...Map.groupBy(things, thing => `${left(thing)}-${right(thing)}`).values()]
}

/** Lines that stand alone in their cell, column by column. */
export function aloneInColumns<Line extends { readonly line: PrintLine }>(lines: readonly Line[], em: number): Line[][] {
  const cells = Map.groupBy(lines, ({ line }) => line.within.join())
  const alone = [...cells.values()].filter(cell => cell.length === 1).flat()
  return inColumns(alone, ({ line }) => line.within, em)
}

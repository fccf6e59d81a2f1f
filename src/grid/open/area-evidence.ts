import { type Observation, STRENGTH, seen } from '../../evidence.ts'
import { countBefore, neighbours, sum } from '../../geometry.ts'
import type { Draft } from '../cells/cells.ts'
import type { AreaEvidence } from '../grid.ts'
import { middle, phrasesByColumn, touched } from '../texts/columns.ts'
import { hasFigure, isAmount, type Phrase } from '../texts/words.ts'
import type { OpenTable } from './open-table.ts'
import { isScale } from './prose.ts'

/** So many columns of amounts are as telling as any more. */
const SEVERAL = 3
/** Rows from so many on are as telling as any more. */
const MANY = 8
/** Figures of a column end, begin or are centred within this distance (in sizes) of each other. */
const ALIGNED = 0.2
/** Less than this share of the figures that stand under others of their column speaks against one. */
const RAGGED = 0.5
/** A rule above and one below frame a chart or a text as well as a table. */
const FRAME = 2
/** White of at least this width (in sizes) between two columns parts them as plainly as any wider. */
const WIDE_GUTTER = 2

/** What an area, read as a table with these cells, shows of being one or none. */
export function areaEvidence(open: OpenTable, draft: Draft): AreaEvidence {
  const texts = phrasesByColumn(open.lines, open.columns)
  const aligned = open.lines.length > 1 ? alignedShare(texts.filter((_, index) => open.amounts[index])) : null
  return {
    table: [...rowEvidence(open, draft), ...figureEvidence(open, aligned), ...frameEvidence(open)].filter(one => one !== null),
    none: [...proseEvidence(open), ...chartEvidence(texts, aligned)].filter(one => one !== null),
  }
}

type Seen = readonly (Observation | null)[]

/** The texts of the body by the columns that they stand in. */
type Texts = readonly (readonly Phrase[])[]

/** Texts side by side in rows. */
function rowEvidence({ lines, columns }: OpenTable, draft: Draft): Seen {
  const rows = lines.filter(line => line.phrases.length > 1)
  const full = lines.filter(({ phrases }) => {
    const held = new Set(phrases.flatMap(phrase => touched(phrase, columns)))
    return held.size === columns.length && phrases.length === columns.length
  })
  const sizes = draft.places.map(({ rowSpan, columnSpan }) => rowSpan * columnSpan)
  const filled = sum(sizes.filter((_, index) => (draft.glyphs[index]?.length ?? 0) > 0))
  return [
    seen('in-columns', share(rows.length, lines.length), `${rows.length} of ${lines.length} lines have several texts`),
    seen(
      'each-column-filled',
      columns.length > 2 ? share(full.length, lines.length) : 0,
      `${full.length} lines fill all columns`,
    ),
    seen('places-filled', share(filled, sum(sizes)), `${filled} of ${sum(sizes)} places hold a text`),
    seen('many-rows', Math.min(1, rows.length / MANY), `${rows.length} rows`),
  ]
}

/** Figures in columns. */
function figureEvidence(open: OpenTable, aligned: number | null): Seen {
  const rows = open.lines.filter(line => line.phrases.length > 1)
  const formatted = rows.filter(hasFigure).length
  const columns = open.amounts.filter(Boolean).length
  return [
    seen('columns-of-amounts', Math.min(1, columns / SEVERAL), `${columns} columns of amounts`),
    seen('figures-formatted', share(formatted, rows.length), `${formatted} rows have a figure with decimals or separators`),
    seen('figures-aligned', aligned ?? 0, 'figures of a column stand under each other'),
  ]
}

/** Names over the columns, rules around. */
function frameEvidence({ area: { kind, rules, borders }, sections, columns }: OpenTable): Seen {
  const names = (sections[0]?.header ?? []).flatMap(line => line.phrases)
  const named = new Set(names.flatMap(name => touched(name, columns))).size
  const ruled = kind !== 'ruled' ? 0 : rules.length > FRAME ? 1 : STRENGTH.faint
  return [
    seen('names-above', named / columns.length, `${named} columns have a name over them`),
    seen('rules-between-rows', ruled, `stands between ${rules.length} rules of one extent`),
    seen(
      'rules-of-cells',
      kind === 'ruled' && borders !== undefined ? 1 : 0,
      'its rules are put together of parts at the borders of its columns',
    ),
  ]
}

/** What running text and pages set in columns look like. */
function proseEvidence({ lines, columns, amounts }: OpenTable): Seen {
  const across = lines.flatMap(line => line.phrases).filter(phrase => touched(phrase, columns).length > 1).length
  const gutter = Math.min(...neighbours(columns).map(([{ right }, { left }]) => left - right))
  return [
    seen('texts-across', share(across, lines.length), `${across} texts run over several columns`),
    seen('narrow-gutter', 1 - gutter / (lines[0]?.size ?? 1) / WIDE_GUTTER, 'how close the nearest two columns are'),
    seen('no-amounts', amounts.includes(true) ? 0 : 1, 'no column of amounts'),
    seen('two-columns', columns.length === 2 ? 1 : 0, 'no more than two columns'),
  ]
}

/** What the numbers in a chart look like. */
function chartEvidence(texts: Texts, aligned: number | null): Seen {
  const isOnScale = texts.some(own => isScale(own.map(({ text }) => text).filter(isAmount)))
  const ragged = aligned === null ? 0 : Math.max(0, 1 - aligned / RAGGED)
  return [
    seen('scale', isOnScale ? 1 : 0, 'figures rise or fall by equal steps, as on an axis'),
    seen('figures-ragged', ragged, 'few figures stand under each other'),
  ]
}

/** The largest share of figures of some columns, none where there are no columns, that stand under others of theirs, by their ends, their beginnings or their middles. */
function alignedShare(columns: Texts): number | null {
  const sides: readonly ((phrase: Phrase) => number)[] = [phrase => phrase.right, phrase => phrase.left, middle]
  const under = (phrases: readonly Phrase[], side: (phrase: Phrase) => number): number => {
    const places = phrases.map(side).sort((a, b) => a - b)
    const beside = (place: number, most: number): number =>
      countBefore(places, other => other - place <= most) - countBefore(places, other => place - other > most)
    return Math.max(...phrases.map(one => beside(side(one), ALIGNED * one.size)))
  }
  const most = columns.map(phrases => Math.max(...sides.map(side => under(phrases, side))))
  return columns.length === 0 ? null : share(sum(most.filter(count => count > 1)), columns.flat().length)
}

const share = (some: number, all: number): number => (all === 0 ? 0 : some / all)

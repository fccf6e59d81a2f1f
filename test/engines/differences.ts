import { gridsOf } from '../../src/grid/grids.ts'
import { tablesOf } from '../../src/index.ts'
import type { Glyph, Page } from '../../src/page/page.ts'
import type { Table } from '../../src/table/table.ts'

/** Boxes and lines that differ by less than this (in points) are the same: engines round otherwise. */
export const SLACK = 0.05
/** Glyphs of one text further apart than this (in points) are two. */
const APART = 1

/** How the reading of a page by another engine differs from that by the first one. */
export interface Differences {
  readonly page: number
  /** Glyphs that only the one or only the other engine reads, spaces left out. */
  readonly missing: readonly Glyph[]
  readonly extra: readonly Glyph[]
  readonly spaces: number
  /** Glyphs whose boxes differ, and the largest distance between two sides in points. */
  readonly boxes: number
  readonly distance: number
  /** What of the rest of the page is not the same: size, rotation, rulings, pictures, shades, garbled fonts. */
  readonly other: readonly string[]
  /** Whether the cells of the grids have the same places and texts. */
  readonly sameGrids: boolean
}

/** Compare two readings of a page. */
export function differencesOf(measure: Page, other: Page): Differences {
  const { missing, extra, distances } = matched(measure.glyphs, other.glyphs)
  const printed = (glyphs: readonly Glyph[]) => glyphs.filter(({ text }) => text !== ' ')
  const different = distances.filter(distance => distance > SLACK)
  const parts = ['width', 'height', 'rotation', 'outlines', 'rulings', 'pictures', 'shades'] as const
  return {
    page: measure.page,
    missing: printed(missing),
    extra: printed(extra),
    spaces: missing.length + extra.length - printed(missing).length - printed(extra).length,
    boxes: different.length,
    distance: different.reduce((most, distance) => Math.max(most, distance), 0),
    other: [
      ...parts.filter(part => !isClose(measure[part], other[part])),
      ...(measure.garbled.length === other.garbled.length ? [] : ['garbled']),
    ],
    sameGrids: JSON.stringify(cellsOf(measure)) === JSON.stringify(cellsOf(other)),
  }
}

export const isSame = ({ missing, extra, boxes, other, sameGrids }: Differences): boolean =>
  missing.length + extra.length + boxes + other.length === 0 && sameGrids

/** The tables of two readings of a document that are not the same in text and structure. */
export function differentTables(measure: readonly Page[], other: readonly Page[]): string[] {
  const [before, after] = [measure, other].map(
    pages =>
      tablesOf(
        pages,
        pages.flatMap(page => gridsOf(page)),
      ).tables,
  )
  const shown = new Map((after ?? []).map(table => [table.id, wordsOf(table)]))
  const lost = (before ?? []).filter(table => shown.get(table.id) !== wordsOf(table)).map(({ id }) => id)
  const known = new Set((before ?? []).map(({ id }) => id))
  return [...lost, ...[...shown.keys()].filter(id => !known.has(id))]
}

const wordsOf = ({ title, columns, cells }: Table): string =>
  JSON.stringify([
    title,
    columns.length,
    cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text]),
  ])

const cellsOf = (page: Page) =>
  gridsOf(page).map(({ cells }) =>
    cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text]),
  )

/** Pair each glyph with the nearest one of the same text; what finds none is missing or extra. */
function matched(measure: readonly Glyph[], other: readonly Glyph[]) {
  const left = Map.groupBy(other, ({ text, direction }) => `${text} ${direction}`)
  const missing: Glyph[] = []
  const distances: number[] = []
  for (const glyph of measure) {
    const candidates = left.get(`${glyph.text} ${glyph.direction}`) ?? []
    const away = candidates.map(({ box, baseline }) => Math.hypot(box[0] - glyph.box[0], baseline - glyph.baseline))
    const nearest = away.indexOf(Math.min(...away))
    const [found] = (away[nearest] ?? APART) < APART ? candidates.splice(nearest, 1) : []
    if (found === undefined) missing.push(glyph)
    else distances.push(Math.max(...found.box.map((side, index) => Math.abs(side - (glyph.box[index] ?? 0)))))
  }
  return { missing, extra: [...left.values()].flat(), distances }
}

/** Whether two plain values are the same, numbers within the slack. */
function isClose(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= SLACK
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [before, after] = [Object.entries(a), new Map(Object.entries(b))]
  return before.length === after.size && before.every(([key, value]) => isClose(value, after.get(key)))
}

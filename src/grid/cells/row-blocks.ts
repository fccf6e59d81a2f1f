import { endsOf, itemAt, median, neighbours, runsOf, sum } from '../../geometry.ts'
import { emsWanted } from '../../join-lines.ts'
import { inked, linesOf, lineText } from '../../lines.ts'
import type { Glyph } from '../../page/page.ts'
import { LEADING } from '../headers/header-texts.ts'
import { CENTRED } from '../texts/words.ts'
import { MIDDLE } from './fill.ts'

/** What stands in a height of the page, in points from the top. */
export interface Height {
  readonly top: number
  readonly bottom: number
}

/** A row from border to border. */
export interface TableRow extends Height {
  /** Whether it is called a total: above or below all others it is of no name. */
  readonly isTotal: boolean
}

/** Rows that follow each other, the last one exclusive. */
export interface Block {
  readonly first: number
  readonly end: number
}

/** A name with its wrapped lines, and the heights that these stand in. */
export interface Name extends Height {
  readonly glyphs: readonly Glyph[]
  readonly size: number
}

/** Half of the square that a character fills, in sizes. */
const HALF = 0.5
/** A line stands beside a row where the middles of both are this near (in sizes): lines of a wrapped name stand nearer to each other than rows. */
const BESIDE = 0.1
/** One name in the middle of fewer rows than these, and beside one of them, is as well the name of that row. */
const LEAST_ROWS = 5

export const middleOf = ({ top, bottom }: Height): number => (top + bottom) / 2

/** The height of the print of some glyphs; undefined where there are none. */
export function heightOf(glyphs: readonly Glyph[]): Height | undefined {
  const print = inked(glyphs)
  if (print.length === 0) return undefined
  return {
    top: Math.min(...print.map(({ baseline, size }) => baseline - (MIDDLE + HALF) * size)),
    bottom: Math.max(...print.map(({ baseline, size }) => baseline - (MIDDLE - HALF) * size)),
  }
}

/** The heights that rows take up from border to border, by the heights of their print: each border is in the middle of the white, and the outer ones as far off as the usual one. */
export function withWhite(prints: readonly Height[]): Height[] {
  const whites = neighbours(prints).map(([{ bottom }, { top }]) => top - bottom)
  const usual = median(whites, 0)
  return prints.map(({ top, bottom }, index) => ({
    top: top - (whites[index - 1] ?? usual) / 2,
    bottom: bottom + (whites[index] ?? usual) / 2,
  }))
}

/** The names in a column, each with the lines that it is wrapped into; lines beside one of some rows each are names of their own. */
export function namesOf(glyphs: readonly Glyph[], prints: readonly Height[]): Name[] {
  const lines = linesOf(glyphs).map(line => ({ line, ...nameOf(line) }))
  const widths = lines.map(({ line }) => endsOf(line)[1].box[2] - endsOf(line)[0].box[0])
  const [widest, width] = [Math.max(...widths), new Map(lines.map((line, index) => [line, itemAt(widths, index)]))]
  const isBesideRow = (name: Name): boolean =>
    prints.some(print => Math.abs(middleOf(print) - middleOf(name)) <= BESIDE * name.size)
  const names = runsOf(lines, (line, above) => {
    const isFull = (width.get(above) ?? 0) + emsWanted(lineText(line.line)) * above.size > widest
    const isNear = middleOf(line) - middleOf(above) <= LEADING * above.size
    return isFull && isNear && !(isBesideRow(line) && isBesideRow(above))
  })
  return names.map(name => nameOf(name.flatMap(({ line }) => line)))
}

const nameOf = (glyphs: readonly Glyph[]): Name => ({
  glyphs,
  size: Math.max(...glyphs.map(({ size }) => size)),
  ...(heightOf(glyphs) ?? { top: 0, bottom: 0 }),
})

/**
 * The rows of each name, where the names share all rows out so that each stands in the middle of its own, but for a total at either
 * end; null where they do not, or do in several ways.
 */
export function blocksAround(names: readonly Name[], rows: readonly TableRow[]): Block[] | null {
  const [above, below] = [rows.slice(0, 1), rows.slice(-1)].map(([end]) => (end?.isTotal ? [0, 1] : [0]))
  const ways = (above ?? []).flatMap(start =>
    (below ?? []).flatMap(left => {
      const blocks = sharedOut(names, rows.slice(0, rows.length - left), start)
      return blocks === null || !isTelling(blocks, names, rows) ? [] : [{ blocks, unnamed: start + left }]
    }),
  )
  const least = Math.min(...ways.map(({ unnamed }) => unnamed))
  const [way, ...others] = ways.filter(({ unnamed }) => unnamed === least)
  return way === undefined || others.length > 0 ? null : way.blocks
}

/** Rows from one on shared out to names from top to bottom; null where a name stands in the middle of none that come next, or rows are left. */
function sharedOut(names: readonly Name[], rows: readonly Height[], start: number): Block[] | null {
  const blocks: Block[] = []
  let first = start
  for (const name of names) {
    const offs = rows.slice(first).map(({ bottom }) => Math.abs((itemAt(rows, first).top + bottom) / 2 - middleOf(name)))
    const off = Math.min(...offs)
    if (off > CENTRED * name.size) return null
    const end = first + offs.indexOf(off) + 1
    blocks.push({ first, end })
    first = end
  }
  return first === rows.length ? blocks : null
}

/** Whether it could hardly be chance that names stand in the middle of their rows: several do, or the only one stands beside none of them or in the middle of many. */
function isTelling(blocks: readonly Block[], names: readonly Name[], rows: readonly Height[]): boolean {
  const several = blocks.filter(({ first, end }) => end > first + 1).length
  const isBetween = names.some(name => rows.some(({ bottom }) => Math.abs(bottom - middleOf(name)) <= CENTRED * name.size))
  return several > 1 || isBetween || sum(blocks.map(({ first, end }) => end - first)) >= LEAST_ROWS
}

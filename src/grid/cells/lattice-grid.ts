import { MINUS } from '../../dashes.ts'
import { centreOf, endsOf, itemAt, runsOf } from '../../geometry.ts'
import type { Glyph, Page } from '../../page/page.ts'
import type { Grid } from '../grid.ts'
import { CENTRED, figuresIn, isAmount, textIn } from '../texts/words.ts'
import { withBlockNames } from './block-names.ts'
import { gridOf } from './cells.ts'
import { middleOf } from './fill.ts'
import { type Lattice, placeBox } from './lattice.ts'

/** Characters of one figure touch: they are nearer than this (in sizes), and two figures in neighbouring cells are not, however tight. */
const TOUCHING = 0.05
/** A figure with another nearer than this (in sizes) is left as the borders cut it (dev sh-putuo-planning p.9: digits set closer than they are wide). */
const APART = 0.5
/** … and stand on one baseline within this (in sizes). */
const LEVEL = 0.1
/** Characters of a word set downwards follow each other within this distance (in sizes). */
const STACKED = 1.6
/** A border runs through a letter when this much of it (in sizes) is on either side. */
const THROUGH = 0.05
/** A character of a figure. */
export const OF_FIGURE = new RegExp(String.raw`^[${MINUS}(（\d.,，．)）%]$`)
const OF_WORD = /^\p{Script=Han}$/u

/** A lattice with the glyphs of the page → grid. A figure wider than its cell stays whole. */
export function gridOfLattice(page: Page, lattice: Lattice): Grid {
  const { columnEdges, rowEdges, places } = lattice
  const columns = columnEdges.length - 1
  const owner = new Int32Array(columns * (rowEdges.length - 1))
  places.forEach((place, index) => {
    for (let row = place.row; row < place.row + place.rowSpan; row++) {
      owner.fill(index, row * columns + place.column, row * columns + place.column + place.columnSpan)
    }
  })
  const cellOf = page.glyphs.map(glyph => {
    const [x, y] = middleOf(glyph)
    const column = slot(columnEdges, x)
    const row = slot(rowEdges, y)
    return column >= 0 && row >= 0 ? itemAt(owner, row * columns + column) : -1
  })
  const rights = places.map(place => placeBox(lattice, place)[2])
  const middles = places.map((place, index) => (placeBox(lattice, place)[0] + itemAt(rights, index)) / 2)
  keepWordsWhole(page.glyphs, cellOf, { columnEdges, middles })
  keepStacksWhole(page.glyphs, cellOf, middles)
  const doubtful = new Set([
    ...keepFiguresWhole(page.glyphs, cellOf, { columnEdges, rights }),
    ...tornWords(page.glyphs, cellOf),
  ])
  const glyphs = places.map((): Glyph[] => [])
  page.glyphs.forEach((glyph, index) => {
    glyphs[cellOf[index] ?? -1]?.push(glyph)
  })
  return gridOf(page, withBlockNames({ ...lattice, glyphs, doubtful }, page.rulings), 'lattice')
}

/**
 * Put each figure that juts out of its cell into one: since figures are set to the right, the cell at whose right border it
 * ends, unless that holds text of its own and the one at its other end does not. Figures that run on over the border between
 * them are parted where each has its cents. Changes `cellOf`, the cell of each glyph; gives the cells concerned.
 */
function keepFiguresWhole(
  glyphs: readonly Glyph[],
  cellOf: number[],
  { columnEdges, rights }: { readonly columnEdges: readonly number[]; readonly rights: readonly number[] },
): ReadonlySet<number> {
  const doubtful = new Set<number>()
  for (const run of touchingRuns(glyphs, OF_FIGURE)) {
    if (cellOf[run.start] === cellOf[run.end - 1]) continue
    const concerned = isFigure(glyphs, run)
      ? keepWhole(glyphs, cellOf, { ...run, rights })
      : (partFigures(glyphs, cellOf, run) ?? tornFigures(glyphs, cellOf, columnEdges, run))
    for (const cell of concerned) doubtful.add(cell)
  }
  return doubtful
}

/** Glyphs that touch, from one index to before another. */
interface Run {
  readonly start: number
  readonly end: number
}

/** The runs of two and more characters of a kind that touch. */
function touchingRuns(glyphs: readonly Glyph[], kind: RegExp): Run[] {
  const runs: Run[] = []
  let start = 0
  for (let end = 1; end <= glyphs.length; end++) {
    if (isNext(glyphs[end - 1], glyphs[end], TOUCHING, kind)) continue
    if (end - start > 1) runs.push({ start, end })
    start = end
  }
  return runs
}

/** Put one figure into the cell at whose right border it ends; `rights` are those borders. */
function keepWhole(
  glyphs: readonly Glyph[],
  cellOf: number[],
  { start, end, rights }: Run & { readonly rights: readonly number[] },
): number[] {
  const right = glyphs[end - 1]?.box[2] ?? Number.NaN
  const away = (cell: number): number => Math.abs(itemAt(rights, cell) - right)
  const cells = [...new Set(cellOf.slice(start, end))].filter(cell => cell >= 0).sort((a, b) => away(a) - away(b))
  const cell = itemAt(cells, 0)
  cellOf.fill(cell, start, end)
  return [cell]
}

/**
 * Put each of the figures with cents that run together into the cell that holds most of it; the cells of those that a border
 * cut elsewhere. Undefined where the run is not such figures, or they have no cell each.
 */
function partFigures(glyphs: readonly Glyph[], cellOf: number[], { start, end }: Run): number[] | undefined {
  let at = start
  const parts = figuresIn(textIn(glyphs.slice(start, end))).map(({ length }) => {
    const own = cellOf.slice(at, at + length)
    at += length
    return { own, home: own.find(cell => cell >= 0 && own.filter(one => one === cell).length > length / 2) ?? -1 }
  })
  const homes = new Set(parts.map(({ home }) => home))
  if (parts.length === 0 || homes.has(-1) || homes.size < parts.length) return undefined
  cellOf.splice(start, end - start, ...parts.flatMap(({ own, home }) => own.map(() => home)))
  return parts.every(({ own, home }) => own.every(cell => cell === home)) ? [] : [...homes]
}

/** The cells of a run that a border cuts in the middle of a letter: which figures they are, no one can tell. */
function tornFigures(
  glyphs: readonly Glyph[],
  cellOf: readonly number[],
  columnEdges: readonly number[],
  { start, end }: Run,
): number[] {
  if (!glyphs.slice(start, end).some(glyph => isCut(glyph, columnEdges))) return []
  return cellOf.slice(start, end).filter(cell => cell >= 0)
}

/** Whether glyphs are one whole figure, with no other so near that it might be cut in the wrong place. */
const isFigure = (glyphs: readonly Glyph[], { start, end }: Run): boolean =>
  isAmount(textIn(glyphs.slice(start, end))) &&
  !isNext(glyphs[start - 1], glyphs[start], APART, OF_FIGURE) &&
  !isNext(glyphs[end - 1], glyphs[end], APART, OF_FIGURE)

/** Where cells part and where the middle of each is. */
interface Frame {
  readonly columnEdges: readonly number[]
  readonly middles: readonly number[]
}

/**
 * Put each word that runs over the borders of a cell in whose middle it stands into that cell, what juts out of the frame as
 * well: a border runs through one of its letters, as it does where a name is wider than its cell, and not between two texts
 * that touch. Changes `cellOf`, the cell of each glyph.
 */
function keepWordsWhole(glyphs: readonly Glyph[], cellOf: number[], { columnEdges, middles }: Frame): void {
  for (const { start, end } of touchingRuns(glyphs, OF_WORD)) {
    const [first, last] = [glyphs[start], glyphs[end - 1]]
    const cells = new Set(cellOf.slice(start, end))
    if (cells.size === 1 || first === undefined || last === undefined) continue
    const middle = (first.box[0] + last.box[2]) / 2
    const cell = [...cells].find(at => at >= 0 && Math.abs(itemAt(middles, at) - middle) <= CENTRED * first.size)
    if (cell !== undefined && glyphs.slice(start, end).some(glyph => isCut(glyph, columnEdges))) cellOf.fill(cell, start, end)
  }
}

/**
 * Put each word whose characters stand below each other into the cell that holds most of them: higher than its cell, it runs over
 * into one that it stands at no middle of, as the name of a narrow column into that of its group. Changes `cellOf`.
 */
function keepStacksWhole(glyphs: readonly Glyph[], cellOf: number[], middles: readonly number[]): void {
  for (const run of runsOf([...glyphs.keys()], (at, last, own) => isBelow(glyphs, own.at(-2), last, at))) {
    if (run.length === 1) continue
    const cells = [...Map.groupBy(run, at => cellOf[at] ?? -1)].sort((a, b) => b[1].length - a[1].length)
    const [[home, own], ...others] = [itemAt(cells, 0), ...cells.slice(1)]
    const first = glyphs[itemAt(run, 0)]
    const isOver = ([cell]: (typeof others)[number]): boolean =>
      cell >= 0 && first !== undefined && Math.abs(itemAt(middles, cell) - centreOf(first.box)) > CENTRED * first.size
    if (home >= 0 && own.length > 1 && others.length > 0 && others.every(isOver)) for (const at of run) cellOf[at] = home
  }
}

/** Whether a character stands right below the last one, as far down as that below the one before. */
function isBelow(glyphs: readonly Glyph[], before: number | undefined, last: number, at: number): boolean {
  const [above, glyph, first] = [glyphs[last], glyphs[at], glyphs[before ?? -1]]
  if (above === undefined || glyph === undefined) return false
  const step = glyph.baseline - above.baseline
  if (step <= 0 || step > STACKED * glyph.size || Math.abs(centreOf(glyph.box) - centreOf(above.box)) > LEVEL * glyph.size)
    return false
  const isEven = first === undefined || Math.abs(step - above.baseline + first.baseline) <= LEVEL * glyph.size
  return isEven && OF_WORD.test(above.text) && OF_WORD.test(glyph.text)
}

/** Whether a border runs through a glyph and not beside it. */
export const isCut = ({ box: [left, , right], size }: Glyph, columnEdges: readonly number[]): boolean =>
  columnEdges.some(edge => edge > left + THROUGH * size && edge < right - THROUGH * size)

/** The cells between which a border cuts a word that runs on: its text is wider than its cell, or the border is none. One of 30,000 cells of published documents. */
function tornWords(glyphs: readonly Glyph[], cellOf: readonly number[]): number[] {
  return glyphs.flatMap((glyph, index) => {
    const [before, cell] = [cellOf[index - 1] ?? -1, cellOf[index] ?? -1]
    const isTorn = before !== cell && before >= 0 && cell >= 0 && isNext(glyphs[index - 1], glyph, TOUCHING, OF_WORD)
    return isTorn ? [before, cell] : []
  })
}

/** Whether a glyph goes on with the text of the one painted before it, nearer than `reach` (in sizes), both of a kind. */
const isNext = (before: Glyph | undefined, glyph: Glyph | undefined, reach: number, kind: RegExp): boolean =>
  before !== undefined &&
  glyph !== undefined &&
  kind.test(before.text) &&
  kind.test(glyph.text) &&
  Math.abs(glyph.box[0] - before.box[2]) <= reach * glyph.size &&
  Math.abs(glyph.baseline - before.baseline) <= LEVEL * glyph.size

/** Index of the stretch between two borders that holds `value`, or -1 outside. */
function slot(borders: readonly number[], value: number): number {
  const [first, last] = endsOf(borders)
  if (value < first || value >= last) return -1
  let low = 0
  let high = borders.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (itemAt(borders, middle) <= value) low = middle
    else high = middle
  }
  return low
}

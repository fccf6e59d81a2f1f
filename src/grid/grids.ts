import type { Decision } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import { type Box, contains, heightOf, itemAt, neighbours, overlap, sum, usualSize } from '../geometry.ts'
import type { Page } from '../page/page.ts'
import { halvesOf, readSheet } from '../spread.ts'
import type { Border } from './borders/drawn.ts'
import { type Edge, type Edges, SNAP } from './borders/edges.ts'
import { type PageEdges, pageEdges, shownEdges, textEdges } from './borders/page-edges.ts'
import { withoutSlivers } from './borders/slivers.ts'
import { DOUBTFUL_CELL } from './cells/cells.ts'
import { middleOf } from './cells/fill.ts'
import type { Lattice } from './cells/lattice.ts'
import { gridOfLattice, isCut, OF_FIGURE } from './cells/lattice-grid.ts'
import type { DecidedArea, Grid, GridEvidence, RejectedArea } from './grid.ts'
import { gridFindings, sheetFindings } from './grid-findings.ts'
import { wordsIn } from './open/areas.ts'
import { borderlessGrids } from './open/borderless.ts'
import { isAmount, isDash, isFormatted, type Phrase, phrasesOf, type TextLine } from './texts/words.ts'

/** Glyph height assumed where a page has no text. */
const DEFAULT_EM = 10

/** The tables of a page as drawn, from top to bottom. */
export const gridsOf = (page: Page): readonly Grid[] => readGrids(page).grids

/** The same with what a reader has to know about them. */
export function readGrids(page: Page): { readonly grids: readonly Grid[]; readonly findings: readonly Finding[] } {
  const { leaves, sheet } = leavesOf(page)
  const read = leaves.map(leaf => judged(pageEdges(leaf, emOf(leaf))))
  const decided = read.flatMap(leaf => leaf.decided)
  const findings = [...sheetFindings(page.page, sheet), ...gridFindings(page.page, decided)]
  return { grids: read.flatMap(({ grids }) => grids), findings }
}

/** What of a page is read by itself, each of two pages that are printed on a sheet, and how that was decided. */
function leavesOf(page: Page): { readonly leaves: readonly Page[]; readonly sheet: Decision | null } {
  const { middle, decision } = readSheet(page)
  return { leaves: middle === null ? [page] : halvesOf(page, middle), sheet: decision }
}

/** The edges a page was read by, each with what tells it and how surely, and the areas that were rejected: for showing, not for reading. */
export function gridEvidenceOf(page: Page): GridEvidence {
  const { leaves, sheet } = leavesOf(page)
  const read = leaves.map(leaf => {
    const em = emOf(leaf)
    const edges = pageEdges(leaf, em)
    const { grids, ...judgement } = judged(edges)
    const shown = shownEdges(edges)
    return { edges: [...shown, ...textEdges(grids, shown, em)], ...judgement }
  })
  const all = <Part>(part: (leaf: (typeof read)[number]) => readonly Part[]): readonly Part[] => read.flatMap(part)
  const [edges, rejected, decided] = [all(leaf => leaf.edges), all(leaf => leaf.rejected), all(leaf => leaf.decided)]
  return { page: page.page, edges, rejected, decided, sheet }
}

const emOf = ({ glyphs }: Page): number => usualSize(glyphs, DEFAULT_EM)

/** The tables of a page, the lattices that are none, and what was decided of the areas without one. */
interface Judged {
  readonly grids: readonly Grid[]
  readonly rejected: readonly RejectedArea[]
  readonly decided: readonly DecidedArea[]
}

function judged(found: PageEdges): Judged {
  const { page, edges, marks, lattices, em } = found
  const drawn = lattices.map(lattice => judgedLattice(found, lattice))
  const enclosed = drawn.flatMap(({ grids }) => grids)
  const boxes = enclosed.map(grid => grid.box)
  const open = borderlessGrids(page, freeRules(edges, boxes, em), boxes, em)
  const grids = [...enclosed, ...open.grids].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
  return {
    grids: marks.strikes.length === 0 ? grids : grids.map(grid => withStrikes(grid, marks.strikes)),
    rejected: drawn.flatMap(({ rejected }) => rejected),
    decided: open.decided,
  }
}

function judgedLattice({ page, lines, em }: PageEdges, lattice: Lattice): Omit<Judged, 'decided'> {
  const grid = gridOfLattice(page, lattice)
  if (!isTable(grid))
    return { grids: [], rejected: [{ box: grid.box, because: 'no texts side by side: a frame or a stack of boxes' }] }
  const words = wordsIn(lines(), lattice.box)
  if (isTorn(grid, words))
    return { grids: [], rejected: [{ box: grid.box, because: 'lines run through the words: a drawing' }] }
  if (isHeap(grid, words))
    return { grids: [], rejected: [{ box: grid.box, because: 'its cells hold columns of figures: nobody drew its rows' }] }
  return { grids: [withoutSlivers(grid, em)], rejected: [] }
}

/** Mark the cells whose text is struck out; what holds in its place is not printed or stands beside it. */
const withStrikes = (grid: Grid, strikes: readonly Border[]): Grid => ({
  ...grid,
  cells: grid.cells.map(cell =>
    cell.text !== '' && strikes.some(({ at, from, to }) => contains(cell.box, (from + to) / 2, at))
      ? { ...cell, struck: true as const, confidence: Math.min(cell.confidence, DOUBTFUL_CELL) }
      : cell,
  ),
})

/** Whether a border can be seen, or ends what can be seen. */
const isSeen = ({ source }: Edge): boolean => source !== 'continued' && source !== 'text'

function freeRules(edges: Edges, boxes: readonly Box[], em: number): Edges {
  const snap = SNAP * em
  const isFree = ({ at, from, to }: Border, box: Box, axis: 0 | 1): boolean =>
    at < itemAt(box, 1 - axis) - snap ||
    at > itemAt(box, 3 - axis) + snap ||
    overlap(from, to, box[axis], itemAt(box, axis + 2)) <= 0
  return {
    horizontal: edges.horizontal.filter(rule => isSeen(rule) && boxes.every(box => isFree(rule, box, 0))),
    vertical: edges.vertical.filter(rule => isSeen(rule) && boxes.every(box => isFree(rule, box, 1))),
  }
}

/** So few rows may be the rest of a table from the page before, with a single text in it. */
const REST = 3

/** Rows drawn over more borders than these are a table whatever they hold: the last rows of one, or a part of a wide one with a figure here and there. */
const EVEN_COLUMNS = 3

/** A table has texts side by side, or rows that are all drawn with the same columns: a frame and a stack of boxes have neither. */
const isTable = (grid: Grid): boolean => {
  const rows = grid.cells.filter(cell => cell.text !== '').map(cell => cell.row)
  if (grid.columnEdges.length < 3) return isColumnOfFigures(grid) || isBlankColumn(grid)
  if (isEven(grid)) return true
  return (
    rows.length > 0 &&
    (new Set(rows).size < rows.length || 2 * rows.length >= grid.cells.length || grid.rowEdges.length <= REST + 1)
  )
}

const isEven = ({ cells, columnEdges }: Grid): boolean =>
  columnEdges.length > EVEN_COLUMNS && cells.every(({ rowSpan, columnSpan }) => rowSpan * columnSpan === 1)

/** Figures and dashes in at least this many rows below each other, and hardly any words among them, are the last column of a sheet printed on a page of its own. */
const FIGURES = 3
const MOSTLY = 0.7

/** Whether the only column of a grid holds figures below its titles, two of them at least. */
function isColumnOfFigures({ cells }: Grid): boolean {
  const texts = cells.map(({ text }) => text).filter(text => text !== '')
  const isValue = (text: string): boolean => isFormatted(text) || isDash(text)
  const body = texts.slice(Math.max(0, texts.findIndex(isValue)))
  const values = body.filter(isValue).length
  return values >= FIGURES && values >= MOSTLY * body.length && body.filter(isFormatted).length > 1
}

/** Below a head of no more rows, so many of one height that are empty or hold a dash are the last column of such a sheet with nothing to print (the left part tells whether it has one). */
const HEAD_ROWS = 3
const BLANK_ROWS = 5
const SAME_HEIGHT = 1.1

/** Whether the only column of a grid is drawn row by row and holds nothing but a head and dashes. */
function isBlankColumn({ cells }: Grid): boolean {
  const blank = cells.slice(cells.findLastIndex(({ text }) => text !== '' && !isDash(text)) + 1)
  const heights = blank.map(({ box }) => heightOf(box))
  if (blank.length < BLANK_ROWS || cells.length - blank.length > HEAD_ROWS) return false
  return Math.max(...heights) <= SAME_HEIGHT * Math.min(...heights)
}

/** So many figures below each other, or beside each other as in columns, are no cell's, where at least this share of all figures stands so: what is drawn there are columns, and the texts have to tell the rows. */
const HEAPED = 3
const MOST_HEAPED = 0.5
/** Texts of a line this far apart (in sizes) stand in columns; those of a sentence do not. At 1 a ledger is missed whose names begin .75 behind the figures beside them. */
const APART = 0.6

/** Whether most figures of a grid stand below each other in a few of its cells, or in rows of columns in one. */
function isHeap({ cells }: Grid, lines: readonly TextLine[]): boolean {
  const texts = cells.map(({ box }) => wordsIn(lines, box))
  const below = texts.map(own => figuresIn(own, isFormatted))
  return (
    (below.filter(count => count >= HEAPED).length > 1 && areMost(below, below)) ||
    areMost(
      texts.map(own => figuresIn(own.filter(isInColumns), isAmount)),
      texts.map(own => figuresIn(own, isAmount)),
    )
  )
}

/** Whether most figures of all cells are heaped, by how many are so in each cell. */
function areMost(counts: readonly number[], all: readonly number[]): boolean {
  const heaped = sum(counts.filter(count => count >= HEAPED))
  return heaped > 0 && heaped >= MOST_HEAPED * sum(all)
}

const figuresIn = (lines: readonly TextLine[], isFigure: (text: string) => boolean): number =>
  lines.flatMap(({ phrases }) => phrases).filter(({ text }) => isFigure(text)).length

/** Whether a line holds several texts, apart from each other as in columns. */
function isInColumns(line: TextLine): boolean {
  const { phrases } = phrasesOf(line)
  return phrases.length > 1 && neighbours(phrases).every(([{ right }, { left, size }]) => left - right >= APART * size)
}

/** Of the words in a table at most this share is cut by a border; in a chart or a drawing the lines run through the text. */
const TORN = 0.25

/** Whether borders run through words, so that the lines are a drawing and no table. */
function isTorn(grid: Grid, lines: readonly TextLine[]): boolean {
  const words = lines.flatMap(line => line.phrases)
  const torn = words.filter(word => {
    const [first, last] = [word.glyphs[0], word.glyphs.at(-1)]
    if (first === undefined || last === undefined || !isTornWord(word, grid.columnEdges)) return false
    const cell = grid.cells.find(({ box }) => contains(box, ...middleOf(first)))
    return cell !== undefined && !contains(cell.box, ...middleOf(last))
  })
  return torn.length > 1 && torn.length >= TORN * words.length
}

/** Whether a border runs through a word: one beside all letters that parts a figure from a name runs between an amount set to the right and the next cell's text. */
function isTornWord({ glyphs, left, right }: Phrase, columnEdges: readonly number[]): boolean {
  const edges = columnEdges.filter(edge => edge > left && edge <= right)
  if (edges.length === 0) return false
  return glyphs.some((glyph, index) => {
    const before = glyphs[index - 1]
    if (isCut(glyph, edges) || before === undefined) return isCut(glyph, edges)
    const [from, to] = [middleOf(before)[0], middleOf(glyph)[0]]
    return edges.some(edge => edge > from && edge <= to) && OF_FIGURE.test(before.text) === OF_FIGURE.test(glyph.text)
  })
}

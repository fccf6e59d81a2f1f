import type { Knobs } from './knobs.ts'
import type { Mark } from './marks.ts'
import type { DrawnCell } from './pieces.ts'

/** Where the cells of a piece stand: borders of columns and rows in points. */
export interface Frame {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly headerRows: number
  readonly cells: readonly DrawnCell[]
}

const WIDTH = 0.5
const HAIRLINE = 0.1
const GREY = { header: 0.86, zebra: 0.93 } as const

/** The box of a cell. */
export const boxOf = ({ xs, ys }: Frame, cell: DrawnCell): readonly [number, number, number, number] => [
  xs[cell.column] ?? 0,
  ys[cell.row] ?? 0,
  xs[cell.column + cell.columnSpan] ?? 0,
  ys[cell.row + cell.rowSpan] ?? 0,
]

/** Fills and lines of a piece in one of the ways to rule a table. */
export function rulingMarks(frame: Frame, knobs: Knobs): Mark[] {
  const { ruling, headerFill } = knobs
  const rows = frame.ys.length - 1
  const band = (from: number, to: number, grey: number): Mark => ({ kind: 'fill', box: [...spanOf(frame, from, to)], grey })
  if (ruling === 'white boxes') return whiteBoxes(frame, headerFill === 'grey')
  const isTinted = (headerFill === 'grey' || ruling === 'zebra') && frame.headerRows > 0
  const fills = isTinted ? [band(0, frame.headerRows, GREY.header)] : []
  if (ruling === 'zebra') for (let row = frame.headerRows + 1; row < rows; row += 2) fills.push(band(row, row + 1, GREY.zebra))
  const width = ruling === 'hairline' ? HAIRLINE : WIDTH
  const thin = ruling === 'rectangles' ? 'fill' : 'stroke'
  const lines = edgesOf(frame).filter(edge => isDrawn(edge, frame, ruling))
  return [...fills, ...joined(lines, frame).map((line): Mark => ({ kind: 'line', ...line, width, thin }))]
}

const spanOf = ({ xs, ys }: Frame, from: number, to: number): [number, number, number, number] => [
  xs[0] ?? 0,
  ys[from] ?? 0,
  xs.at(-1) ?? 0,
  ys[to] ?? 0,
]

function whiteBoxes(frame: Frame, isTinted: boolean): Mark[] {
  const boxes = frame.cells.map((cell): Mark => {
    const [left, top, right, bottom] = boxOf(frame, cell)
    const grey = isTinted && cell.row < frame.headerRows ? GREY.header : 1
    return { kind: 'fill', box: [left + WIDTH / 2, top + WIDTH / 2, right - WIDTH / 2, bottom - WIDTH / 2], grey }
  })
  const [left, top, right, bottom] = spanOf(frame, 0, frame.ys.length - 1)
  return [{ kind: 'fill', box: [left - WIDTH / 2, top - WIDTH / 2, right + WIDTH / 2, bottom + WIDTH / 2], grey: 0 }, ...boxes]
}

/** A border between two places of the grid: above row `at` or left of column `at`, along column or row `along`. */
interface Edge {
  readonly axis: 'horizontal' | 'vertical'
  readonly at: number
  readonly along: number
}

/** Borders of cells, row by row and column by column. */
function edgesOf({ xs, ys, cells }: Frame): Edge[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  const owner = new Map<string, DrawnCell>()
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) owner.set(`${row},${column}`, cell)
  const parted = (a: string, b: string): boolean => owner.get(a) !== owner.get(b) || owner.get(a) === undefined
  const edges: Edge[] = []
  for (let at = 0; at <= rows; at++)
    for (let along = 0; along < columns; along++)
      if (parted(`${at - 1},${along}`, `${at},${along}`)) edges.push({ axis: 'horizontal', at, along })
  for (let at = 0; at <= columns; at++)
    for (let along = 0; along < rows; along++)
      if (parted(`${along},${at - 1}`, `${along},${at}`)) edges.push({ axis: 'vertical', at, along })
  return edges
}

function isDrawn({ axis, at, along }: Edge, { xs, ys, headerRows }: Frame, ruling: Knobs['ruling']): boolean {
  const isHorizontal = axis === 'horizontal'
  const isOuter = at === 0 || at === (isHorizontal ? ys.length : xs.length) - 1
  const isUnderHeader = isHorizontal && at === headerRows
  switch (ruling) {
    case 'no frame':
      return !isOuter
    case 'horizontal':
      return isHorizontal
    case 'vertical':
      return !isHorizontal || isOuter || isUnderHeader
    case 'header verticals':
      return isHorizontal || along < headerRows
    case 'header only':
      return isHorizontal ? at <= headerRows || isOuter : along < headerRows
    case 'three lines':
      return isHorizontal && (isOuter || isUnderHeader)
    case 'zebra':
    case 'none':
      return false
    default:
      return true
  }
}

interface Segment {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** Edges that go on in each other as one line. */
function joined(edges: readonly Edge[], { xs, ys }: Frame): Segment[] {
  const runs: { readonly edge: Edge; last: number }[] = []
  for (const edge of edges) {
    const run = runs.at(-1)
    if (run !== undefined && run.edge.axis === edge.axis && run.edge.at === edge.at && run.last + 1 === edge.along)
      run.last = edge.along
    else runs.push({ edge, last: edge.along })
  }
  return runs.map(({ edge: { axis, at, along }, last }) =>
    axis === 'horizontal'
      ? { x1: xs[along] ?? 0, y1: ys[at] ?? 0, x2: xs[last + 1] ?? 0, y2: ys[at] ?? 0 }
      : { x1: xs[at] ?? 0, y1: ys[along] ?? 0, x2: xs[at] ?? 0, y2: ys[last + 1] ?? 0 },
  )
}

import { amountColumns, headerOf } from './header.ts'
import type { Knobs } from './knobs.ts'
import { printedAmount } from './money.ts'
import type { Random } from './random.ts'
import { type Line, linesOf } from './rows.ts'
import { DEPARTMENTS, TITLES } from './words.ts'

/** How a text stands in its cell. */
export type Align = 'left' | 'centre' | 'right'

/** A cell of a table as a reader counts it: header rows included, pages joined. */
export interface ContentCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly align: Align
}

/** A column with its width in ems of the body text. */
export interface ContentColumn {
  readonly kind: 'code' | 'name' | 'amount' | 'remark'
  readonly width: number
}

/** A table before it is printed. */
export interface Content {
  readonly title: string
  readonly department: string
  readonly columns: readonly ContentColumn[]
  /** Columns at which a wide table may go on beside itself: no group of the header is cut there. */
  readonly cuts: readonly number[]
  readonly labelColumns: number
  readonly headerRows: number
  readonly rowCount: number
  readonly cells: readonly ContentCell[]
  /** Sums of the amounts by row, in hundredths, for lines that carry them over a page. */
  readonly values: readonly (readonly number[])[]
}

/** Widths in ems. */
const WIDTH = { code: 4.5, part: 2.8, name: 13, ordinal: 3, unit: 5, amount: 6.6, remark: 11 } as const

const LABELS: Readonly<Record<Knobs['labels'], readonly ContentColumn[]>> = {
  'code-name': [
    { kind: 'code', width: WIDTH.code },
    { kind: 'name', width: WIDTH.name },
  ],
  name: [{ kind: 'name', width: WIDTH.name }],
  'kkx-name': [
    ...[0, 1, 2].map((): ContentColumn => ({ kind: 'code', width: WIDTH.part })),
    { kind: 'name', width: WIDTH.name },
  ],
  'ordinal-name': [
    { kind: 'code', width: WIDTH.ordinal },
    { kind: 'name', width: WIDTH.name },
  ],
  'unit-project': [
    { kind: 'name', width: WIDTH.unit },
    { kind: 'name', width: WIDTH.name },
  ],
}

/** How much of a table there is to be. */
export interface Extent {
  readonly rows: number
  /** Columns of amounts. */
  readonly amounts: number
  /** Its place among the tables of the document. */
  readonly index: number
}

/** A table of invented figures whose totals add up. */
export function contentOf(knobs: Knobs, { rows, amounts, index }: Extent, random: Random): Content {
  const labels = LABELS[knobs.labels]
  const leaves = amountColumns(knobs, amounts, random)
  const header = headerOf(knobs, leaves, labels.length)
  const lines = linesOf(knobs, { rows, leaves }, random)
  const remarks = knobs.remark === 'text' ? 1 : 0
  const columns: ContentColumn[] = [
    ...labels,
    ...leaves.map((): ContentColumn => ({ kind: 'amount', width: WIDTH.amount })),
    ...Array.from({ length: remarks }, (): ContentColumn => ({ kind: 'remark', width: WIDTH.remark })),
  ]
  const title = TITLES[(index + random.integer(0, 2) * 3) % TITLES.length] ?? ''
  const inFrame = knobs.title === 'in the frame' ? 1 : 0
  const titleCell: ContentCell = {
    ...{ row: 0, column: 0, rowSpan: 1, columnSpan: columns.length },
    ...{ text: title, align: 'centre' },
  }
  const headerRows = header.rows + inFrame
  const body = lines.flatMap((line, row) => bodyCells(line, row + headerRows, { knobs, labels, columns }))
  return {
    title,
    department: random.pick(DEPARTMENTS),
    columns,
    cuts: leaves.flatMap(({ begins }, n) => (begins && n > 0 ? [n + labels.length] : [])),
    labelColumns: labels.length,
    headerRows,
    rowCount: headerRows + lines.length,
    cells: [...(inFrame ? [titleCell] : []), ...header.cells.map(cell => ({ ...cell, row: cell.row + inFrame })), ...body],
    values: [...Array.from({ length: headerRows }, () => []), ...lines.map(({ counts, values }) => (counts ? values : []))],
  }
}

interface Frame {
  readonly knobs: Knobs
  readonly labels: readonly ContentColumn[]
  readonly columns: readonly ContentColumn[]
}

function bodyCells(line: Line, row: number, { knobs, labels, columns }: Frame): ContentCell[] {
  const one = { row, rowSpan: 1, columnSpan: 1 }
  const isMerged = line.isTotal && knobs.totalLabel === 'merged'
  const labelCells = isMerged
    ? [{ ...one, column: 0, columnSpan: labels.length, text: line.labels.at(-1) ?? '', align: 'centre' as const }]
    : line.labels.flatMap((text, column): ContentCell[] => {
        const rowSpan = column === 0 ? line.group : 1
        const align = labels[column]?.kind === 'name' && !line.isTotal ? 'left' : 'centre'
        return rowSpan === 0 ? [] : [{ ...one, rowSpan, column, text, align }]
      })
  const amounts = line.values.map(
    (value, n): ContentCell => ({
      ...{ ...one, column: labels.length + n, align: knobs.align },
      text: line.isBlank ? '' : printedAmount(value, knobs),
    }),
  )
  const remark =
    columns.at(-1)?.kind === 'remark' ? [{ ...one, column: columns.length - 1, text: line.remark, align: 'left' as const }] : []
  return [...labelCells, ...amounts, ...remark]
}

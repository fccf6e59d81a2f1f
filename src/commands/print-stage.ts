import { type BudgetTable, decisionsOf, MEANING_DECISIONS, type UnitNamed } from '../budget/dataset.ts'
import type { Decision } from '../evidence.ts'
import { type Box, cluster, roundBox } from '../geometry.ts'
import { columnCount, type Grid, type GridCell, type GridEvidence, rowCount } from '../grid/grid.ts'
import type { Page } from '../page/page.ts'
import { contentOf } from '../page-content.ts'
import type { Table } from '../table/table.ts'

/** Glyphs within this many points of a baseline are printed as one line; only for reading, nothing depends on it. */
const SAME_LINE = 2

const place = (box: Box): string => `[${roundBox(box).join(' ')}]`

/** A page for reading: what it holds, its text line by line, its rulings. */
export function pageLines(page: Page): string[] {
  const baselines = cluster([...new Set(page.glyphs.map(glyph => glyph.baseline))], SAME_LINE)
  const text = baselines.flatMap(group => {
    const [from = 0] = group
    const line = page.glyphs.filter(({ baseline }) => baseline >= from && baseline <= (group.at(-1) ?? from))
    const sorted = [...line].sort((a, b) => a.box[0] - b.box[0])
    const words = sorted.map(glyph => glyph.text).join('')
    return words.trim() ? [`${from.toFixed(1).padStart(7)}  ${words}`] : []
  })
  const { glyphs, rulings, pictures, garbled } = page
  return [
    `page ${page.page}: ${page.width.toFixed(1)} x ${page.height.toFixed(1)} pt, turned ${page.rotation}°, ${contentOf(page)}`,
    `${glyphs.length} glyphs, ${rulings.length} rulings, ${pictures.length} pictures, ${garbled.length} garbled fonts`,
    ...garbled.map(({ font, share, glyphs }) => `garbled: ${font}, ${Math.round(share * 100)} % of ${glyphs} glyphs`),
    ...pictures.map(({ box, pixels }) => `picture ${place(box)} ${pixels.join(' x ')} px`),
    '',
    ...text,
    '',
    ...rulings.map(({ axis, at, from, to, width }) =>
      [axis.padEnd(10), at.toFixed(2), `${from.toFixed(2)}–${to.toFixed(2)}`, `width ${width.toFixed(2)}`].join(' '),
    ),
  ]
}

type Shown = Pick<GridCell, 'row' | 'column' | 'rowSpan' | 'columnSpan' | 'text' | 'confidence'>

const cellLine = ({ row, column, rowSpan, columnSpan, text, confidence }: Shown): string =>
  [
    `  ${row},${column}`.padEnd(8),
    rowSpan * columnSpan > 1 ? `${rowSpan}x${columnSpan}`.padEnd(6) : ''.padEnd(6),
    JSON.stringify(text),
    confidence < 1 ? `confidence ${confidence.toFixed(2)}` : '',
  ]
    .join(' ')
    .trimEnd()

/** Grids for reading, cell by cell. */
export const gridLines = (grids: readonly Grid[]): string[] =>
  grids.length === 0
    ? ['no grid on this page']
    : grids.flatMap((grid, n) => [
        `grid ${n + 1}: ${rowCount(grid)} rows, ${columnCount(grid)} columns, ${grid.kind}, ${place(grid.box)}`,
        ...grid.cells.map(cellLine),
        '',
      ])

/** How the grids of a page came to be, for reading: one page or two on its sheet, its edges with what tells them, the lattices that were rejected, what was decided of the areas without one. */
export const evidenceLines = ({ edges, rejected, decided, sheet }: GridEvidence): string[] => [
  ...(sheet === null ? [] : decisionText(sheet)),
  ...edges.map(({ axis, at, from, to, source, strength, rejected: because }) =>
    [
      axis.padEnd(10),
      at.toFixed(1).padStart(6),
      `${from.toFixed(1)}–${to.toFixed(1)}`.padEnd(13),
      because === undefined ? `${source}, strength ${strength}` : `rejected: ${because}`,
    ].join(' '),
  ),
  ...rejected.map(({ box, because }) => `area ${place(box)} rejected: ${because}`),
  ...decided.flatMap(({ box, decision }) => [`area ${place(box)}`, ...decisionText(decision)]),
]

const NO_TABLE = 'no table on this page'

/** The part of tables that stands on one page, for reading. */
export const tableLines = (tables: readonly Table[], page: number): string[] =>
  tables.length === 0
    ? [NO_TABLE]
    : tables.flatMap(table => [
        `table ${table.id}: ${table.title ?? '(no title)'}; unit ${table.unit ?? '—'}, department ${table.department ?? '—'}`,
        `pages ${table.regions.map(region => region.page).join(', ')}; ${table.headerRows} header rows of ${table.rowCount}`,
        ...table.columns.map(({ index, path }) => `  column ${index}: ${path.join(' / ')}`),
        ...table.cells.filter(cell => cell.page === page).map(cellLine),
        '',
      ])

/** Where a unit stands, for reading. */
const unitLine = ({ unit, where, text, page, box }: UnitNamed): string =>
  `    ${unit}: ${where}${text === null ? '' : ` “${text}”`}${page === null ? '' : `, page ${page}`}${box ? ` ${place(box)}` : ''}`

/** The places that name the unit of a table, and of columns that name their own. */
const unitLines = ({ unitReading, columns }: BudgetTable): string[] => [
  ...(unitReading?.places ?? []).map(unitLine),
  ...columns.flatMap(({ index, unit }) => (unit ? [`    column ${index} ${unitLine(unit).trim()}`] : [])),
]

/** A decision with the evidence for it and, negated, for the next best. */
const decisionText = ({ what, chosen, rejected, margin, evidence }: Decision): string[] => [
  `  ${what}: ${chosen}, ${(100 * margin).toFixed(1)} % sure${rejected === null ? '' : `; next best: ${rejected}`}`,
  ...evidence.map(
    ({ name, weight, because }) =>
      `    ${(weight > 0 ? '+' : '') + weight.toFixed(2).padStart(weight > 0 ? 5 : 6)}  ${name}: ${because}`,
  ),
]

/** How the tables of a page came to be there and what they mean: each decision about the page or the whole table, the evidence for it and, negated, for the next best; and the places that name units. */
export const decisionLines = (tables: readonly BudgetTable[], page: number): string[] =>
  tables.length === 0 ? [NO_TABLE] : tables.flatMap(table => decisionsIn(table, page))

function decisionsIn(budget: BudgetTable, page: number): string[] {
  const { table } = budget
  const own = decisionsOf(budget).filter(decision => decision.page === page || MEANING_DECISIONS.includes(decision.what))
  return [
    `table ${table.id}: ${table.title ?? '(no title)'}`,
    ...own.flatMap(decision => [...decisionText(decision), ...(decision.what === 'unit of money' ? unitLines(budget) : [])]),
    '',
  ]
}

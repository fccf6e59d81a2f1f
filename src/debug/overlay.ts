import { type Box, heightOf, lineBox, round, widthOf } from '../geometry.ts'
import type { EdgeSource, Grid, GridCell, GridEdge, GridEvidence } from '../grid/grid.ts'
import type { Page } from '../page/page.ts'
import type { Table } from '../table/table.ts'

/** One colour a stage: what the page stage sees, what is a grid, what is a table. */
const COLOURS = { glyph: '#9aa5b1', ruling: '#c0392b', picture: '#8e44ad', grid: '#1f77b4', table: '#2e8b57' } as const

/** One colour for each thing that tells an edge, from the plainest to the least plain; rejected ones are grey. */
const EDGE_COLOURS: Readonly<Record<EdgeSource, string>> = {
  ruling: '#c0392b',
  fill: '#d35400',
  again: '#c71585',
  'loose-end': '#8e44ad',
  continued: '#2471a3',
  text: '#1e8449',
}
const REJECTED = '#7f8c8d'

type Labelled = Pick<GridCell, 'box' | 'row' | 'column' | 'text'>

const escaped = (text: string): string =>
  text.replace(/[&<>"\p{Cc}]/gu, char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? '�')

const rectangle = (box: Box, attributes: string, title = ''): string => {
  const place = `x="${round(box[0])}" y="${round(box[1])}" width="${round(widthOf(box))}" height="${round(heightOf(box))}"`
  return title ? `<rect ${place} ${attributes}><title>${escaped(title)}</title></rect>` : `<rect ${place} ${attributes}/>`
}

const words = (x: number, y: number, text: string, attributes: string): string =>
  `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escaped(text)}</text>`

function glyphLayer(page: Page): string[] {
  return page.glyphs.flatMap(({ box, baseline, text, size, direction }) => [
    rectangle(box, `fill="none" stroke="${COLOURS.glyph}" stroke-width="0.15"`),
    direction === 0 ? words(box[0], baseline, text, `font-size="${round(size)}" fill="#000" fill-opacity="0.45"`) : '',
  ])
}

/** Where a line stands, as SVG wants it. */
function endsOf(line: Pick<GridEdge, 'axis' | 'at' | 'from' | 'to'>): string {
  const [x1, y1, x2, y2] = lineBox(line)
  return `x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"`
}

const rulingLayer = (page: Page): string[] =>
  page.rulings.map(ruling => {
    const width = Math.max(0.3, round(ruling.width))
    return `<line ${endsOf(ruling)} stroke="${COLOURS.ruling}" stroke-width="${width}" stroke-opacity="0.6"/>`
  })

const pictureLayer = (page: Page): string[] =>
  page.pictures.map(picture =>
    rectangle(picture.box, `fill="${COLOURS.picture}" fill-opacity="0.08" stroke="${COLOURS.picture}"`),
  )

function cellLayer(cells: readonly Labelled[], colour: string): string[] {
  return cells.flatMap(({ box, row, column, text }) => [
    rectangle(box, `fill="${colour}" fill-opacity="0.07" stroke="${colour}" stroke-width="0.7"`, `${row},${column} ${text}`),
    words(box[0] + 1, box[1] + 4.5, `${row},${column}`, `font-size="4" fill="${colour}"`),
  ])
}

const label = (box: Box, text: string, colour: string): string =>
  words(box[0], Math.max(8, box[1] - 3), text, `font-size="8" font-weight="bold" fill="${colour}"`)

const svg = (page: Page, layers: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(page.width)} ${round(page.height)}" font-family="sans-serif">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...layers.filter(Boolean),
    '</svg>\n',
  ].join('\n')

const under = (page: Page): string[] => [...pictureLayer(page), ...glyphLayer(page), ...rulingLayer(page)]

/** The page stage as SVG: glyph boxes with their text drawn faintly, rulings red, pictures violet. */
export const pageOverlay = (page: Page): string => svg(page, under(page))

function edgeLine(edge: GridEdge): string {
  const { source, strength, rejected } = edge
  const colour = rejected === undefined ? EDGE_COLOURS[source] : REJECTED
  const dashes = source === 'ruling' && rejected === undefined ? '' : ' stroke-dasharray="3 1.5"'
  const title = rejected === undefined ? `${source}, ${strength}` : `rejected: ${rejected}`
  return `<line ${endsOf(edge)} stroke="${colour}" stroke-width="1"${dashes}><title>${escaped(title)}</title></line>`
}

const areaOutline = (box: Box, what: string, colour: string): string[] => [
  rectangle(box, `fill="none" stroke="${colour}" stroke-dasharray="4 2"`, what),
  label(box, what, colour),
]

/** How the grids of a page came to be, drawn over it: edges coloured by what tells them, lattices that were rejected, areas without one and whether they are tables. */
export const evidenceOverlay = (page: Page, { edges, rejected, decided }: GridEvidence): string =>
  svg(page, [
    ...under(page),
    ...edges.map(edgeLine),
    ...rejected.flatMap(({ box, because }) => areaOutline(box, `rejected: ${because}`, REJECTED)),
    ...decided.flatMap(({ box, isTable, decision: { chosen, margin } }) =>
      areaOutline(box, `${chosen}, ${Math.round(100 * margin)} % sure`, isTable ? COLOURS.grid : REJECTED),
    ),
  ])

/** The grids of a page drawn over it in blue, each cell with its row and column. */
export const gridOverlay = (page: Page, grids: readonly Grid[]): string =>
  svg(page, [
    ...under(page),
    ...grids
      .filter(grid => grid.page === page.page)
      .flatMap((grid, n) => [
        ...cellLayer(grid.cells, COLOURS.grid),
        label(grid.box, `grid ${n + 1} ${grid.kind}`, COLOURS.grid),
      ]),
  ])

/** The part of the tables that stands on a page drawn over it in green, each with its id and title. */
export const tableOverlay = (page: Page, tables: readonly Table[]): string =>
  svg(page, [
    ...under(page),
    ...tables.flatMap(table => [
      ...cellLayer(
        table.cells.filter(cell => cell.page === page.page),
        COLOURS.table,
      ),
      ...table.regions
        .filter(region => region.page === page.page)
        .map(region => label(region.box, `${table.id} ${table.title ?? ''}`, COLOURS.table)),
    ]),
  ])

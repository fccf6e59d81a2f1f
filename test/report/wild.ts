// What the stages made of a folder of real documents without truth: npm run report:wild [-- FOLDER]
// The documents carry their own measures: their list of tables, and that each glyph in a frame stands in one cell.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contains } from '../../src/geometry.ts'
import type { Grid } from '../../src/grid/grid.ts'
import { gridsOf } from '../../src/grid/grids.ts'
import { readPages } from '../../src/page/document.ts'
import type { Page } from '../../src/page/page.ts'
import { listedTables } from '../../src/table/captions/contents.ts'
import { surroundingsOf } from '../../src/table/captions/surroundings.ts'
import { titlesMissing } from '../../src/table/table.ts'
import { tablesOf } from '../../src/table/tables.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../../../shared/corpus/wild')
if (!existsSync(folder)) {
  console.log(`no folder ${folder}: nothing to report`)
  process.exit(0)
}

/** Characters in the frames of a page that are not in the text of exactly one cell, more or fewer. */
function strayed(page: Page, grids: readonly Grid[]): number {
  const inside = page.glyphs.filter(
    ({ text, box }) => text !== ' ' && grids.some(grid => contains(grid.box, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)),
  )
  const printed = inside.reduce((sum, glyph) => sum + glyph.text.replace(/\s/gu, '').length, 0)
  const kept = grids.flatMap(grid => grid.cells).reduce((sum, cell) => sum + cell.text.replace(/\s/gu, '').length, 0)
  return Math.abs(printed - kept)
}

/** Whether a grid is of a shape no publisher draws: a column or row without any cell of its own. */
const isOdd = (grid: Grid): boolean =>
  grid.columnEdges.slice(1).some((_, column) => !grid.cells.some(cell => cell.column === column)) ||
  grid.rowEdges.slice(1).some((_, row) => !grid.cells.some(cell => cell.row === row))

console.log(
  'document | pages | grids (borderless) | tables | listed, missing | joined pages | untitled | doubtful cells | strayed glyphs | odd grids',
)
const sum = { listed: 0, missing: 0, strayed: 0, odd: 0, doubtful: 0 }
for (const file of readdirSync(folder).filter(name => name.endsWith('.pdf'))) {
  const { pages } = await readPages(readFileSync(join(folder, file)))
  const grids = pages.flatMap(page => gridsOf(page))
  const { tables, findings, text } = tablesOf(pages, grids)
  const listed = listedTables(surroundingsOf(text, grids), grids).length
  const missing = titlesMissing(findings).length
  const stray = pages.reduce(
    (total, page) =>
      total +
      strayed(
        page,
        grids.filter(grid => grid.page === page.page),
      ),
    0,
  )
  const odd = grids.filter(isOdd).length
  const doubtful = tables.flatMap(table => table.cells).filter(cell => cell.confidence < 0.9).length
  const joined = tables.reduce((total, table) => total + table.regions.length - 1, 0)
  const untitled = tables.filter(table => table.title === null).length
  const borderless = grids.filter(grid => grid.kind === 'borderless').length
  console.log(
    [
      file.replace('.pdf', ''),
      pages.length,
      `${grids.length} (${borderless})`,
      tables.length,
      `${listed}, ${missing}`,
      joined,
      untitled,
      doubtful,
      stray,
      odd,
    ].join(' | '),
  )
  sum.listed += listed
  sum.missing += missing
  sum.strayed += stray
  sum.odd += odd
  sum.doubtful += doubtful
}
const found = ((100 * (sum.listed - sum.missing)) / Math.max(1, sum.listed)).toFixed(1)
console.log(
  `found ${found} % of ${sum.listed} listed tables; ${sum.doubtful} doubtful cells, ${sum.strayed} strayed glyphs, ${sum.odd} odd grids`,
)

import { readFileSync } from 'node:fs'
import { gridOverlay, gridsOf, pagesOf, tableOverlay, tablesOf } from '../../src/index.ts'
import { type Knobs, PLAIN } from '../fuzz/knobs.ts'
import { layoutFrom } from '../fuzz/layout.ts'

const SAMPLES = new URL('../../samples/', import.meta.url)

/** Pages of the samples whose cells are hard to find, and what is hard. */
const PAGES: Readonly<Record<string, { readonly file: string; readonly page: number }>> = {
  'two tables on a page': { file: 'archives-2025-chromium.pdf', page: 3 },
  'two tables side by side': { file: 'dachuan-2023-calc.pdf', page: 15 },
  'wrapped performance rows': { file: 'dachuan-2023-calc.pdf', page: 30 },
}

/** Ways to draw one small table, each with borders that nobody has drawn. */
const DRAWINGS: Readonly<Record<string, Partial<Knobs>>> = {
  plain: {},
  'lines between rows': { ruling: 'horizontal' },
  'lines between columns': { ruling: 'vertical' },
  'lines in the header': { ruling: 'header only' },
  'three lines': { ruling: 'three lines' },
  'no lines': { ruling: 'none' },
  stripes: { ruling: 'zebra' },
  'boxes on black': { ruling: 'white boxes' },
  'lying in the file': { rotate: '90' },
}

/** What each picture shows, by its name: cells of tables over pages of samples, cells of grids over drawings of one table. */
export const PICTURES: readonly string[] = [...Object.keys(PAGES), ...Object.keys(DRAWINGS)]

/** The cells that are found, drawn over their page as SVG. */
export async function pictureOf(name: string): Promise<string> {
  const sample = PAGES[name]
  if (sample) {
    const { pages } = await pagesOf(readFileSync(new URL(sample.file, SAMPLES)), { pages: [sample.page] })
    const [page] = pages
    if (page) return tableOverlay(page, tablesOf(pages, gridsOf(page)).tables)
  }
  const layout = layoutFrom({ seed: 5, tables: 1, rows: 4, columns: 3, knobs: { ...PLAIN, ...DRAWINGS[name] } })
  const [page] = (await pagesOf(layout.pdf)).pages
  if (!page) throw new Error(`no picture ${name}`)
  return gridOverlay(page, gridsOf(page))
}

export const pictureFile = (name: string): URL =>
  new URL(`../expected/pictures/${name.replaceAll(' ', '-')}.svg`, import.meta.url)

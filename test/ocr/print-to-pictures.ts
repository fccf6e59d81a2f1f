import { readBudget } from '../../src/budget/read-budget.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { gridsOf } from '../../src/grid/grids.ts'
import { readScans } from '../../src/ocr/read-scans.ts'
import { readPages } from '../../src/page/document.ts'
import type { Page } from '../../src/page/page.ts'
import { withRenderer } from '../../src/page/render.ts'
import { tablesOf } from '../../src/table/tables.ts'
import type { DocumentJson } from '../../src/write/document/document.ts'
import { pageJson, toDocument } from '../../src/write/document/to-document.ts'

/** Pixels a point of a picture of 200 dots an inch. */
export const SCALE = 200 / 72

/** A page of which only a picture is left. */
export const asPicture = (page: Page): Page => {
  const { ocr: _, ...rest } = page
  const pixels = [Math.round(page.width * SCALE), Math.round(page.height * SCALE)] as const
  return {
    ...rest,
    glyphs: [],
    rulings: [],
    shades: [],
    garbled: [],
    pictures: [{ box: [0, 0, page.width, page.height], pixels }],
  }
}

/** Read a born-digital PDF as if it were printed and scanned: every page drawn as a grey picture of 200 dpi, then recognised. */
export async function readPrinted(
  bytes: Uint8Array,
  file: string,
  onPage?: (done: number, total: number) => void,
): Promise<DocumentJson> {
  const { pages: text, pageCount } = await readPages(bytes)
  const { pages } = await withRenderer(bytes, undefined, draw =>
    readScans(text.map(asPicture), { ocr: 'auto', draw: page => draw(page, SCALE), onPage }),
  )
  const { tables, findings, text: around } = tablesOf(pages, pages.flatMap(gridsOf))
  const dataset = readBudget(tables, around)
  const source = { file, sha256: '0'.repeat(64), bytes: bytes.length, pages: pageCount }
  return toDocument({ source, pages: pages.map(pageJson), dataset, checked: checkDataset(dataset), findings })
}

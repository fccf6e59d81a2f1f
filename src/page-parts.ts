import { contained } from './contained.ts'
import type { Finding } from './finding.ts'
import type { Grid } from './grid/grid.ts'
import { readGrids } from './grid/grids.ts'
import { unreadFindings } from './ocr/unread.ts'
import { pageFindings } from './page/findings.ts'
import type { Page, Turned } from './page/page.ts'
import { type OnPage, type Reading, readDocument, showsText } from './reading.ts'
import { textOf } from './table/captions/page-text.ts'
import { withoutRepeats } from './table/doubts/printed-twice.ts'
import type { PageText } from './table/table.ts'
import type { PageJson } from './write/document/document.ts'
import { pageJson } from './write/document/to-document.ts'

/** What the later stages want of a page: its grids, the text around them, and what document.json says of it. */
export interface PageParts {
  readonly json: PageJson
  readonly turned: Turned | undefined
  readonly grids: readonly Grid[]
  readonly text: PageText
  readonly faults: readonly Finding[]
}

/** A page taken apart. */
export function partsOf(page: Page): PageParts {
  const { value, faults } = contained({ stage: 'grid', page: page.page }, () => readGrids(page), { grids: [], findings: [] })
  const { grids, findings } = value
  return {
    json: pageJson(page),
    turned: page.turned,
    grids,
    text: textOf(page, grids),
    faults: [...pageFindings(page), ...findings, ...faults],
  }
}

/** The pages of a document taken apart, each as soon as it is read, so that long documents need little memory; scans last. Of a page that is there twice nothing is kept the second time. */
export async function partedPages(bytes: Uint8Array, choice: Reading, onPage?: OnPage) {
  const parts = new Map<number, PageParts>()
  const part = (page: Page): void => void parts.set(page.page, partsOf(page))
  const take = (page: Page): boolean => {
    if (showsText(page)) return false
    part(page)
    return true
  }
  const { pages: scans, unread, pasted, printed, ...read } = await readDocument(bytes, choice, { onPage, take })
  scans.forEach(part)
  const sorted = [...parts.values()].sort((a, b) => a.json.page - b.json.page)
  const once = contained({ stage: 'table' }, () => withoutRepeats(sorted), { parts: sorted, findings: [] })
  const faults = [...unreadFindings(scans, { pasted, printed }, unread), ...once.value.findings, ...once.faults, ...read.faults]
  return { ...read, parts: once.value.parts, faults }
}

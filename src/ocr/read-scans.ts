import { containedLater } from '../contained.ts'
import type { Finding } from '../finding.ts'
import type { Bitmap } from '../page/bitmap.ts'
import type { Page } from '../page/page.ts'
import type { Cache } from './cache.ts'
import type { Doubt } from './doubt.ts'
import { INSTALL_HINT, type OcrChoice, openEngine } from './engine/engines.ts'
import { needOf } from './need.ts'
import { recognise } from './recognise.ts'

/** Pages with the scans among them read. */
export interface ReadScans {
  readonly pages: readonly Page[]
  /** Figures that were not read for sure, with what else they may be. */
  readonly doubts: readonly Doubt[]
  /** Why pages that need OCR were left as they are, or null. */
  readonly unread: string | null
  /** Pages that could not be read by a mistake of ours; they are as they were. */
  readonly faults: readonly Finding[]
}

/** What reading the scans of a document takes. */
export interface ScanOptions {
  readonly ocr: OcrChoice
  /** Gives the pixels of a page, upright as far as the page knows. */
  readonly draw: (page: Page) => Promise<Bitmap>
  readonly cache?: Cache
  readonly onPage?: ((done: number, total: number) => void) | undefined
}

/** Read the pages that need it from their pictures, one after the other; all others stay as they are. */
export async function readScans(pages: readonly Page[], { ocr, draw, cache, onPage }: ScanOptions): Promise<ReadScans> {
  const needing = pages.filter(page => needOf(page) !== null)
  if (needing.length === 0 || ocr === 'off') return { pages, doubts: [], unread: null, faults: [] }
  const engine = await openEngine(ocr)
  if (engine === null) return { pages, doubts: [], unread: `OCR is not installed: ${INSTALL_HINT}`, faults: [] }
  try {
    const read = new Map<number, Page>()
    const doubts: Doubt[] = []
    const faults: Finding[] = []
    // All pages were told already; a scan that takes too long is a page, not what follows the last one.
    onPage?.(0, needing.length)
    for (const page of needing) {
      const readOne = async () => {
        const printed = asPrinted(page)
        const bitmap = await draw(printed)
        const kept = await cache?.get(bitmap, printed, engine.name)
        const recognised = kept ?? (await recognise(printed, bitmap, engine))
        if (!kept) await cache?.set(bitmap, engine.name, recognised)
        return recognised
      }
      const recognised = await containedLater({ stage: 'ocr', page: page.page }, readOne, { page, doubts: [] })
      read.set(page.page, recognised.value.page)
      doubts.push(...recognised.value.doubts)
      faults.push(...recognised.faults)
      onPage?.(read.size, needing.length)
    }
    return { pages: pages.map(page => read.get(page.page) ?? page), doubts, unread: null, faults }
  } finally {
    await engine.close()
  }
}

/** A page as its picture shows it: nothing is laid out, and no text layer is left. */
function asPrinted({ turned, ...page }: Page): Page {
  if (turned === undefined) return page
  const { width, height, pictures } = turned
  return { ...page, width, height, pictures, glyphs: [], rulings: [] }
}

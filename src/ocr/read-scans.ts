import { containedLater } from '../contained.ts'
import { ifInstalled, optional } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { Box } from '../geometry.ts'
import type { Bitmap } from '../page/bitmap.ts'
import type { Page, Picture } from '../page/page.ts'
import { needsReading } from '../page-content.ts'
import type { Cache } from './cache.ts'
import type { Doubt } from './doubted-figures.ts'
import type { OcrEngine } from './engine/engine.ts'
import { INSTALL_HINT, type OcrChoice, openEngine } from './engine/engines.ts'
import { emOf, linesOver, type Pasted, pageOfPicture, pastedIn, withPicture } from './pasted.ts'
import { isFullOfPrint, lookedAt, printIn, type SeenPicture, tableIn } from './pasted-table.ts'
import { recognise } from './recognise.ts'
import { hasUnknownLetters, withLetters } from './unknown-letters.ts'

/** Pages with the scans among them read. */
export interface ReadScans {
  readonly pages: readonly Page[]
  /** Figures that were not read for sure, with what else they may be. */
  readonly doubts: readonly Doubt[]
  /** Why pages that need OCR were left as they are, or null. */
  readonly unread: string | null
  /** Pages with a table among their text that is a picture, left unread for the same reason or, where there is none, since it lies on its side. */
  readonly pasted: readonly number[]
  /** Pages with a picture among their text that is full of print and shows no table that could be read. */
  readonly printed: readonly number[]
  /** Pages that could not be read by a mistake of ours; they are as they were. */
  readonly faults: readonly Finding[]
}

/** What reading the scans of a document takes. */
export interface ScanOptions {
  readonly ocr: OcrChoice
  /** Processors that the engine may take; all when left out. */
  readonly threads?: number | undefined
  /** Gives the pixels of a page, or of a part of it, upright as far as the page knows. */
  readonly draw: (page: Page, box?: Box) => Promise<Bitmap>
  readonly cache?: Cache
  readonly onPage?: ((done: number, total: number) => void) | undefined
}

/**
 * Read the pages that need it from their pictures, one after the other, the tables that stand as pictures among text, and the letters that a font
 * cannot tell; all else stays as it is.
 */
export async function readScans(pages: readonly Page[], options: ScanOptions): Promise<ReadScans> {
  const { ocr, threads, onPage } = options
  const seen = ocr === 'off' ? { sights: [], printed: [], faults: [] } : await sightsOn(pages, options)
  const nothing = { pages, doubts: [], unread: null, pasted: [], printed: seen.printed, faults: seen.faults }
  if (seen.sights.length === 0) return nothing
  const engine = await openEngine(ocr, threads)
  const pasted = seen.sights.filter(({ picture }) => picture !== null).map(({ page }) => page.page)
  if (engine === null) return { ...nothing, unread: `OCR is not installed: ${INSTALL_HINT}`, pasted }
  try {
    const read = new Map(pages.map(page => [page.page, page]))
    const doubts: Doubt[] = []
    const faults = [...seen.faults]
    const sideways: number[] = []
    // All pages were told already; a scan that takes too long is a page, not what follows the last one.
    onPage?.(0, seen.sights.length)
    for (const [at, sight] of seen.sights.entries()) {
      const page = read.get(sight.page.page) ?? sight.page
      const readOne = () => readSight(sight, page, engine, options)
      const recognised = await containedLater({ stage: 'ocr', page: page.page }, readOne, { page, doubts: [], sideways: false })
      read.set(page.page, recognised.value.page)
      doubts.push(...recognised.value.doubts)
      faults.push(...recognised.faults)
      if (recognised.value.sideways) sideways.push(page.page)
      onPage?.(at + 1, seen.sights.length)
    }
    const all = pages.map(page => read.get(page.page) ?? page)
    return { ...nothing, pages: all, doubts, pasted: sideways, faults }
  } finally {
    await engine.close()
  }
}

/** A page with what was read of it so far and what one sight of it shows besides; a picture that lies on its side is left unread. */
async function readSight(sight: Sight, page: Page, engine: OcrEngine, { draw, cache }: ScanOptions) {
  const { picture } = sight
  const shown = picture === null ? asPrinted(page) : pageOfPicture(page, picture)
  const bitmap = picture === null ? await draw(shown) : await bitmapOf({ page: sight.page, picture }, draw)
  if (bitmap === null) return { page, doubts: [], sideways: false }
  const kept = await cache?.get(bitmap, shown, engine.name)
  const recognised = kept ?? (await recognise(shown, bitmap, engine))
  if (!kept) await cache?.set(bitmap, engine.name, recognised)
  const sideways = picture !== null && recognised.page.rotation !== shown.rotation
  if (sideways) return { page, doubts: [], sideways }
  if (picture === null && !needsReading(sight.page)) return { page: withLetters(page, recognised.page), doubts: [], sideways }
  return { ...(picture === null ? recognised : withPicture(page, picture, recognised)), sideways }
}

/** A page that is to be read from its picture, wholly or where its fonts cannot tell its letters, or a table among its text that is one. */
interface Sight {
  readonly page: Page
  readonly picture: Pasted | null
}

/** A picture among the text of a page to be looked at. Its print is measured by the text of the page, without what was read from another picture. */
const lookedOn = async (page: Page, picture: Picture, draw: ScanOptions['draw']): Promise<SeenPicture> =>
  lookedAt(await draw(pageOfPicture(page, picture), picture.box), emOf(page))

/** What of a picture can be read: a table, and of one that stands in a table any print. */
const readableIn = (seen: SeenPicture, { page, picture }: PastedOn): Bitmap | null =>
  tableIn(seen) ?? (picture.inTable ? printIn(seen, linesOver(picture, page, seen.picture.scale)) : null)

const bitmapOf = async ({ page, picture }: PastedOn, draw: ScanOptions['draw']): Promise<Bitmap | null> =>
  readableIn(await lookedOn(page, picture, draw), { page, picture })

/** What a picture among the text of a page shows, a chart or a photo being nothing that can be read. */
function shownIn(seen: SeenPicture, on: PastedOn): 'table' | 'print' | 'nothing' {
  if (readableIn(seen, on) !== null) return 'table'
  return isFullOfPrint(seen) ? 'print' : 'nothing'
}

/** A picture among the text of a page. */
interface PastedOn {
  readonly page: Page
  readonly picture: Pasted
}

/** What is to be read on some pages. Where nothing can draw them any large picture may be a table. */
async function sightsOn(pages: readonly Page[], { draw, onPage }: Pick<ScanOptions, 'draw' | 'onPage'>) {
  const canvas = optional('pictures among text', '@napi-rs/canvas', () => import('@napi-rs/canvas'))
  const canDraw = (await ifInstalled(canvas, null)) !== null
  const scans = pages
    .filter(page => needsReading(page) || hasUnknownLetters(page))
    .map((page): Sight => ({ page, picture: null }))
  const pictures = pages.filter(page => !needsReading(page)).flatMap(page => pastedIn(page).map(picture => ({ page, picture })))
  const pasted: Sight[] = []
  const printed: number[] = []
  const faults: Finding[] = []
  for (const [at, { page, picture }] of pictures.entries()) {
    onPage?.(at, pictures.length)
    const shown = async () => (canDraw ? shownIn(await lookedOn(page, picture, draw), { page, picture }) : 'table')
    const seen = await containedLater({ stage: 'ocr', page: page.page }, shown, 'nothing')
    faults.push(...seen.faults)
    if (seen.value === 'table') pasted.push({ page, picture })
    if (seen.value === 'print') printed.push(page.page)
  }
  return { sights: [...scans, ...pasted], printed, faults }
}

/** A page as its picture shows it: nothing is laid out, and no text layer is left. */
function asPrinted({ turned, ...page }: Page): Page {
  if (turned === undefined) return page
  const { width, height, pictures } = turned
  return { ...page, width, height, pictures, glyphs: [], rulings: [] }
}

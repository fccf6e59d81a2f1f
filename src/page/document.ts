import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Contained, containedLater } from '../contained.ts'
import { BudgetError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { Box } from '../geometry.ts'
import { isUnreadable, unreadable } from './findings.ts'
import { fontObject } from './fonts/font.ts'
import { withoutOutlines } from './fonts/font-faces.ts'
import { lettersOf, tellUnmapped } from './fonts/unmapped.ts'
import { asOwner, ownStrays } from './late-rejections.ts'
import { readingWorker } from './loopback.ts'
import type { FontObject } from './operators/graphics-state.ts'
import type { Matrix } from './operators/matrix.ts'
import { walk } from './operators/walk.ts'
import { emptyPage, type Page } from './page.ts'
import { pagesAsked } from './pages-asked.ts'
import { AnnotationMode, getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from './pdfjs.ts'
import type { Decoded } from './seen/covered.ts'
import { shownPage } from './seen/shown.ts'

/** What a caller may choose about opening a PDF. */
export interface ReadOptions {
  readonly password?: string | undefined
  /** 1-based page numbers; all when absent. */
  readonly pages?: readonly number[] | undefined
  readonly onPage?: ((done: number, total: number) => void) | undefined
  /** Asked of each page as soon as it is read: whether the caller has done with it, so that it is not given once more and takes no memory. */
  readonly take?: ((page: Page) => boolean) | undefined
}

/** CMaps for Chinese fonts that are not embedded, and the metrics of the standard fonts, come with pdf.js. */
const PDFJS = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), '/')

interface OpenOptions {
  readonly password?: string | undefined
  /** Whether its glyphs are going to be drawn. */
  readonly outlines: boolean
}

/** Open a PDF, hand it to `use`, and close it whatever happens. `bytes` are not changed. */
export async function withDocument<T>(
  bytes: Uint8Array,
  { password = '', outlines }: OpenOptions,
  use: (pdf: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  if (bytes.length === 0) throw new BudgetError('empty', 'the file is empty')
  const open = async (fonts: object): Promise<T> => {
    const worker = outlines ? undefined : await readingWorker()
    const task = getDocument({
      worker,
      data: new Uint8Array(bytes),
      password,
      cMapUrl: join(PDFJS, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
      wasmUrl: join(PDFJS, 'wasm/'),
      iccUrl: join(PDFJS, 'iccs/'),
      fontExtraProperties: true, // names, ascent and descent
      useSystemFonts: false,
      verbosity: VerbosityLevel.ERRORS,
      ...fonts,
    })
    try {
      return await use(await task.promise.catch(cause => Promise.reject(openingError(cause, bytes))))
    } finally {
      await task.destroy()
      worker?.destroy()
    }
  }
  return await ownStrays(() => (outlines ? open({ disableFontFace: true }) : withoutOutlines(open)))
}

/** What a site answers in the place of a file that is not there any more is often saved under its name. */
const WEB_PAGE = /^\s*(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|\?xml[^>]*>\s*<!doctype html)/i

/** pdf.js tells the trouble by the name of its exception. */
function openingError(cause: Error, bytes: Uint8Array): BudgetError {
  if (cause.name === 'PasswordException') return new BudgetError('encrypted', 'the file needs a password', { cause })
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (!head.includes('%PDF'))
    return new BudgetError('not-a-pdf', WEB_PAGE.test(head) ? 'this is a web page, not a PDF' : 'this is not a PDF', { cause })
  return new BudgetError('corrupt', `the PDF is damaged: ${cause.message}`, { cause })
}

/**
 * Read the pages of a PDF: glyphs, rulings and pictures in points, origin top left, rotation undone. A page that cannot be
 * read is empty, and one of the `faults` says so; where all of them are damaged the PDF is.
 * Throws a BudgetError (`empty`, `not-a-pdf`, `encrypted`, `corrupt`, `no-pages`); where none of the wanted `pages` exists it
 * throws too, else those that do not are told.
 */
export function readPages(bytes: Uint8Array, options: ReadOptions = {}) {
  const onPage = options.onPage && asOwner(options.onPage)
  return withDocument(bytes, { password: options.password, outlines: false }, async pdf => {
    // A damaged tree of pages may say that it has fewer than none.
    if (!(pdf.numPages > 0)) throw new BudgetError('no-pages', 'the PDF has no pages')
    const { numbers, absent } = pagesAsked(pdf.numPages, options.pages)
    const layers = await pdf.getOptionalContentConfig()
    const isVisible = (group: unknown): boolean => layers.isVisible(group)
    const pages: Page[] = []
    const faults: Finding[] = []
    let unreadable = 0
    for (const [at, number] of numbers.entries()) {
      const read = await pageOf(pdf, number, isVisible)
      faults.push(...read.faults)
      if (read.faults.some(isUnreadable)) unreadable++
      if (!options.take?.(read.value)) pages.push(read.value)
      onPage?.(at + 1, numbers.length)
    }
    const [first] = faults
    if (first !== undefined && unreadable === numbers.length)
      throw new BudgetError('corrupt', `no page can be read: ${first.message.en}`)
    return { pages, pageCount: pdf.numPages, faults: [...faults, ...absent] }
  })
}

/** A page; an empty one and a finding in place of one that is damaged, or that a mistake of ours keeps from being read. */
async function pageOf(pdf: PDFDocumentProxy, number: number, isVisible: (group: unknown) => boolean): Promise<Contained<Page>> {
  let page: PDFPageProxy
  try {
    page = await pdf.getPage(number)
  } catch (cause) {
    return { value: emptyPage(number), faults: [unreadable(number, number === pdf.numPages, cause)] }
  }
  const read = await containedLater({ stage: 'page', page: number }, () => readPage(page, isVisible), emptyPage(number))
  page.cleanup()
  return read
}

const shownFont = (font: object): FontObject => ({ ...fontObject(font), letters: lettersOf(font) })

/** The pictures of a page as pdf.js has them decoded, those of the whole document too, whose names begin with a `g`; those that were asked for before they came are waited for. */
function picturesOf({ objs, commonObjs }: PDFPageProxy) {
  const storeOf = (id: string) => (id.startsWith('g_') ? commonObjs : objs)
  const late = new Set<string>()
  const picture = (id: string): Decoded | null => {
    const store = storeOf(id)
    if (store.has(id)) return store.get(id)
    late.add(id)
    return null
  }
  const arrival = async (): Promise<boolean> => {
    await Promise.all([...late].map(id => new Promise(arrived => storeOf(id).get(id, arrived))))
    return late.size > 0
  }
  return { picture, arrival }
}

async function readPage(page: PDFPageProxy, layerVisible: (group: unknown) => boolean): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 })
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE })
  const fonts = new Map<string, FontObject | null>()
  const font = (id: string): FontObject | null => {
    if (!fonts.has(id)) fonts.set(id, page.commonObjs.has(id) ? shownFont(page.commonObjs.get(id)) : null)
    return fonts.get(id) ?? null
  }
  const bounds: Box = [0, 0, viewport.width, viewport.height]
  const { picture, arrival } = picturesOf(page)
  const draw = () => walk(operators, { font, layerVisible, picture }, viewport.transform as unknown as Matrix, bounds)
  const drawn = draw()
  const isUnmapped = [...fonts.values()].filter(used => used !== null && tellUnmapped(used)).length > 0
  const painted = (await arrival()) || isUnmapped ? draw() : drawn
  return shownPage(painted, { page: page.pageNumber, width: viewport.width, height: viewport.height, rotate: page.rotate })
}

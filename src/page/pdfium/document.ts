import { contained } from '../../contained.ts'
import type { Finding } from '../../finding.ts'
import { numbersFrom } from '../../geometry.ts'
import type { ReadOptions } from '../document.ts'
import type { Page } from '../page.ts'
import { shownPage } from '../seen/shown.ts'
import { isBeyond } from './beyond.ts'
import { drawingOf } from './drawing.ts'
import { type Fonts, fontsOf } from './fonts.ts'
import { dropLibrary, type Library, library as loaded, MOST_KEPT, openDocument, untrapped, withBytes } from './library.ts'
import { sheetOf } from './sheet.ts'
import { VERTICAL } from './text.ts'

/** Annotations that paint nothing of their own: links and the windows of notes (`FPDF_ANNOT_*`). */
const UNPAINTED = new Set([2, 16])

/** A page that PDFium cannot open: the document is left to an engine that tells the damage. */
const DAMAGED = 'damaged'

/**
 * Read the pages of a PDF with PDFium, in the order they were asked for. What it cannot tell (layers, annotations, vertical text, encryption, damage) is
 * left to pdf.js, page by page where that suffices; so are all errors, which come as from there.
 */
export async function readPages(bytes: Uint8Array, options: ReadOptions = {}) {
  const own = isBeyond(bytes) ? null : await ownPages(bytes, options)
  if (own !== null && own.left.length === 0) return own.read
  const { readPages: readOthers } = await import('../document.ts')
  if (own === null) return await readOthers(bytes, options)
  const others = await readOthers(bytes, { ...options, onPage: undefined, pages: own.left })
  const byNumber = new Map([...own.read.pages, ...others.pages].map(page => [page.page, page]))
  const pages = (options.pages ?? [...byNumber.keys()].sort((a, b) => a - b)).flatMap(number => byNumber.get(number) ?? [])
  return { pages, pageCount: own.read.pageCount, faults: [...own.read.faults, ...others.faults] }
}

/** The pages of a document, and the numbers of those that are left to another engine; null where the whole document is. */
async function ownPages(bytes: Uint8Array, { pages: wanted, onPage, take }: ReadOptions) {
  const library = await loaded()
  const read = (document: number, fonts: Fonts) => {
    const pageCount = library.call.FPDF_GetPageCount(document)
    const numbers = wanted ?? numbersFrom(1, pageCount + 1)
    if (pageCount === 0 || numbers.some(number => number > pageCount)) return null
    const pages: Page[] = []
    const left: number[] = []
    const faults: Finding[] = []
    for (const [at, number] of numbers.entries()) {
      const whole = () => untrapped(() => readPage(library, fonts, { document, number }))
      // What fails by a mistake of ours is told, and read by the other engine.
      const found = contained({ stage: 'page', page: number }, whole, null)
      if (found.value === DAMAGED) return null
      if (found.value === null) left.push(number)
      else if (!take?.(found.value)) pages.push(found.value)
      faults.push(...found.faults)
      onPage?.(at + 1, numbers.length)
    }
    return { read: { pages, pageCount, faults }, left }
  }
  const all = untrapped(() =>
    withBytes(library, bytes, address => withDocument(library, { address, length: bytes.length }, read)),
  )
  if (library.heap().bytes.length > MOST_KEPT) dropLibrary()
  return all
}

/** Open a document and close it again; null when PDFium cannot. */
function withDocument<T>(
  library: Library,
  { address, length }: { readonly address: number; readonly length: number },
  use: (document: number, fonts: Fonts) => T,
): T | null {
  const document = openDocument(library, address, length)
  if (document === 0) return null
  const fonts = fontsOf(library, document)
  try {
    return use(document, fonts)
  } finally {
    fonts.close()
    library.call.FPDF_CloseDocument(document)
  }
}

/** A page; null for one that is left to another engine. */
function readPage(
  library: Library,
  fonts: Fonts,
  { document, number }: { readonly document: number; readonly number: number },
): Page | null | typeof DAMAGED {
  const { call } = library
  const page = call.FPDF_LoadPage(document, number - 1)
  if (page === 0) return DAMAGED
  try {
    if (hasPaintedAnnotation(library, page)) return null
    const { base, ...sheet } = sheetOf(library, page, number)
    const painted = drawingOf(library, fonts, { page, matrix: base, clip: [0, 0, sheet.width, sheet.height] })
    return painted === VERTICAL ? null : shownPage(painted, sheet)
  } finally {
    call.FPDF_ClosePage(page)
  }
}

function hasPaintedAnnotation({ call }: Library, page: number): boolean {
  const count = call.FPDFPage_GetAnnotCount(page)
  for (let index = 0; index < count; index++) {
    const annotation = call.FPDFPage_GetAnnot(page, index)
    const kind = call.FPDFAnnot_GetSubtype(annotation)
    call.FPDFPage_CloseAnnot(annotation)
    if (!UNPAINTED.has(kind)) return true
  }
  return false
}

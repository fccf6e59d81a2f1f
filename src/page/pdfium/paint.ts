import { ifInstalled } from '../../errors.ts'
import { turnedSize, turnOf } from '../../turn.ts'
import type { Bitmap } from '../bitmap.ts'
import type { Page } from '../page.ts'
import { isBeyond } from './beyond.ts'
import { dropLibrary, type Library, library as loaded, MOST_KEPT, openDocument, untrapped } from './library.ts'
import { sheetOf } from './sheet.ts'

/** A page as it is to be painted: its size and turn as they were read. */
type Painted = Pick<Page, 'page' | 'width' | 'height' | 'rotation'>

/** Draw annotations too; red before blue (`FPDF_ANNOT`, `FPDF_REVERSE_BYTE_ORDER`). */
const FLAGS = 0x01 | 0x10
const WHITE = 0xffffffff

/** Sheets that differ by more, in points, are not the same. */
const SAME_SHEET = 1

/** Open a PDF for painting with PDFium until `close`, a third of the work of pdf.js; null where it has to be left to pdf.js. */
export async function openPainter(bytes: Uint8Array) {
  const library = isBeyond(bytes) ? null : await ifInstalled(loaded(), null)
  if (library === null) return null
  const { call, heap } = library
  const address = call.malloc(bytes.length)
  if (address === 0) return null
  heap().bytes.set(bytes, address)
  const document = untrapped(() => openDocument(library, address, bytes.length))
  const close = (): void => {
    if (document) untrapped(() => call.FPDF_CloseDocument(document))
    untrapped(() => call.free(address))
  }
  if (!document) {
    close()
    return null
  }
  return {
    /** A page upright, so many pixels a point; null where PDFium cannot, or sees another sheet than was read. */
    paint: (page: Painted, scale: number): Bitmap | null => {
      const bitmap = untrapped(() => painted(library, document, { page, scale }))
      if (heap().bytes.length > MOST_KEPT) dropLibrary()
      return bitmap
    },
    close,
  }
}

function painted(
  library: Library,
  document: number,
  { page, scale }: { readonly page: Painted; readonly scale: number },
): Bitmap | null {
  const { call } = library
  const own = call.FPDF_LoadPage(document, page.page - 1)
  if (own === 0) return null
  try {
    const sheet = sheetOf(library, own, page.page)
    const turn = turnOf(page.rotation - sheet.rotate)
    const [width, height] = turnedSize(turn, sheet.width, sheet.height)
    const isSame = Math.abs(width - page.width) <= SAME_SHEET && Math.abs(height - page.height) <= SAME_SHEET
    return isSame ? bitmapOf(library, own, { width: width * scale, height: height * scale, turn, scale }) : null
  } finally {
    call.FPDF_ClosePage(own)
  }
}

/** The size of a picture in pixels, how far the page is turned on it, and pixels a point. */
interface Shape {
  readonly width: number
  readonly height: number
  readonly turn: number
  readonly scale: number
}

function bitmapOf({ call, heap }: Library, page: number, { turn, scale, ...size }: Shape): Bitmap | null {
  const [width, height] = [size.width, size.height].map(side => Math.max(1, Math.round(side))) as [number, number]
  const bitmap = call.FPDFBitmap_Create(width, height, 0)
  if (bitmap === 0) return null
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turn / 90, FLAGS)
    const from = call.FPDFBitmap_GetBuffer(bitmap)
    return { width, height, data: heap().bytes.slice(from, from + width * height * 4), scale }
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}

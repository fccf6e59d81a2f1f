import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BudgetError } from '../../errors.ts'
import { type Layout, layoutOf } from './layout.ts'

/** A function of PDFium: pointers, numbers and flags in, one of them out. */
type Call = (...args: number[]) => number

/** The functions of PDFium that are used here, under their own names (public/fpdf*.h). */
const NAMES = [
  ...['malloc', 'free', 'PDFiumExt_Init'],
  ...['FPDF_LoadMemDocument', 'FPDF_CloseDocument', 'FPDF_GetPageCount', 'FPDF_DocumentHasValidCrossReferenceTable'],
  ...['FPDF_CreateNewDocument', 'FPDFPage_New'],
  ...['FPDF_LoadPage', 'FPDF_ClosePage', 'FPDF_GetPageBoundingBox', 'FPDFPage_GetRotation'],
  ...['FPDFPage_GetAnnotCount', 'FPDFPage_GetAnnot', 'FPDFPage_CloseAnnot', 'FPDFAnnot_GetSubtype'],
  ...['FPDFPage_CountObjects', 'FPDFPage_GetObject', 'FPDFFormObj_CountObjects', 'FPDFFormObj_GetObject'],
  ...['FPDFPageObj_GetType', 'FPDFPageObj_GetMatrix', 'FPDFPageObj_GetFillColor', 'FPDFPageObj_GetStrokeColor'],
  ...['FPDFPageObj_GetStrokeWidth', 'FPDFPageObj_HasTransparency', 'FPDFPageObj_GetClipPath'],
  ...['FPDFClipPath_CountPaths', 'FPDFClipPath_CountPathSegments', 'FPDFClipPath_GetPathSegment'],
  ...['FPDFPath_CountSegments', 'FPDFPath_GetPathSegment', 'FPDFPath_GetDrawMode'],
  ...['FPDFImageObj_GetImagePixelSize'],
  ...['FPDFTextObj_GetFont', 'FPDFTextObj_GetFontSize', 'FPDFTextObj_GetTextRenderMode'],
  ...['FPDFFont_GetBaseFontName', 'FPDFFont_GetAscent', 'FPDFFont_GetDescent', 'FPDFFont_GetFontData'],
  ...['FPDFPageObj_CreateTextObj', 'FPDFText_SetCharcodes', 'FPDFPageObj_SetMatrix', 'FPDFPage_InsertObject'],
  ...['FPDFPage_RemoveObject', 'FPDFPageObj_Destroy', 'FPDFText_LoadPage', 'FPDFText_ClosePage'],
  ...['FPDFText_CountChars', 'FPDFText_GetUnicode', 'FPDFText_GetTextObject', 'FPDFText_IsGenerated'],
  ...['FPDFText_GetCharBox', 'FPDFText_GetCharOrigin'],
] as const

/** The functions of PDFium by name. */
export type Calls = Readonly<Record<(typeof NAMES)[number], Call>>

/** The memory of PDFium. A view is good until the next call that may take memory. */
export interface Heap {
  readonly bytes: Uint8Array
  readonly words: Uint32Array
  readonly floats: Float32Array
}

/** PDFium, ready to read. */
export interface Library {
  readonly call: Calls
  readonly heap: () => Heap
  /** Address of a few hundred bytes that calls write their answers to. */
  readonly answers: number
  readonly layout: Layout
  /** A page that belongs to no document that is read, for trying characters on. */
  readonly scratch: number
}

/** Bytes at `Library.answers`. */
export const ANSWERS = 1024

/** Compiling and starting PDFium takes a tenth of a second, so one instance serves all documents of a process. */
let instance: Promise<Library> | undefined

/** PDFium, started when it is first wanted. */
export function library(): Promise<Library> {
  instance ??= start()
  return instance
}

/** Let the instance go, with all the memory it has taken: it may hold a broken state, or too much. */
export function dropLibrary(): void {
  instance = undefined
}

async function start(): Promise<Library> {
  const { init } = await import('@embedpdf/pdfium').catch((cause: unknown) => {
    throw new BudgetError('not-installed', 'the engine pdfium is a package: npm install --ignore-scripts @embedpdf/pdfium', {
      cause,
    })
  })
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')))
  const { pdfium } = await init({ wasmBinary: new Uint8Array(wasm).buffer })
  const call = pdfium.wasmExports as unknown as Calls & { readonly memory: { readonly buffer: ArrayBuffer } }
  const missing = NAMES.filter(name => typeof call[name] !== 'function')
  if (missing.length > 0) throw new Error(`this build of PDFium has no ${missing.join(', ')}`)
  let views = viewsOf(call.memory.buffer)
  const heap = (): Heap => {
    const { buffer } = call.memory
    if (views.bytes.buffer !== buffer) views = viewsOf(buffer)
    return views
  }
  call.PDFiumExt_Init()
  const answers = call.malloc(ANSWERS)
  const scratch = call.FPDFPage_New(call.FPDF_CreateNewDocument(), 0, 1000, 1000)
  return { call, heap, answers, scratch, layout: layoutOf(call, heap) }
}

const viewsOf = (buffer: ArrayBuffer): Heap => ({
  bytes: new Uint8Array(buffer),
  words: new Uint32Array(buffer),
  floats: new Float32Array(buffer),
})

/** Do something with bytes that PDFium can reach; they are let go again. */
export function withBytes<T>(
  { call, heap }: Pick<Library, 'call' | 'heap'>,
  bytes: Uint8Array,
  use: (address: number) => T,
): T {
  const address = call.malloc(bytes.length)
  if (address === 0) throw new Error(`PDFium has no room for ${bytes.length} bytes`)
  heap().bytes.set(bytes, address)
  try {
    return use(address)
  } finally {
    call.free(address)
  }
}

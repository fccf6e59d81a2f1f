import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { optional } from '../../errors.ts'
import { type Calls, type Heap, NAMES } from './calls.ts'
import { type Layout, layoutOf } from './layout.ts'

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
const ANSWERS = 1024

/** Memory that an instance may keep for the next document: that of the largest documents seen without scans. */
export const MOST_KEPT = 256 * 1024 * 1024

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
  const packages = '--ignore-scripts @embedpdf/pdfium'
  const { init } = await optional('the engine pdfium', packages, () => import('@embedpdf/pdfium'))
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

/** Open a document whose bytes PDFium can reach; 0 where it cannot, or had to guess where the objects are. */
export function openDocument({ call }: Pick<Library, 'call'>, address: number, length: number): number {
  const document = call.FPDF_LoadMemDocument(address, length, 0)
  if (document === 0 || call.FPDF_DocumentHasValidCrossReferenceTable(document)) return document
  call.FPDF_CloseDocument(document)
  return 0
}

/** What a step gives; null where PDFium ran into a trap. Nobody knows in which state that leaves it, so it starts anew. */
export function untrapped<T>(step: () => T): T | null {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof Error && error.name === 'RuntimeError')) throw error
    dropLibrary()
    return null
  }
}

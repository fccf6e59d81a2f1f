import type { Canvas } from '@napi-rs/canvas'
import type { Bitmap } from '../page/bitmap.ts'
import { emptyPage, type Page } from '../page/page.ts'
import { openPainter } from '../page/pdfium/paint.ts'
import { isPicture, openPictures } from '../page/picture-document.ts'
import { withPainter } from '../page/render.ts'
import type { PageJson } from '../write/document/document.ts'

/** A picture that is ordered from the thread that draws. */
export interface Order {
  readonly name: string
  /** The PDF or picture, where the thread has not opened it yet. */
  readonly bytes: Uint8Array | null
  readonly password: string | undefined
  readonly page: Pick<PageJson, 'page' | 'width' | 'height' | 'rotation'>
  /** Pixels a point. */
  readonly scale: number
  /** Top and bottom of a strip of the page, in points; null for all of it. */
  readonly strip: readonly [top: number, bottom: number] | null
  /** Documents that are not wanted any more. */
  readonly close: readonly string[]
}

/** What became of an order: a JPEG, or what went wrong. */
export type Delivery = { readonly jpeg: Uint8Array<ArrayBuffer> } | { readonly error: unknown }

/** JPEG quality, of 100: print stays sharp, and encoding takes a fifth of the time of PNG. */
const QUALITY = 90

type Paint = (page: Page, scale: number, how: { readonly again: boolean }) => Promise<Canvas>

async function canvasOf({ data, width, height }: Bitmap): Promise<Canvas> {
  const { createCanvas, ImageData } = await import('@napi-rs/canvas')
  const canvas = createCanvas(width, height)
  const seen = new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.length)
  canvas.getContext('2d').putImageData(new ImageData(seen, width, height), 0, 0)
  return canvas
}

/** Paints the pages of a PDF with pdf.js until `closed` settles. */
const byPdfjs = (bytes: Uint8Array, password: string | undefined, closed: Promise<void>): Promise<Paint> =>
  new Promise((resolve, reject) => {
    const use = async (paint: Paint): Promise<void> => {
      resolve(paint)
      await closed
    }
    withPainter(bytes, password, use).catch(reject)
  })

/** Paints the pages of a PDF or picture until `closed` settles: a PDF with PDFium, where it can, for who looks waits; what it cannot pdf.js does. */
async function painterOf(bytes: Uint8Array, password: string | undefined, closed: Promise<void>): Promise<Paint> {
  if (isPicture(bytes)) {
    const { draw } = await openPictures(bytes)
    return async page => canvasOf(await draw(page))
  }
  const quick = await openPainter(bytes)
  if (quick === null) return await byPdfjs(bytes, password, closed)
  void closed.then(quick.close)
  let other: Promise<Paint> | undefined
  return async (page, scale, how) => {
    const bitmap = quick.paint(page, scale)
    if (bitmap !== null) return await canvasOf(bitmap)
    other ??= byPdfjs(bytes, password, closed)
    return await (await other)(page, scale, how)
  }
}

function opened(bytes: Uint8Array, password: string | undefined) {
  const { promise: closed, resolve: close } = Promise.withResolvers<void>()
  return { paint: painterOf(bytes, password, closed), close }
}

/** A page as the painting wants it: what was read of it is not needed. */
const bare = ({ page, width, height, rotation }: Order['page']): Page => ({ ...emptyPage(page), width, height, rotation })

async function cutOut(canvas: Canvas, height: number, [top, bottom]: readonly [number, number]): Promise<Canvas> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const scale = canvas.height / height
  const [from, to] = [Math.max(0, Math.floor(top * scale)), Math.min(canvas.height, Math.ceil(bottom * scale))]
  const strip = createCanvas(canvas.width, to - from)
  strip.getContext('2d').drawImage(canvas, 0, -from)
  return strip
}

/** A function that draws what is ordered as JPEG, with its documents kept open in between. */
export function drawer(): (order: Order) => Promise<Uint8Array<ArrayBuffer>> {
  const open = new Map<string, ReturnType<typeof opened>>()
  return async ({ name, bytes, password, page, scale, strip, close }) => {
    for (const old of close) {
      open.get(old)?.close()
      open.delete(old)
    }
    const document = open.get(name) ?? (bytes && opened(bytes, password))
    if (!document) throw new Error(`${name} is not open`)
    open.set(name, document)
    const paint = await document.paint
    const canvas = await paint(bare(page), scale, { again: true })
    const wanted = strip === null ? canvas : await cutOut(canvas, page.height, strip)
    return new Uint8Array(await wanted.encode('jpeg', QUALITY))
  }
}

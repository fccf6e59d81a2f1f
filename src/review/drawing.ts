import type { Canvas } from '@napi-rs/canvas'
import type { Bitmap } from '../page/bitmap.ts'
import type { Page } from '../page/page.ts'
import { isPicture, openPictures } from '../page/picture-document.ts'
import { withPainter } from '../page/render.ts'
import type { PageJson } from '../write/document.ts'

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

type Paint = (page: Page, scale: number, again: boolean) => Promise<Canvas>

/** A document kept open until `close`. */
interface Opened {
  readonly paint: Promise<Paint>
  readonly close: () => void
}

/** A picture as a canvas. */
async function canvasOf({ data, width, height }: Bitmap): Promise<Canvas> {
  const { createCanvas, ImageData } = await import('@napi-rs/canvas')
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
  return canvas
}

/** Open a PDF or picture and keep it so. */
function opened(bytes: Uint8Array, password: string | undefined): Opened {
  let close = (): void => {}
  const closed = new Promise<void>(resolve => {
    close = resolve
  })
  const paint = new Promise<Paint>((resolve, reject) => {
    const use = async (paintPage: Paint): Promise<void> => {
      resolve(paintPage)
      await closed
    }
    const work = isPicture(bytes)
      ? openPictures(bytes).then(({ draw }) => use(async page => canvasOf(await draw(page))))
      : withPainter(bytes, password, use)
    work.catch(reject)
  })
  return { paint, close }
}

/** A page as the painting wants it: what was read of it is not needed. */
const bare = ({ page, width, height, rotation }: Order['page']): Page => ({
  ...{ page, width, height, rotation },
  ...{ glyphs: [], rulings: [], shades: [], pictures: [], garbled: [] },
})

/** A strip of a painted page. */
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
  const open = new Map<string, Opened>()
  return async ({ name, bytes, password, page, scale, strip, close }) => {
    for (const old of close) {
      open.get(old)?.close()
      open.delete(old)
    }
    const document = open.get(name) ?? (bytes && opened(bytes, password))
    if (!document) throw new Error(`${name} is not open`)
    open.set(name, document)
    const paint = await document.paint
    const canvas = await paint(bare(page), scale, true)
    const wanted = strip === null ? canvas : await cutOut(canvas, page.height, strip)
    return new Uint8Array(await wanted.encode('jpeg', QUALITY))
  }
}

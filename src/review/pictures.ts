import type { Bitmap } from '../page/bitmap.ts'
import type { Page } from '../page/page.ts'
import { isPicture, openPictures } from '../page/picture-document.ts'
import { withRenderer } from '../page/render.ts'
import type { PageJson } from '../write/document.ts'

/** Pixels a point in which a page is drawn for looking: 144 dpi, sharp on common screens; print of 7 pt stays legible. */
export const SCALE = 2
export const SCALES: readonly number[] = [SCALE, 4]

/** JPEG quality, of 100: print stays sharp, and encoding takes a fifth of the time of PNG. */
const QUALITY = 90

/** Drawn pages kept, so that a page that was drawn ahead or looked at is there at once. */
const KEPT = 24

/** Documents kept open, so that a page that is turned to is drawn and not opened first. */
const OPEN = 3

type Draw = (page: Page, scale: number, again: boolean) => Promise<Bitmap>

/** A document kept open until `close`. */
interface Opened {
  readonly draw: Promise<Draw>
  readonly close: () => void
}

/** Open a PDF or picture and keep it so. */
function opened(bytes: Uint8Array, password: string | undefined): Opened {
  let close = (): void => {}
  const closed = new Promise<void>(resolve => {
    close = resolve
  })
  const draw = new Promise<Draw>((resolve, reject) => {
    const use = async (drawPage: Draw): Promise<void> => {
      resolve(drawPage)
      await closed
    }
    const work = isPicture(bytes) ? openPictures(bytes).then(({ draw: own }) => use(own)) : withRenderer(bytes, password, use)
    work.catch(reject)
  })
  return { draw, close }
}

/** A page as the drawing wants it: what was read of it is not needed. */
const bare = ({ page, width, height, rotation }: PageJson): Page => ({
  ...{ page, width, height, rotation },
  ...{ glyphs: [], rulings: [], shades: [], pictures: [], garbled: [] },
})

/** Pixels as a JPEG. */
export async function jpegOf({ data, width, height }: Bitmap): Promise<Uint8Array> {
  const { createCanvas, ImageData } = await import('@napi-rs/canvas')
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
  return await canvas.encode('jpeg', QUALITY)
}

/** Draws pages of documents, a few of them kept open. */
export interface Pictures {
  /** A page as a JPEG; `bytesOf` is asked for the PDF when it is not open. Null when there is no PDF. */
  readonly page: (name: string, page: PageJson, scale: number) => Promise<Uint8Array | null>
  /** The same page as pixels. */
  readonly bitmap: (name: string, page: PageJson, scale: number) => Promise<Bitmap | null>
  readonly close: () => void
}

/** Pages drawn from the bytes that `bytesOf` finds; one page at a time, so that a fast reader does not fill the memory. */
export function picturesOf(bytesOf: (name: string) => Uint8Array | null, password?: string): Pictures {
  const open = new Map<string, Opened>()
  const kept = new Map<string, Promise<Uint8Array | null>>()
  let queue: Promise<unknown> = Promise.resolve()
  const documentOf = (name: string): Opened | null => {
    const known = open.get(name)
    const bytes = known ? null : bytesOf(name)
    const document = known ?? (bytes && opened(bytes, password))
    if (!document) return null
    open.delete(name)
    open.set(name, document)
    for (const [other, { close }] of [...open].slice(0, -OPEN)) {
      open.delete(other)
      close()
    }
    return document
  }
  const bitmap: Pictures['bitmap'] = (name, page, scale) => {
    const work = queue.then(async () => {
      const draw = await documentOf(name)?.draw
      return draw ? await draw(bare(page), scale, true) : null
    })
    queue = work.catch(() => {})
    return work
  }
  return {
    bitmap,
    page: (name, page, scale) => {
      const key = `${page.page} ${scale} ${name}`
      const picture = kept.get(key) ?? bitmap(name, page, scale).then(drawn => drawn && jpegOf(drawn))
      kept.delete(key)
      kept.set(key, picture)
      for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
      picture.catch(() => kept.delete(key))
      return picture
    },
    close: () => {
      for (const { close } of open.values()) close()
      open.clear()
    },
  }
}

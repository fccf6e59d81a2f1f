import type { Canvas } from '@napi-rs/canvas'
import { areaOf, type Box, heightOf, widthOf } from '../geometry.ts'
import { type Bitmap, COARSEST, enlargement, FINEST } from './bitmap.ts'
import { withDocument } from './document.ts'
import { asOwner } from './late-rejections.ts'
import type { Page, Picture } from './page.ts'
import type { PDFPageProxy } from './pdfjs.ts'

/** Pictures over this share of the page decide its resolution; logos and stamps in another resolution do not. */
const DECIDING_SHARE = 0.1

/** Scale of a picture in pixels a point. */
const scaleOf = ({ box, pixels }: Picture): number => {
  const long = Math.max(widthOf(box), heightOf(box))
  return long > 0 ? Math.max(pixels[0], pixels[1]) / long : 0
}

/**
 * pdf.js mixes the pixels of a picture that it enlarges by a third or less, and the two levels of a fax of 150 dpi become grey. Whether they
 * did hung on how its paper was rounded: what would grow by as good as a third is drawn a hair larger.
 */
const MIXED = 4 / 3
const HAIR = 1.001
/** pdf.js compares numbers of 32 bits. */
const ROUNDING = 1e-6

/** How much larger a picture is drawn than it is, in the direction in which it grows more. */
const growthOf = ({ box, pixels }: Picture, scale: number): number =>
  scale * Math.max(widthOf(box) / pixels[0], heightOf(box) / pixels[1])

/** Pixels a point in which to draw a page: that of its finest large picture, within reason. */
function readingScale(page: Pick<Page, 'width' | 'height' | 'pictures'>): number {
  const large = page.pictures.filter(({ box }) => areaOf(box) >= DECIDING_SHARE * page.width * page.height)
  const enlarged = enlargement(page)
  const scale = Math.min(FINEST / enlarged, Math.max(COARSEST / enlarged, ...large.map(scaleOf)))
  const isMixed = large.some(picture => {
    const growth = growthOf(picture, scale)
    return growth * HAIR > MIXED && growth <= MIXED + ROUNDING
  })
  return isMixed ? scale * HAIR : scale
}

/** How a page is painted. */
interface Painting {
  /** Its decoded pictures are kept until another page is painted: who paints it once more, finer, has not to decode a scan twice. */
  readonly again?: boolean
  /** The part of the upright page that is wanted, in points; all of it when left out. */
  readonly box?: Box
}

/** Paints a page, or a part of it. */
type Paint<T> = (page: Page, scale?: number, how?: Painting) => Promise<T>

/** Open a PDF and hand out a function that paints its pages upright; the document is closed when `use` settles. */
export function withPainter<T>(
  bytes: Uint8Array,
  password: string | undefined,
  use: (paint: Paint<Canvas>) => Promise<T>,
): Promise<T> {
  const asCaller = asOwner(use)
  let kept: PDFPageProxy | null = null
  return withDocument(bytes, { password, outlines: true }, pdf =>
    asCaller(
      asOwner(async (page: Page, scale = readingScale(page), { again = false, box }: Painting = {}) => {
        const proxy = await pdf.getPage(page.page)
        if (kept !== proxy) kept?.cleanup()
        kept = again ? proxy : null
        try {
          return await painted(proxy, page.rotation, scale, box)
        } finally {
          if (!again) proxy.cleanup()
        }
      }),
    ),
  )
}

/** Open a PDF and hand out a function that draws its pages upright, as pixels; the document is closed when `use` settles. */
export const withRenderer = <T>(
  bytes: Uint8Array,
  password: string | undefined,
  use: (draw: Paint<Bitmap>) => Promise<T>,
): Promise<T> =>
  withPainter(bytes, password, paint =>
    use(async (page, scale = readingScale(page), how = {}) => {
      const canvas = await paint(page, scale, how)
      const { width, height } = canvas
      const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
      return { width, height, data, scale }
    }),
  )

async function painted(page: PDFPageProxy, rotation: number, scale: number, box?: Box): Promise<Canvas> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const [offsetX, offsetY] = box === undefined ? [0, 0] : [-scale * box[0], -scale * box[1]]
  const viewport = page.getViewport({ scale, rotation, offsetX, offsetY })
  const [width, height] = box === undefined ? [viewport.width, viewport.height] : [scale * widthOf(box), scale * heightOf(box)]
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
  const context = canvas.getContext('2d')
  // pdf.js types its canvas as the browser's; the one of @napi-rs/canvas has the same methods
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport, background: '#ffffff' }).promise
  return canvas
}

import { BudgetError, messageOf, optional } from '../errors.ts'
import { type Bitmap, COARSEST, FINEST } from './bitmap.ts'
import { emptyPage, type Page } from './page.ts'

/** First bytes of the kinds of pictures that scanners write. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]

/** Long side of an A4 page in points: the size of a picture that does not tell its own. */
const A4_LONG = 842
/** Resolutions a scanner may have, in dots an inch; others (the 72 of a screen) say nothing about the paper. */
const LEAST_DENSITY = 100
const MOST_DENSITY = 1200

/** Whether a file is a picture (PNG, JPEG, TIFF) and not a PDF. */
export const isPicture = (bytes: Uint8Array): boolean =>
  SIGNATURES.some(signature => signature.every((byte, index) => bytes[index] === byte))

/** Open a picture file as a document of pages without text; a TIFF has a page for each of its pictures. What the camera says about up is undone. */
export async function openPictures(bytes: Uint8Array) {
  const { default: sharp } = await optional('a picture', '--ignore-scripts sharp', () => import('sharp'))
  const corrupt = (cause: unknown): never => {
    throw new BudgetError('corrupt', `the picture is damaged: ${messageOf(cause)}`, { cause })
  }
  const open = (index: number) => sharp(bytes, { page: index, failOn: 'error' })
  const { pages: count = 1 } = await sharp(bytes).metadata().catch(corrupt)
  const scales: number[] = []
  const pages: Page[] = []
  for (let index = 0; index < count; index++) {
    const { autoOrient, density = 0 } = await open(index).metadata().catch(corrupt)
    const pixels = [autoOrient.width, autoOrient.height] as const
    const scale = density >= LEAST_DENSITY && density <= MOST_DENSITY ? density / 72 : Math.max(...pixels) / A4_LONG
    scales.push(scale)
    const [width, height] = [pixels[0] / scale, pixels[1] / scale]
    pages.push({ ...emptyPage(index + 1), width, height, pictures: [{ box: [0, 0, width, height], pixels }] })
  }
  const draw = async (page: Page): Promise<Bitmap> => {
    const scale = Math.min(FINEST, Math.max(COARSEST, scales[page.page - 1] ?? COARSEST))
    const { data, info } = await open(page.page - 1)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(Math.round(page.width * scale), Math.round(page.height * scale), { fit: 'fill' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(corrupt)
    return { width: info.width, height: info.height, data, scale }
  }
  return { pages, draw }
}

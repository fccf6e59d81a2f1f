import { readFileSync } from 'node:fs'
import { gridsOf } from '../../src/grid/grids.ts'
import { openPaddle } from '../../src/ocr/engine/paddle.ts'
import { recognise } from '../../src/ocr/recognise.ts'
import type { Bitmap } from '../../src/page/bitmap.ts'
import { readPages } from '../../src/page/document.ts'
import type { Page } from '../../src/page/page.ts'
import { withRenderer } from '../../src/page/render.ts'
import { asPicture, SCALE } from './print-to-pictures.ts'

const PIXELS_A_MM = (SCALE * 72) / 25.4

/** Grey of a sheet at a place in pixels; white outside. */
export type Sheet = (x: number, y: number) => number

/** What a copier or a camera makes of a sheet of so many pixels: the size of the picture and its grey. */
export type Copy = (
  sheet: Sheet,
  width: number,
  height: number,
) => { readonly size: readonly [number, number]; readonly at: Sheet }

export const upsideDown: Copy = (sheet, width, height) => ({
  size: [width, height],
  at: (x, y) => sheet(width - 1 - x, height - 1 - y),
})

/** Seen by a phone from below and from the right, lit from the right. */
export const photographed: Copy = (sheet, width, height) => ({
  size: [width, height],
  at: (x, y) => {
    const [u, v] = [x / width - 0.5, y / height - 0.5]
    const distance = (1 + 0.06 * v + 0.04 * u) / 1.08
    const light = 0.52 + 0.43 * (x / width) - 0.1 * v
    return sheet((u / distance + 0.5) * width, (v / distance + 0.5) * height) * light + 6
  },
})

/** Two pages beside each other on one sheet. */
export const twice: Copy = (sheet, width, height) => ({
  size: [2 * width, height],
  at: (x, y) => sheet(x % width, y),
})

/** Print of the other side shows through, a sixth as dark. */
export const shownThrough: Copy = (sheet, width, height) => ({
  size: [width, height],
  at: (x, y) => Math.min(sheet(x, y), 255 - (255 - sheet(width - 1 - x, y + 7)) / 6),
})

/** A black and white copy of a seal: its rim, 38 mm across, half as dark as print. */
export const sealedInGrey: Copy = (sheet, width, height) => ({
  size: [width, height],
  at: (x, y) => {
    const distance = Math.hypot(x - width / 3, y - height / 3)
    return Math.abs(distance - 19 * PIXELS_A_MM) < 0.6 * PIXELS_A_MM ? Math.min(sheet(x, y), 130) : sheet(x, y)
  },
})

/** A cell of a grid with its text as it was read. */
export interface SeenCell {
  readonly place: string
  readonly text: string
  readonly confidence: number
}

const cellsOf = (page: Page): SeenCell[][] =>
  gridsOf(page).map(({ cells }) =>
    cells.map(({ row, column, rowSpan, columnSpan, text, confidence }) => ({
      place: [row, column, rowSpan, columnSpan].join(),
      text: text.replace(/\s/gu, ''),
      confidence,
    })),
  )

/** The cells of a page of a sample, grid by grid, as its text layer has them, and as they are read from a copy of it. */
export async function copied(sample: string, number: number, copy: Copy) {
  const bytes = readFileSync(new URL(`../../samples/${sample}`, import.meta.url))
  const { pages } = await readPages(bytes, { pages: [number] })
  const [page] = pages
  if (page === undefined) throw new Error(`no page ${number} in ${sample}`)
  const picture = copyOf(await withRenderer(bytes, undefined, draw => draw(page, SCALE)), copy)
  const engine = openPaddle(2)
  try {
    const scanned = asPicture({ ...page, width: picture.width / SCALE, height: picture.height / SCALE })
    const { page: read } = await recognise(scanned, picture, engine)
    return { printed: cellsOf(page), read: cellsOf(read) }
  } finally {
    await engine.close()
  }
}

function copyOf(bitmap: Bitmap, copy: Copy): Bitmap {
  const [width, height] = [bitmap.width, bitmap.height]
  const {
    size: [copyWidth, copyHeight],
    at,
  } = copy(sheetOf(bitmap), width, height)
  const data = new Uint8ClampedArray(4 * copyWidth * copyHeight).fill(255)
  for (let y = 0; y < copyHeight; y++)
    for (let x = 0; x < copyWidth; x++) data.fill(at(x, y), 4 * (y * copyWidth + x), 4 * (y * copyWidth + x) + 3)
  return { width: copyWidth, height: copyHeight, data, scale: bitmap.scale }
}

/** Linear interpolation between the pixels of a bitmap. */
function sheetOf({ width, height, data }: Bitmap): Sheet {
  const green = (x: number, y: number): number => data[4 * (y * width + x) + 1] ?? 255
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)]
    if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255
    const [fx, fy] = [x - left, y - top]
    const upper = green(left, top) * (1 - fx) + green(left + 1, top) * fx
    const lower = green(left, top + 1) * (1 - fx) + green(left + 1, top + 1) * fx
    return upper * (1 - fy) + lower * fy
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Bitmap } from '../../src/page/bitmap.ts'
import { readPages } from '../../src/page/document.ts'
import type { Page } from '../../src/page/page.ts'
import { library } from '../../src/page/pdfium/library.ts'
import { openPainter } from '../../src/page/pdfium/paint.ts'
import { withRenderer } from '../../src/page/render.ts'
import { encryptedPdf, pagePdf } from '../make/pdf.ts'

const samples = new URL('../../samples/', import.meta.url)
const SCALE = 1

/** Blocks of a picture on each side: what stands where, whatever the weight of its lines. */
const BLOCKS = 12

/** Where ink is, block by block. */
function inkOf({ width, height, data }: Bitmap): number[] {
  const ink = Array.from({ length: BLOCKS * BLOCKS }, () => 0)
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [Math.floor(((at % width) * BLOCKS) / width), Math.floor((Math.floor(at / width) * BLOCKS) / height)]
    ink[y * BLOCKS + x] = (ink[y * BLOCKS + x] ?? 0) + 255 - (data[at * 4] ?? 0)
  }
  return ink
}

/** Share of the ink that two pictures have in the same blocks. */
function alike(one: Bitmap, other: Bitmap): number {
  const [a, b] = [inkOf(one), inkOf(other)]
  const sum = (pick: (...two: number[]) => number): number => a.reduce((all, ink, at) => all + pick(ink, b[at] ?? 0), 0)
  return sum(Math.min) / sum(Math.max)
}

async function bothOf(pdf: Uint8Array, page: Page): Promise<readonly Bitmap[]> {
  const painter = await openPainter(pdf)
  const painted = painter?.paint(page, SCALE) ?? null
  painter?.close()
  const drawn = await withRenderer(pdf, undefined, draw => draw(page, SCALE))
  return painted === null ? [drawn] : [painted, drawn]
}

test.each(readdirSync(samples).filter(name => name.endsWith('.pdf')))('%s is drawn alike by both engines', async name => {
  const pdf = readFileSync(new URL(name, samples))
  const { pages } = await readPages(pdf, { pages: [1, 2, 3] })
  for (const page of pages) {
    const [painted, drawn] = await bothOf(pdf, page)
    if (painted === undefined || drawn === undefined) throw new Error('left to pdf.js')
    expect([painted.width, painted.height]).toEqual([drawn.width, drawn.height])
    expect(alike(painted, drawn)).toBeGreaterThan(0.6)
  }
})

test.each([0, 90, 180, 270])('a page that is turned by %i degrees is drawn upright', async turn => {
  const pdf = pagePdf('0 0 60 30 re f', { page: `/Rotate ${turn}` })
  const { pages } = await readPages(pdf)
  const [page] = pages
  if (page === undefined) throw new Error('no page')
  const sideways = { ...page, rotation: 90 as const, width: page.height, height: page.width }
  for (const wanted of turn % 180 === 0 ? [page, sideways] : [page]) {
    const [painted, drawn] = await bothOf(pdf, wanted)
    if (painted === undefined || drawn === undefined) throw new Error('left to pdf.js')
    expect(alike(painted, drawn)).toBeGreaterThan(0.9)
  }
})

test('an encrypted document, a damaged one and a sheet of another size are left to pdf.js', async () => {
  expect(await openPainter(encryptedPdf('secret'))).toBeNull()
  expect(await openPainter(Buffer.from('%PDF-1.7 and no more'))).toBeNull()
  const painter = await openPainter(pagePdf('0 0 60 30 re f'))
  expect(painter?.paint({ page: 1, width: 10, height: 10, rotation: 0 }, SCALE)).toBeNull()
  expect(painter?.paint({ page: 2, width: 10, height: 10, rotation: 0 }, SCALE)).toBeNull()
  painter?.close()
})

test('drawn pages leave no memory behind', async () => {
  const pdf = pagePdf('0 0 60 30 re f')
  const { pages } = await readPages(pdf)
  const [page] = pages
  if (page === undefined) throw new Error('no page')
  const draw = async (): Promise<number> => {
    for (let count = 0; count < 50; count++) {
      const painter = await openPainter(pdf)
      painter?.paint(page, 4)
      painter?.close()
    }
    return (await library()).heap().bytes.length
  }
  expect(await draw()).toBe(await draw())
})

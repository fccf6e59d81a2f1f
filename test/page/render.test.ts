import { expect, test } from 'vitest'
import { readPages } from '../../src/page/document.ts'
import { withRenderer } from '../../src/page/render.ts'
import { faxPdf } from '../make/pdf.ts'

/** Width of the only page as it is drawn to be read, and the levels of its pixels. */
async function drawn(pdf: Buffer) {
  const { pages } = await readPages(pdf)
  const [page] = pages
  if (page === undefined) throw new Error('no page')
  return withRenderer(pdf, undefined, async draw => {
    const { width, data } = await draw(page)
    const levels = new Set<number>()
    for (let at = 0; at < data.length; at += 4) levels.add(data[at] ?? 0)
    return { width, levels: [...levels].sort((a, b) => a - b) }
  })
}

test('a black and white picture of 150 dpi stays black and white where its paper was rounded down', async () => {
  expect(await drawn(faxPdf(150))).toEqual({ width: 2341, levels: [0, 255] })
})

test('a coarser picture is enlarged to 200 dpi', async () => {
  expect((await drawn(faxPdf(120))).width).toBe(2339)
})

test('a page of a point a pixel, as phones write it, is no larger than its picture', async () => {
  expect((await drawn(faxPdf(200, true))).width).toBe(2338)
})

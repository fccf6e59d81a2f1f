import sharp from 'sharp'
import { expect, test } from 'vitest'
import { isPicture, openPictures } from '../../src/page/picture-document.ts'

const picture = (density: number) =>
  sharp({ create: { width: 1653, height: 2339, channels: 3, background: '#ffffff' } })
    .composite([{ input: { create: { width: 100, height: 50, channels: 3, background: '#000000' } }, left: 200, top: 400 }])
    .withMetadata({ density })

test('a scan of 200 dpi is a page of A4 drawn pixel by pixel', async () => {
  const bytes = await picture(200).png().toBuffer()
  expect(isPicture(bytes)).toBe(true)
  const { pages, draw } = await openPictures(bytes)
  const [page] = pages
  if (page === undefined) throw new Error('no page')
  expect([Math.round(page.width), Math.round(page.height)]).toEqual([595, 842])
  const { width, height, data } = await draw(page)
  expect([width, height]).toEqual([1653, 2339])
  expect(data[(420 * width + 250) * 4]).toBe(0)
  expect(data[(420 * width + 350) * 4]).toBe(255)
})

test('a picture with the resolution of a screen is taken for a page of A4', async () => {
  const { pages } = await openPictures(await picture(72).jpeg().toBuffer())
  expect(Math.round(pages[0]?.height ?? 0)).toBe(842)
})

test('a damaged picture is an error that says so', async () => {
  const bytes = (await picture(200).png().toBuffer()).subarray(0, 200)
  const open = async () => {
    const { pages, draw } = await openPictures(bytes)
    for (const page of pages) await draw(page)
  }
  await expect(open()).rejects.toMatchObject({ code: 'corrupt' })
})

test('a PDF is no picture', () => {
  expect(isPicture(Buffer.from('%PDF-1.7'))).toBe(false)
})

import { expect, test } from 'vitest'
import { picturesOf } from '../../src/review/pictures.ts'
import { generatedBudget } from '../make/archive.ts'

const page = { page: 1, width: 595, height: 842, rotation: 0 as const }

/** Width and height of a JPEG, from the first frame in it. */
function sizeOf(jpeg: Uint8Array): readonly [number, number] {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  let at = 2
  while ((view.getUint16(at) & 0xfff0) !== 0xffc0 || view.getUint16(at) === 0xffc4) at += 2 + view.getUint16(at + 2)
  return [view.getUint16(at + 7), view.getUint16(at + 5)]
}

test('pages and strips of pages are drawn beside the server; what cannot be drawn says so and keeps nobody waiting', async () => {
  const { bytes } = generatedBudget(7)
  const found = new Map([
    ['whole', bytes],
    ['damaged', Buffer.from('%PDF-1.7 and no more')],
  ])
  const pictures = picturesOf(name => found.get(name) ?? null)
  const [drawn, fine, strip, damaged, missing, again] = await Promise.allSettled([
    pictures.page('whole', page, 2),
    pictures.page('whole', page, 4),
    pictures.strip('whole', page, [100, 200]),
    pictures.page('damaged', page, 2),
    pictures.page('missing', page, 2),
    pictures.page('whole', page, 2),
  ])
  pictures.close()
  const sizes = [drawn, fine, strip, again].map(one => (one.status === 'fulfilled' && one.value ? sizeOf(one.value) : null))
  const [width = 0, height = 0] = sizes[0] ?? []
  expect(width).toBeGreaterThan(1000)
  const twice = [width * 2, height * 2].map(side => expect.closeTo(side, -1))
  expect(sizes).toEqual([[width, height], twice, [width, 200], [width, height]])
  expect(damaged).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('damaged') } })
  expect(missing).toEqual({ status: 'fulfilled', value: null })
})

test('a document that was let go for others is opened again', async () => {
  const { bytes } = generatedBudget(7)
  const asked: string[] = []
  const pictures = picturesOf(name => {
    asked.push(name)
    return bytes
  })
  for (const name of ['a', 'b', 'a', 'c', 'd', 'a', 'b']) expect(await pictures.strip(name, page, [0, 20])).not.toBeNull()
  pictures.close()
  expect(asked).toEqual(['a', 'b', 'c', 'd', 'b'])
})

test('two pages are drawn at once, each by a thread that has opened the document', async () => {
  const { bytes } = generatedBudget(7)
  let asked = 0
  const pictures = picturesOf(() => {
    asked += 1
    return bytes
  })
  const strips = await Promise.all([0, 20, 40, 60, 80].map(top => pictures.strip('a', page, [top, top + 20])))
  pictures.close()
  expect(strips.every(strip => strip !== null)).toBe(true)
  expect(asked).toBe(2)
})

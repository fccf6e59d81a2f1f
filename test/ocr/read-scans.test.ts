import { expect, test } from 'vitest'
import { readScans } from '../../src/ocr/read-scans.ts'
import type { Glyph, Page } from '../../src/page/page.ts'
import { withUprightParts } from '../../src/page/turned-parts.ts'
import { page, text } from '../grid/page.ts'

/** A note set sideways in the margin of a scan. */
const note = [...'第一扫描中心档案数字化加工专用水印第二批次共三册'].flatMap((character, index): Glyph[] =>
  text(20, 300 + 12 * index, character).map(glyph => ({ ...glyph, direction: 90 })),
)

test('a scan with a note set sideways is read as it is printed, nothing laid out', async () => {
  const scan: Page = { ...page(note), pictures: [{ box: [0, 0, 595, 842], pixels: [2480, 3508] }] }
  const laidOut = withUprightParts(scan)
  expect(laidOut.turned?.parts).toHaveLength(1)
  const drawn: Page[] = []
  const draw = async (wanted: Page) => {
    drawn.push(wanted)
    const [width, height] = [2 * wanted.width, 2 * wanted.height].map(Math.round) as [number, number]
    return { width, height, scale: 2, data: new Uint8ClampedArray(4 * width * height).fill(255) }
  }
  const { pages } = await readScans([laidOut], { ocr: 'auto', draw })
  const [read] = pages
  expect(read?.ocr).toBeDefined()
  for (const one of [read, drawn[0]]) {
    expect(one?.turned).toBeUndefined()
    expect([one?.width, one?.height]).toEqual([595, 842])
    expect(one?.pictures).toEqual(scan.pictures)
  }
})

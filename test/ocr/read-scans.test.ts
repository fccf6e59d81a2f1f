import { expect, test } from 'vitest'
import { readScans } from '../../src/ocr/read-scans.ts'
import type { Glyph, Page } from '../../src/page/page.ts'
import { withUprightParts } from '../../src/page/seen/turned-parts.ts'
import { page, text } from '../grid/page.ts'

/** A note set sideways in the margin of a scan. */
const note = [...'第一扫描中心档案数字化加工专用水印第二批次共三册'].flatMap((character, index): Glyph[] =>
  text(20, 300 + 12 * index, character).map(glyph => ({ ...glyph, direction: 90 })),
)

const picture = { box: [0, 0, 595, 842] as const, pixels: [2480, 3508] as const }

/** Blank paper of the size of a page. */
function blank({ width: wide, height: high }: Page) {
  const [width, height] = [Math.round(2 * wide), Math.round(2 * high)]
  return { width, height, scale: 2, data: new Uint8ClampedArray(4 * width * height).fill(255) }
}

test('whoever waits is told of each scan before it is read, so that a slow one is no step after the last page', async () => {
  const told: string[] = []
  const draw = async (wanted: Page) => {
    told.push(`drawn ${wanted.page}`)
    return blank(wanted)
  }
  const scans = [1, 2].map((number): Page => ({ ...page([]), page: number, pictures: [picture] }))
  await readScans(scans, { ocr: 'auto', draw, onPage: (done, total) => told.push(`${done} of ${total}`) })
  expect(told).toEqual(['0 of 2', 'drawn 1', '1 of 2', 'drawn 2', '2 of 2'])
})

test('a scan with a note set sideways is read as it is printed, nothing laid out', async () => {
  const scan: Page = { ...page(note), pictures: [picture] }
  const laidOut = withUprightParts(scan)
  expect(laidOut.turned?.parts).toHaveLength(1)
  const drawn: Page[] = []
  const draw = async (wanted: Page) => {
    drawn.push(wanted)
    return blank(wanted)
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

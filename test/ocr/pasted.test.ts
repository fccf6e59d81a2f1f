import { expect, test } from 'vitest'
import { linesOver, pastedIn, withPicture } from '../../src/ocr/pasted.ts'
import { unreadFindings } from '../../src/ocr/unread.ts'
import type { Page } from '../../src/page/page.ts'
import { page, text } from '../grid/page.ts'

/** A page of text, twelve points high. */
const prose = page([700, 720, 740, 760].flatMap(y => text(80, y, '本部门严格按照预算法的要求编制预算坚持量入为出收支平衡')))
const picture = (...box: readonly [number, number, number, number]): Page['pictures'][number] => ({ box, pixels: [800, 300] })
const boxesOn = (...pictures: Page['pictures']): unknown => pastedIn({ ...prose, pictures }).map(({ box }) => box)

test('a picture that stands by itself may be a table, a logo is too small for one', () => {
  expect(boxesOn(picture(100, 200, 500, 350), picture(100, 400, 140, 440))).toEqual([[100, 200, 500, 350]])
})

test('a picture of a row or a figure is looked at where it stands between the lines of a table', () => {
  const line = (at: number) => ({ axis: 'horizontal', at, from: 100, to: 500, width: 1 }) as const
  const [row, figure, logo] = [picture(100, 203, 500, 217), picture(300, 224, 330, 236), picture(520, 324, 550, 336)]
  const found = pastedIn({
    ...prose,
    rulings: [200, 220, 240].map(line),
    pictures: [row, figure, logo, picture(200, 205, 203, 208)],
  })
  expect(found.map(({ box, inTable }) => [box, inTable])).toEqual([
    [row.box, true],
    [figure.box, true],
  ])
})

test('the lines of a table that run over a picture are told in its pixels', () => {
  const line = { axis: 'vertical', at: 150, from: 100, to: 600, width: 1 } as const
  const over = linesOver(picture(100, 200, 500, 220), { ...prose, rulings: [line, { ...line, at: 700 }] }, 2)
  expect(over).toEqual([[98, 0, 102, 40]])
})

test('a picture under the text of the page is its ground', () => {
  expect(boxesOn(picture(0, 600, 595, 842))).toEqual([])
})

test('strips below each other are one picture', () => {
  expect(boxesOn(picture(100, 200, 500, 210), picture(100, 210, 500, 220), picture(100, 220, 500, 240))).toEqual([
    [100, 200, 500, 240],
  ])
})

test('what was read from a picture stands at its place on the page', () => {
  const read = { ...page(text(6, 16, '12.50')), rulings: [{ axis: 'horizontal', at: 6, from: 6, to: 406, width: 1 } as const] }
  const doubts = [{ page: 1, box: [6, 6, 36, 16] as const, readings: [{ text: '12.50', score: 0.6 }] }]
  const { page: whole, doubts: moved } = withPicture(prose, picture(100, 200, 500, 350), { page: read, doubts })
  const added = whole.glyphs.slice(prose.glyphs.length)
  expect(added.map(glyph => glyph.text).join('')).toBe('12.50')
  expect(added[0]?.baseline).toBe((read.glyphs[0]?.baseline ?? 0) + 194)
  expect(whole.rulings).toEqual([{ axis: 'horizontal', at: 200, from: 100, to: 500, width: 1 }])
  expect(moved.map(({ box }) => box)).toEqual([[100, 200, 130, 210]])
})

test('tables that are pictures and were not read are told with their pages', () => {
  expect(unreadFindings([prose], { pasted: [4, 4, 7], printed: [] }, 'OCR is not installed')).toMatchObject([
    {
      code: 'needs-ocr',
      actual: '4, 7',
      message: { en: 'page 4, 7: a table among its text is a picture, not read; OCR is not installed' },
    },
  ])
  expect(unreadFindings([prose], { pasted: [], printed: [3, 3] }, null)).toMatchObject([
    {
      code: 'needs-ocr',
      actual: '3',
      message: { en: expect.stringContaining('a picture among its text is full of print, not read') },
    },
  ])
})

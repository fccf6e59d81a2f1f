import { expect, test } from 'vitest'
import { pdfStream } from '../../make/pdf.ts'
import { pageOf, rulingsOf } from '../page.ts'

test.each([
  ['a stroke', '10 50 m 110 50 l S', ['h 50: 10-110']],
  ['a thin filled rectangle', '10 50 100 .5 re f', ['h 50: 10-110']],
  ['a stroke that is wider than long', '100 w 60 50 m 60.5 50 l S', ['v 60: 0-100']],
  ['a hairline of width 0', '0 w 10 20 m 10 80 l S', ['v 10: 20-80']],
  ['the sides of a stroked rectangle', '10 20 100 60 re S', ['h 20: 10-110', 'h 80: 10-110', 'v 10: 20-80', 'v 110: 20-80']],
  [
    'a frame filled between two rectangles',
    '10 20 100 60 re 10.4 20.4 99.2 59.2 re f*',
    ['h 20: 10-110', 'h 80: 10-110', 'v 10: 20-80', 'v 110: 20-80'],
  ],
  [
    'frames of one path',
    '10 20 50 60 re 10.4 20.4 49.2 59.2 re 60 20 50 60 re 60.4 20.4 49.2 59.2 re f*',
    ['h 20: 10-60', 'h 20: 60-110', 'h 80: 10-60', 'h 80: 60-110', 'v 10: 20-80', 'v 110: 20-80', 'v 60: 20-80', 'v 60: 20-80'],
  ],
  ['a stroke under a matrix', 'q 2 0 0 2 0 0 cm 5 25 m 55 25 l S Q', ['h 50: 10-110']],
  ['a stroke in the part that its clip shows', 'q 0 0 60 100 re W n 10 50 m 110 50 l S Q', ['h 50: 10-61']],
])('%s is a ruling', async (_, content, expected) => {
  expect(rulingsOf(await pageOf(content))).toEqual(expected)
})

test('a line at the side of a white box is seen, one that a box does not hide too', async () => {
  const lines = '10 40 m 110 40 l S 10 80 m 110 80 l S'
  expect(rulingsOf(await pageOf(`${lines} 1 g 10 40 100 20 re f 10 70 50 20 re f`))).toEqual(['h 20: 10-110', 'h 60: 10-110'])
})

test('lines of one path are seen, over lines that were there', async () => {
  const columns = '10 20 .5 60 re 60 20 .5 60 re 109.5 20 .5 60 re f'
  expect(rulingsOf(await pageOf(`10 50 100 .5 re f 10 20 100 60 re 10.4 20.4 99.2 59.2 re f* ${columns}`))).toContain(
    'h 50: 10-110',
  )
})

test('a stroke in a form is a ruling where the form puts it', async () => {
  const form = pdfStream('/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 10 0]', '0 50 m 100 50 l S')
  const page = await pageOf('/Form Do', { resources: '/XObject << /Form 9 0 R >>', objects: [form] })
  expect(rulingsOf(page)).toEqual(['h 50: 10-110'])
})

test.each([
  ['a white cell background', '1 1 1 rg 10 20 100 60 re f'],
  ['a grey cell background', '.8 g 10 20 100 60 re f'],
  ['a clip', '10 20 100 60 re W n'],
  ['a white stroke', '1 1 1 RG 10 50 m 110 50 l S'],
  ['a stroke under a white box', '10 50 m 110 50 l S 1 g 0 40 120 20 re f'],
  ['a line filled under a white box as long', '10 50 100 .5 re f 1 g 10 40 100 20 re f'],
  ['a slanting stroke', '10 20 m 110 80 l S'],
  ['a curve', '10 20 m 40 80 70 80 110 20 c S'],
])('%s is no ruling', async (_, content) => {
  expect(rulingsOf(await pageOf(content))).toEqual([])
})

test('the rests of an area with holes are lines', async () => {
  const page = await pageOf('10 20 100 60 re 10.4 20.4 49.3 59.2 re 60.3 20.4 49.3 59.2 re f*')
  const at = rulingsOf(page).map(ruling => ruling.split(':')[0])
  expect([...new Set(at)]).toEqual(['h 20', 'h 80', 'v 10', 'v 110', 'v 60'])
})

test('a coloured area is a shade, a white one is nothing', async () => {
  const page = await pageOf('.8 g 10 20 100 60 re f 1 g 10 20 100 60 re f')
  expect(page.shades).toHaveLength(1)
})

test.each([
  [
    'the sides of a white box on black',
    '0 g 0 10 120 80 re f 1 g 10 20 100 60 re f',
    ['h 20: 10-110', 'h 80: 10-110', 'v 10: 20-80', 'v 110: 20-80'],
  ],
  ['a white stroke on colour', '.2 g 0 10 120 80 re f 1 1 1 RG 10 50 m 110 50 l S', ['h 50: 10-110']],
  ['no white stroke on white that hides all colour', '0 g 0 10 120 80 re f 1 g 0 10 120 80 re f 1 G 10 50 m 110 50 l S', []],
  ['no side of a white box that hides all colour', '.8 g 10 20 100 60 re f 1 g 10 20 100 60 re f', []],
])('%s is what a reader sees as lines', async (_, content, expected) => {
  expect(rulingsOf(await pageOf(content))).toEqual(expected)
})

test('the strokes of a letter that is made bold by its outline are no rulings, a border that runs through it is one', async () => {
  const outline = '12 41 m 18 41 l 18 48 l 12 48 l h S'
  const page = await pageOf(`BT /F1 10 Tf 10 40 Td (M) Tj ET .3 w ${outline} 5 44 m 40 44 l S`)
  expect(rulingsOf(page)).toEqual(['h 56: 5-40'])
})

test('the short strokes of a letter’s outline are no rulings either, a dot of a border within a letter may be', async () => {
  const outline = '12 41 m 14 41 l 14 43 l 16 43 l 16 48 l 12 48 l h S'
  const page = await pageOf(`BT /F1 10 Tf 10 40 Td (M) Tj ET .3 w ${outline} 11 44 m 13 44 l S`)
  expect(rulingsOf(page)).toEqual(['h 56: 11-13'])
})

test('letters drawn as outlines are counted, straight shapes are not', async () => {
  const letter = (x: number): string => `${x} 50 m ${x} 60 l ${x + 4} 60 ${x + 8} 55 ${x + 8} 50 c h f`
  const page = await pageOf(`${[10, 20, 30].map(letter).join(' ')} 50 50 8 8 re f`)
  expect(page.outlines).toBe(3)
  expect((await pageOf('50 50 8 8 re f')).outlines).toBeUndefined()
})

test('a bar painted in slices of many colours is one coloured area and no lines', async () => {
  const slices = Array.from({ length: 20 }, (_, at) => `.${50 + at} g ${10 + at} 20 1 12 re f`).join(' ')
  const page = await pageOf(slices)
  expect(rulingsOf(page)).toEqual([])
  expect(page.shades.map(box => box.map(Math.round))).toEqual([[10, 68, 30, 80]])
})

test('lines that do not touch are lines, however many stand side by side', async () => {
  const lines = Array.from({ length: 10 }, (_, at) => `0 g ${10 + 8 * at} 20 .5 60 re f`).join(' ')
  expect(rulingsOf(await pageOf(lines))).toHaveLength(10)
})

test('a strip of colour behind an empty paragraph is no line: shades begin and end where it does, between borders that it does not meet', async () => {
  const sides = '10 0 m 10 100 l S 60 0 m 60 100 l S 110 0 m 110 100 l S'
  const shades = '.8 .9 1 rg 12 70 46 12 re 62 70 46 12 re f'
  const ruled = ['v 10: 0-100', 'v 110: 0-100', 'v 60: 0-100']
  expect(rulingsOf(await pageOf(`${sides} ${shades} 62 40 46 2 re f`))).toEqual(ruled)
  expect(rulingsOf(await pageOf(`${sides} ${shades} 60 40 50 2 re f`))).toContain('h 59: 60-110')
  expect(rulingsOf(await pageOf(`${sides} ${shades} 62 40 46 .8 re f`))).toContain('h 60: 62-108')
  expect(rulingsOf(await pageOf(`${sides} ${shades} 62 68 46 2 re f`))).toContain('h 31: 62-108')
  expect(rulingsOf(await pageOf(`${shades} 12 10 96 2 re f`))).toEqual(['h 89: 12-108'])
})

test('a border between shades is a line on a sheet of thrice the size, too, where it is thrice as thick', async () => {
  const sides = '10 0 m 10 100 l S 60 0 m 60 100 l S 110 0 m 110 100 l S'
  const drawn = `${sides} .8 .9 1 rg 15 70 40 20 re 65 70 40 20 re f 0 g BT /F1 30 Tf 20 10 Td (12) Tj ET`
  expect(rulingsOf(await pageOf(`${drawn} 65 40 40 4 re f`))).toContain('h 58: 65-105')
  expect(rulingsOf(await pageOf(`${drawn} 65 40 40 5 re f`))).toHaveLength(3)
})

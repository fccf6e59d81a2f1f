import { expect, test } from 'vitest'
import { figuresUnder, groundOf, isSquare, withDoubts } from '../../src/page/covered.ts'
import { readPages } from '../../src/page/document.ts'
import { ImageKind } from '../../src/page/pdfjs.ts'
import { pagePdf, pdfStream } from '../make/pdf.ts'
import { pageOf, textOf } from './page.ts'

/** A page with 12 at the left and 3456 beside it, and a picture of 2 × 1 pixels painted over the 12, or as the matrix says. */
const pasted = async (bytes: string, { place = '12 0 0 12 19 45', entries = '' } = {}) => {
  const pdf = pagePdf(`BT /F1 10 Tf 20 50 Td (12) Tj 40 0 Td (3456) Tj ET q /G gs ${place} cm /I Do Q`, {
    resources: '/XObject << /I 9 0 R >> /ExtGState << /G << /BM /Normal >> /H << /ca .5 >> >>',
    objects: [
      pdfStream(
        `/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 ${entries}`,
        bytes,
      ),
      pdfStream('/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', '\x00\x00'),
    ],
  })
  const [page] = (await readPages(pdf)).pages
  if (page === undefined) throw new Error('no page')
  return page
}

const doubtsOf = ({ glyphs }: Awaited<ReturnType<typeof pageOf>>): string =>
  glyphs.map(({ text, confidence }) => (confidence < 1 ? `${text}?` : text)).join('')

test('figures under a white picture are not read', async () => {
  expect(textOf(await pasted('\xff\xff'))).toBe('3456')
})

test('figures under a picture that prints something are in doubt: it may be another figure', async () => {
  expect(doubtsOf(await pasted('\xff\x00'))).toBe('1?2?3456')
})

test('figures under a picture that is seen through are what they are', async () => {
  expect(doubtsOf(await pasted('\xff\xff', { entries: '/SMask 10 0 R' }))).toBe('123456')
})

test('the text of a scan, put under its picture, is in no doubt for that', async () => {
  expect(doubtsOf(await pasted('\xff\x00', { place: '200 0 0 100 0 0' }))).toBe('123456')
})

test('a picture hides by what is decoded of it', () => {
  const bits = { kind: ImageKind.GRAYSCALE_1BPP, data: Uint8Array.of(255, 255) }
  expect(groundOf(bits)).toBe('white')
  expect(groundOf({ kind: ImageKind.RGB_24BPP, data: Uint8Array.of(255, 255, 255, 0, 0, 0) })).toBe('printed')
  expect(groundOf({ kind: ImageKind.RGBA_32BPP, data: Uint8Array.of(255, 255, 255, 255) })).toBe('white')
  expect(groundOf({ kind: ImageKind.RGBA_32BPP, data: Uint8Array.of(0, 0, 0, 9) })).toBe('clear')
  expect(groundOf(null)).toBe('clear')
})

test('a picture that is painted askew hides nothing for sure', () => {
  expect([isSquare([2, 0, 0, 2, 0, 0]), isSquare([0, 2, -2, 0, 0, 0]), isSquare([2, 1, -1, 2, 0, 0])]).toEqual([
    true,
    true,
    false,
  ])
})

test('words under a picture are as they are: what is under it is looked for in figures', async () => {
  const { glyphs } = await pageOf('BT /F1 10 Tf 20 50 Td (a1) Tj ET')
  const under = figuresUnder([0, 0, 200, 100], glyphs)
  expect(under.map(({ text }) => text)).toEqual(['1'])
  expect(withDoubts(glyphs, new Set())).toBe(glyphs)
})

test.each([
  ['grey', '.8 g'],
  ['black', '0 g'],
])('figures under a %s box are not read, those printed on it are', async (_, colour) => {
  const content = `BT /F1 10 Tf 20 50 Td (12) Tj ET ${colour} 19 45 14 15 re f 1 g BT /F1 10 Tf 20 50 Td (56) Tj ET`
  expect(textOf(await pageOf(content))).toBe('56')
})

test.each([
  ['a marker', '/G << /BM /Multiply /ca 1 >>', '1 1 0 rg'],
  ['a pattern', '/G << /ca 1 >>', '/Pattern cs /P scn'],
])('figures are seen through %s', async (_, state, colour) => {
  const content = `BT /F1 10 Tf 20 50 Td (12) Tj ET q /G gs ${colour} 19 45 14 15 re f Q`
  const resources = `/ExtGState << ${state} >> /Pattern << /P 9 0 R >>`
  const stripes = pdfStream(
    '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>',
    '0 0 4 1 re f',
  )
  expect(textOf(await pageOf(content, { resources, objects: [stripes] }))).toBe('12')
})

test('what a soft mask is made of hides nothing', async () => {
  const content = 'BT /F1 10 Tf 20 50 Td (12) Tj ET q /G gs 0 0 10 10 re f Q'
  const resources = '/ExtGState << /G << /SMask << /S /Luminosity /G 9 0 R >> >> >>'
  const group =
    '/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Group << /S /Transparency /CS /DeviceGray >> /Resources << >>'
  const page = await pageOf(content, { resources, objects: [pdfStream(group, '1 g 0 0 200 100 re f')] })
  expect(textOf(page)).toBe('12')
})

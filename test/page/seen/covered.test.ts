import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readPages } from '../../../src/page/document.ts'
import { ImageKind } from '../../../src/page/pdfjs.ts'
import { figuresUnder, groundOf, isSquare, withDoubts } from '../../../src/page/seen/covered.ts'
import { pagePdf, pdfStream } from '../../make/pdf.ts'
import { pageOf, textOf } from '../page.ts'

/** A page with 12 at the left and 3456 beside it, and a picture of 2 × 1 pixels painted over the 12, or as the matrix says. */
const pasted = async (bytes: string, { place = '12 0 0 12 19 45', entries = '', size = '/Width 2 /Height 1' } = {}) => {
  const pdf = pagePdf(`BT /F1 10 Tf 20 50 Td (12) Tj 40 0 Td (3456) Tj ET q /G gs ${place} cm /I Do Q`, {
    resources: '/XObject << /I 9 0 R >> /ExtGState << /G << /BM /Normal >> /H << /ca .5 >> >>',
    objects: [
      pdfStream(`/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceGray /BitsPerComponent 8 ${entries}`, bytes),
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

test('figures under a large white picture, which is decoded while its page is read, are not read', async () => {
  const white = deflateSync(Buffer.alloc(1_000_000, 255)).toString('latin1')
  expect(textOf(await pasted(white, { size: '/Width 1000 /Height 1000 /Filter /FlateDecode' }))).toBe('3456')
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
  ['a box with round corners', '1 g 16 45 m 36 45 l 39 45 39 48 39 48 c 39 58 l 39 62 36 62 36 62 c 16 62 l h f'],
  ['two boxes of one path', '1 g 19 45 7 15 re 26 45 9 15 re f'],
  ['a thick line', '1 G 14 w 18 53 m 34 53 l S'],
  ['a picture in the content', 'q 14 0 0 15 19 45 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q'],
  ['a stencil that lets nothing through', 'q 1 g 14 0 0 15 19 45 cm BI /W 1 /H 1 /IM true /BPC 1 ID \x00 EI Q'],
])('figures under %s are not read', async (_, paint) => {
  const [page] = (await readPages(pagePdf(`BT /F1 10 Tf 20 50 Td (12) Tj 30 0 Td (34) Tj ET ${paint}`))).pages
  expect(page?.glyphs.map(({ text }) => text).join('')).toBe('34')
})

test.each([
  ['a frame around them', '1 g 10 40 40 30 re 12 42 36 26 re f*'],
  ['a corner beside them', '1 g 10 40 m 60 40 l 60 44 l 14 44 l 14 80 l 10 80 l h f'],
  ['a ring around them', '1 g 0 53 m 0 80 60 80 60 53 c 60 26 0 26 0 53 c h 5 53 m 5 75 55 75 55 53 c 55 31 5 31 5 53 c h f*'],
  ['a line through them', '0 G 1 w 18 53 m 34 53 l S'],
  ['a thick line that is seen through', '/G gs 1 G 14 w 18 53 m 34 53 l S'],
])('figures are read with %s', async (_, paint) => {
  const resources = '/ExtGState << /G << /CA .4 >> >>'
  expect(textOf(await pageOf(`BT /F1 10 Tf 20 50 Td (12) Tj ET ${paint}`, { resources }))).toBe('12')
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

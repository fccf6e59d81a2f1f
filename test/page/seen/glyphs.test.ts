import { expect, test } from 'vitest'
import { readPages } from '../../../src/page/document.ts'
import { type PageParts, pagePdf, pdfStream } from '../../make/pdf.ts'
import { pageOf, rulingsOf, textOf } from '../page.ts'

const gbk = (hex: string): string => `BT /F2 10 Tf 20 50 Td <${hex}> Tj ET`

test('a Chinese font that is not embedded reads right through its GBK encoding', async () => {
  expect(textOf(await pageOf(gbk('d4a4cbe3')))).toBe('预算')
})

test('a glyph has its box in points from the top left, its baseline and size', async () => {
  const page = await pageOf(gbk('d4a4cbe3'))
  const [first, second] = page.glyphs
  expect(first).toMatchObject({ baseline: 50, size: 10, direction: 0, source: 'pdf', confidence: 1 })
  expect(first?.box[0]).toBeCloseTo(20)
  expect(first?.box[2]).toBeCloseTo(30)
  expect(second?.box[0]).toBeCloseTo(30)
})

test('characters one below another are parted by negative spacing', async () => {
  const objects = ['<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-V /DescendantFonts [7 0 R] >>']
  const page = await pageOf('BT /V 10 Tf -5 Tc 100 90 Td <d4a4cbe3> Tj ET', { fonts: '/V 9 0 R', objects })
  expect(page.glyphs.map(({ box }) => Math.round(box[1]))).toEqual([10, 25])
})

test('text under a matrix has the size that is shown: WPS sets 180 under 0.05', async () => {
  const [glyph] = (await pageOf('q .05 0 0 .05 0 0 cm BT /F1 180 Tf 400 1000 Td (A) Tj ET Q')).glyphs
  expect(glyph?.size).toBeCloseTo(9)
  expect(glyph?.box[0]).toBeCloseTo(20)
})

test.each([
  ['invisible text', 'BT /F1 10 Tf 3 Tr 20 50 Td (hidden) Tj ET'],
  ['text off the page', 'BT /F1 10 Tf 300 50 Td (hidden) Tj ET'],
  ['text outside its clip', 'q 0 0 10 10 re W n BT /F1 10 Tf 50 50 Td (hidden) Tj ET Q'],
  ['white text on paper', '1 1 1 rg BT /F1 10 Tf 20 50 Td (hidden) Tj ET'],
  ['white text with a white outline', '1 g 1 G BT /F1 10 Tf 2 Tr 20 50 Td (hidden) Tj ET'],
  ['the white outline of text', '0 g 1 G BT /F1 10 Tf 1 Tr 20 50 Td (hidden) Tj ET'],
  [
    'white text on white that hides all colour',
    '0 g 0 0 200 100 re f 1 g 0 0 200 100 re f BT /F1 10 Tf 20 50 Td (hidden) Tj ET',
  ],
  ['an oblique watermark', 'BT /F1 10 Tf .7 .7 -.7 .7 20 20 Tm (hidden) Tj ET'],
  ['text under a white box', 'BT /F1 10 Tf 20 50 Td (hidden) Tj ET 1 1 1 rg 10 40 100 30 re f'],
])('%s is not read', async (_, content) => {
  expect(textOf(await pageOf(content))).toBe('')
})

test('a correction is read in place of what its white box covers, the text around it too', async () => {
  const content = 'BT /F1 10 Tf 20 50 Td (12 34) Tj ET 1 1 1 rg 19 45 12 15 re f 0 g BT /F1 10 Tf 20 50 Td (56) Tj ET'
  expect(textOf(await pageOf(content)).replace(/ /g, '')).toBe('3456')
})

test('what juts out of a white box by less than half a glyph goes with the text that the box covers', async () => {
  // Digits 5.56 wide: the box ends in the middle of the fourth, or before it.
  const under = (right: number) => `BT /F1 10 Tf 20 50 Td (1234) Tj ET 1 1 1 rg 19 45 ${right - 19} 15 re f`
  expect(textOf(await pageOf(under(40)))).toBe('')
  expect(textOf(await pageOf(under(38)))).toBe('4')
})

test('an annotation over the text is read in place of what it covers', async () => {
  const note =
    '<< /Type /Annot /Subtype /FreeText /F 4 /Rect [19 45 59 60] /Contents (56) /DA (/F1 10 Tf 0 g) /AP << /N 10 0 R >> >>'
  const dictionary = '/Type /XObject /Subtype /Form /BBox [0 0 40 15] /Resources << /Font << /F1 5 0 R >> >>'
  const shown = pdfStream(dictionary, '1 g 0 0 40 15 re f 0 g BT /F1 10 Tf 5 5 Td (56) Tj ET')
  const page = await pageOf('BT /F1 10 Tf 20 50 Td (12) Tj ET', { page: '/Annots [9 0 R]', objects: [note, shown] })
  expect(textOf(page)).toBe('56')
})

test.each([
  ['a transparent white box', '/ExtGState << /G << /ca .5 >> >>'],
  ['a white box that multiplies', '/ExtGState << /G << /BM /Multiply >> >>'],
])('text shows through %s', async (_, resources) => {
  const content = 'BT /F1 10 Tf 20 50 Td (seen) Tj ET q /G gs 1 1 1 rg 10 40 100 30 re f Q'
  expect(textOf(await pageOf(content, { resources }))).toBe('seen')
})

test('text too small to be seen is not read, a page of print as small is', async () => {
  const specks = 'BT /F1 1 Tf 20 50 Td (12) Tj ET'
  expect(textOf(await pageOf(`BT /F1 10 Tf 20 50 Td (34) Tj ET ${specks}`))).toBe('34')
  expect(textOf(await pageOf(`BT /F1 2 Tf 20 70 Td (34) Tj ET ${specks}`))).toBe('3412')
})

test('white text on colour is read', async () => {
  expect(textOf(await pageOf('0 0 .5 rg 0 40 200 30 re f 1 1 1 rg BT /F1 10 Tf 20 50 Td (seen) Tj ET'))).toBe('seen')
})

test('white text on a gradient is read', async () => {
  const gradient =
    '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 200 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [.4] /N 1 >> >>'
  const content = 'q 0 40 200 30 re W n /S sh Q 1 1 1 rg BT /F1 10 Tf 20 50 Td (seen) Tj 0 -40 Td (hidden) Tj ET'
  const page = await pageOf(content, { resources: '/Shading << /S 9 0 R >>', objects: [gradient] })
  expect(textOf(page)).toBe('seen')
  expect(page.shades).toEqual([[0, 30, 200, 60]])
})

test.each([
  ['white text with a black outline', '1 g 0 G BT /F1 10 Tf 2 Tr 20 50 Td (seen) Tj ET'],
  ['black text with a white outline', '0 g 1 G BT /F1 10 Tf 2 Tr 20 50 Td (seen) Tj ET'],
])('%s is read', async (_, content) => {
  expect(textOf(await pageOf(content))).toBe('seen')
})

test('fake bold, the same glyphs a hair to the right, is read once; doubled digits stay', async () => {
  expect(textOf(await pageOf('BT /F1 10 Tf 20 50 Td (1100) Tj ET BT /F1 10 Tf 20.3 50 Td (1100) Tj ET'))).toBe('1100')
})

test('a glyph that its clip cuts in two is read, in the part that shows', async () => {
  const [glyph, ...others] = (await pageOf(`q 0 0 26 100 re W n ${gbk('d4a4cbe3')} Q`)).glyphs
  expect(glyph).toMatchObject({ text: '预' })
  expect(glyph?.box[2]).toBeCloseTo(26)
  expect(others).toEqual([])
})

test('a comma as wide as a character is read though its clip cuts the white half of it', async () => {
  expect(textOf(await pageOf(`q 0 0 33.6 100 re W n ${gbk('d4a4a3ac')} Q`))).toBe('预，')
})

test('a stored rotation is undone', async () => {
  const page = await pageOf('BT /F1 10 Tf 0 1 -1 0 100 20 Tm (up) Tj ET', { page: '/Rotate 90' })
  expect(page).toMatchObject({ width: 100, height: 200, rotation: 90 })
  expect(page.glyphs[0]).toMatchObject({ text: 'u', direction: 0 })
})

test('a page whose text runs sideways is turned upright', async () => {
  const page = await pageOf('BT /F1 10 Tf 0 1 -1 0 100 20 Tm (sideways) Tj ET 0 0 m 0 80 l S')
  expect(page).toMatchObject({ width: 100, height: 200, rotation: 90 })
  expect(page.glyphs[0]).toMatchObject({ text: 's', direction: 0 })
  expect(page.rulings[0]?.axis).toBe('horizontal')
})

test('the outlines of a Type 3 font are text and never rulings', async () => {
  const font =
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << /a 10 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1000] /Resources << >> >>'
  const page = await pageOf('BT /T3 10 Tf 20 50 Td (aa) Tj ET', {
    fonts: '/T3 9 0 R',
    objects: [font, pdfStream('', '1000 0 d0 0 0 1000 30 re f')],
  })
  expect(textOf(page)).toBe('aa')
  expect(page.glyphs[1]?.box[0]).toBeCloseTo(30)
  expect(page.rulings).toEqual([])
})

test('what a clip leaves of a figure is in doubt, and a figure that only loses a space is not', async () => {
  const shown = async (text: string) =>
    (await pageOf(`q 50 40 100 20 re W n BT /F1 10 Tf 30 45 Td (${text}) Tj ET Q`)).glyphs.filter(glyph => glyph.text !== ' ')
  const cut = await shown('4,376,891.01')
  expect(cut.map(({ text }) => text).join('')).toMatch(/^\d*,?\d+\.01$/)
  expect(cut.length).toBeLessThan('4,376,891.01'.length)
  expect(cut.every(({ confidence }) => confidence < 0.9)).toBe(true)
  const whole = await shown('          376.01')
  expect(whole.map(({ text, confidence }) => `${text}${confidence}`)).toEqual(Array.from('376.01', digit => `${digit}1`))
})

/** Each character of a text shown by itself, 10 pt high. */
const oneByOne = (text: string, y: number): string =>
  Array.from(text, (digit, index) => `BT /F1 10 Tf ${20 + 6 * index} ${y} Td (${digit}) Tj ET`).join(' ')

test.each([
  ['digit by digit', '1 0 0 1 0 0'],
  ['digit by digit, on a sheet that lies', '0 1 -1 0 100 0'],
])('what a clip leaves of a figure is in doubt where it is shown %s', async (_, matrix) => {
  const content = `q 35 40 60 20 re W n ${oneByOne('4,376,891.01', 45)} Q ${oneByOne('25.10', 70)}`
  const { glyphs } = await pageOf(`q ${matrix} cm ${content} Q`)
  const of = (isSure: boolean): string =>
    glyphs.flatMap(({ text, confidence }) => ((confidence === 1) === isSure ? [text] : [])).join('')
  expect(of(false)).toMatch(/^\d+,891\.01$/)
  expect(of(true)).toBe('25.10')
})

test('a page that is painted in tiles shows each digit once, without a doubt, wherever a tile ends', async () => {
  for (let end = 50; end <= 62; end++) {
    const show = 'BT /F1 10 Tf 40 45 Td (4,376,891.01) Tj ET'
    const page = await pageOf(`q 0 0 ${end} 100 re W n ${show} Q q ${end} 0 ${200 - end} 100 re W n ${show} Q`)
    expect([end, textOf(page), page.glyphs.every(({ confidence }) => confidence === 1)]).toEqual([end, '4,376,891.01', true])
  }
})

/** A page of this content, read by pdf.js alone: PDFium does not tell which text is a clip, nor what a tile holds. */
const readAlone = async (content: string, parts: PageParts = {}) => {
  const [page] = (await readPages(pagePdf(content, parts))).pages
  if (page === undefined) throw new Error('no page')
  return page
}

test.each([
  ['a box', '0 0 200 100 re f'],
  ['a gradient', '/S sh'],
  ['a picture', '200 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI'],
])('the letters through which %s is seen are read, and nothing else of it', async (_, paint) => {
  const gradient =
    '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 200 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [.4] /N 1 >> >>'
  const content = `q 7 Tr BT /F1 10 Tf 20 50 Td (12) Tj 40 0 Td (34) Tj ET ${paint} Q BT /F1 10 Tf 20 20 Td (5) Tj ET`
  const page = await readAlone(content, { resources: '/Shading << /S 9 0 R >>', objects: [gradient] })
  expect(textOf(page)).toBe('12345')
  expect([page.shades, page.pictures, page.rulings]).toEqual([[], [], []])
})

test.each([
  ['nothing is', ''],
  ['a box beside them is', '100 0 100 100 re f'],
  ['white paint is', '1 g 0 0 200 100 re f'],
  ['paint in other letters is', 'BT /F1 10 Tf 60 50 Td (34) Tj ET 0 0 200 100 re f'],
])('letters that are a clip are not read where %s painted', async (_, paint) => {
  expect(textOf(await readAlone(`q 7 Tr BT /F1 10 Tf 20 50 Td (12) Tj ET ${paint} Q`))).toBe('')
})

test('a page that is the tile of a pattern is read where it stands, with its lines', async () => {
  const tile = '/Type /Pattern /PatternType 1 /TilingType 1 /XStep 200 /YStep 100 /Resources << /Font << /F1 5 0 R >> >>'
  const drawn = 'BT /F1 10 Tf 20 40 Td (12) Tj ET 10 30 100 .5 re f'
  const pattern = pdfStream(`${tile} /PaintType 1 /BBox [0 0 200 100] /Matrix [1 0 0 1 5 0]`, drawn)
  const parts = { resources: '/Pattern << /P 9 0 R >>', objects: [pattern] }
  const page = await readAlone('/Pattern cs /P scn 5 0 195 100 re f', parts)
  expect(textOf(page)).toBe('12')
  expect(page.glyphs[0]?.box[0]).toBeCloseTo(25)
  expect(rulingsOf(page)).toEqual(['h 70: 15-115'])
  expect(page.shades).toEqual([])
})

test('a tile that restores more than it saved leaves the page around it as it was', async () => {
  const tile = '/Type /Pattern /PatternType 1 /TilingType 1 /XStep 200 /YStep 100 /Resources << /Font << /F1 5 0 R >> >>'
  const pattern = pdfStream(`${tile} /PaintType 1 /BBox [0 0 200 100]`, 'BT /F1 10 Tf 70 40 Td (12) Tj ET Q Q')
  const parts = { resources: '/Pattern << /P 9 0 R >>', objects: [pattern] }
  const area = 'q /Pattern cs /P scn 0 0 150 100 re f Q'
  const page = await readAlone(`q 1 0 0 1 50 0 cm ${area} BT /F1 10 Tf 0 20 Td (3) Tj ET Q`, parts)
  expect(page.glyphs.map(({ text, box }) => [text, Math.round(box[0])])).toEqual([
    ['1', 70],
    ['2', 76],
    ['3', 50],
  ])
})

test('text that is repeated over an area is a texture, and not read', async () => {
  const tile = '/Type /Pattern /PatternType 1 /TilingType 1 /XStep 40 /YStep 20 /Resources << /Font << /F1 5 0 R >> >>'
  const pattern = pdfStream(`${tile} /PaintType 1 /BBox [0 0 40 20]`, 'BT /F1 10 Tf 5 5 Td (12) Tj ET')
  const parts = { resources: '/Pattern << /P 9 0 R >>', objects: [pattern] }
  expect(textOf(await readAlone('/Pattern cs /P scn 0 0 200 100 re f', parts))).toBe('')
})

test('text that is scaled to run back, and set mirrored, runs on', async () => {
  const page = await pageOf('BT /F1 10 Tf -100 Tz -1 0 0 1 20 50 Tm (12) Tj ET')
  expect(page.glyphs.map(({ text, direction, box }) => [text, direction, Math.round(box[0])])).toEqual([
    ['1', 0, 20],
    ['2', 0, 26],
  ])
})

test('text so faint that paper stays white is not read', async () => {
  const resources = '/ExtGState << /G << /ca .01 >> /H << /ca .1 >> >>'
  const content = 'BT /F1 10 Tf /G gs 20 50 Td (hidden) Tj /H gs 40 0 Td (seen) Tj ET'
  expect(textOf(await pageOf(content, { resources }))).toBe('seen')
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPages } from '../../../src/page/document.ts'
import { readPages as readPagesByPdfium } from '../../../src/page/pdfium/document.ts'
import { pagePdf, pdfStream } from '../../make/pdf.ts'

/** Codes of a subset font as a program numbers them, in the order of 0 to 9: 7 has that of a 0, which has another one. */
const CODES = [0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x30, 0x28, 0x29]

/** Where codes have that of a space, behind those of the digits. */
const SPACE = 10

const hex = (code: number): string => code.toString(16).padStart(4, '0')

interface FontMap {
  readonly lost: string
  readonly mute?: string
  readonly twice?: string
  readonly codes?: readonly number[]
}

/** A page on which a figure is printed in a subset font; the map to Unicode leaves out some of its digits, and calls others a space of no width. */
function figure(digits: string, { lost, mute = '', twice = '', codes = CODES }: FontMap) {
  const meant = (digit: number): number => (digit === SPACE ? 0x20 : mute.includes(`${digit}`) ? 0x200b : 0x30 + digit)
  const entries = codes.flatMap((code, digit) =>
    lost.includes(`${digit}`) ? [] : [`<${hex(code)}> <${hex(meant(digit)).repeat(twice.includes(`${digit}`) ? 2 : 1)}>`],
  )
  const map = `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${entries.length} beginbfchar ${entries.join(' ')} endbfchar endcmap`
  const shown = Array.from(digits, digit => hex(codes[digit === ' ' ? SPACE : Number(digit)] ?? 0)).join('')
  return pagePdf(`BT /F3 10 Tf 10 50 Td <${shown}> Tj ET`, {
    fonts: '/F3 9 0 R',
    objects: [
      '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [10 0 R] /ToUnicode 11 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 8 0 R >>',
      pdfStream('', map),
    ],
  })
}

const engines = { pdfjs: readPages, pdfium: readPagesByPdfium }

test.each(['pdfjs', 'pdfium'] as const)(
  'a digit that its font maps to nothing is unknown, never another digit (%s)',
  async engine => {
    const { pages } = await engines[engine](figure('0123456789', { lost: '7' }))
    expect(pages[0]?.glyphs.map(({ text }) => text).join('')).toBe('0123456\uFFFD89')
    expect(pages[0]?.glyphs[7]?.confidence).toBeLessThan(0.9)
  },
)

test.each(['pdfjs', 'pdfium'] as const)(
  'nor does it vanish where its code is that of a control character (%s)',
  async engine => {
    const codes = CODES.map((code, digit) => (digit === 7 ? 0x1a : code))
    const { pages } = await engines[engine](figure('1724', { lost: '7', codes }))
    expect(pages[0]?.glyphs.map(({ text }) => text).join('')).toBe('1\uFFFD24')
  },
)

test.each(['pdfjs', 'pdfium'] as const)(
  'what is left of a figure is in doubt where a digit of it is said to print nothing (%s)',
  async engine => {
    const { pages } = await engines[engine](figure('1724', { lost: '', mute: '7' }))
    expect(pages[0]?.glyphs.map(({ text }) => text).join('')).toBe('124')
    expect(Math.max(...(pages[0]?.glyphs ?? []).map(({ confidence }) => confidence))).toBeLessThan(0.9)
  },
)

test.each(['pdfjs', 'pdfium'] as const)('a glyph that is said to be two digits is unknown (%s)', async engine => {
  const { pages } = await engines[engine](figure('1724', { lost: '', twice: '7' }))
  expect(pages[0]?.glyphs.map(({ text, confidence }) => `${text} ${confidence}`)).toEqual(['1 1', '\uFFFD 0.3', '2 1', '4 1'])
})

test('a digit that is painted and said to be a space is unknown, and spaces that print nothing stay', async () => {
  const file = new URL('../../issues/tounicode-with-a-digit-called-a-space.pdf', import.meta.url)
  const [page] = (await readPages(readFileSync(file))).pages
  const text = page?.glyphs.map(glyph => glyph.text).join('')
  expect(text).toContain('1,035.\uFFFD0')
  expect(text).toContain('12.\uFFFD4')
  expect(text).toContain('982.50')
  expect(page?.glyphs.filter(glyph => glyph.text === '\uFFFD' && glyph.confidence >= 0.9)).toEqual([])
})

test('digits whose codes are those of other digits that are lost as well are in doubt', async () => {
  const codes = CODES.map((code, digit) => (digit === 0 ? 0x37 : code))
  const { pages } = await readPages(figure('0123456789', { lost: '07', codes }))
  expect(pages[0]?.glyphs.filter(({ confidence }) => confidence < 0.9)).toHaveLength(2)
})

test('a digit that has by chance the code of its character is believed, and so is a font in which all have', async () => {
  const codes = CODES.map((code, digit) => (digit === 7 ? 0x37 : code))
  for (const own of [codes, CODES.map((_, digit) => 0x30 + digit)]) {
    const { pages } = await readPages(figure('0123456789', { lost: '', codes: own }))
    expect(pages[0]?.glyphs.map(({ text, confidence }) => `${text} ${confidence}`)).toEqual(
      Array.from('0123456789', digit => `${digit} 1`),
    )
  }
})

test('a space that has the code of one is no second digit that has its own', async () => {
  const codes = [...CODES.map((code, digit) => (digit === 7 ? 0x37 : code)), 0x20]
  const { pages } = await readPages(figure('012345 6789', { lost: '', codes }))
  expect(pages[0]?.glyphs.filter(({ text, confidence }) => text.trim() !== '' && confidence < 1)).toEqual([])
})

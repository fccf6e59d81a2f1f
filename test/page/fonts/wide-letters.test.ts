import { expect, test } from 'vitest'
import { readPages } from '../../../src/page/document.ts'
import { pagePdf, pdfStream } from '../../make/pdf.ts'

/** A page with a text in a font whose Han are an em wide; `said` is what its map says of each character, `narrow` the characters that are half as wide. */
function shown(text: string, said: string, narrow = '') {
  const codes = Array.from(text, (_, at) => (0x1000 + at).toString(16).padStart(4, '0'))
  const map = Array.from(said, (c, at) => `<${codes[at]}> <${c.charCodeAt(0).toString(16).padStart(4, '0')}>`)
  const widths = Array.from(text, (c, at) => `${0x1000 + at} [${narrow.includes(c) ? 500 : 1000}]`).join(' ')
  return pagePdf(`BT /F3 10 Tf 10 50 Td <${codes.join('')}> Tj ET`, {
    fonts: '/F3 9 0 R',
    objects: [
      '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [10 0 R] /ToUnicode 11 0 R >>',
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [${widths}] /FontDescriptor 8 0 R >>`,
      pdfStream(
        '',
        `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${map.length} beginbfchar ${map.join(' ')} endbfchar endcmap`,
      ),
    ],
  })
}

async function textOf(pdf: Buffer): Promise<string> {
  const { pages } = await readPages(pdf)
  return (pages[0]?.glyphs ?? []).map(({ text }) => text).join('')
}

test('letters and figures as wide as Han are unknown in a font that maps a Han character to a foreign letter', async () => {
  expect(await textOf(shown('功能本级事务12', 'ß能p级1á12', '12'))).toBe('\uFFFD能\uFFFD级\uFFFD\uFFFD12')
})

test('pinyin, signs and figures that a Chinese font prints as wide as Han stay', async () => {
  expect(await textOf(shown('长×ā1级', '长×ā1级'))).toBe('长×ā1级')
})

test('foreign letters of their own width stay', async () => {
  expect(await textOf(shown('ß能12', 'ß能12', 'ß12'))).toBe('ß能12')
})

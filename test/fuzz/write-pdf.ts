import { pdfOf, pdfStream } from '../make/pdf.ts'
import type { Mark, Sheet } from './marks.ts'

/** Objects before the pages: catalogue, tree of pages, a Chinese font that is not embedded (digits half an em wide), Helvetica. */
const FONTS = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] /ToUnicode 7 0 R >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 93 /CapHeight 880 >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
]
const FIRST_PAGE = 4 + FONTS.length

/** A PDF of these pages; with `rotate` they are stored lying and shown turned by 90 degrees. */
export function pdfOfSheets(sheets: readonly Sheet[], rotate: boolean): Uint8Array {
  const kids = sheets.map((_, n) => `${FIRST_PAGE + 2 * n} 0 R`).join(' ')
  const pages = sheets.flatMap(({ width, height, marks }, n) => {
    const box = rotate ? `[0 0 ${at(height)} ${at(width)}] /Rotate 90` : `[0 0 ${at(width)} ${at(height)}]`
    const turn = rotate ? `0 1 -1 0 ${at(height)} 0 cm\n` : ''
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents ${FIRST_PAGE + 2 * n + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 6 0 R >> >> >>`,
      pdfStream('', turn + marks.map(mark => operators(mark, height)).join('\n')),
    ]
  })
  const tree = `<< /Type /Pages /Kids [${kids}] /Count ${sheets.length} >>`
  const texts = sheets.flatMap(({ marks }) => marks.flatMap(mark => (mark.kind === 'text' ? [...mark.text] : [])))
  return new Uint8Array(pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', tree, ...FONTS, toUnicode([...new Set(texts)]), ...pages]))
}

const at = (value: number): string => `${Math.round(value * 1000) / 1000}`

function operators(mark: Mark, height: number): string {
  if (mark.kind === 'text') {
    const place = `${at(mark.x)} ${at(height - mark.baseline)} Td`
    return `${at(mark.grey)} g BT /${mark.latin ? 'F2' : 'F1'} ${at(mark.size)} Tf ${place} ${mark.latin ? latin(mark.text) : ucs2(mark.text)} Tj ET`
  }
  if (mark.kind === 'line') {
    const { x1, y1, x2, y2, width, thin } = mark
    if (thin === 'stroke') return `0 G ${at(width)} w ${at(x1)} ${at(height - y1)} m ${at(x2)} ${at(height - y2)} l S`
    const half = width / 2
    return `0 g ${at(x1 - half)} ${at(height - y2 - half)} ${at(x2 - x1 + width)} ${at(y2 - y1 + width)} re f`
  }
  const [left, top, right, bottom] = mark.box
  const rectangle = `${at(left)} ${at(height - bottom)} ${at(right - left)} ${at(bottom - top)} re`
  return mark.kind === 'fill' ? `${at(mark.grey)} g ${rectangle} f` : `0 G ${at(mark.width)} w ${rectangle} S`
}

/** Codes of the Chinese font are those of Unicode; said for the characters that are used, which is read much faster than the tables of Adobe-GB1. */
function toUnicode(chars: readonly string[]): string {
  const blocks = Array.from({ length: Math.ceil(chars.length / 100) }, (_, n) => chars.slice(100 * n, 100 * n + 100))
  const maps = blocks.map(
    block => `${block.length} beginbfchar\n${block.map(char => `${ucs2(char)} ${ucs2(char)}`).join('\n')}\nendbfchar`,
  )
  const space = '1 begincodespacerange <0000> <FFFF> endcodespacerange'
  return pdfStream('', `/CIDInit /ProcSet findresource begin begincmap ${space}\n${maps.join('\n')}\nendcmap end`)
}

const latin = (text: string): string => `(${text.replace(/[()\\]/g, '\\$&')})`
const ucs2 = (text: string): string =>
  `<${[...text].map(char => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`

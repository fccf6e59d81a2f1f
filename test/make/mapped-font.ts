import { pagePdf, pdfStream } from './pdf.ts'

/** A character of a font: what its map says it is, how wide the font says it is, and how far behind it the next stands, in thousandths. */
export interface Mapped {
  readonly said: string
  readonly width: number
  readonly step?: number
}

const hex = (code: number): string => code.toString(16).padStart(4, '0')

/** A page with a line of 10 pt in a subset font of two-byte codes, its characters numbered from 4096. */
export function mappedPdf(characters: readonly Mapped[]): Buffer {
  const code = (at: number): number => 0x1000 + at
  const map = characters.map(({ said }, at) => `<${hex(code(at))}> <${hex(said.charCodeAt(0))}>`)
  const widths = characters.map(({ width }, at) => `${code(at)} [${width}]`)
  const shown = characters.map(({ width, step = width }, at) => `<${hex(code(at))}> ${width - step}`)
  return pagePdf(`BT /F3 10 Tf 10 50 Td [${shown.join(' ')}] TJ ET`, {
    fonts: '/F3 9 0 R',
    objects: [
      '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [10 0 R] /ToUnicode 11 0 R >>',
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [${widths.join(' ')}] /FontDescriptor 8 0 R >>`,
      pdfStream(
        '',
        `begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${map.length} beginbfchar ${map.join(' ')} endbfchar endcmap`,
      ),
    ],
  })
}

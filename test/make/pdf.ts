import { createHash } from 'node:crypto'

/** A PDF from its objects, numbered from 1; object 1 is the catalogue. `trailer` adds entries. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  const parts = ['%PDF-1.4\n']
  const offsets = objects.map((object, n) => {
    const offset = parts.join('').length
    parts.push(`${n + 1} 0 obj\n${object}\nendobj\n`)
    return offset
  })
  const start = parts.join('').length
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`)
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.from(parts.join(''), 'latin1')
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>'
const ONE_PAGE = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const stream = (dictionary: string, text: string): string =>
  `<< ${dictionary} /Length ${text.length} >>\nstream\n${text}\nendstream`

/** A PDF whose only page is empty. */
export const blankPdf = (trailer = '', ...more: string[]): Buffer =>
  pdfOf([CATALOGUE, ONE_PAGE, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>', ...more], trailer)

/** A PDF without pages. */
export const pagelessPdf = (): Buffer => pdfOf([CATALOGUE, '<< /Type /Pages /Kids [] /Count 0 >>'])

/** A PDF over whose damaged page tree pdf.js leaves promises behind that are rejected later: page 1 is none, the others are not where the table says. */
export function strayPdf(): Buffer {
  const kid = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>'
  const tree = '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>'
  const text = pdfOf([CATALOGUE, tree, stream('', 'q Q'), kid, kid]).toString('latin1')
  const [head = '', table = ''] = text.split('xref\n0 6\n')
  const entries = table.split('\n').map((entry, n) => (n === 4 || n === 5 ? entry.replace(/^\d{10}/, '0000000007') : entry))
  return Buffer.from(`${head}xref\n0 6\n${entries.join('\n')}`, 'latin1')
}

/** A PDF whose only page is a picture. */
export const scanPdf = (): Buffer =>
  pdfOf([
    CATALOGUE,
    ONE_PAGE,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    stream('', 'q 200 0 0 100 0 0 cm /I Do Q'),
    stream('/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8', 'abcd'),
  ])

/** A page of 841.92 × 1191.12 points, or of a point a pixel, that is one black and white picture of so many dots an inch: every third pixel each way is black. */
export function faxPdf(dots: number, isOfPixels = false): Buffer {
  const [width, height] = [Math.floor((841.92 * dots) / 72), Math.ceil((1191.12 * dots) / 72)]
  const paper = isOfPixels ? [width, height] : [841.92, 1191.12]
  const row = Math.ceil(width / 8)
  const bits = Buffer.alloc(row * height, 0xff)
  for (let y = 0; y < height; y += 3)
    for (let x = 0; x < width; x += 3) bits[y * row + (x >> 3)] = (bits[y * row + (x >> 3)] ?? 0) & ~(128 >> (x & 7))
  return pdfOf([
    CATALOGUE,
    ONE_PAGE,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${paper.join(' ')}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    stream('', `q ${paper.join(' 0 0 ')} 0 0 cm /I Do Q`),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 1`,
      bits.toString('latin1'),
    ),
  ])
}

/** Stream cipher of PDF 1.4; OpenSSL no longer offers it. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i)
  const at = (i: number): number => state[i & 255] ?? 0
  const swap = (i: number, j: number): void => {
    const [a, b] = [at(i), at(j)]
    state[i & 255] = b
    state[j & 255] = a
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let j = 0
  return Buffer.from(
    data.map((byte, n) => {
      j = (j + at(n + 1)) & 255
      swap(n + 1, j)
      return byte ^ at(at(n + 1) + at(j))
    }),
  )
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/** A PDF with one empty page, encrypted with a user password (standard handler, revision 2). */
export function encryptedPdf(password: string): Buffer {
  const [owner, id] = [Buffer.alloc(32, 7), Buffer.alloc(16, 1)]
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32)
  const rights = Buffer.from('fcffffff', 'hex')
  const key = createHash('md5')
    .update(Buffer.concat([padded, owner, rights, id]))
    .digest()
    .subarray(0, 5)
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(rc4(key, PADDING))} /P -4 >>`
  return blankPdf(`/Encrypt 4 0 R /ID [${hex(id)} ${hex(id)}]`, encrypt)
}

/** What a page needs beside its content stream. */
export interface PageParts {
  /** Entries of the page, such as `/Rotate 90`. */
  readonly page?: string
  /** Entries of its resources; `/F1` is Helvetica, `/F2` SimSun, not embedded, in GBK. */
  readonly resources?: string
  /** More fonts. */
  readonly fonts?: string
  /** More objects, numbered from 9. */
  readonly objects?: readonly string[]
}

/** A PDF of one page, 200 × 100 points, with this content stream. */
export const pagePdf = (content: string, { page = '', resources = '', fonts = '', objects = [] }: PageParts = {}): Buffer =>
  pdfOf([
    CATALOGUE,
    ONE_PAGE,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R ${page} /Resources << /Font << /F1 5 0 R /F2 6 0 R ${fonts} >> ${resources} >> >>`,
    stream('', content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [7 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 8 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [-8 -145 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /StemV 80 /CapHeight 683 >>',
    ...objects,
  ])

export { stream as pdfStream }

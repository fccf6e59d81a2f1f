import { pdfOf, pdfStream } from '../make/pdf.ts'

/** A figure of the table: set in a font whose map to Unicode gives its first code twice, as 1 and as 7. */
export const LIES = '1,460.61'

const HEADER = ['科目编码', '科目名称', '合计', '基本支出', '项目支出']
const ROWS = [
  ['', '合计', '1,561.65', '526.05', '1,035.60'],
  ['213', '农林水支出', LIES, '425.01', '1,035.60'],
  ['21303', '水利', '1,460.61', '425.01', '1,035.60'],
  ['2130301', '行政运行', '412.37', '412.37', '0.00'],
  ['2130305', '水利工程建设', '982.50', '0.00', '982.50'],
  ['2130314', '防汛', '65.74', '12.64', '53.10'],
  ['208', '社会保障和就业支出', '57.18', '57.18', '0.00'],
  ['20805', '行政事业单位养老支出', '57.18', '57.18', '0.00'],
  ['2080505', '机关事业单位基本养老保险缴费支出', '57.18', '57.18', '0.00'],
  ['221', '住房保障支出', '43.86', '43.86', '0.00'],
  ['22102', '住房改革支出', '43.86', '43.86', '0.00'],
  ['2210201', '住房公积金', '43.86', '43.86', '0.00'],
] as const
/** Left sides of the columns and the right side of the last, in points. */
const XS = [40, 110, 310, 390, 470, 550] as const
const [TOP, STEP, SIZE] = [700, 22, 10] as const
/** Row and column of the figure that lies. */
const [LYING_ROW, LYING_COLUMN] = [1, 2] as const

const ucs2 = (text: string): string =>
  `<${[...text].map(char => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')}>`

const show = (font: string, x: number, y: number, text: string): string =>
  `BT /${font} ${SIZE} Tf ${x} ${y} Td ${ucs2(text)} Tj ET`

function content(): string {
  const lines = [...HEADER.keys(), HEADER.length].map(
    column => `${XS[column]} ${TOP} m ${XS[column]} ${TOP - STEP * (ROWS.length + 1)} l S`,
  )
  const rulings = Array.from(
    { length: ROWS.length + 2 },
    (_, n) => `${XS[0]} ${TOP - STEP * n} m ${XS.at(-1)} ${TOP - STEP * n} l S`,
  )
  const words = [HEADER, ...ROWS].flatMap((row, n) =>
    row.map((text, column) => {
      const font = n === LYING_ROW + 1 && column === LYING_COLUMN ? 'F2' : 'F1'
      return show(font, (XS[column] ?? 0) + 4, TOP - STEP * (n + 1) + 7, text)
    }),
  )
  const above = [show('F1', 230, 740, '部门支出预算总表'), show('F1', 480, 715, '单位：万元')]
  return [...above, ...lines, ...rulings, ...words].join('\n')
}

/** A map to Unicode: each character by its own code, and some codes again as another character. */
function toUnicode(again: readonly (readonly [string, string])[]): string {
  const text = [...new Set([...HEADER, ...ROWS.flat(), '部门支出预算总表单位：万元0123456789'].join(''))]
  const pairs = [...text.map(char => [char, char] as const), ...again]
  const blocks = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, n) => pairs.slice(100 * n, 100 * n + 100))
  const maps = blocks.map(
    block => `${block.length} beginbfchar\n${block.map(([code, char]) => `${ucs2(code)} ${ucs2(char)}`).join('\n')}\nendbfchar`,
  )
  const space = '1 begincodespacerange <0000> <FFFF> endcodespacerange'
  return pdfStream('', `/CIDInit /ProcSet findresource begin begincmap ${space}\n${maps.join('\n')}\nendcmap end`)
}

/**
 * A budget of one table whose sums are right. In one figure a 1 is mapped to Unicode as 1 and again as 7: pdf.js takes the
 * last, PDFium the first. With `lies` false the second map is left out.
 */
export function lyingPdf(lies: boolean): Uint8Array {
  const font = (map: number): string =>
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] /ToUnicode ${map} 0 R >>`
  return new Uint8Array(
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 10 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>',
      font(8),
      font(9),
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 7 0 R >>',
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 93 /CapHeight 880 >>',
      toUnicode([]),
      toUnicode(lies ? [['1', '7']] : []),
      pdfStream('', content()),
    ]),
  )
}

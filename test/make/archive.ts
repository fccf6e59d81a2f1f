import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pdfOf } from './pdf.ts'

const REGIONS = ['青溪县', '云岭县', '石桥区', '临江市', '白鹤县', '南屏区', '长河县', '金沙县']
const OFFICES = [
  '教育局',
  '财政局',
  '民政局',
  '司法局',
  '水利局',
  '审计局',
  '统计局',
  '信访局',
  '档案馆',
  '林业局',
  '交通运输局',
  '农业农村局',
  '卫生健康局',
  '应急管理局',
  '市场监督管理局',
  '住房和城乡建设局',
  '生态环境局',
  '文化广播电视和旅游局',
  '人力资源和社会保障局',
  '医疗保障局',
]
const YEARS = [2021, 2022, 2023, 2024, 2025]

/** Millimetres have no place here: points, A4 upright. */
const PAGE = { width: 595, height: 842, left: 50, top: 110, row: 22 }
const SIZE = 10

/** Numbers that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const ucs2 = (text: string): string => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
const print = (text: string, x: number, y: number, size = SIZE): string =>
  `BT /F ${size} Tf ${x} ${y.toFixed(1)} Td ${ucs2(text)} Tj ET`
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u00FF' ? SIZE : SIZE / 2), 0)

/** A ruled table below its number and title: text left, figures right. */
export function tablePage(
  [number, title]: readonly [string, string],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): string {
  const top = PAGE.height - PAGE.top
  const right = PAGE.left + widths.reduce((sum, width) => sum + width, 0)
  const bottom = top - rows.length * PAGE.row
  const lines = [
    print(number, PAGE.left, top + 50),
    print(title, PAGE.left + 100, top + 30, 16),
    print('单位：万元', right - 60, top + 6),
    '0.5 w',
  ]
  for (let row = 0; row <= rows.length; row++)
    lines.push(`${PAGE.left} ${top - row * PAGE.row} m ${right} ${top - row * PAGE.row} l S`)
  let x = PAGE.left
  for (const width of [0, ...widths]) {
    x += width
    lines.push(`${x} ${top} m ${x} ${bottom} l S`)
  }
  for (const [at, row] of rows.entries()) {
    let left = PAGE.left
    for (const [index, text] of row.entries()) {
      const width = widths[index] ?? 0
      const figure = /^[\d.,]+$/.test(text) && text.includes('.')
      const place = figure ? left + width - widthOf(text) - 4 : left + 4
      if (text !== '') lines.push(print(text, place, top - at * PAGE.row - 15))
      left += width
    }
  }
  return lines.join('\n')
}

const yuan = (fen: number): string => (fen / 100).toFixed(2)
const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`

/** A PDF of A4 pages with these content streams; /F is SimSun, not embedded. */
export function pagesPdf(
  contents: readonly string[],
  size: { readonly width: number; readonly height: number } = PAGE,
): Buffer {
  const first = 6
  const kids = contents.map((_, at) => `${first + at * 2} 0 R`).join(' ')
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -220 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.width} ${size.height}] /Contents ${first + at * 2 + 1} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      stream(content),
    ]),
  ])
}

/** A page of nothing but lines of text. */
export const sentencesPdf = (lines: readonly string[]): Buffer =>
  pagesPdf([lines.map((line, at) => print(line, PAGE.left, PAGE.height - PAGE.top - at * PAGE.row)).join('\n')])

/** What a generated document is about. */
export interface Generated {
  readonly name: string
  readonly department: string
  readonly year: number
  readonly bytes: Buffer
  readonly pages: number
}

/** What is printed otherwise than it should be. */
interface Slips {
  /** 分 that the first 基本支出 is printed too high. */
  readonly slip?: number
  /** Names of the first subjects. */
  readonly names?: readonly string[]
}

/** The classes of its subjects, as a ledger numbers them. */
const CLASSES = [
  ['201', '一、一般公共服务支出'],
  ['208', '八、社会保障和就业支出'],
  ['210', '九、卫生健康支出'],
  ['221', '十九、住房保障支出'],
] as const

const sumOf = (items: readonly { readonly basic: number; readonly project: number }[]): number =>
  items.reduce((sum, item) => sum + item.basic + item.project, 0)

/** A small budget of an invented department whose figures add up: cover, 收支总表, 支出总表, 三公. The same seed gives the same bytes. */
export function generatedBudget(seed: number, { slip = 0, names: odd = [] }: Slips = {}): Generated {
  const random = randomOf(seed)
  const amount = (): number => Math.round(random() * 500_000)
  const [region = '', office = '', year = 2025] = [
    REGIONS[seed % REGIONS.length],
    OFFICES[Math.floor(seed / REGIONS.length) % OFFICES.length],
    YEARS[Math.floor(seed / (REGIONS.length * OFFICES.length)) % YEARS.length],
  ]
  const department = `${region}${office}${seed >= REGIONS.length * OFFICES.length * YEARS.length ? `第${Math.floor(seed / 800)}分局` : ''}`
  const items = ['2010101', '2010102', '2010199', '2080505', '2101101', '2210201'].map(code => ({
    code,
    basic: amount(),
    project: amount(),
  }))
  const basic = items.reduce((sum, item) => sum + item.basic, 0)
  const project = items.reduce((sum, item) => sum + item.project, 0)
  const all = yuan(sumOf(items))
  const [abroad, running, reception] = [amount(), amount(), amount()]
  const usual = ['行政运行', '一般行政管理事务', '其他支出', '养老保险缴费', '行政单位医疗', '住房公积金']
  const names = [...odd, ...usual.slice(odd.length)]
  const contents = [
    [print(department, 180, 600, 20), print(`${year}年部门预算`, 200, 560, 20)].join('\n'),
    tablePage(
      ['表1', '部门收支总表'],
      [150, 100, 150, 100],
      [
        ['收入', '', '支出', ''],
        ['项目', '预算数', '项目', '预算数'],
        ...CLASSES.map(([code, name], at) => [
          at === 0 ? '一、一般公共预算拨款收入' : '',
          at === 0 ? all : '',
          name,
          yuan(sumOf(items.filter(item => item.code.startsWith(code)))),
        ]),
        ['本年收入合计', all, '本年支出合计', all],
        ['收入总计', all, '支出总计', all],
      ],
    ),
    tablePage(
      ['表1-2', '部门支出总表'],
      [90, 170, 80, 80, 80],
      [
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['', '合计', all, yuan(basic), yuan(project)],
        ...items.map((item, at) => [
          item.code,
          names[at] ?? '',
          yuan(item.basic + item.project),
          yuan(item.basic + (at === 0 ? slip : 0)),
          yuan(item.project),
        ]),
      ],
    ),
    tablePage(
      ['表3-3', '一般公共预算“三公”经费支出预算表'],
      [100, 70, 100, 80, 80, 80],
      [
        ['单位名称', '合计', '因公出国（境）费', '公务用车购置', '公务用车运行', '公务接待费'],
        ['合计', yuan(abroad + running + reception), yuan(abroad), '0.00', yuan(running), yuan(reception)],
        [department.slice(0, 10), yuan(abroad + running + reception), yuan(abroad), '0.00', yuan(running), yuan(reception)],
      ],
    ),
  ]
  const bytes = pagesPdf(contents)
  return { name: `${department}-${year}年部门预算-${seed}.pdf`, department, year, bytes, pages: contents.length }
}

/** Real documents among the generated ones: one in so many. */
const ONE_SAMPLE_IN = 40
const SAMPLES = ['archives-2025-chromium.pdf', 'dachuan-2023-calc.pdf']

/** Write an archive of `count` documents, generated ones and, with other bytes at the end, the samples. Seeded: always the same archive. */
export function makeArchive(folder: string, count: number, samples = true): void {
  const originals = samples
    ? SAMPLES.map(name => readFileSync(fileURLToPath(new URL(`../../samples/${name}`, import.meta.url))))
    : []
  for (let seed = 0; seed < count; seed++) {
    // Ten folders in the order of the seeds, so that every tenth of the way has the same mix of documents.
    const home = join(folder, `${Math.floor((seed * 10) / count)}`)
    mkdirSync(home, { recursive: true })
    const original =
      seed % ONE_SAMPLE_IN === ONE_SAMPLE_IN - 1 ? originals[Math.floor(seed / ONE_SAMPLE_IN) % originals.length] : undefined
    if (original) writeFileSync(join(home, `sample-${seed}.pdf`), Buffer.concat([original, Buffer.from(`\n%${seed}\n`)]))
    else {
      const { name, bytes } = generatedBudget(seed)
      writeFileSync(join(home, name), bytes)
    }
  }
}

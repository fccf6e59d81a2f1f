// How time and memory grow with size: npm run bench:sizes [-- NAME...]. Work that grows four times should take no more than 4.6 times as long.
import { peakMemory, resetPeak } from '../../src/batch/memory.ts'
import { extractDocument } from '../../src/index.ts'
import { pagesPdf, tablePage } from '../make/archive.ts'

/** Sizes of a measure, each four times the one before. */
interface Measure {
  readonly name: string
  readonly sizes: readonly number[]
  readonly pdf: (size: number) => Buffer
}

/** The least of a few runs is the work itself; the rest is the machine. */
const RUNS = 3
/** What the start of a document takes, whatever its size, is not counted. */
const NOTHING = pagesPdf([''])
const ROWS_A_PAGE = 30

const figure = (seed: number): string => `${((seed * 7919) % 90_000) + 10}.${String(seed % 100).padStart(2, '0')}`
const rowOf = (seed: number): string[] => [`20${10000 + seed}`, `项目${seed}`, figure(seed), figure(seed + 1), figure(seed + 2)]
const listPage = (from: number, rows: number): string =>
  tablePage(
    ['表1-2', '部门支出总表'],
    [90, 170, 80, 80, 80],
    [['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...Array.from({ length: rows }, (_, row) => rowOf(from + row))],
  )
const listOf = (rows: number): Buffer =>
  pagesPdf(
    Array.from({ length: Math.ceil(rows / ROWS_A_PAGE) }, (_, at) =>
      listPage(at * ROWS_A_PAGE, Math.min(ROWS_A_PAGE, rows - at * ROWS_A_PAGE)),
    ),
  )

/** Something at so many places of a page, in rows of a hundred. */
const scattered = (count: number, at: (x: number, y: number, index: number) => string): Buffer => {
  const size = { width: 1000, height: 20 * Math.ceil(count / 100) + 40 }
  const parts = Array.from({ length: count }, (_, index) => at((index % 100) * 10, 20 + 20 * Math.floor(index / 100), index))
  return pagesPdf([parts.join('\n')], size)
}
const digit = (x: number, y: number): string => `BT /F 8 Tf ${x} ${y} Td <0031> Tj ET`

const MEASURES: readonly Measure[] = [
  { name: 'rows of one table', sizes: [20, 80, 320, 1280, 5120], pdf: listOf },
  {
    name: 'pages',
    sizes: [1, 4, 16, 64, 256, 1024],
    pdf: pages => pagesPdf(Array.from({ length: pages }, (_, at) => listPage(at, 20))),
  },
  {
    name: 'rulings',
    sizes: [250, 1000, 4000, 16_000],
    pdf: n => scattered(n, (x, y) => `${x} ${y} m ${x + 10} ${y} l S ${x} ${y} m ${x} ${y + 20} l S`),
  },
  { name: 'glyphs', sizes: [1000, 4000, 16_000, 64_000], pdf: n => scattered(n, digit) },
  {
    name: 'white text on colour',
    sizes: [500, 2000, 8000],
    pdf: n => scattered(n, (x, y) => `0 0 1 rg ${x} ${y} 9 18 re f 1 g ${digit(x + 2, y + 5)}`),
  },
  {
    name: 'cells of a form',
    sizes: [500, 2000, 8000],
    pdf: n => scattered(n, (x, y) => `${x} ${y} 10 20 re S ${digit(x + 2, y + 5)}`),
  },
]

/** Processor time of one extraction in milliseconds, the least of a few. */
async function timeOf(pdf: Buffer): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run++) {
    globalThis.gc?.()
    const start = process.cpuUsage()
    await extractDocument(pdf, { ocr: 'off' })
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

await extractDocument(listOf(200), { ocr: 'off' }) // what V8 compiles is not charged to the first size
const given = process.argv.slice(2)
const base = await timeOf(NOTHING)
for (const { name, sizes, pdf } of MEASURES.filter(
  measure => given.length === 0 || given.some(word => measure.name.includes(word)),
)) {
  let before: number | null = null
  for (const size of sizes) {
    resetPeak()
    const ms = Math.max(0.1, (await timeOf(pdf(size))) - base)
    const growth = before === null ? '' : `× ${(ms / before).toFixed(2)}`
    console.log(
      name.padEnd(22),
      String(size).padStart(7),
      `${ms.toFixed(0)} ms`.padStart(10),
      `${((ms * 1000) / size).toFixed(0)} µs each`.padStart(16),
      growth.padStart(9),
      `${peakMemory()} MB`.padStart(9),
    )
    before = ms
  }
}

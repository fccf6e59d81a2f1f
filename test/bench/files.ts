// Milliseconds of processor time a page of grids, of extract, and of extract with its files written, beside pdf.js reading the same pages and doing nothing: npm run bench [-- FILE...]
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeDocument } from '../../src/batch/files.ts'
import { tidy } from '../../src/batch/memory.ts'
import { extractDocument, gridsOf, pagesOf } from '../../src/index.ts'
import { withDocument } from '../../src/page/document.ts'

/** The least of a few runs is the work itself; the rest is the machine. */
const RUNS = 7

const pdfsIn = (folder: URL): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith('.pdf'))
        .map(name => fileURLToPath(new URL(name, folder)))
    : []
const given = process.argv.slice(2)
const files =
  given.length > 0
    ? given
    : ['../../samples/', '../../../shared/bench/zh-long/'].flatMap(folder => pdfsIn(new URL(folder, import.meta.url)))

/** pdf.js reading every page, with nothing done to what it gives; returns how many there are. */
const readOnly = (bytes: Uint8Array): Promise<number> =>
  withDocument(bytes, { outlines: true }, async pdf => {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      await page.getOperatorList()
      page.cleanup()
    }
    return pdf.numPages
  })

/** Run the works in turn and give the least time of each: so they share the same quiet and busy moments. */
async function fastest(...works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const least = works.map(() => Number.POSITIVE_INFINITY)
  for (let run = 0; run < RUNS; run++) {
    for (const [index, work] of works.entries()) {
      tidy() // as a worker does before its next document
      const start = process.cpuUsage()
      await work()
      const { user, system } = process.cpuUsage(start)
      least[index] = Math.min(least[index] ?? 0, (user + system) / 1000)
    }
  }
  return least
}

console.log(
  'milliseconds a page'.padEnd(36),
  'pdf.js'.padStart(8),
  'grids'.padStart(8),
  'extract'.padStart(8),
  'files'.padStart(8),
  'files / pdf.js'.padStart(16),
)
const out = mkdtempSync(join(tmpdir(), 'yusuan-bench-'))
for (const file of files) {
  const bytes = readFileSync(file)
  const pages = await readOnly(bytes)
  const { pages: kinds } = await extractDocument(bytes, { ocr: 'off' })
  if (kinds.some(({ content }) => content === 'scan')) continue // recognition has a bench of its own
  const times = await fastest(
    () => readOnly(bytes),
    async () => (await pagesOf(bytes)).pages.map(page => gridsOf(page)),
    () => extractDocument(bytes),
    async () => writeDocument(join(out, 'document'), await extractDocument(bytes)),
  )
  const [base = 0, , , files = 0] = times
  const columns = times.map(ms => (ms / pages).toFixed(2).padStart(8))
  console.log(basename(file).padEnd(36), ...columns, (files / base).toFixed(2).padStart(16))
}
rmSync(out, { recursive: true })

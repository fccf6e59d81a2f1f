/**
 * Prints how often a cell is right that says it is, for each kind of text: the reliability table of MEASURED. Counted are the
 * cells that stand in the right place of the right grid and are not empty on both sides; the kind is that of what was read.
 *
 *     node test/bench/ocr-reliability.ts SCAN.pdf TRUTH.json [...]
 */
import { readFileSync } from 'node:fs'
import { gridsOf } from '../../src/grid/grids.ts'
import { pagesOf } from '../../src/reading.ts'

interface TruthCell {
  readonly r: number
  readonly c: number
  readonly rs?: number
  readonly cs?: number
  readonly text: string
}

interface TruthGrid {
  readonly page: number
  readonly cells: readonly TruthCell[]
}

const LIMITS = [0.99, 0.95, 0.9, 0.7, 0.5, 0]
/** What a cell may say, the first that fits; anything else is text. */
const KINDS = [
  ['empty', /^$/],
  ['figure', /^[-−(]?[\d,]+(\.\d+)?\)?%?$/],
  ['dash', /^[-—–−]{1,2}$/],
  ['sign', /^[≥≤=<>]$/],
  ['text', /./],
] as const
const squash = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')
const DASH = /^[—–−]{1,2}$/
/** The same dash may be printed by several characters. */
const plain = (text: string): string => squash(text).replace(DASH, '-')

const place = (row: number, column: number, rowSpan = 1, columnSpan = 1): string => [row, column, rowSpan, columnSpan].join()

/** Cells seen and right, by kind and by the limit that their confidence reaches. */
const counts = new Map<string, { cells: number; right: number }>()

async function count(scan: string, truthFile: string): Promise<void> {
  const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as { readonly physical: readonly TruthGrid[] }
  const { pages } = await pagesOf(readFileSync(scan), {})
  for (const grid of pages.flatMap(gridsOf)) {
    const wanted = new Map(
      truth.physical
        .filter(({ page }) => page === grid.page)
        .flatMap(({ cells }) => cells.map(({ r, c, rs, cs, text }) => [place(r, c, rs, cs), plain(text)] as const)),
    )
    for (const { row, column, rowSpan, columnSpan, text, confidence } of grid.cells) {
      const printed = wanted.get(place(row, column, rowSpan, columnSpan))
      const read = plain(text)
      if (printed === undefined || (printed === '' && read === '')) continue
      const kind = KINDS.find(([, pattern]) => pattern.test(read))?.[0] ?? 'text'
      const key = `${kind} ${LIMITS.find(limit => confidence >= limit)}`
      const { cells, right } = counts.get(key) ?? { cells: 0, right: 0 }
      counts.set(key, { cells: cells + 1, right: right + (printed === read ? 1 : 0) })
    }
  }
}

const args = process.argv.slice(2)
for (let i = 0; i + 1 < args.length; i += 2) await count(args[i] ?? '', args[i + 1] ?? '')

const share = (key: string): string => {
  const { cells, right } = counts.get(key) ?? { cells: 0, right: 0 }
  return cells === 0 ? '–' : `${right} / ${cells}`
}
const kinds = KINDS.map(([kind]) => kind)
console.log(`| a cell says | ${kinds.join(' | ')} |\n|---|${kinds.map(() => '---|').join('')}`)
LIMITS.forEach((limit, index) => {
  const range = `${limit.toFixed(2)} – ${(LIMITS[index - 1] ?? 1).toFixed(2)}`
  console.log(`| ${range} | ${kinds.map(kind => share(`${kind} ${limit}`)).join(' | ')} |`)
})

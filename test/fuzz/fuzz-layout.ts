// Prints tables at random, reads them back and tells what did not come out as it was printed, by kind of printing.
//
//   npm run fuzz:layout -- [--seed N] [--count M] [--causes C] [--shrink K] [--record]
//
// Seeds N to N+M-1. The first C failures (100) are counted by what they need to go wrong; the first K (1) are made as
// small as they go, and their PDF, plan and overlays lie in output/fuzz/. --record writes what holds for the seeds of the
// tests to test/fuzz/holds.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gridsOf, pagesOf, tableOverlay, tablesOf } from '../../src/index.ts'
import { causesOf } from './causes.ts'
import { HOLDS, holdsText, SEEDS } from './holds.ts'
import { layoutFrom, layoutOf } from './layout.ts'
import { planOf } from './plans.ts'
import { kindsOf, readLayout } from './read.ts'
import { smallest } from './shrink.ts'
import { counted, type Tally, tallyLines } from './tally.ts'

const FOLDER = 'output/fuzz'

async function tallyOf(from: number, count: number): Promise<{ readonly tally: Tally; readonly failed: number[] }> {
  let tally: Tally = {}
  const failed: number[] = []
  for (let seed = from; seed < from + count; seed++) {
    const layout = layoutOf(seed)
    const reading = await readLayout(layout)
    tally = counted(tally, layout, reading)
    if (reading.faults.length > 0) failed.push(seed)
  }
  return { tally, failed }
}

/** Failures by the kinds that have to come together for them, the most frequent first, each with its seeds. */
async function showCauses(failed: readonly number[]): Promise<void> {
  const seeds = new Map<string, number[]>()
  for (const seed of failed) {
    const cause = (await causesOf(planOf(seed))).join(' + ')
    seeds.set(cause, [...(seeds.get(cause) ?? []), seed])
  }
  console.log(`\n${failed.length} failures by what they need:`)
  for (const [cause, own] of [...seeds].sort(([, a], [, b]) => b.length - a.length))
    console.log(`${`${own.length}`.padStart(5)}  ${cause}  (seeds ${own.slice(0, 5).join(' ')}${own.length > 5 ? ' …' : ''})`)
}

/** Make a failure small, keep it in files, and say where they are. */
async function show(seed: number): Promise<void> {
  const plan = await smallest(seed)
  if (plan === null) return
  const layout = layoutFrom(plan)
  const { faults } = await readLayout(layout)
  const folder = `${FOLDER}/${seed}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/layout.pdf`, layout.pdf)
  writeFileSync(`${folder}/plan.json`, `${JSON.stringify(plan, null, 2)}\n`)
  const { pages } = await pagesOf(layout.pdf, { ocr: 'off' })
  const { tables } = tablesOf(
    pages,
    pages.flatMap(page => gridsOf(page)),
  )
  const overlays = pages.map(page => {
    const path = `${folder}/page-${page.page}.svg`
    writeFileSync(path, tableOverlay(page, tables))
    return path
  })
  console.log(`\nseed ${seed}, as small as it goes: ${kindsOf(layout).join(', ')}`)
  for (const { what, detail } of faults) console.log(`  ${what}: ${detail}`)
  console.log(`  ${[`${folder}/layout.pdf`, ...overlays].join('\n  ')}`)
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    causes: { type: 'string', default: '100' },
    shrink: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
})
const { tally, failed } = values.record
  ? await tallyOf(SEEDS.from, SEEDS.count)
  : await tallyOf(Number(values.seed), Number(values.count))
for (const line of tallyLines(tally)) console.log(line)
if (values.record) writeFileSync(HOLDS, holdsText(tally))
else {
  await showCauses(failed.slice(0, Number(values.causes)))
  for (const seed of failed.slice(0, Number(values.shrink))) await show(seed)
}

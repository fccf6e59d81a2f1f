import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBudget } from '../../src/budget/read-budget.ts'
import { readingOf } from '../claims/reading.ts'
import { misprintScore, misreadScore, plantedIn, type Tally, tallied } from '../claims/score.ts'

// What claims that a document contradicts itself are worth on documents the rules were not made on: one figure at a time is
// printed otherwise (to be claimed), or the reading is damaged (nothing may be claimed). A misprint is not provable where all that
// goes through it holds as before: a rate of two places does not see the last digits of the change it is worked out from.
//   node test/bench/claims.ts [--half look|count] [--each 3] [--seed 1] [--told] [name of a document…]

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(root, '../shared/corpus/press')
const split: { look: string[]; count: string[] } = JSON.parse(readFileSync(join(root, 'test/corpus-split.json'), 'utf8'))
const words = process.argv.slice(2)
const option = (name: string, otherwise: string): string =>
  words.includes(`--${name}`) ? (words[words.indexOf(`--${name}`) + 1] ?? otherwise) : otherwise
const half = option('half', 'look') === 'count' ? split.count : split.look
const [each, seed] = [Number(option('each', '3')), Number(option('seed', '1'))]
const wanted = words.filter((word, at) => !word.startsWith('--') && !/^--(?:half|each|seed)$/.test(words[at - 1] ?? ''))
const files = existsSync(folder)
  ? readdirSync(folder).filter(
      name =>
        name.endsWith('.pdf') &&
        half.some(pattern => new RegExp(pattern).test(name)) &&
        (wanted.length === 0 || wanted.some(word => name.includes(word))),
    )
  : []

const misprints: Tally = new Map()
const misreadings: Tally = new Map()
for (const file of files) {
  const reading = await readingOf(join(folder, file))
  const dataset = readBudget(reading.tables, reading.text, { file: '', pageCount: reading.text.length })
  const sample = { each, seed, planted: plantedIn(join(folder, file.replace(/pdf$/, 'inconsistencies.json'))) }
  for (const [tally, scored] of [
    [misprints, misprintScore(reading, dataset, sample)],
    [misreadings, misreadScore(reading, dataset, sample)],
  ] as const)
    for (const { kind, result, told } of scored) {
      tallied(tally, kind, result)
      if (words.includes('--told') && told !== '') console.log(`${file} ${kind} ${result}: ${told}`)
    }
}
const show = (title: string, tally: Tally): void => {
  console.log(`\n${title}`)
  for (const [kind, results] of tally)
    console.log(`  ${kind}: ${[...results].map(([result, count]) => `${result} ${count}`).join(', ')}`)
}
show('printed otherwise', misprints)
show('read otherwise', misreadings)

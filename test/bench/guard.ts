import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { datasetOf } from '../check/sample.ts'
import { scoreOf } from '../claims/guard.ts'

// Changes one digit of one amount at a time in a right reading, all amounts of the standard tables, and counts how often a
// finding touches the changed cell that was not there before.
//   node test/bench/guard.ts [--seed 1] [--json] [name of a document…]

const root = fileURLToPath(new URL('../../', import.meta.url))
const folders = [join(root, 'samples'), join(root, '../shared/corpus/dev')].filter(folder => existsSync(folder))
const words = process.argv.slice(2)
const seed = Number(words[words.indexOf('--seed') + 1] ?? 1) || 1
const wanted = words.filter((word, at) => !word.startsWith('--') && words[at - 1] !== '--seed')
const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`)

for (const folder of folders)
  for (const file of readdirSync(folder).filter(
    name => name.endsWith('.pdf') && (wanted.length === 0 || wanted.some(word => name.includes(word))),
  )) {
    const score = scoreOf(file, await datasetOf(join(folder, file)), seed)
    if (words.includes('--json')) console.log(JSON.stringify(score))
    else {
      console.log(
        `${file}: ${score.figures} figures, ${score.found} changes found (${percent(score.found, score.figures)}), ${score.broken} as more than rounding (${percent(score.broken, score.figures)})`,
      )
      for (const [column, count] of Object.entries(score.missed)) console.log(`  missed ${count} × ${column}`)
    }
  }

// Damaged PDFs, seed after seed, through a batch with healthy neighbours: npm run fuzz:bytes -- --seed 1 --count 1000
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultsOf } from './run.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '1000' } },
})
const base = mkdtempSync(join(tmpdir(), 'yusuan-fuzz-'))
const kept = join(tmpdir(), 'yusuan-fuzz-kept')
const faults = await faultsOf({ base, seed: Number(values.seed), count: Number(values.count) })
for (const { seed, name, what, bytes } of faults) {
  mkdirSync(kept, { recursive: true })
  writeFileSync(join(kept, `${seed}.pdf`), bytes)
  console.log(`seed ${seed} (${name}): ${what}; kept as ${join(kept, `${seed}.pdf`)}`)
}
rmSync(base, { recursive: true })
console.log(`${values.count} damaged documents from seed ${values.seed}: ${faults.length} faults of ours`)
process.exitCode = faults.length > 0 ? 1 : 0

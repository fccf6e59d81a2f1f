/**
 * Fits what evidence about texts without a lattice is worth (src/grid/open/area-weights.json), on pages whose tables are known,
 * and on pages of published documents outside the tables found there. Only the half of the corpora that may be looked at is
 * learned from; the other is counted.
 *
 *     npm run fit:areas [-- --dry]
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { areaExamples } from './areas.ts'
import { AREAS } from './before.ts'
import { knownPages } from './documents.ts'
import { answered, type Example, fitWeights } from './logit.ts'

const halves: Record<'look' | 'count', Example[]> = { look: [], count: [] }
for await (const { name, isCounted, page, known } of knownPages())
  halves[isCounted ? 'count' : 'look'].push(...areaExamples(name, page, known))

const weights = fitWeights(halves.look, AREAS)
for (const [half, examples] of Object.entries(halves))
  console.log(`${half}: ${answered(examples, weights).right} of ${examples.length} answered`)
for (const { place, right } of answered(halves.look, weights).wrong)
  console.log(`  ${place}: ${right === 0 ? 'is a table' : 'is none'}`)
const target = fileURLToPath(new URL('../../src/grid/open/area-weights.json', import.meta.url))
if (!process.argv.includes('--dry')) writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`)

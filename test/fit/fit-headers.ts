/**
 * Fits what evidence about the depth of a header is worth (src/table/headers/header-weights.json), on pages whose tables are known.
 * Only the half of the corpora that may be looked at is learned from; the other is counted.
 *
 *     npm run fit:headers [-- --dry]
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { HEADERS } from './before.ts'
import { corpusDocuments, printedDocuments } from './documents.ts'
import { headerExamples } from './headers.ts'
import { answered, type Example, fitWeights } from './logit.ts'

const halves: Record<'look' | 'count', Example[]> = { look: [], count: [] }
for (const documents of [corpusDocuments(), printedDocuments()])
  for await (const document of documents) halves[document.isCounted ? 'count' : 'look'].push(...headerExamples(document))

const weights = fitWeights(halves.look, HEADERS)
for (const [half, examples] of Object.entries(halves))
  console.log(`${half}: ${answered(examples, weights).right} of ${examples.length} answered`)
for (const { place, moves, right } of answered(halves.look, weights).wrong)
  console.log(
    `  ${place}: is reading ${right} of ${JSON.stringify(moves.map(({ observations }) => observations.map(({ name, strength }) => `${name} ${strength.toFixed(2)}`)))}`,
  )
const target = fileURLToPath(new URL('../../src/table/headers/header-weights.json', import.meta.url))
if (!process.argv.includes('--dry')) writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`)

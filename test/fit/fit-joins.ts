/**
 * Fits what evidence is worth when pages are put together, on the seams of documents whose tables are known, and writes
 * src/table/join-weights.json. Only the half of the corpora that may be looked at is learned from; the other half is counted.
 *
 *     npm run fit:joins [-- --dry]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gridsOf } from '../../src/grid/grids.ts'
import { pagesOf } from '../../src/pipeline.ts'
import { piecesOf } from '../../src/table/pieces.ts'
import { surroundingsOf } from '../../src/table/surroundings.ts'
import split from '../corpus-split.json' with { type: 'json' }
import { answered, fitWeights } from './logit.ts'
import { type Example, examplesOf, type KnownTable } from './seams.ts'

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const target = fileURLToPath(new URL('../../src/table/join-weights.json', import.meta.url))

const [look, count]: [Example[], Example[]] = [[], []]
for (const folder of ['corpus/press', 'corpus/dev', 'model']) {
  const directory = join(shared, folder)
  if (!existsSync(directory)) throw new Error(`no ${directory}: the documents with known tables are needed`)
  for (const file of readdirSync(directory).filter(name => name.endsWith('.truth.json') && !name.includes('scan'))) {
    const name = file.slice(0, -'.truth.json'.length)
    const truth = JSON.parse(readFileSync(join(directory, file), 'utf8')) as { logical: KnownTable[] }
    const { pages } = await pagesOf(readFileSync(join(directory, `${name}.pdf`)), { ocr: 'off' })
    const grids = pages.flatMap(page => gridsOf(page))
    const pieces = piecesOf(pages, grids, surroundingsOf(pages, grids))
    const isCounted = split.count.some(pattern => new RegExp(pattern).test(name))
    ;(isCounted ? count : look).push(...examplesOf(name, pieces, truth.logical))
  }
}
const weights = fitWeights(look)
for (const [half, examples] of Object.entries({ look, count })) {
  const { right, wrong } = answered(examples, weights)
  console.log(`${half}: ${right} of ${examples.length} seams answered`)
  for (const { place, moves, right: at } of half === 'look' ? wrong : [])
    console.log(
      `  ${place}: is ${moves[at]?.kind}`,
      JSON.stringify(
        moves.map(({ kind, observations }) => [
          kind,
          ...observations.map(({ name, strength }) => `${name} ${strength.toFixed(2)}`),
        ]),
      ),
    )
}
console.log(JSON.stringify(weights, null, 1).replace(/\{\s+"weight": (\S+),\s+"examples": (\d+)\s+\}/g, '$1 ($2)'))
if (!process.argv.includes('--dry')) writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`)

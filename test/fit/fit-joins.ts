/**
 * Fits what evidence is worth when pages are put together, on the page breaks of documents whose tables are known: how a
 * page goes on from the one before (src/table/joins/join-weights.json), and whether the break cut a row or a merged cell
 * (src/table/joins/cut-weights.json). Only the half of the corpora that may be looked at is learned from; the other is counted.
 *
 *     npm run fit:joins [-- --dry]
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CUTS, JOINS } from './before.ts'
import { breakExamples } from './cuts.ts'
import { cardDocuments, corpusDocuments, printedDocuments, rareDocuments } from './documents.ts'
import { answered, type Before, type Example, fitWeights } from './logit.ts'
import { examplesOf } from './seams.ts'

interface Halves {
  readonly look: Example[]
  readonly count: Example[]
}

const joins: Halves = { look: [], count: [] }
const cuts: Halves = { look: [], count: [] }

for await (const document of corpusDocuments()) {
  const half = document.isCounted ? 'count' : 'look'
  const { examples, sheets } = examplesOf(document.name, document.pieces, document.tables)
  joins[half].push(...examples)
  cuts[half].push(...breakExamples(document, sheets))
}
for await (const { isCounted, name, pieces, tables } of cardDocuments())
  joins[isCounted ? 'count' : 'look'].push(...examplesOf(name, pieces, tables).examples)
// Printed layouts are asked what their breaks cut; all but a few of their nameless pages go on, which is not so elsewhere.
for (const documents of [printedDocuments(), rareDocuments()])
  for await (const document of documents) {
    const { sheets } = examplesOf(document.name, document.pieces, document.tables)
    cuts[document.isCounted ? 'count' : 'look'].push(...breakExamples(document, sheets))
  }

/** Fit the weights of one kind of decision, say how many are answered and which not, and write them. */
function fit(file: string, { look, count }: Halves, before: Before): void {
  const weights = fitWeights(look, before)
  for (const [half, examples] of Object.entries({ look, count })) {
    const { right, wrong } = answered(examples, weights)
    console.log(`${file}, ${half}: ${right} of ${examples.length} answered`)
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
  const target = fileURLToPath(new URL(`../../src/table/joins/${file}`, import.meta.url))
  if (!process.argv.includes('--dry')) writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`)
}

fit('join-weights.json', joins, JOINS)
fit('cut-weights.json', cuts, CUTS)

/**
 * Fits what evidence is worth when pages are put together, on the page breaks of documents whose tables are known: how a
 * page goes on from the one before (src/table/join-weights.json), and whether the break cut a row or a merged cell
 * (src/table/cut-weights.json). Only the half of the corpora that may be looked at is learned from; the other is counted.
 *
 *     npm run fit:joins [-- --dry]
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { arrange } from '../../src/table/arrange.ts'
import { wholeTexts, wholeTitles } from '../../src/table/sheet.ts'
import { CUTS, JOINS } from './before.ts'
import { cutExamples, titleExamples } from './cuts.ts'
import { corpusDocuments, type KnownDocument, printedDocuments } from './documents.ts'
import { answered, type Before, type Example, fitWeights } from './logit.ts'
import { examplesOf, tableOf } from './seams.ts'

interface Halves {
  readonly look: Example[]
  readonly count: Example[]
}

const joins: Halves = { look: [], count: [] }
const cuts: Halves = { look: [], count: [] }

/** What the page breaks within the tables of a document ask. */
function cutsOf({ name, pieces, tables }: KnownDocument): Example[] {
  const sheets = arrange(pieces)
  const [known, titles] = [wholeTexts(sheets), wholeTitles(sheets)]
  return sheets.flatMap(sheet => {
    const [strip] = sheet.strips
    const table = strip && tableOf(strip.pieces, tables)
    if (strip === undefined || table === null || table === undefined) return []
    return [...cutExamples(name, strip, table, known), ...titleExamples(name, sheet, table, titles)]
  })
}

for await (const document of corpusDocuments()) {
  const half = document.isCounted ? 'count' : 'look'
  joins[half].push(...examplesOf(document.name, document.pieces, document.tables))
  cuts[half].push(...cutsOf(document))
}
for await (const document of printedDocuments()) cuts[document.isCounted ? 'count' : 'look'].push(...cutsOf(document))

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
  const target = fileURLToPath(new URL(`../../src/table/${file}`, import.meta.url))
  if (!process.argv.includes('--dry')) writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`)
}

fit('join-weights.json', joins, JOINS)
fit('cut-weights.json', cuts, CUTS)

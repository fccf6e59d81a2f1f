/**
 * How far the margins of decisions can be believed: of all decisions whose right answer is known, how many with a margin below
 * each threshold are wrong (a doubt about them is deserved), and how many of the wrong ones are below it (told).
 *
 *     npm run fit:margins
 */
import { probabilityOf, sumOf, type Weights, weigh } from '../../src/evidence.ts'
import headerWeights from '../../src/table/headers/header-weights.json' with { type: 'json' }
import { arrange } from '../../src/table/joins/arrange.ts'
import cutWeights from '../../src/table/joins/cut-weights.json' with { type: 'json' }
import { breakExamples } from './cuts.ts'
import { corpusDocuments, type KnownDocument, printedDocuments, rareDocuments } from './documents.ts'
import { headerExamples } from './headers.ts'
import type { Example } from './logit.ts'
import { examplesOf } from './seams.ts'

/** A decision that was made: how sure it was, and whether it was right. */
interface Made {
  readonly what: string
  readonly margin: number
  readonly isRight: boolean
  readonly place: string
}

const THRESHOLDS = [0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.999]
const MOVES: Readonly<Record<string, string>> = { 'begins a table': 'begin', 'stands beside': 'beside' }

/** How the pages of a document were put together, where the known tables tell how they should be; pages of several grids left out. */
function joinsMade({ pieces }: KnownDocument, examples: readonly Example[]): Made[] {
  const byPage = Map.groupBy(
    arrange(pieces).flatMap(({ decisions }) => decisions),
    ({ page }) => page,
  )
  return examples.flatMap(({ place, moves, right }): Made[] => {
    const [decision, ...more] = byPage.get(Number(/ p(\d+)$/.exec(place)?.[1])) ?? []
    if (decision === undefined || more.length > 0) return []
    const { chosen, margin } = decision
    return [{ what: 'join', place, margin, isRight: (MOVES[chosen] ?? 'down') === moves[right]?.kind }]
  })
}

/** How examples are decided with the weights of the program. */
function made(examples: readonly Example[], weights: Readonly<Record<string, Weights>>): Made[] {
  return examples.map(({ place, moves, right }) => {
    const scores = moves.map(({ kind, observations }) =>
      sumOf(weigh([{ name: 'before-looking', strength: 1, because: '' }, ...observations], weights[kind] ?? {})),
    )
    const [best = 0, next = Number.NEGATIVE_INFINITY] = [...scores].sort((a, b) => b - a)
    const what = moves.some(({ kind }) => kind === 'rows') ? 'header' : (moves.at(-1)?.kind ?? '')
    return { what, place, margin: probabilityOf(best - next), isRight: scores.indexOf(best) === right }
  })
}

const all: Record<'look' | 'count', Made[]> = { look: [], count: [] }
for (const documents of [corpusDocuments(), printedDocuments(), rareDocuments()])
  for await (const document of documents) {
    const { examples, sheets } = examplesOf(document.name, document.pieces, document.tables)
    all[document.isCounted ? 'count' : 'look'].push(
      ...joinsMade(document, examples),
      ...made(breakExamples(document, sheets), cutWeights),
      ...made(headerExamples(document), headerWeights),
    )
  }
for (const [half, decisions] of Object.entries(all))
  for (const [what, own] of Map.groupBy(decisions, one => one.what)) {
    const wrong = own.filter(({ isRight }) => !isRight)
    console.log(`${half}, ${what}: ${own.length} decisions, ${wrong.length} wrong`)
    for (const threshold of THRESHOLDS) {
      const [doubts, told] = [own, wrong].map(some => some.filter(({ margin }) => margin < threshold).length)
      console.log(`  below ${threshold}: ${told} of ${doubts} doubts deserved, ${told} of ${wrong.length} wrong ones told`)
    }
    if (half === 'look') for (const { place, margin } of wrong) console.log(`  wrong: ${place}, ${margin.toFixed(3)}`)
  }

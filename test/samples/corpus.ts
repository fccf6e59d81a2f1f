import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extractDocument, gridsJson, gridsOf, pagesOf } from '../../src/index.ts'

/** Documents with exact truth that may be read but not passed on; they stand beside the checkout or not at all. */
const SHARED = new URL('../../../shared/', import.meta.url)
const SETS: readonly { readonly folder: string; readonly names: RegExp }[] = [
  { folder: 'corpus/dev/', names: /./ },
  { folder: 'model/', names: /-(calc|chromium|writer)$/ },
]

/** The scores last accepted. */
export const STATUS_FILE: URL = new URL('../expected/corpus.json', import.meta.url)

/** What the scorer counts; more may be there. */
export interface Score {
  readonly tables: number
  readonly found: number
  readonly extra: number
  readonly perfect: number
  readonly truthCells: number
  readonly resultCells: number
  readonly hits: number
  readonly amounts: number
  readonly amountsRight: number
  readonly silent: number
  readonly labels: number
  readonly labelsRight: number
  readonly headers: number
  readonly headersRight: number
}

/** Scores of a document: its joined tables, and its grids as drawn. */
export type DocumentScore = { readonly tables: Score; readonly grids: Score }

type Scorer = (
  truth: unknown,
  result: unknown,
  options?: { readonly physical?: boolean },
) => Score & { readonly errors: string[] }

const COUNTS =
  'tables found extra perfect truthCells resultCells hits amounts amountsRight silent labels labelsRight headers headersRight'

const counts = (score: Score): Score =>
  Object.fromEntries(Object.entries(score).filter(([name]) => COUNTS.split(' ').includes(name))) as unknown as Score

async function scoreOf(file: URL, truth: URL, score: Scorer): Promise<DocumentScore> {
  const bytes = readFileSync(file)
  const expected: unknown = JSON.parse(readFileSync(truth, 'utf8'))
  const { pages } = await pagesOf(bytes)
  return {
    tables: counts(score(expected, await extractDocument(bytes))),
    grids: counts(score(expected, gridsJson(pages.flatMap(page => gridsOf(page))), { physical: true })),
  }
}

/** Scores of every document with truth, or null where the folder is not there. */
export async function corpusScores(): Promise<Record<string, DocumentScore> | null> {
  const scorer = new URL('score/score.mjs', SHARED)
  if (!existsSync(scorer)) return null
  const { score } = (await import(scorer.href)) as { score: Scorer }
  const scores: Record<string, DocumentScore> = {}
  for (const { folder, names } of SETS) {
    const place = new URL(folder, SHARED)
    const documents = existsSync(place) ? readdirSync(place).filter(file => file.endsWith('.truth.json')) : []
    for (const name of documents.map(file => file.replace(/\.truth\.json$/, '')).filter(name => names.test(name)))
      scores[name] = await scoreOf(new URL(`${name}.pdf`, place), new URL(`${name}.truth.json`, place), score)
  }
  return scores
}

/** Harmonic mean of precision and recall of exact cells. */
export const cellF1 = ({ hits, truthCells, resultCells }: Score): number =>
  truthCells + resultCells === 0 ? 1 : (2 * hits) / (truthCells + resultCells)

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cellF1, corpusScores, type DocumentScore, type Score, STATUS_FILE } from './corpus.ts'

/** Under these no change may be accepted, whatever the scores were before. */
const FLOOR = { cellF1: 0.99, labels: 0.98, headers: 0.98 }

const scores = await corpusScores()
const accepted: Record<string, DocumentScore> = existsSync(STATUS_FILE) ? JSON.parse(readFileSync(STATUS_FILE, 'utf8')) : {}

/** How far a score is from perfect, by name; less is better. */
const shortfall = (score: Score): Record<string, number> => ({
  tablesMissing: score.tables - score.found,
  tablesInvented: score.extra,
  cellsLost: score.truthCells - score.hits,
  cellsInvented: score.resultCells - score.hits,
  amountsNotRight: score.amounts - score.amountsRight,
  silentAmounts: score.silent,
  labelsWrong: (score.labels ?? 0) - (score.labelsRight ?? 0),
  headersWrong: (score.headers ?? 0) - (score.headersRight ?? 0),
})

describe.skipIf(!scores)('documents of ../shared with their truth', () => {
  test.each(Object.keys(scores ?? {}))('%s is as good as accepted, and not better', name => {
    const known = accepted[name]
    expect(known, `${name} is new: npm run accept -- corpus`).toBeDefined()
    for (const kind of ['tables', 'grids'] as const) {
      const now = scores?.[name]?.[kind]
      const before = known?.[kind]
      if (!now || !before) throw new Error(`no score of ${name}`)
      // When this shows less than before the change made it better: npm run accept -- corpus.
      expect(shortfall(now), `${name}, ${kind}`).toEqual(shortfall(before))
    }
  })

  test.each(Object.entries(scores ?? {}))('%s is above the floor', (_, { tables, grids }) => {
    expect([tables.found, tables.extra, tables.silent]).toEqual([tables.tables, 0, 0])
    expect(cellF1(tables)).toBeGreaterThanOrEqual(FLOOR.cellF1)
    expect(tables.labelsRight / Math.max(1, tables.labels)).toBeGreaterThanOrEqual(FLOOR.labels)
    expect(tables.headersRight / Math.max(1, tables.headers)).toBeGreaterThanOrEqual(FLOOR.headers)
    expect([grids.found, grids.extra, cellF1(grids)]).toEqual([grids.tables, 0, 1])
  })
})

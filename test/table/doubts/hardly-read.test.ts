import { expect, test } from 'vitest'
import type { Grid } from '../../../src/grid/grid.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

const grid = gridOf('编码|名称|合计\n201|公共|9.00\n205|教育|8.00')

/** The grid as it is read from a picture, its cells with these confidences, the last one for all that follow. */
const scanned = (...confidences: readonly number[]): Grid => ({
  ...grid,
  cells: grid.cells.map((cell, at) => ({ ...cell, source: 'ocr', confidence: confidences[at] ?? confidences.at(-1) ?? 1 })),
})

const told = (grids: readonly Grid[]) => {
  const { findings, tables } = tablesOf([pageOf(1)], grids)
  return { told: findings.filter(({ code }) => code === 'scan-doubtful'), id: tables[0]?.id }
}

test('a scanned page of which most was not read for sure says that rows of its tables may be missing', () => {
  const { told: findings, id } = told([scanned(0.97, 0.97, 0.88)])
  expect(findings).toMatchObject([{ page: 1, table: id, tables: [id], actual: '7', severity: 'warning' }])
})

test('a scanned page that was read for sure but for some cells says nothing more than its cells do', () => {
  expect(told([scanned(0.88, 0.88, 0.97)]).told).toEqual([])
})

test('a page of text, whatever is doubtful on it, is no scan', () => {
  const doubtful = { ...grid, cells: grid.cells.map(cell => ({ ...cell, confidence: 0.5 })) }
  expect(told([doubtful]).told).toEqual([])
})

test('a scanned page whose tables were not found is told too', () => {
  const page = pageOf(1, ['43,664.50', 200, 160], ['农林水支出', 100, 190])
  const glyphs = page.glyphs.map(glyph => ({ ...glyph, source: 'ocr' as const, confidence: 0.6 }))
  const { findings } = tablesOf([{ ...page, glyphs }], [])
  expect(findings.filter(({ code }) => code === 'scan-doubtful')).toMatchObject([{ page: 1, table: null, actual: '2' }])
})

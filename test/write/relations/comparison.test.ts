import { expect, test } from 'vitest'
import { coverageText } from '../../../src/commands/coverage.ts'
import { progressLine } from '../../../src/commands/progress.ts'
import { changeLines } from '../../../src/commands/sangong.ts'
import { extractDocument } from '../../../src/index.ts'
import { comparisonRows } from '../../../src/write/relations/comparison.ts'
import { coverageRow } from '../../../src/write/relations/coverage.ts'
import { type ArchiveDocument, percentOf } from '../../../src/write/relations/relation.ts'
import { sangongRows } from '../../../src/write/relations/sangong.ts'
import { generatedBudget } from '../../make/archive.ts'

/** Seeds of one department in two years. */
const [EARLIER, LATER] = [0, 160]

async function archived(seed: number): Promise<ArchiveDocument> {
  const { name, bytes } = generatedBudget(seed)
  const document = await extractDocument(bytes, { file: name })
  return {
    name,
    file: name,
    status: 'ok',
    current: true,
    replacedBy: null,
    partOf: null,
    parts: [],
    modified: null,
    version: '0',
    document,
  }
}

test.each([
  [50n, 100n, '50.0'],
  [-1n, 3n, '-33.3'],
  [2n, 3n, '66.7'],
  [1n, 2000n, '0.1'],
  [5n, 0n, null],
  [10n, -100n, '10.0'],
])('%d of %d is %s per cent', (change, of, percent) => {
  expect(percentOf(change, of)).toBe(percent)
})

test('two years of a department stand side by side, the largest change first', async () => {
  const [earlier, later] = [await archived(EARLIER), await archived(LATER)]
  expect([earlier, later].map(({ document }) => document.document.fiscalYear)).toEqual([2021, 2022])
  const rows = comparisonRows(earlier, later)
  const sizes = rows
    .filter(({ before, after }) => before !== null && after !== null)
    .map(({ change }) => Number(change))
    .map(Math.abs)
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  const reception = rows.find(row => row['table_kind'] === 'bud.sangong' && row['column'] === 'reception')
  const printed = (document: ArchiveDocument) => document.document.sangong.find(({ fund }) => fund === 'all')?.reception?.fen
  expect([`${reception?.['before']}`, `${reception?.['after']}`]).toEqual([printed(earlier), printed(later)])
  expect(reception?.['change']).toBe(BigInt(printed(later) ?? 0) - BigInt(printed(earlier) ?? 0))
})

test('coverage tells the years of a department, the gaps, and what is missing', async () => {
  const rows = [
    coverageRow(await archived(0)),
    { ...coverageRow(await archived(LATER)), fiscal_year: 2024, missing_tables: '项目支出表' },
  ]
  expect(coverageText(rows, 'en')).toBe(
    '青溪县教育局  2021 budget  2022 missing  2023 missing  2024 budget\n    青溪县教育局-2022年部门预算-160.pdf: missing: 项目支出表\n1 department, 2 documents\n',
  )
  expect(coverageText(rows, 'zh')).toBe(
    '青溪县教育局  2021 预算  2022 缺  2023 缺  2024 预算\n    青溪县教育局-2022年部门预算-160.pdf: 缺表：项目支出表\n1 个部门，2 份文件\n',
  )
})

test('a missing table is named by the title that the document lists, quotation marks and all', async () => {
  const named = await archived(0)
  const title = '一般公共预算“三公”经费支出表'
  const [finding] = named.document.findings
  if (!finding) throw new Error('the generated budget has changed')
  const missing = { ...finding, code: 'listed-table-missing', expected: title, message: { zh: `目录列有《${title}》`, en: '' } }
  const document = { ...named.document, findings: [missing] }
  expect(coverageRow({ ...named, document })['missing_tables']).toBe(title)
  // A table that another part of the publication has is not missing, and a part says whose it is.
  const [table] = document.tables
  if (!table) throw new Error('the generated budget has changed')
  const part = { name: 'part', document: { ...document, tables: [{ ...table, title }] } }
  expect(coverageRow({ ...named, document, parts: [part] })['missing_tables']).toBe('')
  const row = coverageRow({ ...named, document, partOf: 'lead' })
  expect(row).toMatchObject({ missing_tables: '', part_of: 'lead' })
  expect(coverageText([row], 'zh')).toContain('与 lead 是同一公开的两部分')
})

test('changes of 三公 from year to year', async () => {
  const documents = [await archived(LATER), await archived(EARLIER)]
  const lines = changeLines(
    documents.flatMap(document => sangongRows(document)),
    'zh',
  )
  expect(lines.at(-1)).toMatch(/^ {2}青溪县教育局 2021 → 2022 {2}合计 [\d.]+ → [\d.]+ {2}[+-][\d.]+元 \([+-][\d.]+ %\)$/)
})

test('the progress bar tells rate, remaining time and failures', () => {
  const line = progressLine({ documents: 100, over: 50, done: 40, failed: 2, current: 0, ms: 120_000 }, 'en')
  expect(line).toBe('████████████░░░░░░░░░░░░ 50/100 documents · 20 a minute · 3 min left · 2 failed')
})

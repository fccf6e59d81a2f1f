import { expect, test } from 'vitest'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import type { Page } from '../../../src/page/page.ts'
import type { Table } from '../../../src/table/table.ts'
import { keepContract } from '../../../src/write/document/contract.ts'
import { documentSchema } from '../../../src/write/document/document.ts'
import { documentText } from '../../../src/write/document/json.ts'
import { pageJson, toDocument } from '../../../src/write/document/to-document.ts'
import { narrated } from '../../check/checked.ts'

const page: Page = {
  page: 1,
  width: 594.9912,
  height: 842,
  rotation: 90,
  glyphs: [],
  rulings: [],
  pictures: [],
  shades: [],
  garbled: [{ font: 'SimSun', share: 0.98765, glyphs: 12 }],
}
const table: Table = {
  id: 'p1-1',
  number: null,
  title: null,
  department: null,
  unit: null,
  regions: [{ page: 1, box: [1.23456, 2, 3, 4.999] }],
  headerRows: 0,
  columns: [{ index: 0, path: [] }],
  form: null,
  decisions: [],
  rowCount: 2,
  cells: [
    {
      row: 0,
      column: 0,
      rowSpan: 2,
      columnSpan: 1,
      text: '合计',
      lines: ['合', '计'],
      page: 1,
      box: [1.23456, 2, 3, 4.999],
      textLeft: 2,
      source: 'pdf',
      confidence: 1,
    },
  ],
}
const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
const dataset = readBudget([table], [])
const document = keepContract(
  toDocument({ source, pages: [pageJson(page)], dataset, checked: checkDataset(dataset), findings: [] }),
)

test('coordinates are rounded to a hundredth, unknown things are null', () => {
  expect(document.pages[0]).toMatchObject({
    width: 594.99,
    rotation: 90,
    content: 'blank',
    garbled: [{ font: 'SimSun', share: 0.99 }],
  })
  expect(document.tables[0]?.cells[0]).toMatchObject({ box: [1.23, 2, 3, 5], lines: ['合', '计'], amount: null })
  expect(document.tables[0]?.rows).toEqual([
    { index: 0, role: null, depth: null },
    { index: 1, role: null, depth: null },
  ])
})

test('the text is JSON with a cell a line, and reads back the same', () => {
  const text = documentText(document)
  expect(JSON.parse(text)).toEqual(document)
  expect(text.split('\n').filter(line => line.includes('"rowSpan"'))).toHaveLength(1)
})

test('nothing that breaks the contract is written', () => {
  const wrong = { ...document, schemaVersion: '2.0' }
  expect(documentSchema.safeParse(wrong).success).toBe(false)
  expect(documentSchema.safeParse({ ...document, more: 1 }).success).toBe(false)
  // @ts-expect-error: no version of ours
  expect(() => documentText(wrong)).toThrow()
})

test('a relation that fails by what rounding or cutting leaves is told as rounding, never as broken', () => {
  const dataset = narrated(['较2023年年初预算1,962.45万元增加287.62万元、增长14.65%的,是2024年收入总预算2,250.07万元。'])
  const checked = checkDataset(dataset)
  const { checks } = toDocument({ source, pages: [pageJson(page)], dataset, checked, findings: [] })
  const failing = checked.checks.findIndex(({ outcome }) => outcome === 'broken')
  expect(checked.checks[failing]).toMatchObject({ outcome: 'broken', verdict: 'rounding' })
  expect(checks[failing]).toMatchObject({ outcome: 'rounding', verdict: 'rounding' })
})

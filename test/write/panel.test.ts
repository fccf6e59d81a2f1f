import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extractDocument } from '../../src/pipeline.ts'
import { panelRow } from '../../src/write/panel.ts'

test('the panel has the figures that people compare, each with its page and the money it counts', async () => {
  const bytes = readFileSync(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))
  const row = panelRow({ name: 'dachuan', current: true, document: await extractDocument(bytes, { file: 'a.pdf' }) })
  expect(row).toMatchObject({
    department: '达州市达川区人民政府办公室',
    fiscal_year: 2023,
    scope: 'department',
    ...{ income: 1215750000n, income_page: 16, income_basis: 'all' },
    ...{ expenditure: 1215750000n, expenditure_basis: 'all' },
    ...{ basic: 864950000n, project: 350800000n },
    // personnel and public are printed for 一般公共预算 alone
    ...{ personnel: 694690000n, personnel_basis: 'general', public: 170260000n, public_basis: 'general' },
    ...{ sangong: 29500000n, abroad: null, purchase: 18000000n },
    ...{ vehicles: 1, vehicles_page: 10 },
  })
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { proseFacts } from '../../src/budget/prose-facts.ts'
import { readBudget } from '../../src/budget/read-budget.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { extractDocument } from '../../src/pipeline.ts'
import { narrativeRows } from '../../src/write/narrative.ts'
import { toDocument } from '../../src/write/to-document.ts'
import { paragraph } from '../budget/paragraph.ts'

const bytes = readFileSync(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))
const document = await extractDocument(bytes, { file: 'a.pdf' })
const rows = narrativeRows({ name: 'dachuan', document })

test('a figure of the running text has its name, sentence, page and 元', () => {
  expect(rows.find(({ text }) => text === '29.50万元')).toMatchObject({
    document: 'dachuan',
    department: '达州市达川区人民政府办公室',
    fiscal_year: 2023,
    scope: 'department',
    figure: 'amount',
    value: '29.50',
    unit: '万元',
    yuan: 29500000n,
    page: 10,
    sentence: expect.stringMatching(/三公.*29\.50万元$/),
  })
})

test('what is no money has no 元, and every row its place', () => {
  for (const { figure, yuan, page, x0, x1 } of rows) {
    if (figure === 'share' || figure === 'count') expect(yuan).toBeNull()
    expect(page).toBeGreaterThan(0)
    expect(Number(x0)).toBeLessThan(Number(x1))
  }
})

test('a percentage is called by the amount it is of, and every change has a name', () => {
  const text = [
    '公务接待费支出20.00万元,占“三公”经费的100%。',
    '行政运行(2010301)993.77万元,比上年增加5.00万元。',
    '没有使用政府性基金预算安排的支出。',
  ]
  const dataset = { ...readBudget([], []), prose: proseFacts(text.map(line => paragraph(line))) }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const prose = narrativeRows({
    name: 'a',
    document: toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] }),
  })
  expect(prose.map(({ figure, name, code, sentence }) => [figure, name, code, sentence])).toEqual([
    ['amount', '公务接待费支出', null, '公务接待费支出20.00万元'],
    ['share', '公务接待费支出占三公经费的', null, '公务接待费支出20.00万元,占“三公”经费的100%'],
    ['amount', '行政运行', '2010301', '行政运行(2010301)993.77万元'],
    ['change', '行政运行', '2010301', '行政运行(2010301)993.77万元,比上年增加5.00万元'],
    ['statement', '', null, '没有使用政府性基金预算安排的支出'],
  ])
})

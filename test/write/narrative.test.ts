import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extractDocument } from '../../src/pipeline.ts'
import { narrativeRows } from '../../src/write/narrative.ts'

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

test('an amount under the heading of a 科目 is that of the 科目', () => {
  const [fact] = document.narrative.filter(({ kind, item }) => kind === 'amount' && item === null)
  if (!fact) throw new Error('no amount without a 科目')
  const section = '三、支出决算 > 2.社会保障和就业支出(类)行政事业单位养老支出(款)行政单位离退休(项)'
  const [row] = narrativeRows({ name: 'dachuan', document: { ...document, narrative: [{ ...fact, section }] } })
  expect(row).toMatchObject({ code: '2080501', subject: '社会保障和就业支出/行政事业单位养老支出/行政单位离退休' })
})

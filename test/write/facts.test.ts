import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { factRows } from '../../src/write/facts.ts'
import { toDocument } from '../../src/write/to-document.ts'
import { tableOf } from '../budget/table.ts'

test('a figure of a form goes by its label and the head it stands under, never by another figure', () => {
  const rows = [
    ['项目资金（万元）', '', '年初预算数', '全年执行数', '分值'],
    ['^', '年度资金总额', '1,286.40', '1,250.00', '10'],
    ['^', '其中：财政拨款', '1,286.40', '1,250.00', ''],
  ]
  const dataset = readBudget([tableOf(rows, 0, { title: '项目支出绩效自评表', unit: null })], [])
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const document = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  const facts = [...factRows({ name: 'a', document })]
  expect(facts.map(({ label, header, text, unit }) => [label, header, text, unit])).toEqual([
    ['年度资金总额', '年初预算数', '1,286.40', '万元'],
    ['年度资金总额', '全年执行数', '1,250.00', '万元'],
    ['财政拨款', '年初预算数', '1,286.40', '万元'],
    ['财政拨款', '全年执行数', '1,250.00', '万元'],
  ])
})

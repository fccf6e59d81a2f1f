import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { tableOf } from '../budget/table.ts'

test('of a sum of few parts the blank ones are told too, so that each figure has its name', () => {
  const rows = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', '30.00', '20.00', '10.00'],
    ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
    ['20103', '政府办公厅（室）及相关机构事务', '30.00', '20.00', '10.00'],
    ['2010301', '行政运行', '20.00', '20.00', ''],
    ['2010302', '一般行政管理事务', '9.00', '', '9.00'],
  ]
  const dataset = readBudget([tableOf(rows, 1, { title: '一般公共预算支出表' })], [])
  const messages = checkDataset(dataset).findings.map(({ message }) => message.zh)
  expect(messages.join('\n')).toMatch(/行政运行\+一般行政管理事务 空白 \+ 9\.00万元（第1页）/)
  expect(messages.join('\n')).not.toMatch(/事务 9\.00万元/)
})

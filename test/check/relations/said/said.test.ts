import { expect, test } from 'vitest'
import { tableOf } from '../../../budget/table.ts'
import { outcomesOf } from '../../checked.ts'

test('wages, goods and services and aid told are their classes in the table of basic expenditure', () => {
  const basic = tableOf(
    [
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
      ['', '合计', '615.00', '515.00', '100.00'],
      ['301', '工资福利支出', '475.80', '475.80', ''],
      ['302', '商品和服务支出', '100.00', '', '100.00'],
      ['303', '对个人和家庭的补助', '39.20', '39.20', ''],
    ],
    1,
    { title: '一般公共预算基本支出表', unit: '万元' },
  )
  const said = (aid: string) =>
    outcomesOf('said', ['(一)工资福利支出475.80万元。', `(三)对个人和家庭补助支出${aid}万元。`], [basic])
  expect(said('39.20')).toEqual(['holds', 'holds'])
  expect(said('39.45')).toEqual(['holds', 'broken'])
})

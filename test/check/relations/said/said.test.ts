import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { tableOf } from '../../../budget/table.ts'
import { narrated, outcomesOf } from '../../checked.ts'

test('wages, goods and services and aid told are their classes in the table of basic expenditure, or may be those of other money', () => {
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
  expect(said('39.45')).toEqual(['holds', 'not-evaluable'])
})

test('what a sentence tells to fewer places than the table is not wrong by less than one of its last', () => {
  const ledger = tableOf(
    [
      ['收入', '预算数', '支出', '预算数'],
      ['一、一般公共预算拨款收入', '49,376.00', '一、城乡社区支出', '328,661.70'],
      ['二、政府性基金预算拨款收入', '279,285.70', '', ''],
      ['收入总计', '328,661.70', '支出总计', '328,661.70'],
    ],
    1,
    { title: '收支预算总表', unit: '万元' },
  )
  const said = (all: string) =>
    checkDataset(
      narrated([`支出预算${all}万元,其中:一般公共预算拨款支出预算49,376万元,政府性基金拨款支出预算279,285.70万元。`], [ledger]),
    ).findings.filter(({ verdict }) => verdict === 'published-inconsistency').length
  expect([said('328,661'), said('338,661.70')]).toEqual([0, 1])
})

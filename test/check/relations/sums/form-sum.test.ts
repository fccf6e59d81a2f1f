import { expect, test } from 'vitest'
import type { Table } from '../../../../src/table/table.ts'
import { tableOf } from '../../../budget/table.ts'
import { checkedTables } from '../../checked.ts'

/** The form of a department with its funds, and what its overall goal says. */
const form = (funds: string, goal = '完成全年工作任务') =>
  tableOf(
    [
      ['部门名称', '示例市档案局'],
      ['资金总额', funds],
      ['年度总体目标', goal],
    ],
    0,
    { id: 'form', title: '部门整体支出绩效目标表', unit: '万元' },
  )

const ledger = tableOf(
  [
    ['收入', '<', '支出', '<'],
    ['项目', '预算数', '项目', '预算数'],
    ['一、一般公共预算拨款收入', '477.12', '一、一般公共服务支出', '477.12'],
    ['收入总计', '477.12', '支出总计', '477.12'],
  ],
  2,
  { title: '部门收支总表', unit: '万元' },
)

const outcomes = (id: string, ...tables: readonly Table[]): string[] =>
  checkedTables(...tables).checks.flatMap(({ identity, outcome }) => (identity === id ? [outcome] : []))

test('the funds of a department are its expenditure in all', () => {
  expect(outcomes('X13', ledger, form('477.12'))).toEqual(['holds'])
  expect(outcomes('X13', ledger, form('471.12'))).toEqual(['broken'])
  expect(outcomes('X13', form('471.12'))).toEqual([])
})

test('amounts that the overall goal lists in a bracket add up to the funds; where they do not, the list may be partial', () => {
  const listing = (last: string): string =>
    `共使用资金477.12万元（其中：人员170.26万元、公用106.86万元、项目${last}万元），完成任务`
  expect(outcomes('B7b', form('477.12', listing('200.00')))).toEqual(['holds'])
  expect(outcomes('B7b', form('477.12', listing('210.00')))).toEqual(['not-evaluable'])
  expect(outcomes('B7b', form('477.12', '共使用资金477.12万元（其中：人员170.26万元）'))).toEqual([])
})

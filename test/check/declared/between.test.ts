import { expect, test } from 'vitest'
import type { Table } from '../../../src/table/table.ts'
import { tableOf } from '../../budget/table.ts'
import { checkedTables } from '../checked.ts'

const ledger = (total: string, rows: readonly (readonly string[])[] = []): Table =>
  tableOf(
    [
      ['收入', '<', '支出', '<'],
      ['项目', '预算数', '项目', '预算数'],
      ['一、一般公共预算拨款收入', '4,911.43', '一、教育支出', '4,120.18'],
      ['二、事业收入', '278.95', '二、住房保障支出', '1,070.20'],
      ...rows,
      ['收入总计', total, '支出总计', total],
    ],
    2,
    { id: '1', title: '部门收支总表' },
  )
const income = (total: string): Table =>
  tableOf(
    [
      ['科目编码', '科目名称', '合计', '一般公共预算拨款收入', '事业收入'],
      ['', '合计', total, '4,911.43', '278.95'],
      ['205', '教育支出', '4,120.18', '3,841.23', '278.95'],
      ['221', '住房保障支出', '1,070.20', '1,070.20', ''],
    ],
    1,
    { id: '2', title: '部门收入总表' },
  )
/** What is said of the total of the income table beside that of the ledger. */
function said(...tables: readonly Table[]): readonly string[] {
  const { checks, findings } = checkedTables(...tables)
  const verdicts = checks.flatMap(({ identity, outcome, verdict }) =>
    identity === 'X1' && outcome === 'broken' ? [verdict] : [],
  )
  return [...verdicts, ...findings.filter(({ identities }) => identities?.includes('X1')).map(({ message }) => message.zh)]
}

test('totals that agree say nothing; one that its own rows contradict is the document’s', () => {
  expect(said(ledger('5,190.38'), income('5,190.38'))).toEqual([])
  expect(said(ledger('5,190.38'), income('5,109.38'))[0]).toBe('published-inconsistency')
})

test('a table that prints the figure of the other under another name may compare other money', () => {
  const rows = [
    ['本年收入合计', '5,190.38', '本年支出合计', '5,190.38'],
    ['上年结转', '64.20', '结转下年', '64.20'],
  ]
  const [verdict, message] = said(ledger('5,254.58', rows), income('5,109.38'))
  expect(verdict).toBe('published-inconsistency')
  expect(message).not.toContain('以别的名称')
  const [other, told] = said(
    ledger('5,254.58', [['一般公共服务收入', '5,109.38', '三、其他支出', ''], ...rows]),
    income('5,109.38'),
  )
  expect(other).toBe('unexplained')
  expect(told).toContain('另一张表以别的名称印有同一数字')
})

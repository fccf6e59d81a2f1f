import { expect, test } from 'vitest'
import { tableOf } from '../../../budget/table.ts'
import { checkedTables } from '../../checked.ts'

type Rows = readonly (readonly [code: string, name: string, figure: string])[]

const HEAD = ['科目编码', '科目名称', '决算数']
const PERSONNEL: Rows = [
  ['301', '工资福利支出', '632.30'],
  ['30101', '基本工资', '301.20'],
  ['30102', '津贴补贴', '226.45'],
  ['30103', '奖金', '104.65'],
]
const PUBLIC: Rows = [
  ['302', '商品和服务支出', '236.40'],
  ['30201', '办公费', '21.35'],
  ['30205', '水费', '4.15'],
  ['30211', '差旅费', '210.90'],
]
const OTHER = '其他商品和服务支出'

/** What is said of the sums of 基本支出决算表 that fail. */
const toldOf = (rows: Rows, withCodes = true): string[] => {
  const texts = [HEAD, ...PERSONNEL, ...rows, ['', '合计', '868.70']].map(row => (withCodes ? [...row] : row.slice(1)))
  const { findings } = checkedTables(tableOf(texts, 1, { title: '一般公共预算财政拨款基本支出决算表' }))
  return findings.flatMap(({ cause, verdict, message }) => (cause === undefined ? [] : [`${verdict} ${message.zh}`]))
}

test('a row that prints its total again, where the others make the total by themselves, is the document’s and is named', () => {
  expect(toldOf([...PUBLIC, ['30299', OTHER, '0.00']])).toEqual([])
  const [told, ...more] = toldOf([...PUBLIC, ['30299', OTHER, '236.40']])
  expect(more).toEqual([])
  expect(told).toMatch(/^published-inconsistency /)
  expect(told).toContain(`30299“${OTHER}”所印与合计相同，不计该行则各行之和与合计相符`)
})

test.each<readonly [string, Rows]>([
  ['of two rows that do', [...PUBLIC, ['30231', '公务用车运行维护费', '236.40'], ['30299', OTHER, '236.40']]],
  [
    'beside one row alone, which makes the total as well',
    [
      ['302', '商品和服务支出', '236.40'],
      ['30201', '办公费', '236.40'],
      ['30299', OTHER, '236.40'],
    ],
  ],
  ['where the others make something else', [...PUBLIC.with(3, ['30211', '差旅费', '209.90']), ['30299', OTHER, '236.40']]],
])('it is not %s', (_, rows) => {
  expect(toldOf(rows).join()).not.toContain('所印与合计相同')
})

test('nor where no codes tell that the rows are of one level', () => {
  expect(toldOf([...PUBLIC, ['30299', OTHER, '236.40']], false).join()).not.toContain('published-inconsistency')
})

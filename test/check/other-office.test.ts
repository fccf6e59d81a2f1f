import { expect, test } from 'vitest'
import { tableOf } from '../budget/table.ts'
import { checksOf, narrated } from './checked.ts'

const ledger = tableOf(
  [
    ['收入', '<', '支出', '<'],
    ['项目', '预算数', '项目', '预算数'],
    ['一般公共预算拨款收入', '120.00', '卫生健康支出', '120.00'],
    ['收入总计', '120.00', '支出总计', '120.00'],
  ],
  2,
  { title: '收支预算总表', unit: '万元' },
)

/** How a sentence about a total of 45.00 comes out beside a ledger of 120.00 of a hospital. */
const outcomes = (said: string): string[] => {
  const dataset = narrated([`${said}收支总预算45.00万元。`], [ledger])
  return checksOf('said', {
    ...dataset,
    metadata: { ...dataset.metadata, department: '丹霞县中医院', fiscalYear: 2025 },
  }).map(({ outcome }) => outcome)
}

test('what is told of another office is not held against the tables; of the department by its short name it is', () => {
  expect(outcomes('丹霞县中医院2025年')).toContain('broken')
  expect(outcomes('县中医院2025年')).toContain('broken')
  for (const office of ['丹霞县疾病预防控制中心', '安陵县实验中学', '白石乡人民政府'])
    expect(outcomes(`另据统计,${office}2025年`)).toEqual([])
})

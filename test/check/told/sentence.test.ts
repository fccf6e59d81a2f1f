import { expect, test } from 'vitest'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import type { Table } from '../../../src/table/table.ts'
import { tableOf } from '../../budget/table.ts'
import { narrated } from '../checked.ts'

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
  // A sum down a column says which.
  expect(messages.join('\n')).toMatch(/（项目支出）：政府办公厅\(室\)及相关机构事务 10\.00万元/)
})

test('where the same amount is missing on another page too, that page is told', () => {
  const rows = [
    ['科目编码', '科目名称', '合计'],
    ['', '合计', '30.00'],
    ['201', '一般公共服务支出', '30.00'],
    ['20103', '政府办公厅（室）及相关机构事务', '30.00'],
    ['2010301', '行政运行', '20.00'],
    ['2010302', '一般行政管理事务', '9.00'],
  ]
  const on = (page: number, id: string, title: string) => {
    const table = tableOf(rows, 1, { id, title })
    return { ...table, cells: table.cells.map(cell => ({ ...cell, page })) }
  }
  const told = (...tables: readonly Table[]): string =>
    checkDataset(readBudget(tables, []))
      .findings.map(({ message }) => `${message.zh} ${message.en}`)
      .join('\n')
  const both = told(on(2, 'a', '部门支出总表'), on(5, 'b', '一般公共预算支出表'))
  expect(both).toMatch(/同一原因见于2处（另见第[25]页）.*in 2 places \(also p\. [25]\)/)
  expect(told(on(2, 'a', '部门支出总表'))).not.toMatch(/另见|also/)
})

const PARTS = ['1,011.25', '2,021.37', '3,031.49', '4,041.51', '5,051.63', '6,061.76']

/** What is said of a document of one sentence: a total that seven parts make, 28,291.92 with a last one of 7,072.91. */
function claimedOf(total: string, last: string, next = '') {
  const parts = [...PARTS, last].map((part, at) => `${'甲乙丙丁戊己庚'[at]}村补助${part}万元`).join(',')
  const { findings } = checkDataset(narrated([`2024年专项支出预算${total}万元,其中:${parts}。${next}`]))
  return findings.flatMap(({ verdict, message }) => (verdict === 'published-inconsistency' ? [message] : []))
}

test('every figure of the narrative that could be the wrong one is told: no cell names it', () => {
  const [said, ...more] = claimedOf('28,291.92', '8,072.91')
  expect(more).toEqual([])
  for (const figure of ['28,291.92', ...PARTS, '8,072.91'])
    for (const language of ['zh', 'en'] as const) expect(said?.[language]).toContain(figure)
})

test('where several relations of the narrative prove a figure wrong, the shortest is told', () => {
  const again = '2024年专项支出28,291.92万元,比上年增加291.92万元,增长1.04%。'
  const said = claimedOf('28,191.92', '7,072.91', again).map(({ zh }) => zh)
  expect(said).toEqual([
    expect.stringMatching(/印为28,191\.92万元，但按2项勾稽关系应为28,291\.92万元，例如专项支出 28,291\.92万元（第3页）/),
  ])
})

test('that rounding makes a difference is said where it can, and where it cannot the last place is told', () => {
  const told = (growth: string) =>
    checkDataset(narrated([`机关运行经费支出185.41万元,比2024年度增加4.68万元,增长${growth}%。`])).findings.map(
      ({ code, message }) => [code, message.zh.replace(/^.*应为[^，]*/, '')],
    )
  expect(told('2.59')).toEqual([])
  expect(told('2.60')).toEqual([['last-place', '，末位差1，单是四舍五入不能造成。']])
  // 62.4 of 9.84 may be 62.398 of 9.8449.
  expect(
    checkDataset(narrated(['公务接待费支出预算9.84万元,支出决算6.14万元,完成预算的62.43%。'])).findings.map(({ code }) => code),
  ).toEqual(['identity-rounding'])
})

test('three steps of the last place are a doubt, and a contradiction where other percentages hold to theirs', () => {
  const said = (...others: readonly string[]) =>
    checkDataset(narrated(['“三公”经费支出预算37.11万元,支出决算13.49万元,完成预算的36.32%。', ...others])).findings.map(
      ({ verdict }) => verdict,
    )
  expect(said()).toEqual(['unexplained'])
  const exact = [
    ['会议费', '20.00', '13.00', '65.00'],
    ['培训费', '40.00', '17.00', '42.50'],
    ['印刷费', '50.00', '23.10', '46.20'],
    ['差旅费', '80.00', '31.00', '38.75'],
    ['邮电费', '25.00', '11.30', '45.20'],
  ].map(([name, budget, spent, rate]) => `${name}支出预算${budget}万元,支出决算${spent}万元,完成预算的${rate}%。`)
  expect(said(...exact)).toEqual(['published-inconsistency'])
})

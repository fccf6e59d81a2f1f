import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import { completenessFindings } from '../../src/check/completeness.ts'
import { tableOf } from '../budget/table.ts'

const ROWS = [
  ['科目编码', '科目名称', '合计', '工资福利支出', '<', '甲类收支', '乙类收支', '丙类收支', '丁类收支'],
  ['^', '^', '^', '小计', '基本工资', '^', '^', '^', '^'],
  ['201', '一般公共服务支出', '31.25', '12.50', '12.50', '4.10', '5.20', '6.30', '3.15'],
]
const detail = (title: string, id: string) => ({ ...tableOf(ROWS, 2, { title }), id })
const said = (...titles: string[]): string[] =>
  completenessFindings(
    readBudget(
      titles.map((title, at) => detail(title, `t${at}`)),
      [],
    ),
  ).map(({ message }) => message.zh)

test('columns that are not known are named, and a long list is cut; those of a table by subject, and those called like one, are known', () => {
  expect(said('收入决算表')).toEqual([expect.stringMatching(/^未识别的金额列：收入决算表（.*、.*、.* … \(4\)）$/)])
  expect(said('财政拨款支出决算明细表')).toEqual([])
})

test('a standard table is there twice where its title is', () => {
  const twice = (...titles: string[]) => said(...titles).filter(text => text.includes('两次'))
  expect(twice('财政拨款支出决算明细表', '一般公共预算财政拨款支出决算明细表')).toEqual([])
  expect(twice('财政拨款支出决算明细表', '财政拨款支出决算明细表（2024年度）')).toHaveLength(1)
})

test('the sets of tables of several offices are told once, and no table of them is there twice', () => {
  const set = (office: string, at: number) => ({ ...detail('收入支出决算总表', `t${at}`), department: office })
  const tables = [set('达川区图书馆', 1), detail('收入决算表', 't2'), set('达川区文化馆', 3), set('达川区文化馆', 4)]
  const found = completenessFindings(readBudget(tables, [])).filter(({ code }) => code !== 'column-unknown')
  expect(found.map(({ code, tables }) => [code, tables])).toEqual([
    ['several-offices', ['t1', 't3', 't4']],
    ['table-twice', ['t4']],
  ])
  expect(found[0]?.message.zh).toContain('达川区图书馆、达川区文化馆')
})

test('tables of debt, and of what was carried out, are of the year before', () => {
  const titles = ['2026年一般公共预算收入表', '2025年地方政府债务限额及余额情况表', '2025年全县政府性基金收入执行情况表']
  const tables = [...titles, '2025年全县国有资本经营预算收入表'].map((title, at) => detail(title, `t${at}`))
  const { metadata, ...read } = readBudget(tables, [])
  const years = completenessFindings({ ...read, metadata: { ...metadata, fiscalYear: 2026 } }).filter(
    ({ code }) => code === 'title-of-other-year',
  )
  expect(years.map(({ table }) => table)).toEqual(['t3'])
})

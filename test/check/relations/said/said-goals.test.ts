import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { tableOf } from '../../../budget/table.ts'
import { narrated } from '../../checked.ts'

/** The table that lists three projects, all of them 财政拨款 but for a part of the last. */
const LISTED = tableOf(
  [
    ['项目名称', '合计', '财政拨款', '单位资金'],
    ['合计', '1,656.51', '1,606.51', '50.00'],
    ['河道整治项目', '1,250.36', '1,250.36', ''],
    ['水质监测经费', '318.75', '318.75', ''],
    ['泵站维修经费', '87.40', '37.40', '50.00'],
  ],
  1,
  { id: 'projects', title: '项目支出预算情况表', unit: '万元' },
)
const EXPENSE = tableOf(
  [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', '2,999.05', '1,342.54', '1,656.51'],
    ['213', '农林水支出', '2,999.05', '1,342.54', '1,656.51'],
    ['21303', '水利', '2,999.05', '1,342.54', '1,656.51'],
    ['2130301', '行政运行', '1,342.54', '1,342.54', ''],
    ['2130305', '水利工程建设', '1,656.51', '', '1,656.51'],
  ],
  1,
  { id: 'expense', title: '支出总表', unit: '万元' },
)

/** 一般公共预算支出表 that parts basic expenditure. */
const GENERAL = tableOf(
  [
    ['科目编码', '科目名称', '合计', '基本支出', '<', '<', '项目支出'],
    ['^', '^', '^', '小计', '人员经费', '公用经费', '^'],
    ['', '合计', '2,949.05', '1,342.54', '1,100.20', '242.34', '1,606.51'],
    ['213', '农林水支出', '2,949.05', '1,342.54', '1,100.20', '242.34', '1,606.51'],
  ],
  2,
  { id: 'general', title: '一般公共预算支出表', unit: '万元' },
)

/** How what sentences tell of money under goals stands against the tables: the verdict where it is broken, and what is said of it. */
function said(...sentences: readonly string[]): string[] {
  const { checks } = checkDataset(narrated(sentences, [LISTED, EXPENSE, GENERAL]))
  const own = checks.filter(({ identity }) => identity.startsWith('X17'))
  return own.map(({ outcome, verdict, note }) => (outcome === 'broken' ? `${verdict} ${note}` : outcome))
}

/** A figure of the expenditure by which the narrative is known to tell its tables. */
const KNOWN = '2026年支出预算2,999.05万元,其中:基本支出1,342.54万元,项目支出1,656.51万元。'

test('money told of all projects under goals is that of all projects, and its 财政拨款 that of the same table', () => {
  expect(
    said('本部门2026年项目支出全面实施绩效目标管理,涉及预算项目3个,预算资金1656.51万元,其中财政拨款1606.51万元。'),
  ).toEqual(['holds', 'holds'])
  expect(said(KNOWN, '本部门2026年项目支出全面实施绩效目标管理,涉及预算项目3个,预算资金1706.51万元。')).toEqual([
    'published-inconsistency null',
  ])
})

test('of another number of projects it may be other money, and one project that is examined is no all', () => {
  expect(said(KNOWN, '本部门2026年项目支出全面实施绩效目标管理,涉及预算项目2个,预算资金1569.11万元。')).toEqual([
    'unexplained may mean other money',
  ])
  expect(said('拟对河道整治项目等1个项目开展部门重点绩效评价,涉及预算资金1000万元。')).toEqual([])
})

test('where it is all expenditure, or holds what the office runs on, that is told and nobody is blamed', () => {
  const told = (money: string): string[] =>
    said(KNOWN, `本部门2026年项目支出全面实施绩效目标管理,涉及预算项目3个,预算资金${money}万元。`)
  expect(told('2999.05')).toEqual(['unexplained basis: basic expenditure is counted in'])
  expect(told('1898.85')).toEqual(['unexplained basis: basic expenditure is counted in'])
  expect(told('1898.58')).toEqual(['published-inconsistency null'])
})

test('projects that are told to be all the money there is are all projects; others may be some of them', () => {
  const told = (money: string, share: string): string =>
    `2026年度,本部门整体支出纳入绩效目标管理,涉及财政性资金2999.05万元;本部门共3个项目纳入绩效目标管理,涉及财政性资金合计${money}万元,占财政性资金总额的比例为${share}。`
  expect(said(told('1656.51', '100%'))).toEqual(['holds', 'holds'])
  expect(said(KNOWN, told('1656.15', '100%'))).toEqual(['published-inconsistency null', 'holds'])
  expect(said(told('1569.11', '94.72%'))).toEqual(['holds'])
})

test('where secrets are left out nothing follows from what the tables print', () => {
  const secret = '根据国家保密规定,部分涉密项目信息公开时予以剔除。'
  expect(said(KNOWN, secret, '本部门项目支出全面实施绩效目标管理,涉及预算项目3个,预算资金1706.51万元。')).toEqual([
    'not-evaluable',
  ])
})

import { expect, test } from 'vitest'
import { gridsOf } from '../../src/grid/grids.ts'
import { across, centred, ending, page, shown, text } from './page.ts'

const rows = ['教育支出', '住房改革支出', '卫生健康支出'].flatMap((name, at) => [
  ...text(53, 174 + 20 * at, name),
  ...ending(327, 174 + 20 * at, `${at + 1},120.50`),
  ...ending(407, 174 + 20 * at, `${at + 2},310.75`),
])
const names = [...text(53, 154, '功能分类科目'), ...ending(327, 154, '基本支出'), ...ending(407, 154, '项目支出')]
const unit = ending(407, 134, '单位：万元')
const rules = (from: number) => Array.from({ length: (220 - from) / 20 + 1 }, (_, at) => across(from + 20 * at, 50, 410))
const READ = [
  ['功能分类科目', '基本支出', '项目支出'],
  ['教育支出', '1,120.50', '2,310.75'],
  ['住房改革支出', '2,120.50', '3,310.75'],
  ['卫生健康支出', '3,120.50', '4,310.75'],
]

test.each([
  ['in one text', centred(230, 116, '附表5一般公共预算支出表', 14)],
  ['parted from its number', [...text(115, 116, '附表5', 14), ...text(185, 116, '一般公共预算支出表', 14)]],
])('a title %s between the first rules of a table is one row over all columns', (_, title) => {
  const grids = gridsOf(page([...title, ...unit, ...names, ...rows], rules(100)))
  expect(grids.map(shown)).toEqual([[['附表5一般公共预算支出表 1x3'], ['单位：万元 1x3'], ...READ]])
})

test('what is above the first rule of a table is no row of it', () => {
  const title = centred(230, 116, '附表5一般公共预算支出表', 14)
  expect(gridsOf(page([...title, ...unit, ...names, ...rows], rules(140))).map(shown)).toEqual([READ])
})

test('a unit below the upper rule, over the heads of an open table, is no column of its own', () => {
  const inner = [...text(53, 154, '科目编码'), ...text(140, 154, '科目名称'), ...text(300, 154, '决算数')]
  const list = ['教育支出', '小学教育', '初中教育', '住房改革支出', '住房公积金'].flatMap((name, at) => [
    ...text(53, 174 + 20 * at, `20${at + 5}01`),
    ...text(140, 174 + 20 * at, name),
    ...ending(407, 174 + 20 * at, `${at + 1},120`),
  ])
  const [table] = gridsOf(page([...unit, ...inner, ...list], [across(120, 50, 410), across(270, 50, 410)]))
  expect(
    table &&
      shown(table)
        .map(row => row.join(' '))
        .slice(0, 2),
  ).toEqual(['科目编码 科目名称 决算数', '20501 教育支出 1,120'])
})

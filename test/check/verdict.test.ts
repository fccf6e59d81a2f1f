import { expect, test } from 'vitest'
import { readBudget } from '../../src/budget/read-budget.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import type { Page } from '../../src/page/page.ts'
import { tableOf } from '../budget/table.ts'

const rows = (total: string, basic: string, item: string): string[][] => [
  ['类', '款', '项', '科目名称', '合计', '基本支出', '项目支出'],
  ['', '', '', '合计', total, basic, '15.00'],
  ['201', '03', '01', '行政运行', item, item, ''],
  ['201', '03', '02', '一般行政管理事务', '15.00', '', '15.00'],
]
const brokenOf = (texts: string[][], pages: readonly Page[] = []) =>
  checkDataset(readBudget([tableOf(texts, 1, { title: '部门支出总表' })], pages)).checks.filter(
    check => check.outcome === 'broken',
  )

test('a right table breaks nothing', () => {
  expect(brokenOf(rows('18.00', '3.00', '3.00'))).toEqual([])
})

test('a digit that two identities contradict is a suspect reading', () => {
  const broken = brokenOf(rows('18.00', '8.00', '3.00'))
  expect(broken.map(({ identity, verdict }) => [identity, verdict])).toEqual([
    ['B12a', 'extraction-suspect'],
    ['B12b', 'extraction-suspect'],
  ])
})

test('figures that other identities vouch for are the document’s own fault', () => {
  const broken = brokenOf([
    ['类', '款', '项', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '', '', '合计', '18.00', '3.00', '15.00'],
    ['201', '03', '01', '行政运行', '3.00', '3.00', ''],
    ['201', '03', '02', '一般行政管理事务', '12.00', '', '12.00'],
  ])
  expect(new Set(broken.map(({ verdict }) => verdict))).toEqual(new Set(['published-inconsistency']))
})

test('a total whose parts are not printed proves nothing', () => {
  const checks = checkDataset(readBudget([tableOf(rows('18.00', '3.00', ''), 1, { title: '部门支出总表' })], [])).checks
  expect(checks.filter(check => check.note === 'parts are not printed').map(check => check.outcome)).toContain('not-evaluable')
})

test('columns that do not add up in most rows are no sum', () => {
  const broken = brokenOf([
    ['科目名称', '合计', '基本支出', '项目支出'],
    ['甲', '18.00', '1.00', '2.00'],
    ['乙', '17.00', '3.00', '4.00'],
    ['丙', '16.00', '5.00', '6.00'],
  ])
  expect(broken).toEqual([])
})

test('a row that the page has and the table lost makes the reading suspect', () => {
  const texts = rows('18.00', '3.00', '3.00').filter(row => row[3] !== '行政运行')
  // The page prints 3.00 three times, the cells that were read hold it once.
  const glyphs = [400, 420, 440].flatMap(top =>
    [...'3.00'].map((text, at) => ({
      text,
      box: [100 + at * 5, top, 105 + at * 5, top + 10] as const,
      baseline: top + 9,
      size: 10,
      font: 'F',
      direction: 0 as const,
      source: 'pdf' as const,
      confidence: 1,
    })),
  )
  const page: Page = {
    page: 1,
    width: 600,
    height: 800,
    rotation: 0,
    glyphs,
    rulings: [],
    pictures: [],
    shades: [],
    garbled: [],
  }
  const broken = brokenOf(texts, [page]).filter(({ identity }) => identity === 'B12b')
  expect(broken.map(({ verdict }) => verdict)).toContain('extraction-suspect')
  expect(
    brokenOf(texts)
      .filter(({ identity }) => identity === 'B12b')
      .map(({ verdict }) => verdict),
  ).toContain('published-inconsistency')
})

test('元 taken for 万元 is told', () => {
  const dataset = readBudget(
    [
      tableOf(rows('1000018.00', '1000003.00', '1000003.00'), 1, { id: '1', title: '部门支出总表', unit: '元' }),
      tableOf(rows('1000018.00', '1000003.00', '1000003.00'), 1, { id: '2', title: '一般公共预算支出表', unit: '万元' }),
    ],
    [],
  )
  expect(dataset.findings.map(({ code, table }) => [code, table])).toEqual([
    ['unit-contradiction', '1'],
    ['unit-contradiction', '2'],
  ])
})

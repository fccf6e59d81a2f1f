import { expect, test } from 'vitest'
import { gridsOf, readGrids } from '../../src/grid/grids.ts'
import type { Glyph, Ruling } from '../../src/page/page.ts'
import { across, centred, ending, page, shown, text } from './page.ts'

/** Where columns of figures end, each 70 wide. */
const ENDS = [250, 320, 390, 460] as const
const middleOf = (column: number): number => (ENDS[column] ?? 0) - 32
const rows: readonly Glyph[] = ['教育支出', '卫生健康支出', '住房保障支出', '其他支出'].flatMap((name, row) => [
  ...text(50, 180 + 20 * row, name),
  ...ENDS.flatMap((end, column) => ending(end, 180 + 20 * row, column < 3 ? `12,34${row}.${column}0` : `${row}.50`)),
])
const rules: readonly Ruling[] = [100, 165, 246].map(y => across(y, 47, 463))
const leaves = (...names: readonly string[]): Glyph[] => names.flatMap((name, column) => centred(middleOf(column), 155, name))
const labels = [...centred(90, 137, '项目'), ...centred(middleOf(0), 137, '合计')]
const headerOf = (...glyphs: readonly Glyph[]): string[][] => shown(gridsOf(page([...glyphs, ...rows], rules))[0]).slice(0, -4)

test('the last group, of which the paper leaves one column, keeps those before it apart', () => {
  const groups = [...centred(322, 119, '一般公共预算'), ...centred(426, 119, '财政专户管理费')]
  expect(headerOf(...labels, ...leaves('', '基本支出', '项目支出', '小计'), ...groups)).toEqual([
    ['项目 2x1', '合计 2x1', '一般公共预算 1x2', '财政专户管理费'],
    ['基本支出', '项目支出', '小计'],
  ])
})

test('a group whose middle is beyond the columns that the paper leaves has those up to its border', () => {
  const names = [...labels, ...centred(middleOf(1), 137, '上年结转'), ...leaves('', '', '小计', '基本支出')]
  expect(headerOf(...names, ...centred(middleOf(3), 119, '一般公共预算'))).toEqual([
    ['项目 2x1', '合计 2x1', '上年结转 2x1', '一般公共预算 1x2'],
    ['小计', '基本支出'],
  ])
})

test('the name of a group that the paper cut is no line of the name far below', () => {
  const names = [...labels, ...centred(middleOf(1), 137, '上年结转'), ...centred(middleOf(2), 137, '其他资金')]
  expect(headerOf(...names, ...leaves('', '', '', '基本支出'), ...ending(460, 119, '国有资'))).toEqual([
    ['项目 2x1', '合计 2x1', '上年结转 2x1', '其他资金 2x1', '国有资'],
    ['基本支出'],
  ])
})

test('a name over all groups has the columns, too, that stand lower than the middle of the header', () => {
  const names = [...centred(90, 128, '项目'), ...centred(middleOf(0) - 6, 146, '合计'), ...leaves('', '基本支出', '项目支出')]
  const groups = [...centred(323, 137, '一般公共预算'), ...centred(middleOf(3), 146, '其他资金')]
  expect(headerOf(...names, ...groups, ...centred(323, 119, '2025年预算数'))).toEqual([
    ['项目 3x1', '2025年预算数 1x4'],
    ['合计 2x1', '一般公共预算 1x2', '其他资金 2x1'],
    ['基本支出', '项目支出'],
  ])
})

test('groups that the paper may have cut are told once for their table, with their columns', () => {
  const groups = [...centred(322, 119, '一般公共预算'), ...centred(426, 119, '财政专户管理费')]
  const printed = page([...labels, ...leaves('', '基本支出', '项目支出', '小计'), ...groups, ...rows], rules)
  expect(readGrids(printed).findings.map(({ code, message }) => [code, message.en.slice(0, 40)])).toEqual([
    ['columns-doubtful', 'page 1: where columns 3, 4, 5 of a table'],
  ])
})

test('names over one rule are told where one of them is far off the middle of its columns, as where the paper cut a group', () => {
  const names = [...labels, ...leaves('', '基本支出', '项目支出', '小计')]
  const rule = across(128, middleOf(1) - 34, 463)
  const told = (...groups: readonly Glyph[]): string[] =>
    readGrids(page([...names, ...groups, ...rows], [...rules, rule])).findings.map(({ code }) => code)
  expect(told(...centred(322, 119, '一般公共预算'), ...centred(middleOf(3), 119, '国有资本'))).toEqual([])
  expect(told(...centred(296, 119, '一般公共预算'), ...centred(middleOf(3), 119, '国有资本'))).toEqual(['columns-doubtful'])
})

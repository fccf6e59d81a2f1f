import { expect, test } from 'vitest'
import type { Box } from '../../src/geometry.ts'
import { gridEvidenceOf, gridsOf } from '../../src/grid/grids.ts'
import { across, down, ending, page, text } from './page.ts'

const lines = (x: number, top: number, ...texts: string[]) => texts.flatMap((line, index) => text(x, top + 16 * index, line))

test('prose with amounts is no table', () => {
  const glyphs = lines(
    70,
    100,
    '2023年部门收入预算 1,215.75 万元，其中：一般公共预算拨款收入 1,197.75',
    '万元，占 98.52%；上年结转 18.00 万元，占 1.48%。收入较上年预算数增加',
    '125.60 万元，主要原因是人员增加 3 人，人员经费增加 86.31 万元，',
    '项目支出 350.80 万元，占 28.85%；基本支出 864.95 万元，占 71.15%。',
  )
  expect(gridsOf(page(glyphs))).toEqual([])
})

test('a table of contents is no table, with leaders or without', () => {
  const entries = ['一、部门职责', '二、机构设置', '三、收支总表', '四、收入总表']
  const led = entries.flatMap((entry, index) => [
    ...text(70, 100 + 18 * index, `${entry}..............................`),
    ...ending(500, 100 + 18 * index, `${index * 2 + 3}`),
  ])
  expect(gridsOf(page(led))).toEqual([])
  const bare = entries.flatMap((entry, index) => [
    ...text(70, 100 + 18 * index, entry),
    ...ending(500, 100 + 18 * index, `${index * 2 + 3}`),
  ])
  expect(gridsOf(page(bare))).toEqual([])
})

test('what speaks against a table can be read', () => {
  const scale = [400, 300, 200, 100, 0].flatMap((value, index) => [
    ...ending(80, 100 + 20 * index, `${value}`),
    ...ending(300, 100 + 20 * index, `${value}`),
  ])
  const [area] = gridEvidenceOf(page(scale)).decided
  expect([area?.isTable, area?.decision.chosen, area?.decision.rejected]).toEqual([false, 'no table', 'a table'])
  expect(area?.decision.evidence.filter(({ weight }) => weight > 0).map(({ name }) => name)).toContain('scale')
})

test('a page set in two columns is no table, also between rules', () => {
  const left = [
    '本年度预算编制坚持量入为出原则',
    '严格控制一般性支出，确保重点项',
    '目资金需要，努力提高资金的使用',
    '效益，并接受社会各界的监督检查',
  ]
  const glyphs = [...lines(60, 120, ...left), ...lines(320, 120, ...left)]
  expect(gridsOf(page(glyphs, [across(100, 58, 480), across(190, 58, 480)]))).toEqual([])
})

test('a block of signatures is no table', () => {
  const glyphs = [
    ...[...text(60, 700, '单位负责人：张三'), ...text(250, 700, '财务负责人：李四'), ...text(430, 700, '填表人：王五')],
    ...[...text(60, 720, '联系电话：010'), ...text(430, 720, '2023年3月1日')],
  ]
  expect(gridsOf(page(glyphs))).toEqual([])
})

test('a numbered list is no table', () => {
  const glyphs = [1, 2, 3, 4, 5].flatMap(number => [
    ...text(70, 100 + 18 * number, `${number}`),
    ...text(95, 100 + 18 * number, '负责本部门财务管理工作'),
  ])
  expect(gridsOf(page(glyphs))).toEqual([])
})

test('the scales of a chart are no table', () => {
  const glyphs = [400, 300, 200, 100, 0].flatMap((value, index) => [
    ...ending(80, 100 + 20 * index, `${value}`),
    ...ending(300, 100 + 20 * index, `${value}`),
  ])
  expect(gridsOf(page(glyphs))).toEqual([])
})

test('two rules down the margins of a page of prose are no table', () => {
  const glyphs = lines(
    70,
    100,
    '本部门无政府性基金预算拨款安排的支出。',
    '本部门无国有资本经营预算安排的支出。',
    '绩效目标设置情况见附件。',
    '名词解释。',
  )
  expect(gridsOf(page(glyphs, [down(50, 60, 780), down(540, 60, 780)]))).toEqual([])
})

test('a chart of outlined bars in groups is no table, though the white between its groups is too low for a text', () => {
  const groups = [
    [8.4, 4.2, 0.5],
    [10.2, 5.3, 1.4],
    [11, 7.3, 2],
    [19.7, 13.8, 3.6],
    [28.7, 20.4, 6],
    [35, 24.7, 6.9],
    [42.6, 29.6, 10.8],
    [53.6, 37.5, 15.4],
    [70.5, 55.8, 30.2],
  ]
  const bars = groups.flatMap((group, index) =>
    group.map((value, at): readonly [value: number, box: Box] => {
      const top = 127 + 37.8 * index + 11.3 * at
      return [value, [116.4, top, 116.4 + 3.13 * value, top + 11.3]]
    }),
  )
  const outlines = bars.flatMap(([, [left, top, right, bottom]]) => [
    across(top, left, right),
    across(bottom, left, right),
    down(left, top, bottom),
    down(right, top, bottom),
  ])
  const shades = bars.map(([, box]) => box)
  const glyphs = bars.flatMap(([value, [, , right, bottom]]) => text(right + 3, bottom - 2, value.toFixed(1)))
  const chart = page(glyphs, [...outlines, down(116.4, 125, 465)])
  expect(gridsOf({ ...chart, shades })).toEqual([])
})

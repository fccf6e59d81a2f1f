import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import type { Glyph, Ruling } from '../../../src/page/page.ts'
import { across, centred, page, shown, text } from '../page.ts'

const BORDERS = [50, 90, 150, 250, 330]
/** A rule drawn column by column, from one of the borders on. */
const rule = (y: number, first = 0): Ruling[] =>
  BORDERS.slice(first + 1).map((to, at) => across(y, BORDERS[first + at] ?? to, to))

/** A text of two lines in the middle of a cell. */
const wrapped = (x: number, middle: number, above: string, below: string): Glyph[] => [
  ...centred(x, middle - 4, above),
  ...centred(x, middle + 12, below),
]
const row = (middle: number, name: string, value: string): Glyph[] => [
  ...text(155, middle - 4, `${name}的`),
  ...text(155, middle + 12, '数量'),
  ...centred(290, middle + 4, value),
]
const head = ['一级', '二级', '三级', '目标'].flatMap((name, at) =>
  wrapped(((BORDERS[at] ?? 0) + (BORDERS[at + 1] ?? 0)) / 2, 120, name, '指标'),
)
const glyphs = [
  ...head,
  ...wrapped(70, 220, '产出', '指标'),
  ...wrapped(120, 180, '数量指', '标'),
  ...row(160, '培训', '59人'),
  ...row(200, '会议', '41次'),
  ...wrapped(120, 240, '质量指', '标'),
  ...row(240, '合格', '95%'),
  ...wrapped(70, 280, '效益', '指标'),
  ...wrapped(120, 280, '社会效', '益指标'),
  ...row(280, '知晓', '较好'),
]
const names = ['一级指标', '二级指标', '三级指标', '目标指标']
const rows = [
  names,
  ['产出指标 3x1', '数量指标 2x1', '培训的数量', '59人'],
  ['会议的数量', '41次'],
  ['质量指标', '合格的数量', '95%'],
  ['效益指标', '社会效益指标', '知晓的数量', '较好'],
]
const rules = [...[100, 140, 260, 300].flatMap(y => rule(y)), ...rule(180, 2), ...rule(220, 1)]

test('rules between rows that are drawn column by column, and spare some at the side, tell columns and merged cells', () => {
  expect(gridsOf(page(glyphs, rules)).map(shown)).toEqual([rows])
})

test('a row of which the page cuts the merged cell in front has no rule below it', () => {
  const [kept, open] = [glyphs.filter(({ baseline }) => baseline < 260), rules.filter(({ at }) => at < 260)]
  expect(gridsOf(page(kept, open)).map(shown)).toEqual([rows.slice(0, 4)])
})

test('where a title stands between rules of one width, a table ends', () => {
  const down = ({ box: [left, top, right, bottom], ...glyph }: Glyph): Glyph => ({
    ...glyph,
    box: [left, top + 260, right, bottom + 260],
    baseline: glyph.baseline + 260,
  })
  const again = rules.map(one => ({ ...one, at: one.at + 260 }))
  const title = centred(190, 335, '绩效目标表', 16)
  expect(gridsOf(page([...glyphs, ...title, ...glyphs.map(down)], [...rules, ...again])).map(shown)).toEqual([rows, rows])
})

test('rules that spare columns of names beside each row of figures are no borders of merged cells', () => {
  const list = ['水费', '电费', '邮电费', '差旅费'].flatMap((name, at) => [
    ...text(53, 154 + 15 * at, '支出'),
    ...text(95, 154 + 15 * at, name),
    ...centred(200, 154 + 15 * at, `${at}1.00`),
    ...centred(290, 154 + 15 * at, `${at}2.00`),
  ])
  const under = [157, 172, 187].flatMap(y => rule(y, 2))
  const [grid] = gridsOf(page([...head, ...list], [...[100, 140, 240].flatMap(y => rule(y)), ...under]))
  expect(shown(grid).slice(-4)).toEqual(
    ['水费', '电费', '邮电费', '差旅费'].map((name, at) => ['支出', name, `${at}1.00`, `${at}2.00`]),
  )
})

test('nor are they where the names beside several figures keep apart, or where a rule ends at no border of columns', () => {
  const apart = [...text(95, 154, '水费'), ...text(95, 174, '电费'), ...text(95, 194, '邮电费')]
  const list = [154, 174, 194, 214].flatMap(y => [...centred(200, y, '1.00'), ...centred(290, y, '2.00')])
  const full = [100, 140, 220].flatMap(y => rule(y))
  const under = [160, 180, 200].flatMap(y => rule(y, 2))
  const [grid] = gridsOf(page([...head, ...apart, ...list], [...full, ...under]))
  expect(shown(grid).slice(-4)).toEqual(['水费', '电费', '邮电费', ''].map(name => ['', name, '1.00', '2.00']))
  expect(gridsOf(page(glyphs, [...rules, across(80, 20, 360)])).map(shown)).not.toEqual([rows])
})

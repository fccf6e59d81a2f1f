import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { across, centred, down, ending, page, shown, text } from '../page.ts'

const PITCH = 18
const FIRST = 120
/** The baseline in the middle between two rows, or of one. */
const at = (from: number, to = from): number => FIRST + (PITCH * (from + to)) / 2

const SUBJECTS = ['一般公共服务支出', '行政运行', '事业运行', '教育支出', '培训支出', '住房保障支出', '住房公积金', '其他支出']
const row = (index: number, name = SUBJECTS[index] ?? ''): Glyph[] => [
  ...text(220, at(index), name),
  ...ending(420, at(index), `${index + 1},234.56`),
  ...ending(520, at(index), `${index + 1},034.00`),
]
const rows = (count: number, first?: string): Glyph[] =>
  Array.from({ length: count }, (_, index) => row(index, index === 0 ? first : undefined)).flat()
const HEAD = [
  ...centred(65, 100, '单位编码'),
  ...centred(150, 100, '单位名称'),
  ...text(220, 100, '科目名称'),
  ...ending(420, 100, '合计'),
  ...ending(520, 100, '基本支出'),
]
/** The office of some rows, in the middle of their height. */
const office = (baseline: number, code: string, ...lines: string[]): Glyph[] => [
  ...centred(65, baseline, code),
  ...lines.flatMap((line, index) => centred(150, baseline + (index - (lines.length - 1) / 2) * 12, line)),
]
const offices = (glyphs: readonly Glyph[], rulings: Parameters<typeof page>[1] = []): string[][] =>
  shown(gridsOf(page(glyphs, rulings))[0])
    .slice(1)
    .map(cells => cells.filter(cell => !/\.\d|支出|运行|公积金/.test(cell)))

test('names in the middle of the rows that they share out are cells over these rows', () => {
  const names = [...office(at(0, 4), '476001', '某某市人民政府办公', '室本级'), ...office(at(5, 6), '476002', '某某市档案馆')]
  expect(offices([...HEAD, ...rows(7), ...names])).toEqual([
    ['476001 5x1', '某某市人民政府办公室本级 5x1'],
    [],
    [],
    [],
    [],
    ['476002 2x1', '某某市档案馆 2x1'],
    [],
  ])
})

test('the total above them is of none', () => {
  const names = [...office(at(1, 4), '476001', '某某市人民政府办公', '室本级'), ...office(at(5, 7), '476002', '某某市档案馆')]
  expect(offices([...HEAD, ...rows(8, '总计'), ...names])).toEqual([
    ['', '', '总计'],
    ['476001 4x1', '某某市人民政府办公室本级 4x1'],
    [],
    [],
    [],
    ['476002 3x1', '某某市档案馆 3x1'],
    [],
    [],
  ])
})

test('codes of rows stay in their rows, though those of a name have its middle', () => {
  const names = [...office(at(0, 4), '476001', '某某市人民政府'), ...office(at(5, 6), '476002', '某某市档案馆')]
  const codes = Array.from({ length: 7 }, (_, index) => text(185, at(index), `20${index}`)).flat()
  const head = [...centred(60, 100, '单位编码'), ...centred(140, 100, '单位名称'), ...text(185, 100, '编码'), ...HEAD.slice(8)]
  const left = names.map(glyph => ({
    ...glyph,
    box: [glyph.box[0] - 15, glyph.box[1], glyph.box[2] - 15, glyph.box[3]] as const,
  }))
  const found = offices([...head, ...rows(7), ...left, ...codes])
  expect(found.map(row => row.at(-1))).toEqual(['200', '201', '202', '203', '204', '205', '206'])
  expect(found[0]?.slice(0, 2)).toEqual(['476001 5x1', '某某市人民政府 5x1'])
})

test('codes below a total in their column are no names, though one of them has the middle of the rows left', () => {
  const classes = [...text(135, at(1), '205'), ...text(135, at(4), '208')]
  const shownRows = offices([...HEAD, ...rows(7, ''), ...centred(145, at(0), '总计'), ...classes])
  expect(shownRows.flat().filter(cell => cell !== '')).toEqual(['总计', '205', '208'])
})

test('names that share the rows out in no way keep to the rows they stand beside', () => {
  const names = [...office(at(2, 5), '476001', '某某市人民政府办公', '室本级'), ...office(at(6), '476002', '某某市档案馆')]
  expect(offices([...HEAD, ...rows(8), ...names])).toEqual([
    ['', ''],
    ['', ''],
    ['', ''],
    ['476001 2x1', '某某市人民政府办公室本级 2x1'],
    [],
    ['', ''],
    ['476002', '某某市档案馆'],
    ['', ''],
  ])
})

test('a total below them is of none, whatever column it is called so in', () => {
  const names = [...office(at(0, 3), '476001', '某某市人民政府办公', '室本级'), ...office(at(4, 5), '476002', '某某市档案馆')]
  const total = [...text(185, at(6), '总计'), ...ending(420, at(6), '7,407.36'), ...ending(520, at(6), '7,204.00')]
  const codes = Array.from({ length: 6 }, (_, index) => text(190, at(index), `20${index}`)).flat()
  const left = names.map(glyph => ({
    ...glyph,
    box: [glyph.box[0] - 15, glyph.box[1], glyph.box[2] - 15, glyph.box[3]] as const,
  }))
  const head = [...centred(60, 100, '单位编码'), ...centred(140, 100, '单位名称'), ...text(185, 100, '编码'), ...HEAD.slice(8)]
  const found = offices([...head, ...rows(6), ...left, ...codes, ...total])
  expect(found.map(row => row.slice(0, 2))).toEqual([
    ['476001 4x1', '某某市人民政府办公室本级 4x1'],
    ['201'],
    ['202'],
    ['203'],
    ['476002 2x1', '某某市档案馆 2x1'],
    ['205'],
    ['', ''],
  ])
})

test('a name in a drawn row of its own stays in it, though no row beside it has print', () => {
  const drawn = [0, 1, 2, 3, 4, 5].map(index => across(at(index) - 12, 40, 540))
  const sides = [40, 95, 207, 340, 450, 540].map(x => down(x, at(0) - 12, at(5) - 12))
  const glyphs = [...rows(4), ...centred(150, at(3), '某某市档案馆'), ...centred(150, at(4), '某某市图书馆')]
  const found = shown(gridsOf(page([...glyphs], [...drawn, ...sides]))[0])
  expect(found.map(cells => cells[1])).toEqual(['', '', '', '某某市档案馆', '某某市图书馆'])
})

test('a label drawn over several columns and rows is no name in one of these', () => {
  const drawn = [0, 4].map(index => across(at(index) - 12, 40, 540))
  const inner = [1, 2, 3].map(index => across(at(index) - 12, 207, 540))
  const below = [5, 6].map(index => across(at(index) - 12, 40, 540))
  const sides = [40, 207, 340, 450, 540].map(x => down(x, at(0) - 12, at(6) - 12))
  const parted = down(120, at(4) - 12, at(6) - 12)
  const beside = [4, 5].flatMap(index => [...text(50, at(index), '目标'), ...text(130, at(index), '指标')])
  const glyphs = [...rows(6), ...centred(123, at(1, 2), '资金金额（万元）'), ...beside]
  const found = shown(gridsOf(page(glyphs, [...drawn, ...inner, ...below, ...sides, parted]))[0])
  expect(found.map(cells => cells[0])).toEqual(['资金金额（万元） 4x2', '行政运行', '事业运行', '教育支出', '目标', '目标'])
})

test('names beside the first of their rows are no cells over several', () => {
  const names = [...office(at(0), '476001', '某某市教育局'), ...office(at(4), '476002', '某某市档案馆')]
  expect(offices([...HEAD, ...rows(7), ...names]).map(([code]) => code)).toEqual(['476001', '', '', '', '476002', '', ''])
})

test('a rule between the rows of a name parts them', () => {
  const names = [...office(at(0, 4), '476001', '某某市教育局'), ...office(at(5, 6), '476002', '某某市档案馆')]
  const glyphs = [...HEAD, ...rows(7), ...names]
  expect(offices(glyphs)[0]).toEqual(['476001 5x1', '某某市教育局 5x1'])
  expect(offices(glyphs, [across(at(1, 2) - 4, 40, 540)])[0]).not.toContain('某某市教育局 5x1')
})

test('the list to the left of another keeps its rows, whatever stands in those of the other', () => {
  const left = ['一、财政拨款收入', '二、事业收入', '三、其他收入'].flatMap((name, index) => [
    ...text(40, at([1, 4, 6][index] ?? 0), name),
    ...ending(190, at([1, 4, 6][index] ?? 0), `${index}20.00`),
  ])
  const glyphs = [...text(40, 100, '收入'), ...text(150, 100, '预算数'), ...HEAD.slice(8), ...rows(7), ...left]
  expect(offices(glyphs).map(([name]) => name)).toEqual(['', '一、财政拨款收入', '', '', '二、事业收入', '', '三、其他收入'])
})

import { expect, test } from 'vitest'
import { TOLD_KIND } from '../../../src/budget/dataset.ts'
import { readAgain, readBudget } from '../../../src/budget/read-budget.ts'
import type { PageText, Table } from '../../../src/table/table.ts'
import { text as glyphsOf } from '../../grid/page.ts'
import { tableOf } from '../table.ts'

/** A table of one total that its parts add up to. */
const table = (id: string, total: string, more: Partial<Table>): Table =>
  tableOf(
    [
      ['科目编码', '科目名称', '合计'],
      ['', '合计', total],
      ['201', '一般公共服务支出', total],
    ],
    1,
    { id, title: '部门支出总表', ...more },
  )

const income = (id: string, total: string, more: Partial<Table>): Table => table(id, total, { title: '部门收入总表', ...more })

/** A line of narrative on page 3. */
const prose = (text: string): PageText => ({
  ...{ page: 3, width: 800, height: 800, gutter: null, inCells: [], stray: [] },
  lines: [[...text].flatMap((character, at) => glyphsOf(60 + at * 12, 40, character, 12))],
})

/** What is said of units, and the units that the tables were read in with the places they rest on. */
function read(tables: readonly Table[], text = '') {
  const dataset = readBudget(tables, text === '' ? [] : [prose(text)])
  return {
    findings: dataset.findings.filter(({ code }) => code.startsWith('unit-')),
    units: dataset.tables.map(({ unitReading }) => unitReading && `${unitReading.chosen.unit} ${unitReading.chosen.where}`),
    doubts: dataset.tables.map(({ unitReading }) => (unitReading?.decision.margin ?? 1) < 0.9),
  }
}

test('元 and 万元 mixed up between tables and narrative are told once, and what is printed is not changed', () => {
  const tables = [table('1', '1,215.75', { unit: '元' }), income('2', '1,215.75', { unit: '元' })]
  const { findings, units } = read(tables, '某局2023年支出预算总数为1,215.75万元。')
  expect(findings.map(({ code, tables: ids, expected, actual }) => [code, ids.length, expected, actual])).toEqual([
    ['unit-contradiction', 2, '12157500.00', '1215.75'],
  ])
  expect(findings[0]?.message.zh).toBe(
    '表“部门支出总表”的单位（元）与情况说明第 3 页的“某局2023年支出预算总数为1,215.75万元”相差一万倍',
  )
  expect(units).toEqual(['元 caption', '元 caption'])
})

test('a total that the narrative also says as it is, and a figure of few digits, contradict nothing', () => {
  expect(read([table('1', '1,215.75', {})], '支出1,215.75万元,折合1,215.75元。').findings).toEqual([])
  expect(read([table('1', '12.00', {})], '支出12元。').findings).toEqual([])
})

test('元 in one table and 万元 in the next: the same sum is no contradiction, the same digits are, told once', () => {
  const same = [table('1', '12,157,543.21', { unit: '元' }), income('2', '1,215.75', { unit: '万元' })]
  expect(read(same)).toEqual({ findings: [], units: ['元 caption', '万元 caption'], doubts: [false, false] })
  const mixed = read([table('1', '1,215.75', { unit: '元' }), income('2', '1,215.75', { unit: '万元' })])
  expect(mixed.findings.map(({ code, tables: ids }) => [code, ids.length])).toEqual([['unit-contradiction', 2]])
  expect(mixed.doubts).toEqual([true, true])
})

/** Rows of a list that is part of another table: its total is no total there. */
const basic = (unit: string): Table =>
  tableOf(
    [
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
      ['', '合计', '1,151.61', '1,011.70', '139.91'],
      ['301', '工资福利支出', '1,011.70', '1,011.70', ''],
      ['302', '商品和服务支出', '139.91', '', '139.91'],
    ],
    1,
    { id: '3', title: '一般公共预算基本支出表', unit },
  )

/** All expenditure of the department of which `basic` is a part, in 万元. */
const whole = tableOf(
  [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', '2,408.93', '1,151.61', '1,257.32'],
    ['2010301', '行政运行', '1,151.61', '1,151.61', ''],
    ['2010302', '一般行政管理事务', '1,257.32', '', '1,257.32'],
  ],
  1,
  { id: '1', title: '部门支出总表', unit: '万元' },
)

test('a table is read in the unit in which its figures are those of the others, and that it prints another is told with such a figure', () => {
  const economic = table('2', '1,151.61', { title: '部门预算支出经济分类表', unit: '万元' })
  const { findings, units } = read([whole, economic, basic('元')], '其中：人员经费1,011.70万元，公用经费139.91万元。')
  expect(units).toEqual(['万元 caption', '万元 caption', '万元 tables'])
  expect(findings.map(({ tables, expected, actual, message }) => [tables, expected, actual, message.zh])).toEqual([
    [
      ['3'],
      '万元',
      '元',
      '表“一般公共预算基本支出表”的表上写“元”，其中的 1151.61 按“万元”才与“部门支出总表”（万元）相同，按“万元”计',
    ],
  ])
})

test('a part of another table in another unit than it prints is told, though its total is no total elsewhere', () => {
  const { findings } = read([whole, basic('元')])
  expect(findings.map(({ code, tables }) => [code, tables])).toEqual([['unit-contradiction', ['1', '3']]])
  expect(read([whole, basic('万元')]).findings).toEqual([])
})

test.each([
  ['千元', '1,215,750.00元', '一千倍'],
  ['万元', '1,215.75亿元', '一万倍'],
  ['元', '1,215.75亿元', '一亿倍'],
])('a table in %s whose total the narrative says as %s is off by %s', (unit, said, times) => {
  const { findings } = read([table('1', unit === '千元' ? '1,215,750.00' : '1,215.75', { unit })], `支出总数为${said}。`)
  expect(findings.map(({ code, message }) => [code, message.zh.includes(`相差${times}`)])).toEqual([
    ['unit-contradiction', true],
  ])
})

test('亿元 in the narrative that say the same sum contradict nothing', () => {
  expect(read([table('1', '121,575.00', {})], '支出总数为12.1575亿元。').findings).toEqual([])
})

test('a table without unit takes that of the others, and it is told unless a figure bears it out', () => {
  const tables = [table('1', '1,215.75', {}), income('2', '843.21', { unit: null })]
  const alone = read(tables)
  expect(alone.units).toEqual(['万元 caption', '万元 document'])
  expect(alone.findings.map(({ code, tables: ids }) => [code, ids])).toEqual([['unit-doubtful', ['2']]])
  const borneOut = read(tables, '收入总数为843.21万元。')
  expect(borneOut.units).toEqual(['万元 caption', '万元 prose'])
  expect([borneOut.findings, borneOut.doubts]).toEqual([[], [false, false]])
})

test('a table without unit is read in the one in which its figures are those of the narrative', () => {
  const tables = [table('1', '12,157,500.00', { unit: '元' }), income('2', '843.21', { unit: null })]
  expect(read(tables, '收入总数为843.21万元。').units).toEqual(['元 caption', '万元 prose'])
  expect(read([income('2', '843.21', { unit: null })], '收入总数为843.21万元。').units).toEqual(['万元 prose'])
  expect(read([income('2', '843.21', { unit: null })], '收入总数为55万元。').units).toEqual([null])
})

test('two places that name different units are told, with the place of the rival', () => {
  const [caption, title] = (['万元', '元'] as const).map((unit, at) => ({
    ...{ where: at === 0 ? ('caption' as const) : ('title' as const), unit, text: `单位：${unit}` },
    ...{ page: 1, box: [0, at, 10, at + 1] as const },
  }))
  const unitPlaces = [caption, title].flatMap(place => place ?? [])
  const { findings } = read([table('1', '5.00', { unitPlaces }), income('2', '7.00', {})])
  expect(findings.map(({ code, expected, actual, box, message }) => [code, expected, actual, box, message.zh])).toEqual([
    ['unit-contradiction', '元', '万元', [0, 1, 10, 2], '表“部门支出总表”的表上写“万元”，标题另写“元”'],
  ])
  expect(read([table('1', '5.00', { title: '部门支出总表（单位：元）', unit: '单位：元' })]).findings).toEqual([])
})

test('another page of a table that names another unit is a rival', () => {
  const places = [1, 2].map(page => ({
    ...{ where: 'caption' as const, unit: page === 1 ? '万元' : '元', text: '单位', page, box: [0, 0, 1, 1] as const },
  }))
  const { findings, units } = read([table('1', '5.00', { unitPlaces: places })])
  expect([findings.map(({ page, message }) => [page, message.zh]), units]).toEqual([
    [[2, '表“部门支出总表”的表上写“万元”，续页另写“元”']],
    ['万元 caption'],
  ])
})

test('a table whose unit the narrative tells keeps the kind that a person told', () => {
  const tables = [table('1', '1,215.75', { unit: null })]
  const known = readBudget(tables, [prose('某局2023年支出预算总数为1,215.75万元。')])
  const [again] = readAgain(tables, known, new Map([['1', 'bud.income']])).tables
  expect([again?.kind, again?.kindEvidence, again?.unitReading?.chosen.where]).toEqual(['bud.income', [TOLD_KIND], 'prose'])
})

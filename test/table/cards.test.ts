import { expect, test } from 'vitest'
import { tablesOf } from '../../src/table/tables.ts'
import { drawn, gridOf, pageOf } from './grids.ts'

const TABLE = (label: string, figure: string): string => `项目|上年|本年\n${label}|${figure}|5.00\n设备购置|7.00|8.00`
const FORM = (project: string, unit: string, [figure, other]: readonly [string, string]): string =>
  `项目名称|${project}|<|<\n实施单位|${unit}|项目类别|延续项目\n预算总额|${figure}|其中：拨款|1,000.50\n其他资金|${other}|实施周期|1年`

const rowsOf = (...[pages, grids]: Parameters<typeof tablesOf>): string[][] =>
  tablesOf(pages, grids).tables.map(table => drawn(table.cells, table.rowCount))

test('small tables of one shape, each under the name of its unit, are tables of their own, also where a page begins', () => {
  const pages = [
    pageOf(1, ['（一）甲单位', 50, 95], ['（二）乙单位', 50, 295], ['（三）丙单位', 50, 495]),
    pageOf(2, ['（四）丁单位', 50, 95]),
  ]
  const grids = [
    gridOf(TABLE('维修', '1.00'), { top: 100 }),
    gridOf(TABLE('培训', '2.00'), { top: 300 }),
    gridOf(TABLE('印刷', '3.00'), { top: 500 }),
    gridOf(TABLE('会议', '4.00'), { top: 100, page: 2 }),
  ]
  expect(rowsOf(pages, grids).map(rows => rows[1])).toEqual([
    '维修|1.00|5.00',
    '培训|2.00|5.00',
    '印刷|3.00|5.00',
    '会议|4.00|5.00',
  ])
})

test('forms of one kind below each other are forms of their own, and no parts of a wide table', () => {
  const grids = [
    gridOf(FORM('水毁修复工程', '河道管理所', ['3,479.15', '20.30']), { top: 100 }),
    gridOf(FORM('河道巡查', '水文站', ['1,634.90', '362.59']), { top: 200 }),
    gridOf(FORM('基层文化活动', '信息中心', ['224.77', '45.91']), { top: 100, page: 2 }),
  ]
  expect(rowsOf([pageOf(1), pageOf(2)], grids)).toHaveLength(3)
})

test('parts of a wide table below each other on a page, with their labels again, are one table', () => {
  const labels = ['行政运行', '机关服务', '事业运行', '水利', '抚恤']
  const part = (titles: string, from: number): string =>
    [`科目名称|${titles}`, ...labels.map((label, row) => `${label}|${from + row}.25|${from + 2 * row}.50`)].join('\n')
  const grids = [gridOf(part('基本支出|项目支出', 10), { top: 100 }), gridOf(part('结转|结余', 40), { top: 300 })]
  expect(rowsOf([pageOf(1, ['支出总表', 100, 90, 12])], grids)).toHaveLength(1)
})

import { expect, test } from 'vitest'
import type { Grid } from '../../../src/grid/grid.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { drawn, gridOf, pageOf } from '../grids.ts'

const LETTER = 8
const WIDE = 80

/** The grid with the words of its first row at one side of their cells, or in the middle of them. */
const aligned = (grid: Grid, side: 'left' | 'right' | 'middle', padding = 1): Grid => ({
  ...grid,
  cells: grid.cells.map(cell => {
    if (cell.row > 0 || cell.text === '') return cell
    const room = cell.box[2] - cell.box[0] - LETTER * cell.text.length
    const textLeft = cell.box[0] + { left: padding, right: room - padding, middle: room / 2 }[side]
    return { ...cell, textLeft, textRight: textLeft + LETTER * cell.text.length }
  }),
})

/** The first header row of a table in two parts beside each other, and the codes of the warnings about it. */
function headerOf(left: Grid, right: Grid): { readonly titles: string | undefined; readonly codes: readonly string[] } {
  const { tables, findings } = tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2)], [left, right])
  expect(tables).toHaveLength(1)
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  return { titles: drawn(tables[0]?.cells ?? [], tables[0]?.rowCount ?? 0)[0], codes: warnings.map(({ code }) => code) }
}

const part = (page: number, group: string, below: string, rows: string): Grid => {
  const labels = page === 1 ? ['科目|', '^|', '公共|', '养老|'] : ['', '', '', '']
  const lines = [`${group}|<`, below, ...rows.split('\n')]
  return gridOf(lines.map((line, row) => `${labels[row]}${line}`).join('\n'), { page, column: WIDE })
}

const first = (group: string): Grid => part(1, group, '基本支出|项目支出', '9.00|1.00\n4.00|2.00')
const second = (group: string, below = '上年结转|其他'): Grid => part(2, group, below, '5.00|3.00\n6.00|7.00')

test('a title whose letters the border between two parts cuts is one title with one text', () => {
  expect(headerOf(aligned(first('政府性基'), 'right'), aligned(second('金预算'), 'left')).titles).toBe(
    '科目[2x1]|政府性基金预算[1x4]',
  )
})

test('a letter that the border cuts through stands on both parts and is one', () => {
  expect(headerOf(aligned(first('政府性基'), 'right', 0), aligned(second('基金预算'), 'left', 0)).titles).toBe(
    '科目[2x1]|政府性基金预算[1x4]',
  )
})

test('the title over all groups and that of the only group of a part are two, though no rule parts them', () => {
  const left = gridOf('科目|2025年预算数|<\n^|公共预算|<\n^|基本支出|项目支出\n公共|9.00|1.00\n养老|4.00|2.00', {
    column: WIDE,
  })
  const right = gridOf('2025年预算数/基金预算|<\n^|<\n基本支出|项目支出\n5.00|3.00\n6.00|7.00', { page: 2, column: WIDE })
  const { tables } = tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2)], [left, right])
  expect(drawn(tables[0]?.cells ?? [], 2)).toEqual(['科目[3x1]|2025年预算数[1x4]', '公共预算[1x2]|基金预算[1x2]'])
})

test('a group and its only column on the left part are two where the group goes on to the right', () => {
  const left = gridOf('科目|合计|公共预算/基本支出\n^|^|^\n公共|9.00|1.00\n养老|4.00|2.00', { column: WIDE })
  const right = gridOf('公共预算|基金预算|<\n项目支出|基本支出|项目支出\n5.00|3.00|1.00\n6.00|7.00|1.00', {
    page: 2,
    column: WIDE,
  })
  const { tables } = tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2)], [left, right])
  expect(drawn(tables[0]?.cells ?? [], 2)).toEqual([
    '科目[2x1]|合计[2x1]|公共预算[1x2]|基金预算[1x2]',
    '基本支出|项目支出|基本支出|项目支出',
  ])
})

test('the name of a group that is blank on the left part stands over its last column', () => {
  const left = gridOf('科目|公共预算|<|·\n^|基本支出|项目支出|基本支出\n公共|9.00|1.00|8.00\n养老|4.00|2.00|8.00', {
    column: WIDE,
  })
  const right = gridOf('单位资金/项目支出|其他\n^|^\n5.00|3.00\n6.00|7.00', { page: 2, column: WIDE })
  const { tables } = tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2)], [left, right])
  expect(drawn(tables[0]?.cells ?? [], 2)).toEqual([
    '科目[2x1]|公共预算[1x2]|单位资金[1x2]|其他[2x1]',
    '基本支出|项目支出|基本支出|项目支出',
  ])
})

test('titles over nothing but the numbers of their columns are no halves of one, where they stand', () => {
  const [left, right] = ['科目|合计|办公费\n栏次|1|2\n公共|9.00|1.00', '水电|差旅\n3|4\n5.00|3.00']
  const { titles } = headerOf(
    aligned(gridOf(left, { column: WIDE }), 'right'),
    aligned(gridOf(right, { page: 2, column: WIDE }), 'left'),
  )
  expect(titles).toBe('科目|合计|办公费|水电|差旅')
})

test('a title that stands on one of the parts alone goes on over the border', () => {
  expect(headerOf(aligned(first('政府性基金预算'), 'middle'), aligned(second('·'), 'left')).titles).toBe(
    '科目[2x1]|政府性基金预算[1x4]',
  )
})

test('titles in the middle of their cells are two, and nothing is told', () => {
  const { titles, codes } = headerOf(
    aligned(first('公共预算'), 'middle'),
    aligned(second('基金预算', '基本支出|项目支出'), 'middle'),
  )
  expect(titles).toBe('科目[2x1]|公共预算[1x2]|基金预算[1x2]')
  expect(codes).toEqual([])
})

test('where the letters stand at the border but the columns begin again, both readings are told', () => {
  const { codes } = headerOf(aligned(first('公共预'), 'right'), aligned(second('算基金', '基本支出|项目支出'), 'left'))
  expect(codes).toContain('header-doubtful')
})

import { expect, test } from 'vitest'
import type { Box } from '../../../src/geometry.ts'
import { gridsOf } from '../../../src/grid/grids.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { ending, page, shown, text } from '../page.ts'

const HIGH = 16

/** A table whose head and every other row are coloured cell by cell. */
function striped(left: number, top: number, rows: readonly (readonly [string, string, string])[]) {
  const [name, one, two, right] = [left, left + 100, left + 160, left + 220]
  const columns = [
    [name, one],
    [one, two],
    [two, right],
  ] as const
  const shades = rows.flatMap((_, row): Box[] =>
    row > 0 && row % 2 === 0 ? [] : columns.map(([from, to]): Box => [from, top + HIGH * row, to, top + HIGH * (row + 1)]),
  )
  const glyphs = rows.flatMap(([label, first, second], row): Glyph[] => {
    const baseline = top + HIGH * row + 12
    return [...text(name + 3, baseline, label), ...ending(two - 3, baseline, first), ...ending(right - 3, baseline, second)]
  })
  return { shades, glyphs }
}

test('tables of coloured rows side by side stay apart where the head of one stands beside the rows of the other', () => {
  const one = striped(40, 132, [
    ['项目', '上年数', '本年数'],
    ['公务接待费', '89.93', '75.70'],
    ['公务用车费', '212.61', '201.62'],
    ['会议费', '2.60', '2.37'],
    ['培训费', '26.74', '21.05'],
  ])
  const other = striped(300, 100, [
    ['项目名称', '合计', '财政拨款'],
    ['图书馆改造', '388.24', '274.12'],
    ['设备更新', '232.68', '164.27'],
    ['道路硬化', '336.83', '237.80'],
    ['食堂改造', '223.86', '158.04'],
    ['灯具更换', '358.74', '253.26'],
    ['防汛物资', '184.23', '130.06'],
  ])
  const grids = gridsOf({ ...page([...one.glyphs, ...other.glyphs]), shades: [...one.shades, ...other.shades] })
  const tables = grids.map(grid => shown(grid).map(row => row.join(' '))).sort((a, b) => a.length - b.length)
  expect(tables).toEqual([
    ['项目 上年数 本年数', '公务接待费 89.93 75.70', '公务用车费 212.61 201.62', '会议费 2.60 2.37', '培训费 26.74 21.05'],
    [
      ...['项目名称 合计 财政拨款', '图书馆改造 388.24 274.12', '设备更新 232.68 164.27', '道路硬化 336.83 237.80'],
      ...['食堂改造 223.86 158.04', '灯具更换 358.74 253.26', '防汛物资 184.23 130.06'],
    ],
  ])
})

import { expect, test } from 'vitest'
import { type Box, roundBox } from '../../../src/geometry.ts'
import { gridsOf, tablesOf } from '../../../src/index.ts'
import type { Glyph, Ruling, TurnedPart } from '../../../src/page/page.ts'
import { printedBox, withUprightParts } from '../../../src/page/seen/turned-parts.ts'
import { across, centred, down, ending, page, shown, text } from '../../grid/page.ts'

/** A table with its title and unit, in a box of 400 by 150 points from the corner of the page. */
const COLUMNS = [10, 60, 210, 300, 390]
const ROWS = [50, 70, 90, 110, 130]
const TABLE = [
  ['编码', '科目名称', '基本支出', '项目支出'],
  ['205', '教育支出', '1,015.50', '8.25'],
  ['208', '社会保障和就业支出', '9.00', '0.00'],
  ['210', '卫生健康支出', '2.75', '1,000.50'],
]
const glyphs: readonly Glyph[] = [
  ...centred(200, 24, '部门支出预算总表', 14),
  ...ending(388, 42, '单位：万元'),
  ...TABLE.flatMap(([code = '', name = '', basic = '', project = ''], row) => {
    const y = 64 + 20 * row
    return [...text(14, y, code), ...text(64, y, name), ...ending(296, y, basic), ...ending(386, y, project)]
  }),
]
const rulings: readonly Ruling[] = [...ROWS.map(y => across(y, 10, 390)), ...COLUMNS.map(x => down(x, 50, 130))]
const WIDTH = 400
const HEIGHT = 150

/** Where a point of the table is printed when it is turned, from the corner of its part of the page on. */
const TURNS: Readonly<Record<TurnedPart['direction'], (x: number, y: number) => readonly [number, number]>> = {
  90: (x, y) => [HEIGHT - y, x],
  180: (x, y) => [WIDTH - x, HEIGHT - y],
  270: (x, y) => [y, WIDTH - x],
}

function turnedBox([left, top, right, bottom]: Box, direction: TurnedPart['direction'], y: number): Box {
  const [a, b] = [TURNS[direction](left, top), TURNS[direction](right, bottom)]
  return [Math.min(a[0], b[0]) + 60, Math.min(a[1], b[1]) + y, Math.max(a[0], b[0]) + 60, Math.max(a[1], b[1]) + y]
}

/** The table turned, its highest point at `y`. */
function turnedTable(direction: TurnedPart['direction'], y: number) {
  return {
    glyphs: glyphs.map((glyph): Glyph => {
      const box = turnedBox(glyph.box, direction, y)
      return { ...glyph, box, baseline: box[3], direction }
    }),
    rulings: rulings.map(({ axis, at, from, to }): Ruling => {
      const box = turnedBox(axis === 'horizontal' ? [from, at, to, at] : [at, from, at, to], direction, y)
      return box[3] - box[1] > box[2] - box[0] ? down(box[0], box[1], box[3]) : across(box[1], box[0], box[2])
    }),
  }
}

const prose = (y: number): Glyph[] =>
  [0, 18, 36].flatMap(line => text(60, y + line, '本部门严格执行预算管理规定，坚持勤俭节约，压减一般性支出。'))

for (const direction of [90, 180, 270] as const) {
  test(`a table turned by ${direction} degrees between upright prose is read as if it stood upright, and lies where it is printed`, () => {
    const part = turnedTable(direction, 160)
    const below = 160 + (direction === 180 ? HEIGHT : WIDTH) + 30
    const printed = page([...prose(60), ...part.glyphs, ...prose(below)], part.rulings)
    const upright = withUprightParts(printed)
    const grids = gridsOf(upright)
    expect(grids.map(shown)).toEqual([TABLE])
    const { tables, text: around } = tablesOf([upright], grids)
    expect(tables.map(({ title, unit, headerRows }) => [title, unit, headerRows])).toEqual([['部门支出预算总表', '万元', 1]])
    expect(around[0]?.lines.map(line => line.length).filter(length => length > 20)).toHaveLength(6)
    const { turned } = upright
    expect(turned && [turned.width, turned.height]).toEqual([595, 842])
    expect(turned && grids.map(grid => roundBox(printedBox(grid.box, turned)))).toEqual([
      roundBox(turnedBox([10, 50, 390, 130], direction, 160)),
    ])
    const ends = [upright, printed].flatMap(({ glyphs: all }) => all.at(-1) ?? [])
    expect(turned && ends.map(({ box }, index) => roundBox(index === 0 ? printedBox(box, turned) : box))).toEqual(
      Array(2).fill(ends[1] && roundBox(ends[1].box)),
    )
  })
}

test('names set sideways in an upright table turn nothing', () => {
  const sideways = ['功能分类科目编码及名称', '一般公共预算拨款收入'].flatMap((name, column) =>
    [...name].flatMap((character, index): Glyph[] => {
      const [left, top] = [70 + 150 * column, 120 + 10 * index]
      return text(left, top + 8.5, character).map(glyph => ({ ...glyph, direction: 90 }))
    }),
  )
  const printed = page([...prose(60), ...sideways, ...text(150, 150, '合计'), ...prose(260)])
  expect(withUprightParts(printed)).toBe(printed)
})

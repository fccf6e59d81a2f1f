import { expect, test } from 'vitest'
import { pageEdges } from '../../../src/grid/borders/page-edges.ts'
import { gridsOf } from '../../../src/grid/grids.ts'
import { across, centred, down, ending, page, shown, text } from '../page.ts'

/** A frame from 50 to 350 with a caption row, and in it a table of two columns from 70 to 330 that begins at the caption's line. */
const nested = (bottom: number) => [
  ...[down(50, 60, bottom), down(350, 60, bottom)],
  ...[across(60, 50, 350), across(100, 50, 350), across(bottom, 50, 350)],
  ...[120, 140, 160, 180].map(y => across(y, 70, 330)),
  ...[70, 200, 330].map(x => down(x, 100, 180)),
]

const rows = [
  ...[...text(75, 114, '科目'), ...text(205, 114, '金额')],
  ...[...text(75, 134, '教育'), ...ending(325, 134, '1,215.75')],
  ...[...text(75, 154, '卫生'), ...ending(325, 154, '864.95')],
  ...[...text(75, 174, '合计'), ...ending(325, 174, '2,080.70')],
]

test('a frame around a caption and a table is none of the table', () => {
  const grids = gridsOf(page([...centred(200, 84, '收支总表'), ...rows], nested(200)))
  expect(grids.map(shown)).toEqual([
    [
      ['科目', '金额'],
      ['教育', '1,215.75'],
      ['卫生', '864.95'],
      ['合计', '2,080.70'],
    ],
  ])
})

test('where something is printed beside the table inside, the sides are borders of columns', () => {
  const [grid] = gridsOf(page([...centred(200, 84, '收支总表'), ...rows, ...text(336, 140, '注')], nested(180)))
  expect(grid?.columnEdges).toEqual([50, 70, 200, 330, 350])
})

test('two tables in one frame stay two', () => {
  const second = [
    ...[across(200, 50, 350), down(50, 180, 320), down(350, 180, 320), across(320, 50, 350)],
    ...[220, 240, 260, 280, 300].map(y => across(y, 60, 340)),
    ...[60, 120, 340].map(x => down(x, 220, 300)),
  ]
  const below = [220, 240, 260, 280].flatMap((y, index) => [
    ...text(65, y + 14, `30${index}`),
    ...ending(335, y + 14, `${index}5.20`),
  ])
  const grids = gridsOf(page([...rows, ...below], [...nested(200), ...second]))
  expect(grids.map(({ columnEdges }) => columnEdges)).toEqual([
    [70, 200, 330],
    [60, 120, 340],
  ])
})

test('a frame around a page is none of a table that only rules across part into rows', () => {
  const frame = [down(30, 40, 700), down(370, 40, 700), across(40, 30, 370), across(700, 30, 370)]
  const rules = [100, 120, 140, 160, 180].map(y => across(y, 70, 330))
  const running = [...text(36, 54, '2024年度　流水号0045.12'), ...ending(364, 694, '第12页')]
  const grids = gridsOf(page([...running, ...centred(200, 84, '收支总表'), ...rows], [...frame, ...rules]))
  expect(grids.map(shown)).toEqual([
    [
      ['科目', '金额'],
      ['教育', '1,215.75'],
      ['卫生', '864.95'],
      ['合计', '2,080.70'],
    ],
  ])
})

test('the curves of a chart are no table in its frame', () => {
  const curve = [110, 130, 150, 170].flatMap(y => [across(y, y, y + 15), down(y + 8, y - 10, y + 12)])
  const frame = [down(50, 60, 200), down(350, 60, 200), ...[60, 90, 120, 160, 200].map(y => across(y, 50, 350))]
  const axis = [...text(80, 186, '1'), ...text(160, 186, '2'), ...text(240, 186, '3')]
  const drawn = pageEdges(page(axis, [...frame, ...curve]), 10)
  expect([...drawn.frames.horizontal, ...drawn.frames.vertical]).toEqual([])
})

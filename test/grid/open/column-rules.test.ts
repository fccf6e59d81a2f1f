import { expect, test } from 'vitest'
import { DOUBTFUL } from '../../../src/evidence.ts'
import { gridsOf, readGrids } from '../../../src/grid/grids.ts'
import { centred, down, page, shown, text } from '../page.ts'

const WALLS = [40, 90, 280, 400]
const units = [
  ['1', '青禾县水务局（本级）', '行政单位'],
  ['2', '青禾县河道管理站', '事业单位'],
  ['3', '青禾县水文站', '事业单位'],
]
const names = [...centred(65, 112, '序号'), ...centred(185, 112, '单位名称'), ...centred(340, 112, '单位性质')]
const rows = units.flatMap((unit, row) => unit.flatMap((cell, column) => text((WALLS[column] ?? 0) + 2, 132 + 20 * row, cell)))
const walls = WALLS.map(x => down(x, 100, 180))

test('columns between vertical rules with a text in each on every line are a table, without any figure', () => {
  const [grid] = gridsOf(page([...names, ...rows], walls))
  expect(shown(grid)).toEqual([['序号', '单位名称', '单位性质'], ...units])
})

test('running text set in three columns with rules between is no table', () => {
  const line = '本年度预算编制坚持量入为出'
  const columns = [40, 180, 320].flatMap(x => [112, 132, 152, 172].flatMap(y => text(x + 4, y, line)))
  expect(
    gridsOf(
      page(
        columns,
        [40, 180, 320, 460].map(x => down(x, 100, 180)),
      ),
    ),
  ).toEqual([])
})

test('texts that leave ruled columns empty here and there are a table that is doubted', () => {
  const [first = [], ...others] = units.map((unit, row) =>
    unit.flatMap((cell, at) => text((WALLS[at] ?? 0) + 2, 132 + 20 * row, cell)),
  )
  const { grids, findings } = readGrids(page([...names, ...first.slice(0, 1), ...others.flat()], walls))
  expect(shown(grids[0])).toEqual([['序号', '单位名称', '单位性质'], ['1', '', ''], ...units.slice(1)])
  expect(grids[0]?.cells.every(({ confidence }) => confidence < DOUBTFUL)).toBe(true)
  expect(findings.map(({ code, box }) => [code, box?.map(Math.round)])).toEqual([['grid-doubtful', [40, 102, 400, 172]]])
  expect(findings[0]?.message.en).toMatch(/read as a table \(\d\d % sure\); they may be no table/)
})

test('rules with no text between them are no table, and no fault', () => {
  expect(gridsOf(page(text(40, 300, '以万元为单位'), walls))).toEqual([])
})

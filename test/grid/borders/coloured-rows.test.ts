import { expect, test } from 'vitest'
import type { Box } from '../../../src/geometry.ts'
import { gridsOf } from '../../../src/grid/grids.ts'
import { across, centred, down, ending, page, shown, text } from '../page.ts'

const HIGH = 20
const EDGES = [50, 250, 280, 400] as const

/** A table of a head in two rows and three rows below it, ruled but for the foot of the head, with these coloured boxes. */
function headed(shades: readonly Box[]) {
  const cells = [
    [50, 250],
    [250, 280],
    [280, 400],
  ] as const
  const glyphs = [
    ...['项目', '行次', '预算数'].flatMap((name, at) =>
      centred(((cells[at]?.[0] ?? 0) + (cells[at]?.[1] ?? 0)) / 2, 114, name),
    ),
    ...['1', '2', '3'].flatMap((name, at) => centred(((cells[at]?.[0] ?? 0) + (cells[at]?.[1] ?? 0)) / 2, 134, name)),
    ...['15,447,361.00', '2,415,922.82', '51,543.32'].flatMap((figure, row) => [
      ...text(53, 154 + HIGH * row, '财政拨款收入'),
      ...text(253, 154 + HIGH * row, `${row + 1}`),
      ...ending(397, 154 + HIGH * row, figure),
    ]),
  ]
  const rules = [100, 120, 160, 180, 200].map(at => across(at, 50, 400))
  return gridsOf({ ...page(glyphs, [...rules, ...EDGES.map(at => down(at, 100, 200))]), shades })
}

const inCells = (top: number, bottom: number): Box[] =>
  EDGES.slice(1).map((right, at): Box => [EDGES[at] ?? 0, top, right - 0.5, bottom])

test('the last row of a coloured head ends with its colour, where no ruling is seen on the paper', () => {
  const [grid] = headed([...inCells(100, 119.5), ...inCells(120, 139.5)])
  expect(shown(grid).slice(1, 3)).toEqual([
    ['1', '2', '3'],
    ['财政拨款收入', '1', '15,447,361.00'],
  ])
})

test('colour that ends in some columns, or behind letters, is no border; two figures of a cell stay apart', () => {
  const part = headed([[280, 120, 400, 140]])
  expect(shown(part[0])[1]).toEqual(['1财政拨款收入', '21', '3\n15,447,361.00'])
  expect(shown(headed([])[0])[1]?.at(-1)).toBe('3\n15,447,361.00')
})

test('colour that ends in the white of a row, with no text on one side of it, is no border', () => {
  const [grid] = headed([...inCells(100, 119.5), ...inCells(120, 139.5), ...inCells(180, 189.5)])
  expect(grid?.rowEdges).toHaveLength(6)
})

test('colour that ends where a ruling parts some columns cuts no name that stands over both rows in another', () => {
  const glyphs = [
    ...[...centred(115, 114, '项目'), ...centred(80, 134, '编码'), ...centred(150, 134, '名称'), ...centred(215, 124, '金额')],
    ...['210', '211', '212'].flatMap((code, at) => [
      ...[...text(53, 154 + HIGH * at, code), ...text(113, 154 + HIGH * at, '卫生'), ...ending(247, 154 + HIGH * at, '6.64')],
    ]),
  ]
  const rules = [across(100, 50, 250), across(120, 50, 180), ...[140, 160, 180, 200].map(at => across(at, 50, 250))]
  const uprights = [down(50, 100, 200), down(110, 120, 200), down(180, 100, 200), down(250, 100, 200)]
  const shades: Box[] = [
    [50, 100, 250, 120],
    [50, 120, 250, 140],
  ]
  const [grid] = gridsOf({ ...page(glyphs, [...rules, ...uprights]), shades })
  expect(shown(grid).slice(0, 2)).toEqual([
    ['项目 1x2', '金额 2x1'],
    ['编码', '名称'],
  ])
})

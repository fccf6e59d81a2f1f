import { expect, test } from 'vitest'
import type { Box } from '../../src/geometry.ts'
import { gridsOf } from '../../src/grid/grids.ts'
import { centred, ending, page, shown, text } from './page.ts'

test('the border of two coloured rows is none behind a name in the middle of both: groups share the other columns', () => {
  const shades = [100, 119, 138, 157, 176].map((top): Box => [56, top, 540, top + 19])
  const heads = [
    ...[...centred(305, 112, '2023年度'), ...centred(452, 112, '2024年度'), ...centred(145, 121, '项目')],
    ...[268, 342, 414, 487].flatMap((x, at) => centred(x, 131, at % 2 === 0 ? '预算数' : '决算数')),
  ]
  const rows = ['“三公”经费支出', '公务接待费'].flatMap((name, at) => [
    ...text(60, 151 + 19 * at, name),
    ...[302, 376, 450, 522].flatMap((x, column) => ending(x, 151 + 19 * at, `${at + column}7.81`)),
  ])
  const [grid] = gridsOf({ ...page([...heads, ...rows]), shades })
  expect(shown(grid).slice(0, 2)).toEqual([
    ['项目 2x1', '2023年度 1x2', '2024年度 1x2'],
    ['预算数', '决算数', '预算数', '决算数'],
  ])
})

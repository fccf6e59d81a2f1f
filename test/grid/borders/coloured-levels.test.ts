import { expect, test } from 'vitest'
import type { Box } from '../../../src/geometry.ts'
import { withoutLevels } from '../../../src/grid/borders/coloured-levels.ts'
import { gridsOf } from '../../../src/grid/grids.ts'
import { wordLinesOf } from '../../../src/grid/texts/words.ts'
import { across, centred, ending, page, shown, text } from '../page.ts'

const RULES = [100, 132, 212].map(at => across(at, 50, 450))
const NAMES = ['项目', '决算数', '项目', '决算数'] as const
const MIDDLES = [100, 200, 300, 400] as const
const ROWS = [
  ['教育收费', '1,200.50', '教育支出', '900.00'],
  ['其他收入', '30.00', '住房支出', '330.50'],
  ['本年收入', '1,230.50', '本年支出', '1,230.50'],
  ['收入总计', '1,230.50', '支出总计', '1,230.50'],
] as const

/** A table of a header of two levels and rows between three rules, with these cells coloured. */
const read = (...shades: Box[]): string[][] => {
  const glyphs = [
    ...centred(150, 112, '收入'),
    ...centred(350, 112, '支出'),
    ...MIDDLES.flatMap((at, column) => centred(at, 128, NAMES[column] ?? '')),
    ...ROWS.flatMap(([income, received, expense, spent], at) => {
      const baseline = 148 + 20 * at
      return [
        ...text(55, baseline, income),
        ...ending(245, baseline, received),
        ...text(255, baseline, expense),
        ...ending(445, baseline, spent),
      ]
    }),
  ]
  const [grid] = gridsOf({ ...page(glyphs, RULES), shades })
  return shown(grid).slice(-ROWS.length)
}

const UPPER: Box[] = [
  [50, 100, 250, 116],
  [250, 100, 450, 116],
]

test('where only the upper level of a header is coloured its names tell the columns', () => {
  expect(read(...UPPER)).toEqual(ROWS)
})

test('where both levels are coloured the colour tells them', () => {
  const lower = [50, 150, 250, 350].map((from): Box => [from, 116, from + 100, 132])
  expect(read(...UPPER, ...lower)).toEqual(ROWS)
})

test('where the numbers of the columns are coloured below names that are not, the colour of the numbers tells them', () => {
  const numbers = [50, 100, 200, 250, 350].map((from, at, all): Box => [from, 132, all[at + 1] ?? 450, 144])
  const [first] = withoutLevels(
    [UPPER, numbers],
    wordLinesOf([...centred(90, 128, '类'), ...centred(150, 128, '款'), ...ending(440, 142, '1')]),
  )
  expect(first).toBe(UPPER)
})

test('where neighbours of one colour are painted as one box the colour tells no columns; without a figure below each name nothing else does', () => {
  const header: Box[] = [
    [50, 100, 150, 132],
    [150, 100, 450, 132],
  ]
  const names = ['科目', '合计', '基本支出', '项目支出'].flatMap((name, at) => centred(100 + 100 * at, 112, name))
  const kept = (...body: ReturnType<typeof text>) => withoutLevels([header], wordLinesOf([...names, ...body]))
  const figures = [245, 345, 445].flatMap(right => ending(right, 148, '1,200.50'))
  expect(kept(...text(55, 148, '1'), ...figures)).toEqual([])
  expect(kept(...text(55, 148, '1'), ...ending(245, 148, '1,200.50'))).toEqual([header])
  expect(kept(...text(55, 148, '1'))).toEqual([header])
  const two = wordLinesOf([...names.slice(0, -4), ...figures])
  expect(withoutLevels([header], two)).toEqual([header])
})

import { expect, test } from 'vitest'
import { strayFigures } from '../../src/budget/stray.ts'
import { aroundGrids } from '../../src/grid/around.ts'
import type { Page } from '../../src/page/page.ts'
import { tablesOf } from '../../src/table/tables.ts'
import { gridOf, pageOf } from './grids.ts'

const grid = gridOf('科目|合计\n教育|1.50\n医疗|2.25')
/** A page with a title, the texts of the grid in their cells, and a figure below it; `inCell` stands where the grid has 2.25. */
const printed = (inCell: string): Page =>
  pageOf(
    1,
    ...([
      ['支出总表', 100, 90, 12],
      ['科目', 52, 115, 10],
      ['合计', 112, 115, 10],
      ['教育', 52, 135, 10],
      ['1.50', 112, 135, 10],
      ['医疗', 52, 155, 10],
      [inCell, 112, 155, 10],
      ['9.75', 112, 190, 10],
    ] as const),
  )
const textOf = ({ glyphs }: Page): string => glyphs.map(({ text }) => text).join('')

test('what the cells hold is let go, what is printed around them stays', () => {
  const around = aroundGrids(printed('2.25'), [grid])
  expect(textOf(around)).toBe('支出总表9.75')
  const { tables } = tablesOf([around], [grid])
  expect(tables.map(({ title }) => title)).toEqual(['支出总表'])
  expect(strayFigures([around], tables)).toEqual([{ page: 1, text: '9.75' }])
})

test('a page with a digit that no cell holds stays whole, so that the lost figure is told', () => {
  const page = printed('2.255')
  const around = aroundGrids(page, [grid])
  expect(textOf(around)).toBe(textOf(page))
  const { tables } = tablesOf([around], [grid])
  expect(strayFigures([around], tables).map(({ text }) => text)).toContain('2.255')
})

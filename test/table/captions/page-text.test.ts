import { expect, test } from 'vitest'
import { strayFigures } from '../../../src/budget/rows/stray.ts'
import type { Page } from '../../../src/page/page.ts'
import { textOf } from '../../../src/table/captions/page-text.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

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

test('what is printed around the grids stays, a line each; a figure there stands in no cell', () => {
  const { lines, stray } = textOf(printed('2.25'), [grid])
  expect(lines.map(line => line.map(({ text }) => text).join(''))).toEqual(['支出总表', '9.75'])
  expect(stray).toEqual(['9.75'])
})

test('a figure inside a grid that no cell holds is told', () => {
  expect(textOf(printed('2.255'), [grid]).stray).toEqual(['9.75', '2.255'])
})

test('figures of a page without a table are nothing that a table lost', () => {
  expect(textOf(printed('2.25'), []).stray).toEqual([])
})

test('a figure that a grid holds and the table made of it lost is told', () => {
  const { tables, text } = tablesOf([printed('2.25')], [grid])
  expect(strayFigures(text, tables).map(figure => figure.text)).toEqual(['9.75'])
  const without = tables.map(table => ({ ...table, cells: table.cells.filter(cell => cell.text !== '2.25') }))
  expect(strayFigures(text, without).map(figure => figure.text)).toEqual(['9.75', '2.25'])
})

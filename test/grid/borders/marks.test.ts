import { expect, test } from 'vitest'
import { gridEvidenceOf, gridsOf } from '../../../src/grid/grids.ts'
import type { Ruling } from '../../../src/page/page.ts'
import { across, down, ending, page, shown, text } from '../page.ts'

const rulings: readonly Ruling[] = [
  ...[100, 120, 140, 160].map(y => across(y, 50, 250)),
  ...[50, 150, 250].map(x => down(x, 100, 160)),
]
const rows = [
  ...text(53, 114, '项目'),
  ...ending(247, 114, '金额'),
  ...text(53, 134, '防汛'),
  ...ending(247, 134, '65.74'),
  ...text(53, 154, '合计'),
  ...ending(247, 154, '65.74'),
]
const cells = [
  ['项目', '金额'],
  ['防汛', '65.74'],
  ['合计', '65.74'],
]

test('the lines under underlined amounts part no rows', () => {
  const [grid] = gridsOf(page(rows, [...rulings, across(135.5, 222, 247), across(155.5, 222, 247), across(157, 222, 247)]))
  expect(shown(grid)).toEqual(cells)
  expect(grid?.cells.some(cell => cell.struck)).toBe(false)
})

test('a cell that is struck out says so and is in doubt', () => {
  const [grid] = gridsOf(page(rows, [...rulings, across(130.5, 222, 247)]))
  expect(shown(grid)).toEqual(cells)
  expect(grid?.cells.filter(cell => cell.struck).map(({ row, text: struck }) => [row, struck])).toEqual([[1, '65.74']])
  expect(grid?.cells.find(cell => cell.struck)?.confidence).toBeLessThan(0.9)
})

test('an amount wider than its cell stays whole in the cell where it ends', () => {
  const wide = [...rows.slice(0, -5), ...ending(247, 154, '1,234,567,890,123,456.78')]
  const [grid] = gridsOf(page(wide, rulings))
  expect(shown(grid)[2]).toEqual(['合计', '1,234,567,890,123,456.78'])
})

test('an amount that juts out to the right stays whole in the cell at whose border the others of its column end', () => {
  const columns = [50, 150, 250, 350].map(x => down(x, 100, 160))
  const lines = [100, 120, 140, 160].map(y => across(y, 50, 350))
  const over = [...text(53, 154, '合计'), ...ending(253, 154, '12,345.67'), ...ending(347, 134, '0.00')]
  const [grid] = gridsOf(page([...rows.slice(0, -7), ...over], [...lines, ...columns]))
  expect(shown(grid)[2]).toEqual(['合计', '12,345.67', ''])
})

test('two amounts that meet at a border are cut there', () => {
  const met = [...rows.slice(0, -7), ...ending(150, 154, '12,345,678.90'), ...text(150, 154, '12,345,678.90')]
  const [grid] = gridsOf(page(met, rulings))
  expect(shown(grid)[2]).toEqual(['12,345,678.90', '12,345,678.90'])
})

test('amounts that run on over the border between them are parted where each has its cents, what cannot be parted is told', () => {
  const shownOf = (left: string, right: string, from: number) => {
    const run = [...text(from, 154, left), ...text(from + 5 * left.length, 154, right)]
    const [grid] = gridsOf(page([...rows.slice(0, -7), ...run], rulings))
    return (grid?.cells ?? []).filter(({ row }) => row === 2).map(cell => [cell.text, cell.confidence < 0.9])
  }
  expect(shownOf('12,345,678.90', '9,876,543.21', 88)).toEqual([
    ['12,345,678.90', true],
    ['9,876,543.21', true],
  ])
  expect(shownOf('1,234.567', '89.001', 108)).toEqual([
    ['1,234.56', true],
    ['789.001', true],
  ])
})

test('an amount that juts out of the table stays whole in its last cell', () => {
  const wide = [...rows.slice(0, -5), ...text(205, 154, '12,345,678.90')]
  const [grid] = gridsOf(page(wide, rulings))
  expect(shown(grid)[2]).toEqual(['合计', '12,345,678.90'])
})

test('the edges of a page can be shown with what tells them, those that are none with the reason', () => {
  const { edges, rejected } = gridEvidenceOf(
    page(rows, [
      ...rulings,
      across(155.5, 222, 247),
      ...[300, 340].map(y => across(y, 50, 250)),
      ...[50, 250].map(x => down(x, 300, 340)),
    ]),
  )
  expect(edges.filter(edge => edge.source === 'ruling' && edge.strength === 1)).toHaveLength(11)
  expect(edges.filter(edge => edge.strength === 0).map(edge => [edge.at, edge.rejected])).toEqual([
    [155.5, 'underlines a text'],
  ])
  expect(rejected).toEqual([{ box: [50, 300, 250, 340], because: 'no texts side by side: a frame or a stack of boxes' }])
})

test('a second frame around a table is no row and no column, whether on all its sides or around its title too', () => {
  const frame = (top: number): Ruling[] => [
    ...[top, 164].map(y => across(y, 46, 254)),
    ...[46, 254].map(x => down(x, top, 164)),
  ]
  for (const top of [96, 60]) {
    const [grid, ...more] = gridsOf(page([...text(130, 75, '收支总表'), ...rows], [...rulings, ...frame(top)]))
    expect(more).toEqual([])
    expect(shown(grid)).toEqual(cells)
  }
})

test('the borders of two tables that stand close beside each other are no frames', () => {
  const beside = [...[100, 120, 140, 160].map(y => across(y, 254, 454)), ...[254, 354, 454].map(x => down(x, 100, 160))]
  const moved = rows.map(glyph => ({
    ...glyph,
    box: [glyph.box[0] + 204, glyph.box[1], glyph.box[2] + 204, glyph.box[3]] as const,
  }))
  const grids = gridsOf(page([...rows, ...moved], [...rulings, ...beside]))
  expect(grids.flatMap(grid => grid.columnEdges)).toEqual(expect.arrayContaining([250, 254]))
})

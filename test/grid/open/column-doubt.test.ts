import { expect, test } from 'vitest'
import { readGrids } from '../../../src/grid/grids.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { across, centred, ending, page, text } from '../page.ts'

const NAMES = ['教育支出', '卫生健康支出', '住房保障支出', '其他支出']
const rules = [100, 120, 206].map(y => across(y, 48, 330))
const amounts = NAMES.flatMap((_, row) => [
  ...ending(250, 140 + 20 * row, `12,34${row}.50`),
  ...ending(328, 140 + 20 * row, `${row}.75`),
])
const heads = [...centred(225, 114, '预算数'), ...centred(310, 114, '决算数')]
/** The columns told as doubtful, and those with doubtful cells. */
const doubted = (glyphs: readonly Glyph[]): unknown[] => {
  const { grids, findings } = readGrids(page([...glyphs, ...heads, ...amounts], rules))
  const cells = grids.flatMap(grid => grid.cells.filter(({ confidence }) => confidence < 0.9).map(({ column }) => column))
  return [findings.map(({ code, message }) => [code, /columns ([\d, ]+) of/.exec(message.en)?.[1]]), [...new Set(cells)]]
}

const labels = (at: number): Glyph[] =>
  NAMES.flatMap((name, row) => [...text(50, 140 + 20 * row, '本级'), ...text(at, 140 + 20 * row, name)])

test('a gutter as narrow as the white between words, with one name over both sides, is doubtful on both', () => {
  expect(doubted([...labels(73.5), ...centred(90, 114, '科目')])).toEqual([[['columns-doubtful', '1, 2']], [0, 1]])
})

test('it is none where each side has a name, nor is a wide one', () => {
  expect(doubted([...labels(73.5), ...centred(60, 114, '单位'), ...centred(100, 114, '名称')])).toEqual([[], []])
  expect(doubted([...labels(90), ...centred(110, 114, '科目')])).toEqual([[], []])
})

test('white that runs down through all texts of a column may part two', () => {
  const coded = NAMES.flatMap((name, row) => [...text(50, 140 + 20 * row, `20${row}`), ...text(67.4, 140 + 20 * row, name)])
  expect(doubted([...coded, ...centred(90, 114, '科目')])).toEqual([[['columns-doubtful', '1']], [0]])
})

import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import { withRaisedMarks } from '../../../src/page/seen/raised.ts'
import { amountOf } from '../../../src/table/words.ts'
import { across, down, ending, page, shown, text } from '../../grid/page.ts'

/** A text with a mark of `size` behind it, `up` higher. */
const marked = (words: string, mark: string, up: number, size = 6) => {
  const host = text(50, 100, words)
  return [...text(host.at(-1)?.box[2] ?? 0, 100 - up, mark, size), ...host]
}
const read = (glyphs: ReturnType<typeof marked>): string =>
  withRaisedMarks(glyphs)
    .filter(({ baseline }) => baseline === 100)
    .toSorted((a, b) => a.box[0] - b.box[0])
    .map(glyph => glyph.text)
    .join('')

test.each([
  ['7,783.21', '1', '7,783.21¹'],
  ['100.00', '12', '100.00¹²'],
  ['7,783.21', '[1]', '7,783.21[1]'],
  ['200.00', '*', '200.00*'],
  ['合计', '2', '合计²'],
  ['因公出国费', '①', '因公出国费①'],
  ['7,783.21', '※', '7,783.21※'],
])('%s with a raised %s is one text', (words, mark, expected) => {
  expect(read(marked(words, mark, 3.5))).toBe(expected)
})

test('smaller figures beside a text are no marks: set to the middle of its row, on a line of their own, or with too many digits', () => {
  expect(read(marked('合计', '12', 1))).toBe('合计')
  expect(read(marked('合计', '12', 8))).toBe('合计')
  expect(read(marked('合计', '123', 3.5))).toBe('合计')
  expect(read(marked('合计', '12', 3.5, 9))).toBe('合计')
})

test('the raised number of a note is no digit of the figure in a ruled cell', () => {
  const rulings = [...[100, 120, 140].map(y => across(y, 50, 250)), ...[50, 150, 250].map(x => down(x, 100, 140))]
  const glyphs = [
    ...[...text(60, 114, '科目'), ...text(170, 114, '金额'), ...text(60, 134, '教育')],
    ...[...ending(240, 134, '7,783.21'), ...text(240, 130.5, '1', 6)],
  ]
  const read = page(withRaisedMarks(glyphs), rulings)
  expect(shown(gridsOf(read)[0])).toEqual([
    ['科目', '金额'],
    ['教育', '7,783.21¹'],
  ])
  for (const mark of ['¹', '①', '※']) expect(amountOf(`7,783.21${mark}`)).toBe(amountOf('7,783.21'))
})

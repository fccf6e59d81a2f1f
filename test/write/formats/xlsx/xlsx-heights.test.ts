import { expect, test } from 'vitest'
import { withHeights } from '../../../../src/write/formats/xlsx/heights.ts'

const cell = (value: string, more: { rowSpan?: number; columnSpan?: number; wrap?: boolean } = {}) => ({
  ...{ value, type: String, wrap: true },
  ...more,
})

test('a row is as tall as the text that wraps in it, and merged cells have the lines they need', () => {
  const columns = [{ width: 11 }, { width: 11 }]
  const rows = withHeights(
    [
      [cell('一二三四五'), cell('0.00')],
      [cell('一二三四五六'), null],
      [cell('一二三四五六七八九十'.repeat(2), { columnSpan: 2 }), null],
      [cell('一二三四五'.repeat(6), { rowSpan: 2 }), cell('a')],
      [null, cell('b')],
      [cell('一二三四五'.repeat(6), { wrap: false }), cell('')],
    ],
    columns,
  )
  const heights = rows.map(row =>
    Math.max(...row.map(one => (typeof one === 'object' && one && 'height' in one ? (one.height ?? 0) : 0))),
  )
  expect(heights.map(height => height / 16)).toEqual([1, 2, 2, 3, 3, 1])
})

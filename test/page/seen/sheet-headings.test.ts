import { expect, test } from 'vitest'
import type { Page } from '../../../src/page/page.ts'
import { withoutSheetHeadings } from '../../../src/page/seen/sheet-headings.ts'
import { across, centred, down, page, text } from '../../grid/page.ts'

const COLUMNS = [40, 70, 170, 270]
const ROWS = [100, 120, 140, 160, 180]

/** A sheet printed with its headings: texts by row, the first of each that before the row. */
function sheet(...rows: readonly (readonly string[])[]): Page {
  const middle = (column: number): number => ((COLUMNS[column] ?? 0) + (COLUMNS[column + 1] ?? 0)) / 2
  const glyphs = rows.flatMap((row, at) => row.flatMap((words, column) => centred(middle(column), 114 + 20 * at, words)))
  return page(
    [...text(40, 60, '部门支出表'), ...glyphs],
    [...ROWS.map(y => across(y, 40, 270)), ...COLUMNS.map(x => down(x, 100, 180))],
  )
}
const told = ({ glyphs }: Page): string => glyphs.map(glyph => glyph.text).join('')

test('letters over the columns and numbers before the rows that a spreadsheet prints go, with the lines around them', () => {
  const cells = withoutSheetHeadings(
    sheet(['', 'A', 'B'], ['4', '科目', '金额'], ['28', '教育', '1.50'], ['29', '卫生', '2.25']),
  )
  expect(told(cells)).toBe('部门支出表科目金额教育1.50卫生2.25')
  expect(cells.rulings.filter(({ axis }) => axis === 'vertical').map(({ at }) => at)).toEqual([70, 170, 270])
  expect(cells.rulings.filter(({ axis }) => axis === 'horizontal').map(({ at }) => at)).toEqual([120, 140, 160, 180])
  expect(Math.min(...cells.rulings.filter(({ axis }) => axis === 'horizontal').map(({ from }) => from))).toBeGreaterThan(60)
})

test.each([
  [
    'a row of letters below a header is one of the table',
    [
      ['序号', '科目', '金额'],
      ['', 'A', 'B'],
      ['1', '教育', '1.50'],
      ['2', '卫生', '2.25'],
    ],
  ],
  [
    'letters that do not follow each other are texts',
    [
      ['', 'A', 'C'],
      ['1', '科目', '金额'],
      ['2', '教育', '1.50'],
      ['3', '卫生', '2.25'],
    ],
  ],
  [
    'what is counted from one has its own texts',
    [
      ['', 'A', 'B'],
      ['1', '科目', '金额'],
      ['甲', '教育', '1.50'],
      ['3', '卫生', '2.25'],
    ],
  ],
])('%s', (_, rows) => {
  const printed = sheet(...rows)
  expect(withoutSheetHeadings(printed)).toEqual(printed)
})

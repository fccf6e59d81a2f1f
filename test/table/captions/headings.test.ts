import { expect, test } from 'vitest'
import { headingsOf } from '../../../src/table/captions/headings.ts'
import type { Segment } from '../../../src/table/captions/surroundings.ts'
import { gridOf } from '../grids.ts'

const line = (page: number, baseline: number, text: string): Segment => ({
  ...{ page, text, baseline, size: 10, source: 'pdf' },
  box: [50, baseline - 10, 300, baseline],
})
const surroundings = (...lines: readonly Segment[]) => Map.groupBy(lines, ({ page }) => page)
const grid = (page: number, top: number) => gridOf('科目|金额\n教育|1.00', { page, top })

test('a grid stands under the last heading above it, on its page or the one before', () => {
  const [near, over] = [grid(1, 100), grid(2, 60)]
  const found = headingsOf(
    [near, over],
    surroundings(line(1, 80, '一、收入预算情况'), line(1, 90, '二、支出预算情况'), line(1, 700, '三、政府采购情况')),
  )
  expect([found.get(near), found.get(over)]).toEqual(['二、支出预算情况', '三、政府采购情况'])
})

test('only the first grid below a heading has it', () => {
  const [first, second] = [grid(1, 100), grid(1, 300)]
  const found = headingsOf([first, second], surroundings(line(1, 90, '二、支出预算情况')))
  expect([found.get(first), found.get(second)]).toEqual(['二、支出预算情况', undefined])
})

test.each(['支出预算情况', '二、2025年支出12.50万元', '三、我局认真贯彻，严格执行', '2.5'])('%s is no heading', text => {
  const only = grid(1, 100)
  expect(headingsOf([only], surroundings(line(1, 90, text))).get(only)).toBe(undefined)
})

test('a heading two pages before is none of a grid', () => {
  const far = grid(3, 100)
  expect(headingsOf([far], surroundings(line(1, 90, '二、支出预算情况'))).get(far)).toBe(undefined)
})

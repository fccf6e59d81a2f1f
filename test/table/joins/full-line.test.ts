import { expect, test } from 'vitest'
import { fullLine, fullnessTells, type Lines, linesWith } from '../../../src/table/joins/full-line.ts'
import type { Cell } from '../../../src/table/table.ts'

/** A cell 100 points wide whose first line begins `inset` points behind its left border. */
const cell = (lines: readonly string[], inset = 5): Cell => ({
  row: 0,
  column: 0,
  rowSpan: 1,
  columnSpan: 1,
  text: lines.join(''),
  lines,
  page: 1,
  box: [0, 0, 100, 20],
  textLeft: lines.length === 0 ? null : inset,
  source: 'pdf',
  confidence: 1,
})
/** The names of a column, of which one wraps after nine characters. */
const WRAPS: Lines = linesWith(undefined, [cell(['一般公共服务支出和', '其他支出']), cell(['教育支出'])])

test('lines of a column: the widest in ems, and the room before those that wrap', () => {
  expect(WRAPS).toEqual({ widest: 9, inset: 5 })
  expect(linesWith(WRAPS, [cell(['1,234.50'], 30)])).toEqual(WRAPS)
  expect(linesWith(WRAPS, [cell(['社会保障和就业支出等', '其他'], 2)])).toEqual({ widest: 10, inset: 2 })
})

test('a line is full where what follows would have made it longer than any other', () => {
  expect(fullLine(WRAPS, cell(['机关事业单位基本养']), '老保险')).toBe(1)
})

test('a line that had room for what follows is not full', () => {
  expect(fullLine(WRAPS, cell(['住房保障']), '支出')).toBe(-1)
})

test('a centred line with room at both sides is not full, as wide as it is', () => {
  expect(fullLine({ widest: 4, inset: 5 }, cell(['住房保障'], 30), '支出')).toBe(-1)
})

test('where no cell wraps nobody knows how wide a line may be', () => {
  const never = linesWith(undefined, [cell(['教育支出']), cell(['卫生健康支出'])])
  expect(never.inset).toBeNull()
  const sure = fullLine(never, cell(['卫生健康支出'], 0), '其他')
  expect(sure).toBeGreaterThan(0)
  expect(sure).toBeLessThan(1)
})

test('a full line tells less, the more texts of its column fill theirs and are whole, with the end of a sentence or without', () => {
  const [short, full, ended] = [cell(['教育支出']), cell(['机关事业单位养老金']), cell(['机关事业单位都完成。'])]
  const tells = (...whole: Cell[]): number => fullnessTells(WRAPS, whole, full, '补助')
  expect(tells(...Array(20).fill(short))).toBe(1)
  expect(tells(short, short, full)).toBeLessThan(0.7)
  expect(tells(full, full, full, full, full, full)).toBeLessThan(0.2)
  expect(tells(short, short, ended)).toBe(1)
})

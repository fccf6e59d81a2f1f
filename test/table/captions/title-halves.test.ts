import { expect, test } from 'vitest'
import { titleEvidence } from '../../../src/table/captions/cut-title-evidence.ts'
import { gapAt, lineOf, textOf } from '../../../src/table/captions/title-halves.ts'
import type { Cell } from '../../../src/table/table.ts'

/** A title in a cell from 100 to 200, its letters 10 wide each from `from` on; `/` parts its lines. */
const titleAt = (text: string, from: number): Cell => {
  const lines = text === '' ? [] : text.split('/')
  const width = 10 * (lines[0]?.length ?? 0)
  return {
    ...{ page: 1, row: 0, column: 0, rowSpan: 1, columnSpan: 1, source: 'pdf', confidence: 1 },
    ...{ text: lines.join(''), lines, box: [100, 100, 200, 120] },
    ...(lines.length === 0 ? { textLeft: null } : { textLeft: from, textRight: from + width }),
  }
}

test('the room of a title at the sides of its cell is counted in its letters, and is not known where it has none', () => {
  expect(gapAt(titleAt('政府性基', 155), 'left')).toBe(5.5)
  expect(gapAt(titleAt('政府性基', 155), 'right')).toBe(0.5)
  expect(gapAt(titleAt('', 0), 'right')).toBe(Number.NaN)
})

test('a letter that stands on both sides of the cut is one only where both stand against it', () => {
  expect(lineOf(['政府性基', '基金预算'], [0, 0.05])).toBe('政府性基金预算')
  expect(lineOf(['政府性基', '基金预算'], [0, 0.5])).toBe('政府性基基金预算')
  expect(lineOf(['政府性基', '金预算'], [0, 0])).toBe('政府性基金预算')
})

test('two halves are one text line by line, and what one prints is taken where the other is blank or says the same', () => {
  expect(textOf([titleAt('政府/收入', 180), titleAt('性基金/预算', 100)])).toMatchObject({
    text: '政府性基金收入预算',
    lines: ['政府性基金', '收入预算'],
  })
  expect(textOf([titleAt('', 0), titleAt('其中', 100)]).text).toBe('其中')
  expect(textOf([titleAt('其中', 180), titleAt('', 0)]).text).toBe('其中')
  expect(textOf([titleAt('其 中', 170), titleAt('其中', 100)]).text).toBe('其 中')
})

/** What speaks for (+) and against (-) two titles at the cut being one. */
function seen(
  [left, right]: readonly [Cell, Cell],
  {
    titles = [],
    below = [[], []],
  }: { titles?: readonly string[]; below?: readonly [readonly string[], readonly string[]] } = {},
): string[] {
  const all = titleEvidence({ pair: [left, right], below: [[...below[0]], [...below[1]]] }, new Set(titles))
  return all.map(({ name, strength }) => `${strength > 0 ? '+' : '-'}${name}`)
}

test('a blank half, or the same words again, is a group that goes on over the cut', () => {
  expect(seen([titleAt('其中', 180), titleAt('', 0)])).toEqual(['+title-blank-or-again'])
  expect(seen([titleAt('其中', 120), titleAt('其中', 120)])).toContain('+title-blank-or-again')
})

test('letters at the cut on both sides are one title, those in the middle of their cells are two', () => {
  expect(seen([titleAt('政府性', 170), titleAt('基金', 100)])).toContain('+title-towards-cut')
  expect(seen([titleAt('基本支出', 130), titleAt('项目支出', 130)])).toContain('-title-towards-cut')
})

test('halves that stand elsewhere as one title are one, and each for itself are two', () => {
  const halves = [titleAt('政府性', 130), titleAt('基金', 140)] as const
  expect(seen(halves, { titles: ['政府性基金'] })).toContain('+title-known')
  expect(seen(halves, { titles: ['政府性', '基金'] })).toContain('-title-known')
})

test('a group names no column twice', () => {
  const halves = [titleAt('政府性', 130), titleAt('基金', 140)] as const
  expect(seen(halves, { below: [['小计'], ['基本支出']] })).toContain('+title-names-again')
  expect(seen(halves, { below: [['小计'], ['小计']] })).toContain('-title-names-again')
})

import { expect, test } from 'vitest'
import type { ProseFact } from '../../../../src/budget/prose/prose.ts'
import { against, isAmount, isOfDocument, isShortFor, MAY_BE_OTHER } from '../../../../src/check/relations/said/facts.ts'
import { narrated } from '../../checked.ts'
import { side } from '../../terms.ts'

const DOCUMENT = narrated([])

/** The amounts of a sentence. */
const amountsIn = (sentence: string): readonly ProseFact[] => narrated([sentence]).prose.filter(isAmount)

/** Whether the first amount of a sentence is said of the money of a bureau in 2025. */
function isOwn(sentence: string, fiscalYear: number | null = 2025): boolean {
  const metadata = { ...DOCUMENT.metadata, department: '青禾县水务局', fiscalYear }
  const [fact] = amountsIn(sentence)
  if (fact === undefined) throw new Error(`no amount: ${sentence}`)
  return isOfDocument({ ...DOCUMENT, metadata }, fact)
}

test('money of the year of the document is its own, that of another year is not', () => {
  expect(isOwn('2025年基本支出12.50万元。')).toBe(true)
  expect(isOwn('基本支出12.50万元。')).toBe(true)
  expect(isOwn('2024年基本支出12.50万元。')).toBe(false)
  expect(isOwn('2024年基本支出12.50万元。', null)).toBe(true)
  expect(isOwn('上年基本支出12.50万元。')).toBe(false)
  expect(isOwn('上年结转12.50万元。')).toBe(true)
})

test('money of another office is not its own, its own may be called by a longer or a shorter name', () => {
  expect(isOwn('青禾县水务局2025年基本支出12.50万元。')).toBe(true)
  expect(isOwn('安陵市青禾县水务局2025年基本支出12.50万元。')).toBe(true)
  expect(isOwn('县水务局2025年基本支出12.50万元。')).toBe(true)
  expect(isOwn('青禾县教育局2025年基本支出12.50万元。')).toBe(false)
  expect(isOwn('青禾县水文站2025年基本支出12.50万元。')).toBe(false)
})

test('a short name has its characters in their order', () => {
  expect(isShortFor('区政府办', '示例区人民政府办公室')).toBe(true)
  expect(isShortFor('区办政府', '示例区人民政府办公室')).toBe(false)
  expect(isShortFor('区政府局', '示例区人民政府办公室')).toBe(false)
})

/** How the first amount of a sentence comes out against what tables print, with a `?` where it may be of other money. */
function held(sentence: string, printed: readonly string[], loose = false): string {
  const [fact] = amountsIn(sentence)
  if (fact === undefined) throw new Error(`no amount: ${sentence}`)
  const { outcome, note } = against('X1', fact, side('万元', ...printed), loose)
  return outcome + (note === MAY_BE_OTHER ? '?' : '')
}

test('a figure that is called by its name is held to that of a table, or to the sum of several', () => {
  expect(held('基本支出1,124.80万元。', ['1,124.80'])).toBe('holds')
  expect(held('基本支出1,124.80万元。', ['812.35', '312.45'])).toBe('holds')
  expect(held('基本支出1,124.80万元。', ['1,300.00'])).toBe('broken')
})

test('printed coarser than the table it may differ by half of its last place, and printed alike by nothing', () => {
  expect(held('基本支出1,125万元。', ['1,124.80'])).toBe('rounding')
  expect(held('基本支出1,124.81万元。', ['1,124.80'])).toBe('broken')
})

test('what may be other money proves nothing, but for a digit that is off', () => {
  expect(held('基本支出1,124.80万元。', ['1,124.80'], true)).toBe('holds')
  expect(held('基本支出1,124.80万元。', ['1,300.00'], true)).toBe('not-evaluable?')
  expect(held('基本支出1,124.80万元。', ['1,174.80'], true)).toBe('broken?')
})

test('a figure whose words do not say what it is of may be of other money; a code right before it says it', () => {
  expect(held('1,124.80万元。', ['1,300.00'])).toBe('broken?')
  expect(held('行政运行(2010301)1,124.80万元。', ['1,300.00'])).toBe('broken')
})

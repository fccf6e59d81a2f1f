import { expect, test } from 'vitest'
import { decimalOf, inUnit, isUnreadMark, moneyOf, printedAmount, stateOf } from '../../../src/budget/money/amount.ts'

test.each([
  ['1,215.75', '1215.75'],
  ['１，２１５．７５', '1215.75'],
  ['121748,642', '121748642'],
  ['-3.20', '-3.20'],
  ['（3.20）', '-3.20'],
  ['△3.20', '-3.20'],
  ['↑3.20', '3.20'],
  ['↓3.20', '-3.20'],
  ['1,203.20↓', '-1203.20'],
  ['(3.20↓', null],
  ['-3.20↓', null],
  ['–119.59', '-119.59'],
  ['982.50①', '982.50'],
  ['②982.50', '982.50'],
  ['982.50¹²', '982.50'],
  ['982.50[1]', '982.50'],
  ['########', null],
  ['0.00', '0.00'],
  ['1,197,75', null],
  ['(3.20', null],
  ['12%', null],
  ['', null],
])('%s is the number %s', (text, value) => {
  expect(decimalOf(text)).toBe(value)
})

test('figures of several columns in one cell are no figure', () => {
  expect(
    ['16873 3744 2263', '１６８７３　３７４４', '907 19869', '647.53 0', '3\n234.00', '1 234 567', '1 2 3 4', '12 345.60'].map(
      decimalOf,
    ),
  ).toEqual([null, null, null, null, null, '1234567', '1234', '12345.60'])
})

test('the kinds of nothing stay apart', () => {
  expect(['', '0.00', '—', '--', '/', '不适用', '12', '元'].map(stateOf)).toEqual([
    'blank',
    'zero',
    'nil',
    'nil',
    'na',
    'na',
    'value',
    null,
  ])
})

test('a cell may print the unit behind its figure, 无 for nothing, or a mark that is no amount', () => {
  expect(printedAmount('1,561.65 万元')).toEqual({ state: 'value', text: '1,561.65', unit: '万元' })
  expect(printedAmount('（3.20）元')).toEqual({ state: 'value', text: '（3.20）', unit: '元' })
  expect(printedAmount('无')).toEqual({ state: 'nil', text: '无', unit: null })
  expect(['########', '……', '万元', '3人'].map(printedAmount)).toEqual([null, null, null, null])
  expect(['########', '……', '***', '-', '万元'].map(isUnreadMark)).toEqual([true, true, true, false, false])
})

test('the share of a whole in brackets is no part of a figure', () => {
  expect(printedAmount('1,234.56(35.12%)')).toEqual({ state: 'value', text: '1,234.56', unit: null })
  expect(printedAmount('12 （100%）')?.text).toBe('12')
  expect(printedAmount('10（其中，灾情因素6万元）')).toEqual({ state: 'value', text: '10', unit: null })
  expect(printedAmount('10（人）')).toBeNull()
  expect(printedAmount('(35.12%)')).toBeNull()
  expect(printedAmount('1,234.56(35.12)')).toBeNull()
})

test('amounts are exact 分', () => {
  expect(moneyOf('1,215.75', '万元')).toEqual({ value: '1215.75', unit: '万元', fen: 1215750000n, step: 10000n })
  expect(moneyOf('171,915,169', '元')?.fen).toBe(17191516900n)
  expect(moneyOf('90071992547409.91', '元')?.fen).toBe(9007199254740991n)
  expect(moneyOf('0.5', '亿元')?.fen).toBe(5000000000n)
  expect(moneyOf('3', '人次')).toBeNull()
})

test('figures run together are more money than there is', () => {
  expect(moneyOf('90071992547409.92', '元')).toBeNull()
  expect(moneyOf('-9744568097480200', '万元')).toBeNull()
})

test('分 in a unit', () => {
  expect(inUnit(1215750000n, '万元')).toBe('1215.75')
  expect(inUnit(-180000n, '万元')).toBe('-0.18')
  expect(inUnit(1215750000n, '元')).toBe('12157500.00')
  expect(inUnit(10001n, '万元')).toBe('0.010001')
})

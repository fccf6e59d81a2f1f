import { expect, test } from 'vitest'
import type { Side } from '../../../src/check/check.ts'
import { compare } from '../../../src/check/relations/compare.ts'
import { percent } from '../../../src/check/relations/sums/ratio.ts'
import { side } from '../terms.ts'

const outcome = (left: Side, right: Side, comparison: 'same' | 'sum') =>
  compare({ identity: '', instance: '' }, left, right, comparison).outcome

test('a figure printed twice may not differ', () => {
  expect(outcome(side('万元', '1215.75'), side('万元', '1,215.75'), 'same')).toBe('holds')
  expect(outcome(side('万元', '1215.75'), side('万元', '1215.76'), 'same')).toBe('broken')
})

test('a sum of n rounded figures may differ by half a step each', () => {
  const terms = ['675.65', '332.80', '80.13', '31.68', '10.90', '0.73', '18.00', '65.87']
  expect(outcome(side('万元', '1215.75'), side('万元', ...terms), 'sum')).toBe('rounding')
  expect(outcome(side('万元', '1215.80'), side('万元', ...terms), 'sum')).toBe('rounding')
  expect(outcome(side('万元', '1215.81'), side('万元', ...terms), 'sum')).toBe('broken')
})

test('元 with 分 may differ by one 分, whole 元 by rounding', () => {
  expect(outcome(side('元', '10.01'), side('元', '4.00', '6.00'), 'sum')).toBe('rounding')
  expect(outcome(side('元', '10.02'), side('元', '4.00', '6.00'), 'sum')).toBe('broken')
  expect(outcome(side('元', '24,840,779'), side('元', '12,420,389', '12,420,389'), 'sum')).toBe('rounding')
})

test('元 of a table against 万元 of the prose', () => {
  expect(outcome(side('元', '12029501.84'), side('万元', '1202.95'), 'same')).toBe('rounding')
  expect(outcome(side('元', '12029601.84'), side('万元', '1202.95'), 'same')).toBe('broken')
})

test('shares round half up', () => {
  expect(percent(6587n, 119775n, 2)).toBe(550n)
  expect(percent(2942n, 30782n, 2)).toBe(956n)
})

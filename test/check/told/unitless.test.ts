import { expect, test } from 'vitest'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import { narrated } from '../checked.ts'

test('an amount without a unit is told once, and none where the unit stands above or the figure is of something else', () => {
  const told = (...sentences: readonly string[]) =>
    checkDataset(narrated(sentences)).findings.flatMap(({ code, actual }) => (code === 'unit-missing' ? [actual] : []))
  expect(told('年初预算为5.00万元,支出决算为4.19。')).toEqual(['支出决算为4.19'])
  expect(told('支出决算为4.19。', '支出决算为5.19。')).toEqual(['支出决算为4.19'])
  expect(told('支出决算为4.19万元。')).toEqual([])
  expect(told('单位:万元,支出决算为4.19。')).toEqual([])
  expect(told('全区支出为4.19,5.20万元两笔。')).toEqual(['全区支出为4.19'])
  expect(told('支出决算为预算的4.19%。')).toEqual([])
  expect(told('2026年预算收入1682.76万元,其中当年预算1682.76万。')).toEqual(['其中当年预算1682.76万'])
  expect(told('惠及群众8.50万。', '项目总预算1720.00万元。')).toEqual([])
})

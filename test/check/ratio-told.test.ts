import { expect, test } from 'vitest'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { narrated } from './checked.ts'

test('what a percentage should be is told to the places that are printed, from the figures that are not nothing', () => {
  const said = '收入预算600.00万元，其中：财政拨款500.00万元，占80.0%；事业收入100.00万元，占16.7%；其他收入0万元，占0%。'
  const [message] = checkDataset(narrated([said])).findings.map(({ message }) => message.zh)
  expect(message).toMatch(/应为83\.3%/)
  expect(message).not.toMatch(/(?<!\d)0万元/)
})

import { expect, test } from 'vitest'
import { verdictsSaid } from './checked.ts'

test('an amount told elsewhere under its name but for a digit is a doubt; one that is told again as it is, or otherwise, is none', () => {
  const said = (again: string) => `在职人员经费7,557.83万元、公用经费2,665.51万元。(一)在职人员经费${again}万元,主要是工资。`
  expect(verdictsSaid(said('7,557.83'))).toEqual([])
  expect(verdictsSaid(said('7,357.83'))).toEqual(['unexplained'])
  expect(verdictsSaid(said('6,104.02'))).toEqual([])
})

test('round amounts are a digit apart by chance', () => {
  expect(verdictsSaid('在职人员经费1,100.00万元。(一)在职人员经费1,300.00万元。')).toEqual([])
})

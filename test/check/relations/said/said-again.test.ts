import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { narrated, verdictsSaid } from '../../checked.ts'

test('an amount told elsewhere under its name but for a digit is a doubt; one that is told again as it is, or otherwise, is none', () => {
  const said = (again: string) => `在职人员经费7,557.83万元、公用经费2,665.51万元。(一)在职人员经费${again}万元,主要是工资。`
  expect(verdictsSaid(said('7,557.83'))).toEqual([])
  expect(verdictsSaid(said('7,357.83'))).toEqual(['unexplained'])
  expect(verdictsSaid(said('6,104.02'))).toEqual([])
})

test('round amounts are a digit apart by chance', () => {
  expect(verdictsSaid('在职人员经费1,100.00万元。(一)在职人员经费1,300.00万元。')).toEqual([])
})

test('a part is none of the other places that tell its whole', () => {
  const said = (joint: string) => `收入预算总计2,154.30万元${joint}本年收入合计2,054.30万元。`
  expect(verdictsSaid(said('。包括:1.'))).toEqual([])
  expect(verdictsSaid(said('。1.'))).toEqual(['unexplained'])
})

test('what was really spent is none of the budget beside it', () => {
  expect(verdictsSaid('三公经费预算6.00万元,实际支出4.00万元。')).toEqual([])
  expect(verdictsSaid('三公经费预算6.00万元。三公经费预算安排4.00万元。')).toEqual(['unexplained'])
})

test('what two sentences tell of two years is not the same', () => {
  const said = (year: string) =>
    verdictsSaid('2019年一般性转移支付收入7,557.83万元。', `${year}年一般性转移支付收入7,357.83万元。`)
  expect(said('2019')).toEqual(['unexplained'])
  expect(said('2020')).toEqual([])
  const reception = (year: string) => verdictsSaid('2019年公务接待费6.00万元。', `${year}年公务接待费4.00万元。`)
  expect(reception('2019')).toEqual(['unexplained'])
  expect(reception('2020')).toEqual([])
})

test('a part of what is planned is none of what is spent, and one of all is none of an office’s', () => {
  const planned = '“三公”经费预算168.53万元,其中公务接待费39万元。'
  expect(verdictsSaid(`${planned}支出决算163.58万元,其中公务接待费支出决算52.15万元。`)).toEqual([])
  expect(verdictsSaid(`${planned}公务接待费预算52.15万元。`)).toEqual(['unexplained'])
  // What is said to be spent of what is planned may be either.
  expect(
    verdictsSaid('“三公”经费预算54万元,其中:公务接待费支出决算42万元。“三公”经费决算51万元,其中:公务接待费支出决算27万元。'),
  ).toEqual([])
  const ofPart = (amount: string) =>
    `全州“三公”经费支出4855万元,其中:公务接待费627万元。州本级“三公”经费支出${amount}万元,其中:公务接待费327万元。`
  expect(verdictsSaid(ofPart('1127'))).toEqual([])
  expect(verdictsSaid(ofPart('4855'))).toEqual(['unexplained'])
})

test('the same figure in two units is told as such', () => {
  const codes = (unit: string) =>
    checkDataset(
      narrated(['2015年部门决算公开“三公”经费31.23万元,其中公务接待费1.58万元。', `2015年部门决算公开公务接待费1.58${unit}。`]),
    ).findings.map(({ code }) => code)
  expect(codes('元')).toEqual(['unit-contradiction'])
  expect(codes('万元')).toEqual([])
})

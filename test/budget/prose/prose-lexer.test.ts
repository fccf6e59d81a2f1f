import { expect, test } from 'vitest'
import { tokensOf } from '../../../src/budget/prose/lexer.ts'
import { isPhrase, nameIn, startOf } from '../../../src/budget/prose/phrase.ts'

test('a text is told as the classes of its words, and what is none is a name', () => {
  expect(tokensOf('公务接待费比2023年度决算数').letters).toBe('nCYAZ')
  expect(tokensOf('均比上年增加').letters).toBe('RCLU')
  expect(tokensOf('与2025').letters).toBe('CY')
  expect(tokensOf('2025年末债务').letters).toBe('YTn')
  expect(tokensOf('完成调整后预算2,500.00万元的').letters).toBe('KTB#d')
})

test('a word of one character within a name is a part of it, and one at its end is none', () => {
  expect(tokensOf('设施与设备').letters).toBe('n')
  expect(tokensOf('设施与上年').letters).toBe('nCL')
  expect(tokensOf('公务接待费占三公经费').letters).toBe('nQn')
})

test('a fund whose name contains a budget tells no budget', () => {
  expect(isPhrase('一般公共预算拨款', 'budget')).toBe(false)
  expect(isPhrase('一般公共预算拨款年初预算', 'budget')).toBe(true)
})

test('what an amount is called stands without the words around it, and there may be nothing else', () => {
  expect(nameIn('其中公务接待费年初预算为')).toBe('公务接待费')
  expect(nameIn('收入总计')).toBe('收入总计')
  expect(nameIn('年末实际用掉')).toBe('')
  expect(nameIn('水')).toBe('水')
  expect(nameIn('预为')).toBe('')
})

test('where an amount is told to come from is known by its place', () => {
  expect(startOf('三公经费由2024年的', 'from')).toBe(4)
  expect(startOf('三公经费', 'from')).toBe(-1)
})

import { expect, test } from 'vitest'
import { joinLines } from '../../src/join-lines.ts'

test.each([
  [['机关事业单位基本养老保险缴费', '支出'], '机关事业单位基本养老保险缴费支出'],
  [['Margin of', 'error'], 'Margin of error'],
  [['1,234,567.', '89'], '1,234,567.89'],
  [['www.example', '.cn/a'], 'www.example.cn/a'],
  [['因公出国', '(境)费'], '因公出国(境)费'],
  [['3', '15,447,361.00'], '3\n15,447,361.00'],
  [['208', '20805'], '208\n20805'],
  [['1,234,5', '67.89'], '1,234,567.89'],
  [['450,', '257.', '00'], '450,257.00'],
  [['12', '.50'], '12.50'],
  [[], ''],
])('%j is read as %s', (lines, joined) => {
  expect(joinLines(lines)).toBe(joined)
})

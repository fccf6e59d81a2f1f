import { expect, test } from 'vitest'
import { lone } from '../../../src/ocr/engine/engine.ts'
import { withoutEndDots, withWideMarks } from '../../../src/ocr/read/punctuation.ts'

const read = (text: string): string =>
  withWideMarks([...text].map(character => lone(character, 1)))
    .map(({ text: character }) => character)
    .join('')

test('marks beside Chinese are as wide as it, others stay as they are', () => {
  expect(read('一、收入:预算')).toBe('一、收入：预算')
  expect(read('甲,乙;丙')).toBe('甲，乙；丙')
  expect(read('1,215.75')).toBe('1,215.75')
  expect(read('合计1,215.75')).toBe('合计1,215.75')
})

test('both halves of a pair of brackets are alike, whatever stands beside each', () => {
  expect(read('经费(2024)')).toBe('经费（2024）')
  expect(read('(2024)年')).toBe('（2024）年')
  expect(read('维修(护)费(3)')).toBe('维修（护）费（3）')
  expect(read('(A)')).toBe('(A)')
})

test('a dot before or behind Chinese is dirt, within it or beside figures it is print', () => {
  const kept = (text: string): string =>
    withoutEndDots([...text].map(character => lone(character, 1)))
      .map(({ text: character }) => character)
      .join('')
  expect(['·差旅费', '手续费.', ':实施单位', '.办公费·'].map(kept)).toEqual(['差旅费', '手续费', '实施单位', '办公费'])
  expect(['元/人·月', '1.办公费', '目标：', '合计12.'].map(kept)).toEqual(['元/人·月', '1.办公费', '目标：', '合计12.'])
})

test('dots around an amount or a code are dirt, and it is in doubt', () => {
  const told = (text: string): string => {
    const kept = withoutEndDots([...text].map(character => lone(character, 1)))
    return kept.map(({ text: character }) => character).join('') + (kept.some(({ score }) => score < 0.9) ? '?' : '')
  }
  expect([': 373.84', '.201.52.', '::2,529', '20805.'].map(told)).toEqual(['373.84?', '201.52?', '2,529?', '20805?'])
  expect(['373.84', '.208', '1.', '20805'].map(told)).toEqual(['373.84', '.208', '1.', '20805'])
})

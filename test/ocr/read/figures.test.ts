import { expect, test } from 'vitest'
import { decideFigure, isFigure, withSeparators } from '../../../src/ocr/read/figures.ts'

test.each(['1,215.75', '0.00', '-36', '98%', '2010301', '-', '1215.75'])('%s is printed like a figure', text => {
  expect(isFigure(text)).toBe(true)
})

test.each(['1.215.75', '12,15.75', '.80', '80.', '1,2', ''])('%s is not', text => {
  expect(isFigure(text)).toBe(false)
})

test('mixed separators are put right, digits stay', () => {
  expect(withSeparators('1.215.75')).toBe('1,215.75')
  expect(withSeparators('1.324.711,87')).toBe('1,324,711.87')
  expect(withSeparators('12.15')).toBeNull()
})

test('one sure look decides', () => {
  const figure = decideFigure([
    [
      { text: '80.13', score: 0.97 },
      { text: '8013', score: 0.01 },
    ],
  ])
  expect(figure?.text).toBe('80.13')
  expect(figure?.confidence).toBeGreaterThan(0.95)
})

test('two looks that differ leave doubt, and both readings', () => {
  const figure = decideFigure([
    [
      { text: '507.53', score: 0.6 },
      { text: '507.33', score: 0.3 },
    ],
    [
      { text: '507.33', score: 0.5 },
      { text: '507.53', score: 0.4 },
    ],
  ])
  expect(figure?.text).toBe('507.53')
  expect(figure?.confidence).toBeLessThan(0.9)
  expect(figure?.readings.map(({ text }) => text)).toEqual(['507.53', '507.33'])
})

test('what went to letters lowers the confidence', () => {
  expect(decideFigure([[{ text: '5', score: 0.2 }]])?.confidence).toBeLessThan(0.25)
})

test('nothing like a figure gives none', () => {
  expect(decideFigure([[{ text: '.', score: 0.9 }]])).toBeNull()
})

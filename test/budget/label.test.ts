import { expect, test } from 'vitest'
import { labelOf } from '../../src/budget/label.ts'

test('the mark of a note is no part of a label and of its number', () => {
  expect(labelOf('①（2）公务用车购置费')).toEqual({ level: 4, memo: false, name: '公务用车购置费' })
  expect(labelOf('1.因公出国（境）费①').name).toBe('因公出国(境)费')
})

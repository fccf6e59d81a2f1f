import { expect, test } from 'vitest'
import { parseOptions, parsePages } from '../src/options.ts'

test('page lists are sorted and each page comes once', () => {
  expect(parsePages('3-5,8')).toEqual([3, 4, 5, 8])
  expect(parsePages(' 7, 2 - 3 ,2')).toEqual([2, 3, 7])
})

test.each(['', '0', '5-3', '1,', 'a', '1-', '-3', '1.5', '1-999999999'])('%j is no page list', text => {
  expect(() => parsePages(text)).toThrow(/not a page list/)
})

test('an unknown or wrong option is a usage error that names it', () => {
  expect(() => parseOptions({ pages: [0] })).toThrow(/pages/)
  // @ts-expect-error: a caller without types
  expect(() => parseOptions({ colour: 'red' })).toThrow(expect.objectContaining({ code: 'usage' }))
})

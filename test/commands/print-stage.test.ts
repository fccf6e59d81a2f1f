import { expect, test } from 'vitest'
import { decisionLines, tableLines } from '../../src/commands/print-stage.ts'

test('a page without tables is told to have none', () => {
  expect(decisionLines([], 1)).toEqual(['no table on this page'])
  expect(tableLines([], 1)).toEqual(['no table on this page'])
})

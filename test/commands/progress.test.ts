import { expect, test } from 'vitest'
import { progressLine, progressOf } from '../../src/commands/progress.ts'

const COUNTS = { documents: 100, over: 50, done: 40, failed: 2, current: 0, ms: 120_000 }

test.each(['en', 'zh'] as const)('the line of a progress bar is no wider than the terminal: %s', language => {
  const widthOf = (text: string): number =>
    [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0)
  for (const columns of [10, 20, 30, 40, 60, 80]) {
    const line = progressLine(COUNTS, language, columns)
    expect(widthOf(line), line).toBeLessThan(columns)
    if (columns >= 20) expect(line).toMatch(/^█*░* ?50\/100/)
  }
})

test('without a terminal a long document gives a sign of life from time to time, and nothing else is drawn', () => {
  const said: string[] = []
  const outside = { say: (text: string) => void said.push(text), terminal: false, language: 'en' } as const
  const often = progressOf(1, outside, 0)
  often.page('a.pdf', 3, 120)
  often.next('a.pdf', 'done')
  often.clear()
  const never = progressOf(1, outside, Number.POSITIVE_INFINITY)
  never.page('a.pdf', 4, 120)
  const seldom = progressOf(1, outside)
  seldom.page('a.pdf', 5, 120)
  expect(said).toEqual(['yusuan extract: a.pdf: 3 of 120 pages read\n'])
})

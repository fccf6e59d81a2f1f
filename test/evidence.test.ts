import { expect, test } from 'vitest'
import { agreementOf, decide, probabilityOf, weigh } from '../src/evidence.ts'

const WEIGHTS = { caption: { weight: 3, examples: 40 }, columns: { weight: 2, examples: 40 } }

test('the answer with most evidence wins and keeps its margin', () => {
  const seen = [
    { name: 'caption', strength: 1, because: 'both pages print 表2' },
    { name: 'columns', strength: -0.5, because: 'two of four columns moved' },
  ]
  const { choice, decision } = decide('page 4 goes on with page 3', [
    { choice: true, label: 'goes on', evidence: weigh(seen, WEIGHTS) },
    { choice: false, label: 'begins anew', evidence: [] },
  ])
  expect(choice).toBe(true)
  expect(decision).toMatchObject({ chosen: 'goes on', rejected: 'begins anew' })
  expect(decision.margin).toBeCloseTo(probabilityOf(2))
  expect(decision.evidence.map(({ weight }) => weight)).toEqual([3, -1])
})

test('what has no weight or sees nothing says nothing', () => {
  expect(weigh([{ name: 'caption', strength: 0, because: '' }], WEIGHTS)).toEqual([])
  expect(weigh([{ name: 'unheard', strength: 1, because: '' }], WEIGHTS)).toEqual([])
})

test('a sum that holds in six digits is a chance of one in a million', () => {
  expect(probabilityOf(-agreementOf(6))).toBeCloseTo(1e-6, 8)
})

import { expect, test } from 'vitest'
import type { Action } from '../../src/corrections/correction.ts'
import { correctionsOf, requestSchema } from '../../src/review/requests.ts'

const one = (action: Action = 'text') => ({
  ...{ action, table: '1', page: 1, box: [0, 0, 10, 10], old: '1.00', new: '2.00', why: '' },
})
const request = (strokes: unknown, more: object = {}) => ({ name: 'a', version: '1', who: '王', strokes, ...more })
const isTaken = (asked: unknown): boolean => requestSchema.safeParse(asked).success

test('corrections that say who made them are taken, and those of nobody are not', () => {
  expect(isTaken(request([[one()]]))).toBe(true)
  expect(isTaken(request([[one()]], { who: '  ' }))).toBe(false)
  expect(isTaken(request([]))).toBe(false)
  expect(isTaken(request([[{ ...one(), more: 1 }]]))).toBe(false)
})

test('no request asks for more than the server does at once, however it parts them into strokes', () => {
  expect(isTaken(request([Array(500).fill(one())]))).toBe(true)
  expect(isTaken(request([Array(250).fill(one()), Array(251).fill(one())]))).toBe(false)
  expect(isTaken(request([Array(10).fill(one('border'))]))).toBe(true)
  expect(isTaken(request([Array(11).fill(one('border'))]))).toBe(false)
})

test('lines of one stroke have one time and each an id of its own; a later stroke comes later', () => {
  const asked = requestSchema.parse(request([[one(), one()], [one()]]))
  const lines = correctionsOf(asked, { file: 'a.pdf', sha256: 'a'.repeat(64), bytes: 1, pages: 1 })
  expect(new Set(lines.map(({ id }) => id)).size).toBe(3)
  expect(lines[0]?.when).toBe(lines[1]?.when)
  expect(Date.parse(lines[2]?.when ?? '')).toBeGreaterThan(Date.parse(lines[1]?.when ?? ''))
  expect(lines[0]).toMatchObject({ who: '王', file: 'a.pdf', old: '1.00', new: '2.00' })
})

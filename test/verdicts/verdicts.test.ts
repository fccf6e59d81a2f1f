import { describe, expect, test } from 'vitest'
import { fileOf, findingsOf } from './documents.ts'
import { type Claim, entryOf, isClaim, readRegister, verdictsOf } from './register.ts'

const register = readRegister()
const names = [...new Set(register.map(({ document }) => document))]
const claims = new Map<string, readonly Claim[]>()
for (const name of names) {
  const file = fileOf(name)
  if (file !== null) claims.set(name, (await findingsOf(file)).filter(isClaim))
}

describe('documents of the register, in samples and ../shared', () => {
  describe.each(names)('%s', name => {
    test.skipIf(!claims.has(name))('every claim that it contradicts itself was looked at and is so', () => {
      const told = (claims.get(name) ?? []).map(claim => [
        claim.message.zh,
        entryOf(name, claim, register)?.verdict ?? 'not looked at',
      ])
      expect(told.filter(([, verdict]) => verdict !== 'genuine')).toEqual([])
    })
  })

  test('caution is not silence: genuine contradictions are claimed', () => {
    const { recall, missed } = verdictsOf(claims, register)
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.85)
  })
})

test('a claim is known by both its figures', () => {
  const claim = {
    verdict: 'published-inconsistency',
    severity: 'warning',
    page: 8,
    expected: '458.00',
    actual: '0.00',
    message: { zh: '印为0.00万元', en: '' },
  } as const
  const entry = {
    document: 'a',
    cause: 'c',
    verdict: 'genuine',
    page: '8',
    figure: '0.00',
    should: '458.00',
    reason: '',
  } as const
  expect(entryOf('a', claim, [entry])).toBe(entry)
  expect(entryOf('b', claim, [entry])).toBe(null)
  expect(entryOf('a', { ...claim, expected: '459.00' }, [entry])).toBe(null)
})

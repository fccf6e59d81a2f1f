import { expect, test } from 'vitest'
import type { Side } from '../../../../src/check/check.ts'
import { compare } from '../../../../src/check/relations/compare.ts'
import { MAY_LACK_PART } from '../../../../src/check/relations/said/facts.ts'
import { type Reading, type Readings, toldSums } from '../../../../src/check/relations/said/told-sum.ts'
import { side } from '../../terms.ts'

/** Figures of a narrative; the same text is the same figure. */
function figures(...texts: readonly string[]): Side {
  const { terms } = side('万元', ...texts)
  const place = (text: string): number => Number(text.replaceAll(/\D/g, ''))
  return { label: '', terms: terms.map(term => ({ ...term, box: [place(term.text), 0, place(term.text) + 1, 1] })) }
}

/** A reading of what a figure is the sum of. */
const reading = (whole: string, parts: readonly string[], more: Partial<Omit<Reading, 'check'>> = {}): Reading => ({
  check: compare({ identity: 'B34', instance: '' }, figures(whole), figures(...parts), 'sum'),
  ...{ isWorded: false, least: null, says: null, ...more },
})

/** How the figures of some lists come out: the outcome, with a `?` where a part may be missing. */
const outcomes = (...lists: readonly Readings[]): string[] =>
  toldSums(lists).map(({ outcome, note }) => outcome + (note === MAY_LACK_PART ? '?' : ''))

const RIGHT = ['1,124.80', ['812.35', '312.45']] as const
const WRONG = ['1,482.36', ['1,041.13', '451.23']] as const
const FAR = ['1,482.36', ['1,041.13', '41.07']] as const

test('of several readings that which holds is told, and only where words or digits say that it is a list', () => {
  const worded = { isWorded: true }
  expect(outcomes([reading('1,124.80', ['812.35'], worded), reading(...RIGHT, worded)])).toEqual(['holds'])
  expect(outcomes([reading(...RIGHT)])).toEqual([])
  expect(outcomes([reading(...WRONG)])).toEqual([])
  expect(outcomes([reading(...WRONG, worded)])).toEqual(['not-evaluable'])
})

test('words that leave no other reading accuse where most such totals of the document hold', () => {
  const all = { isWorded: true, says: 'all' } as const
  expect(outcomes([reading(...RIGHT, all)], [reading(...FAR, all)])).toEqual(['holds', 'broken'])
  expect(outcomes([reading(...RIGHT, all)], [reading(...FAR, all)], [reading('96.20', ['41.07'], all)])).toEqual([
    'holds',
    'not-evaluable',
    'not-evaluable',
  ])
})

test('named parts that are less than their whole may lack one; those that are more, by a slip, do not', () => {
  const parts = { says: 'parts' } as const
  expect(outcomes([reading('1,482.36', ['1,041.13', '441.23'], parts)])).toEqual([])
  expect(outcomes([reading(...WRONG, parts)])).toEqual(['broken'])
  expect(outcomes([reading(...FAR, parts)])).toEqual([])
  // More by no slip of any figure: some of them may be parts of others.
  expect(outcomes([reading('1,482.36', ['1,041.13', '812.35'], parts)])).toEqual([])
})

test('parts of which none holds another cannot be more than their whole', () => {
  const apart = { says: 'parts-apart' } as const
  expect(outcomes([reading('1,482.36', ['1,041.13', '812.35'], apart)])).toEqual(['broken'])
  expect(outcomes([reading(...FAR, apart)])).toEqual([])
})

test('a reading that holds beside one that its words ask for leaves the doubt that a part is one of another', () => {
  const apart = { says: 'parts-apart' } as const
  const held = reading('1,482.36', ['1,041.13', '441.23'], { isWorded: true })
  expect(outcomes([reading('1,482.36', ['1,041.13', '441.23', '41.07'], apart), held])).toEqual(['broken?'])
  // The one that holds is what its words say.
  expect(outcomes([reading('1,482.36', ['1,041.13', '441.23', '41.07'], apart), { ...held, says: 'parts' }])).toEqual(['holds'])
})

test('so many digits prove a list without words, and a slip of the pen in it', () => {
  const least = { least: 4 }
  const misprinted = ['12,157.36', ['8,041.13', '4,117.23']] as const
  expect(outcomes([reading(...misprinted)])).toEqual([])
  expect(outcomes([reading(...misprinted, least)])).toEqual(['broken?'])
  expect(outcomes([reading(...misprinted, { least: 8 })])).toEqual([])
})

test('figures that make another whole for sure are no slip of this one', () => {
  const misprinted = reading('12,157.36', ['8,041.13', '4,117.23'], { least: 4 })
  const whole = (parts: readonly string[], total: string): Reading => reading(total, parts, { isWorded: true })
  expect(outcomes([whole(['8,041.13', '4,117.23'], '12,158.36')], [misprinted])).toEqual(['holds'])
  expect(outcomes([whole(['8,041.13', '300.00'], '8,341.13')], [misprinted])).toEqual(['holds', 'broken?'])
  // What stands beside one of them in another list is no part of it.
  expect(outcomes([whole(['12,157.36', '8,041.13'], '20,198.49')], [misprinted])).toEqual(['holds'])
  expect(outcomes([whole(['12,157.36', '7,041.13'], '19,198.49')], [misprinted])).toEqual(['holds', 'broken?'])
})

import { expect, test } from 'vitest'
import type { ProseFact } from '../../src/budget/prose.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { compare, toldTerm } from '../../src/check/relations/compare.ts'
import { MAY_LACK_PART } from '../../src/check/relations/facts.ts'
import { withLastYear } from '../../src/check/relations/last-year.ts'
import { narrated } from './checked.ts'

/** The amounts of a text, the first against the sum of the others, with the doubt that a part may be missing. */
function listIn(text: string) {
  const { prose } = narrated([text])
  const [whole, ...parts] = prose.filter(({ kind }) => kind === 'amount').map((fact: ProseFact) => toldTerm(fact))
  if (whole === undefined) throw new Error('no amount')
  const sum = compare({ identity: 'B32', instance: '' }, { label: '', terms: [whole] }, { label: '', terms: parts }, 'sum')
  return { prose, check: { ...sum, note: MAY_LACK_PART } }
}

/** Whether the year before says that a figure of a list that does not add up is a slip of the pen; then no part is missing. */
function isSlip(text: string): boolean {
  const { prose, check } = listIn(text)
  expect(check.outcome).toBe('broken')
  const [told] = withLastYear(prose, [check])
  expect(told?.note).toBe(told?.slipsByLastYear ? null : MAY_LACK_PART)
  return told?.slipsByLastYear !== undefined
}

/** A whole and its two parts, each with what is told of the year before. */
const list = (whole: string, first: string, second: string, since: readonly [string, string, string]): string =>
  `2024年税收收入${whole}万元,比上年${since[0]}。其中:增值税${first}万元,比上年${since[1]};所得税${second}万元,比上年${since[2]}。`
/** What was 100,114.35 万元 the year before, of 72,102.15 and 28,012.20. */
const GROWN = ['增长12.35%', '增长12.67%', '增长11.54%'] as const
const CHANGED = ['增加12,365.65万元', '增加9,132.85万元', '增加3,232.80万元'] as const

test('a figure that one digit mends in both years is a slip of the pen', () => {
  expect(isSlip(list('112,480.00', '81,235.00', '32,245.00', GROWN))).toBe(true)
  expect(isSlip(list('112,480.00', '82,235.00', '31,245.00', GROWN))).toBe(true)
  expect(isSlip(list('113,480.00', '81,235.00', '31,245.00', GROWN))).toBe(true)
})

test('what is no slip of any figure is none, whatever the year before was', () => {
  expect(isSlip(list('112,480.00', '81,235.00', '30,011.00', GROWN))).toBe(false)
})

test('one digit that mends this year alone says nothing: what is missing may be a part that grew otherwise', () => {
  expect(isSlip(list('112,480.00', '81,235.00', '30,245.00', ['增长12.35%', '增长12.67%', '增长15.11%']))).toBe(false)
})

test('a list that adds up the year before as its figures are printed has no slip', () => {
  // 32,245.00 was 28,012.20.
  expect(isSlip(list('112,480.00', '81,235.00', '32,245.00', [GROWN[0], GROWN[1], '增长15.11%']))).toBe(false)
})

test('changes alone say nothing: what is missing now was missing the year before as well', () => {
  expect(isSlip(list('112,480.00', '81,235.00', '32,245.00', CHANGED))).toBe(false)
  expect(isSlip(list('112,480.00', '81,235.00', '32,245.00', [CHANGED[0], CHANGED[1], GROWN[2]]))).toBe(true)
})

test('growths tell no more than their last place does', () => {
  expect(isSlip(list('112,480.00', '81,235.00', '32,245.00', ['增长12%', '增长13%', '增长12%']))).toBe(false)
})

test('one figure of which nothing is told of the year before leaves all unknown', () => {
  expect(isSlip(list('112,480.00', '81,235.00', '32,245.00', [GROWN[0], GROWN[1], '口径一致']))).toBe(false)
})

test('what stayed the same counts as told', () => {
  expect(isSlip(list('112,480.00', '82,235.00', '31,245.00', ['增长8.84%', '增长12.67%', '持平']))).toBe(true)
  expect(isSlip(list('112,480.00', '82,235.00', '31,245.00', ['增长8.84%', '增长12.67%', '基本持平']))).toBe(false)
})

test('a change against the budget, or told as a reason, says nothing of the year before', () => {
  const said = (last: string): boolean =>
    isSlip(
      `2024年税收收入112,480.00万元,比上年增长12.35%。其中:增值税81,235.00万元,比上年增长12.67%;所得税32,245.00万元,${last}。`,
    )
  expect(said('比上年增长11.54%')).toBe(true)
  expect(said('比年初预算增长11.54%')).toBe(false)
})

test('figures of few digits are slips of each other by chance', () => {
  expect(isSlip(list('11.2', '8.1', '4.1', GROWN))).toBe(false)
})

test('what adds up is left as it is', () => {
  const { prose, check } = listIn(list('112,480.00', '81,235.00', '31,245.00', GROWN))
  expect(check.outcome).toBe('holds')
  expect(withLastYear(prose, [check])).toEqual([check])
})

test('a claim that the year before proves says which figures would mend both years', () => {
  const { findings } = checkDataset(narrated([list('112,480.00', '81,235.00', '32,245.00', GROWN)]))
  const claims = findings.filter(({ verdict }) => verdict === 'published-inconsistency')
  expect(claims).toHaveLength(1)
  expect(claims[0]?.message.zh).toContain('32,245.00万元改为31,245.00万元，则本年、上年均相加相符')
  expect(claims[0]?.message.en).toContain('32,245.00万元 read as 31,245.00万元 alone')
})

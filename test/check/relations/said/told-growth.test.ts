import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { narrated } from '../../checked.ts'

/** How the growths of some sentences come out that are told beside both of their amounts. */
const growths = (...said: readonly string[]): string[] =>
  checkDataset(narrated(said)).checks.flatMap(({ identity, outcome, verdict, right }) =>
    identity === 'N31' && outcome !== 'not-evaluable' ? [`${verdict} ${right.terms[0]?.text}`] : [],
  )

const planned = (spent: string, budget: string, growth: string, word = '增加') =>
  `2025年当年预算执行数为${spent}万元,2026年预算安排${budget}万元,比2025年预算执行数${word}${growth}%。`

test('a growth follows from the two amounts that its sentence tells, the one of the year it names', () => {
  expect(growths(planned('20.04', '50', '149.50'))).toEqual(['holds 149.50%'])
  expect(growths(planned('105.65', '103.35', '2.18', '减少'))).toEqual(['holds 2.18%'])
  expect(
    growths(planned('20.04', '50', '149.50'), planned('105.65', '103.35', '2.18', '减少'), planned('124.27', '130.95', '5.40')),
  ).toEqual(['holds 149.50%', 'holds 2.18%', 'published-inconsistency 5.38%'])
})

test('a growth follows from the amount before it and the one that it is compared with', () => {
  expect(growths('支出合计123.45万元,比上年111.11万元增长11.1%。')).toEqual(['holds 11.1%'])
  // Nothing else says here that such a growth is one of these two: of 安排210.32万元,比上年1.43万元,增加0.68% a word is left out.
  expect(growths('支出合计123.45万元,比上年111.11万元增长12.1%。')).toEqual(['unexplained 11.1%'])
})

test('a growth with its change beside it, of a year that no amount is told of, or of several, is none of two amounts', () => {
  expect(growths('支出合计123.45万元,比上年增加12.34万元,增长11.1%。')).toEqual([])
  expect(growths('2025年执行数20万元,2026年预算安排50万元,比2024年执行数增加10%。')).toEqual([])
  expect(growths('2025年预算30万元,2025年执行数20万元,2026年预算安排50万元,比2025年执行数增加150%。')).toEqual([])
})

import { expect, test } from 'vitest'
import type { Dataset } from '../../src/budget/dataset.ts'
import { proseFacts } from '../../src/budget/prose-facts.ts'
import { IDENTITIES } from '../../src/check/identities.ts'
import { relationsOf } from '../../src/check/relations/relations.ts'
import { paragraph } from '../budget/paragraph.ts'

/** How the numbers of things that a sentence tells by kind come out. */
function countsIn(sentence: string) {
  const dataset = { tables: [], prose: proseFacts([paragraph(sentence)]) } as unknown as Dataset
  return IDENTITIES.filter(({ form }) => form === 'stated-count')
    .flatMap(identity => relationsOf(dataset, identity))
    .map(({ outcome }) => outcome)
}

test('people are no kinds of the things that were counted before them', () => {
  expect(countsIn('本单位下辖12个教学点,其中在职教师30人,退休教师5人。')).toEqual([])
  expect(countsIn('2024年编报绩效目标项目5个,其中:特定目标类项目3个,其他项目1个。')).toEqual(['broken'])
})

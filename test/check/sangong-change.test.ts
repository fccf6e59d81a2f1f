import { expect, test } from 'vitest'
import type { Dataset } from '../../src/budget/dataset.ts'
import { proseFacts } from '../../src/budget/prose-facts.ts'
import { changeOfProse } from '../../src/check/sangong-change.ts'
import { paragraph } from '../budget/paragraph.ts'

/** What a sentence says of the year before, in a document of 2026. */
function changeIn(sentence: string) {
  const prose = proseFacts([paragraph(sentence)])
  const total = prose.find(({ kind }) => kind === 'amount')
  if (total === undefined) throw new Error('no figure')
  const { change, growth } = changeOfProse({ prose, metadata: { fiscalYear: 2026 } } as unknown as Dataset, total)
  return [change?.money.value ?? null, growth]
}

test.each([
  ['2026年“三公”经费预算数为413.68万元,比上年预算数增加14.18万元,增长3.5%。', ['14.18', '3.5']],
  ['2026年“三公”经费预算共186万元,比上年减少0.5万元,下降0.27%。', ['-0.50', '-0.27']],
  ['2026年“三公”经费预算数为67.59万元,比2025年预算减少23.10万元。', ['-23.10', null]],
  ['2026年“三公”经费决算67.59万元,比2026年预算减少23.10万元。', [null, null]],
  ['2026年“三公”经费预算数为67.59万元。', [null, null]],
])('%s', (sentence, wanted) => {
  expect(changeIn(sentence)).toEqual(wanted)
})

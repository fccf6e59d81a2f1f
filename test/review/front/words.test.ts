import { expect, test } from 'vitest'
import words from '../../../src/review/front/words.json' with { type: 'json' }
import { verdictWord, WORDS } from '../../../src/write/document/reconciliation.ts'

test.each(['published-inconsistency', 'extraction-suspect', 'unexplained', 'rounding', 'structure'] as const)(
  'the review calls %s as the reconciliation sheet, the report and check do',
  verdict => {
    expect(words[verdict]).toEqual({ zh: verdictWord(verdict, WORDS.zh), en: verdictWord(verdict, WORDS.en) })
  },
)

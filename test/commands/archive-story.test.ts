import { expect, test } from 'vitest'
import type { Outcome } from '../../src/batch/outcome.ts'
import { coverageText } from '../../src/commands/coverage.ts'
import { archiveStory } from '../../src/commands/summary.ts'

const outcome = (name: string, more: Partial<Outcome>): Outcome => ({
  ...{ file: `${name}.pdf`, name, status: 'ok', message: '', pages: 20, tables: 9, ms: 900, version: '1.0.0' },
  ...{ peakMemory: null, sha256: null, key: null, duplicateOf: null, replacedBy: null, modified: null },
  findings: { error: 0, warning: 0, info: 3 },
  identities: { held: 100, rounding: 2, broken: 0, notEvaluable: 1 },
  coverage: 1,
  holds: [],
  subject: { department: '教育局', region: '江城市', fiscalYear: 2023, kind: 'budget', scope: 'department' },
  ...more,
})

test('what an archive says: a replaced document counts once, a scan without text has no figures', () => {
  const outcomes = [
    outcome('a', {}),
    outcome('b', { subject: { department: '水务局', region: '江城市', fiscalYear: 2025, kind: 'budget', scope: null } }),
    outcome('c', {
      findings: { error: 1, warning: 2, info: 0 },
      identities: { held: 10, rounding: 0, broken: 3, notEvaluable: 0 },
      coverage: 0.5,
      subject: { department: null, region: null, fiscalYear: null, kind: null, scope: null },
    }),
    outcome('d', { replacedBy: 'a', findings: { error: 9, warning: 9, info: 0 } }),
    outcome('e', { status: 'needs-ocr', identities: null, coverage: null, subject: null }),
  ]
  expect(archiveStory(outcomes, 'en')).toEqual([
    'Documents:  5: 4 ok, 1 needs-ocr; 1 twice or replaced by a later one',
    "Archive:    2 departments, 2023 to 2025; 2 documents without a department's name",
    'Identities: 210 hold, 4 within rounding, 3 broken in 1 document',
    'Doubts:     1 error and 2 warnings in 1 document; 83 % of the figures guarded',
  ])
})

test('an archive without data says that there is none', () => {
  expect(archiveStory([outcome('a', { status: 'corrupt', identities: null, coverage: null, subject: null })], 'en')).toEqual([
    'Documents:  1: 1 corrupt',
    "Archive:    0 departments, no year told; 1 document without a department's name",
    'Identities: 0 hold, 0 within rounding, 0 broken in 0 documents',
    'Doubts:     0 errors and 0 warnings in 0 documents',
  ])
})

test('the same is said in Chinese', () => {
  expect(archiveStory([outcome('a', {}), outcome('b', { subject: null })], 'zh')).toEqual([
    '文件：2 份：2 ok',
    '档案：1 个部门，2023 年；1 份没有部门名称',
    '勾稽：200 条成立，4 条为四舍五入，0 条不成立（0 份文件）',
    '存疑：0 份文件有 0 个错误、0 个警告；100 % 的数字受勾稽保护',
  ])
})

test('documents with sentences alone count as those with tables do, in every number', () => {
  const outcomes = [
    outcome('a', {}),
    outcome('b', {
      status: 'no-tables',
      identities: { held: 7, rounding: 1, broken: 1, notEvaluable: 0 },
      subject: { department: '水务局', region: '江城市', fiscalYear: 2023, kind: 'budget', scope: null },
    }),
  ]
  expect(archiveStory(outcomes, 'en').slice(1, 3)).toEqual([
    'Archive:    2 departments, 2023',
    'Identities: 107 hold, 3 within rounding, 1 broken in 1 document',
  ])
  const row = ({ name, status, subject }: Outcome) => ({
    ...{ document: name, status, region: subject?.region ?? null, department: subject?.department ?? null },
    ...{ fiscal_year: 2023, kind: 'budget' },
  })
  expect(coverageText(outcomes.map(row), 'en')).toContain('2 departments, 2 documents')
})

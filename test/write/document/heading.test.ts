import { expect, test } from 'vitest'
import type { DocumentJson } from '../../../src/write/document/document.ts'
import { subjectText, titleText } from '../../../src/write/document/heading.ts'

const of = (more: Partial<DocumentJson['document']>) =>
  ({
    document: {
      ...{ department: '青溪县教育局', fiscalYear: 2026, kind: 'budget', scope: 'department' },
      ...{ departmentCode: null, region: null, regionCode: null },
      ...more,
    },
  }) as Pick<DocumentJson, 'document'>

test('the budget of an office alone is not called that of its department', () => {
  expect(subjectText(of({}), 'zh')).toBe('青溪县教育局 2026年 部门预算')
  expect(subjectText(of({ scope: 'unit' }), 'zh')).toBe('青溪县教育局 2026年 单位预算')
  expect(subjectText(of({ scope: 'unit', kind: 'final-accounts' }), 'en')).toBe('青溪县教育局 2026 unit final accounts')
  expect(subjectText(of({ department: null, scope: 'government' }), 'zh')).toBe('2026年 政府预算')
})

test('what is not known is left out', () => {
  expect(subjectText(of({ scope: null }), 'zh')).toBe('青溪县教育局 2026年 预算')
  expect(subjectText(of({ kind: 'other' }), 'zh')).toBe('青溪县教育局 2026年 其他')
  expect(subjectText(of({ kind: null, fiscalYear: null }), 'zh')).toBe('青溪县教育局')
  expect(titleText(of({ department: null, fiscalYear: null }), 'a.pdf')).toBe('a.pdf')
  expect(titleText(of({}), 'a.pdf')).toBe('青溪县教育局 2026年 部门预算')
})

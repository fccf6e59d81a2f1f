import { expect, test } from 'vitest'
import { classCode, codesNamed } from '../../src/budget/subjects.ts'

test('of two 类 that differ in brackets alone each is found by its own name', () => {
  expect(
    ['资本性支出', '资本性支出（基本建设）', '对企业补助', '对企业补助(基本建设)'].map(name => classCode(name, '3')),
  ).toEqual(['310', '309', '312', '311'])
})

test('brackets that a document leaves out hide no code', () => {
  expect(codesNamed('因公出国费用', '3')).toEqual(['30212'])
  expect(codesNamed('维修费', '3')).toContain('30213')
})

import { expect, test } from 'vitest'
import { readTable } from '../../../src/budget/read-table.ts'
import { classCode, codesNamed } from '../../../src/budget/subjects/subjects.ts'
import { tableOf } from '../table.ts'

test('of two 类 that differ in brackets alone each is found by its own name', () => {
  expect(
    ['资本性支出', '资本性支出（基本建设）', '对企业补助', '对企业补助(基本建设)'].map(name => classCode(name, '3')),
  ).toEqual(['310', '309', '312', '311'])
})

test('brackets that a document leaves out hide no code', () => {
  expect(codesNamed('因公出国费用', '3')).toEqual(['30212'])
  expect(codesNamed('维修费', '3')).toContain('30213')
})

test('a list without codes whose 类 only governments have is of their economic list', () => {
  const rows = [
    ['项目', '决算数'],
    ['机关工资福利支出', '8.00'],
    ['工资奖金津补贴', '5.00'],
    ['其他工资福利支出', '3.00'],
    ['对事业单位经常性补助', '6.00'],
    ['工资福利支出', '4.00'],
    ['商品和服务支出', '2.00'],
    ['对个人和家庭的补助', '2.00'],
    ['助学金', '2.00'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '基本支出经济分类决算表', unit: '万元' }), null)
  expect(lines.map(({ code }) => code)).toEqual(['501', '50101', '50199', '505', '50501', '50502', '509', '50902'])
})

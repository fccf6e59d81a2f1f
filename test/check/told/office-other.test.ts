import { expect, test } from 'vitest'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import { narrated } from '../checked.ts'

const OWN = ['收入', '支出', '基本支出', '项目支出'].map(name => `青川县财政局2026年${name}预算12.00万元。`)

/** The offices that are told to be others, in a narrative of 青川县财政局. */
function othersIn(...sentences: readonly string[]): (string | null)[] {
  const { metadata, ...dataset } = narrated([...OWN, ...sentences])
  const { findings } = checkDataset({ ...dataset, metadata: { ...metadata, department: '青川县财政局', fiscalYear: 2026 } })
  return findings.filter(({ code }) => code === 'office-other').map(({ actual }) => actual)
}

test('a sentence that tells the money of an office that nothing else names is told', () => {
  expect(othersIn('2026年青川县审计局机关运行经费预算3.00万元。')).toEqual(['青川县审计局'])
  expect(othersIn('(二)青川县审计局2026年公务接待费预算3.00万元。')).toEqual(['青川县审计局'])
})

test('an office misnamed is told once, and 所属 is no part of a name', () => {
  const said = ['2026年青川县财正局所属单位车辆预算3.00万元。', '2026年青川县财正局机关运行经费预算3.00万元。']
  expect(othersIn(...said)).toEqual(['青川县财正局'])
})

test('the office itself under a shorter name, an office that the document lists and one that only does something are none', () => {
  expect(othersIn('第三部分县财政局2026年部门预算3.00万元。')).toEqual([])
  expect(othersIn('2026年县财政局机关运行经费预算3.00万元。')).toEqual([])
  expect(othersIn('二、青川县财政评审中心', '青川县财政评审中心2026年支出预算3.00万元。')).toEqual([])
  expect(othersIn('2026年本部门政府采购预算3.00万元。', '2026年政府性基金支出预算3.00万元。')).toEqual([])
  expect(othersIn('根据青川县审计局2026年通知,项目支出增加3.00万元。')).toEqual([])
})

import { expect, test } from 'vitest'
import type { Metadata } from '../../../src/budget/dataset.ts'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import { narrated } from '../checked.ts'

/** What is told of the names that a document of 2026 gives itself. */
function toldOf(kind: Metadata['kind'], ...sentences: readonly string[]): string[] {
  const dataset = narrated(sentences)
  const metadata = { ...dataset.metadata, kind, fiscalYear: 2026 }
  return checkDataset({ ...dataset, metadata }).findings.flatMap(({ code, message }) =>
    code === 'own-name-differs' ? [message.zh] : [],
  )
}

test('a document that calls itself one of another year, or of another kind, is told once', () => {
  expect(toldOf('budget', '纳入市司法局2025年部门预算编制范围的二级预算单位包括:')).toEqual([
    '文件为2026年预算，文中却自称“2025年部门预算编制范围”（第3页）。',
  ])
  expect(toldOf('budget', '二、机构设置及部门决算单位构成', '第三部分2025年度部门预算情况说明')).toEqual([
    '文件为2026年预算，文中却自称“部门决算单位构成”（第3页）、“2025年度部门预算情况说明”（第3页）。',
  ])
  expect(toldOf('final-accounts', '纳入2026年度部门预算编制范围的单位包括:')).toHaveLength(1)
})

test('its own name is none of another, nor is that of another document', () => {
  expect(toldOf('budget', '纳入本部门2026年部门汇总预算编制范围的单位包括:', '二、部门预算单位构成')).toEqual([])
  expect(toldOf('budget', '2024年度部门决算情况说明')).toEqual([])
  expect(toldOf('budget', '与2025年部门预算编制范围相比,新增1家单位。')).toEqual([])
  expect(toldOf('budget', '与2024年部门决算编制范围相比,新增1家单位。')).toEqual([])
  expect(toldOf('final-accounts', '从预算单位构成看,本部门决算包括本级决算。')).toEqual([])
  expect(toldOf('other', '二、部门决算单位构成')).toEqual([])
})

import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { explains } from '../../../../src/check/judged/rivals/rival.ts'
import { RIVALS } from '../../../../src/check/judged/rivals/rivals.ts'
import { sceneOf } from '../../../../src/check/judged/scene.ts'
import type { Table } from '../../../../src/table/table.ts'
import { tableOf } from '../../../budget/table.ts'
import { narrated } from '../../checked.ts'

/** Every explanation that fits what is broken in a document, also those that are told after another one. */
function fitting(tables: readonly Table[], ...sentences: readonly string[]): string[] {
  const dataset = narrated(sentences, tables)
  const { checks } = checkDataset(dataset)
  const scene = sceneOf(dataset, checks)
  const broken = checks.filter(({ outcome }) => outcome === 'broken')
  if (broken.length === 0) throw new Error('nothing is broken')
  return RIVALS.filter(rival => broken.some(check => explains(rival, check, scene))).map(({ name }) => name)
}

test('of two parts of one name one may be inside the other', () => {
  const parts = (second: string): Table =>
    tableOf(
      [
        ['科目名称', '合计', '基本支出', '项目支出'],
        ['合计', '812.35', '500.10', '312.25'],
        ['一般公共服务支出', '500.10', '500.10', ''],
        ['教育支出', '101.07', '', '101.07'],
        [second, '191.07', '', '101.07'],
        ['住房保障支出', '110.11', '', '110.11'],
      ],
      1,
      { title: '部门支出总表', unit: '万元' },
    )
  expect(fitting([parts('教育支出')])).toContain('same-name')
  expect(fitting([parts('社会保障和就业支出')])).not.toContain('same-name')
})

test('a code that one table prints twice and the other once may be a row that was read twice', () => {
  const codes = (title: string, rows: readonly (readonly string[])[]): Table =>
    tableOf([['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...rows], 1, { id: title, title, unit: '万元' })
  const total = ['', '合计', '711.30', '500.10', '211.20']
  const service = ['201', '一般公共服务支出', '500.10', '500.10', '']
  const education = ['205', '教育支出', '211.20', '', '211.20']
  const all = codes('部门支出总表', [total, service, education])
  const twice = codes('一般公共预算支出表', [total, service, education, education])
  const other = codes('一般公共预算支出表', [total, service, ['205', '教育支出', '201.20', '', '211.20']])
  expect(fitting([all, twice])).toContain('repeated-code')
  expect(fitting([all, other])).not.toContain('repeated-code')
})

test('a figure of a sentence that stands beside the one it is compared with may be under another head', () => {
  const table = tableOf(
    [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['', '合计', '711.30', '500.10', '211.20'],
      ['201', '一般公共服务支出', '500.10', '500.10', ''],
      ['205', '教育支出', '211.20', '', '211.20'],
    ],
    1,
    { title: '一般公共预算支出表', unit: '万元' },
  )
  const said = (basic: string): string[] =>
    fitting([table], `2024年一般公共预算支出711.30万元,其中:基本支出${basic}万元,项目支出211.20万元。`)
  expect(said('211.20')).toContain('other-heading')
  expect(said('501.10')).not.toContain('other-heading')
})

test('a figure that stands where nothing belongs was read into the wrong place', () => {
  const row = (income: string) =>
    tableOf(
      [
        ['科目名称', '合计', '基本支出', '项目支出'],
        ['合计', '711.30', '500.10', '211.20'],
        ['行政运行', '500.10', '500.10', income],
        ['教育支出', '211.20', '', '211.20'],
      ],
      1,
      { title: '部门支出总表', unit: '万元' },
    )
  expect(fitting([row('333.33')])).toContain('displaced')
})

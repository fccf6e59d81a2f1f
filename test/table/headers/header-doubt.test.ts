import { expect, test } from 'vitest'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

const codesOf = (drawing: string): string[] =>
  tablesOf([pageOf(1, ['支出总表', 100, 90, 12])], [gridOf(drawing)]).findings.map(({ code }) => code)

const BODY = '201|公共|9.00|9.00\n205|教育|8.00|8.00\n208|养老|7.00|7.00'

test.each([
  ['a column without a title', `编码|名称|合计|·\n${BODY}`],
  ['a blank title under a group', `编码|名称|金额|<\n^|^|基本|·\n${BODY}`],
  ['titles with the numbers of their columns', '名称栏次|合计1|基本2|项目3\n公共|9.00|9.00|9.00\n教育|8.00|8.00|8.00'],
  [
    'a header printed again with its levels in one row',
    `编码|名称|金额|<\n^|^|合计|基本\n${BODY}\n编码|名称|金额合计基本|<\n210|医疗|1.00|1.00`,
  ],
  ['the unit of another caption in a row', `编码|名称|合计|基本\n${BODY}\n表2|部门：示例局|·|单位：万元\n210|医疗|1.00|1.00`],
  ['a row of words where amounts stand', `编码|名称|合计|基本\n${BODY}\n·|·|见说明|见附表\n210|医疗|1.00|1.00`],
])('%s makes the header doubtful', (_, drawing) => {
  expect(codesOf(drawing)).toEqual(['header-doubtful'])
})

test('a unit in the last row is that of the table', () => {
  expect(codesOf(`编码|名称|合计|基本\n${BODY}\n单位：万元|<|<|<`)).toEqual([])
})

test('a table of figures without a header is in doubt, a form is not', () => {
  expect(codesOf('201|9.00|9.00|0.00\n205|8.00|8.00|0.00\n208|7.00|7.00|0.00\n合计|24.00|24.00|0.00')).toContain(
    'header-doubtful',
  )
  expect(
    codesOf(
      '一、拨款|9.00|一、公共|9.00\n二、基金|8.00|二、教育|·\n三、其他|7.00|三、养老|6.00\n收入合计|24.00|支出合计|24.00',
    ),
  ).toContain('header-doubtful')
  expect(codesOf('项目名称|修缮|金额|9.00\n单位|本级|其中|8.00\n时间|全年|其他|1.00\n联系人|王|电话|12')).not.toContain(
    'header-doubtful',
  )
})

test('heads in a band of a form are titles of what stands below them', () => {
  const tasks = '任务|名称|总额|拨款|其他\n^|运转|9.00|9.00|0.00\n^|审计|8.00|8.00|0.00\n^|合计|17.00|17.00|0.00'
  expect(codesOf(`单位名称|审计局|<|<|<\n${tasks}`)).not.toContain('header-doubtful')
})

test('a header with a title for each column is not doubted, nor is a word among amounts', () => {
  expect(codesOf(`编码|名称|金额|<\n^|^|合计|基本\n${BODY}\n210|医疗|无|见说明`)).toEqual([])
})

test('a header that may as well be another is a finding, and its cells and the row below are believed no more than it', () => {
  const { tables, findings } = tablesOf(
    [pageOf(1, ['支出总表', 100, 90, 12])],
    [gridOf('编码|名称|合计\n类款|项目|备注\n合计|·|9.00')],
  )
  const margin = tables[0]?.decisions.find(({ what }) => what === 'how deep the header is')?.margin ?? 1
  expect(findings.map(({ code }) => code)).toEqual(['header-doubtful'])
  expect(margin).toBeLessThan(0.9)
  expect(new Set(tables[0]?.cells.map(({ confidence }) => confidence))).toEqual(new Set([margin]))
})

test('an empty table is read alike with any header, and nothing of it is doubted', () => {
  const { tables, findings } = tablesOf([pageOf(1, ['支出总表', 100, 90, 12])], [gridOf('编码|名称|合计|基本支出')])
  expect(tables[0]?.headerRows).toBe(1)
  expect(findings).toEqual([])
  expect(tables[0]?.cells.every(({ confidence }) => confidence === 1)).toBe(true)
})

test('a doubt about the depth of a header names both readings in Chinese', () => {
  const { findings } = tablesOf(
    [pageOf(1, ['支出总表', 100, 90, 12])],
    [gridOf('项目名称|·|金额\n收入总计|<|9.00\n一般公共|小计|·')],
  )
  expect(findings[0]?.message.zh).toMatch(/^第1页按“表头有1行”处理（把握\d+%），也可能是“没有表头”$/)
})

test('a blank title over a table that prints no figure puts none in doubt', () => {
  expect(codesOf('编码|名称|金额|<\n^|^|基本|·\n·|·|·|·\n合计|<|·|·')).toEqual([])
})

test('a blank between a title drawn over all columns and their heads is none of them', () => {
  expect(codesOf(`某局支出表|<|<|<\n·|·|·|·\n编码|名称|合计|基本\n${BODY}`)).toEqual([])
})

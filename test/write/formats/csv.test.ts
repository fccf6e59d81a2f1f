import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyRows, columnNames, csvFiles, csvLines, csvName, csvOf, csvText } from '../../../src/write/formats/csv.ts'
import { tableOf } from '../table.ts'

test.each([
  ['1,215.75', '1215.75'],
  ['-1,215.75', '-1215.75'],
  ['−18.00', '-18.00'],
  ['12,029,501.84', '12029501.84'],
  ['0.00', '0.00'],
  ['0101', '0101'],
  ['-', '-'],
  ['—', '—'],
  ['1,2,3', '1,2,3'],
  ['共1,215.75万元', '共1,215.75万元'],
  ['=47人', "'=47人"],
  ['=1+1', "'=1+1"],
  ['=', '='],
  ['+\n1', "'+\n1"],
  ['+5', '+5'],
  ['+86-818', "'+86-818"],
  ['-x', "'-x"],
  ['-5', '-5'],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝A1', "'＝A1"],
  ['≤30万元', '≤30万元'],
])('%s becomes %s', (printed, written) => {
  expect(csvText(printed)).toBe(written)
})

test('BOM, header paths, CR LF, quotes', () => {
  const table = tableOf(
    [
      ['科目编码', '名称, "全称"', '合计'],
      ['001', '档案馆', '1,215.75'],
    ],
    1,
  )
  expect(csvOf(table)).toBe('\ufeff科目编码,"名称, ""全称""",合计\r\n001,档案馆,1215.75\r\n')
})

test('a field is quoted where it holds a comma, a quote or the end of a line, and nowhere else', () => {
  const quoted = csvLines([['1,215.75', 'say "no"', 'a\nb', 'a\rb', '"']])
  expect(quoted).toBe('"1,215.75","say ""no""","a\nb","a\rb",""""\r\n')
  expect(csvLines([['', null, ' x ', '；'], [null]])).toBe(',, x ,；\r\n\r\n')
})

test('whatever stands in the fields, a reader of CSV gets it back', () => {
  const field = fc.string({ unit: fc.constantFrom(',', '"', '\r', '\n', ' ', "'", '；', '预', '1'), maxLength: 6 })
  const lines = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(lines, rows => {
      expect(parse(csvLines(rows), { record_delimiter: '\r\n' })).toEqual(rows)
    }),
  )
})

test('column names are unique, and numbered where there is no header', () => {
  const columns = [['项目'], ['预算数'], ['项目'], ['项目 (2)'], [], ['收入', '预算数']].map((path, index) => ({
    index,
    path,
    role: null,
    key: null,
    list: 0,
  }))
  const names = columnNames({ columns })
  expect(names).toEqual(['项目', '预算数', '项目 (2)', '项目 (2) (2)', '列5', '收入/预算数'])
  expect(new Set(names).size).toBe(names.length)
})

test('a span fills every place that it covers', () => {
  const table = tableOf(
    [
      ['a', 'b'],
      ['x', ''],
      ['', ''],
    ],
    1,
  )
  const [first] = table.cells.filter(cell => cell.text === 'x')
  if (!first) throw new Error('no cell')
  const cells = [...table.cells.filter(cell => cell.row === 0), { ...first, rowSpan: 2, columnSpan: 2 }]
  expect(bodyRows({ ...table, cells })).toEqual([
    ['x', 'x'],
    ['x', 'x'],
  ])
})

test('file names hold nothing that a system refuses, are not too long and differ whatever the case', () => {
  expect(csvName({ id: '3-3', title: '“三公”经费支出预算表（2023年度）' })).toBe('3-3-“三公”经费支出预算表（2023年度）.csv')
  expect(csvName({ id: '1', title: 'a/b\\c:d*e?"<f>|g. ' })).toBe('1-a_b_c_d_e_f_g.csv')
  expect(csvName({ id: 'con', title: null })).toBe('con_.csv')
  expect(Buffer.byteLength(csvName({ id: '1', title: '长'.repeat(500) }))).toBeLessThan(256)
  const names = csvFiles([tableOf([['a']], 0, { id: 'A' }), tableOf([['a']], 0, { id: 'a' })]).map(file => file.name)
  expect(names).toEqual(['A-部门支出总表.csv', 'a-部门支出总表 (2).csv'])
})

test('a table without a cell is a header line', () => {
  expect(csvOf(tableOf([['项目']], 1))).toBe('\ufeff项目\r\n')
})

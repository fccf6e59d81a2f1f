import { expect, test } from 'vitest'
import { headerReadings } from '../../../src/table/headers/header.ts'
import { besideLeft } from '../../../src/table/headers/header-neighbours.ts'
import { gridOf } from '../grids.ts'

/** What is seen for (+) and against (-) a header of so many rows; 0 for none. */
function seen(depth: number, drawing: string): string[] {
  const grid = gridOf(drawing)
  const reading = headerReadings(grid).find(one => one.depth === depth)
  return (reading?.observations ?? []).map(({ name, strength }) => `${strength > 0 ? '+' : '-'}${name}`)
}

const BODY = '201|公共|9.00|8.00\n208|养老|1.00|1.00\n210|医疗|2.00|2.00'

test('one row of titles over rows that are alike and unlike it', () => {
  expect(seen(1, `编码|名称|预算|决算\n${BODY}`)).toEqual(['+words-over-amounts', '+rows-alike', '+last-unlike-body'])
})

test('a row too few: words stand where the rows below print amounts', () => {
  const drawing = `科目|<|金额|<\n编码|名称|预算|决算\n${BODY}`
  expect(seen(1, drawing)).toEqual(expect.arrayContaining(['-words-below', '-group-divided', '-columns-untitled']))
  expect(seen(2, drawing)).toEqual(expect.arrayContaining(['+words-over-amounts', '+group-divided']))
})

test('a row too many: amounts in the header, words below words', () => {
  const drawing = `编码|名称|预算|决算\n${BODY}`
  expect(seen(2, drawing)).toContain('-amounts-in-header')
  expect(seen(2, '姓名|职务\n甲|局长\n乙|科长\n丙|科员')).toContain('-words-below-words')
})

test('blank cells in its last row, and text that is too long for a title', () => {
  const drawing = `编码|名称|预算|决算\n合计|·|·|·\n${BODY}`
  expect(seen(2, drawing)).toContain('-blank-in-last-row')
  expect(seen(1, drawing)).not.toContain('-blank-in-last-row')
  const goal = '完成全市档案资源的收集、整理、保管和利用工作，按时编制目录并向社会开放，做好档案安全和保密工作，提高服务质量'
  expect(seen(2, `项目|目标\n甲|${goal}\n乙|${goal}`)).toContain('-content-in-header')
})

test('a row that counts the columns ends a header', () => {
  const drawing = `编码|名称|预算|决算\n栏次|·|1|2\n${BODY}`
  expect(seen(2, drawing)).toContain('+column-numbers')
  expect(seen(1, drawing)).toContain('-column-numbers')
  const blank = (numbers: string) => `编码|名称|预算|决算|差额\n·|·|${numbers}\n205|教育|8.00|7.00|1.00`
  expect(seen(2, blank('1|2|3'))).toContain('+column-numbers')
  expect(seen(2, blank('1|2|4'))).not.toContain('+column-numbers')
})

test('nothing below it: the more rows there are, the less they are all header', () => {
  const drawing = '科目|<\n编码|名称\n类|款'
  expect(seen(3, drawing)).toContain('-nothing-below')
  expect(seen(2, drawing)).not.toContain('-nothing-below')
})

test('labels and values across the columns that it names are a form, and so is prose across them', () => {
  const form = '一级|二级|三级|值\n主管部门|某局档案馆|<|·\n联系人|某人及电话|<|·'
  expect(seen(1, form)).toContain('-form-below')
  const prose = '项目概况为完成全市档案资源的收集整理保管和利用工作按时编制目录并向社会开放做好安全保密工作'
  expect(seen(1, `一级|二级|三级|值\n概况|${prose}|<|·`)).toContain('-prose-across')
})

test('without a header a grid begins with a row like those below it', () => {
  expect(seen(0, BODY)).toEqual(['+begins-like-body'])
  expect(seen(0, `编码|名称|预算|决算\n${BODY}`)).toEqual(['-begins-like-body'])
})

test('a right part has as many rows as the left one, a header as deep, its labels again and its numbers counted on', () => {
  const left = { headerRows: 2, rows: 10, isEven: true }
  const told = (
    depth: number,
    rows: number,
    more: { readonly labels?: number; readonly isNumbered?: boolean } = {},
  ): string[] =>
    besideLeft({ labels: 0, isNumbered: false, ...more, depth, rows }, left).map(
      ({ name, strength }) => `${strength > 0 ? '+' : '-'}${name}`,
    )
  expect(told(2, 10)).toEqual(['+rows-beside', '+depth-beside'])
  expect(told(1, 11)).toEqual(['-rows-beside'])
  expect(told(2, 10, { labels: 2, isNumbered: true })).toEqual([
    '+rows-beside',
    '+labels-beside',
    '+numbers-beside',
    '+depth-beside',
  ])
})

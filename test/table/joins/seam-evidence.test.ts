import { expect, test } from 'vitest'
import type { Page } from '../../../src/page/page.ts'
import { textAround } from '../../../src/table/captions/page-text.ts'
import { surroundingsOf } from '../../../src/table/captions/surroundings.ts'
import { begun, type Move, movesOf } from '../../../src/table/joins/moves.ts'
import { piecesOf } from '../../../src/table/joins/pieces.ts'
import { type Drawn, gridOf, pageOf } from '../grids.ts'

const HEADER = '编码|名称|合计'
const FIRST = `${HEADER}\n201|公共|9.00\n208|养老|1.00`

interface Two {
  readonly first?: string
  readonly how?: Drawn
  /** Its page, and the one between. */
  readonly on?: Page
  readonly between?: Page
  readonly titled?: Page
}

/** What is seen for (+) and against (-) a second grid that goes on with the first in one way. */
function seen(kind: Move['kind'], second: string, { first = FIRST, how = {}, on, between, titled }: Two = {}): string[] {
  const page = how.page ?? (between === undefined ? 2 : 3)
  const grids = [gridOf(first), gridOf(second, { page, ...how })]
  const own = on === undefined && page > 1 ? [pageOf(page)] : []
  const pages = [titled ?? pageOf(1, ['支出总表', 100, 90, 12]), ...(between ? [between] : []), ...(on ? [on] : own)]
  const text = textAround(pages, grids)
  const [above, piece] = piecesOf(text, grids, surroundingsOf(text, grids))
  if (above === undefined || piece === undefined) throw new Error('two pieces are wanted')
  const move = movesOf(begun(above), above, piece).find(one => one.kind === kind)
  return (move?.observations ?? []).map(({ name, strength }) => `${strength > 0 ? '+' : '-'}${name}`)
}

const below = (second: string, two?: Two): string[] => seen('down', second, two)

test('the next page without a name, with the same columns and kinds of rows and higher codes, goes on', () => {
  expect(below('210|医疗|2.00\n221|住房|3.00')).toEqual([
    '+nameless',
    '+same-columns',
    '+no-header',
    '+codes-go-on',
    '+row-kinds',
    '+room-left',
  ])
})

test('where it stands: on the same page, or with printed pages between', () => {
  expect(below('210|医疗|2.00', { how: { page: 1, top: 300 } })).toContain('-on-one-page')
  const between = pageOf(2, ['本页说明支出的安排情况', 60, 200], ['支出安排坚持量入为出的原则', 60, 220])
  expect(below('210|医疗|2.00', { between })).toContain('-apart')
  expect(below('210|医疗|2.00', { between: pageOf(2) })).not.toContain('-apart')
})

test('prose over it parts them, a stray line less', () => {
  const prose = '说明：上述科目按照政府收支分类科目列示，支出安排坚持量入为出、收支平衡的原则，具体情况如下。'
  expect(below('210|医疗|2.00', { on: pageOf(2, [prose, 20, 60]) })).toContain('-prose-between')
  const far = pageOf(2, ['第二部分', 100, 20])
  expect(below('210|医疗|2.00', { on: far, how: { page: 2, top: 400 } })).toContain('-text-between')
})

test('the title printed again is the same name, another one is another, and （续） says that it goes on', () => {
  const under = (title: string): string[] => below(`${HEADER}\n210|医疗|2.00`, { on: pageOf(2, [title, 100, 90, 12]) })
  expect(under('支出总表')).toContain('+same-name')
  expect(under('收入总表')).toContain('-other-name')
  expect(under('支出总表（续）')).toEqual(expect.arrayContaining(['+same-name', '+continued-mark']))
  const across = (name: string): string => `${name}|<|<\n${HEADER}\n210|医疗|2.00`
  expect(below(across('（二）城东街道'), { first: across('（一）市直机关') })).toContain('-other-line')
  expect(below(across('（一）市直机关'), { first: across('（一）市直机关') })).not.toContain('-other-line')
})

test('another department over it, and not the same one', () => {
  const over = (page: number, name: string): Page => pageOf(page, ['支出总表', 100, 70, 12], [`部门：${name}`, 50, 92, 8])
  const under = (name: string): string[] =>
    below(`${HEADER}\n210|医疗|2.00`, { titled: over(1, '示例市档案局'), on: over(2, name) })
  expect(under('示例市教育体育局')).toContain('-other-department')
  expect(under('示例市档案局')).not.toContain('-other-department')
})

test('beside, a department that the paper cut is no other one, and a title cut between the two is one name', () => {
  const right = '基本支出|项目支出\n4.00|5.00\n1.00|0.00'
  const beside = (first: Page, second: Page): string[] => seen('beside', right, { titled: first, on: second })
  const whole = ['支出总表', 100, 70, 12] as const
  const own = pageOf(1, whole, ['部门：示例市档案局', 50, 92, 8])
  const named = (name: string): string[] => beside(own, pageOf(2, whole, [`部门：${name}`, 50, 92, 8]))
  expect(named('示例市教育体育局')).toContain('-other-department')
  expect(named('档案局')).not.toContain('-other-department')
  const cut = beside(pageOf(1, ['一般公共预算', 156, 90, 12]), pageOf(2, ['支出明细表', 52, 90, 12]))
  expect(cut).toContain('+same-name')
  expect(cut).not.toContain('-other-name')
})

test('a header that one page prints over several grids is that of a table of its own', () => {
  const again = `${HEADER}\n210|医疗|2.00`
  expect(below(again, { how: { page: 1, top: 300 } })).toContain('-one-of-series')
  expect(below(again)).not.toContain('-one-of-series')
})

test('other columns, and a header of their own over them', () => {
  expect(below('项目|单位|数量|单价|金额\n桌椅|套|3|1.00|3.00')).toEqual(
    expect.arrayContaining(['-same-columns', '-own-header']),
  )
  expect(below(`${HEADER}\n210|医疗|2.00`)).toContain('+header-repeated')
  const [cut, other] = [HEADER.slice(0, -1), HEADER.replace(/[^|]*$/, '项目支出')]
  expect(below(`${cut}\n210|医疗|2.00`)).toContain('+header-repeated')
  expect(below(`${other}\n210|医疗|2.00`)).not.toContain('+header-repeated')
  expect(below('项目|依据|金额\n桌椅|文件|3.00')).toContain('-own-header')
})

test('a second total begins another table, a total alone ends the first', () => {
  const total = `${HEADER}\n合计|<|10.00\n201|公共|9.00`
  expect(below(`${HEADER}\n合计|<|5.00\n210|医疗|5.00`, { first: total })).toContain('-total-again')
  expect(below('合计|<|10.00')).toContain('+total-alone')
})

test('rows with which the printed total comes out, and rows after it has', () => {
  const total = (rows: string): string => `${HEADER}\n·|合计|1,234,567.89\n${rows}`
  expect(below('208|养老|234,567.89', { first: total('201|公共|1,000,000.00') })).toContain('+total-proved')
  expect(below('208|养老|2.00', { first: total('201|公共|1,234,567.89') })).toContain('-total-proved')
})

test('numbers of rows that go on or begin again, codes that fall', () => {
  const first = '行次|名称|合计\n1|公共|9.00\n2|养老|1.00\n3|住房|1.00'
  expect(below('4|医疗|2.00\n5|教育|2.00', { first })).toContain('+row-numbers')
  expect(below('1|医疗|2.00\n2|教育|2.00', { first })).toContain('-row-numbers')
  expect(below('101|税收|2.00')).toContain('-codes-go-on')
  expect(below('２５０|医疗|２．００')).toContain('+codes-go-on')
})

test('words where amounts stood are other rows', () => {
  const first = `名称|预算|决算|差额\n${['公共', '养老', '医疗', '节能'].map(name => `${name}|9.00|8.00|1.00`).join('\n')}`
  expect(below('甲|乙|丙|丁\n戊|己|庚|辛', { first })).toContain('-row-kinds')
})

test('a page that the one before had room for begins a table; one with no room left goes on', () => {
  expect(below('250|医疗|2.00', { how: { page: 2, top: 600 } })).toContain('-room-left')
  expect(below('250|医疗|2.00', { how: { page: 2, top: 60 } })).toContain('+room-left')
})

test('a form that begins with the first label again, of another project', () => {
  const form = (name: string): string => `项目名称|${name}|·\n主管部门|某局|·\n目标|建成|·`
  const again = below(form('乙项目'), { first: form('甲项目') })
  expect(again).toContain('+form-columns')
  expect(below('绩效|数量|质量|时效|成本', { first: form('甲项目'), how: { page: 2, column: 43 } })).toContain('-form-columns')
  expect(again).toEqual(expect.arrayContaining(['-form-begins-again', '-form-of-another']))
  expect(below('绩效|数量|三处\n·|质量|合格', { first: form('甲项目') })).not.toContain('-form-of-another')
})

test('a right part has as many rows, other columns and no labels of its own; the numbers of its columns go on', () => {
  const left = '编码|名称|合计\n1|2|3\n201|公共|9.00\n208|养老|1.00\n210|医疗|2.00'
  const beside = (right: string): string[] => seen('beside', right, { first: left })
  const right = beside('基本支出|项目支出\n4|5\n4.00|5.00\n1.00|0.00\n1.00|1.00')
  expect(right).toEqual(
    expect.arrayContaining(['+same-rows', '+other-columns', '+unlabelled', '+column-numbers', '+same-edges']),
  )
  expect(beside('基本支出|项目支出\n4|5\n4.00|5.00\n1.00|0.00\n1.00|1.00\n1.00|2.00')).toContain('-same-rows')
  expect(beside('编码|名称|合计\n1|2|3\n211|节能|9.00\n212|城乡|1.00\n213|农林|2.00')).toEqual(
    expect.arrayContaining(['-other-columns', '-own-labels', '-column-numbers']),
  )
})

test('a right part that prints the row labels once more, and a group of its header that the border cuts', () => {
  const rows = ['公共', '养老', '医疗', '节能', '城乡', '农林']
  const part = (head: string, figures: string): string =>
    `科目|${head}|<\n^|甲|乙\n${rows.map(name => `${name}|${figures}`).join('\n')}`
  expect(seen('beside', part('支出', '1.00|2.00'), { first: part('收入', '3.00|4.00') })).toContain('+labels-repeated')
  const cut = '编码|支出|<\n^|基本|项目\n201|9.00|1.00\n208|1.00|1.00'
  expect(seen('beside', '支出|<\n公用|人员\n1.00|2.00\n0.50|0.50', { first: cut })).toContain('+group-cut')
})

test('words between others in the same places are the labels of a second form, no part to the right of the first', () => {
  const form = (head: string, names: string): string =>
    `${head}\n${[...names].map(name => `${name}|某事|负责人|某人`).join('\n')}`
  const beside = (names: string): string[] =>
    seen('beside', form('事项|做法|人员|备注', names), { first: form('项目|内容|属性|说明', '甲乙丙') })
  expect(beside('丁戊己')).toContain('-labels-within')
  expect(beside('甲乙丙')).not.toContain('-labels-within')
})

test('the first row of a page is parted as the last row of a form, with or without the label left of both', () => {
  const form = '项目名称|办公用房|<|<\n绩效指标|一级指标|三级指标|指标值\n^|产出指标|面积|1500\n^|^|房间|34'
  const goesOn = '绩效指标|效益指标|满意度|90'
  expect(below(goesOn, { first: form })).toContain('+row-borders')
  expect(below('项目名称|车辆|<|<\n目标|建成|<|<', { first: form })).toContain('-row-borders')
  const short = '项目名称|办公用房\n主管部门|某局'
  expect(below('目标|建成', { first: short }).filter(name => name.endsWith('row-borders'))).toEqual([])
})

test('a page that begins with a label beside several rows, their heads among them, begins within a form', () => {
  const form = '项目名称|办公用房|<|<\n总体目标|中期|<|年度\n^|建成|<|验收'
  const band = '绩效指标|一级指标|三级指标|指标值\n^|产出指标|面积|1500\n^|^|房间|34'
  expect(below(band, { first: form })).toContain('+form-band')
  expect(below(band, { first: form })).not.toContain('-row-borders')
  const headed = '科目|金额|<|<\n^|基本|项目|其他\n公共|1.00|2.00|3.00\n教育|4.00|5.00|6.00'
  expect(below(headed, { first: form })).not.toContain('+form-band')
  expect(below('项目名称|车辆|<|<\n目标|建成|<|<', { first: form })).not.toContain('+form-band')
})

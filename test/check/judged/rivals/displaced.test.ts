import { expect, test } from 'vitest'
import { tableOf } from '../../../budget/table.ts'
import { checkedTables, verdictsOn } from '../../checked.ts'

const HEAD = ['类', '款', '项', '科目名称', '合计', '基本支出', '项目支出']
/** 支出总表 of three classes, each with items. */
const ROWS = [
  ['', '', '', '合计', '2,099.52', '1,500.77', '598.75'],
  ['201', '', '', '一般公共服务支出', '1,124.80', '781.20', '343.60'],
  ['201', '03', '01', '行政运行', '812.35', '769.80', '42.55'],
  ['201', '03', '02', '一般行政管理事务', '312.45', '11.40', '301.05'],
  ['208', '', '', '社会保障和就业支出', '357.56', '259.93', '97.63'],
  ['208', '05', '05', '机关事业单位基本养老保险缴费支出', '238.37', '172.58', '65.79'],
  ['208', '05', '06', '机关事业单位职业年金缴费支出', '119.19', '87.35', '31.84'],
  ['221', '', '', '住房保障支出', '617.16', '459.64', '157.52'],
  ['221', '02', '01', '住房公积金', '403.02', '301.40', '101.62'],
  ['221', '02', '03', '购房补贴', '214.14', '158.24', '55.90'],
]
type Rows = readonly (readonly string[])[]

/** 收支总表 whose last total of income is blank, and the table of income that says what it is. */
const LEDGER = [
  ['收入', '预算数', '支出', '预算数'],
  ['一般公共预算拨款收入', '7,295.78', '一般公共服务支出', '7,780.34'],
  ['政府性基金预算拨款收入', '925.94', '城乡社区支出', '247.57'],
  ['其他收入', '699.88', '住房保障支出', '893.69'],
  ['本年收入合计', '8,921.60', '本年支出合计', '8,921.60'],
  ['收入总计', '', '支出总计', '8,921.60'],
]
const INCOME = [
  ['科目名称', '合计', '一般公共预算', '政府性基金', '其他收入'],
  ['合计', '8,921.60', '7,295.78', '925.94', '699.88'],
  ['行政运行', '4,300.22', '4,000.78', '', '299.44'],
  ['其他支出', '4,621.38', '3,295.00', '925.94', '400.44'],
]
const verdictsOf = (rows: Rows): string[] => {
  const table = tableOf([HEAD, ...rows.map(row => [...row])], 1, { title: '部门支出总表' })
  return verdictsOn(table)
}
const changed = (...changes: readonly (readonly [row: number, column: number, text: string])[]): Rows =>
  ROWS.map((row, at) => row.map((text, column) => changes.findLast(([r, c]) => r === at && c === column)?.[2] ?? text))

/** 职业年金 is paid from 基本支出 alone. */
const ONE_FUND = [
  [6, 5, '119.19'],
  [6, 6, ''],
  [4, 5, '291.77'],
  [4, 6, '65.79'],
  [0, 5, '1,532.61'],
  [0, 6, '566.91'],
] as const

test('one figure that its row and column contradict is a misprint', () => {
  expect(verdictsOf(ROWS)).toEqual([])
  expect(verdictsOf(changed(...ONE_FUND))).toEqual([])
  expect(new Set(verdictsOf(changed([5, 5, '127.58'])))).toEqual(new Set(['published-inconsistency']))
})

test.each([
  ['a row read one column over', changed([5, 4, ''], [5, 5, '238.37'], [5, 6, '172.58'])],
  ['the figures of two rows exchanged', changed([2, 5, '11.40'], [3, 5, '769.80'])],
  ['a column read one row down', changed([5, 5, ''], [6, 5, '172.58'], [7, 5, '87.35'], [8, 5, '459.64'], [9, 5, '301.40'])],
  ['a figure read into the blank cell beside its own', changed(...ONE_FUND, [6, 5, ''], [6, 6, '119.19'])],
])('%s blames nobody', (_, rows) => {
  expect(verdictsOf(rows)).not.toContain('published-inconsistency')
  expect(verdictsOf(rows).length).toBeGreaterThan(0)
})

test('a figure that was glued to its neighbour is a matter of reading', () => {
  const verdicts = verdictsOf(changed([5, 4, '238.37 172.58'], [5, 5, '']))
  expect(verdicts).not.toContain('published-inconsistency')
  expect(verdicts).toContain('extraction-suspect')
})

test('two figures printed in one cell are not read as one, and blame nobody', () => {
  const whole = ROWS.map(row => row.map((text, column) => (column > 3 ? text.replaceAll(/[,.]/g, '') : text)))
  expect(verdictsOf(whole)).toEqual([])
  const verdicts = verdictsOf(whole.map((row, at) => (at === 5 ? row.with(5, '17258 0') : row)))
  expect(verdicts).not.toContain('published-inconsistency')
  expect(verdicts).toContain('unexplained')
  const [one = '', other = ''] = whole[5]?.slice(4, 6) ?? []
  const glued = verdictsOf(whole.map((row, at) => (at === 5 ? row.with(4, `${one} ${other}`).with(5, '') : row)))
  expect(glued).not.toContain('published-inconsistency')
  expect(glued).toContain('extraction-suspect')
})

test('a glued figure is found beside it by all its digits, though a bare 0 stands among its parts', () => {
  const body = (basic: string, both: string): Rows => [
    ['201', '一般公共服务支出', both, basic, '34.81'],
    ['20103', '政府办公厅（室）及相关机构事务', '25.81', '0', '25.81'],
    ['2010303', '机关服务', '25.81', '0', '25.81'],
    ['20138', '市场监督管理事务', '14.40', '5.40', '9.00'],
    ['2013808', '信息化建设', '14.40', '5.40', '9.00'],
    ['208', '社会保障和就业支出', '213.44', '213.44', '0'],
    ['20805', '行政事业单位养老支出', '213.44', '213.44', '0'],
    ['2080505', '机关事业单位基本养老保险缴费支出', '213.44', '213.44', '0'],
    ['', '合计', '253.65', '218.84', '34.81'],
  ]
  const table = (id: string, title: string, rows: Rows) =>
    tableOf([['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...rows], 1, { id, title })
  const verdictsIn = (rows: Rows): string[] =>
    verdictsOn(table('1', '部门支出总表', body('5.40', '40.21')), table('2', '一般公共预算支出表', rows))
  expect(verdictsIn(body('5.40', '40.21'))).toEqual([])
  expect(verdictsIn(body('', '40.21'))).toContain('published-inconsistency')
  expect(verdictsIn(body('', '40.21 5.40'))).not.toContain('published-inconsistency')
})

test('a ledger whose column was read one row down blames nobody for the total that has lost its figure', () => {
  const ledger = [...LEDGER, ['注：以上含结转', '8,921.60', '', '']]
  const expense = [
    ['科目名称', '合计', '基本支出', '项目支出'],
    ['合计', '8,921.60', '4,300.22', '4,621.38'],
    ['行政运行', '4,300.22', '4,300.22', ''],
    ['其他支出', '4,621.38', '', '4,621.38'],
  ]
  const tables = [
    tableOf(ledger, 1, { title: '部门收支总表', id: 'p1-1' }),
    tableOf(INCOME, 1, { title: '部门收入总表', id: 'p2-1' }),
    tableOf(expense, 1, { title: '部门支出总表', id: 'p3-1' }),
  ]
  const { checks } = checkedTables(...tables)
  expect(checks.map(({ verdict }) => verdict)).not.toContain('published-inconsistency')
})

test('a head without code that prints nothing, though its total adds up what is below it, may be none; one with a code is wrong', () => {
  const rows = (...codes: readonly string[]): Rows => [
    ['', '合计', '8,921.60', '6,295.78'],
    [codes[0] ?? '', '一、本级安排', '7,295.78', '5,170.78'],
    [codes[1] ?? '', '（一）行政运行', '4,170.78', '3,170.78'],
    [codes[2] ?? '', '（二）事业运行', '3,125.00', '2,000.00'],
    [codes[3] ?? '', '二、镇街安排', '0.00', '1,125.00'],
    [codes[4] ?? '', '（一）住房公积金', '1,100.82', '600.00'],
    [codes[5] ?? '', '（二）购房补贴', '525.00', '525.00'],
  ]
  const verdictsIn = (body: Rows): string[] => {
    const table = tableOf([['科目编码', '科目名称', '合计', '基本支出'], ...body.map(row => [...row])], 1, {
      title: '部门支出总表',
    })
    return verdictsOn(table)
  }
  expect(new Set(verdictsIn(rows()))).toEqual(new Set(['unexplained']))
  expect(new Set(verdictsIn(rows('201', '20101', '20150', '221', '22101', '22102')))).toEqual(
    new Set(['published-inconsistency']),
  )
})

test('a total of a ledger that is left blank below its equal is the document’s, where several tables ask for it', () => {
  const ledger = tableOf(LEDGER, 1, { title: '部门收支总表', id: 'p1-1' })
  const income = tableOf(INCOME, 1, { title: '部门收入总表', id: 'p2-1' })
  expect(new Set(verdictsOn(ledger, income))).toEqual(new Set(['published-inconsistency']))
})

test('a column that was read one row over blames nobody for the rows it runs through', () => {
  const economic = (...totals: readonly string[]): Rows => [
    ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
    ['301', '工资福利支出', '7,430.96', '7,310.21', '120.75'],
    ['30101', '基本工资', '2,204.35', '2,204.35', '0'],
    ['30102', '津贴补贴', '3,150.41', '3,029.66', '120.75'],
    ['30103', '奖金', '2,076.20', '2,076.20', '0'],
    ['302', '商品和服务支出', '1,102.37', '0', '1,102.37'],
    ['30201', '办公费', '1,102.37', '0', '1,102.37'],
    ['303', '对个人和家庭的补助', '490.25', '490.25', '0'],
    ['30305', '生活补助', totals[0] ?? '', '486.76', '0'],
    ['30309', '奖励金', totals[1] ?? '', '3.49', '0'],
    ['30399', '其他对个人和家庭的补助', totals[2] ?? '', '', ''],
  ]
  const claimsIn = (rows: Rows): string[] => {
    const table = tableOf(
      rows.map(row => [...row]),
      1,
      { title: '一般公共预算基本支出表' },
    )
    const { checks } = checkedTables(table)
    return checks.flatMap(({ identity, verdict }) => (identity === 'B31a' && verdict !== 'holds' ? [verdict] : []))
  }
  expect(claimsIn(economic('486.76', '3.49', ''))).toEqual([])
  expect(claimsIn(economic('486.76', '8.49', ''))).toEqual(['published-inconsistency'])
  expect(new Set(claimsIn(economic('', '486.76', '3.49')))).toEqual(new Set(['unexplained']))
})

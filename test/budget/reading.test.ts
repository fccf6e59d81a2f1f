import { expect, test } from 'vitest'
import { labelOf } from '../../src/budget/label.ts'
import { unreadAmounts } from '../../src/budget/money/unread.ts'
import { readTable } from '../../src/budget/read-table.ts'
import { codeInLabel, codeKindOf } from '../../src/budget/subjects/code.ts'
import { tableOf } from './table.ts'

test('labels are taken apart', () => {
  expect(labelOf('二十一、住 房 保 障 支 出')).toEqual({
    level: 1,
    memo: false,
    name: '住房保障支出',
  })
  expect(labelOf('其中：转入事业基金')).toMatchObject({ level: null, memo: true, name: '转入事业基金' })
  expect(labelOf('其中：（1）公务用车购置费')).toMatchObject({ level: 4, memo: true, name: '公务用车购置费' })
  expect(labelOf('合    计：').name).toBe('合计')
  expect(labelOf('│ └─2. 教育支出')).toMatchObject({ level: 3, name: '教育支出' })
})

test('codes are known by their shape', () => {
  expect(['201', '2010301', '30231', '50102', '103', '103001', '3'].map(codeKindOf)).toEqual([
    'function',
    'function',
    'economic',
    'government-economic',
    null,
    null,
    null,
  ])
  expect(codeInLabel('2080501-行政单位离退休')).toEqual({ code: '2080501', name: '行政单位离退休' })
  expect(codeInLabel('103001达州市水务局')).toEqual({ code: '103001', name: '达州市水务局' })
  expect(codeInLabel('12345热线运行维护')).toBeNull()
  expect(codeInLabel('2023年预算')).toBeNull()
  expect(codeInLabel('2019-1年债务限额')).toBeNull()
})

const EXPENSE = [
  ['科目编码', '<', '<', '单位代码', '单位名称（科目）', '合计', '基本支出', '项目支出'],
  ['类', '款', '项', '^', '^', '^', '^', '^'],
  ['', '', '', '', '合    计', '18.00', '3.00', '15.00'],
  ['', '', '', '', '', '18.00', '3.00', '15.00'],
  ['', '', '', '', '某某办公室', '18.00', '3.00', '15.00'],
  ['201', '03', '01', '103001', '行政运行', '3.00', '3.00', ''],
  ['201', '03', '02', '103001', '一般行政管理事务', '15.00', '', '15.00'],
]

test('rows of codes: total, its unlabelled copy, the unit, items with codes put together', () => {
  const { kind, columns, lines } = readTable(tableOf(EXPENSE, 2, { title: '部门支出总表' }), null)
  expect(kind).toBe('bud.expense')
  expect(columns.map(({ key }) => key)).toEqual(['class', 'section', 'item', 'unit-code', 'name', 'total', 'basic', 'project'])
  expect(lines.map(({ role, code, unitCode, parent }) => [role, code, unitCode, parent])).toEqual([
    ['total', null, null, null],
    ['blank-total', null, null, null],
    ['unit', null, null, null],
    ['item', '2010301', '103001', 2],
    ['item', '2010302', '103001', 2],
  ])
  expect(lines[3]?.amounts.get(7)?.state).toBe('blank')
})

test('a code column is known by what stands in it: economic codes in the column of units', () => {
  const rows = [
    ['类', '款', '单位代码', '科目名称', '合计'],
    ['301', '', '', '工资福利支出', '5.00'],
    ['301', '01', '30101', '基本工资', '5.00'],
  ]
  const { lines } = readTable(tableOf(rows, 1), null)
  expect(lines.map(({ code, unitCode, role, parent }) => [code, unitCode, role, parent])).toEqual([
    ['301', null, 'class', null],
    ['30101', null, 'section', 0],
  ])
})

test('projects stand under the item whose code they carry', () => {
  const rows = [
    ['类', '款', '项', '单位名称（科目）', '金额'],
    ['', '', '', '合计', '35.00'],
    ['', '', '', '某某办公室', '35.00'],
    ['', '', '', '一般行政管理事务', '35.00'],
    ['201', '03', '02', '甲项目', '20.00'],
    ['201', '03', '02', '乙项目', '15.00'],
  ]
  const { kind, lines } = readTable(tableOf(rows, 1, { title: '一般公共预算项目支出预算表' }), null)
  expect(kind).toBe('bud.gpb_project')
  expect(lines.map(({ role, code, codeInferred }) => [role, code, codeInferred])).toEqual([
    ['total', null, false],
    ['unit', null, false],
    ['item', '2010302', true],
    ['project', '2010302', false],
    ['project', '2010302', false],
  ])
})

test('a ledger is two lists; 其中 is told apart, funds under 上年结转 belong to it', () => {
  const rows = [
    ['收入', '<', '支出', '<'],
    ['项目', '预算数', '项目', '预算数'],
    ['一、本年收入', '10.00', '一、本年支出', '12.00'],
    ['一般公共预算拨款收入', '10.00', '一般公共服务支出', '12.00'],
    ['二、上年结转', '2.00', '二、结转下年', ''],
    ['一般公共预算拨款收入', '2.00', '其中：转入事业基金', ''],
    ['收入总计', '12.00', '支出总计', '12.00'],
  ]
  const { sides, lines } = readTable(tableOf(rows, 2, { title: '财政拨款收支预算总表' }), null)
  expect(sides).toEqual(['income', 'expense'])
  expect(lines.map(({ key, code, role }) => code ?? key ?? role)).toEqual([
    'current',
    'gpb',
    'carry',
    'carry.gpb',
    'grand',
    'current',
    '201',
    'carryOut',
    'memo',
    'grand',
  ])
})

test('the unit of a header outranks that of the table, which outranks the document', () => {
  const rows = [
    ['项目名称', '金额（元）', '预算数'],
    ['甲', '20', '20'],
  ]
  const { lines } = readTable(tableOf(rows, 1), new Map([['万元', 1]]))
  expect([...(lines[0]?.amounts.values() ?? [])].map(({ unit, unitSource }) => [unit, unitSource])).toEqual([
    ['元', 'column'],
    ['万元', 'caption'],
  ])
})

test('columns of two years: those of the last year are the table’s own', () => {
  const rows = [
    ['2025年预算数', '<', '2026年预算数', '<'],
    ['合计', '公务接待费', '合计', '公务接待费'],
    ['11.90', '3.40', '3.40', '3.40'],
  ]
  const { kind, columns } = readTable(tableOf(rows, 2, { title: '一般公共预算“三公”经费支出情况表' }), null)
  expect(kind).toBe('bud.sangong')
  expect(columns.map(({ key }) => key)).toEqual(['y2025.total', 'y2025.reception', 'total', 'reception'])
})

test('an unknown table stays usable', () => {
  const rows = [
    ['序号', '事项', '金额'],
    ['1', '甲', '20.00'],
  ]
  const { kind, columns } = readTable(tableOf(rows, 1, { title: '某项事业发展情况' }), null)
  expect(kind).toBeNull()
  expect(columns.map(({ role }) => role)).toEqual(['sequence', 'text', 'amount'])
})

const LIST = (amounts: readonly string[], head = '项目支出') =>
  readTable(
    tableOf(
      [['科目编码', '科目名称', '合计', head], ...amounts.map((text, at) => [`20${at + 1}`, '某某支出', '3.00', text])],
      1,
      {
        title: '部门支出总表',
      },
    ),
    null,
  )

test('0 in most rows of a column is no sign against its figures with cents', () => {
  expect(LIST(['32.75', '0', '0', '-', '32.75'], '退休费').columns[3]?.role).toBe('amount')
  expect(LIST(['３２．７５', '０', '０', '－', '３２．７５'], '退休费').columns[3]?.role).toBe('amount')
  expect(LIST(['3', '0', '0', '-', '2'], '退休费').columns[3]?.role).toBe('text')
  expect(LIST(['0', '0', '0', '-', '0'], '退休费').columns[3]?.role).toBe('text')
})

test('an odd cell leaves its column one of amounts, and is told', () => {
  const table = LIST(['1,561.65万元', '########', '无', '–119.59', '982.50①'])
  expect(table.columns[3]?.role).toBe('amount')
  expect(table.lines.map(({ amounts }) => amounts.get(3)?.money?.value ?? amounts.get(3)?.state)).toEqual([
    '1561.65',
    undefined,
    'nil',
    '-119.59',
    '982.50',
  ])
  expect(unreadAmounts([table]).map(({ actual }) => actual)).toEqual(['########'])
})

test('two figures printed over one another are told, and cost no other figure of the table', () => {
  const table = LIST(['20260118132.89', '300.00', '904.50'])
  expect(table.lines.map(({ amounts }) => amounts.get(3)?.money?.value)).toEqual([undefined, '300.00', '904.50'])
  expect(unreadAmounts([table]).map(({ actual }) => actual)).toEqual(['20260118132.89'])
})

test('a column whose figures have letters in the place of digits is told, one of models is not', () => {
  const told = (texts: readonly string[]) => unreadAmounts([LIST(texts)]).map(({ actual }) => actual)
  expect(told(['1,2O4.5O', '3OO.OO', '9O4.5O'])).toEqual(['1,2O4.5O', '3OO.OO', '9O4.5O'])
  expect(told(['l,204.50', '30l.00', 'll9.5O'])).toEqual(['l,204.50', '30l.00', 'll9.5O'])
  expect(told(['l,204.509731', '30l.008120', 'll9.5O4410'])).toEqual(['l,204.509731', '30l.008120', 'll9.5O4410'])
  const few = ['1,2O4.50', '3O2.20', '9O4.50']
  expect(told([...few, '12.50', '37.25', '50.25', '8.20'])).toEqual(few)
  expect(told([...few, 'GB1', 'GB2', 'GB3', 'GB4'])).toEqual([])
  expect(told(['GB123.45', 'XR123.45', 'TH9.1'])).toEqual([])
  expect(told(['V1.20', '见附件1.2', '第1,2项'])).toEqual([])
})

test('head-counts, shares and points are no money, whatever they look like', () => {
  for (const head of ['占比（%）', '编制人数', '分值', '增长率', '批次'])
    expect(LIST(['12.50', '37.25', '50.25'], head).columns[3]?.role).toBe('text')
  const counts = readTable(
    tableOf(
      [
        ['项目', '预算数'],
        ['公务接待费', '2.00'],
        ['公务接待批次（批）', '15.00'],
        ['公务用车保有量', '3'],
      ],
      1,
      {
        title: '“三公”经费支出表',
      },
    ),
    null,
  )
  expect(counts.lines.map(({ amounts }) => amounts.size)).toEqual([1, 0, 0])
})

test('the unit of a column: behind its head, over two cells, in the title, before that of the document', () => {
  const unitOfLast = (head: readonly (readonly string[])[], title: string) => {
    const rows = [...head, ['201', '某某支出', '3.00', '4.00']]
    return readTable(tableOf(rows, head.length, { title, unit: null }), new Map([['万元', 1]])).lines[0]?.amounts.get(3)?.unit
  }
  expect(unitOfLast([['编码', '名称', '合计', '预算金额（元）']], '部门支出总表')).toBe('元')
  expect(
    unitOfLast(
      [
        ['编码', '名称', '合计', '预算金额'],
        ['^', '^', '^', '（单位：元）'],
      ],
      '部门支出总表',
    ),
  ).toBe('元')
  expect(unitOfLast([['编码', '名称', '合计', '金额/元']], '部门支出总表')).toBe('元')
  expect(unitOfLast([['编码', '名称', '合计', '项目支出']], '部门支出总表（单位：元）')).toBe('元')
  expect(unitOfLast([['编码', '名称', '合计', '项目支出']], '部门支出总表')).toBe('万元')
})

test('收入 and 支出 over figures are columns of amounts, whatever they head in a ledger', () => {
  const table = [
    ['地区', '一般公共预算', '<', '政府性基金', '<'],
    ['^', '收入', '支出', '收入', '支出'],
    ['青山县', '3,985.55', '7,883.68', '424.91', '349.50'],
    ['白水县', '4,845.38', '3,918.31', '685.95', '81.54'],
    ['合计', '8,830.93', '11,801.99', '1,110.86', '431.04'],
  ]
  const { columns } = readTable(tableOf(table, 2, { title: '分地区收支情况表', unit: '万元' }), null)
  expect(columns.map(({ role, key }) => [role, key])).toEqual([
    ['name', 'name'],
    ['amount', 'gpb.income'],
    ['amount', 'gpb.expense'],
    ['amount', 'fund.income'],
    ['amount', 'fund.expense'],
  ])
})

test('letters number the columns as numbers do', () => {
  const rows = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['甲', '乙', 'A=B+C', 'B', 'C'],
    ['201', '一般公共服务支出', '18.00', '3.00', '15.00'],
  ]
  const { columns } = readTable(tableOf(rows, 2, { title: '部门支出总表' }), null)
  expect(columns.map(({ key }) => key)).toEqual(['code', 'name', 'total', 'basic', 'project'])
})

test('what is bought and what it costs are columns that are known', () => {
  const rows = [
    ['单位', '采购项目', '采购品目', '数量', '采购预算金额'],
    ['某局', '办公设备购置', '台式计算机', '10', '5.00'],
    ['某局', '办公设备购置', '打印机', '4', '1.20'],
  ]
  const { columns } = readTable(tableOf(rows, 1, { title: '政府采购预算表' }), null)
  expect(columns.map(({ role, key }) => [role, key]).at(-1)).toEqual(['amount', 'total'])
})

test('years side by side stay apart in both halves of a ledger', () => {
  const rows = [
    ['收入', '<', '<', '支出', '<', '<'],
    ['项目', '2025年预算', '2026年预算', '项目', '2025年预算', '2026年预算'],
    ['一、财政拨款', '19.00', '21.00', '一、基本支出', '8.00', '9.00'],
  ]
  const { columns } = readTable(tableOf(rows, 2, { title: '收支预算总表' }), null)
  expect(columns.map(({ key }) => key)).toEqual(['name', 'y2025.budget', 'budget', 'name', 'y2025.budget', 'budget'])
})

test('labels behind their figures name these and not those of the next list', () => {
  const rows = [
    ['预算数', '收入项目', '预算数', '支出项目'],
    ['21.00', '财政拨款', '9.00', '教育支出'],
    ['4.00', '事业收入', '16.00', '卫生健康支出'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '收支预算总表', unit: '万元' }), null)
  const read = lines.map(({ label, amounts }) => [label, ...[...amounts.values()].map(({ money }) => money?.value)])
  expect(read).toEqual([
    ['财政拨款', '21.00'],
    ['事业收入', '4.00'],
    ['教育支出', '9.00'],
    ['卫生健康支出', '16.00'],
  ])
})

const TRIPS = [
  ['项目', '单位', '2025年', '2026年', '增减'],
  ['“三公”经费合计', '万元', '10.00', '8.00', '-2.00'],
  ['（一）因公出国（境）费', '万元', '0', '0', '0'],
  ['团组数', '个', '0', '0', '0'],
  ['（二）公务用车购置及运行费', '万元', '6.00', '5.00', '-1.00'],
  ['购置数', '辆', '1', '2', '1'],
  ['（三）公务接待费', '万元', '4.00', '3.00', '-1.00'],
]

test('a column headed by its year alone holds the money that the title speaks of, in rows whose unit is money', () => {
  const table = readTable(tableOf(TRIPS, 1, { title: '“三公”经费支出情况表' }), null)
  const { columns, lines } = table
  expect(unreadAmounts([table])).toEqual([])
  expect(columns.map(({ role, key }) => [role, key])).toEqual([
    ['name', 'name'],
    ['text', 'unit'],
    ['amount', 'y2025.total'],
    ['amount', 'total'],
    ['amount', 'change'],
  ])
  const read = lines.map(({ name, amounts }) => [name, amounts.get(3)?.money?.value ?? null])
  expect(read).toEqual([
    ['三公经费合计', '8.00'],
    ['因公出国(境)费', '0'],
    ['团组数', null],
    ['公务用车购置及运行费', '5.00'],
    ['购置数', null],
    ['公务接待费', '3.00'],
  ])
  const inPeople = TRIPS.map(([name = '', unit = '', ...figures]) => [name, unit.replace('万元', '人'), ...figures])
  const people = readTable(tableOf(inPeople, 1, { title: '人员编制情况表', unit: null }), null)
  expect(people.columns[2]?.role).toBe('text')
})

test('a figure that cannot be read is told in a row without a unit, and in none that counts things, be its unit said for several rows', () => {
  const rows = [
    ['项目', '单位', '2025年', '2026年', '增减'],
    ['“三公”经费合计', '万元', '10.00', '8.00', '-2.00'],
    ['公务接待费', '', '####', '3.00', '-1.00'],
    ['购置数', '辆', '1', '2', '1'],
    ['保有数', '^', '####', '9', '0'],
  ]
  const table = readTable(tableOf(rows, 1, { title: '“三公”经费支出情况表' }), null)
  expect(unreadAmounts([table]).flatMap(({ cells }) => cells?.map(({ row }) => row) ?? [])).toEqual([2])
})

test('figures of a table of money are told where no column holds amounts: a unit for each part of its rows, amounts and shares by turns', () => {
  const parts = [
    ['项目', '上年数', '本年数'],
    ['一、收支情况（单位：万元）', '<', '<'],
    ['财政拨款收入', '414.03', '5,639.61'],
    ['二、人均指标（单位：元）', '<', '<'],
    ['人均办公费', '3,948.00', '4,604.44'],
  ]
  const said = (rows: readonly (readonly string[])[], unit: string | null) =>
    unreadAmounts([readTable(tableOf(rows, 1, { title: '主要指标表', unit }), null)]).map(({ code, cells }) => [
      code,
      cells?.length,
    ])
  expect(said(parts, null)).toEqual([['amount-unreadable', 4]])
  const shares = parts.map(([name = '', ...figures]) => [name.replace(/（.*）/, ''), ...figures])
  expect(said(shares, null)).toEqual([])
})

test('a table whose unit is not known is told once, and its figures are not called unreadable', () => {
  const rows = [
    ['科目编码', '科目名称', '合计'],
    ['201', '一般公共服务支出', '18.00'],
    ['202', '外交支出', '3.00'],
    ['203', '国防支出', '1.00①2.00'],
  ]
  const table = readTable(tableOf(rows, 1, { title: '部门支出总表', unit: null }), null)
  expect(unreadAmounts([table]).map(({ message }) => message.zh)).toEqual([
    '金额列中有不能识别的内容：部门支出总表（1.00①2.00）',
    '没有找到金额单位，2个数没有读成金额：部门支出总表',
  ])
})

test('a row that names a unit and its project is called after the project', () => {
  const rows = [
    ['单位名称', '项目名称', '金额'],
    ['合计', '', '12.00'],
    ['某某县水利局', '', '10.00'],
    ['某某县水利局', '河道治理', '7.00'],
    ['某某县水利局', '饮水安全', '3.00'],
    ['某某县水文站', '', '2.00'],
    ['某某县水文站', '水文监测', '2.00'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '项目支出预算表' }), null)
  expect(lines.map(({ name, role, depth }) => [name, role, depth])).toEqual([
    ['合计', 'total', 0],
    ['某某县水利局', 'unit', 0],
    ['河道治理', 'item', 1],
    ['饮水安全', 'item', 1],
    ['某某县水文站', 'unit', 0],
    ['水文监测', 'item', 1],
  ])
})

test('rows under one year are called after what tells them apart, not all after the year; a remark behind the figures names none', () => {
  const rows = [
    ['年度', '资金来源', '预算安排', '实际支出', '备注'],
    ['2021年', '财政拨款收入', '43.57', '34.10', ''],
    ['^', '事业收入', '42.23', '40.55', '已结转'],
    ['2022年', '财政拨款收入', '68.73', '66.59', ''],
    ['^', '事业收入', '85.29', '79.22', ''],
    ['合计', '<', '239.82', '220.46', ''],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '项目资金情况表' }), null)
  expect(lines.map(({ label }) => label)).toEqual(['财政拨款收入', '事业收入', '财政拨款收入', '事业收入', '合计'])
})

test('heads and shares that stand before the names name no row', () => {
  const rows = [
    ['合计', '公用经费', '人数（人）', '人均经费', '占比（%）', '编码', '单位名称'],
    ['602.83', '94.88', '150', '4.02', '43.33', '301001', '文昌镇人民政府'],
    ['788.41', '146.23', '107', '7.37', '56.67', '301002', '红岩镇人民政府'],
  ]
  const { lines, columns } = readTable(tableOf(rows, 1, { title: '经费预算表', unit: '万元' }), null)
  expect(lines.map(({ name, amounts }) => [name, amounts.get(0)?.money?.value])).toEqual([
    ['文昌镇人民政府', '602.83'],
    ['红岩镇人民政府', '788.41'],
  ])
  expect(columns[3]?.key).toBe('average')
})

test('the ledger of a government has two lists under 预算科目', () => {
  const rows = [
    ['收入', '<', '支出', '<'],
    ['预算科目', '预算数', '预算科目', '预算数'],
    ['税收收入', '84', '教育支出', '90'],
    ['收入总计', '165', '支出总计', '165'],
  ]
  const { columns, lines } = readTable(tableOf(rows, 2, { title: '一般公共预算收支平衡表' }), null)
  expect(columns.map(({ list, key }) => [list, key])).toEqual([
    [0, 'name'],
    [0, 'budget'],
    [1, 'name'],
    [1, 'budget'],
  ])
  expect(lines.map(({ name }) => name)).toEqual(['税收收入', '收入总计', '教育支出', '支出总计'])
})

test('amounts that stand before the names of their rows belong to them', () => {
  const rows = [
    ['合计', '基本支出', '科目名称', '科目编码', '项目支出'],
    ['5.00', '3.00', '教育支出', '205', '2.00'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '支出总表', unit: '万元' }), null)
  expect(lines.map(({ name, code, amounts }) => [name, code, [...amounts.values()].map(({ money }) => money?.value)])).toEqual([
    ['教育支出', '205', ['5.00', '3.00', '2.00']],
  ])
})

test('columns counted from 1, with formulas, keep their names beside others named in the same row; years are names', () => {
  const rolesOf = (numbers: readonly string[]) =>
    readTable(
      tableOf(
        [
          ['科目', '<', '年初预算', '调整', '调整预算', '决算数', '完成率'],
          ['编码', '名称', ...numbers],
          ['205', '教育支出', '11,653.23', '-795.49', '10,857.74', '10,115.81', '93.17'],
          ['208', '社会保障和就业支出', '48,254.44', '0.00', '48,254.44', '29,936.25', '62.04'],
        ],
        2,
        { title: '支出预算执行情况表', unit: '万元' },
      ),
      null,
    ).columns.map(({ key, role }) => key ?? role)
  expect(rolesOf(['1', '2', '3=1+2', '4', '5=4/3×100'])).toEqual([
    'code',
    'text',
    'budget',
    'change',
    'adjusted',
    'final',
    'text',
  ])
  expect(rolesOf(['2021', '2022', '2023', '2024', '2025'])[6]).toBe('amount')
})

test('a year over a group says no more in full-width digits than in ordinary ones', () => {
  const keysOf = (year: string) =>
    readTable(
      tableOf(
        [
          ['支出项目类别', '总计', `${year}年预算`, '<', '<'],
          ['^', '^', '财政拨款', '事业收入', '其他收入'],
          ['某某项目', '6.00', '1.00', '2.00', '3.00'],
        ],
        2,
        { title: '项目支出总表' },
      ),
      null,
    ).columns.map(({ key }) => key)
  expect(keysOf('２０２６')).toEqual(keysOf('2026'))
})

test('code and name in one cell are read whatever the name begins with, and in each column of another list', () => {
  const rows = [
    ['支出功能分类科目', '政府支出经济分类科目', '部门支出经济分类科目', '合计', '项目支出'],
    ['2010405-日常经济运行调节', '50201-办公经费', '30201-办公费', '14.000000', '14.000000'],
    ['2010406-社会事业发展规划', '50205-委托业务费', '30227-委托业务费', '118.800000', '118.800000'],
    ['合计', '', '', '132.800000', '132.800000'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '支出总表', unit: '万元' }), null)
  expect(lines.map(({ role, code, codesBeside }) => [role, code, ...codesBeside.map(beside => beside.code)])).toEqual([
    ['item', '2010405', '50201', '30201'],
    ['item', '2010406', '50205', '30227'],
    ['total', null],
  ])
})

test('a total under its group says it again, what is left of a group is its own, and figures to six places are money', () => {
  const rows = [
    ['项目名称', '项目总额', '其中：', '<', '项目支出', '<', '绩效目标'],
    ['^', '^', '财政资金', '其他资金', '项目支出总数', '扣除基建项目后预算数', '^'],
    ['公务用车购置项目', '18.690000', '18.690000', '', '18.690000', '0.690000', '完成'],
    ['价格管理委托服务', '125.000000', '120.000000', '5.000000', '125.000000', '125.000000', '完成'],
  ]
  const { columns } = readTable(tableOf(rows, 2, { title: '项目支出绩效目标表', unit: '万元' }), null)
  expect(columns.map(({ role, key }) => (role === 'amount' ? key : role))).toEqual([
    ...['name', 'total', 'fiscal', 'other', 'project', 'project.net', 'text'],
  ])
})

test('numbers that count the rows are no money, whatever stands over them; as few figures of a known column are', () => {
  const roles = (...rows: string[][]) => readTable(tableOf(rows, 1, { unit: '万元' }), null).columns.map(({ role }) => role)
  const counted = [
    ['', '类', '款'],
    ['1', '201', ''],
    ['2', '201', '01'],
    ['3', '205', ''],
  ]
  expect(roles(...counted)[0]).toBe('sequence')
  expect(roles(['项目', '合计'], ['印花税', '1'], ['契税', '2'], ['车船税', '3'])).toEqual(['name', 'amount'])
})

test('where a head tells that figures in brackets are those of last year, they are told and no money of this one', () => {
  const rows = (head: string) => [
    ['项目', head],
    ['一、因公出国（境）费', '241.00'],
    ['二、公务接待费', '（24.00）'],
    ['合计', '265.00'],
  ]
  const read = (head: string) =>
    readTable(tableOf(rows(head), 1, { title: '一般公共预算“三公”经费支出表', unit: '万元' }), null)
  const figures = (head: string) =>
    read(head).lines.flatMap(({ amounts }) => [...amounts.values()].map(({ cell }) => cell.text))
  expect(figures('本年预算数（上年执行数）')).toEqual(['241.00', '265.00'])
  expect(figures('增减（本年减上年）')).toEqual(['241.00', '（24.00）', '265.00'])
  expect(unreadAmounts([read('本年预算数（上年执行数）')]).map(({ actual }) => actual)).toEqual(['（24.00）'])
})

test('a row that counts the columns among the rows of a table, where its head is printed again, is no row of money', () => {
  const row = (label: string, ...numbers: readonly string[]) => {
    const rows = [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['201', '一般公共服务支出', '9', '4', '5'],
      [label, '', ...numbers],
      ['208', '社会保障和就业支出', '7', '3', '4'],
    ]
    return readTable(tableOf(rows, 1, { title: '部门支出总表' }), null).lines.map(line => line.label)
  }
  expect(row('栏次', '1', '2', '3')).not.toContain('栏次')
  expect(row('丁', '2', '3', '4')).not.toContain('丁')
  expect(row('1', '2', '3', '4')).not.toContain('1')
  expect(row('行次', '1', '2', '3')).not.toContain('行次')
  expect(row('栏次', '1', '2', '5')).toContain('栏次')
})

import { expect, test } from 'vitest'
import { readTable } from '../../../src/budget/read-table.ts'
import { treeDoubts } from '../../../src/budget/rows/tree-doubt.ts'
import { tableOf } from '../table.ts'

const linesOf = (rows: readonly (readonly string[])[], title: string, lefts?: readonly number[]) => {
  const table = tableOf(rows, 1, { title })
  const cells = table.cells.map(cell => {
    const left = lefts?.[cell.row - 1]
    return cell.column === 0 && left !== undefined ? { ...cell, textLeft: left } : cell
  })
  return readTable({ ...table, cells }, null)
}
const treeOf = ({ lines }: ReturnType<typeof linesOf>) => lines.map(({ name, code, parent }) => [name, code, parent])

test('类 款 项 by name and sum alone: codes are those of the names below each other', () => {
  const read = linesOf(
    [
      ['科目名称', '合计', '基本支出', '项目支出'],
      ['合计', '9,325.57', '8,105.31', '1,220.26'],
      ['社会保障和就业支出', '7,458.52', '7,456.72', '1.80'],
      ['行政事业单位养老支出', '7,458.52', '7,456.72', '1.80'],
      ['行政单位离退休', '1,307.07', '1,305.27', '1.80'],
      ['机关事业单位基本养老保险缴费支出', '6,151.45', '6,151.45', ''],
      ['住房保障支出', '1,867.05', '648.59', '1,218.46'],
      ['住房改革支出', '1,867.05', '648.59', '1,218.46'],
      ['住房公积金', '1,867.05', '648.59', '1,218.46'],
    ],
    '部门支出总表',
  )
  expect(treeOf(read)).toEqual([
    ['合计', null, null],
    ['社会保障和就业支出', '208', null],
    ['行政事业单位养老支出', '20805', 1],
    ['行政单位离退休', '2080501', 2],
    ['机关事业单位基本养老保险缴费支出', '2080505', 2],
    ['住房保障支出', '221', null],
    ['住房改革支出', '22102', 5],
    ['住房公积金', '2210201', 6],
  ])
  expect(read.trees.map(({ proof }) => proof)).toEqual(['sums'])
  expect(read.trees[0]?.sums.find(({ what }) => what === 'total')).toMatchObject({
    whole: 0,
    parts: [1, 5],
    held: 3,
    broken: 0,
  })
})

test('columns of 类 款 项 that print only their own level, without leading zeros', () => {
  const { lines } = readTable(
    tableOf(
      [
        ['类', '款', '项', '科目名称', '合计'],
        ['类', '款', '项', '合计', '1,561.65'],
        ['213', '', '', '农林水支出', '1,561.65'],
        ['', '3', '', '水利', '1,561.65'],
        ['', '', '1', '行政运行', '579.15'],
        ['', '', '05', '水利工程建设', '982.50①'],
      ],
      1,
      { title: '部门支出总表' },
    ),
    null,
  )
  expect(lines.map(({ code }) => code)).toEqual([null, '213', '21303', '2130301', '2130305'])
  expect(lines.map(({ depth }) => depth)).toEqual([0, 0, 1, 2, 2])
})

test('units stand beside each other, each with its own subjects', () => {
  const read = linesOf(
    [
      ['科目名称', '合计'],
      ['合计', '56,465.44'],
      ['某市水务局(本级)', '35,927.64'],
      ['城乡社区支出', '35,927.64'],
      ['某市茅洲河流域管理中心', '20,537.80'],
      ['城乡社区支出', '20,537.80'],
    ],
    '政府性基金预算支出表',
  )
  expect(read.lines.map(({ role, parent }) => [role, parent])).toEqual([
    ['total', null],
    ['unit', null],
    ['class', 1],
    ['unit', null],
    ['class', 3],
  ])
})

test('indentation tells levels that names do not', () => {
  const read = linesOf(
    [
      ['项目', '金额'],
      ['甲', '30.25'],
      ['乙', '30.25'],
      ['丙', '17.13'],
      ['丁', '13.12'],
    ],
    '某表',
    [20, 30, 40, 40],
  )
  expect(read.lines.map(({ parent }) => parent)).toEqual([null, 0, 1, 1])
})

test('a list in which nothing adds up has no known depth, and nothing is proved', () => {
  const read = linesOf(
    [
      ['项目', '金额'],
      ['合计', '931.17'],
      ['甲', '30.25'],
      ['乙', '17.13'],
    ],
    '某表',
  )
  expect(read.lines.map(({ depth }) => depth)).toEqual([null, null, null])
  expect(read.trees[0]?.proof).toBeNull()
})

test('a list whose next-best tree is nearly as good says which row it puts elsewhere, and nothing of it is proved', () => {
  const rows = [
    ['项目', '合计'],
    ['合计', '1,099.35'],
    ['专项', '1,099.35'],
    ['某市应急管理局', '1,099.35'],
    ['其他商品和服务支出', '1,099.35'],
  ]
  const read = linesOf(rows, '政府采购支出表', [40, 40, 40, 52])
  expect(read.trees.map(({ proof, doubts }) => [proof, doubts])).toEqual([[null, [{ row: 2, other: 1 }]]])
  expect(treeDoubts([read]).map(({ code, message }) => [code, message.zh])).toEqual([
    ['tree-doubtful', '政府采购支出表：“某市应急管理局”归于哪一行存疑：按不属于任何一行处理（把握88%），也可能属于“专项”'],
  ])
  const sums = [...rows.slice(0, 4), ['办公费', '612.14'], ['差旅费', '487.21']]
  expect(treeDoubts([linesOf(sums, '政府采购支出表', [40, 40, 52, 64, 64])])).toEqual([])
})

test('names that stand in a column of their own are not indented below those of units', () => {
  const rows = [
    ['预算单位', '科目编码', '科目名称', '支出总计'],
    ['某市应急管理局（本级）', '', '', '8,416.37'],
    ['', '301', '工资福利支出', '3,050.00'],
    ['', '30101', '基本工资', '2,120.00'],
    ['', '30102', '津贴补贴', '930.00'],
    ['', '302', '商品和服务支出', '5,366.37'],
    ['', '30201', '办公费', '5,366.37'],
  ]
  const table = tableOf(rows, 1, { title: '一般公共预算支出表（按经济分类）' })
  const cells = table.cells.map(cell => ({ ...cell, textLeft: cell.text === '' ? null : 40 + 100 * cell.column }))
  const read = readTable({ ...table, cells }, null)
  expect(read.lines.map(({ parent }) => parent)).toEqual([null, 0, 1, 1, 0, 4])
  expect(treeDoubts([read])).toEqual([])
})

test('a 款 without 项 is printed again in their place', () => {
  const read = linesOf(
    [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['合计', '', '1,674.70', '502.00', '1,172.70'],
      ['216', '商业服务业等支出', '1,172.70', '', '1,172.70'],
      ['21699', '其他商业服务业等支出', '1,172.70', '', '1,172.70'],
      ['2169999', '其他商业服务业等支出', '1,172.70', '', '1,172.70'],
      ['219', '援助其他地区支出', '502.00', '502.00', ''],
      ['21999', '其他支出', '502.00', '502.00', ''],
      ['21999', '其他支出', '502.00', '502.00', ''],
    ],
    '支出总表',
  )
  expect(read.lines.map(({ parent }) => parent)).toEqual([null, null, 1, 2, null, 4, 5])
  expect(treeDoubts([read])).toEqual([])
})

test('rows of another year or of the change belong to the row above them: units are those of one year', () => {
  const read = linesOf(
    [
      ['预算单位', '年度', '总计', '公务接待费', '公务用车运行维护费'],
      ['某市水务局', '2025年', '382.64', '19.27', '363.37'],
      ['', '2026年', '469.17', '85.27', '383.90'],
      ['', '增减变化金额', '86.53', '66.00', '20.53'],
      ['某市水务局（本级）', '2025年', '335.24', '19.27', '315.97'],
      ['', '2026年', '442.37', '85.27', '357.10'],
      ['', '增减变化金额', '107.13', '66.00', '41.13'],
      ['某市水文水质中心', '2025年', '47.40', '', '47.40'],
      ['', '2026年', '26.80', '', '26.80'],
      ['', '增减变化金额', '-20.60', '', '-20.60'],
    ],
    '财政拨款“三公”经费支出表',
  )
  expect(read.lines.map(({ parent }) => parent)).toEqual([null, null, null, 0, null, null, 0, null, null])
  expect(read.trees.map(({ proof }) => proof)).toEqual(['sums'])
})

test('units stand below the goods, works and services that they buy, and names below them are of the economic list where their head says so', () => {
  const rows = [
    ['采购品目大类', '经济科目', '采购品目名称', '总计'],
    ['合计', '', '', '372.60'],
    ['货物', '', '', '20.00'],
    ['某市应急管理局', '', '', '20.00'],
    ['', '办公设备购置', '计算机', '20.00'],
    ['服务', '', '', '352.60'],
    ['某市应急管理局', '', '', '352.60'],
    ['', '其他商品和服务支出', '其他咨询服务', '82.60'],
    ['', '其他支出', '保险服务', '270.00'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '政府采购支出表' }), null)
  expect(lines.map(({ role, code, parent }) => [role, code, parent])).toEqual([
    ['total', null, null],
    ['item', null, null],
    ['unit', null, 1],
    ['item', null, 2],
    ['item', null, null],
    ['unit', null, 4],
    ['item', null, 5],
    // Among 款 it is 39999 or another, and by no means the 类 229 of the other list.
    ['item', null, 5],
  ])
})

test('what stands alone in a column of units is a unit, whatever its name ends with', () => {
  const prisons = linesOf(
    [
      ['单位名称', '“三公”经费合计', '公务接待费'],
      ['合计', '191.20', '15.00'],
      ['某市东郊监狱', '89.60', '10.00'],
      ['某市西郊监狱', '101.60', '5.00'],
    ],
    '一般公共预算“三公”经费预算表',
  )
  expect(prisons.lines.map(({ role }) => role)).toEqual(['total', 'unit', 'unit'])
  const empty = linesOf(
    [
      ['预算单位', '科目编码', '科目名称', '支出总计'],
      ['某市人民政府办公厅', '', '', '0.00'],
    ],
    '国有资本经营预算支出表',
  )
  expect(empty.lines.map(({ role }) => role)).toEqual(['unit'])
  const projects = linesOf(
    [
      ['二级预算单位名称', '一级项目名称', '预算数', '绩效目标'],
      ['某市财政局（本级）', '预决算管理业务', '18,808.16', '完成预决算等工作。'],
    ],
    '重点项目表',
  )
  expect(projects.lines.map(({ role }) => role)).toEqual(['item'])
})

test('goods, works and services stand beside each other where units stand below them', () => {
  const bought = (unit: string, ...names: string[]): string[][] => [
    [unit, '', '', `${names.length}.00`],
    ...names.map(name => ['', name, '复印纸', '1.00']),
  ]
  const rows = [
    ['采购品目大类', '经济科目', '采购品目名称', '总计'],
    ['合计', '', '', '21.00'],
    ['货物', '', '', '11.00'],
    ...bought('某市交通运输局', '印刷费', '办公费', '办公费', '办公费'),
    ...bought('某市港航事业发展中心', '委托业务费', '办公费', '办公设备购置'),
    ...bought('某市公路事业发展中心', '办公费', '办公费', '办公设备购置'),
    ...bought('某市铁路与航空事业发展中心', '办公费'),
    ['工程', '', '', '1.00'],
    ...bought('某市交通运输局', '维修费'),
    ['服务', '', '', '9.00'],
    ...bought('某市交通运输局', '委托业务费', '印刷费', '会议费'),
    ...bought('某市港航事业发展中心', '物业管理费', '委托业务费', '办公费'),
    ...bought('某市铁路与航空事业发展中心', '委托业务费', '印刷费', '公务用车运行维护费'),
  ]
  const table = tableOf(rows, 1, { title: '政府采购支出表' })
  // Names are set in the middle of their column.
  const cells = table.cells.map(cell => {
    const left = cell.column === 0 ? (cell.text === '合计' ? 65 : 39) : 270 - 5 * Math.min(6, cell.text.length)
    return { ...cell, textLeft: cell.text === '' ? null : left }
  })
  const { lines } = readTable({ ...table, cells }, null)
  const tops = lines.filter(({ depth }) => depth === 0).map(({ name }) => name)
  expect(tops).toEqual(['合计', '货物', '工程', '服务'])
})

test('subjects that are columns of other tables are subjects below their 类', () => {
  const { lines } = linesOf(
    [
      ['支出项目类别', '总计', '一般公共预算拨款'],
      ['某市人民政府口岸办公室', '46.65', '46.65'],
      ['商品和服务支出', '46.65', '46.65'],
      ['因公出国（境）费用', '36.14', '36.14'],
      ['会议费', '4.00', '4.00'],
      ['公务接待费', '1.65', '1.65'],
      ['办公费', '4.86', '4.86'],
    ],
    '基本支出总表',
  )
  expect(lines.map(({ code }) => code)).toEqual([null, '302', '30212', '30215', '30217', '30201'])
})

test('rows whose first name is of a whole group are called what their own names say: 小计 below projects is their sum', () => {
  const { lines, trees } = linesOf(
    [
      ['单位', '项目', '合计', '财政拨款', '单位自筹'],
      ['局机关', '困难群众临时救助', '1,993.64', '1,993.64', '0.00'],
      ['^', '档案数字化加工', '7,120.05', '7,020.05', '100.00'],
      ['^', '小计', '9,113.69', '9,013.69', '100.00'],
      ['执法支队', '青少年科普活动', '8,965.54', '8,965.54', '0.00'],
      ['^', '站点标准化建设', '1,748.60', '1,519.23', '229.37'],
      ['^', '小计', '10,714.14', '10,484.77', '229.37'],
      ['总计', '<', '19,827.83', '19,498.46', '329.37'],
    ],
    '项目支出预算明细表',
  )
  expect(lines.map(({ name, role }) => `${name} ${role}`).slice(1, 4)).toEqual([
    '档案数字化加工 item',
    '小计 total',
    '青少年科普活动 item',
  ])
  expect(trees.flatMap(({ sums }) => sums).map(({ held, broken }) => [held, broken])).toEqual([
    [3, 0],
    [3, 0],
    [3, 0],
  ])
})

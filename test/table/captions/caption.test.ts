import { expect, test } from 'vitest'
import { captionOf } from '../../../src/table/captions/caption.ts'
import { textAround } from '../../../src/table/captions/page-text.ts'
import { surroundingsOf } from '../../../src/table/captions/surroundings.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

const grid = gridOf('编码|名称|合计|备注|说明\n201|公共服务|9.00|·|·')

/** The caption of the grid (from x 50 to 350, top 100) under these lines. */
function caption(...lines: Parameters<typeof pageOf>[1][]) {
  const page = pageOf(1, ...lines)
  return captionOf(grid, surroundingsOf(textAround([page], [grid]), [grid]).get(1) ?? [], {
    top: 0,
    bottom: Number.POSITIVE_INFINITY,
  })
}

test('number, title, department and unit around a table', () => {
  expect(
    caption(['表1-2', 300, 40], ['部门支出总表', 150, 65, 16], ['部门：信访局', 50, 90], ['金额单位：万元', 280, 90]),
  ).toMatchObject({
    number: '1-2',
    title: '部门支出总表',
    department: '信访局',
    units: [{ where: 'caption', unit: '万元', text: '金额单位：万元', page: 1, box: [280, 80, 350, 90] }],
    isContinued: false,
    otherLines: 0,
    hasProse: false,
  })
})

test('the title of an empty table beside this one, which was not read, is none of its own', () => {
  const beside = [
    ['表9 国有资本经营预算支出情况表', 400, 65],
    ['单位：元', 480, 90],
  ] as const
  expect(caption(['表8 政府性基金预算支出情况表', 80, 65], ['单位：万元', 280, 90], ...beside)).toMatchObject({
    ...{ number: '8', title: '政府性基金预算支出情况表' },
    units: [{ unit: '万元' }],
  })
})

test.each([
  ['公开01表', '公开01'],
  ['公开表5', '公开5'],
  ['表十二', '十二'],
  ['附表3', '3'],
  ['预算公开表2', '预算公开2'],
  ['表2－1', '2-1'],
])('the number %s', (printed, number) => {
  expect(caption([printed, 300, 40], ['支出总表', 160, 65, 16])).toMatchObject({ number, title: '支出总表' })
})

test('a title over two lines, with a bracket below', () => {
  expect(
    caption(['一般公共预算拨款“三公”经费、', 60, 45, 18], ['会议费支出表', 145, 68, 18], ['（按经济分类）', 150, 88, 12]),
  ).toMatchObject({
    title: '一般公共预算拨款“三公”经费、会议费支出表（按经济分类）',
  })
})

test('a title with the unit behind it on its line, without a bracket, is one; a note about this table is none', () => {
  expect(caption(['项目支出表 单位：万元', 50, 90])).toMatchObject({
    title: '项目支出表',
    units: [{ where: 'title', unit: '万元' }],
  })
  expect(caption(['表3 “三公”经费预算表（汇总） 金额单位：元', 50, 90])).toMatchObject({
    ...{ number: '3', title: '“三公”经费预算表（汇总）' },
    units: [{ where: 'title', unit: '元' }],
  })
  expect(caption(['注：本表单位：万元', 50, 90])).toMatchObject({ title: null, units: [{ where: 'caption', unit: '万元' }] })
})

test('a title with the unit behind it is one also where it is not set over the middle', () => {
  expect(caption(['部门支出总表（单位：万元）', 230, 65, 12])).toMatchObject({
    title: '部门支出总表',
    units: [{ where: 'title', unit: '万元' }],
  })
})

test('a bracket that is closed on the line below belongs to both lines', () => {
  const { title, units } = caption(['2026年收支预算总表（单位：万', 100, 65, 14], ['元）', 180, 82, 14])
  expect([title, units.map(({ unit }) => unit)]).toEqual(['2026年收支预算总表', ['万元']])
  expect(caption(['支出总表（一', 100, 30, 14], ['元）', 180, 82, 14]).title).not.toBe('支出总表（一元）')
})

test('the year below a title and the heading above it are not the title', () => {
  expect(caption(['决算公开', 170, 40, 20], ['收入决算表', 165, 65, 14], ['（2023年度）', 170, 85])).toMatchObject({
    title: '收入决算表',
  })
})

test('prose above a table names nothing and is counted', () => {
  expect(caption(['纳入编制范围的单位包括：', 50, 90])).toMatchObject({
    number: null,
    title: null,
    department: null,
    units: [],
    isContinued: false,
    otherLines: 1,
    hasProse: true,
  })
})

test('a department is not a unit, an empty label gives none', () => {
  expect(caption(['单位：元', 280, 90])).toMatchObject({ department: null, units: [{ where: 'caption', unit: '元' }] })
  expect(caption(['部门：', 50, 90], ['单位：元', 280, 90])).toMatchObject({
    department: null,
    units: [{ where: 'caption', unit: '元' }],
  })
})

test('a name that stands apart behind its label is that of the department and no title', () => {
  const lines: Parameters<typeof caption> = [
    ['部门：', 60, 90],
    ['江苏省人大常委会办公厅', 145, 90],
    ['单位：万元', 280, 90],
  ]
  expect(caption(...lines)).toMatchObject({ title: null, department: '江苏省人大常委会办公厅' })
  expect(caption(['部门：', 60, 75], ['部门支出总表', 160, 90, 16])).toMatchObject({ title: '部门支出总表', department: null })
})

test('page numbers and running heads are not captions', () => {
  const pages = [1, 2, 3, 4].map(number => pageOf(number, ['某局2026年度预算公开', 60, 30], [`— ${number} —`, 180, 780]))
  expect([...surroundingsOf(textAround(pages, []), []).values()].flat()).toEqual([])
})

test('the first line of a title is no running head though its page has another title, and a running head is one over two titles', () => {
  const page = (first: number): string[] => {
    const pages = [1, 2].map(number =>
      pageOf(number, ['某局2026年', 100, first, 12], ['收入总表', 105, 80, 12], ['支出总表', 105, 300, 12]),
    )
    return (surroundingsOf(textAround(pages, []), []).get(1) ?? []).map(({ text }) => text)
  }
  expect(page(60)).toEqual(['某局2026年', '收入总表', '支出总表'])
  expect(page(30)).toEqual(['收入总表', '支出总表'])
})

test('the unit of a table is read where pages of empty tables, which are not read, print it at the same place', () => {
  const pages = [1, 2, 3, 4].map(number => pageOf(number, ['支出总表', 160, 65, 16], ['计量单位：万元', 280, 90]))
  const around = surroundingsOf(textAround(pages, [grid]), [grid]).get(1) ?? []
  expect(captionOf(grid, around, { top: 0, bottom: 800 }).units).toMatchObject([{ unit: '万元' }])
})

test('a frame that begins with the unit, or with the year and the unit, is named by the title over it', () => {
  for (const row of ['单位：元', '2023年（单位：元）']) {
    const framed = gridOf(`${row}|<|<\n科目|合计|基本支出\n教育|9.00|4.00`)
    const page = pageOf(1, ['表2', 50, 60], ['支出总表', 110, 80, 12])
    const around = surroundingsOf(textAround([page], [framed]), [framed]).get(1) ?? []
    expect(captionOf(framed, around, { top: 0, bottom: 800 })).toMatchObject({ title: '支出总表', number: '2' })
  }
})

test('heads that each name their unit behind a name are no caption in the frame: the title over it is its own', () => {
  const page = pageOf(1, ['收入预算表', 60, 80, 12])
  const titleOf = (heads: string): string | null => {
    const framed = gridOf(`${heads}\n栏次|1\n税收收入|3727\n契税|903`)
    const around = surroundingsOf(textAround([page], [framed]), [framed]).get(1) ?? []
    return captionOf(framed, around, { top: 0, bottom: 800 }).title
  }
  expect(titleOf('项目（单位：元）|年初预算安排（元）')).toBe('收入预算表')
  expect(titleOf('编制部门：水利局（单位：元）|单位：元')).toBe('收入预算表')
})

test('the unit in a frame stands below empty rows where a sheet was cut beside its title', () => {
  const cut = gridOf('·|·\n·|单位：元\n一般公共预算|基金\n9.00|4.00')
  expect(captionOf(cut, [], { top: 0, bottom: 800 }).units).toMatchObject([{ unit: '元' }])
})

test('the unit below a table is in the last row of its frame, or begins a note', () => {
  const unitsUnder = (foot: string, below: string, above = '支出总表') => {
    const framed = gridOf(`科目|合计|基本支出\n教育|9.00|4.00\n${foot}`)
    const page = pageOf(1, [above, 110, 80, 12], [below, 50, 180, 8])
    const around = surroundingsOf(textAround([page], [framed]), [framed]).get(1) ?? []
    return captionOf(framed, around, { top: 0, bottom: 800 }).units.map(({ where, unit }) => `${unit} ${where}`)
  }
  const row = '农业|8.00|3.00'
  expect(unitsUnder('单位：万元|<|<', '注：空表。')).toEqual(['万元 below'])
  expect(unitsUnder('单位：万元|<|·', '注：空表。')).toEqual([])
  expect(unitsUnder(row, '注：本表金额单位为万元，合计数因四舍五入有尾差。')).toEqual(['万元 below'])
  expect(unitsUnder(row, '注：合计数因四舍五入有尾差，各单位另有金额单位为元的明细表。')).toEqual([])
  expect(unitsUnder('单位：万元|<|<', '注：空表。', '支出总表 单位：元')).toEqual(['元 title'])
})

test('a unit below a table and the title of the next one is of that', () => {
  const rest = gridOf('合计|9.00|4.00\n教育|9.00|4.00')
  const under = (...lines: Parameters<typeof pageOf>[1][]) => {
    const around = surroundingsOf(textAround([pageOf(1, ...lines)], [rest]), [rest]).get(1) ?? []
    return captionOf(rest, around, { top: 0, bottom: 215 }).units.map(({ unit }) => unit)
  }
  expect(under(['政府性基金收入预算表', 150, 180, 12], ['金额单位：元', 250, 200, 8])).toEqual([])
  expect(under(['金额单位：元', 250, 180, 8], ['政府性基金收入预算表', 150, 200, 12])).toEqual(['元'])
})

test('over two tables beside each other what ends one caption does not begin the next', () => {
  const sides = [gridOf('项目|预算数\n教育|9.00\n医疗|8.00'), gridOf('项目|金额\n修路|7.00\n架桥|6.00', { left: 184 })]
  const page = pageOf(1, ['表7', 50, 78, 8], ['单位：万元', 130, 95, 8], ['表9', 184, 78, 8], ['单位：元', 264, 95, 8])
  const glued = pageOf(1, ['“三公”经费支出表', 60, 60, 8], ['单位：万元', 130, 95, 8], ['表9项目支出表', 184, 95, 8])
  expect(tablesOf([page], sides).tables.map(({ number, unit }) => ({ number, unit }))).toEqual([
    { number: '7', unit: '万元' },
    { number: '9', unit: '元' },
  ])
  expect(tablesOf([glued], sides).tables.map(({ number, title, unit }) => ({ number, title, unit }))).toEqual([
    { number: null, title: '“三公”经费支出表', unit: '万元' },
    { number: '9', title: '项目支出表', unit: null },
  ])
})

test('a title and the labels of the line below it in one cell of the frame are each what they say', () => {
  const framed = gridOf('名|<|<\n编码|名称|合计\n201|公共服务|9.00')
  const [first, ...rest] = framed.cells
  const told = (...lines: string[]) =>
    captionOf({ ...framed, cells: [{ ...(first as (typeof rest)[number]), lines, text: lines.join('') }, ...rest] }, [], {
      top: 0,
      bottom: Number.POSITIVE_INFINITY,
    })
  expect(told('2024年度收入决算表', '附表2填报单位：某某局单位：元')).toMatchObject({
    ...{ number: '2', title: '2024年度收入决算表', department: '某某局', units: [{ unit: '元' }] },
  })
  expect(told('2024年度收入决算表', '附表2填报单位：某某局金额单位：元')).toMatchObject({ number: '2', department: '某某局' })
  expect(told('一般公共预算财政拨款', '支出决算表').title).toBe('一般公共预算财政拨款支出决算表')
  expect(told('收入决算表', '以下各列均按批复数填列').title).toBeNull()
})

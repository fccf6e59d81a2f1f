import { expect, test } from 'vitest'
import { departmentOf } from '../../../src/budget/document/department.ts'
import { isPlaced, officeIn, officeOfTitle, officesOfSentence } from '../../../src/budget/document/office-names.ts'
import type { Paragraph } from '../../../src/budget/prose/lines.ts'
import { readTable } from '../../../src/budget/read-table.ts'
import { tableOf } from '../table.ts'

const line = (page: number, text: string): Paragraph => ({
  text,
  characters: [...text].map(character => ({ text: character, page, box: [0, 0, 10, 10] as const, source: 'pdf' as const })),
})

const table = (department: string | null) =>
  readTable(
    tableOf(
      [
        ['项目', '金额'],
        ['合计', '1.00'],
      ],
      1,
      { department },
    ),
    null,
  )

test('offices that titles, lines and sentences name', () => {
  expect(officeIn(')填报单位榆林市信访局')).toBe('榆林市信访局')
  expect(officeOfTitle('某某局部门2026年预算')).toBeNull()
  expect(officeOfTitle('一、2026年达州市本级决算(草案)')).toBeNull()
  expect(officeOfTitle('达州市达川区青石镇政府2026年部门预算情况说明')).toBe('达州市达川区青石镇政府')
  expect(officeOfTitle('达州市审计局部门2026年预算')).toBe('达州市审计局')
  expect(officeOfTitle('2026年度达州市审计局(本级)单位预算公开')).toBe('达州市审计局')
  expect(officeOfTitle('二〇二六年达州市水务局部门决算报表')).toBe('达州市水务局')
  expect(officeOfTitle('预算单位:上海交通职业技术学院')).toBe('上海交通职业技术学院')
  expect(officeOfTitle('第三部分2026年部门预算表')).toBeNull()
  expect(officeOfTitle('2016年达州市水务局部门“三公”经费情况统计表')).toBe('达州市水务局')
  expect(officeOfTitle('关于达州市水务局财政拨款“三公”经费的说明')).toBe('达州市水务局')
  expect(officeOfTitle('中央本级2013年“三公”经费执行和2014年预算')).toBeNull()
  expect(officeIn('103001-达州市达川区人民政府办公室')).toBe('达州市达川区人民政府办公室')
  expect(officeIn('纳入达州市水务局')).toBe('达州市水务局')
  expect(officeIn('共青团达州市委员会')).toBe('共青团达州市委员会')
  expect(['本部门', '我局', '市审计局', '103001', '12328电话运行维护费'].map(officeIn)).toEqual([null, null, null, null, null])
  expect(officesOfSentence('一、达州市审计局是市政府组成部门,负责全市审计。我局2026年预算为1万元。')).toEqual(['达州市审计局'])
})

test('the department is the one that the places agree on; neither a unit below it nor the file name overrules them', () => {
  const cover = [line(1, '2026年度达州市水务局'), line(1, '部门预算')]
  const prose = line(3, '达州市水务局的主要职责是统一管理全市水资源,达州市河道管理处负责河道的日常管理和维护工作。')
  const tables = [table('达州市水务局'), table('部门'), table(null)]
  expect(departmentOf(tables, [...cover, prose], '2026年达州市水利局部门预算.pdf')).toBe('达州市水务局')
})

test('the form of the goals of a department names it where nothing else does, and no form of a project', () => {
  const form = (title: string) => {
    const rows = [
      ['部门名称', '达州市水务局'],
      ['年度目标', '保障供水'],
    ]
    const fields = [{ path: ['部门名称'], value: '达州市水务局', row: 0, column: 1 }]
    return readTable(tableOf(rows, 0, { title, form: { fields, blocks: [] } }), null)
  }
  expect(departmentOf([table(null), form('部门整体支出绩效目标申报表')], [], '')).toBe('达州市水务局')
  expect(departmentOf([table(null), form('项目支出绩效目标表')], [], '')).toBeNull()
})

test('a document that names none has none, whatever its file is called', () => {
  expect(departmentOf([table(null)], [line(1, '本部门2026年预算')], '2026年达州市水利局部门预算.pdf')).toBeNull()
})

test('of two names with as much for them none is taken', () => {
  const both = [table('达州市水务局'), table('达州市审计局')]
  expect(departmentOf(both, [], '')).toBeNull()
  expect(departmentOf(both, [], '达州市审计局2026年部门预算.pdf')).toBe('达州市审计局')
})

test('offices of the whole country need no place', () => {
  expect(officeOfTitle('水利部2025年部门预算')).toBe('水利部')
  expect(officeOfTitle('国家气象信息中心2023年度单位决算')).toBe('国家气象信息中心')
  expect(officeOfTitle('最高人民法院2025年部门预算')).toBe('最高人民法院')
  expect(officeOfTitle('审计署2025年部门预算')).toBe('审计署')
  expect(isPlaced('退役军人事务部')).toBe(true)
  expect(officesOfSentence('水利部2025年收入预算为1万元。')).toEqual([])
})

test('a name without that of its place has it from the text, where that names one', () => {
  const cover = line(1, '县交通运输局2023年度部门决算')
  const tables = [table('204001-县交通运输局'), table('204001-县交通运输局')]
  const duties = line(3, '一、主要职责 本局是泷水县人民政府工作部门，贯彻执行国家关于交通运输的方针政策。')
  expect(departmentOf(tables, [cover, duties], 'a.pdf')).toBe('泷水县交通运输局')
  const reply = line(4, '本部门决算经泷水县财政局批复后公开，上级补助收入来自省级。')
  expect(departmentOf(tables, [cover, duties, reply], 'a.pdf')).toBe('泷水县交通运输局')
  expect(departmentOf(tables, [cover], 'a.pdf')).toBe('县交通运输局')
  const neighbour = line(4, '与云岭县人民政府签订了共建协议，工程按计划推进，资金已经到位。')
  expect(departmentOf(tables, [cover, duties, neighbour], 'a.pdf')).toBe('县交通运输局')
  expect(departmentOf(tables, [duties, neighbour], 'a.pdf')).toBeNull()
  const named = line(2, '北京市城市管理综合行政执法局2026年部门预算')
  const government = line(3, '一、主要职责 本部门是北京市人民政府直属机构，负责全市城市管理综合行政执法工作。')
  expect(departmentOf([], [named, government, line(9, '市城管执法局2026年度部门预算报表')], 'a.pdf')).toBe(
    '北京市城市管理综合行政执法局',
  )
  expect(departmentOf([table('市场监督管理局')], [duties], 'a.pdf')).not.toBe('泷水县场监督管理局')
})

/** The office of a leaflet: its title, and a sentence that names nobody. */
const ofLeaflet = (...title: readonly string[]) => {
  const sentence = '“三公”经费预算41万元，其中公务接待费20万元，公务用车购置及运行维护费21万元，比上年减少19万元。'.repeat(3)
  return departmentOf(
    [],
    [...title, sentence].map(text => line(1, text)),
    '',
  )
}

test('a title in the shape of one names its office, whatever the name ends in', () => {
  expect(ofLeaflet('青石镇2020年度“三公”经费决算情况')).toBe('青石镇')
  expect(ofLeaflet('云创园2017年度部门“三公”经费预算情况表')).toBe('云创园')
  expect(ofLeaflet('民盟2019年部门预算')).toBe('民盟')
  expect(ofLeaflet('市人大2016年“三公”经费支出决算情况')).toBe('市人大')
  expect(ofLeaflet('达州市各民主党派2018年“三公”经费预算情况说明')).toBe('达州市各民主党派')
  expect(ofLeaflet('2018年东部新区（莲花工业园区）“三公”经费情况说明')).toBe('东部新区(莲花工业园区)')
  expect(ofLeaflet('关于达州市文化广播影视新闻出版局财政拨款“三公”', '经费预算2014年情况的说明')).toBe(
    '达州市文化广播影视新闻出版局',
  )
})

test('words before the year that name a place, a level, money or nobody are no office', () => {
  const none = [
    '本部门',
    '我镇',
    '区本级',
    '全县',
    '达州市',
    '青溪县',
    '鼓楼区',
    '克州',
    '迪庆州州本级',
    '“三公”经费',
    '项目支出',
    '信息公开',
  ]
  expect(none.map(words => ofLeaflet(`${words}2020年“三公”经费预算情况`))).toEqual(none.map(() => null))
  expect(ofLeaflet('2020年行政经费及“三公”经费预算')).toBeNull()
  expect(ofLeaflet('2020年度部门决算情况说明')).toBeNull()
  expect(ofLeaflet('目录', '2020年度部门决算情况说明')).toBeNull()
  expect(ofLeaflet('青石镇2020年财政预算执行情况')).toBeNull()
})

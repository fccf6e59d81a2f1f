import { expect, test } from 'vitest'
import { metadataOf } from '../../../src/budget/document/metadata.ts'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { paragraph } from '../paragraph.ts'
import { tableOf } from '../table.ts'

/** What a document without tables says of itself, a line each. */
function saidBy(...lines: readonly string[]) {
  const paragraphs = lines.map(line => paragraph(line))
  return metadataOf([], paragraphs, { prose: proseFacts(paragraphs) }).metadata
}

test('a heading without an office names the place, and says what the report is', () => {
  const report = saidBy('关于岳西县2023年财政预算执行情况和2024年预算草案的报告', '各位代表:', '全年收入31000万元,增长2%。')
  expect([report.department, report.regionCode, report.kind]).toEqual([null, '340828', 'budget'])
  const account = saidBy('岳西县2023年财政决算(草案)的报告', '全年收入31000万元,增长2%。')
  expect([account.regionCode, account.kind]).toEqual(['340828', 'final-accounts'])
})

test('a heading about finances names the place, and one about 三公 or accounts the office', () => {
  expect(saidBy('岳西县2023年上半年财政收支情况', '全年收入31000万元,增长2%。').regionCode).toBe('340828')
  expect(saidBy('2017年达州市水务局“三公”经费增减情况', '“三公”经费支出合计24.00万元。').department).toBe('达州市水务局')
  expect(saidBy('达州市红十字会2013年财务收支报告', '捐赠收入24.00万元。').department).toBe('达州市红十字会')
})

test('the finance bureau that reports is no office whose money is told', () => {
  const report = saidBy('关于岳西县2021年决算(草案)和2022年上半年预算执行情况的报告', '岳西县财政局', '一、2021年收支决算情况')
  expect([report.department, report.regionCode, report.kind]).toEqual([null, '340828', 'final-accounts'])
})

test('what 三公 alone is published of is a budget or an account as its heading says', () => {
  expect(saidBy('达州市水务局2018年“三公”经费预算公开', '“三公”经费支出合计24.00万元。').kind).toBe('budget')
  expect(saidBy('达州市水务局2018年度“三公”经费支出决算情况说明', '“三公”经费支出决算24.00万元。').kind).toBe('final-accounts')
  expect(saidBy('达州市水务局2016年“三公经费”预算对比增减说明', '“三公”经费支出合计24.00万元。').kind).toBe('budget')
  expect(saidBy('2013年社保基金预算公布', '收入31000万元。').kind).toBe('budget')
  expect(saidBy('关于2018年中央社会保险基金决算情况的说明', '收入31000万元。').kind).toBe('final-accounts')
  expect(saidBy('二、“三公”经费财政拨款支出与年初预算对比情况。', '2018年度“三公”经费支出24.00万元。').kind).toBe('other')
})

test('a title that goes over two lines says what is published', () => {
  const long = (end: string) => saidBy('达州市水务局2023年度一般公共预算财政拨款“三公”', end, '“三公”经费24.00万元。'.repeat(3))
  expect(long('经费支出决算情况说明').kind).toBe('final-accounts')
  expect(long('经费支出预算情况说明').kind).toBe('budget')
  expect(saidBy('2021年度单位收支决算情况说明', '(一)本单位2021年度总收入581.45万元。').kind).toBe('final-accounts')
})

test('where the title of a leaflet does not say, its sentences do', () => {
  const kindOf = (sentence: string, title = '达州市2021年“三公”经费情况') =>
    saidBy(title, `${sentence}其中公务接待费增减的原因是厉行节约,并压缩了各项开支。`).kind
  expect(kindOf('2021年“三公”经费支出决算24万元,与上年持平。')).toBe('final-accounts')
  expect(kindOf('2021年“三公”经费支出24万元,为年初预算数30万元的80%。')).toBe('final-accounts')
  expect(kindOf('2021年“三公”经费24万元,比年初预算减少6万元。')).toBe('final-accounts')
  expect(kindOf('2021年“三公”经费24万元,全部为公务接待费。2021年“三公”经费比上年减少5万元,比年初预算减少6万元。')).toBe(
    'final-accounts',
  )
  expect(kindOf('2021年“三公”经费预算44万元,全年决算24万元。')).toBe('final-accounts')
  expect(kindOf('2021年“三公”经费预算44万元。')).toBe('budget')
  expect(kindOf('2021年“三公”经费44万元,比上年支出50万元减少6万元。')).toBe('other')
  // What the budget came to is no budget.
  expect(kindOf('2021年“三公”经费支出24万元,为年初预算数30万元的80%。', '达州市2021年“三公”经费预算安排和使用情况')).toBe(
    'final-accounts',
  )
  expect(kindOf('2013年“三公”经费执行数24万元。', '达州市2013年“三公”经费预算执行和2014年预算安排情况')).toBe('budget')
  // A report in which 三公 is spoken of tells more than it.
  expect(kindOf('2021年“三公”经费支出决算24万元。', '达州市2021年工作情况')).toBe('other')
})

test('a title in two lines names its office in the first', () => {
  const town = saidBy('大竹县青石镇人民政府', '2020年部门预算编制说明', '一、基本职能及主要工作')
  expect([town.department, town.regionCode]).toEqual(['大竹县青石镇人民政府', '511724'])
  expect(saidBy('岳西县青石学区2022年部门预算公开说明').department).toBe('岳西县青石学区')
})

test('a cover of the office alone, (本级), speaks of a unit, also where it says 部门预算', () => {
  expect(saidBy('2026年达州市水务局(本级)部门预算', '目录').scope).toBe('unit')
  expect(saidBy('达州市水务局本级2026年度部门预算', '目录').scope).toBe('unit')
  expect(saidBy('2026年达州市水务局部门预算', '目录').scope).toBe('department')
  expect(saidBy('2026年达州市本级部门预算汇编', '目录').scope).toBe('department')
})

test('a table that names no account says less than the headings; one that names its own says more', () => {
  const headings = [paragraph('达州市水务局2023年度部门决算公开说明'), paragraph('一、部门决算收支情况')]
  const kindWith = (title: string, said = headings) => {
    const table = tableOf(
      [
        ['项目', '合计'],
        ['合计', '7.00'],
      ],
      1,
      { title },
    )
    return metadataOf(readBudget([table], []).tables, said).metadata.kind
  }
  expect(kindWith('国有资产占有使用情况表')).toBe('final-accounts')
  expect(kindWith('政府采购情况表', headings.slice(0, 1))).toBe('final-accounts')
  expect(kindWith('2024年部门收支预算总表')).toBe('budget')
})

test('a heading that publishes the budget of a year needs no 部门; one that compares with it, or tells how it was carried out, says nothing', () => {
  expect(saidBy('达州市公安局2025年预算编制说明', '收入预算31000万元。').kind).toBe('budget')
  expect(saidBy('达州市公安局2024年度决算情况说明', '收入决算31000万元。').kind).toBe('final-accounts')
  expect(saidBy('二、与2024年预算相比的情况', '支出31000万元。').kind).toBe('other')
  expect(saidBy('2024年预算执行情况说明', '支出31000万元。').kind).toBe('other')
})

test('without a cover the title says whose the money is, before the titles of tables do', () => {
  const tables = ['单位收支总表', '单位收入总表'].map(title =>
    tableOf(
      [
        ['项目', '预算数'],
        ['教育支出', '1.00'],
      ],
      1,
      { title },
    ),
  )
  const long = '按照关于做好部门预算公开工作的要求，现将本单位预算情况说明如下，并附各表，所有金额均以万元为单位。'.repeat(3)
  const scopeOf = (...lines: readonly string[]) =>
    metadataOf(
      readBudget(tables, []).tables,
      lines.map(line => paragraph(line)),
    ).metadata.scope
  expect(scopeOf('达州市水务局', '2026年部门预算情况说明', '一、单位基本情况', long)).toBe('department')
  expect(scopeOf('达州市水务局', '一、单位基本情况', '2026年部门预算情况说明', long)).toBe('unit')
})

test('what a title tells of a whole place is of its government', () => {
  const of = (title: string) => {
    const { department, regionCode, scope } = saidBy(
      title,
      '“三公”经费财政拨款支出4855万元，比上年减少433万元，下降8.19%，其中公务接待费627万元。',
    )
    return [department, regionCode, scope]
  }
  expect(of('衢江区2016年“三公”经费决算情况')).toEqual([null, '330803', 'government'])
  expect(of('克州2021年“三公”经费预算安排和使用情况')).toEqual([null, '653000', 'government'])
  expect(of('迪庆州州本级2021年度“三公”经费决算支出情况说明')).toEqual([null, '533400', 'government'])
  expect(of('2021年度五华区区级“三公”经费决算情况说明')).toEqual([null, '530102', 'government'])
  expect(of('岳西县2023年县级“三公”经费预算公开')).toEqual([null, '340828', 'government'])
  expect(of('2021年区本级“三公”经费预算汇总情况')).toEqual([null, null, 'government'])
  expect(of('达州市2026年部门预算')).toEqual([null, '511700', 'department'])
  expect(of('达州市水务局2016年“三公”经费决算情况')).toEqual(['达州市水务局', '511700', null])
})

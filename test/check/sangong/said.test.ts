import { expect, test } from 'vitest'
import type { Dataset } from '../../../src/budget/dataset.ts'
import { metadataOf } from '../../../src/budget/document/metadata.ts'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { sangongOf } from '../../../src/check/sangong/sangong.ts'
import { paragraph } from '../../budget/paragraph.ts'
import { tableOf } from '../../budget/table.ts'
import { checksOf, narrated } from '../checked.ts'

/** 三公 of a document without tables, a line each: its measure, with the year where it is another, its figures by part, and what they changed by. */
function saidIn(...lines: readonly string[]) {
  const paragraphs = lines.map(line => paragraph(line))
  const { metadata } = metadataOf([], paragraphs)
  const found = sangongOf({ tables: [], prose: proseFacts(paragraphs), metadata } as unknown as Dataset)
  return found.map(({ measure, year, parts, change, growth }) => [
    year === undefined ? measure : `${measure} ${year}`,
    Object.entries(parts).map(([part, { money }]) => `${part} ${money.value}`),
    change?.money.value ?? null,
    growth,
  ])
}

const BUDGET = '达州市水务局2024年“三公”经费预算情况说明'
const ACCOUNT = '达州市水务局2023年度“三公”经费支出决算情况说明'

test('sentences alone tell the total and the parts that make it up', () => {
  expect(
    saidIn(
      BUDGET,
      '2024年安排“三公”经费预算总额为38万元,较上年减少2万元,下降5%。其中:因公出国(境)费用0万元;公务接待费18万元;公务用车购置及运行维护费20万元(其中:公务用车购置费0万元,公务用车运行维护费20万元)。',
    ),
  ).toEqual([
    [
      'budget',
      ['total 38.00', 'abroad 0.00', 'vehicles 20.00', 'purchase 0.00', 'running 20.00', 'reception 18.00'],
      '-2.00',
      '-5',
    ],
  ])
})

test('parts in numbered paragraphs of their own, after no 其中, are told where they make up the total', () => {
  const told = (...reception: readonly string[]) =>
    saidIn(
      BUDGET,
      '2024年财政拨款“三公”经费预算38万元,比2023年减少2万元。',
      '1.因公出国(境)费用。2024年预算数0万元,与2023年预算数持平。',
      ...reception,
      '3.公务用车购置和运行维护费。2024年预算数20万元,其中:公务用车购置费2024年预算数0万元;公务用车运行维护费2024年预算数20万元。',
    )
  const parts = ['total 38.00', 'abroad 0.00', 'vehicles 20.00', 'purchase 0.00', 'running 20.00', 'reception 18.00']
  expect(told('2.公务接待费。2024年预算数18万元,比2023年预算数20万元减少2万元。')).toEqual([
    ['budget', parts, '-2.00', null],
    ['budget 2023', ['reception 20.00'], null, null],
  ])
  expect(told('2.公务接待费。2024年预算数17万元。')).toEqual([['budget', ['total 38.00'], '-2.00', null]])
  expect(told()).toEqual([['budget', ['total 38.00'], '-2.00', null]])
})

test('parts by short names, told before their total, or only as 购置 and 运行维护 behind vehicles', () => {
  const parts = ['abroad 8.93', 'vehicles 21.84', 'reception 3.22']
  const short = ['公车购置及运行费21.84万元,主要用于公务用车的维修和加油。2024年接待费为3.22万元,出国(境)费为8.93万元。']
  expect(saidIn(BUDGET, '2024年“三公”经费预算数为33.99万元。', ...short)).toEqual([
    ['budget', ['total 33.99', ...parts], null, null],
  ])
  expect(saidIn(BUDGET, ...short, '以上各项合计,2024年“三公”经费共安排33.99万元。')).toEqual([
    ['budget', ['total 33.99', ...parts], null, null],
  ])
  const vehicles = '公务用车购置及运行维护费61.75万元(购置34.89万元、运行维护26.86万元)'
  expect(
    saidIn(BUDGET, `2024年“三公”经费预算63.84万元,其中:因公出国(境)费0.00万元、${vehicles}、公务接待费2.09万元。`),
  ).toEqual([
    [
      'budget',
      ['total 63.84', 'abroad 0.00', 'vehicles 61.75', 'purchase 34.89', 'running 26.86', 'reception 2.09'],
      null,
      null,
    ],
  ])
})

test('of an account the account, and not the budget beside it', () => {
  expect(
    saidIn(
      ACCOUNT,
      '2023年度“三公”经费支出年初预算为42.00万元,支出决算为38.00万元,完成预算的90.48%,其中:因公出国(境)费支出决算为0万元,完成预算的0%;公务用车购置及运行维护费支出年初预算为22.00万元,支出决算为20.00万元;公务接待费支出决算为18.00万元。',
    ),
  ).toEqual([
    ['final', ['total 38.00', 'abroad 0.00', 'vehicles 20.00', 'reception 18.00'], null, null],
    ['budget', ['total 42.00'], null, null],
  ])
})

test('parts that do not make up the total prove nothing: it stands alone where every sentence says the same', () => {
  const spent = '2023年度“三公”经费支出预算为42.00万元,支出决算为38.00万元,完成预算的90.48%。'
  expect(saidIn(ACCOUNT, spent)).toEqual([
    ['final', ['total 38.00'], null, null],
    ['budget', ['total 42.00'], null, null],
  ])
  const once = '2024年“三公”经费预算为38.00万元,其中:公务接待费18.00万元。'
  expect(saidIn(BUDGET, once)).toEqual([['budget', ['total 38.00'], null, null]])
  expect(saidIn(BUDGET, once, '2024年“三公”经费预算为39.00万元。')).toEqual([])
  expect(saidIn(BUDGET, '2023年“三公”经费预算为38.00万元。')).toEqual([['budget 2023', ['total 38.00'], null, null]])
})

test.each(['本年决算数', '2015年度支出'])('a lone column of what was spent is no budget: %s', head => {
  const rows = [
    ['项目', head],
    ['一、支出合计', '9.28'],
    ['1、因公出国（境）费用', ''],
    ['2、公务接待费', '9.28'],
    ['3、公务用车费', ''],
  ]
  const { tables, metadata } = readBudget([tableOf(rows, 1, { title: '2015年度“三公”经费决算情况表' })], [])
  const found = sangongOf({ tables, prose: [], metadata } as unknown as Dataset)
  expect(
    found.map(({ fund, measure, parts }) => [fund, measure, parts.total?.money.value, parts.reception?.money.value]),
  ).toEqual([
    ['general', 'final', '9.28', '9.28'],
    ['all', 'final', '9.28', '9.28'],
  ])
})

test('a blank table leaves the figures to the sentences; one that prints words for them does not', () => {
  const said = '2026年“三公”经费预算数为0.00万元,比2025年预算减少4.00万元。'
  const figures = (...body: readonly string[]) => {
    const rows = [['“三公”经费预算数', '<', '<'], ['合计', '因公出国（境）费', '公务接待费'], body]
    const table = tableOf(rows, 2, { title: '2026年单位“三公”经费和机关运行经费预算表', unit: '万元' })
    const { tables, metadata } = readBudget([table], [])
    const paragraphs = [paragraph(said)]
    const dataset = { tables, prose: proseFacts(paragraphs), metadata: { ...metadata, kind: 'budget', fiscalYear: 2026 } }
    const found = sangongOf(dataset as unknown as Dataset)
    return found.map(({ fund, parts, change }) => [fund, parts.total?.money.value, change?.money.value])
  }
  expect(figures('', '', '')).toEqual([['all', '0.00', '-4.00']])
  expect(figures('见附表', '', '')).toEqual([])
})

test('a part that is not said is none where the others make up the total, however the budget beside it is called', () => {
  expect(saidIn(BUDGET, '2024年“三公”经费预算6.75万元,其中:公务接待费1.35万元,公务用车购置及运行维护费5.40万元。')).toEqual([
    ['budget', ['total 6.75', 'vehicles 5.40', 'reception 1.35'], null, null],
  ])
  expect(
    saidIn(
      ACCOUNT,
      '本部门2023年度“三公”经费支出全年预算数为9.00万元,决算数为7.55万元,完成全年预算的83.89%,决算数较2022年减少0.56万元,其中:',
      '(一)公务接待费支出全年预算数为4.00万元,决算数为2.95万元。',
      '(二)公务用车购置及运行维护费支出4.60万元。',
    ),
  ).toEqual([
    ['final', ['total 7.55', 'vehicles 4.60', 'reception 2.95'], '-0.56', null],
    ['budget', ['total 9.00'], null, null],
  ])
})

test('the total beside its whole budget is that of the account', () => {
  const said = '2022年度“三公”经费全年预算4.00万元,支出决算3.16万元,完成全年预算的79.00%。其中:公务用车运行维护费3.16万元。'
  expect(saidIn('达州市水务局2022年度“三公”经费支出决算情况说明', said)).toEqual([
    ['final', ['total 3.16', 'running 3.16'], null, null],
    ['budget', ['total 4.00'], null, null],
  ])
})

test('a total that is all of one part is that part', () => {
  const total = '2023年度一般公共预算财政拨款“三公”经费支出28万元'
  expect(saidIn(ACCOUNT, `${total},全部为公务用车运行维护费,比上年减少2万元。`)[0]?.[1]).toEqual([
    'total 28.00',
    'running 28.00',
  ])
  expect(saidIn(ACCOUNT, `${total},主要为公务用车运行维护费,比上年减少2万元。`)[0]?.[1]).toEqual(['total 28.00'])
})

test('where a document does not say whether it is a budget the sentence of the total does; where neither does that is not known', () => {
  expect(saidIn('2020年“三公”经费支出说明', '2020年“三公”经费支出431万元,比上年支出433万元减少2万元,下降0.46%。')).toEqual([
    ['final', ['total 431.00'], '-2.00', '-0.46'],
  ])
  expect(
    saidIn(
      '教育局公布2013年三公经费',
      '2013年“三公”经费预算支出共491万元。其中:因公出国(境)费预算135万元;公务用车购置及运行维护费预算247万元;公务接待费预算109万元。',
    ),
  ).toEqual([['budget', ['total 491.00', 'abroad 135.00', 'vehicles 247.00', 'reception 109.00'], null, null]])
  expect(saidIn('去年“三公”经费下降27.3%', '某区2013年“三公”经费总计为4509万元,比2012年减少1697万元。')).toEqual([
    ['unknown', ['total 4509.00'], '-1697.00', null],
  ])
})

test('a total told in all of its parts has them though they do not make it up; one that lacks some has none', () => {
  const told = (parts: string) =>
    saidIn(ACCOUNT, `2023年度“三公”经费合计31.23万元,其中公务接待费1.58万元,${parts}。`).map(([, figures]) => figures)
  expect(told('车辆运行费28.91万元,因公出国(境)费0万元')).toEqual([
    ['total 31.23', 'abroad 0.00', 'running 28.91', 'reception 1.58'],
  ])
  expect(told('车辆运行费28.91万元')).toEqual([['total 31.23']])
})

test('what vehicles are made of is told where their figure is told again', () => {
  expect(
    saidIn(
      ACCOUNT,
      '2023年度“三公”经费支出决算5.48万元,其中公务用车购置及运行费支出决算3.98万元;公务接待费支出决算1.5万元。',
      '(二)公务用车购置及运行费支出3.98万元,其中公务用车购置支出0万元,公务用车运行支出3.98万元。',
    ),
  ).toEqual([['final', ['total 5.48', 'vehicles 3.98', 'purchase 0.00', 'running 3.98', 'reception 1.50'], null, null]])
})

test('parts that differ from the total by rounding make it up', () => {
  const told = (reception: string) =>
    saidIn(ACCOUNT, `2023年度“三公”经费支出决算57.53万元。其中:公务用车运行维护费57.36万元;公务接待费${reception}万元。`)
  expect(told('0.18')).toEqual([['final', ['total 57.53', 'running 57.36', 'reception 0.18'], null, null]])
  expect(told('0.28')).toEqual([['final', ['total 57.53'], null, null]])
})

test('an amount of any name that its parts make up is the total, where 三公 is spoken of', () => {
  const told = (reception: string) =>
    saidIn(
      '龙泉市2018年“三公”经费决算公开',
      `2018年各部门因公出国(境)经费、公务接待费、公车购置费、公车运行费(“三公”经费)决算总额2771万元,比上年下降1.8%。分项情况是:因公出国(境)经费决算120万元;公务接待费决算${reception}万元;公务用车购置及运行费决算1618万元。`,
    )
  expect(told('1033').map(([, parts]) => parts)).toEqual([
    ['total 2771.00', 'abroad 120.00', 'vehicles 1618.00', 'reception 1033.00'],
  ])
  expect(told('1043')).toEqual([])
})

test('an adjusted budget of the sentences is held against the column of adjusted budgets, and no other', () => {
  const items = ['公务用车购置及运行维护费', '公务接待费']
  const rows = (heads: readonly string[], figures: readonly (readonly string[])[]) => [
    ['项目', ...heads],
    ...['合计', ...items].map((name, at) => [name, ...(figures[at] ?? [])]),
  ]
  const all = [
    ['48.24', '40.77', '38.15'],
    ['44.41', '38.28', '36.13'],
    ['3.83', '2.49', '2.02'],
  ]
  const told = (heads: readonly string[], figures: readonly (readonly string[])[]) =>
    checksOf(
      'said-sangong',
      narrated(
        [
          '2022年度财政拨款“三公”经费年初预算数为48.24万元,决算数为38.15万元。',
          '“三公”经费中,公务接待费全年预算数为2.49万元,决算数为2.02万元。',
        ],
        [tableOf(rows(heads, figures), 1, { title: '2022年度财政拨款“三公”经费支出决算表' })],
      ),
    ).map(({ outcome, right }) => [outcome, right.terms[0]?.text])
  expect(told(['年初预算数', '全年预算数', '决算数'], all)).toContainEqual(['holds', '2.49'])
  expect(told(['年初预算数', '全年预算数', '决算数'], all).filter(([outcome]) => outcome === 'broken')).toEqual([])
  expect(
    told(
      ['年初预算数', '决算数'],
      all.map(([first = '', , last = '']) => [first, last]),
    ).filter(([outcome]) => outcome === 'broken'),
  ).toEqual([])
})

test('a sentence that says there is no 三公 tells nothing, in its year and of its office', () => {
  const nil = [['budget', ['total 0'], null, null]]
  for (const line of [
    '七、“三公”经费预算情况2024年本部门无“三公”经费支出,与上年一致。',
    '2024年度我单位没有财政拨款“三公”经费支出。',
    '达州市水务局2024年未安排“三公”经费预算。',
    '市水务局2024年“三公”经费预算为零。',
    '本部门财政拨款安排的“三公”经费未发生支出。',
    '2024年“三公”经费预算数为0。',
  ])
    expect(saidIn(BUDGET, line)).toEqual(nil)
  expect(saidIn(ACCOUNT, '2023年度我部门没有财政拨款“三公”经费支出。')).toEqual([['final', ['total 0'], null, null]])
  for (const line of [
    '本部门没有使用政府性基金预算拨款安排的“三公”经费支出。',
    '本部门无2023年结转的“三公”经费支出和会议费、培训费支出。',
    '2023年本部门无“三公”经费支出。',
    '水利工程管理站没有“三公”经费支出。',
    '本部门无“三公”经费超预算情况。',
    '本部门“三公”经费预算无增减变化。',
    '本部门无此项支出。',
    '本部门没有“三公”经费支出,公务接待费2024年预算数1.80万元。',
  ])
    expect(saidIn(BUDGET, line)).toEqual([])
})

test('under its heading no such expenditure is no 三公', () => {
  expect(saidIn(BUDGET, '七、“三公”经费预算情况说明', '本部门2024年无此项支出。')).toEqual([
    ['budget', ['total 0'], null, null],
  ])
  expect(saidIn(BUDGET, '七、“三公”经费预算情况说明', '此表如无数字则表示本单位无该项支出。')).toEqual([])
  expect(saidIn(BUDGET, '七、“三公”经费预算情况说明', '八、政府性基金预算情况说明', '本部门2024年无此项支出。')).toEqual([])
})

test('beside a table of labels and dashes sentences tell that it is nothing, and no figure that would belong there', () => {
  const table = (cell: string) =>
    tableOf(
      [['项目', '上年预算数', '本年预算数'], ...['合计', '因公出国(境)费', '公务接待费'].map(name => [name, '4.00', cell])],
      1,
      {
        title: '2024年“三公”经费预算表',
      },
    )
  const told = (cell: string, amount: string) =>
    sangongOf(narrated([`2024年“三公”经费预算数为${amount}万元,其中:公务接待费${amount}万元。`], [table(cell)])).map(
      ({ measure, parts }) => [measure, parts.total?.money.fen, parts.reception?.money.fen],
    )
  expect(told('—', '0.00')).toEqual([['budget', 0n, 0n]])
  expect(told('', '0.00')).toEqual([['budget', 0n, 0n]])
  expect(told('—', '2.00')).toEqual([])
  const printed = (cell: string) => sangongOf(narrated([], [table(cell)])).map(({ parts }) => parts.total?.money.fen)
  expect([printed('—'), printed('')]).toEqual([[0n], []])
  const across = (final: string) =>
    tableOf(
      [
        ['预算数', '<', '决算数', '<'],
        ['合计', '公务接待费', '合计', '公务接待费'],
        ['-', '-', final, final],
      ],
      2,
      { title: '2024年度财政拨款“三公”经费支出决算表' },
    )
  const both = (final: string) => sangongOf(narrated([], [across(final)])).map(row => [row.measure, row.parts.total?.money.fen])
  expect(both('-')).toEqual([
    ['budget', 0n],
    ['final', 0n],
  ])
  expect(both('2.00').filter(([measure]) => measure === 'budget')).toEqual([])
  expect(told('3.00', '0.00').map(([, total]) => total)).not.toContain(0n)
})

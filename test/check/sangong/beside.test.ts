import { expect, test } from 'vitest'
import type { Dataset } from '../../../src/budget/dataset.ts'
import { metadataOf } from '../../../src/budget/document/metadata.ts'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { readBudget } from '../../../src/budget/read-budget.ts'
import type { Sangong } from '../../../src/budget/sangong/sangong.ts'
import { sangongOf } from '../../../src/check/sangong/sangong.ts'
import { paragraph } from '../../budget/paragraph.ts'
import { tableOf } from '../../budget/table.ts'

/** A row in short: `final 2022 total 38.00 abroad 0.00`, without the year of the document. */
const short = ({ measure, year, parts }: Sangong): string =>
  [
    measure,
    ...(year === undefined ? [] : [year]),
    ...Object.entries(parts).map(([part, { money }]) => `${part} ${money.value}`),
  ].join(' ')

/** All rows of a document without tables, a line each. */
function rowsOf(...lines: readonly string[]): string[] {
  const paragraphs = lines.map(line => paragraph(line))
  const prose = proseFacts(paragraphs)
  const { metadata } = metadataOf([], paragraphs, { prose })
  return sangongOf({ tables: [], prose, metadata } as unknown as Dataset).map(short)
}

const ACCOUNT = '达州市水务局2023年度“三公”经费支出决算情况说明'

test('the budget that what was spent is a per cent of has a row, part by part', () => {
  expect(
    rowsOf(
      ACCOUNT,
      '2023年度“三公”经费支出决算62.07万元,完成全年预算84.82万元的73.2%。其中:因公出国(境)费支出决算12.02万元,完成预算12.02万元的100%;公务用车运行维护费支出决算27.46万元,完成预算29.6万元的92.8%;公务接待费支出决算22.59万元,完成预算43.2万元的52.3%。',
    ),
  ).toEqual([
    'final total 62.07 abroad 12.02 running 27.46 reception 22.59',
    'budget total 84.82 abroad 12.02 running 29.60 reception 43.20',
  ])
})

test('what is a per cent of a budget was spent, whatever the document is called', () => {
  const said = '2023年“三公”经费支出62.07万元,为年初预算数84.82万元的73.2%,比上年减少1万元。'
  expect(rowsOf('达州市水务局2023年“三公”经费预算公开', said)).toContain('final total 62.07')
  expect(rowsOf('达州市水务局2023年“三公”经费预算公开', said)).toContain('budget total 84.82')
})

test('what is a per cent of the budget of the year before is a budget', () => {
  const title = '达州市水务局2023年“三公”经费预算公开'
  expect(rowsOf(title, '2023年“三公”经费38万元,为上年预算40万元的95%。')).toEqual([
    'budget total 38.00',
    'budget 2022 total 40.00',
  ])
  expect(rowsOf(title, '2023年“三公”经费38万元,为2022年预算的95%。')).toEqual(['budget total 38.00'])
})

test('what amounts are compared with is of the year before, or the budget of their own', () => {
  const [total, parts] = [
    '“三公”经费支出决算30万元,比上年36万元减少6万元,比预算数40万元减少10万元',
    '公务接待费30万元,比上年36万元减少6万元',
  ]
  expect(rowsOf(ACCOUNT, `2023年${total}。其中:${parts}。`)).toEqual([
    'final total 30.00 reception 30.00',
    'budget total 40.00',
    'final 2022 total 36.00 reception 36.00',
  ])
  // The total of the year before alone is that of the row it is compared with.
  expect(rowsOf(ACCOUNT, `2023年${total}。`)).toEqual(['final total 30.00', 'budget total 40.00'])
})

test('a share of another amount is no budget, and a budget of another year none of this one', () => {
  expect(rowsOf(ACCOUNT, '2023年“三公”经费支出决算30万元,占一般公共预算支出3000万元的1%。')).toEqual(['final total 30.00'])
  expect(rowsOf(ACCOUNT, '2023年“三公”经费支出决算30万元,比2024年预算数20万元增加10万元。')).toEqual([
    'final total 30.00',
    'budget 2024 total 20.00',
  ])
})

test('what a document tells of another year in sentences of its own has a row', () => {
  expect(
    rowsOf(
      '达州市2013年“三公”经费预算执行和2014年预算安排情况',
      '2013年“三公”经费财政拨款执行数71万元,其中因公出国(境)费16万元,公务接待费55万元。',
      '2014年“三公”经费财政拨款预算70万元,比2013年预算减少9万元。其中因公出国(境)费19万元,公务接待费51万元。',
    ),
  ).toEqual(['budget total 70.00 abroad 19.00 reception 51.00', 'final 2013 total 71.00 abroad 16.00 reception 55.00'])
})

test('parts that name no year are none of another one', () => {
  expect(rowsOf(ACCOUNT, '2022年“三公”经费支出决算18万元。', '公务接待费支出决算18万元。')).toEqual(['final 2022 total 18.00'])
})

test('parts that a table leaves blank are those of the sentences that tell its total', () => {
  const rows = [
    ['项目', '预算数'],
    ['合计', '3.10'],
    ['因公出国（境）费', '0.00'],
    ['公务接待费', ''],
    ['公务用车购置及运行费', ''],
  ]
  const { tables, metadata } = readBudget([tableOf(rows, 1, { title: '2023年“三公”经费支出预算表', unit: '万元' })], [])
  const told = (total: string) => {
    const prose = proseFacts([
      paragraph(`2023年“三公”经费支出预算${total}万元,其中公务接待费${total}万元,公务用车购置及运行费0万元。`),
    ])
    return sangongOf({ tables, prose, metadata: { ...metadata, kind: 'budget' } } as unknown as Dataset).map(short)
  }
  expect(told('3.1')).toEqual(['budget total 3.10 abroad 0.00', 'budget total 3.10 abroad 0.00 vehicles 0.00 reception 3.10'])
  expect(told('3.2')).toEqual(['budget total 3.10 abroad 0.00', 'budget total 3.10 abroad 0.00'])
})

test('a table that prints the parts of the year before beside has a row of them, planned or spent as its heads say', () => {
  const earlier = (head: string) =>
    sangongOf(
      readBudget(
        [
          tableOf(
            [
              ['项目', head, '2023年预算数', '增减'],
              ['合计', '20.00', '18.00', '-2.00'],
              ['公务接待费', '15.00', '14.00', '-1.00'],
              ['公务用车运行费', '5.00', '4.00', '-1.00'],
            ],
            1,
            { title: '2023年“三公”经费预算表', unit: '万元' },
          ),
        ],
        [],
      ),
    ).map(short)
  expect(earlier('2022年预算数')).toContain('budget 2022 total 20.00 running 5.00 reception 15.00')
  expect(earlier('上年执行数')).toContain('final 2022 total 20.00 running 5.00 reception 15.00')
})

test('beside a table of 三公 whose figures were not understood sentences tell nothing', () => {
  const table = tableOf(
    [
      ['项目', '备注'],
      ['合计', '见附件'],
    ],
    1,
    { title: '2023年“三公”经费预算表' },
  )
  const { tables, metadata } = readBudget([table], [])
  const prose = proseFacts([paragraph('2023年“三公”经费预算20万元,2022年“三公”经费预算30万元。')])
  const kind = tables[0]?.kind
  const found = sangongOf({ tables, prose, metadata: { ...metadata, fiscalYear: 2023, kind: 'budget' } } as unknown as Dataset)
  expect([kind, found]).toEqual(['bud.sangong', []])
})

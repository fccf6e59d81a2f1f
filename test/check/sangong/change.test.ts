import { expect, test } from 'vitest'
import type { Dataset } from '../../../src/budget/dataset.ts'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { measureOf } from '../../../src/check/relations/said/said-sangong.ts'
import { changeOfProse } from '../../../src/check/sangong/change.ts'
import { sangongOf } from '../../../src/check/sangong/sangong.ts'
import { paragraph } from '../../budget/paragraph.ts'
import { tableOf } from '../../budget/table.ts'

/** What a sentence says of the year before, in a document of 2026. */
function changeIn(sentence: string) {
  const prose = proseFacts([paragraph(sentence)])
  const total = prose.find(({ kind }) => kind === 'amount')
  if (total === undefined) throw new Error('no figure')
  const dataset = { prose, metadata: { fiscalYear: 2026 } } as unknown as Dataset
  const { previous, change, growth } = changeOfProse(dataset, total, measureOf(dataset, total.label))
  return [change?.money.value ?? null, growth, ...(previous ? [previous.money.value] : [])]
}

test.each([
  ['2026年“三公”经费预算数为413.68万元,比上年预算数增加14.18万元,增长3.5%。', ['14.18', '3.5']],
  ['2026年“三公”经费预算共186万元,比上年减少0.5万元,下降0.27%。', ['-0.50', '-0.27']],
  ['2026年“三公”经费预算数为67.59万元,比2025年预算减少23.10万元。', ['-23.10', null]],
  ['2026年“三公”经费决算67.59万元,比2026年预算减少23.10万元。', [null, null]],
  ['2026年“三公”经费预算数为67.59万元。', [null, null]],
  ['2026年“三公”经费预算数为7.61万元,2025年预算数为9.23万元,和2025年相比预算减少1.62万元。', ['-1.62', null, '9.23']],
  ['2026年“三公”经费预算数为7.61万元,2024年预算数为9.23万元,和2024年相比预算减少1.62万元。', [null, null]],
  ['2026年“三公”经费预算数为7.61万元,2025年公务接待费为9.23万元。', [null, null]],
  ['2026年“三公”经费支出6万元,年初预算为8万元,比年初预算减少2万元,比上年7万元减少1万元。', ['-1.00', null, '7.00']],
  ['2026年“三公”经费支出6万元,与2025年相比,“三公”经费减少1万元。', ['-1.00', null]],
  ['2026年“三公”经费支出6万元,与年初预算相比,“三公”经费减少1万元。', [null, null]],
  // A growth in 倍 is no per cent.
  ['2026年“三公”经费预算数为67.59万元,比上年增加44.49万元,增长1.9倍。', ['44.49', null]],
])('%s', (sentence, wanted) => {
  expect(changeIn(sentence)).toEqual(wanted)
})

test('the change is told where the total is told again, or in a sentence without it; that of the budget is none of what was spent', () => {
  const changes = (measure: 'budget' | 'final', ...sentences: readonly string[]) => {
    const prose = proseFacts(sentences.map(sentence => paragraph(sentence)))
    const metadata = { fiscalYear: 2026, kind: 'final-accounts', department: null }
    const dataset = { prose, metadata } as unknown as Dataset
    const [total] = prose.filter(({ kind }) => kind === 'amount')
    if (total === undefined) throw new Error('no figure')
    const { previous, change, growth } = changeOfProse(dataset, total, measure)
    return [previous?.money.value ?? null, change?.money.value ?? null, growth]
  }
  const total = '2026年“三公”经费支出决算19.86万元,其中公务接待费0.30万元。'
  expect(
    changes(
      'final',
      total,
      '2026年度“三公”经费财政拨款支出决算数比2025年度减少3.59万元,下降15.31%,其中公务接待费增加0.3万元,增长100%。',
    ),
  ).toEqual([null, '-3.59', '-15.31'])
  expect(changes('final', total, '2026年“三公”经费19.86万元,比2025年23.45万元减少3.59万元。')).toEqual(['23.45', '-3.59', null])
  expect(changes('final', total, '2026年“三公”经费支出预算比2025年减少3.59万元。')).toEqual([null, null, null])
  expect(changes('final', total, '2025年“三公”经费支出决算比2024年减少3.59万元。')).toEqual([null, null, null])
  expect(changes('final', total, '2026年公务接待费支出决算比2025年减少3.59万元。')).toEqual([null, null, null])
})

/** 三公 of two funds by year, as the rows of the document give them: total, year before, change, growth. */
function rowsOf(years: readonly (readonly string[])[]) {
  const head = [
    ['年度', '总计', '<', '公务接待费', '<'],
    ['^', '一般公共预算', '政府性基金预算', '一般公共预算', '政府性基金预算'],
  ]
  const table = tableOf([...head, ...years.map(row => [...row])], 2, { title: '“三公”经费支出表' })
  return sangongOf(readBudget([table], [])).map(({ fund, parts, previous, change, growth }) => [
    fund,
    ...[parts.total, previous, change].map(figure => figure?.money.value ?? null),
    growth,
  ])
}

test('the year before of all funds is that of each of them together, where each prints it', () => {
  const years = [
    ['2025年', '32.44', '1.00', '32.44', '1.00'],
    ['2026年', '66.04', '3.00', '66.04', '3.00'],
  ]
  const change = ['增减变化金额', '33.60', '2.00', '33.60', '2.00']
  expect(rowsOf([...years, change]).at(-1)).toEqual(['all', '69.04', '33.44', '35.60', null])
  const partly = [['2025年', '32.44', '', '32.44', ''], years[1] ?? []]
  expect(rowsOf(partly).at(-1)).toEqual(['all', '69.04', null, null, null])
})

test('parts that stand under what this year adds are those of the same total', () => {
  const head = [
    ['“三公”经费合计', '当年预算', '<', '<', '上年结转', '<', '<'],
    ['^', '小计', '因公出国（境）费', '公务接待费', '小计', '因公出国（境）费', '公务接待费'],
  ]
  const partsOf = (row: readonly string[]) => {
    const table = tableOf([...head, [...row]], 2, { title: '一般公共预算“三公”经费支出表' })
    return sangongOf(readBudget([table], [])).map(({ parts }) => [parts.total, parts.reception].map(part => part?.money.value))
  }
  expect(partsOf(['2.00', '2.00', '0.00', '2.00', '0.00', '0.00', '0.00'])[0]).toEqual(['2.00', '2.00'])
  expect(partsOf(['3.00', '2.00', '0.00', '2.00', '1.00', '0.00', '1.00'])[0]).toEqual(['3.00', undefined])
})

test.each([
  ['小计', '其中：一般公共预算安排数', '备注'],
  ['合计', '财政拨款', '其他资金'],
])('%s beside %s is 三公 of all money', (...heads) => {
  const rows = [
    ['项目', ...heads],
    ['“三公”经费合计', '62.30', '58.30', '4.00'],
    ['因公出国（境）费', '10.00', '10.00', '0.00'],
    ['公务用车购置及运行维护费', '33.10', '29.10', '4.00'],
    ['公务接待费', '19.20', '19.20', '0.00'],
  ].map(row => (heads[2] === '备注' ? row.slice(0, -1) : row))
  const table = tableOf(rows, 1, { title: '“三公”经费预算表' })
  const printed = sangongOf(readBudget([table], [])).map(({ fund, parts }) => [
    fund,
    parts.total?.money.value,
    parts.vehicles?.money.value,
  ])
  expect(printed).toEqual([
    ['general', '58.30', '29.10'],
    ['all', '62.30', '33.10'],
  ])
})

test.each([
  ['58.30', ['58.30', null]],
  ['62.30', [null, '62.30']],
  ['60.00', [null, '60.00']],
])('what a sentence says of %s stands beside the money that it is, else beside all of it', (said, wanted) => {
  const rows = [
    ['项目', '合计', '财政拨款', '其他资金'],
    ['“三公”经费合计', '62.30', '58.30', '4.00'],
    ['公务用车购置及运行维护费', '43.10', '39.10', '4.00'],
    ['公务接待费', '19.20', '19.20', '0.00'],
  ]
  const table = tableOf(rows, 1, { title: '“三公”经费预算表', unit: '万元' })
  const prose = proseFacts([paragraph(`2026年“三公”经费财政拨款预算${said}万元。`)])
  const dataset = { ...readBudget([table], []), prose }
  expect(sangongOf(dataset).map(({ narrative }) => narrative?.money.value ?? null)).toEqual(wanted)
})

import { expect, test } from 'vitest'
import { readBudget } from '../../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { tableOf } from '../../../budget/table.ts'

import { checksOf, narrated, outcomesOf, verdictsSaid } from '../../checked.ts'

test('what is spent of a budget is the account by the budget', () => {
  const said = (percent: string) => [`公务接待费支出预算为9.84万元,支出决算为6.14万元,完成预算的${percent}%。`]
  expect(outcomesOf('completion', said('62.4'))).toEqual(['holds'])
  expect(outcomesOf('completion', said('66.4'))).toEqual(['broken'])
  expect(outcomesOf('completion', ['支出决算6.14万元,与年初预算9.84万元相比,完成年初预算的62.4%。'])).toEqual(['holds'])
  expect(outcomesOf('completion', ['支出决算为6.14万元,完成预算的62.4%。'])).toEqual([])
})

test('a change is the difference to the amount it is compared with, and not to one left out of the comparison', () => {
  expect(outcomesOf('change', ['收入预算100万元,比上年预算90万元增加10万元。'])).toEqual(['holds'])
  expect(outcomesOf('change', ['收入预算100万元,比上年预算90万元增加20万元。'])).toEqual(['broken'])
  expect(outcomesOf('change', ['收入预算100万元,剔除一次性项目3万元后,增加10万元。'])).toEqual([])
})

test('a percentage of a budget that is printed before it is that of what was spent of it', () => {
  const said = (percent: string) => [
    `1-5月,全县完成财政总收入4350万元,占年初预算10000万元的${percent}%,同比下降6.5%。`,
    `其中:税收收入3500万元,增长2.1%,完成预算8000万元的43.8%;非税收入850万元,为调整预算2000万元的42.5%。`,
  ]
  expect(outcomesOf('completion', said('43.5'))).toEqual(['holds', 'holds', 'holds'])
  expect(outcomesOf('completion', said('45.3'))).toEqual(['broken', 'holds', 'holds'])
  expect(outcomesOf('completion', ['税收收入3500万元、非税收入850万元,占预算10000万元的43.5%。'])).toEqual([])
  expect(outcomesOf('completion', ['教育支出3500万元,占一般公共预算10000万元的38.5%。'])).toEqual([])
})

test('a total without a fund is that of the fund whose figure it is', () => {
  const ledger = (title: string, figure: string) =>
    tableOf(
      [
        ['收入', '预算数', '支出', '预算数'],
        ['一、一般公共预算拨款收入', figure, '一、教育支出', figure],
        ['本年收入合计', figure, '本年支出合计', figure],
        ['收入总计', figure, '支出总计', figure],
      ],
      1,
      { title },
    )
  const ledgers = [ledger('部门收支总表', '4,533.57'), ledger('财政拨款收支总表', '4,100.21')]
  const said = (figure: string) => outcomesOf('said', [`收入总计${figure}万元,包括:其他。`], ledgers)
  expect(said('4533.57')).toEqual(['holds'])
  expect(said('4100.21')).toEqual(['holds'])
  expect(said('4100.31')).toEqual(['broken'])
})

test('what was spent on an item is not all that was spent', () => {
  const ledger = tableOf(
    [
      ['收入', '决算数', '支出', '决算数'],
      ['一、一般公共预算财政拨款收入', '800.00', '一、节能环保支出', '800.00'],
      ['本年收入合计', '800.00', '本年支出合计', '800.00'],
      ['总计', '800.00', '总计', '800.00'],
    ],
    1,
    { title: '收入支出决算总表' },
  )
  const said = (words: string) => outcomesOf('said', [words], [ledger])
  expect(said('支出决算为810.00万元。')).toEqual(['broken'])
  expect(
    said('1.节能环保支出(类)污染减排(款)减排专项支出(项)15.00万元,主要用于分类。年初预算为0,支出决算为15.00万元。'),
  ).toEqual([])
})

test('more than the budget was spent where it is more than 100 %', () => {
  const said = (words: string) => [
    `年初预算为9.84万元,支出决算为6.14万元,完成年初预算的62.4%。决算数${words}年初预算数的主要原因是节约。`,
  ]
  expect(outcomesOf('direction', said('小于'))).toEqual(['holds'])
  expect(outcomesOf('direction', said('大于'))).toEqual(['broken'])
})

test('a change is the difference of the two figures it stands between', () => {
  const said = (change: string) => [`2026年收入预算5200.00万元,比2025年5400.00万元${change}万元,下降3.70%。`]
  expect(outcomesOf('change', said('减少200.00'))).toEqual(['holds'])
  expect(outcomesOf('change', said('减少210.00'))).toEqual(['broken'])
  expect(outcomesOf('change', said('增加200.00'))).toEqual(['broken'])
})

test('the same amount does not change by the same figure both ways', () => {
  const said = (words: string) => [
    '收入预算1741.73万元,较上年减少1346.02万元。',
    `支出预算1741.73万元,较上年${words}1346.02万元。`,
  ]
  expect(outcomesOf('direction', said('减少'))).toEqual(['holds'])
  expect(outcomesOf('direction', said('增加'))).toEqual(['broken'])
})

test('an amount told twice changed by one figure: another but for a digit is a doubt, any other may be of other money', () => {
  const said = (change: string) => [
    '财政拨款收入预算6672.00万元,比2025年预算减少1346.02万元。',
    `一般公共预算拨款支出预算6672.00万元,比2025年预算减少${change}万元。`,
  ]
  expect(outcomesOf('repeated-change', said('1346.02'))).toEqual(['holds'])
  expect(outcomesOf('repeated-change', said('1346.52'))).toEqual(['broken'])
  expect(outcomesOf('repeated-change', said('1246.59'))).toEqual(['not-evaluable'])
  const verdicts = checkDataset(narrated(said('1346.52'))).checks.map(({ verdict }) => verdict)
  expect(verdicts.filter(verdict => verdict !== 'not-evaluable')).toEqual(['unexplained'])
})

test('what is spent is told again with a change that is another: a doubt, where each change is told with its amount', () => {
  const said = (change: string, of = '支出') => [
    '收入预算2796.14万元,比上年增加129.07万元。',
    '支出预算2796.14万元,比上年增加129.07万元。',
    `一般公共预算拨款${of}2796.14万元${change}。`,
  ]
  expect(outcomesOf('repeated-change', said(',比上年增加129.07万元'))).toEqual(['holds', 'holds'])
  expect(outcomesOf('repeated-change', said(',比上年增加166.68万元'))).toEqual(['holds', 'broken'])
  expect(outcomesOf('repeated-change', said('。比上年增加166.68万元'))).toEqual(['holds', 'not-evaluable'])
  expect(outcomesOf('repeated-change', said(',比上年增加166.68万元', '收入'))).toEqual(['holds', 'not-evaluable'])
  const verdicts = checkDataset(narrated(said(',比上年增加166.68万元'))).checks.map(({ verdict }) => verdict)
  expect(verdicts.filter(verdict => !['holds', 'not-evaluable'].includes(verdict))).toEqual(['unexplained'])
})

test('round amounts, and changes of few digits, are the same by chance', () => {
  const said = (amount: string, change: string) => [
    `“三公”经费支出预算${amount}万元,比上年预算减少60.00万元。`,
    `公务接待费预算支出${amount}万元,比上年预算减少${change}万元。`,
  ]
  expect(outcomesOf('repeated-change', said('8.00', '70.00'))).toEqual([])
  expect(outcomesOf('repeated-change', said('15.25', '70.00'))).toEqual(['not-evaluable'])
})

test('changes of 三公 are those of its table', () => {
  const table = tableOf(
    [
      ['项目', '2025年预算数', '2026年预算数'],
      ['合计', '8.00', '10.00'],
      ['因公出国（境）费', '3.00', '4.00'],
      ['公务接待费', '2.00', '1.50'],
      ['公务用车购置及运行费', '3.00', '4.50'],
    ],
    1,
    { title: '2026年一般公共预算“三公”经费支出表' },
  )
  const of = (sentence: string) => outcomesOf('sangong-change', [sentence], [table])
  expect(of('公务接待费1.50万元,比上年预算减少0.50万元,下降25%。')).toEqual(['holds'])
  expect(of('公务接待费1.50万元,比上年预算减少0.70万元,下降25%。')).toEqual(['broken'])
  expect(of('(二)公务接待费较2025年预算下降25%。')).toEqual(['holds'])
  expect(of('(二)公务接待费较2025年预算增长25%。')).toEqual(['broken'])
  expect(of('某中心公务接待费0.50万元,比上年预算减少0.70万元。')).toEqual([])
  const fresh = tableOf(
    [
      ['项目', '2025年预算数', '2026年预算数'],
      ['公务接待费', '0.00', '1.50'],
    ],
    1,
    { title: '2026年一般公共预算“三公”经费支出表' },
  )
  expect(outcomesOf('sangong-change', ['(二)公务接待费较2025年预算增长100%。'], [fresh])).toEqual([])
  // What it prints is no change since another year.
  expect(of('公务接待费1.50万元,比2019年预算减少0.70万元,下降35%。')).toEqual([])
})

test('last year’s 三公 of a sentence is the one that the table prints for that year, where both tell the budget', () => {
  const table = (head: string) =>
    tableOf(
      [
        ['项目', head, '2026年预算数'],
        ['“三公”经费合计', '8.00', '10.00'],
        ['因公出国（境）费', '3.00', '4.00'],
        ['公务接待费', '2.00', '1.50'],
        ['公务用车购置及运行费', '3.00', '4.50'],
      ],
      1,
      { title: '2026年一般公共预算“三公”经费支出表' },
    )
  const of = (sentence: string, head = '2025年预算数') => outcomesOf('sangong-previous', [sentence], [table(head)])
  const said = (last: string) => `2026年“三公经费”预算数为10.00万元,2025年预算数为${last}万元,和2025年相比增加2.00万元。`
  expect(of(said('8.00'))).toEqual(['holds'])
  expect(of(said('8.80'))).toEqual(['broken'])
  expect(of(said('8.80'), '上年执行数')).toEqual([])
  expect(outcomesOf('said-sangong', ['2026年“三公经费”预算数为10.05万元。'], [table('2025年预算数')])).toEqual(['broken'])
})

test('a second change of one part of 三公 may be of the next, whose clause was not read', () => {
  const table = tableOf(
    [
      ['项目', '2025年预算数', '2026年预算数'],
      ['合计', '101.20', '41.25'],
      ['公务接待费', '4.00', '4.00'],
      ['公务用车购置费', '54.00', '15.20'],
      ['公务用车运行费', '43.20', '22.05'],
    ],
    1,
    { title: '一般公共预算“三公”经费支出表' },
  )
  const verdictsOf = (sentence: string) =>
    checkDataset(narrated([sentence], [table])).checks.flatMap(({ identity, outcome, verdict }) =>
      identity === 'N20' && outcome === 'broken' ? [verdict] : [],
    )
  const said = '公务用车购置费15.20万元,比上年预算减少38.80万元,主要原因是不再购车'
  expect(verdictsOf(`${said};公务用车运行费22.05万元,比上年预算减少21.15万元。`)).toEqual([])
  expect(verdictsOf(`${said};比上年预算减少21.15万元。`)).toEqual(['unexplained'])
})

test('a cut of other money that pays for a rise is no second word about the rise', () => {
  const cut = '会议费预算支出1305.25万元,本年数小于上年预算数403.75万元,原因是从会议费预算中调减403.75万元用于培训费。'
  const rise = '培训费预算支出403.75万元,比上年预算增加403.75万元,原因是从会议费预算中调减403.75万元用于培训费。'
  expect(outcomesOf('direction', [cut, rise])).toEqual([])
})

test('a list that stays below its sum may leave something out; what is above it does not add up', () => {
  const list = (whole: string) => [
    `当年一般公共预算支出${whole}万元,其中:(1)行政运行(2010601)4702.02万元;(2)事业运行(2010650)451.88万元;(3)住房公积金(2210201)563.40万元。`,
  ]
  expect(outcomesOf('told-parts', list('5717.30'))).toEqual(['holds'])
  expect(outcomesOf('told-parts', list('5893.30'))).toEqual(['not-evaluable'])
  expect(verdictsSaid(...list('5817.30'))).toEqual(['unexplained'])
  expect(outcomesOf('told-parts', list('5617.30'))).toEqual(['broken'])
})

/** The fund table of final accounts whose heads of 本年支出 stand beside its total. */
const FUND_TABLE = tableOf(
  [
    ['项目', '<', '年初结转和结余', '本年收入', '本年支出', '<', '<', '年末结转和结余'],
    ['功能分类科目编码', '科目名称', '^', '^', '', '', '', '^'],
    ['合计', '<', '', '80.00', '合计', '基本支出', '项目支出', ''],
    ['212', '城乡社区支出', '', '80.00', '80.00', '', '80.00', ''],
    ['21208', '国有土地使用权出让收入安排的支出', '', '80.00', '80.00', '', '80.00', ''],
    ['2120803', '城市建设支出', '', '80.00', '80.00', '', '80.00', ''],
  ],
  2,
  { title: '政府性基金预算财政拨款收入支出决算表' },
)

test('an item under the heading of a fund is that of the table of the fund', () => {
  const { tables } = readBudget([FUND_TABLE], [])
  expect(tables[0]?.columns.slice(4, 7).map(({ key }) => key)).toEqual(['expense', 'expense.basic', 'expense.project'])
  const item = (figure: string) =>
    `1.城乡社区支出(类)国有土地使用权出让收入安排的支出(款)城市建设支出(项)${figure}万元,主要用于道路。支出决算为${figure}万元。`
  const said = (heading: string, figure: string) => outcomesOf('said-item', [heading, item(figure)], [FUND_TABLE])
  expect(said('八、政府性基金预算财政拨款收入支出决算情况说明', '80.00')).toEqual(['holds', 'holds'])
  expect(said('八、政府性基金预算财政拨款收入支出决算情况说明', '90.00')).toEqual(['broken', 'broken'])
  expect(said('五、一般公共预算财政拨款支出决算情况说明', '90.00')).toEqual([])
})

test('the change of a whole is the sum of the changes of all its parts', () => {
  const said = (whole: string, fund = '比2025年预算增加300.00万元') => [
    `支出预算900.00万元,其中:财政拨款支出预算900.00万元,比2025年预算${whole}万元。`,
    `财政拨款支出预算中,一般公共预算拨款支出预算500.00万元,比2025年预算减少50.00万元;政府性基金拨款支出预算400.00万元,${fund};国有资本经营预算拨款支出预算0万元,与2025年预算持平。`,
  ]
  expect(outcomesOf('change-sum', said('增加250.00'))).toEqual(['holds'])
  expect(outcomesOf('change-sum', said('增加270.00'))).toEqual(['broken'])
  expect(outcomesOf('change-sum', said('减少250.00'))).toEqual(['broken'])
  expect(outcomesOf('change-sum', said('增加270.00', '其他'))).toEqual([])
})

test('the change of 三公 is the sum of those of its items also where purchase and running of vehicles are told apart', () => {
  const said = (whole: string) => [
    `2026年“三公”经费预算20.00万元,比上年减少${whole}万元。`,
    '其中:因公出国(境)费1.00万元,比上年减少0.50万元;公务接待费4.00万元,比上年减少1.00万元;公务用车购置费0万元,比上年减少8.00万元;公务用车运行维护费15.00万元,比上年增加2.50万元。',
  ]
  expect(outcomesOf('change-sum', said('7.00'))).toEqual(['holds'])
  expect(outcomesOf('change-sum', said('9.00'))).toEqual(['broken'])
})

test('an account is compared with what was reported of its own year before it was settled', () => {
  const said = (kind: 'budget' | 'final-accounts', words: string) => {
    const dataset = narrated([words])
    return checksOf('year', { ...dataset, metadata: { ...dataset.metadata, fiscalYear: 2023, kind } }).map(
      ({ outcome }) => outcome,
    )
  }
  const words = '债务还本支出与2023年执行数相比增加133万元。'
  expect(said('final-accounts', words)).toEqual([])
  expect(said('budget', words)).toEqual(['broken'])
  expect(said('final-accounts', '支出比2023年增加133万元。')).toEqual(['broken'])
})

test('a figure in brackets behind what is compared with is that of it, with the year named again', () => {
  const said = (change: string) => `委托业务费预算为2196.52万元,比上年预算(注:上年3468.18万元)减少${change}万元,下降36.67%。`
  expect(outcomesOf('change', [said('1271.66')])).toEqual(['holds'])
  expect(outcomesOf('change', [said('1277.66')])).toEqual(['broken'])
  expect(outcomesOf('growth', [said('1271.66')])).toEqual(['holds'])
})

test('final accounts that print the budget beside what was spent are about what was spent', () => {
  const account = tableOf(
    [
      ['收入', '年初预算数', '决算数', '支出', '年初预算数', '决算数'],
      ['一、一般公共预算财政拨款收入', '700.00', '797.00', '一、节能环保支出', '700.00', '798.00'],
      ['本年收入合计', '700.00', '797.00', '本年支出合计', '700.00', '798.00'],
      ['年初结转和结余', '0.00', '3.00', '年末结转和结余', '0.00', '2.00'],
      ['总计', '700.00', '800.00', '总计', '700.00', '800.00'],
    ],
    1,
    { title: '收入支出决算总表' },
  )
  const spent = tableOf(
    [
      ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
      ['211', '节能环保支出', '798.00', '500.00', '298.00'],
      ['', '合计', '798.00', '500.00', '298.00'],
    ],
    1,
    { title: '支出决算表' },
  )
  const said = (figure: string) => outcomesOf('said', [`2023年度支出总计${figure}万元。`], [account, spent])
  expect(said('800.00')).toEqual(['holds'])
  expect(said('798.00')).toEqual(['holds'])
  expect(said('790.00')).toEqual(['broken'])
})

test('items of one of two departments in a file are those of the table that they repeat', () => {
  const spent = (rows: readonly (readonly [code: string, name: string, figure: string])[]) =>
    tableOf(
      [
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ...rows.map(([code, name, figure]) => [code, name, figure, figure, '']),
      ],
      1,
      { title: '一般公共预算支出表' },
    )
  const own = [
    ['2070104', '图书馆', '400.76'],
    ['2070109', '群众文化', '272.87'],
    ['2070111', '文化创作与保护', '448.32'],
    ['2210201', '住房公积金', '61.53'],
  ] as const
  const other = [
    ['2070104', '图书馆', '93.18'],
    ['2070109', '群众文化', '57.46'],
    ['2070111', '文化创作与保护', '18.95'],
    ['2210201', '住房公积金', '35.64'],
  ] as const
  const said = (figure: string) => [
    '(一)一般公共预算支出具体使用情况',
    '1.图书馆(2070104)400.76万元,主要用于日常运转。',
    '2.群众文化(2070109)272.87万元,主要用于日常运转。',
    `3.文化创作与保护(2070111)${figure}万元,主要用于日常运转。`,
    '4.住房公积金(2210201)61.53万元,主要用于缴存。',
  ]
  const tables = [spent(own), spent(other)]
  expect(outcomesOf('said-item', said('448.32'), tables)).toEqual(['holds', 'holds', 'holds', 'holds'])
  expect(outcomesOf('said-item', said('449.32'), tables)).toEqual(['holds', 'holds', 'broken', 'holds'])
  expect(outcomesOf('said-item', said('18.95'), tables)).toEqual(['holds', 'holds', 'holds'])
  // Which of two equal tables is meant, nothing tells.
  expect(outcomesOf('said-item', said('449.32'), [spent(own), spent(own)])).toEqual([])
})

test('a change behind what an amount was and came to is their difference, but not one from something else', () => {
  const said = (change: string) => [`一般公共预算拨款收入由上年的7133.18万元调整为6980.46万元,${change}万元。`]
  expect(outcomesOf('change', said('减少152.72'))).toEqual(['holds'])
  expect(outcomesOf('change', said('减少182.72'))).toEqual(['broken'])
  expect(outcomesOf('change', said('较年初预算减少182.72'))).toEqual([])
})

test('a per cent of a budget that its sentence tells alone is of what was spent before; where it is not, a doubt', () => {
  const said = (percent: string) => [
    `一般公共预算财政拨款支出486.90万元,占本年支出合计的100.00%。与年初预算相比,年初预算数470.00万元,完成年初预算的${percent}%。`,
  ]
  expect(outcomesOf('completion', said('103.60'))).toEqual(['holds'])
  expect(outcomesOf('completion', said('98.60'))).toEqual(['broken'])
  expect(verdictsSaid(...said('98.60'))).toEqual(['unexplained'])
})

test('a change by a measure of its own is not the sum of changes by another', () => {
  const said = (measure: string) =>
    verdictsSaid(
      `三公经费决算支出1165.08万元,${measure}减少63.96万元。其中:公务用车购置费支出204.78万元,同比减少54.20万元;公务用车运行维护费支出664.60万元,同比增加53.81万元;公务接待费支出295.70万元,同比减少60.14万元。`,
    )
  expect(said('按同口径同比')).toEqual([])
  expect(said('同比')).not.toEqual([])
})

test('changes since two times, or since what was planned and what was spent, are no parts of one another', () => {
  const said = (base: string, change = '减少9.00') =>
    `2023年“三公”经费支出决算20.00万元,比2022年决算增加9.50万元;比${base}${change}万元。其中:因公出国(境)费1.00万元,比2022年决算增加0.50万元;公务用车购置及运行维护费15.00万元,比2022年决算增加8.00万元;公务接待费4.00万元,比2022年决算增加1.00万元。`
  expect(verdictsSaid(said('2019年决算'))).toEqual([])
  expect(verdictsSaid(said('2022年预算'))).toEqual([])
  expect(verdictsSaid(said('2022年决算'))).not.toEqual([])
  expect(outcomesOf('change-sum', [said('2019年决算')])).toEqual(['holds'])
  // Of an amount told again a change since another year is another one.
  const again = (base: string) => [
    '2023年支出决算4821.37万元,比2022年增加350.00万元。',
    `2023年财政拨款支出决算4821.37万元,比${base}增加356.00万元。`,
  ]
  expect(outcomesOf('repeated-change', again('2022年'))).not.toEqual([])
  expect(outcomesOf('repeated-change', again('2019年'))).toEqual([])
})

test('a change behind an amount of last year is that from it to the amount of the same name before it', () => {
  const said = (change: string) => [`预算数72.55万元,决算数58.46万元,执行率80.58%;上年决算数66.56万元,本年${change}万元。`]
  expect(outcomesOf('change', said('减少8.10'))).toEqual(['holds'])
  expect(outcomesOf('change', said('增加8.10'))).toEqual(['broken'])
  expect(outcomesOf('change', said('较年初预算减少8.10'))).toEqual([])
})

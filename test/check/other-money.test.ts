import { expect, test } from 'vitest'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { tableOf } from '../budget/table.ts'
import { narrated } from './checked.ts'

const LEDGER = tableOf(
  [
    ['收入', '预算数', '支出', '预算数'],
    ['财政拨款收入', '1,248.50', '一般公共服务支出', '1,298.50'],
    ['本年收入合计', '1,248.50', '本年支出合计', '1,298.50'],
    ['上年结转', '100.00', '结转下年', '50.00'],
    ['收入总计', '1,348.50', '支出总计', '1,348.50'],
  ],
  1,
  { title: '2024年部门收支总表' },
)
const FUND = tableOf(
  [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['212', '城乡社区支出', '400.00', '', '400.00'],
    ['', '合计', '400.00', '', '400.00'],
  ],
  1,
  { title: '2024年政府性基金预算支出表' },
)

/** Identities of which a document of some tables and sentences is said to contradict itself. */
function claims(sentences: readonly string[], title = '2024年部门收支总表', tables = [{ ...LEDGER, title }, FUND]): string[] {
  return checkDataset(narrated(sentences, tables)).findings.flatMap(({ verdict, identities = [] }) =>
    verdict === 'published-inconsistency' ? [...identities] : [],
  )
}

test('a change that says whose it is is not one of the amount before it', () => {
  const said = (change: string) => [
    '2024年项目支出540.00万元。',
    `2024年支出预算1860.00万元,比上年预算增加66.00万元,其中项目支出增加${change}万元,增长6.93%。`,
  ]
  expect(claims(said('35.00'))).toEqual([])
  expect(claims(said('45.00'))).toEqual(['N4'])
  expect(claims(['2024年支出预算1860.00万元,增加66.00万元,主要是人员增加,其中工资增加40.00万元,增长12.50%。'])).toEqual([])
  expect(claims(['2024年支出预算1860.00万元,支出增加66.00万元,增长3.98%。'])).toEqual(['N4'])
})

test('the budget that an account is a percentage of is not what is compared with another year', () => {
  const said = (change: string) => [
    `2024年三公经费支出决算18.60万元,完成年初预算20.00万元的93.00%,完成调整预算19.00万元的97.89%,比2023年决算数19.50万元减少${change}万元。`,
  ]
  expect(claims(said('0.90'))).toEqual([])
  expect(claims(said('0.80'))).toEqual(['N18'])
})

test('a budget is what it is a percentage of however long its words name who approved it', () => {
  const said = (change: string) => [
    `全县一般公共预算收入37,730万元,为县人民代表大会批准全县全年预算46,908万元的80.43%,比上年同期35,285万元增收${change}万元,增长6.9%。`,
  ]
  expect(claims(said('2,445'))).toEqual([])
  expect(claims(said('2,745'))).toContain('N18')
})

test('an account may be compared with the budget of its own year, and a budget with the limit it was given', () => {
  const account = '2024年度收入支出决算总表'
  expect(claims(['2024年支出决算18.60万元,比2024年预算数20.00万元减少1.40万元。'], account)).toEqual([])
  expect(claims(['2024年支出决算18.60万元,比2024年减少1.40万元。'], account)).toEqual(['N6'])
  expect(claims(['2024年预算5000.00万元,与2024年年初控制数5100.00万元相比减少100.00万元。'])).toEqual([])
  expect(claims(['2024年预算5000.00万元,与2024年预算相比减少100.00万元。'])).toEqual(['N6'])
})

test('an account that tells of the next year as well may compare that with its own', () => {
  const account = '2024年度收入支出决算总表'
  expect(claims(['与2024年决算数相比,2025年预算安排增加1.40万元。'], account)).toEqual([])
  expect(claims(['2025年“三公”经费预算20.00万元。', '与2024年决算数相比增加1.40万元,其他没有变化。'], account)).toEqual([])
})

test('what is carried over may be left out of the parts of a total', () => {
  const said = (project: string) => [`2024年度支出合计1348.50万元,其中基本支出1000.00万元、项目支出${project}万元。`]
  expect(claims(said('298.50'))).toEqual([])
  expect(claims(said('288.50'))).toEqual(['N10'])
})

test('a part that a sentence tells beside money carried over leaves that out, where a table may hold it', () => {
  const income = tableOf(
    [
      ['收入项目', '金额', '占比'],
      ['一般公共预算拨款收入', '1,448.50', '96.66%'],
      ['事业收入', '50.00', '3.34%'],
      ['合计', '1,498.50', '100.00%'],
    ],
    1,
    { title: '2024年收入预算表' },
  )
  const said = (carried: string, granted: string) => [
    `2024年收入预算1498.50万元,其中:上年结转${carried}万元;一般公共预算拨款收入${granted}万元;事业收入50.00万元。`,
  ]
  expect(claims(said('100.00', '1348.50'), '2024年部门收支总表', [income])).toEqual([])
  expect(
    claims(
      said('100.00', '1348.50').map(text => text.replace('上年结转', '其他收入')),
      '',
      [income],
    ),
  ).toEqual(['N2'])
})

test('all money of the year is more than what was spent by what is left at its end, told in the next sentence', () => {
  const spent = tableOf(
    [
      ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
      ['208', '社会保障和就业支出', '4,816.41', '4,000.00', '816.41'],
      ['', '合计', '4,816.41', '4,000.00', '816.41'],
    ],
    1,
    { title: '2024年度支出决算表' },
  )
  const said = (left: string) => [
    '2024年度收入总计4818.41万元,支出总计4818.41万元。',
    `其中:本年支出合计4816.41万元,${left}2.00万元。`,
  ]
  expect(claims(said('年末结转和结余'), '', [spent])).toEqual([])
  expect(claims(said('项目尾款'), '', [spent])).toEqual(['N2'])
  // … or by a table of which nobody knows whose it is
  const other = tableOf(
    [
      ['馆名', '金额'],
      ['乙馆', '4,818.41'],
    ],
    1,
    { title: '各馆情况' },
  )
  expect(claims(said('项目尾款'), '', [spent, { ...other, id: 'p9-1' }])).toEqual([])
})

test('prices of a piece are added to nothing, and leave the sums of their row to be tried', () => {
  const bought = (chairs: string) =>
    tableOf(
      [
        ['项目名称', '数量', '单价（元）', '金额（元）', '一般公共预算', '其他资金'],
        ['办公桌', '12', '1,310', '15,720', '15,720', '—'],
        ['办公椅', '30', '470', chairs, '—', '14,100'],
        ['打印机', '7', '2,230', '15,610', '15,610', '—'],
        ['空调机', '9', '4,180', '37,620', '30,000', '7,620'],
        ['合计', '—', '—', '83,050', '61,330', '21,720'],
      ],
      1,
      { title: '政府采购预算表', unit: '元' },
    )
  const found = (chairs: string) =>
    checkDataset(narrated([], [bought(chairs)]))
      .checks.filter(({ outcome }) => outcome === 'broken')
      .map(({ identity }) => identity)
  expect(found('14,100')).toEqual([])
  expect(found('16,100').sort()).toEqual(['BPa', 'BPb'])
})

test('what is spent on each head is added to nothing', () => {
  const table = tableOf(
    [
      ['单位名称', '生均公用经费（元）', '公用经费（元）'],
      ['城关小学', '4,000.00', '40,000.00'],
      ['东河小学', '5,000.00', '60,000.00'],
      ['柳林小学', '6,250.00', '25,000.00'],
      ['合计', '4,807.69', '125,000.00'],
    ],
    1,
    { title: '公用经费安排表', unit: '元' },
  )
  const { checks } = checkDataset(narrated([], [table]))
  expect(checks.filter(({ outcome }) => outcome === 'broken')).toEqual([])
  expect(checks.filter(({ outcome }) => outcome === 'holds').map(({ identity }) => identity)).toEqual(['T1c'])
})

test('none of a part of a fund is no word about the whole fund, nor is that of another office', () => {
  expect(claims(['2024年没有政府性基金预算安排的“三公”经费。'])).toEqual([])
  expect(claims(['社区服务中心没有政府性基金预算安排的支出。'])).toEqual([])
  expect(claims(['2024年没有政府性基金预算安排的支出。'])).toEqual(['N15'])
  expect(claims(['本部门2024年无政府性基金预算支出。'])).toEqual(['N15'])
})

test('a table that is said to be empty is not contradicted by rows of another table below it', () => {
  const none = ['2024年没有政府性基金预算安排的支出。']
  const holding = (code: string, heading = '') =>
    tableOf(
      [
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ...(heading === '' ? [] : [[heading, '', '', '', '']]),
        [code, '街灯维护', '400.00', '', '400.00'],
        ['', '合计', '400.00', '', '400.00'],
      ],
      1,
      { title: '2024年政府性基金预算支出表' },
    )
  const title = '2024年部门收支总表'
  expect(claims(none, title, [LEDGER, holding('223')])).toEqual([])
  expect(claims(none, title, [LEDGER, holding('212')])).toEqual(['N15'])
  expect(claims(none, title, [LEDGER, holding('1')])).toEqual([])
  expect(claims(none, title, [LEDGER, holding('212', '附件9：部门项目支出汇总表')])).toEqual([])
  const { checks } = checkDataset(narrated(none, [LEDGER, holding('1')]))
  expect(checks.filter(({ identity }) => identity === 'N15').map(({ verdict }) => verdict)).toEqual(['extraction-suspect'])
})

test('percentages on another basis are told of where the document speaks of one', () => {
  const rows = [
    ['项目', '2024年', '2023年', '增长%'],
    ['增值税', '3200.00', '3000.00', '6.67'],
    ['企业所得税', '1500.00', '1420.00', '5.63'],
    ['个人所得税', '420.00', '400.00', '5.00'],
    ['房产税', '310.00', '300.00', '3.33'],
    ['契税', '480.00', '530.00', '-9.43'],
    ['合计', '5910.00', '5650.00', '7.36'],
  ]
  const table = tableOf(rows, 1, { title: '收入完成表', regions: [{ page: 3, box: [0, 0, 500, 500] }] })
  expect(claims([], '', [table])).toEqual(['T2'])
  expect(claims(['注:合计增幅为剔除留抵退税因素后的同口径增幅。'], '', [table])).toEqual([])
})

test('a total of all money is no contradiction to that of one fund where its own is not printed', () => {
  const fiscal = tableOf(
    [
      ['收入', '预算数', '支出', '预算数'],
      ['一、一般公共预算拨款', '1,200.00', '一、教育支出', '1,200.00'],
      ['收入总计', '1,200.00', '支出总计', '1,200.00'],
    ],
    1,
    { title: '2024年财政拨款收支总表' },
  )
  expect(claims(['2024年收支总预算1348.50万元。'], '', [fiscal])).toEqual([])
})

test('an amount that is another’s but for a digit is told, and nobody is accused where its name may mean other money', () => {
  const projects = tableOf(
    [
      ['项目名称', '合计', '财政拨款', '单位资金'],
      ['农村公路养护', '630.00', '630.00', ''],
      ['桥梁检测', '638.40', '492.00', '146.40'],
      ['合计', '1,268.40', '1,122.00', '146.40'],
    ],
    1,
    { title: '项目支出预算表' },
  )
  const told = (...sentences: readonly string[]): string[] =>
    checkDataset(narrated(sentences, [projects])).findings.flatMap(({ verdict, identities = [] }) =>
      identities.map(identity => `${identity} ${verdict}`),
    )
  expect(told('2024年项目支出预算1268.40万元。')).toEqual([])
  expect(told('2024年项目支出预算1286.40万元。')).toEqual(['N2p unexplained'])
  expect(told('2024年项目支出预算1268.40万元。', '部门项目支出1286.40万元(含上年结转18.00万元)。')).toEqual([
    'N2p unexplained',
    'N26 unexplained',
  ])
  expect(told('2024年项目支出预算1150.00万元。')).toEqual([])
})

test('an amount told again under its name is told where few digits differ, however its row is numbered, and not where one sentence tells both', () => {
  const staff = tableOf(
    [
      ['项目名称', '合计', '财政拨款'],
      ['一、临聘人员经费', '16.56', '16.56'],
      ['二、宣传活动', '132.40', '132.40'],
      ['合计', '148.96', '148.96'],
    ],
    1,
    { title: '项目支出预算表' },
  )
  const told = (...sentences: readonly string[]): string[] =>
    checkDataset(narrated(sentences, [staff])).findings.flatMap(({ verdict, identities = [] }) =>
      identities.map(identity => `${identity} ${verdict}`),
    )
  expect(told('对个人和家庭的补助支出27.80万元。', '对个人和家庭补助27.80万元。', '临聘人员经费16.56万元。')).toEqual([])
  expect(told('对个人和家庭的补助支出27.80万元。', '对个人和家庭补助24.80万元。')).toEqual(['N26 unexplained'])
  expect(told('临聘人员经费15.56万元。')).toEqual(['N26 unexplained'])
  // With what the table prints the amounts of the sentence add up.
  const whole = (amount: string) => `专项业务预算${amount}万元,巡查116万元,接待30万元,宣传活动133.40万元。`
  expect(told(whole('279.40'))).toEqual(['N26 unexplained'])
  expect(told(whole('278.40'))).toEqual(['N26 published-inconsistency', 'N27 published-inconsistency'])
  expect(told(whole('268.40'))).toEqual(['N26 unexplained'])
  expect(told('货物采购901.00万元;一般公共预算拨款采购550.00万元,货物采购501.00万元。')).toEqual([])
})

test('a difference that is one of a few amounts told elsewhere may be a part; among hundreds of round ones it is met by chance', () => {
  const told = (...amounts: readonly string[]) => amounts.map(amount => `维修经费${amount}万元。`)
  const sum = '2024年支出预算2580.00万元,其中:基本支出1480.00万元,项目支出1030.00万元。'
  const round = Array.from({ length: 90 }, (_, at) => `${at + 1}.00`)
  expect(claims([sum])).toEqual(['N10'])
  expect(claims([sum, ...told('70.00')])).toEqual([])
  expect(claims([sum, ...told(...round)])).toEqual(['N10'])
  expect(claims([sum.replace('1030.00', '1052.37'), ...told(...round, '47.63')])).toEqual([])
})

test('a total of one side is this year’s and what is carried over, where a sentence tells it in no other parts', () => {
  const said = (left: string) => [
    '2023年度收入总计2420.50万元,其中:本年收入2300.00万元,年初结转和结余120.50万元。',
    `2023年度支出总计2420.50万元,其中:本年支出2280.50万元,${left}万元。`,
  ]
  expect(claims(said('年末结转和结余140.00'))).toEqual([])
  expect(claims(said('年末结转和结余150.00'))).toEqual(['N10e'])
  expect(claims(said('年末结转和结余117.38'))).toEqual([])
  expect(claims(said('结余分配9.50万元,年末结转和结余130.50'))).toEqual([])
})

test('two tables whose totals cannot be read may not tell of the same money', () => {
  const table = (title: string, total: string, education: string) =>
    tableOf(
      [
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['205', '教育支出', education, '', education],
        ['208', '社会保障和就业支出', '214.97', '214.97', ''],
        ['210', '卫生健康支出', '569.59', '569.59', ''],
        ['213', '农林水支出', '400.63', '', '400.63'],
        ['221', '住房保障支出', '755.30', '755.30', ''],
        ['', '合计', total, '1,539.86', total],
      ],
      1,
      { title, id: title },
    )
  const spent = (total: string) =>
    claims([], '', [table('部门支出总表', total, '770.98'), table('一般公共预算支出表', total, '747.76')])
  expect(spent('2,711.')).toEqual([])
})

test('三公 of a part of the office is not held against that of the whole, in its table or told before', () => {
  const table = tableOf(
    [
      ['项目', '预算数'],
      ['合计', '7.83'],
      ['因公出国（境）费', '2.16'],
      ['公务用车运行维护费', '2.83'],
      ['公务接待费', '2.84'],
    ],
    1,
    { title: '“三公”经费支出表', unit: '万元' },
  )
  const said = [
    '2024年“三公”经费预算7.83万元,其中:因公出国(境)费2.16万元;公务用车运行维护费2.83万元;公务接待费2.84万元。',
    '上述“三公”经费中,机关本级安排3.91万元,其中公务用车运行维护费1.41万元,公务接待费1.42万元,因公出国(境)费1.08万元。',
  ]
  const checks = checkDataset(narrated(said, [table])).checks.filter(({ outcome }) => outcome === 'broken')
  expect(checks.map(({ identity }) => identity)).toEqual([])
})

test('of several budgets the one that a percentage names was spent', () => {
  const said = (initial: string) =>
    `项目支出年初预算8.37万元,调整后预算10.81万元,支出决算10.54万元,完成年初预算的${initial}%,完成调整预算的97.50%。`
  const completed = (initial: string) =>
    checkDataset(narrated([said(initial)])).checks.flatMap(({ identity, outcome }) => (identity === 'N19' ? [outcome] : []))
  expect(completed('125.93')).toEqual(['holds'])
  expect(completed('152.93')).toEqual(['broken'])
})

/** The tables of a final account that tells more money than that of one fund. */
const ACCOUNT = [
  tableOf(
    [
      ['收入项目', '决算数', '支出项目', '决算数'],
      ['一、一般公共预算财政拨款收入', '1,004.15', '一、一般公共服务支出', '1,094.45'],
      ['二、政府性基金预算财政拨款收入', '97.21', '二、城乡社区支出', '97.13'],
      ['三、事业收入', '102.11', '', ''],
      ['本年收入合计', '1,203.47', '本年支出合计', '1,191.58'],
      ['年初结转和结余', '51.22', '年末结转和结余', '63.11'],
      ['总计', '1,254.69', '总计', '1,254.69'],
    ],
    1,
    { title: '收入支出决算总表', unit: '万元' },
  ),
  tableOf(
    [
      ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
      ['', '合计', '998.27', '612.45', '385.82'],
      ['201', '一般公共服务支出', '998.27', '612.45', '385.82'],
    ],
    1,
    { title: '一般公共预算财政拨款支出决算表', unit: '万元' },
  ),
]

const TOTALS = '2024年度收入总计1254.69万元,支出总计1254.69万元。本年收入合计1203.47万元。本年支出合计1191.58万元。'

test.each([
  '2024年度政府性基金预算财政拨款年初结转和结余2.04万元,本年收入97.21万元,本年支出97.13万元,年末结转和结余2.12万元。',
  '2024年度一般公共预算财政拨款本年收入1004.15万元,完成年初预算的100%;本年支出998.27万元。',
  '年初财政拨款结转和结余30.18万元,本年收入1101.36万元,本年支出1095.40万元。',
  '财政专户管理资金本年收入80.00万元,本年支出75.00万元。',
  '2024年度财政拨款收入总计1131.54万元,支出总计1131.54万元。',
  '2024年度财政拨款收入总计1131.54万元,支出总计1131.54万元。2024年度一般公共预算财政拨款支出998.27万元,占本年支出合计的83.78%。',
  '年末结转和结余63.11万元,占支出总计的5.03%。',
  '对2个项目开展了部门评价,涉及一般公共预算支出120.50万元,政府性基金预算支出0万元。',
  '2024年度一般公共预算财政拨款支出998.27万元,完成预算1020.00万元的97.87%。',
  '2022年、2023年、2024年本年支出分别为1203.11万元、1150.02万元、1191.58万元。',
  '2023年度收入总计1198.33万元,支出总计1198.33万元。',
  '局本级本年收入700.15万元,本年支出690.22万元。',
  '财政拨款收入预算1120.00万元,决算1101.36万元,完成预算的98.34%。',
  '“三公”经费支出28.93万元,其中:公务用车购置及运行维护费27.63万元,占95.50%,其中公务用车购置10.00万元、运行维护费17.63万元;公务接待费1.30万元,占4.50%。',
])('%s', sentence => {
  expect(claims([TOTALS, sentence], '2024年度收入支出决算总表', ACCOUNT)).toEqual([])
})

test.each([
  ['本年收入合计1230.47万元。', 'N2'],
  ['2024年度一般公共预算财政拨款支出989.27万元。', 'N2g'],
  ['基本支出612.45万元,占本年支出合计的61.40%。', 'N3'],
])('%s is still claimed', (sentence, identity) => {
  const told = identity === 'N2' ? TOTALS.replace('本年收入合计1203.47万元。', sentence) : `${TOTALS}${sentence}`
  expect(claims([told], '2024年度收入支出决算总表', ACCOUNT)).toContain(identity)
})

test('a budget of the year before is compared with the budget, not with what was spent of it', () => {
  const said = (change: string) =>
    `2024年“三公”经费支出预算为45.00万元,支出决算为40.11万元,预算数比上年预算数50.00万元减少${change}万元。`
  const changes = (change: string) =>
    checkDataset(narrated([said(change)])).checks.flatMap(({ identity, outcome }) => (identity === 'N18' ? [outcome] : []))
  expect(changes('5.00')).toEqual(['holds'])
  expect(changes('8.00')).toEqual(['broken'])
})

test('what is said of staff and office is what the classes of the table come to, where it has no column for either; a difference blames nobody', () => {
  const classes = [
    ['科目编码', '科目名称', '预算数'],
    ['', '合计', '8,974.01'],
    ['301', '工资福利支出', '7,790.72'],
    ['302', '商品和服务支出', '771.88'],
    ['303', '对个人和家庭的补助', '151.41'],
    ['310', '资本性支出', '260.00'],
  ]
  const said = (staff: string, office: string) =>
    checkDataset(
      narrated(
        [
          '五、一般公共预算拨款基本支出情况',
          `一般公共预算拨款基本支出8974.01万元,其中:(一)人员经费${staff}万元,(二)公用经费${office}万元。`,
        ],
        [tableOf(classes, 1, { title: '2026年度一般公共预算基本支出经济分类情况表' })],
      ),
    )
  const outcomes = (staff: string, office: string) =>
    said(staff, office).checks.flatMap(({ identity, outcome }) => (/^N8[pq]/.test(identity) ? [outcome] : []))
  expect(outcomes('7942.13', '1031.88')).toEqual(['holds', 'holds'])
  expect(outcomes('7938.77', '1035.24')).toEqual(['broken', 'broken'])
  const told = said('7938.77', '1035.24').findings.filter(({ verdict }) => verdict !== 'structure')
  expect(told.map(({ verdict, identities }) => [verdict, identities])).toEqual([['unexplained', ['N8p', 'N8q']]])
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import { extractDocument } from '../../../src/pipeline.ts'
import { toDocument } from '../../../src/write/document/to-document.ts'
import { narrativeRows } from '../../../src/write/relations/narrative.ts'
import { paragraph } from '../../budget/paragraph.ts'

const bytes = readFileSync(new URL('../../../samples/dachuan-2023-calc.pdf', import.meta.url))
const document = await extractDocument(bytes, { file: 'a.pdf' })
const rows = narrativeRows({ name: 'dachuan', document })

test('a figure of the running text has its name, sentence, page and 元', () => {
  expect(rows.find(({ text }) => text === '29.50万元')).toMatchObject({
    document: 'dachuan',
    department: '达州市达川区人民政府办公室',
    fiscal_year: 2023,
    scope: 'department',
    figure: 'amount',
    value: '29.50',
    unit: '万元',
    yuan: 29500000n,
    page: 10,
    sentence: expect.stringMatching(/三公.*29\.50万元$/),
  })
})

test('what is no money has no 元, and every row its place', () => {
  for (const { figure, yuan, page, x0, x1 } of rows) {
    if (figure === 'share' || figure === 'count') expect(yuan).toBeNull()
    expect(page).toBeGreaterThan(0)
    expect(Number(x0)).toBeLessThan(Number(x1))
  }
})

test('a percentage is called by the amount it is of, and every change has a name', () => {
  const text = [
    '公务接待费支出20.00万元,占“三公”经费的100%。',
    '行政运行(2010301)993.77万元,比上年增加5.00万元。',
    '没有使用政府性基金预算安排的支出。',
    '4.其他政府办公厅(室)及相关机构事务支出(2010399)5.00万元。',
  ]
  const dataset = { ...readBudget([], []), prose: proseFacts(text.map(line => paragraph(line))) }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const prose = narrativeRows({
    name: 'a',
    document: toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] }),
  })
  expect(prose.map(({ figure, name, code, sentence }) => [figure, name, code, sentence])).toEqual([
    ['amount', '公务接待费支出', null, '公务接待费支出20.00万元'],
    ['share', '公务接待费支出占三公经费的', null, '公务接待费支出20.00万元,占“三公”经费的100%'],
    ['amount', '行政运行', '2010301', '行政运行(2010301)993.77万元'],
    ['change', '行政运行', '2010301', '行政运行(2010301)993.77万元,比上年增加5.00万元'],
    ['statement', '', null, '没有使用政府性基金预算安排的支出'],
    ['amount', '其他政府办公厅(室)及相关机构事务支出', '2010399', '4.其他政府办公厅(室)及相关机构事务支出(2010399)5.00万元'],
  ])
})

test('what an amount is compared with is called as that amount', () => {
  const dataset = {
    ...readBudget([], []),
    prose: proseFacts([
      paragraph('机关运行经费612.80万元,比上年640.00万元减少27.20万元,比预算数700.00万元减少87.20万元,人均0.68万元。'),
    ]),
  }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const checked = checkDataset(dataset)
  const told = narrativeRows({ name: 'a', document: toDocument({ source, pages: [], dataset, checked, findings: [] }) })
  expect(told.map(({ name }) => name)).toEqual([
    '机关运行经费',
    '机关运行经费',
    '机关运行经费',
    '机关运行经费',
    '机关运行经费',
    '人均',
  ])
})

test('a figure is of the year that its sentence tells, and of none where it tells none', () => {
  const text = [
    '2026年收入预算100.00万元,比2025年预算数90.00万元增加10.00万元,增长11.11%,其中:财政拨款收入80.00万元。',
    '2026年支出预算67.00万元,上年为61.00万元。',
    '公务接待费2.00万元(去年预算数为3.00万元),主要原因是2024年活动支出1.00万元。',
    '2026年上年结转收入5.00万元。结转2025年下达的资金7.00万元。',
    '本年支出合计100.00万元。2025年当年预算执行数为8.00万元。2025年度设备资助款9.00万元。',
    '2026年“三公”经费预算7.00万元,2025年预算数为9.00万元,和2025年相比预算减少2.00万元。',
    '一、2026年,达州市水务局收入预算11.00万元,其中:财政拨款收入6.00万元。',
    '4.住房保障支出12.00万元,与上年相比增加1.10万元。工程总投资300.00万元。',
    '支出比2025年减少14.00万元,其中:基本支出增加15.00万元。比上一年度增加0.50万元。',
    '收入比2025年减少16.00万元,主要是财政拨款收入减少17.00万元,其他收入增加18.00万元;支出比2025年减少19.00万元,主要原因是2023年项目支出减少21.00万元。',
    '一、2024年预算执行情况',
    '1.全年支出13.00万元,比上年增长1.20万元。支出比2025年减少1.40万元。',
  ]
  const dataset = { ...readBudget([], []), prose: proseFacts(text.map(line => paragraph(line))) }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const whole = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  const prose = narrativeRows({ name: 'a', document: { ...whole, document: { ...whole.document, fiscalYear: 2026 } } })
  expect(prose.filter(({ figure }) => figure !== 'year').map(({ text, year }) => [text, year])).toEqual([
    ['100.00万元', 2026],
    ['90.00万元', 2025],
    ['10.00万元', 2026],
    ['11.11%', 2026],
    ['80.00万元', 2026],
    ['67.00万元', 2026],
    ['61.00万元', 2025],
    ['2.00万元', null],
    ['3.00万元', 2025],
    ['1.00万元', null],
    ['5.00万元', 2026],
    ['7.00万元', null],
    ['100.00万元', 2026],
    ['8.00万元', 2025],
    ['9.00万元', null],
    ['7.00万元', 2026],
    ['9.00万元', 2025],
    ['2.00万元', 2026],
    ['11.00万元', 2026],
    ['6.00万元', 2026],
    ['12.00万元', 2026],
    ['1.10万元', 2026],
    ['300.00万元', null],
    ['14.00万元', 2026],
    ['15.00万元', 2026],
    ['0.50万元', 2026],
    ['16.00万元', 2026],
    ['17.00万元', 2026],
    ['18.00万元', 2026],
    ['19.00万元', 2026],
    ['21.00万元', null],
    ['13.00万元', 2024],
    ['1.20万元', 2024],
    ['1.40万元', null],
  ])
})

test('an amount of a final account is of its year, unless its sentence or heading names another; a year at the head of a name is that of stocks', () => {
  const text = [
    '（一）因公出国（境）费支出5.00万元。2022年支出决算为6.00万元,较2023年减少1.00万元。',
    '工程累计支出7.00万元。',
    '2020年全区新增政府债务限额8.00亿元,其中:一般债务3.00亿元。',
    '今年1-9月,全区完成税收9.00亿元。',
  ]
  const dataset = { ...readBudget([], []), prose: proseFacts(text.map(line => paragraph(line))) }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const whole = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  const yearsIn = (kind: 'final-accounts' | 'other') =>
    narrativeRows({ name: 'a', document: { ...whole, document: { ...whole.document, fiscalYear: 2023, kind } } })
      .filter(({ figure }) => figure === 'amount')
      .map(({ text, year }) => [text, year])
  const stocks = [
    ['8.00亿元', 2020],
    ['3.00亿元', 2020],
    ['9.00亿元', 2023],
  ]
  expect(yearsIn('final-accounts')).toEqual([['5.00万元', 2023], ['6.00万元', 2022], ['7.00万元', null], ...stocks])
  expect(yearsIn('other')).toEqual([['5.00万元', null], ['6.00万元', 2022], ['7.00万元', null], ...stocks])
})

test('an amount under a heading of the budget is of the year of its document, unless another year or another matter is told there', () => {
  const text = [
    '一、2026年部门预算收支情况',
    '（一）人员经费16.00万元。结转2025年下达的资金7.00万元，其中：设备3.00万元。',
    '（二）项目支出21.00万元。2025年预算执行数为8.00万元。其他支出2.00万元。',
    '二、2025年预算收支情况',
    '（一）人员经费22.00万元。',
    '三、预算绩效管理情况',
    '某某市发展和改革委员会2026年度会议费26.60万元。纳入2026年部门预算的采购项目27.00万元。2014—2026年的管理费28.00万元。',
    '涉及资金23.00万元。',
    '四、其他',
    '工程总投资24.00万元。',
    '2026年项目支出均实行绩效目标管理,涉及资金16.10万元。2026年续建工程,总投资16.20万元。',
    '按照规定,2026年共编报绩效目标,涉及资金16.50万元。按照规定,2024年共编报绩效目标,涉及资金16.60万元。',
    '2026年按2024年通知执行,涉及资金16.30万元。2024年项目实行绩效目标管理,涉及资金16.40万元。',
    '2026年预算收入由29.00万元调整为30.00万元,三公经费由2024年的31.00万元减少到32.00万元。',
  ]
  const dataset = { ...readBudget([], []), prose: proseFacts(text.map(line => paragraph(line))) }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const whole = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  const prose = narrativeRows({ name: 'a', document: { ...whole, document: { ...whole.document, fiscalYear: 2026 } } })
  expect(prose.filter(({ figure }) => figure === 'amount').map(({ text, year }) => [text, year])).toEqual([
    ['16.00万元', 2026],
    ['7.00万元', null],
    ['3.00万元', null],
    ['21.00万元', 2026],
    ['8.00万元', 2025],
    ['2.00万元', null],
    ['22.00万元', 2025],
    ['26.60万元', 2026],
    ['27.00万元', 2026],
    ['28.00万元', null],
    ['23.00万元', null],
    ['24.00万元', null],
    ['16.10万元', 2026],
    ['16.20万元', null],
    ['16.50万元', 2026],
    ['16.60万元', null],
    ['16.30万元', null],
    ['16.40万元', null],
    ['29.00万元', 2026],
    ['30.00万元', 2026],
    ['31.00万元', 2024],
    ['32.00万元', 2026],
  ])
})

test('a name has the department of its document no more than its year', () => {
  const text = [
    '2026年,达州市水务局(本级)收入预算11.00万元。达州市审计局收入预算2.00万元。',
    '公务用车运行费1.00万元,主要是达州市水务局有公务用车3辆。',
    '达州市水务局、达州市水文站经费4.00万元,主要原因是水文站经费增加0.50万元。2080501-行政单位离退休5.00万元。',
    '资本性支出(基本建设)(309)6.00万元。',
  ]
  const dataset = { ...readBudget([], []), prose: proseFacts(text.map(line => paragraph(line))) }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const whole = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  const document = { ...whole, document: { ...whole.document, department: '达州市水务局' } }
  expect(narrativeRows({ name: 'a', document }).map(({ name }) => name)).toEqual([
    '收入预算',
    '达州市审计局收入预算',
    '公务用车运行费',
    '有公务用车',
    '达州市水务局、达州市水文站经费',
    '水文站经费',
    '行政单位离退休',
    '资本性支出(基本建设)',
  ])
})

test('a figure that only explains another one, or is a bound, says so', () => {
  const text = ['会议费5.00万元,比上年减少2.00万元,主要原因是减少租金1.00万元。单价100万元(含)以上设备3台。']
  const dataset = { ...readBudget([], []), prose: proseFacts(text.map(line => paragraph(line))) }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const document = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  expect(narrativeRows({ name: 'a', document }).map(({ text, aside }) => [text, aside])).toEqual([
    ['5.00万元', false],
    ['2.00万元', false],
    ['1.00万元', true],
    ['100万元', true],
    ['3台', false],
  ])
})

test('a sentence that opens with months of a year is of that year, and a change of the year that it names before the one compared with', () => {
  const text = [
    '2015年1-9月，全省收入完成1.00亿元。2015年上半年，全省支出2.00亿元。2015年以来，累计投资3.00亿元。',
    '2012年三公经费预算比2011年预算增加4.00万元。',
  ]
  const dataset = { ...readBudget([], []), prose: proseFacts(text.map(line => paragraph(line.replaceAll('，', ',')))) }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const whole = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  const prose = narrativeRows({ name: 'a', document: { ...whole, document: { ...whole.document, fiscalYear: null } } })
  expect(prose.filter(({ figure }) => figure !== 'year').map(({ text, year }) => [text, year])).toEqual([
    ['1.00亿元', 2015],
    ['2.00亿元', 2015],
    ['3.00亿元', null],
    ['4.00万元', 2012],
  ])
})

test('an amount says whether it is planned or spent, a part what the amount is that it is of', () => {
  const text = [
    '2022年度“三公”经费全年预算数为43.50万元,支出决算为43.14万元,完成预算的99.17%。其中:因公出国(境)费3.50万元;公务接待费39.64万元。',
    '2022年年初预算5.00万元。本年收入合计7.00万元。预决算管理业务8.00万元。',
  ]
  const dataset = { ...readBudget([], []), prose: proseFacts(text.map(line => paragraph(line))) }
  const source = { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pages: 1 }
  const document = toDocument({ source, pages: [], dataset, checked: checkDataset(dataset), findings: [] })
  expect(narrativeRows({ name: 'a', document }).map(({ text, measure }) => [text, measure])).toEqual([
    ['43.50万元', 'adjusted'],
    ['43.14万元', 'final'],
    ['99.17%', null],
    ['3.50万元', 'final'],
    ['39.64万元', 'final'],
    ['5.00万元', 'budget'],
    ['7.00万元', null],
    ['8.00万元', null],
  ])
})

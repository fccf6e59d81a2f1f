import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { tableOf } from '../../../budget/table.ts'
import { narrated, outcomesOf } from '../../checked.ts'

const TOLD = '一般公共预算拨款支出1044.90万元,比上年减少32.61万元。'
const HEADING = '五、一般公共预算拨款支出情况'
const listed = (...items: readonly string[]): string[] => [HEADING, TOLD, ...items]
const COURT = '1.法院(款)行政运行(项)支出655.67万元,与上年相比减少10.00万元。'
const PENSION = '1.行政事业单位养老支出(款)机关事业单位基本养老保险缴费支出(项)支出184.46万元。'
const HOUSING = '1.住房改革支出(款)住房公积金(项)支出204.77万元。'
const LIST = ['(一)公共安全支出(类)', COURT, '(二)社会保障和就业支出(类)', PENSION, '(三)住房保障支出(类)', HOUSING]

/** Subjects of a table by their codes. */
const TABLE = tableOf(
  [
    ['科目编码', '科目名称', '合计'],
    ['2040501', '行政运行', '655.67'],
    ['2080505', '机关事业单位基本养老保险缴费支出', '184.46'],
    ['2210201', '住房公积金', '204.77'],
    ['2210202', '提租补贴', '104.77'],
  ],
  1,
  { title: '2026年度一般公共预算拨款支出预算表' },
)
const outcomes = (...items: readonly string[]): string[] => outcomesOf('item-sum', listed(...items), [TABLE])
const told = (...sentences: readonly string[]) =>
  checkDataset(narrated([HEADING, ...sentences], [TABLE])).findings.flatMap(({ verdict, identities, message }) =>
    identities?.includes('N7t') ? [[verdict, /（[^（]*）。$/.exec(message.zh)?.[0]]] : [],
  )

test('subjects that are listed behind all that is spent of a fund add up to it; what no table prints may be read wrongly', () => {
  expect(outcomes(...LIST)).toEqual(['holds'])
  expect(outcomes(...LIST.with(5, HOUSING.replace('204.77', '104.77')))).toEqual(['broken'])
  expect(outcomes(...LIST.with(5, HOUSING.replace('204.77', '114.77')))).toEqual(['not-evaluable'])
  expect(outcomes(COURT, HOUSING)).toEqual([])
})

test('what is told of a 类 or with its budget is no item beside those below it', () => {
  expect(outcomes('1.公共安全支出(类)655.67万元。', ...LIST)).toEqual(['holds'])
  const spent = '1.法院(款)行政运行(项)。年初预算600.00万元,支出决算655.67万元,主要用于办案30.00万元。'
  expect(outcomes(...LIST.with(1, spent))).toEqual([])
  const coded = [
    '(一)204-公共安全支出655.67万元。主要用于办案。',
    '(二)2080505-基本养老保险184.46万元。',
    '(三)2210201-住房公积金204.77万元。',
  ]
  expect(outcomes(...coded)).toEqual(['holds'])
})

test('several items of one level that a sentence tells are all of the list', () => {
  const two =
    '1.住房保障支出204.77万元,占19.60%:其中,住房改革支出(款)104.77万元(包括提租补贴104.77万元);城乡社区住宅(款)100.00万元。'
  const courts = '(二)公共安全支出655.67万元,占62.75%:其中,法院(款)655.67万元。'
  const pensions = '(三)社会保障和就业支出184.46万元,占17.65%:其中,行政事业单位养老支出(款)184.46万元。'
  expect(outcomes(two, courts, pensions)).toEqual(['holds'])
  expect(outcomes(two.replace('100.00', '101.00'), courts, pensions)).toEqual(['broken'])
})

test('a list that is less may leave an item out, one that is more may tell one twice: nobody is accused', () => {
  const more = TOLD.replace('1044.90', '1149.67')
  expect(told(more, ...LIST)).toEqual([['unexplained', '（所列各项可能不全）。']])
  expect(told(TOLD, ...LIST, HOUSING.replace('1.', '2.'))).toEqual([['unexplained', '（差额等于其中列了两次的一项）。']])
})

test('a list that leaves out what its table does proves no figure of either wrong', () => {
  const row = (code: string, name: string, total: string, basic = total, project = '') => [code, name, total, basic, project]
  const table = tableOf(
    [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      row('', '合计', '1044.90', '744.90', '300.00'),
      row('204', '公共安全支出', '655.67', '355.67', '300.00'),
      row('20402', '公安', '655.67', '355.67', '300.00'),
      row('2040201', '行政运行', '355.67'),
      row('2040299', '其他公安支出', '180.76', '', '180.76'),
      row('208', '社会保障和就业支出', '184.46'),
      row('20805', '行政事业单位养老支出', '184.46'),
      row('2080505', '机关事业单位基本养老保险缴费支出', '184.46'),
      row('221', '住房保障支出', '204.77'),
      row('22102', '住房改革支出', '204.77'),
      row('2210201', '住房公积金', '204.77'),
    ],
    1,
    { title: '2026年度一般公共预算拨款支出预算表' },
  )
  const items = [
    '2040201-行政运行355.67',
    '2040299-其他公安支出180.76',
    '2080505-基本养老保险184.46',
    '2210201-住房公积金204.77',
  ]
  const sentences = listed(...items.map((item, at) => `(${'一二三四'[at]})${item}万元。`))
  const { findings } = checkDataset(narrated(sentences, [table]))
  const messages = findings.filter(({ verdict }) => verdict !== 'structure').map(({ message }) => message.zh)
  expect(messages.join('\n')).toMatch(/相差119\.24万元/)
  expect(messages.filter(message => message.includes('印为'))).toEqual([])
})

import { expect, test } from 'vitest'
import { fiscalYearOf } from '../../../src/budget/document/fiscal-year.ts'
import { yearDoubts } from '../../../src/budget/document/year-doubt.ts'
import type { Paragraph } from '../../../src/budget/prose/lines.ts'
import { readTable } from '../../../src/budget/read-table.ts'
import { tableOf } from '../table.ts'

const line = (page: number, text: string): Paragraph => ({
  text,
  characters: [...text].map(character => ({ text: character, page, box: [0, 0, 10, 10] as const, source: 'pdf' as const })),
})

const table = (title: string | null, heads: readonly string[] = ['项目', '金额']) =>
  readTable(tableOf([heads, heads.map((_, at) => (at === 0 ? '合计' : '1.00'))], 1, { title }), null)

const cover = (words: string): Paragraph[] => [line(1, words)]
const toldIn = (...from: Parameters<typeof fiscalYearOf>): string[] =>
  yearDoubts(fiscalYearOf(...from)).map(({ message }) => message.zh)

test('a year in Chinese characters is a year', () => {
  expect(fiscalYearOf([], cover('二〇二六年达州市水务局部门预算'), '').year).toBe(2026)
})

test('years of the last year, of terms and of dates are none of the document', () => {
  const prose = [
    '我局2026年收入预算为12万元,比2025年增加2万元,主要是人员增加。2025年、2025年均无变化,2025年未安排。',
    '实施期为2027—2029年,公开日期2030年1月。',
  ].map((text, at) => line(at + 2, text))
  expect(fiscalYearOf([table('支出预算表', ['科目', '2025年执行数', '2026年预算数'])], prose, '').year).toBe(2026)
})

test('a final account is compared with the budget of its own year, and with the year before', () => {
  const prose = [line(3, '2024年支出决算为10万元,比2024年年初预算减少1万元,比2023年减少2万元。')]
  const { year, printed } = fiscalYearOf([], prose, '')
  expect(year).toBe(2024)
  expect(printed.filter(({ place }) => place === 'year before').map(({ value }) => value)).toEqual([2024])
})

test('a budget that sentence after sentence compares with last year’s is of the year of its title', () => {
  const items = ['（一）因公出国费12.95万元,', '（二）公务用车费22.71万元,', '（三）公务接待费9.58万元,']
  const prose = [
    '某县农业农村局2025年“三公”经费预算情况说明',
    '2025年度,本局“三公”经费预算安排45.24万元,比2024年预算数43.92万元增加1.32万元。',
    ...items.map(item => `${item}比2024年预算数11.08万元增加1.87万元。`),
    '2025年2月14日',
  ].map(text => line(1, text))
  expect(fiscalYearOf([], prose, '').year).toBe(2025)
})

test('a short sentence that compares with last year’s budget is no heading of that year', () => {
  const prose = [
    '经开区2023年一般公共预算“三公”经费预算情况',
    '2023年一般公共预算“三公”经费预算520万元,与2022年预算持平。',
    '一、因公出国费预算170万元,与2022年预算相比增加170万元。',
    '三、公务接待费预算200万元,与2022年预算持平。',
  ].map(text => line(1, text))
  expect(fiscalYearOf([], prose, '').year).toBe(2023)
  expect(toldIn([], prose, '')).toEqual([])
})

test('a file name that tells another year than the document is told and changes nothing', () => {
  const titles = [line(2, '第二部分2025年度部门预算表'), line(3, '2025年度部门预算情况说明')]
  const document = [
    [table('2025年收支总表')],
    [...cover('达州市水务局2025年度部门预算公开'), ...titles],
    '2026年部门预算.pdf',
  ] as const
  expect(fiscalYearOf(...document).year).toBe(2025)
  expect(toldIn(...document)).toEqual([
    '预算年度存疑：按2025年处理（封面1处，首见第1页；表题1处，首见第1页；标题3处，首见第1页），也可能是2026年（文件名）',
  ])
  expect(toldIn(document[0], document[1], '2025年部门预算.pdf')).toEqual([])
})

test('two years with nearly as much for them are told', () => {
  const both = [table('2025年收支总表'), table('2026年收支总表'), table('2026年支出总表')]
  expect(fiscalYearOf(both, [], '').year).toBe(2026)
  expect(toldIn(both, [], '')).toEqual([
    '预算年度存疑：按2026年处理（表题2处，首见第1页），也可能是2025年（表题1处，首见第1页）',
  ])
})

test('the file name chooses among years that are printed, and alone gives none', () => {
  const prose = [line(1, `达州市水务局位于达州市通川区,2026年有职工12人。${'负责管理全市水资源。'.repeat(12)}`)]
  expect(fiscalYearOf([], prose, '').year).toBeNull()
  expect(fiscalYearOf([], prose, '达州市水务局2026年部门预算.pdf').year).toBe(2026)
  expect(fiscalYearOf([], [], '达州市水务局2026年部门预算.pdf').year).toBeNull()
  expect(toldIn([], [], '达州市水务局2026年部门预算.pdf')).toEqual(['预算年度存疑：不予认定，也可能是2026年（文件名）'])
})

test('tables of debt are of either year and date a document of other tables not', () => {
  const debt = ['政府一般债务限额和余额情况表', '政府专项债务限额和余额情况表'].map(title => table(`2025年${title}`))
  const budget = table('2026年一般公共预算收入表')
  const government = debt.map(one => ({ ...one, kind: 'gov.debt' }))
  expect(toldIn([budget, ...government], [], '')).toEqual([])
  expect(fiscalYearOf([budget, ...government], [], '').year).toBe(2026)
  expect(fiscalYearOf([...government, table('收支平衡表')], [], '').year).toBe(2025)
})

test('a heading about 三公经费 tells the year of what it announces', () => {
  const behind = (heading: string) => [
    line(1, '根据上级文件要求，现将有关情况向社会公开，请予监督。'.repeat(4)),
    line(1, heading),
  ]
  expect(fiscalYearOf([], behind('某某乡2020年度“三公”经费情况说明'), '').year).toBe(2020)
  expect(fiscalYearOf([], behind('某某乡2020年度脱贫攻坚情况说明'), '').year).toBeNull()
})

test('a line at the head of each page says its year once', () => {
  const heads = Array.from({ length: 9 }, (_, at) => line(at + 2, '2025年预算公开资料'))
  const prose = [...cover('澄陵县2024年度政府预算公开'), ...heads]
  expect(fiscalYearOf([table('收入预算表', ['科目', '2023年执行数', '2024年预算数'])], prose, '').year).toBe(2024)
})

// Makes samples/archives-2025-chromium.pdf: a budget of an invented department in the national minimum style, in 元,
// printed by Chromium. 表二 runs over to a page where 表三 follows it; all sums are computed here.
// Fonts: Noto Sans CJK SC of the system (Debian: fonts-noto-cjk), which Chromium embeds as Type 3.
//
//   node test/make/sample.ts
import chromium from '@sparticuz/chromium'
import { chromium as browser } from 'playwright-core'

/** Amounts in 分. */
type Fen = number

interface Line {
  readonly code: string
  readonly name: string
  readonly basic: Fen
  readonly project: Fen
}

const line = (code: string, name: string, basic: Fen, project: Fen = 0): Line => ({ code, name, basic, project })

/** 功能分类, items only; sections and classes are summed. */
const ITEMS: readonly Line[] = [
  line('2012601', '行政运行', 348_621_540),
  line('2012602', '一般行政管理事务', 0, 42_000_000),
  line('2012604', '档案馆', 0, 86_500_000),
  line('2080505', '机关事业单位基本养老保险缴费支出', 41_236_080),
  line('2080506', '机关事业单位职业年金缴费支出', 20_618_040),
  line('2101101', '行政单位医疗', 19_874_256),
  line('2101103', '公务员医疗补助', 5_154_510),
  line('2210201', '住房公积金', 30_927_060),
]

/** 经济分类 of the basic expenditure: 301 and 303 are staff, 302 is running costs. */
const ECONOMIC: readonly Line[] = [
  line('30101', '基本工资', 120_456_000),
  line('30102', '津贴补贴', 98_641_200),
  line('30103', '奖金', 65_238_000),
  line('30108', '机关事业单位基本养老保险缴费', 41_236_080),
  line('30109', '职业年金缴费', 20_618_040),
  line('30110', '职工基本医疗保险缴费', 19_874_256),
  line('30111', '公务员医疗补助缴费', 5_154_510),
  line('30112', '其他社会保障缴费', 1_030_920),
  line('30113', '住房公积金', 30_927_060),
  line('30201', '办公费', 8_600_000),
  line('30207', '邮电费', 2_400_000),
  line('30211', '差旅费', 6_000_000),
  line('30213', '维修（护）费', 3_800_000),
  line('30217', '公务接待费', 850_000),
  line('30228', '工会经费', 4_560_000),
  line('30231', '公务用车运行维护费', 3_200_000),
  line('30239', '其他交通费用', 15_480_000),
  line('30302', '退休费', 12_125_420),
  line('30305', '生活补助', 6_240_000),
]

const NAMES: Readonly<Record<string, string>> = {
  201: '一般公共服务支出',
  20126: '档案事务',
  208: '社会保障和就业支出',
  20805: '行政事业单位养老支出',
  210: '卫生健康支出',
  21011: '行政事业单位医疗',
  221: '住房保障支出',
  22102: '住房改革支出',
  301: '工资福利支出',
  302: '商品和服务支出',
  303: '对个人和家庭的补助',
}

const sum = (lines: readonly Line[], part: (line: Line) => Fen): Fen => lines.reduce((total, one) => total + part(one), 0)
const basic = (one: Line): Fen => one.basic
const project = (one: Line): Fen => one.project
const both = (one: Line): Fen => one.basic + one.project

/** The lines with the sums of their parents (codes of the given lengths) before them. */
function tree(lines: readonly Line[], lengths: readonly number[]): Line[] {
  const seen = new Set<string>()
  return lines.flatMap(item => {
    const parents = lengths.map(length => item.code.slice(0, length)).filter(code => !seen.has(code))
    for (const code of parents) seen.add(code)
    const below = (code: string) => lines.filter(one => one.code.startsWith(code))
    return [...parents.map(code => line(code, NAMES[code] ?? '', sum(below(code), basic), sum(below(code), project))), item]
  })
}

/** 分 as printed: grouped, two decimals; blank where there is nothing. */
const money = (fen: Fen, zero = ''): string =>
  fen === 0 ? zero : (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const cell = (text: string, kind = '', span = ''): string => `<td class="${kind}" ${span}>${text}</td>`
const amount = (fen: Fen, zero?: string): string => cell(money(fen, zero), 'amount')
const row = (...cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`
const head = (...rows: readonly string[]): string => `<thead>${rows.join('').replaceAll('td', 'th')}</thead>`

const caption = (number: string, title: string): string => `
  <p class="number">${number}</p><h1>${title}</h1>
  <p class="labels"><span>部门：示例县档案馆</span><span>2025年度</span><span>单位：元</span></p>`

const total = sum(ITEMS, both)

function overallTable(): string {
  const classOf = (code: string) =>
    sum(
      ITEMS.filter(item => item.code.startsWith(code)),
      both,
    )
  const income: [string, Fen][] = [
    ['一、一般公共预算拨款收入', total],
    ['二、政府性基金预算拨款收入', 0],
    ['三、国有资本经营预算拨款收入', 0],
    ['四、事业收入', 0],
    ['五、其他收入', 0],
  ]
  const expense: [string, Fen][] = [
    ['一、一般公共服务支出', classOf('201')],
    ['二、教育支出', 0],
    ['三、社会保障和就业支出', classOf('208')],
    ['四、卫生健康支出', classOf('210')],
    ['五、住房保障支出', classOf('221')],
  ]
  const lines = income.map(([name, fen], n) => {
    const [other = '', spent = 0] = expense[n] ?? []
    return row(cell(name), amount(fen), cell(other), amount(spent))
  })
  const pair = (name: string, fen: Fen, other: string, spent: Fen, zero?: string) =>
    row(cell(name, 'sum'), amount(fen, zero), cell(other, 'sum'), amount(spent, zero))
  return `${caption('表一', '部门收支总体情况表')}<table>${head(
    row(cell('收　　入', '', 'colspan="2"'), cell('支　　出', '', 'colspan="2"')),
    row(cell('项目'), cell('预算数'), cell('项目'), cell('预算数')),
  )}<tbody>${lines.join('')}${pair('本年收入合计', total, '本年支出合计', total)}${pair(
    '上年结转',
    0,
    '结转下年',
    0,
    '0.00',
  )}${pair('收入总计', total, '支出总计', total)}</tbody></table>`
}

function functionTable(): string {
  const lines = tree(ITEMS, [3, 5]).map(one =>
    row(cell(one.code), cell(one.name, `level${one.code.length}`), amount(both(one)), amount(one.basic), amount(one.project)),
  )
  return `${caption('表二', '一般公共预算支出情况表')}<table class="tall">${head(
    row(cell('功能分类科目', '', 'colspan="2"'), cell('2025年预算数', '', 'colspan="3"')),
    row(cell('科目编码'), cell('科目名称'), cell('小计'), cell('基本支出'), cell('项目支出')),
  )}<tbody>${lines.join('')}${row(
    cell('合　计', 'sum', 'colspan="2"'),
    amount(total),
    amount(sum(ITEMS, basic)),
    amount(sum(ITEMS, project)),
  )}</tbody></table>`
}

function economicTable(): string {
  const isStaff = (code: string) => !code.startsWith('302')
  const lines = tree(ECONOMIC, [3]).map(one =>
    row(
      cell(one.code),
      cell(one.name, `level${one.code.length}`),
      amount(one.basic),
      amount(isStaff(one.code) ? one.basic : 0),
      amount(isStaff(one.code) ? 0 : one.basic),
    ),
  )
  const staff = sum(
    ECONOMIC.filter(one => isStaff(one.code)),
    basic,
  )
  const all = sum(ECONOMIC, basic)
  return `${caption('表三', '一般公共预算基本支出情况表')}<table class="tight">${head(
    row(cell('经济分类科目', '', 'colspan="2"'), cell('2025年基本支出', '', 'colspan="3"')),
    row(cell('科目编码'), cell('科目名称'), cell('合计'), cell('人员经费'), cell('公用经费')),
  )}<tbody>${lines.join('')}${row(cell('合　计', 'sum', 'colspan="2"'), amount(all), amount(staff), amount(all - staff))}</tbody></table>`
}

if (sum(ECONOMIC, basic) !== sum(ITEMS, basic)) throw new Error('the two views of the basic expenditure differ')

const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>示例县档案馆2025年部门预算</title><style>
  @page { size: A4; margin: 18mm 16mm }
  body { font: 10.5pt/1.4 'Noto Sans CJK SC'; margin: 0 }
  section:nth-of-type(2) { break-before: page }
  h1 { font-size: 16pt; font-weight: normal; text-align: center; margin: 4pt 0 8pt } .number { margin: 0 }
  .labels { display: flex; justify-content: space-between; margin: 0 0 3pt }
  table { border-collapse: collapse; width: 100% } thead { display: table-header-group } tr { break-inside: avoid }
  td, th { border: 0.5pt solid #000; padding: 3pt 4pt; font-weight: normal; height: 17pt }
  th { background: #e8eef7; text-align: center } .tall td { height: 36pt }
  .tight td { padding: 1pt 4pt; height: 14pt }
  .amount { text-align: right } .sum { text-align: center } .level5 { padding-left: 14pt } .level7 { padding-left: 24pt }
</style>
<section>${overallTable()}</section><section>${functionTable()}</section><section>${economicTable()}</section></html>`

const open = await browser.launch({ executablePath: await chromium.executablePath(), args: chromium.args })
const page = await open.newPage()
await page.setContent(html)
await page.pdf({ path: 'samples/archives-2025-chromium.pdf', preferCSSPageSize: true, printBackground: true })
await open.close()

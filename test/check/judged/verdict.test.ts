import { expect, test } from 'vitest'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import type { PageText } from '../../../src/table/table.ts'
import { tableOf } from '../../budget/table.ts'
import { narrated, verdictsOn } from '../checked.ts'

/** 支出总表 of four items; a change replaces the text of one cell, by row and column. */
function rows(...changes: readonly (readonly [row: number, column: number, text: string])[]): string[][] {
  const texts = [
    ['类', '款', '项', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '', '', '合计', '1,482.36', '1,041.13', '441.23'],
    ['201', '', '', '一般公共服务支出', '1,124.80', '781.20', '343.60'],
    ['201', '03', '', '政府办公厅（室）及相关机构事务', '1,124.80', '781.20', '343.60'],
    ['201', '03', '01', '行政运行', '812.35', '769.80', '42.55'],
    ['201', '03', '02', '一般行政管理事务', '312.45', '11.40', '301.05'],
    ['208', '', '', '社会保障和就业支出', '357.56', '259.93', '97.63'],
    ['208', '05', '', '行政事业单位养老支出', '357.56', '259.93', '97.63'],
    ['208', '05', '05', '机关事业单位基本养老保险缴费支出', '238.37', '172.58', '65.79'],
    ['208', '05', '06', '机关事业单位职业年金缴费支出', '119.19', '87.35', '31.84'],
  ]
  for (const [row, column, text] of changes) (texts[row] as string[])[column] = text
  return texts
}
const checkedOf = (texts: string[][], text: readonly PageText[] = []) =>
  checkDataset(readBudget([tableOf(texts, 1, { title: '部门支出总表' })], text))
const brokenOf = (texts: string[][], text: readonly PageText[] = []) =>
  checkedOf(texts, text).checks.filter(check => check.outcome === 'broken')
const verdictsOf = (texts: string[][], text: readonly PageText[] = []) =>
  new Set(brokenOf(texts, text).map(({ verdict }) => verdict))

test('a right table breaks nothing', () => {
  expect(brokenOf(rows())).toEqual([])
})

test('a figure that its row and its column contradict, in a table where all else adds up, is the document’s', () => {
  const broken = brokenOf(rows([4, 5, '759.80']))
  expect(broken.map(({ identity, verdict }) => [identity, verdict])).toEqual([
    ['B12a', 'published-inconsistency'],
    ['B12b', 'published-inconsistency'],
  ])
})

test('a sum of two figures that are each proven wrong fails for them, and for no more than what they should be', () => {
  type Change = readonly [row: number, column: number, text: string]
  const downOf = (both: readonly Change[], own: readonly Change[]) => {
    const table = { ...tableOf(rows(...both, ...own), 1, { title: '部门支出总表' }), id: 'other' }
    const other = tableOf(rows(...both), 1, { title: '一般公共预算支出表' })
    return checkDataset(readBudget([table, other], [])).checks.flatMap(({ identity, outcome, verdict, left, tables }) =>
      outcome === 'broken' && identity === 'B12b' && tables[0] === 'other' && left.label.includes('政府办公厅')
        ? [`${left.terms[0]?.text} ${verdict}`]
        : [],
    )
  }
  const lost: Change[] = [
    [4, 4, '0.00'],
    [5, 4, '0.00'],
  ]
  expect(downOf([], lost)).toEqual(['1,124.80 published-inconsistency'])
  const higher: Change[] = [
    [3, 4, '1,124.90'],
    [3, 5, '781.30'],
  ]
  expect(downOf(higher, lost)).toContain('1,124.90 unexplained')
})

/** 支出总表 whose money is 基本支出 alone: each row prints one figure twice. */
const copied = (total: string, basic: string): string[][] => [
  ['科目名称', '合计', '基本支出', '项目支出'],
  ['行政运行', '1,124.80', '1,124.80', ''],
  ['机关服务', '781.20', '781.20', ''],
  ['事业运行', total, basic, ''],
]

test('a whole that is its only part in the other rows is more than it for a figure that may be lost, and never less', () => {
  expect(brokenOf(copied('357.56', '357.56'))).toEqual([])
  expect(verdictsOf(copied('357.56', '387.56'))).toEqual(new Set(['published-inconsistency']))
  expect(verdictsOf(copied('387.56', '357.56'))).toEqual(new Set(['unexplained']))
})

test('the same in a table too small to show that its rows and columns add up blames nobody', () => {
  const small = [
    ['类', '款', '项', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '', '', '合计', '18.00', '8.00', '15.00'],
    ['201', '03', '01', '行政运行', '3.00', '3.00', ''],
    ['201', '03', '02', '一般行政管理事务', '15.00', '', '15.00'],
  ]
  expect(verdictsOf(small)).toEqual(new Set(['unexplained']))
})

test('a row that stands under another head blames nobody: the difference is that row', () => {
  const moved = rows([4, 0, '208'], [4, 1, '05'], [4, 2, '01'])
  expect(
    verdictsOf([...moved.slice(0, 4), moved[5] as string[], ...moved.slice(6, 8), moved[4] as string[], ...moved.slice(8)]),
  ).toEqual(new Set(['unexplained']))
})

test('a total whose parts are not printed proves nothing', () => {
  const { checks } = checkedOf(rows([4, 5, ''], [5, 5, '']))
  expect(checks.filter(check => check.note === 'parts are not printed').map(check => check.outcome)).toContain('not-evaluable')
})

test('columns that do not add up in most rows are no sum', () => {
  const broken = brokenOf([
    ['科目名称', '合计', '基本支出', '项目支出'],
    ['甲', '18.00', '1.00', '2.00'],
    ['乙', '17.00', '3.00', '4.00'],
    ['丙', '16.00', '5.00', '6.00'],
  ])
  expect(broken).toEqual([])
})

test('a cell of the column that is no figure may be what is missing', () => {
  expect(verdictsOf(rows([4, 4, '########'], [4, 5, '']))).not.toContain('published-inconsistency')
})

test('what is left of a figure in a column that was not understood may be what is missing of a sum across', () => {
  const spent = (reception: string, name: string) => [
    ['合计', '因公出国（境）费', '公务用车购置费', '公务用车运行维护费', name],
    ['514.23', '12.50', '178.65', '12.00', reception],
  ]
  const verdicts = (texts: string[][]) =>
    checkDataset(readBudget([tableOf(texts, 1, { title: '一般公共预算“三公”经费支出表' })], []))
      .checks.filter(({ outcome }) => outcome === 'broken')
      .map(({ verdict }) => verdict)
  expect(verdicts(spent('311.08', '公务接待费'))).toEqual([])
  expect(verdicts(spent('331.08', '公务接待费'))).toContain('published-inconsistency')
  expect(verdicts(spent('311.', '公务待费'))).not.toContain('published-inconsistency')
})

test('a row that the page has and the table lost makes the reading suspect', () => {
  const texts = rows().filter(row => row[3] !== '机关事业单位职业年金缴费支出')
  // The page prints 119.19 twice, the cells that were read do not hold it.
  const page: PageText = { page: 1, width: 600, height: 800, lines: [], gutter: null, inCells: [], stray: ['119.19', '119.19'] }
  expect(verdictsOf(texts, [page])).toContain('extraction-suspect')
  expect(verdictsOf(texts)).not.toContain('extraction-suspect')
})

const UNITS = [
  ['类', '款', '项', '科目名称', '合计', '基本支出', '项目支出'],
  ['', '', '', '合计', '1000018.00', '1000003.00', '15.00'],
  ['201', '03', '01', '行政运行', '1000003.00', '1000003.00', ''],
  ['201', '03', '02', '一般行政管理事务', '15.00', '', '15.00'],
]

test('元 taken for 万元 is told', () => {
  const dataset = readBudget(
    [
      tableOf(UNITS, 1, { id: '1', title: '部门支出总表', unit: '元' }),
      tableOf(UNITS, 1, { id: '2', title: '一般公共预算支出表', unit: '万元' }),
    ],
    [],
  )
  expect(dataset.findings.map(({ code, tables }) => [code, tables])).toEqual([['unit-contradiction', ['1', '2']]])
})

const isBlamed = (verdicts: ReadonlySet<string>): boolean =>
  verdicts.has('extraction-suspect') || verdicts.has('published-inconsistency')

test('where it is doubtful that a page goes on, no figure of it is suspected to be misread', () => {
  const texts = rows([8, 5, '182.58'])
  const table = tableOf(texts, 1, { title: '部门支出总表' })
  const cells = table.cells.map(cell => (cell.row < 6 ? cell : { ...cell, confidence: 0.55 }))
  const decision = { what: 'how the page goes on', chosen: 'below', rejected: 'beside', margin: 0.55, evidence: [] }
  const verdicts = new Set(verdictsOn({ ...table, cells, decisions: [decision] }))
  expect(verdicts.size).toBeGreaterThan(0)
  expect(isBlamed(verdicts)).toBe(false)
})

test('a part of a sheet that was not joined is told as such, not as a figure that was misread', () => {
  const texts = rows()
  const first = tableOf(texts.slice(0, -1), 1, { id: '1', title: '部门支出总表' })
  const rest = tableOf(texts.slice(-1), 0, { id: '2', regions: [{ page: 2, box: [0, 0, 500, 100] }] })
  expect(new Set(verdictsOn(first, rest))).toEqual(new Set(['unexplained']))
})

test('lines that carry a sum over a page break and were left among the rows blame nobody', () => {
  const carried = ['', '', '', '1,124.80', '781.20', '343.60'].toSpliced(3, 0, '过次页')
  const again = carried.with(3, '承前页')
  expect(verdictsOf(rows().toSpliced(6, 0, carried, again))).toEqual(new Set(['unexplained']))
})

test('that a doubtful figure of the text is printed again, as doubtful, is no proof that it is read right', () => {
  const cut = '1,846.77'
  const texts = [
    ['收入', '收入', '支出', '支出'],
    ['项目', '预算数', '项目', '预算数'],
    ['一、一般公共预算拨款收入', '', '一、教育支出', ''],
    ['二、事业收入', '', '二、住房保障支出', ''],
    ['收入总计', cut, '支出总计', cut],
  ]
  const ledger = tableOf(texts, 1, { title: '部门收支总表' })
  const said = '2023年收支总预算1946.77万元。'
  const saidBeside = (isDoubtful: (text: string) => boolean): string[] => {
    const cells = ledger.cells.map(cell => (isDoubtful(cell.text) ? { ...cell, confidence: 0.3 } : cell))
    const { checks } = checkDataset(narrated([said], [{ ...ledger, cells }]))
    return checks.flatMap(({ identity, outcome, verdict }) => (identity === 'N1' && outcome === 'broken' ? [verdict] : []))
  }
  expect(saidBeside(() => false)).toEqual(['published-inconsistency'])
  expect(saidBeside(text => /\d/.test(text))).toEqual(['extraction-suspect'])
})

test('a sum that holds, to rounding, with what a figure printed wrong in two tables should be is told with that figure, and where it stands again', () => {
  const wrong = rows([1, 5, '1,041.14'], [2, 5, '78.12'])
  const tables = ['部门支出总表', '一般公共预算支出表'].map((title, at) => tableOf(wrong, 1, { id: `${at + 1}`, title }))
  const { checks, findings } = checkDataset(readBudget(tables, []))
  const totals = checks.filter(({ outcome, left }) => outcome === 'broken' && left.label === '合计')
  expect(totals.map(({ verdict }) => verdict)).toContain('published-inconsistency')
  expect(totals.map(({ verdict }) => verdict)).not.toContain('unexplained')
  const claims = findings.filter(({ code }) => code === 'identity-published').map(({ message }) => message)
  expect(claims).toHaveLength(1)
  expect(claims[0]?.zh).toMatch(
    /印为78\.12万元（第1页“(?:部门支出总表|一般公共预算支出表)”一般公共服务支出·基本支出亦然），但按\d项勾稽关系应为781\.20万元/,
  )
  expect(claims[0]?.en).toContain('as on p. 1 in')
})

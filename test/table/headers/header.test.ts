import { expect, test } from 'vitest'
import { decideHeader, headerReadings } from '../../../src/table/headers/header.ts'
import { againBelow, besideLeft } from '../../../src/table/headers/header-neighbours.ts'
import { isOrdinals } from '../../../src/table/joins/column-content.ts'
import { isAmount } from '../../../src/table/words.ts'
import { gridOf } from '../grids.ts'

function headerRowsOf(drawing: string): number {
  const grid = gridOf(drawing)
  return decideHeader(1, headerReadings(grid)).headerRows
}

test.each([
  ['one row of names', '序号|单位名称|备注\n1|局本级|', 1],
  ['two lists under 收入 and 支出', '收入|<|支出|<\n项目|预算数|项目|预算数\n一、拨款|1.00|一、公共服务|1.00', 2],
  ['codes under 科目编码', '项目|<|<|<|合计\n科目编码|<|<|名称|^\n类|款|项|^|^\n201|01|01|行政运行|9.00', 3],
  [
    'a total that stands in a header row',
    '项目|<|年初结转|本年支出|<|<\n编码|名称|^|^|^|^\n合计|<|·|合计|基本支出|项目支出\n·|·|·|·|·|·',
    3,
  ],
  [
    '类 款 项 beside the total below it',
    '项目|<|<|<|合计\n科目编码|<|<|名称|^\n类|款|项|合计|9.00\n201|01|01|行政运行|9.00',
    2,
  ],
  ['the row of column numbers', '项目|<|合计\n编码|名称|^\n栏次|<|1\n201|公共服务|9.00', 3],
  ['行次 at the head of a column of row numbers', '收入|<|<\n项目|行次|预算数\n一、拨款|1|9.00', 2],
  ['the caption in the frame', '收支总表|<|<\n预算单位：信访局|<|单位：万元\n编码|名称|合计\n201|公共服务|9.00', 3],
  [
    'a number over it in the frame',
    '表1|<|\n收支总表|<|<\n预算单位：信访局|<|单位：万元\n编码|名称|合计\n201|公共服务|9.00',
    4,
  ],
  [
    'the name of a group below it, as others below',
    '项目|上年|本年\n一、人员类|<|<\n工资|324.44|377.50\n奖金|55.57|51.82\n小计|380.01|429.32\n二、运转类|<|<\n水费|2.50|4.00\n小计|2.50|4.00\n合计|382.51|433.32',
    1,
  ],
  ['body rows alone', '208|养老|12.00\n210|医疗|3.00', 0],
])('a header: %s', (_, drawing, rows) => {
  expect(headerRowsOf(drawing)).toBe(rows)
})

test('a row counts the columns when it holds numbers and no words: 行次 beside words heads a column', () => {
  const row = (text: string) => text.split('|').map(cell => ({ text: cell }))
  for (const text of ['栏次||1|2', '栏次|1=2+3|2|栏次|3', '**|1|2', '行次|1|2', '公式|A=B+C|B|C'])
    expect(isOrdinals(row(text))).toBe(true)
  for (const text of ['项目|行次|预算数', '项目|行次|2026年预算数|项目|行次|合计']) expect(isOrdinals(row(text))).toBe(false)
})

test.each([
  ['labels beside values', '项目名称|会议费|<|<\n主管部门|信访局|实施单位|信访局\n资金总额|9.00|<|<'],
  ['a tall label with a header of its own', '目标|<|<\n指标|名称|值\n^|数量|9\n^|质量|8'],
])('a form has no header: %s', (_, drawing) => {
  expect(headerRowsOf(drawing)).toBe(0)
})

test('amounts are told from codes with words, dates and operators', () => {
  for (const text of ['1,215.75', '-3.20', '（3.20）', '△3.20', '71.15%', '１２．５', '↓3.20', '+7.9%', '7.9%↑'])
    expect(isAmount(text)).toBe(true)
  for (const text of ['', '-', '≥90%', '2023年', '=47人', '1.2.3']) expect(isAmount(text)).toBe(false)
})

test('the page below settles a depth that its own grid leaves open, and both readings are kept with their margin', () => {
  const grid = gridOf('单位|项目|说明\n甲|建房|新建\n甲|修路|改建\n乙|种树|补种')
  const { readings } = decideHeader(1, headerReadings(grid))
  const { headerRows, decision } = decideHeader(1, readings, depth => againBelow(depth, 1))
  expect(headerRows).toBe(1)
  expect(decision.rejected).not.toBeNull()
  expect(decision.evidence.some(({ name, weight }) => name === 'again-below' && weight > 0)).toBe(true)
})

test('a right part has the header that leaves as many rows as its left part has', () => {
  const grid = gridOf('合计|基本\n甲|乙\n1.00|2.00')
  const depthBeside = (rows: number) =>
    decideHeader(1, headerReadings(grid), depth =>
      besideLeft({ depth, rows: 3 - depth, labels: 0, isNumbered: false }, { headerRows: 3 - rows, rows, isEven: true }),
    ).headerRows
  expect([depthBeside(2), depthBeside(1)]).toEqual([1, 2])
})

test('numbers of columns that go on from the left part end the header, though whole numbers look like figures', () => {
  const grid = gridOf('合计|基本\n9|10\n1.00|2.00\n3.00|4.00')
  const depthBeside = (isNumbered: (depth: number) => boolean) =>
    decideHeader(1, headerReadings(grid), depth =>
      besideLeft(
        { depth, rows: 4 - depth, labels: 0, isNumbered: isNumbered(depth) },
        { headerRows: 2, rows: 4 - depth, isEven: true },
      ),
    ).headerRows
  expect([depthBeside(() => false), depthBeside(depth => depth === 2)]).toEqual([1, 2])
})

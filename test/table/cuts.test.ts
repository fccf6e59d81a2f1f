import { expect, test } from 'vitest'
import type { Grid } from '../../src/grid/grid.ts'
import { tablesOf } from '../../src/table/tables.ts'
import { drawn, gridOf, pageOf } from './grids.ts'

/** The body of a table drawn on some pages, and the codes of what is told about it. */
function read(...pages: readonly string[]): { readonly rows: readonly string[]; readonly codes: readonly string[] } {
  const grids = pages.map((page, at) => gridOf(page, { page: at + 1, column: 80 }))
  const [, ...others] = grids
  const { tables, findings } = tablesOf(
    [pageOf(1, ['支出总表', 100, 90, 12]), ...others.map(({ page }) => pageOf(page))],
    grids,
  )
  const [table] = tables
  return {
    rows: drawn(table?.cells ?? [], table?.rowCount ?? 0).slice(table?.headerRows ?? 0),
    codes: findings.map(({ code }) => code),
  }
}

/** A grid whose texts keep the margin of a printed cell. */
const inset = (grid: Grid): Grid => ({
  ...grid,
  cells: grid.cells.map(cell => (cell.textLeft === null ? cell : { ...cell, textLeft: cell.textLeft + 5.4 })),
})

const HEADER = '编码|名称|合计\n'
const GROUPS = '单位|项目|合计\n'

test('digits that the page break parted from their amount are put back, and a finding says so', () => {
  const { rows, codes } = read(`${HEADER}201|公共|19.00\n205|教育|22.50\n208|养老|12,437.3`, '·|·|6\n210|医疗|2.00')
  expect(rows).toEqual(['201|公共|19.00', '205|教育|22.50', '208|养老|12,437.36', '210|医疗|2.00'])
  expect(codes).toEqual(['row-joined-over-page'])
})

test.each([
  ['2,973,67', '4.18'],
  ['420,000', '.00'],
  ['14 475 60', '0.00'],
  ['¥', '24,620,000.00'],
])('%s and %s over the page break are one amount', (above, below) => {
  const { rows } = read(`${HEADER}201|公共|19.00\n205|教育|22.50\n208|养老|${above}`, `·|·|${below}\n210|医疗|2.00`)
  expect(rows).toEqual(['201|公共|19.00', '205|教育|22.50', `208|养老|${above}${below}`, '210|医疗|2.00'])
})

test('the last digit of a code that the page break parted from it is put back', () => {
  const page1 = `${HEADER}20101|人大|9.00\n2010101|运行|9.00\n20201|外交|8.00\n2020101|运行|8.00\n212080|城建|6.00`
  const { rows } = read(page1, '3|·|·\n221|住房|2.00\n22102|改革|2.00\n2210201|公积金|2.00')
  expect(rows.slice(4, 6)).toEqual(['2120803|城建|6.00', '221|住房|2.00'])
})

test('an amount of its own in a row without labels is no digit of the one above', () => {
  expect(read(`${HEADER}201|公共|19.00\n205|教育|22.50\n208|养老|12.37`, '·|·|6\n210|医疗|2.00').rows).toHaveLength(5)
  expect(read(`${HEADER}201|公共|19.00\n205|教育|22.50\n208|养老|2,973,674`, '·|·|4.18\n210|医疗|2.00').rows).toHaveLength(5)
})

test('a row that is cut inside a group is one row of the group', () => {
  const page1 = `${GROUPS}甲局|a|1.00\n^|b|2.00\n^|修缮/河道|13.0`
  expect(read(page1, '·|·|1\n^|d|4.00\n乙局|e|5.00\n^|f|6.00').rows).toEqual([
    '甲局[4x1]|a|1.00',
    'b|2.00',
    '修缮河道|13.01',
    'd|4.00',
    '乙局[2x1]|e|5.00',
    'f|6.00',
  ])
})

test('a label of a group that the break cut after a full line is one label', () => {
  const page1 = `${GROUPS}示例市水/文站|a|1.00\n^|b|2.00\n示例市防/汛队|a|1.00\n^|b|2.00\n示例市水|c|3.00\n^|d|4.00`
  expect(read(page1, '利局|e|5.00\n^|f|6.00\n示例市水/文站|g|7.00\n^|h|8.00').rows.slice(4, 9)).toEqual([
    '示例市水利局[4x1]|c|3.00',
    'd|4.00',
    'e|5.00',
    'f|6.00',
    '示例市水文站[2x1]|g|7.00',
  ])
})

test('a label on both sides of a break is one where its column groups rows on any page before', () => {
  const [rows, page2] = ['甲局|a|1.00\n^|b|2.00\n丁局|c|3.00\n^|d|4.00', '戊局|e|5.00\n乙局|f|6.00']
  expect(read(`${GROUPS}${rows}`, page2, '乙局|g|7.00\n丙局|h|8.00').rows.slice(4)).toEqual([
    '戊局|e|5.00',
    '乙局[2x1]|f|6.00',
    'g|7.00',
    '丙局|h|8.00',
  ])
  const flat = rows.replaceAll('^', '己局')
  expect(read(`${GROUPS}${flat}`, page2, '乙局|g|7.00\n丙局|h|8.00').rows.slice(5, 7)).toEqual(['乙局|f|6.00', '乙局|g|7.00'])
})

test('a blank label under a group is its rest, but for that of a total', () => {
  const groups = `${GROUPS}甲局|a|1.00\n^|b|2.00\n乙局|c|3.00`
  expect(read(groups, '·|d|4.00\n丙局|e|5.00\n^|f|6.00').rows[2]).toBe('乙局[2x1]|c|3.00')
  expect(read(`${groups}\n^|d|4.00`, '·|合计|10.00').rows).toEqual([
    '甲局[2x1]|a|1.00',
    'b|2.00',
    '乙局[2x1]|c|3.00',
    'd|4.00',
    '|合计|10.00',
  ])
})

test('a total below the break belongs to no group, and that its row leaves the other labels blank is no doubt', () => {
  const { rows, codes } = read(`${GROUPS}甲局|a|1.00\n乙局|b|2.00\n^|c|3.00`, '·|合计|6.00')
  expect(rows).toEqual(['甲局|a|1.00', '乙局[2x1]|b|2.00', 'c|3.00', '|合计|6.00'])
  expect(codes).toEqual([])
})

test('a sentence that the page above does not end goes on below, though its line leaves room; one that ends there does not', () => {
  const rows = '单位|项目|预算数|目标\n甲局|巡查|9.00|按月巡查，保障运行安全，处置/及时。\n'
  const read = (above: string, below: string): readonly string[] => {
    const grids = [
      gridOf(`${rows}甲局|防汛|8.00|${above}`),
      gridOf(`·|·|·|${below}\n甲局|绿化|7.00|养护绿地，保证质量。`, { page: 2 }),
    ]
    const { tables } = tablesOf([pageOf(1, ['重点项目目标表', 100, 90, 12]), pageOf(2)], grids)
    return drawn(tables[0]?.cells ?? [], tables[0]?.rowCount ?? 0).slice(2)
  }
  expect(read('加固堤防，更新/城市设施改', '造，形成/成果报告。')).toEqual([
    '甲局|防汛|8.00|加固堤防，更新城市设施改造，形成成果报告。',
    '甲局|绿化|7.00|养护绿地，保证质量。',
  ])
  expect(read('加固堤防，更新/设施。', '完成改造，形成/报告。')).toHaveLength(3)
})

test('a row that leaves blank what every row prints is the rest of the one above, and nothing doubts it', () => {
  const goals =
    '单位|项目|预算数|绩效目标\n甲局|宣传|1,074.77|开展宣传活动两场，提高意识。\n甲局|专项经费|1,425.26|完成调查评估等共十四个项'
  const rest = '·|·|·|目，全面提升能力。\n甲局|上级资金|237.00|开展演习，提高能力。\n甲局|社工服务|67.60|协助宣传。'
  const { rows, codes } = read(goals, rest)
  expect(rows[1]).toBe('甲局|专项经费|1,425.26|完成调查评估等共十四个项目，全面提升能力。')
  expect(codes).toEqual(['row-joined-over-page'])
})

test('a character goes to the next line with a mark that may not begin one: a line that has room for it alone is full', () => {
  const goals = '单位|项目|预算数|绩效目标\n甲局|宣传|9.00|开展宣传两场/活动\n甲局|公报编/辑管理|9.18|完成公报编'
  const rest = '·|·|·|辑，年度发行/三期\n甲局|上级资金|237.00|开展演习两场/活动'
  const { rows, codes } = read(goals, rest)
  expect(rows[1]).toBe('甲局|公报编辑管理|9.18|完成公报编辑，年度发行三期')
  expect(codes).toEqual(['row-joined-over-page'])
  expect(read(goals, rest.replace('，', '期')).rows[2]).toBe('|||辑期年度发行三期')
})

test('a margin that each line of a column leaves is no room: a line that fills what lies between is full', () => {
  const goals = '单位|项目|预算数|绩效目标\n甲局|宣传|9.00|活动两场\n甲局|公报|9.18|完成公报编辑及'
  const rest = '·|·|·|时发行十二期共/三万册\n甲局|资金|237.00|开展演习'
  const { tables, findings } = tablesOf(
    [pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2)],
    [inset(gridOf(goals, { column: 80 })), inset(gridOf(rest, { page: 2, column: 80 }))],
  )
  const [table] = tables
  expect(drawn(table?.cells ?? [], table?.rowCount ?? 0)[2]).toBe('甲局|公报|9.18|完成公报编辑及时发行十二期共三万册')
  expect(findings.map(({ code }) => code)).toEqual(['row-joined-over-page'])
})

test('a date or a share with which the rest of a sentence begins is no number of an entry', () => {
  const goals =
    '单位|项目|预算数|绩效目标\n甲局|宣传|1,074.77|开展宣传活动两场，提高意识。\n乙局|评估|74.70|完成调查评估，提高质量。\n甲局|污水处理|1,425.26|支付水质净化厂2026年'
  const below = (rest: string) => `·|·|·|${rest}\n甲局|上级资金|237.00|开展演习，提高能力。\n甲局|社工服务|67.60|协助宣传。`
  for (const rest of ['1-10月运营费用，保障运行。', '95%以上的运营费用，保障运行。'])
    expect(read(goals, below(rest)).rows[2]).toBe(`甲局|污水处理|1,425.26|支付水质净化厂2026年${rest}`)
  expect(read(goals, below('1.完成检修。')).rows).toHaveLength(6)
})

test('a head without an amount at the top of a page is a row of its own', () => {
  const page1 = `${HEADER}201|公共|19.00\n205|教育|22.50\n208|养老|12.37`
  expect(read(page1, '·|其中：|·\n210|医疗|2.00').rows).toHaveLength(5)
})

test('a blank row as high as others at the top of a page is drawn blank', () => {
  const page1 = `${HEADER}201|公共|19.00\n205|教育|22.50\n208|养老|12.37`
  expect(read(page1, '·|·|·\n210|医疗|2.00').rows).toHaveLength(5)
})

test('two goals of one group, each with its figure, are two rows though the labels of the group stand on the first page alone', () => {
  const goals =
    '一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|巡查次数|≥12次\n产出指标|质量指标|合格率|≥95%\n成本指标|经济成本指标|投入控制率|≤100%'
  const rest = '·|·|物业控制率|≤100%\n效益指标|社会效益指标|事件次数|≤0次\n满意度指标|服务对象满意度|群众满意度|≥80%'
  expect(read(goals, rest).rows.slice(2, 4)).toEqual(['成本指标|经济成本指标|投入控制率|≤100%', '||物业控制率|≤100%'])
})

test('a doubt about a row that the break cut is about that row, and not about the one after it', () => {
  const page1 = '编码|名称|合计|备注\n201|公共|19.00|运行，维护设备\n205|教育|22.50|修复，清淤'
  const grids = [gridOf(page1), gridOf('·|·|·|堤防\n210|医疗|2.00|完成', { page: 2 })]
  const [table] = tablesOf([pageOf(1, ['支出总表', 100, 90, 12]), pageOf(2)], grids).tables
  const confidences = (row: number): number[] =>
    (table?.cells ?? []).filter(cell => cell.row === row).map(({ confidence }) => confidence)
  expect(drawn(table?.cells ?? [], table?.rowCount ?? 0).slice(2)).toEqual([
    '205|教育|22.50|修复，清淤堤防',
    '210|医疗|2.00|完成',
  ])
  expect(Math.max(...confidences(2))).toBeLessThan(0.9)
  expect(confidences(3)).toEqual([1, 1, 1, 1])
})

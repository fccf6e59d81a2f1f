import { expect, test } from 'vitest'
import { amountColumns, anchorCount, rowsOf } from '../../../src/grid/texts/rows.ts'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import { ending, text } from '../page.ts'

const columns = [
  { left: 50, right: 120 },
  { left: 180, right: 200 },
]
const rows = (...glyphs: ReturnType<typeof text>) => {
  const lines = wordLinesOf(glyphs).map(line => phrasesOf(line))
  return rowsOf(lines, columns, amountColumns(lines, columns)).map(row =>
    row.flatMap(line => line.phrases.map(piece => piece.text)).join(' '),
  )
}
const row = (baseline: number, name: string, amount: string) => [...text(50, baseline, name), ...ending(200, baseline, amount)]

test('a second line nearer than the rows are continues the name above', () => {
  expect(
    rows(
      ...row(100, '养老保险', '1.00'),
      ...row(124, '住房', '2.00'),
      ...row(148, '城乡社区', '3.00'),
      ...text(50, 160, '支出'),
    ),
  ).toEqual(['养老保险 1.00', '住房 2.00', '城乡社区 3.00 支出'])
})

test('a line without amounts in the rhythm of the rows is a row', () => {
  expect(
    rows(...row(100, '教育', '1.00'), ...row(115, '卫生', '2.00'), ...text(50, 130, '外交'), ...row(145, '住房', '3.00')),
  ).toEqual(['教育 1.00', '卫生 2.00', '外交', '住房 3.00'])
})

test('amounts sparse among names of equal distance leave each name its row', () => {
  expect(
    rows(...row(100, '教育', '1.00'), ...text(50, 115, '外交'), ...text(50, 130, '国防'), ...row(145, '住房', '3.00')),
  ).toHaveLength(4)
})

test('where each name is wrapped, the wider distances part the rows', () => {
  const wrapped = (top: number, amount: string) => [
    ...text(50, top, '机关事业单位'),
    ...row(top + 10, '养老保险缴费', amount),
    ...text(50, top + 20, '支出'),
  ]
  expect(rows(...wrapped(100, '1.00'), ...wrapped(144, '2.00'), ...wrapped(188, '3.00'))).toEqual([
    '机关事业单位 养老保险缴费 1.00 支出',
    '机关事业单位 养老保险缴费 2.00 支出',
    '机关事业单位 养老保险缴费 3.00 支出',
  ])
})

test('wrapped rows set solid begin where their amounts stand, beside names that begin', () => {
  const solid = [
    ...row(100, '农村饮水安全巩', '1.00'),
    ...text(50, 112, '固提升工程'),
    ...row(124, '基层站点标准化', '2.00'),
    ...text(50, 136, '建设及设施设备'),
    ...text(50, 148, '更新'),
    ...row(160, '档案数字化加工', '3.00'),
    ...text(50, 172, '服务'),
  ]
  expect(rows(...solid)).toEqual([
    '农村饮水安全巩 1.00 固提升工程',
    '基层站点标准化 2.00 建设及设施设备 更新',
    '档案数字化加工 3.00 服务',
  ])
})

test('the digits that a full figure left to the line below are none of the next row', () => {
  const wrapped = (top: number, name: string, [first, rest]: readonly [string, string]) => [
    ...ending(200, top, first, 5.5),
    ...text(50, top + 4, name, 5.5),
    ...ending(200, top + 8, rest, 5.5),
  ]
  expect(
    rows(...wrapped(100, '教育', ['1,076.9', '6']), ...wrapped(120, '卫生', ['2,429.9', '0']), ...row(144, '住房', '15.05')),
  ).toEqual(['1,076.9 教育 6', '2,429.9 卫生 0', '住房 15.05'])
})

test('a figure is wrapped at any digit: its pieces are none alone, together their thousands and decimals are complete', () => {
  const wrapped = (top: number, name: string, [first, rest]: readonly [string, string]) => [
    ...ending(200, top, first, 4.5),
    ...text(50, top + 4, name, 4.5),
    ...ending(200, top + 8, rest, 4.5),
  ]
  const all = [
    ...wrapped(100, '教育', ['96,689,67', '5.63']),
    ...wrapped(117, '卫生', ['6,268,959', '.56']),
    ...wrapped(134, '农林', ['484,949,', '074.64']),
    ...row(157, '住房', '0.00'),
  ]
  expect(rows(...all)).toEqual(['96,689,67 教育 5.63', '6,268,959 卫生 .56', '484,949, 农林 074.64', '住房 0.00'])
  const three = [...columns, { left: 220, right: 260 }]
  const beside = wordLinesOf([...wrapped(100, '教育', ['96,689,67', '5.63']), ...ending(240, 104, '—', 4.5)])
  expect(
    anchorCount(
      beside.map(line => phrasesOf(line)),
      three,
      [false, true, true],
    ),
  ).toBe(1)
  const own = wordLinesOf([...row(100, '教育', '96,689'), ...row(112, '卫生', '5.63')]).map(line => phrasesOf(line))
  expect(anchorCount(own, columns, [false, true])).toBe(2)
})

test('figures nearer than lines stand below each other are one row where they are in columns of their own', () => {
  const three = [...columns, { left: 220, right: 260 }]
  const lines = wordLinesOf([
    ...[...row(100, '教育', '1.00'), ...ending(260, 105, '7.00')],
    ...[...row(120, '卫生', '2.00'), ...ending(260, 125, '8.00')],
  ]).map(line => phrasesOf(line))
  expect(rowsOf(lines, three, amountColumns(lines, three))).toHaveLength(2)
})

test('the last digits of a figure that fills its column, and the bracket behind them, are no row of their own', () => {
  const narrow = (top: number, name: string, amount: string, rest: string) => [
    ...row(top, name, amount),
    ...ending(200, top + 12, rest),
  ]
  const own = [
    ...row(100, '契税', '(9.00)'),
    ...narrow(118, '印花税', '(8.0', '0)'),
    ...narrow(148, '车船税', '(0.70', ')'),
    ...row(178, '房产税', '7.00'),
  ]
  expect(rows(...own)).toEqual(['契税 (9.00)', '印花税 (8.0 0)', '车船税 (0.70 )', '房产税 7.00'])
})

test('a point begins no figure: what stands below one without decimals goes on from it, however near the rows are', () => {
  const solid = [
    ...row(100, '总计', '4343'),
    ...ending(200, 112, '.00'),
    ...row(124, '教育', '2023'),
    ...ending(200, 136, '.00'),
    ...row(148, '卫生', '0'),
    ...row(160, '住房', '1013'),
    ...ending(200, 172, '.50'),
    ...['7.00', '8.00', '9.00', '6.00'].flatMap((amount, at) => row(184 + 12 * at, '文化', amount)),
  ]
  expect(rows(...solid).slice(0, 4)).toEqual(['总计 4343 .00', '教育 2023 .00', '卫生 0', '住房 1013 .50'])
})

test('a text that runs over amounts is no rest of the row above, however near it is', () => {
  const note = text(50, 142, '注：数据保留至小数点后两位，如有尾差系四舍五入')
  expect(
    rows(...row(100, '教育', '1.00'), ...row(116, '卫生', '2.00'), ...row(132, '合计', '3.00'), ...note).slice(0, 3),
  ).toEqual(['教育 1.00', '卫生 2.00', '合计 3.00'])
})

test('whole figures of several lengths that end at one place are amounts beside a share with decimals; codes and years are none', () => {
  const four = [...columns, { left: 220, right: 260 }, { left: 280, right: 320 }]
  const line = (y: number, name: string, figures: readonly (readonly [at: number, figure: string])[]) => [
    ...text(50, y, name),
    ...figures.flatMap(([at, figure]) => ending(at, y, figure)),
  ]
  const told = (...glyphs: ReturnType<typeof text>) => {
    const lines = wordLinesOf(glyphs).map(words => phrasesOf(words))
    const amounts = amountColumns(lines, four)
    return { amounts, rows: rowsOf(lines, four, amounts).length }
  }
  const upper = line(100, '彩票公益金', [[200, '0']])
  const lower = line(118, '债务付息', [
    [200, '14565'],
    [260, '2020'],
    [320, '88.6'],
  ])
  expect(told(...upper, ...ending(260, 100, '2019'), ...lower)).toEqual({ amounts: [false, true, false, true], rows: 2 })
})

test('the first line of a name right below the name of an office, which stands between rows, begins its own row', () => {
  const three = [{ left: 10, right: 45 }, ...columns]
  const glyphs = [
    ...row(100, '展演', '1.00'),
    ...row(115, '维修', '2.00'),
    ...row(130, '购置', '3.00'),
    ...text(10, 140, '225'),
    ...text(50, 145, '服务站点'),
    ...ending(200, 151, '4.00'),
    ...text(50, 157, '建设'),
  ]
  const lines = wordLinesOf(glyphs).map(line => phrasesOf(line))
  const told = rowsOf(lines, three, amountColumns(lines, three)).map(own =>
    own.flatMap(line => line.phrases.map(piece => piece.text)).join(' '),
  )
  expect(told).toEqual(['展演 1.00', '维修 2.00', '购置 3.00 225', '服务站点 4.00 建设'])
})

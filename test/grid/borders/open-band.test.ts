import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import type { Glyph, Ruling } from '../../../src/page/page.ts'
import { across, centred, down, ending, page, shown, text } from '../page.ts'

const BORDERS = [40, 140, 240, 340]
const ROWS = [
  ['9.00', '1.00', '2.00'],
  ['4.00', '2.00', '3.00'],
]
const body: readonly Glyph[] = [
  ...['办公费', '水费', '电费'].flatMap((name, column) => centred(90 + 100 * column, 134, name)),
  ...ROWS.flatMap((row, at) => row.flatMap((amount, column) => ending(137 + 100 * column, 154 + 20 * at, amount))),
]
const drawn = [...[120, 140, 160, 180].map(y => across(y, 40, 340)), ...BORDERS.map(x => down(x, 120, 180))]

/** The rows of the first grid of a page. */
const rowsOf = (glyphs: readonly Glyph[], rules: readonly Ruling[]): string[][] => shown(gridsOf(page(glyphs, rules))[0])
const NAMES = ['办公费', '水费', '电费']
const above = across(100, 40, 340)

test('a title over all columns that the edge of the sheet cuts on both sides is a row of the header', () => {
  expect(rowsOf([...body, ...centred(190, 114, '商品和服务支出')], [above, ...drawn])).toEqual([
    ['商品和服务支出 1x3'],
    NAMES,
    ...ROWS,
  ])
})

test('what stands above a table without such a rule, or in several columns, is no row of it, nor is white', () => {
  expect(rowsOf(body, [above, ...drawn])).toEqual([NAMES, ...ROWS])
  expect(rowsOf([...body, ...centred(190, 114, '支出总表')], drawn)).toEqual([NAMES, ...ROWS])
  const unit = [...centred(90, 114, '某局'), ...centred(290, 114, '万元')]
  expect(rowsOf([...body, ...unit], [above, ...drawn])).toEqual([NAMES, ...ROWS])
})

test('the last rule of a table is no top of the title below it, which stands close over the next table of that width', () => {
  const names = ['指标', '权重'].flatMap((name, column) => centred(115 + 150 * column, 134, name))
  const rows = ['水质', '满意度'].flatMap((name, at) => [
    ...text(44, 154 + 20 * at, name),
    ...centred(265, 154 + 20 * at, '10'),
  ])
  const lower = [...[120, 140, 160, 180].map(y => across(y, 40, 340)), ...[40, 190, 340].map(x => down(x, 120, 180))]
  const upper = [...[40, 60, 80, 100].map(y => across(y, 40, 340)), ...BORDERS.map(x => down(x, 40, 100))]
  const above = body.map(glyph => {
    const [left, top, right, bottom] = glyph.box
    return { ...glyph, baseline: glyph.baseline - 80, box: [left, top - 80, right, bottom - 80] as const }
  })
  const grids = gridsOf(page([...above, ...centred(190, 114, '绩效目标表'), ...names, ...rows], [...upper, ...lower]))
  expect(grids.map(shown)).toEqual([
    [NAMES, ...ROWS],
    [
      ['指标', '权重'],
      ['水质', '10'],
      ['满意度', '10'],
    ],
  ])
})

test('a last column on a page of its own is a table, however many of its rows print a dash', () => {
  const texts = ['1.00', '-', '-', '2.00', '—', '3.00', '-']
  const glyphs = texts.flatMap((text, row) => ending(137, 154 + 20 * row, text))
  const rules = Array.from({ length: 9 }, (_, row) => across(120 + 20 * row, 40, 140))
  expect(
    gridsOf(page([...centred(90, 134, '工会经费'), ...glyphs], [...rules, down(40, 120, 280), down(140, 120, 280)])),
  ).toHaveLength(1)
})

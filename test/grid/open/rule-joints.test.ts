import { expect, test } from 'vitest'
import { gridsOf } from '../../../src/grid/grids.ts'
import { partedAt } from '../../../src/grid/open/rule-joints.ts'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import { across, centred, ending, page, shown, text } from '../page.ts'

/** A rule drawn cell by cell between these borders. */
const joined = (y: number, ...borders: readonly number[]) => borders.slice(1).map((to, at) => across(y, borders[at] ?? to, to))

const LINES = [100, 120, 140, 160, 180]

/** Codes, names and amounts that fill their columns: most touch the next one. */
const tight = [
  ...[...centred(67, 114, '编码'), ...centred(135, 114, '名称'), ...centred(220, 114, '金额')],
  ...[...text(50, 134, '2130104'), ...text(85.5, 134, '事业机构运行费用支出'), ...ending(255, 134, '12,350.00')],
  ...[...text(50, 154, '213'), ...text(85.5, 154, '林业'), ...ending(255, 154, '4,215.75')],
  ...[...text(50, 174, '2130205'), ...text(85.5, 174, '培育'), ...ending(255, 174, '864.95')],
]

const READ = [
  ['编码', '名称', '金额'],
  ['2130104', '事业机构运行费用支出', '12,350.00'],
  ['213', '林业', '4,215.75'],
  ['2130205', '培育', '864.95'],
]

test('rules that are drawn cell by cell tell the columns of texts that touch', () => {
  expect(
    gridsOf(
      page(
        tight,
        LINES.flatMap(y => joined(y, 50, 85.25, 185.5, 255)),
      ),
    ).map(shown),
  ).toEqual([READ])
})

test('texts are cut between words at a border; a total set wide over several columns stays one', () => {
  const parts = (...glyphs: ReturnType<typeof text>[]): string[] =>
    wordLinesOf(glyphs.flat()).flatMap(line => partedAt(phrasesOf(line), [100]).phrases.map(piece => piece.text))
  expect(parts(text(84, 194, '合'), text(106, 194, '计'))).toEqual(['合 计'])
  expect(parts(text(64, 194, '2130104'), text(101, 194, '行政运行'))).toEqual(['2130104', '行政运行'])
})

test('two tables of one width have the columns of their own rules', () => {
  const [first, second] = gridsOf(
    page(
      [
        ...tight,
        ...centred(150, 240, '三公经费支出表', 14),
        ...[260, 280, 300].flatMap((y, at) => [
          ...text(52, y + 14, ['项目', '接待费', '用车费'][at] ?? ''),
          ...ending(250, y + 14, ['金额', '8.05', '9.10'][at] ?? ''),
        ]),
      ],
      [...LINES.flatMap(y => joined(y, 50, 85.25, 185.5, 255)), ...[260, 280, 300, 320].flatMap(y => joined(y, 50, 150, 255))],
    ),
  )
  expect(shown(first)).toEqual(READ)
  expect(shown(second)).toEqual([
    ['项目', '金额'],
    ['接待费', '8.05'],
    ['用车费', '9.10'],
  ])
})

test('rules put together of fewer parts than there are columns of text, and dashes, tell none', () => {
  const loose = [
    ...[...text(52, 114, '编码'), ...text(120, 114, '名称'), ...ending(250, 114, '金额')],
    ...[...text(52, 134, '201'), ...text(120, 134, '林业'), ...ending(250, 134, '12,350.00')],
    ...[...text(52, 154, '202'), ...text(120, 154, '农业'), ...ending(250, 154, '4,215.75')],
    ...[...text(52, 174, '203'), ...text(120, 174, '水利'), ...ending(250, 174, '864.95')],
  ]
  const columns = (rulings: Parameters<typeof page>[1]): number | undefined =>
    gridsOf(page(loose, rulings))[0]?.columnEdges.length
  expect(columns(LINES.flatMap(y => joined(y, 50, 150, 255)))).toBe(4)
  const dashes = Array.from({ length: 42 }, (_, at) => 50 + 5 * at)
  expect(columns(LINES.flatMap(y => joined(y, ...dashes)))).toBe(4)
})

test('a row of nothing below the names is a row, and a total in the middle below labels at the left is in their column', () => {
  const labels = ['资本性支出', '助学金', '离退休费'].flatMap((name, at) => text(53, 134 + 20 * at, name))
  const middles = [...centred(175, 114, '科目名称'), ...centred(175, 194, '支出合计'), ...centred(277, 114, '合计')]
  const figures = ['—', '4653', '1266', '5919'].flatMap((figure, at) => centred(277, 134 + 20 * at, figure))
  const rules = [...LINES, 200].flatMap(y => joined(y, 50, 250, 305))
  expect(gridsOf(page([...labels, ...middles, ...figures], rules)).map(shown)).toEqual([
    [
      ['科目名称', '合计'],
      ['资本性支出', '—'],
      ['助学金', '4653'],
      ['离退休费', '1266'],
      ['支出合计', '5919'],
    ],
  ])
})

test('rules that spare a merged cell at the side, which the page cuts, are those of the table whose header has rules over the whole width', () => {
  const names = ['类别', '项目', '预算数'].flatMap((name, at) => centred([67, 135, 220][at] ?? 0, 114, name))
  const rows = ['本年收入', '上级补助', '上年结余', '调入资金'].map((name, at) => [name, `${at + 1}1.00`])
  const [first = [], ...others] = rows
  const body = rows.flatMap(([name = '', amount = ''], at) => [
    ...(at === 0 ? centred(67, 134, '收入') : []),
    ...text(88, 134 + 20 * at, name),
    ...ending(252, 134 + 20 * at, amount),
  ])
  const borders = [50, 85, 185, 255]
  const heads = [100, 120].flatMap(y => joined(y, ...borders))
  const spared = (first: number) => [140, 160, 180, 200].flatMap(y => joined(y, ...borders.slice(first)))
  const read = (first: number) => gridsOf(page([...names, ...body], [...heads, ...spared(first)])).map(shown)
  expect(read(1)).toEqual([[['类别', '项目', '预算数'], ['收入 4x1', ...first], ...others]])
  // Rules under the figures alone are no borders of rows.
  expect(read(2)[0]?.[0]).toEqual(['类别', '项目', '预算数'])
  expect(read(2)[0]?.at(-1)).toEqual(['', ...rows.slice(-1).flat()])
})

import { expect, test } from 'vitest'
import { gridEvidenceOf } from '../../../src/grid/grids.ts'
import type { Glyph, Ruling } from '../../../src/page/page.ts'
import { across, centred, ending, page, text } from '../page.ts'

/** What the first area of a page without cells shows for being a table, and for being none: each with how strongly, 0 to 1. */
function seenOn(glyphs: readonly Glyph[], rulings: readonly Ruling[] = []) {
  const [area] = gridEvidenceOf(page(glyphs, rulings)).decided
  const strengths = (all: readonly { readonly name: string; readonly strength: number }[] = []) =>
    Object.fromEntries(all.map(({ name, strength }) => [name, strength]))
  return { isTable: area?.isTable, table: strengths(area?.seen.table), none: strengths(area?.seen.none) }
}

const row = (y: number, name: string, ...figures: readonly string[]): Glyph[] => [
  ...text(50, y, name),
  ...figures.flatMap((figure, at) => ending(200 + 100 * at, y, figure)),
]
const names = [...centred(70, 140, '科目'), ...centred(180, 140, '基本支出'), ...centred(280, 140, '项目支出')]
const FIGURES = ['1,204.50', '812.33', '64.70', '3,018.45', '227.01', '95.60', '1,333.33', '48.28']
const NAMES = ['教育', '卫生健康', '住房保障', '农林水', '文化', '节能', '城乡社区', '交通']
const rows = NAMES.flatMap((name, at) => row(160 + 20 * at, name, FIGURES[at] ?? '', `${at * at + 1}1.00`))

test('rows of figures under names fill their places, and nothing speaks of prose', () => {
  const { isTable, table, none } = seenOn([...names, ...rows])
  expect(isTable).toBe(true)
  expect(table).toMatchObject({
    ...{ 'in-columns': 1, 'each-column-filled': 1, 'places-filled': 1, 'many-rows': 1 },
    ...{ 'columns-of-amounts': 2 / 3, 'figures-formatted': 1, 'figures-aligned': 1, 'names-above': 1 },
  })
  expect(Object.values(none).filter(strength => strength > 0)).toEqual([])
})

test('fewer rows and blank places are less of a table', () => {
  const few = [...row(160, '教育', '1,200.50', '11.00'), ...row(180, '卫生', '2,100.50'), ...row(200, '农林', '3,100.50')]
  const { table } = seenOn([...names, ...few])
  expect(table['many-rows']).toBeCloseTo(3 / 8)
  expect(table['each-column-filled']).toBeCloseTo(1 / 3)
  expect(table['places-filled']).toBeLessThan(1)
})

test('rules of one extent around the rows frame a table', () => {
  const rules = [125, 145, 325].map(y => across(y, 40, 310))
  expect(seenOn([...names, ...rows], rules).table['rules-between-rows']).toBe(1)
  expect(seenOn([...names, ...rows]).table['rules-between-rows']).toBeUndefined()
})

test('rules that are drawn cell by cell speak for cells between them', () => {
  const rules = [125, 145, 325].flatMap(y => [across(y, 40, 130), across(y, 130, 220), across(y, 220, 310)])
  expect(seenOn([...names, ...rows], rules).table['rules-of-cells']).toBe(1)
  const whole = [125, 145, 325].map(y => across(y, 40, 310))
  expect(seenOn([...names, ...rows], whole).table['rules-of-cells']).toBeUndefined()
})

test('the only row of a last page is a table between rules drawn cell by cell: a single figure under a name is not ragged', () => {
  const last = [
    ...centred(85, 114, '科目名称'),
    ...centred(260, 114, '合计'),
    ...centred(85, 134, '合计'),
    ...centred(260, 134, '323191'),
  ]
  const rules = [100, 120, 140].flatMap(y => [across(y, 40, 210), across(y, 210, 310)])
  const { isTable, none } = seenOn(last, rules)
  expect(isTable).toBe(true)
  expect(none['figures-ragged']).toBeUndefined()
})

test('figures that do not stand under each other are ragged', () => {
  const ragged = NAMES.flatMap((name, at) => [
    ...text(50, 160 + 20 * at, name),
    ...text(150 + ((at * 13) % 37), 160 + 20 * at, `${at + 1},2${at}0.50`),
    ...text(250 + ((at * 29) % 41), 160 + 20 * at, '1.00'),
  ])
  const { table, none } = seenOn([...names, ...ragged])
  expect(table['figures-aligned'] ?? 0).toBeLessThan(0.5)
  expect(none['figures-ragged']).toBeGreaterThan(0)
})

test('figures that rise by equal steps are the scale of a chart', () => {
  const scale = [0, 1, 2, 3, 4, 5].flatMap(at =>
    row(160 + 20 * at, `部门${'甲乙丙丁戊己'[at]}`, `${at}00.00`, `${at * at + 1}3.00`),
  )
  expect(seenOn([...names, ...scale]).none).toMatchObject({ scale: 1 })
  expect(seenOn([...names, ...rows]).none['scale']).toBeUndefined()
})

test('two columns alone, texts across columns and no amounts speak of print that is no table', () => {
  const heads = [...centred(70, 140, '科目'), ...centred(180, 140, '金额')]
  const two = NAMES.flatMap((name, at) => row(160 + 20 * at, name, FIGURES[at] ?? ''))
  expect(seenOn([...heads, ...two]).none).toMatchObject({ 'two-columns': 1 })
  expect(seenOn([...names, ...rows]).none['two-columns']).toBeUndefined()
  const note = [...text(50, 220, '其中包括上年结转的各项资金'), ...ending(300, 220, '31.00')]
  const apart = [...rows.filter(({ baseline }) => baseline !== 220), ...note]
  expect(seenOn([...names, ...apart]).none['texts-across']).toBeGreaterThan(0)
})

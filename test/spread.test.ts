import { expect, test } from 'vitest'
import { gridsOf, readGrids } from '../src/grid/grids.ts'
import type { Glyph, Page } from '../src/page/page.ts'
import { halvesOf, spreadOf } from '../src/spread.ts'
import { across, centred, ending, page, shown, text } from './grid/page.ts'

/** A sheet of A3 with room for two pages of A4. */
const sheet = (parts: Pick<Page, 'glyphs' | 'rulings'>): Page => ({
  ...page(parts.glyphs, parts.rulings),
  width: 1190,
  height: 842,
})

/** A table of three rules on a page that begins at `left`, its rows so far apart; its title in the middle of the page unless told otherwise. */
function tableOn(left: number, title: string, rows: readonly (readonly [string, string])[], titleAt = left + 297.5) {
  const [from, to] = [left + 80, left + 515]
  const bottom = 150 + 20 * rows.length
  const glyphs: Glyph[] = [
    ...centred(titleAt, 80, title, 16),
    ...ending(to, 100, '单位：万元'),
    ...centred(left + 200, 124, '科目名称'),
    ...centred(left + 460, 124, '预算数'),
    ...rows.flatMap(([name, amount], index) => {
      const y = 144 + 20 * index
      return [...text(from + 2, y, name), ...ending(to - 2, y, amount)]
    }),
  ]
  return { glyphs, rulings: [110, 130, bottom].map(y => across(y, from, to)) }
}

const EDUCATION = [
  ['教育支出', '1,200.50'],
  ['普通教育支出', '1,000.50'],
  ['职业教育支出', '200.00'],
] as const
const HEALTH = [
  ['卫生健康支出', '310.00'],
  ['公立医院支出', '250.00'],
  ['公共卫生支出', '60.00'],
] as const

const both = (left: ReturnType<typeof tableOn>, right: ReturnType<typeof tableOn>) => ({
  glyphs: [...left.glyphs, ...right.glyphs],
  rulings: [...left.rulings, ...right.rulings],
})

test('two pages printed on a sheet are two tables, also where all their lines are at the same heights', () => {
  const twoUp = sheet(both(tableOn(0, '收入预算表', EDUCATION), tableOn(595, '支出预算表', HEALTH)))
  expect(spreadOf(twoUp)).toBe(595)
  const grids = gridsOf(twoUp)
  expect(grids.map(grid => shown(grid).slice(1))).toEqual([EDUCATION, HEALTH])
})

test('nothing of either half is lost', () => {
  const twoUp = sheet(both(tableOn(0, '收入预算表', EDUCATION), tableOn(595, '支出预算表', HEALTH)))
  const [left, right] = halvesOf(twoUp, 595)
  expect([...(left?.glyphs ?? []), ...(right?.glyphs ?? [])]).toHaveLength(twoUp.glyphs.length)
  expect([...(left?.rulings ?? []), ...(right?.rulings ?? [])]).toHaveLength(twoUp.rulings.length)
})

test('a table whose title stands over the middle of the sheet is one, however wide the white below it', () => {
  const left = tableOn(0, '收支预算总表', EDUCATION, 595)
  const right = tableOn(595, '', HEALTH)
  expect(spreadOf(sheet(both(left, right)))).toBeNull()
})

test('a page that goes on with a wide table is one, with a column of nothing in its middle', () => {
  const rows = Array.from({ length: 12 }, (_, index) => 100 + 20 * index)
  const glyphs = rows.flatMap(y => [
    ...text(60, y, '机关事业单位基本养老保险缴费支出'),
    ...[400, 520, 800, 950, 1100].flatMap(x => ending(x, y, '1,234.50')),
  ])
  expect(spreadOf(sheet({ glyphs, rulings: [] }))).toBeNull()
})

/** The same without rules, nothing of it in the middle of its page: what tells two pages is only where their lines begin and what is printed on both. */
const bare = (left: number, rows: Parameters<typeof tableOn>[2]) => ({
  glyphs: tableOn(left + 15, '收支预算表', rows, left + 200).glyphs,
  rulings: [],
})

test('a sheet on which little tells two pages from one is told as doubtful, with both readings', () => {
  const alike = sheet(both(bare(0, EDUCATION), bare(595, HEALTH)))
  const lower = bare(595, HEALTH).glyphs.map((glyph): Glyph => {
    const by = glyph.baseline > 130 ? 10 : 0
    return { ...glyph, baseline: glyph.baseline + by, box: [glyph.box[0], glyph.box[1] + by, glyph.box[2], glyph.box[3] + by] }
  })
  const apart = sheet(both(bare(0, EDUCATION), { glyphs: lower, rulings: [] }))
  const said = [alike, apart].map(one => readGrids(one).findings.map(({ code, message }) => `${code}: ${message.en}`))
  expect([alike, apart].map(spreadOf)).toEqual([null, 595])
  expect(said[0]).toContain('grid-doubtful: sheet 1 was read as one page (73 % sure); it may be two pages beside each other')
  expect(said[1]).toContain('grid-doubtful: sheet 1 was read as two pages beside each other (88 % sure); it may be one page')
})

test('a sheet that is surely one page, or surely two, is no doubt', () => {
  const two = sheet(both(tableOn(0, '收入预算表', EDUCATION), tableOn(595, '支出预算表', HEALTH)))
  const one = page(tableOn(0, '收入预算表', EDUCATION).glyphs, [])
  for (const sure of [two, one])
    expect(readGrids(sure).findings.filter(({ message }) => message.en.startsWith('sheet'))).toEqual([])
})

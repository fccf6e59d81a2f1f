import { expect, test } from 'vitest'
import { gridsOf, readGrids } from '../src/grid/grids.ts'
import type { Glyph, Page } from '../src/page/page.ts'
import { halvesOf, pageNumberIn, readSheet, spreadOf } from '../src/spread.ts'
import { across, centred, down, ending, page, shown, text } from './grid/page.ts'

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

/** Where the middles of the two pages of a sheet of A3 are. */
const [LEFT, RIGHT] = [297.5, 892.5]

/** Three lines of words that begin at `x`, the first on a baseline of its own. */
const words = (x: number, y: number): Glyph[] =>
  ['部门预算说明', '人员经费安排', '公用经费安排'].flatMap((line, at) => text(x, y + 30 * at, line))

/** Two halves of words that have nothing in common, and what else is printed. */
const halves = (glyphs: readonly Glyph[] = [], rulings: Page['rulings'] = []): Page =>
  sheet({ glyphs: [...words(100, 200), ...words(745, 215), ...glyphs], rulings })

/** What speaks for two pages on a sheet, how often it is so left out. */
const told = (of: Page): string[] => (readSheet(of).decision?.evidence ?? []).map(({ name }) => name).slice(1)

test('lines in the middle of both halves speak for two pages, in one of them for none', () => {
  expect(told(halves())).toEqual(['own-lines'])
  const title = (...middles: number[]): Page => halves(middles.flatMap((x, at) => centred(x, 80 + 9 * at, '收支预算总表')))
  expect(told(title(LEFT, RIGHT))).toEqual(['centred', 'own-lines'])
  expect(told(title(LEFT))).toEqual(['own-lines'])
  expect(told(title(RIGHT))).toEqual(['own-lines'])
  expect(told(title(LEFT + 4, RIGHT + 4))).toEqual(['own-lines'])
})

test('two long rules on each half speak for two pages; short ones, one drawn in two pieces, or upright ones do not', () => {
  const rules = (left: Page['rulings'], right: Page['rulings']): string[] => told(halves([], [...left, ...right]))
  const frame = (from: number, to: number): Page['rulings'] => [across(150, from, to), across(320, from, to)]
  const [own, other] = [frame(60, 370), frame(800, 1110)]
  expect(rules(own, other)).toEqual(['framed', 'own-lines'])
  expect(rules(own, [])).toEqual(['own-lines'])
  expect(rules([], other)).toEqual(['own-lines'])
  expect(rules(frame(60, 340), other)).toEqual(['own-lines'])
  expect(rules([across(150, 60, 370), across(150, 380, 500)], other)).toEqual(['own-lines'])
  expect(rules([down(60, 150, 470), down(370, 150, 470)], other)).toEqual(['own-lines'])
})

test('a line printed on both halves, half a sheet apart, speaks for two pages: the same words at the same place', () => {
  const twice = (line: string, x: number, y: number, again = line): string[] =>
    told(halves([...text(180, 90, line), ...text(x, y, again)])).filter(name => name === 'printed-twice')
  expect(twice('某县教育局', 775, 90)).toEqual(['printed-twice'])
  expect(twice('某县教育局', 785, 90)).toEqual([])
  expect(twice('某县教育局', 775, 100)).toEqual([])
  expect(twice('某县教育局', 775, 90, '某县卫生局')).toEqual([])
  expect(twice('说明', 775, 90)).toEqual([])
})

test('halves that begin at the same distance from the edge of their pages speak for two', () => {
  const at = (right: number): string[] => told(sheet({ glyphs: [...words(100, 200), ...words(right, 215)], rulings: [] }))
  expect(at(695)).toContain('same-margin')
  expect(at(697)).toContain('same-margin')
  expect(at(701)).not.toContain('same-margin')
})

test('without a white as wide as two margins, or words on both halves, a sheet is not even looked at', () => {
  const near = (end: number): Page => halves(ending(end, 150, '二〇二四年度'))
  expect(readSheet(near(571)).decision).not.toBeNull()
  expect(readSheet(near(573)).decision).toBeNull()
  const [, ...fewer] = [200, 230, 260].map(y => text(745, y, '部门预算说明'))
  const few = (line: readonly Glyph[]) =>
    readSheet(sheet({ glyphs: [...words(100, 200), ...fewer.flat(), ...line], rulings: [] }))
  expect(few(text(745, 200, '部门预算')).decision).not.toBeNull()
  expect(few(text(745, 200, '说明 12,345.00')).decision).toBeNull()
  expect(readSheet({ ...halves(), height: 1684 }).decision).toBeNull()
})

test('nothing printed over the middle of a sheet lets it be two pages', () => {
  const numbers = [...centred(LEFT, 800, '3'), ...centred(RIGHT, 800, '4')]
  expect(spreadOf(halves(numbers))).toBe(595)
  for (const title of ['收支预算表', '收支预算总表'])
    expect(spreadOf(halves([...numbers, ...centred(595, 60, title)]))).toBeNull()
  expect(spreadOf(halves([...numbers, ...ending(590, 60, '收支预算表')]))).toBe(595)
  expect(spreadOf(halves(numbers, [across(150, 60, 1110)]))).toBeNull()
  expect(spreadOf({ ...halves(numbers), pictures: [{ box: [500, 400, 700, 500], pixels: [200, 100] }] })).toBeNull()
  expect(spreadOf(sheet({ glyphs: [], rulings: [] }))).toBeNull()
})

test('page numbers that follow each other, at the foot or the head, are two pages; others are none', () => {
  const numbered = (left: string, right: string, y = 800): number | null =>
    spreadOf(
      sheet({ glyphs: [...text(100, 400, '说明'), ...centred(LEFT, y, left), ...centred(RIGHT, y, right)], rulings: [] }),
    )
  expect([numbered('3', '4'), numbered('— 3 —', '— 4 —', 60), numbered('第3页', '第4页')]).toEqual([595, 595, 595])
  expect([numbered('3', '5'), numbered('4', '3'), numbered('附件', '1'), numbered('3', '附件')]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('a page number is digits alone, between dashes or called 页, of how many or not', () => {
  expect(['12', '- 12 -', '第 12 页', '第12页，共30页', '12/30'].map(pageNumberIn)).toEqual([12, 12, 12, 12, 12])
  expect(['第 12 页 共 30 页', '第12页/共30页'].map(pageNumberIn)).toEqual([12, 12])
  expect(['1,234', '17929404', '12 345'].map(pageNumberIn)).toEqual([null, null, null])
  expect(['12,345.00', '12 人', '附件12', '二〇二四', ''].map(pageNumberIn)).toEqual([null, null, null, null, null])
})

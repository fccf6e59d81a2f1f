import { expect, test } from 'vitest'
import type { Box } from '../../../src/geometry.ts'
import type { Drawn } from '../../../src/grid/borders/drawn.ts'
import type { Lattice } from '../../../src/grid/cells/lattice.ts'
import {
  areNames,
  goesOn,
  holdsRows,
  isBelow,
  isSetAsTitle,
  runsAcross,
  stripeBorders,
  titleOf,
} from '../../../src/grid/open/stripes.ts'
import { type TextLine, wordLinesOf } from '../../../src/grid/texts/words.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { centred, ending, page, text } from '../page.ts'

const BORDERS = [50, 250, 350, 450]

/** A coloured row from `top` on, 20 points high for each of its rows, with these column borders. */
function stripe(top: number, columnEdges: readonly number[] = BORDERS, rows = 1): Lattice {
  const rowEdges = Array.from({ length: rows + 1 }, (_, row) => top + 20 * row)
  const box: Box = [columnEdges[0] ?? 0, top, columnEdges.at(-1) ?? 0, top + 20 * rows]
  return { box, columnEdges, rowEdges, places: [] }
}

/** A row of a table with its text in the middle of a stripe at `top`. */
const row = (top: number, name: string, ...figures: readonly string[]): Glyph[] => [
  ...text(53, top + 14, name),
  ...figures.flatMap((figure, at) => ending((BORDERS[at + 2] ?? 0) - 3, top + 14, figure)),
]

/** A page of these stripes with what is printed on it; `ruled` is an upright ruling drawn through it. */
function drawn(
  lattices: readonly Lattice[],
  glyphs: readonly Glyph[],
  ruled?: readonly [at: number, from: number, to: number],
): Drawn {
  const [at, from, to] = ruled ?? [0, 0, 0]
  const vertical = ruled ? [{ at, from, to, source: 'ruling' as const }] : []
  return { page: page(glyphs), edges: { horizontal: [], vertical }, lattices, lines: () => wordLinesOf(glyphs), em: 10 }
}
const lineOf = (glyphs: readonly Glyph[]): TextLine => wordLinesOf(glyphs)[0] as TextLine

const ROWS = [
  ...row(100, '一般公共服务支出', '1,100.00', '20.00'),
  ...row(120, '教育支出', '15.50', '8.25'),
  ...row(140, '社会保障和就业支出', '9.00', '0.00'),
]

test('every other row in colour is a table of the finest of their columns; one such row is none', () => {
  const [first, second] = [stripe(100), stripe(140)]
  expect(stripeBorders(first, drawn([first, second], ROWS))).toEqual(BORDERS)
  expect(stripeBorders(first, drawn([first], ROWS))).toEqual([])
  const plain = stripe(140, [50, 450])
  expect(stripeBorders(plain, drawn([first, plain], ROWS))).toEqual([])
  expect(stripeBorders(first, drawn([first, plain], ROWS))).toEqual(BORDERS)
  const head = stripe(60, [50, 450])
  expect(stripeBorders(head, drawn([head, first], ROWS))).toEqual(BORDERS)
})

test('several coloured rows that touch count where they hold figures', () => {
  const [first, several] = [stripe(100), stripe(120, BORDERS, 2)]
  expect(stripeBorders(first, drawn([first, several], ROWS))).toEqual(BORDERS)
  expect(stripeBorders(first, drawn([first, several], row(100, '教育支出', '15.50', '8.25')))).toEqual([])
})

test('what stands below another begins under its foot and shares its width', () => {
  expect(isBelow(stripe(140), stripe(100))).toBe(true)
  expect(isBelow(stripe(110), stripe(100))).toBe(false)
  expect(isBelow(stripe(140, [300, 450]), stripe(100, [50, 250]))).toBe(false)
})

test('a coloured row below another is no first one', () => {
  const [first, second] = [stripe(100), stripe(140)]
  expect(stripeBorders(second, drawn([first, second], ROWS))).toEqual([])
  const above = stripe(40)
  const title = centred(250, 84, '政府性基金预算支出表')
  expect(stripeBorders(first, drawn([above, first, second], ROWS))).toEqual([])
  expect(stripeBorders(first, drawn([above, first, second], [...ROWS, ...title]))).toEqual(BORDERS)
})

test('coloured rows of another width, or with a border of their own, are of another table', () => {
  const first = stripe(100)
  expect(stripeBorders(first, drawn([first, stripe(140, [50, 250, 350, 400])], ROWS))).toEqual([])
  expect(stripeBorders(first, drawn([first, stripe(140, [50, 200, 350, 450])], ROWS))).toEqual([])
})

test('a title across their borders between two coloured rows, or names over their figures, part them', () => {
  const [first, second] = [stripe(100), stripe(180)]
  const rows = [...row(100, '教育支出', '15.50', '8.25'), ...row(180, '卫生健康支出', '2.75', '1,000.50')]
  const between = (glyphs: readonly Glyph[]): readonly number[] =>
    stripeBorders(first, drawn([first, second], [...rows, ...glyphs]))
  expect(between(row(140, '社会保障和就业支出', '9.00', '0.00'))).toEqual(BORDERS)
  expect(between(centred(250, 154, '政府性基金预算支出表'))).toEqual([])
  expect(between(text(53, 154, '政府性基金预算支出表'))).toEqual(BORDERS)
  expect(between([...text(53, 154, '科目名称'), ...ending(347, 154, '基本支出'), ...ending(447, 154, '项目支出')])).toEqual([])
  expect(between([...text(53, 154, '科目名称'), ...ending(347, 154, '基本支出')])).toEqual(BORDERS)
  expect(between([...row(120, '农林水支出', '9.00', '0.00'), ...centred(250, 164, '政府性基金预算支出表')])).toEqual([])
  const inOne = [first, second].map(({ box }) => stripe(box[1], [50, 200, 300, 450]))
  const middle = [...rows, ...centred(250, 154, '小计')]
  expect(stripeBorders(inOne[0] as Lattice, drawn(inOne, middle))).toEqual([50, 200, 300, 450])
})

test('rows that hold figures and are told by colours alone hold rows; those with rulings through them do not', () => {
  const several = stripe(100, BORDERS, 3)
  expect(holdsRows(several, drawn([several], ROWS))).toBe(true)
  expect(holdsRows(several, drawn([several], ROWS, [250, 100, 160]))).toBe(false)
  expect(holdsRows(several, drawn([several], ROWS, [250, 300, 400]))).toBe(true)
  expect(holdsRows(several, drawn([several], text(53, 114, '教育支出')))).toBe(false)
})

test('rows go on where a coloured one has all their borders, or texts side by side between some of them', () => {
  const header = stripe(60)
  const on = (lattice: Lattice, glyphs: readonly Glyph[] = ROWS): boolean =>
    goesOn(header, lattice, BORDERS, drawn([header, lattice], glyphs))
  expect(on(stripe(100))).toBe(true)
  expect(on(stripe(100), [])).toBe(true)
  expect(on(stripe(100, [50, 450]))).toBe(true)
  expect(on(stripe(100, [50, 450]), row(100, '教育支出'))).toBe(false)
  expect(on(stripe(100, [50, 200, 450]))).toBe(false)
  expect(on(stripe(100, BORDERS, 2))).toBe(true)
  expect(on(stripe(100, BORDERS, 2), row(100, '教育支出'))).toBe(false)
  expect(on(stripe(100), [...ROWS, ...centred(250, 92, '政府性基金预算支出表')])).toBe(false)
})

test('a title is one text in the middle; the number of a table and its name stand near to each other', () => {
  expect(isSetAsTitle(lineOf(centred(250, 40, '部门收支总表')), [50, 450])).toBe(true)
  expect(isSetAsTitle(lineOf(centred(350, 40, '部门收支总表')), [50, 450])).toBe(false)
  const numbered = (gap: number): TextLine =>
    titleOf(lineOf([...text(200, 40, '表一'), ...text(220 + gap, 40, '部门收支总表')]))
  expect(isSetAsTitle(numbered(20), [50, 450])).toBe(true)
  expect(isSetAsTitle(numbered(40), [50, 450])).toBe(false)
  expect(numbered(20).phrases.map(({ text: said }) => said)).toEqual(['表一 部门收支总表'])
})

test('names stand over two columns of figures at least, without a figure among them', () => {
  const names = (...own: readonly Glyph[][]): boolean =>
    areNames(lineOf(own.flat()), BORDERS, wordLinesOf([...ROWS, ...row(160, '其他', '—', '—')]))
  const [basic, project] = [ending(347, 80, '基本支出'), ending(447, 80, '项目支出')]
  expect(names(basic, project)).toBe(true)
  expect(names(text(53, 80, '科目名称'), basic)).toBe(false)
  expect(names(basic, ending(447, 80, '12.50'))).toBe(false)
})

test('a text runs across a border where it juts out on both sides of it', () => {
  const across = (from: number): boolean => runsAcross(lineOf(text(from, 40, '教育支出')).phrases[0] as never, [250])
  expect([200, 211, 230, 249, 260].map(across)).toEqual([false, false, true, false, false])
})

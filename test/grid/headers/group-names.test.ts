import { expect, test } from 'vitest'
import { type Below, groupRange, groupsOf, type Placed } from '../../../src/grid/headers/group-names.ts'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import { centred } from '../page.ts'

const BORDERS = [50, 150, 250, 350, 450]
const MIDDLES = [100, 200, 300, 400]
const piecesAt = (baseline: number, ...names: readonly (readonly [x: number, name: string])[]) =>
  wordLinesOf(names.flatMap(([x, name]) => centred(x, baseline, name))).flatMap(line => phrasesOf(line).phrases)

/** Four columns, each with a name of its own on one line. */
const below: Below = {
  placed: MIDDLES.map((x, index): Placed => ({ first: index, last: index, height: 130, phrases: piecesAt(130, [x, '名称']) })),
  columns: MIDDLES.map(x => ({ left: x - 30, right: x + 30 })),
  borders: BORDERS,
}
const rangesOf = (...names: readonly (readonly [x: number, name: string])[]) => {
  const found = groupsOf(piecesAt(110, ...names), below)
  return found?.ranges.map(({ first, last }) => [first, last]) ?? null
}

test('names in the middle of columns are those of groups, and leave out no column without need', () => {
  expect(rangesOf([250, '本年支出'])).toEqual([[0, 3]])
  expect(rangesOf([150, '基本支出'], [350, '项目支出'])).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(rangesOf([300, '财政拨款收入'])).toEqual([[1, 3]])
})

test('a name in the middle of no columns has no group', () => {
  expect(rangesOf([225, '合计'])).toBe(null)
  expect(groupRange(piecesAt(110, [225, '合计'])[0] ?? expect.fail(), below, true)).toBe(null)
})

test('a text alone that stands in the middle of all columns is a title, and no group of them', () => {
  const [title = expect.fail()] = piecesAt(110, [250, '部门支出预算总表'])
  expect(groupRange(title, { ...below, placed: below.placed.slice(1) }, true)).toEqual({ first: 1, last: 2 })
  const wide = { ...below, columns: below.columns.slice(1, 3), borders: BORDERS.slice(1, 4) }
  const placed = below.placed.slice(1, 3).map(one => ({ ...one, first: one.first - 1, last: one.last - 1 }))
  expect(groupRange(title, { ...wide, placed }, true)).toBe(null)
})

test('a group whose last column is on the next sheet is said to be cut', () => {
  const cut = groupsOf(piecesAt(110, [150, '基本支出'], [400, '项目支出']), below)
  expect(cut?.isCut).toBe(true)
  expect(groupsOf(piecesAt(110, [150, '基本支出'], [350, '项目支出']), below)?.isCut).toBe(false)
})

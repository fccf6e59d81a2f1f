import { expect, test } from 'vitest'
import { agreementOfParts, forestOf, likenessOf, nestingOf, type Rows, SILENT } from '../src/forest.ts'

/** Rows of one column of figures in 分. */
const rowsOf = (fen: readonly number[], more: Partial<Rows> = {}): Rows => ({
  figures: fen.map(one => ({ fen: [one], step: [1] })),
  isMemo: fen.map(() => false),
  section: fen.map(() => 0),
  steps: [1],
  ...more,
})
const BY_SUMS = { likeness: SILENT, sums: true, copies: 0 }

test('figures alone say what is part of what, level by level', () => {
  const rows = rowsOf([1_482_361, 1_124_804, 812_357, 312_447, 357_557, 238_368, 119_189])
  expect(forestOf(rows, BY_SUMS)).toEqual([null, 0, 1, 1, 0, 4, 4])
})

test('one digit otherwise takes the parts from the whole it spoils, and no others', () => {
  const rows = rowsOf([1_124_804, 812_357, 312_547, 357_557, 238_368, 119_189])
  expect(forestOf(rows, BY_SUMS)).toEqual([null, null, null, null, 3, 3])
})

test('a nought without decimals is exact beside figures with four: it makes no sum hold', () => {
  const rows: Rows = {
    figures: [11_212, 1759, 0, 12_548].map(one => ({ fen: [one * 1_000_000], step: [one === 0 ? 10_000_000_000 : 1_000_000] })),
    isMemo: [false, false, false, false],
    section: [0, 0, 0, 0],
    steps: [1_000_000],
  }
  expect(agreementOfParts(rows, 0, [1, 2, 3])).toMatchObject({ held: 0, broken: 1 })
  expect(forestOf(rows, BY_SUMS)).toEqual([null, null, null, null])
})

test('a total between two sections holds no row behind it, though the figures would add up', () => {
  const rows = rowsOf([1_124_804, 812_357, 312_447], { section: [0, 1, 1] })
  expect(forestOf(rows, BY_SUMS)).toEqual([null, null, null])
})

test('rows of 其中 are counted only where the sum wants them', () => {
  const isMemo = [false, false, false, true]
  const without = rowsOf([1_124_804, 812_357, 312_447, 51_236], { isMemo })
  expect(agreementOfParts(without, 0, [1, 2, 3])).toMatchObject({ held: 1, broken: 0, counted: [1, 2] })
  const within = rowsOf([1_176_040, 812_357, 312_447, 51_236], { isMemo })
  expect(agreementOfParts(within, 0, [1, 2, 3])).toMatchObject({ held: 1, broken: 0, counted: [1, 2, 3] })
})

test('labels alone nest rows that print no figure that tells, and what speaks for a nesting that was not made counts against it', () => {
  const rows = rowsOf([0, 0, 0])
  const likeness = (whole: number, part: number): number => (whole === 0 && part === 1 ? 4 : -4)
  expect(forestOf(rows, { likeness, sums: false, copies: 0 })).toEqual([null, 0, null])
  expect(likenessOf(rows, [null, 0, null], likeness)).toBe(4)
  expect(likenessOf(rows, [null, null, null], likeness)).toBe(-4)
  expect(nestingOf([null, 0, null])).toBeLessThan(nestingOf([null, null, null]))
})

import { expect, test } from 'vitest'
import { readBudget } from '../../../../src/budget/read-budget.ts'
import type { Check } from '../../../../src/check/check.ts'
import { multipleOfWhole, nowhereNear, otherTree } from '../../../../src/check/judged/rivals/nesting.ts'
import { sceneOf } from '../../../../src/check/judged/scene.ts'
import { cellTerm, compare } from '../../../../src/check/relations/compare.ts'
import { tableOf } from '../../../budget/table.ts'
import { side } from '../../terms.ts'

/** A row of a list: its name and its figures. */
type Row = readonly [name: string, ...figures: string[]]

/** A list of names that say nothing of how they are nested, read, with 合计 as the whole of all its other rows in each column. */
function listOf(...rows: readonly Row[]) {
  const head = ['项目', ...['合计', '基本支出', '项目支出'].slice(0, (rows[0]?.length ?? 1) - 1)]
  const dataset = readBudget([tableOf([head, ...rows], 1, { title: '支出明细表' })], [])
  const figures = (name: string, column: number) =>
    dataset.tables.flatMap(({ lines }) =>
      lines.flatMap(({ label, amounts }) => {
        const amount = (label === '合计') === (name === '合计') ? amounts.get(column) : undefined
        return amount ? [cellTerm(amount)] : []
      }),
    )
  const checks = head.slice(1).map((label, at): Check => {
    const [whole, parts] = [figures('合计', at + 1), figures('其他', at + 1)]
    return compare({ identity: 'B12b', instance: label }, { label, terms: whole }, { label, terms: parts }, 'sum')
  })
  return { checks, scene: sceneOf(dataset, checks) }
}

/** Whether another nesting of its rows explains why the first column of a list does not add up. */
function isNestedOtherwise(...rows: readonly Row[]): boolean {
  const { checks, scene } = listOf(...rows)
  const [first] = checks
  expect(first?.outcome).toBe('broken')
  return first !== undefined && otherTree.explains(first, scene)
}

const TOTAL: Row = ['合计', '1,482.36']
const PERSONNEL: readonly Row[] = [
  ['人员经费', '1,124.80'],
  ['在职人员', '812.35'],
  ['离退休人员', '312.45'],
]

test('rows of which one is the sum of those below it make the total without them', () => {
  expect(isNestedOtherwise(TOTAL, ...PERSONNEL, ['日常公用', '357.56'])).toBe(true)
  expect(isNestedOtherwise(TOTAL, ['日常公用', '357.56'], ...PERSONNEL)).toBe(true)
})

test('a figure that fits no nesting is explained by none', () => {
  expect(isNestedOtherwise(TOTAL, ...PERSONNEL, ['日常公用', '375.56'])).toBe(false)
  expect(isNestedOtherwise(['合计', '1,428.36'], ...PERSONNEL, ['日常公用', '357.56'])).toBe(false)
})

test('a total may stand below its rows', () => {
  expect(isNestedOtherwise(...PERSONNEL, ['日常公用', '357.56'], TOTAL)).toBe(true)
  expect(isNestedOtherwise(...PERSONNEL, ['日常公用', '375.56'], TOTAL)).toBe(false)
})

test('rows above the total of a list, as of another one, are none of its parts', () => {
  expect(isNestedOtherwise(['上年结转', '96.20'], TOTAL, ...PERSONNEL, ['日常公用', '357.56'])).toBe(true)
})

test('what stands below rows that make the total already is another list', () => {
  expect(isNestedOtherwise(TOTAL, ...PERSONNEL, ['日常公用', '357.56'], ['年末结转', '41.07'])).toBe(true)
})

test('a lone row that prints the total again is no nesting: what is below it may be misprinted', () => {
  expect(isNestedOtherwise(TOTAL, ['本年支出', '1,482.36'], ['人员经费', '1,124.80'], ['日常公用', '375.56'])).toBe(false)
})

test('sums of rounded figures may be off by half a step for each of them and no more', () => {
  const rounded = (first: string): boolean =>
    isNestedOtherwise(['合计', '1,482'], ['人员经费', '1,125'], ['在职人员', first], ['离退休人员', '312'], ['日常公用', '357'])
  expect(rounded('812')).toBe(true)
  expect(rounded('810')).toBe(false)
})

test('where another column adds up with the same rows they are its parts, and no nesting excuses the figure', () => {
  const rows: readonly Row[] = [
    ['合计', '1,482.36', '2,607.16'],
    ['人员经费', '1,124.80', '1,124.80'],
    ['在职人员', '812.35', '812.35'],
    ['离退休人员', '312.45', '312.45'],
    ['日常公用', '357.56', '357.56'],
  ]
  expect(listOf(...rows).checks.map(({ outcome }) => outcome)).toEqual(['broken', 'holds'])
  expect(isNestedOtherwise(...rows)).toBe(false)
  expect(isNestedOtherwise(...rows.map(([name, figure = '']): Row => [name, figure]))).toBe(true)
})

test('a sum of more than twice its whole, or less than half of it, is not of its parts', () => {
  const isFar = (total: string, ...parts: string[]): boolean => {
    const { checks, scene } = listOf(['合计', total], ...parts.map((part, at): Row => [`项目${at}`, part]))
    return checks.some(check => nowhereNear.explains(check, scene))
  }
  expect(isFar('357.56', '612.45', '102.68')).toBe(true)
  expect(isFar('357.56', '612.45', '102.66')).toBe(false)
  expect(isFar('1,482.36', '612.45', '128.72')).toBe(true)
  expect(isFar('1,482.36', '612.45', '128.74')).toBe(false)
})

test('levels added up make the total two to six times, as money alone and to what rounding allows', () => {
  const { scene } = listOf(TOTAL)
  const isMultiple = (whole: string, sum: string, unit = '万元', identity = 'B12b'): boolean =>
    multipleOfWhole.explains(compare({ identity, instance: '' }, side(unit, whole), side(unit, sum), 'sum'), scene)
  expect(['357.56', '715.12', '2,145.36', '2,502.92'].map(sum => isMultiple('357.56', sum))).toEqual([false, true, true, false])
  expect(['715.14', '715.20', '894.00'].map(sum => isMultiple('357.56', sum))).toEqual([true, false, false])
  expect(isMultiple('0.00', '715.12')).toBe(false)
  expect(isMultiple('12', '24', '人')).toBe(false)
  // A whole of twice its parts is no sum of levels; of two tables either may have the rows twice.
  expect(isMultiple('715.12', '357.56')).toBe(false)
  expect(isMultiple('715.12', '357.56', '万元', 'B2d')).toBe(true)
})

test('what is a sum by the meaning of its words has no other parts', () => {
  const { checks, scene } = listOf(TOTAL, ...PERSONNEL, ['日常公用', '357.56'])
  const named = checks.map(check => ({ ...check, identity: 'B1b' }))
  expect([checks, named].map(([check]) => check && otherTree.explains(check, scene))).toEqual([true, false])
  const far = compare({ identity: 'B1b', instance: '' }, side('万元', '100.00'), side('万元', '300.00'), 'sum')
  expect([far, { ...far, identity: 'B12b' }].map(check => nowhereNear.explains(check, scene))).toEqual([false, true])
})

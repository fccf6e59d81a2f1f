import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inUnit } from '../../src/budget/money/amount.ts'
import type { Check } from '../../src/check/check.ts'
import { checkDataset } from '../../src/check/check-dataset.ts'
import { datasetOf } from './sample.ts'

const dataset = await datasetOf(fileURLToPath(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url)))
const { checks, findings, coverage, sangong } = checkDataset(dataset)
const of = (identity: string): readonly Check[] => checks.filter(check => check.identity === identity)
const outcomes = (identity: string): string => {
  const count = (outcome: Check['outcome']): number => of(identity).filter(check => check.outcome === outcome).length
  return `${count('holds')} hold, ${count('rounding')} rounding, ${count('broken')} broken`
}
const texts = (check: Check | undefined): string[][] =>
  [check?.left, check?.right].map(side => side?.terms.map(term => term.text) ?? [])
const pages = (check: Check | undefined): number[][] =>
  [check?.left, check?.right].map(side => [...new Set(side?.terms.map(term => term.page))])

test('what the document says about itself', () => {
  expect(dataset.metadata).toEqual({
    department: '达州市达川区人民政府办公室',
    departmentCode: '103001',
    region: '四川省达州市达川区',
    regionCode: '511703',
    fiscalYear: 2023,
    kind: 'budget',
    scope: 'department',
  })
  expect(dataset.tables.every(table => table.kind !== null)).toBe(true)
})

test('nothing in a right reading is suspect', () => {
  expect(checks.filter(check => check.verdict === 'extraction-suspect')).toEqual([])
})

test.each([
  [
    '.github/MEASURED.md',
    (tried, holds, rounding, broken) =>
      `${tried} identities are tried: ${holds} hold, ${rounding} differ by rounding, ${broken} are broken in the document itself`,
  ],
  [
    '.github/MEASURED.zh-CN.md',
    (tried, holds, rounding, broken) =>
      `验算 ${tried} 条勾稽关系：${holds} 条成立，${rounding} 条只差四舍五入，${broken} 条是文件自身不一致`,
  ],
] satisfies [string, (...counts: number[]) => string][])('%s says how many of its identities hold', (file, sentence) => {
  const count = (outcome: Check['outcome']): number => checks.filter(check => check.outcome === outcome).length
  const [holds, rounding, broken] = [count('holds'), count('rounding'), count('broken')]
  const told = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replaceAll(/\s+/g, ' ')
  expect(told).toContain(sentence(holds + rounding + broken, holds, rounding, broken))
})

// What holds and what is rounding: the identities inside and between the tables.
test.each([
  ['B1b', '1 hold, 0 rounding, 0 broken'],
  ['B1c', '4 hold, 0 rounding, 0 broken'],
  ['B11', '3 hold, 0 rounding, 0 broken'],
  ['B12a', '11 hold, 0 rounding, 0 broken'],
  ['B12b', '4 hold, 2 rounding, 0 broken'],
  ['B2', '6 hold, 0 rounding, 0 broken'],
  ['B2d', '1 hold, 0 rounding, 0 broken'],
  ['B21ab', '114 hold, 0 rounding, 0 broken'],
  ['B21c', '33 hold, 4 rounding, 0 broken'],
  ['B3', '10 hold, 0 rounding, 0 broken'],
  ['B3c', '2 hold, 2 rounding, 0 broken'],
  ['B31a', '26 hold, 0 rounding, 0 broken'],
  ['B31c', '10 hold, 2 rounding, 0 broken'],
  ['B32', '3 hold, 0 rounding, 0 broken'],
  ['B33', '12 hold, 0 rounding, 0 broken'],
  ['B4', '4 hold, 0 rounding, 0 broken'],
  ['B6a', '13 hold, 0 rounding, 0 broken'],
  ['B6b', '13 hold, 0 rounding, 0 broken'],
  ['B7a', '1 hold, 0 rounding, 0 broken'],
  ['B7b', '1 hold, 0 rounding, 0 broken'],
  ['X1', '1 hold, 0 rounding, 0 broken'],
  ['X2', '1 hold, 0 rounding, 0 broken'],
  ['X2c', '4 hold, 1 rounding, 0 broken'],
  ['X4', '1 hold, 0 rounding, 0 broken'],
  ['X5', '1 hold, 0 rounding, 0 broken'],
  ['X5c', '3 hold, 1 rounding, 0 broken'],
  ['X6', '1 hold, 0 rounding, 0 broken'],
  ['X6c', '23 hold, 0 rounding, 0 broken'],
  ['X6e', '1 hold, 0 rounding, 0 broken'],
  ['X7', '1 hold, 0 rounding, 0 broken'],
  ['X7e', '1 hold, 0 rounding, 0 broken'],
  ['X8', '1 hold, 0 rounding, 0 broken'],
  ['X9', '1 hold, 0 rounding, 0 broken'],
  ['X10.running', '1 hold, 0 rounding, 0 broken'],
  ['X10.reception', '1 hold, 0 rounding, 0 broken'],
  ['X10.purchase', '1 hold, 0 rounding, 0 broken'],
  ['X12', '13 hold, 0 rounding, 0 broken'],
  ['X13', '1 hold, 0 rounding, 0 broken'],
  ['X13c', '13 hold, 0 rounding, 0 broken'],
  ['X15', '1 hold, 0 rounding, 0 broken'],
  ['X16', '1 hold, 0 rounding, 0 broken'],
  ['N2', '7 hold, 0 rounding, 0 broken'],
  ['N3', '8 hold, 1 rounding, 0 broken'],
  ['N4', '2 hold, 0 rounding, 0 broken'],
  ['N5', '2 hold, 0 rounding, 0 broken'],
  ['N8', '18 hold, 1 rounding, 0 broken'],
  ['N9', '4 hold, 0 rounding, 0 broken'],
  ['N11', '1 hold, 0 rounding, 0 broken'],
  ['N12', '3 hold, 0 rounding, 0 broken'],
  ['N14', '1 hold, 0 rounding, 0 broken'],
  ['N15', '1 hold, 0 rounding, 0 broken'],
  ['N27', '6 hold, 0 rounding, 0 broken'],
])('%s: %s', (identity, expected) => {
  expect(outcomes(identity)).toBe(expected)
})

test('every rounding difference is one hundredth', () => {
  const sums = checks.filter(check => check.outcome === 'rounding' && check.unit === '万元')
  expect(new Set(sums.map(check => inUnit(check.difference ?? 0n, '万元').replace('-', '')))).toEqual(new Set(['0.01']))
})

// The document's own contradictions, with both figures as printed and where they stand.
test.each([
  ['N1', ['1197.75万元'], ['1,215.75'], [[7], [15]]],
  ['N7', ['43.30万元'], ['31.68'], [[9], [23]]],
  ['N10', ['18.00万元'], ['0.00万元', '0.00万元'], [[10], [10]]],
  ['N10t', ['0.00万元'], ['18.00'], [[10], [27]]],
  ['N9n', ['29.50万元'], ['11.50'], [[10], [26]]],
])('%s: %s against %s', (identity, left, right, where) => {
  const [check, ...more] = of(identity).filter(({ outcome }) => outcome === 'broken')
  expect(more).toEqual([])
  expect(check?.verdict).toBe('published-inconsistency')
  expect(texts(check)).toEqual([left, right])
  expect(pages(check)).toEqual(where)
})

test('the year compared with, the plugged share, the count of the performance goals, the satisfaction', () => {
  expect(findings.filter(({ code }) => code === 'year-wrong')).toMatchObject([
    { page: 7, expected: '2022', actual: '比2023年', verdict: 'published-inconsistency' },
  ])
  expect(findings.filter(({ code }) => code === 'share-plugged')).toMatchObject([
    { page: 8, expected: '5.50%', actual: '5.49%', verdict: 'rounding' },
  ])
  const [travel] = of('X14').filter(({ outcome }) => outcome === 'broken')
  expect(travel).toMatchObject({ verdict: 'published-inconsistency', difference: 300n })
  expect(texts(travel)[0]).toEqual(['≥5053人次'])
  expect(of('X14s').filter(({ outcome }) => outcome === 'broken')).toMatchObject([{ verdict: 'published-inconsistency' }])
  expect(findings.filter(({ code }) => code === 'name-obsolete')).toMatchObject([{ page: 9 }])
})

test('three 三公 rows: 11.50 and 18.00 make 29.50, as the narrative says', () => {
  expect(
    sangong.map(({ fund, parts, narrative }) => [
      fund,
      parts.total?.money.value,
      parts.total?.page,
      narrative?.money.value ?? null,
      narrative?.page ?? null,
    ]),
  ).toEqual([
    ['general', '11.50', 26, null, null],
    ['government-fund', '18.00', 28, null, null],
    ['all', '29.50', 26, '29.50', 10],
  ])
})

test('every figure is guarded', () => {
  expect(coverage.unguarded).toEqual([])
  expect(coverage.figures).toBe(361)
})

test('232 performance goals, with operator, value and unit apart', () => {
  expect(dataset.indicators).toHaveLength(232)
  expect(dataset.indicators.find(goal => goal.level3 === '档案完善册数')).toMatchObject({
    operator: '≥',
    value: '500',
    unit: '册',
    level1: '产出指标',
  })
  expect(dataset.indicators[0]).toMatchObject({
    project: '派驻纪检组办案经费项目',
    operator: '定性',
    value: '优',
    weight: '10',
  })
})

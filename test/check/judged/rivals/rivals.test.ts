import { expect, test } from 'vitest'
import type { Check } from '../../../../src/check/check.ts'
import { oneColumnOver } from '../../../../src/check/judged/rivals/columns.ts'
import { manyGaps } from '../../../../src/check/judged/rivals/elsewhere.ts'
import { multipleOfWhole } from '../../../../src/check/judged/rivals/nesting.ts'
import { cutNotRounded, displayPrecision, isOfRounding } from '../../../../src/check/judged/rivals/precision.ts'
import type { Scene } from '../../../../src/check/judged/rivals/rival.ts'
import { headWithoutFigure, onlyPart } from '../../../../src/check/judged/rivals/rows.ts'
import { tenThousand } from '../../../../src/check/judged/rivals/units.ts'
import { swappedDigitsOf } from '../../../../src/check/judged/scene.ts'
import { compare } from '../../../../src/check/relations/compare.ts'
import { HOW_IT_GOES_ON } from '../../../../src/table/table.ts'
import { tableOf } from '../../../budget/table.ts'
import { checkedTables, verdictsOn } from '../../checked.ts'
import { side } from '../../terms.ts'

const SCENE: Scene = {
  through: new Map(),
  table: () => undefined,
  fact: () => undefined,
  around: () => [],
  worked: new Set(),
  isPrinted: () => false,
  loose: () => new Set(),
  heads: new Set(),
  amounts: () => new Map(),
  rows: () => new Map(),
  unread: () => ({ rows: new Set(), columns: new Set() }),
  shifted: [],
  pieces: { rows: new Set(), columns: new Set() },
  carried: new Set(),
  said: new Set(),
  bases: [],
  isExact: false,
  gaps: () => 1,
  isOpen: () => false,
  broken: () => [],
  open: () => [],
  held: () => [],
  culprit: () => null,
  blamed: () => [],
  unknown: new Set(),
  withholds: false,
  swapped: null,
}
/** A whole against its parts. */
const sum = (whole: string, parts: readonly string[], unit = '万元'): Check => ({
  ...compare({ identity: 'B12b', instance: '' }, side(unit, whole), side(unit, ...parts), 'sum'),
  tables: ['1'],
})

test('three levels added up make the total three times, as far as rounding lets them', () => {
  expect(multipleOfWhole.explains(sum('388,763.56', ['1,166,290.71']), SCENE)).toBe(true)
  expect(multipleOfWhole.explains(sum('388,763.56', ['1,166,190.71']), SCENE)).toBe(false)
})

test('whole 元 beside 分 may differ by half a 元, 0.1 beside 0.01 by 0.05', () => {
  expect(displayPrecision.explains(sum('1,562', ['1,000.30', '561.25'], '元'), SCENE)).toBe(true)
  expect(displayPrecision.explains(sum('1,563', ['1,000.30', '561.25'], '元'), SCENE)).toBe(false)
})

test('parts that were cut sum to less than the whole, never to more', () => {
  expect(cutNotRounded.explains(sum('100.03', ['33.33', '33.34', '33.34']), SCENE)).toBe(true)
  expect(cutNotRounded.explains(sum('99.98', ['33.33', '33.34', '33.34']), SCENE)).toBe(false)
})

test('what may differ for each figure was rounded by itself is a sum of several, or a figure printed coarser, and not one printed twice', () => {
  const twice = (left: string, right: string): Check =>
    compare({ identity: 'N7', instance: '' }, side('万元', left), side('万元', right), 'same')
  expect(isOfRounding(twice('269.85', '269.86'), displayPrecision, SCENE)).toBe(false)
  expect(isOfRounding(twice('269.9', '269.84'), displayPrecision, SCENE)).toBe(true)
  expect(isOfRounding(sum('100.0', ['33.35', '66.60']), displayPrecision, SCENE)).toBe(true)
  expect(isOfRounding(sum('100.03', ['33.33', '33.34', '33.34']), cutNotRounded, SCENE)).toBe(false)
})

test('a whole is cut where its parts are printed finer: 328 万元 of 328.81', () => {
  const said = (whole: string) => sum(whole, ['328.81'])
  expect(cutNotRounded.explains(said('328'), SCENE)).toBe(true)
  expect(cutNotRounded.explains(said('327'), SCENE)).toBe(false)
  expect(cutNotRounded.explains(said('330'), SCENE)).toBe(false)
})

test('a bare 0 beside figures with two places is nothing, not a figure that was cut', () => {
  expect(cutNotRounded.explains(sum('8.43', ['7.43', '0']), SCENE)).toBe(false)
})

test('元 against 万元', () => {
  expect(tenThousand.explains(sum('12,157,500.00', ['1,215.75']), SCENE)).toBe(true)
  expect(tenThousand.explains(sum('12,157,500.00', ['1,315.75']), SCENE)).toBe(false)
})

test('a figure of one step of its column is ten thousand times less than nothing in particular', () => {
  expect(tenThousand.explains(sum('0.07', ['0.01']), SCENE)).toBe(false)
  expect(tenThousand.explains(sum('500.00', ['0.05']), SCENE)).toBe(true)
})

test('a sum made in 元 and 万元 is a matter of the unit', () => {
  const check = sum('72,929,711', ['53,163,188', '19,966.52'], '元')
  const mixed = check.right.terms.map((term, at) => ({ ...term, unit: at === 1 ? '万元' : '元' }))
  expect(tenThousand.explains({ ...check, right: { ...check.right, terms: mixed } }, SCENE)).toBe(false)
  const placed = mixed.map(term => ({ ...term, place: { table: '1', row: 1, column: 1 } }))
  expect(tenThousand.explains({ ...check, right: { ...check.right, terms: placed } }, SCENE)).toBe(true)
})

test('a whole above its only part may have lost another; below it, not', () => {
  expect(onlyPart.explains(sum('90.68', ['63.47']), SCENE)).toBe(true)
  expect(onlyPart.explains(sum('63.47', ['90.68']), SCENE)).toBe(false)
  expect(onlyPart.explains(sum('90.68', ['63.47', '20.21']), SCENE)).toBe(false)
})

test('a row that adds up one column over was read into the wrong columns', () => {
  const row = (whole: string, ...parts: string[]) => ({ ...sum(whole, parts), identity: 'B12a' })
  expect(oneColumnOver.explains(row('43,202,939', '2,297,593', '2,297,593', ''), SCENE)).toBe(true)
  expect(oneColumnOver.explains(row('43,202,939', '2,297,593', '1,297,593', ''), SCENE)).toBe(false)
  expect(oneColumnOver.explains(row('607.68', '651.65', '', '43.97'), SCENE)).toBe(true)
  expect(oneColumnOver.explains(row('607.68', '661.65', '', '43.97'), SCENE)).toBe(false)
})

test('two digits exchanged in all figures are a fault of the font; one wrong figure is not', () => {
  // What is seen is 380 = 130 + 250, 813 = 700 + 113, 188 = 130 + 58; the text says 8 for 3 and 3 for 8.
  const font = [sum('830', ['180', '250']), sum('318', ['700', '118']), sum('133', ['180', '53']), sum('120', ['100', '20'])]
  expect(swappedDigitsOf(font)).toEqual(['3', '8'])
  expect(swappedDigitsOf([sum('388', ['133', '200']), sum('120', ['100', '20']), sum('333', ['300', '33'])])).toBe(null)
})

const head = ['项目', '预算数']
const brokenOf = (rows: readonly string[][]) =>
  checkedTables(tableOf([head, ...rows], 1, { title: '部门收支总表' })).checks.filter(
    ({ outcome, verdict }) => outcome === 'broken' && verdict === 'published-inconsistency',
  )

test('a head without a figure is blank, not 0.00, and blames nobody', () => {
  expect(
    brokenOf([
      ['一、一般公共预算拨款收入', ''],
      ['其中：上级补助', '1,204.33'],
      ['二、政府性基金预算拨款收入', '311.08'],
      ['本年收入合计', '1,515.41'],
    ]),
  ).toEqual([])
})

test('a relation that fails by many different amounts in one table is not known there', () => {
  const check = sum('100.00', ['33.00', '33.00'])
  expect(manyGaps.explains(check, { ...SCENE, gaps: () => 3 })).toBe(false)
  expect(manyGaps.explains(check, { ...SCENE, gaps: () => 4 })).toBe(true)
})

test('a side of which one figure is blank and the others are nothing is no figure', () => {
  const check = { ...sum('7,672.16', ['', '0.00']), identity: 'X2' }
  expect(headWithoutFigure.explains(check, SCENE)).toBe(true)
  expect(headWithoutFigure.explains({ ...sum('7,672.16', ['', '12.00']), identity: 'X2' }, SCENE)).toBe(false)
})

test('a row that was read twice makes one of two tables twice the other', () => {
  const twice = (left: readonly string[], right: readonly string[]): Check => ({
    ...compare({ identity: 'X6c', instance: '' }, side('万元', ...left), side('万元', ...right), 'sum'),
    tables: ['1', '2'],
  })
  expect(multipleOfWhole.explains(twice(['91.04', '20.34'], ['111.38', '111.38']), SCENE)).toBe(true)
  expect(multipleOfWhole.explains(twice(['111.38', '111.38'], ['91.04', '20.34']), SCENE)).toBe(true)
})

test('a part that one sum has too many and another too few, by the same amount, stands in the wrong one', () => {
  const rows = (moved: boolean) => [
    ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
    ['301', '工资福利支出', '1,482.36', '302', '商品和服务支出', '368.37'],
    ['30101', '基本工资', '1,124.80', '30201', '办公费', '49.28'],
    ['30102', '津贴补贴', '357.56', '30205', '水费', '128.28'],
    ['', '', '', '30213', '维修（护）费', moved ? '' : '190.81'],
    ['', '', '', '310', '资本性支出', moved ? '237.13' : '46.32'],
    ['', '', '', '31002', '办公设备购置', '46.32'],
    ...(moved ? [['', '', '', '31003', '专用设备购置', '190.81']] : []),
    ['人员经费合计', '<', '1,482.36', '公用经费合计', '<', '414.69'],
  ]
  const verdicts = (texts: string[][]) => verdictsOn(tableOf(texts, 1, { title: '一般公共预算财政拨款基本支出决算表' }))
  expect(verdicts(rows(false))).toEqual([])
  expect(verdicts(rows(true))).not.toEqual([])
  expect(verdicts(rows(true))).not.toContain('published-inconsistency')
})

test('what columns of unknown words print is what a sum of the known ones lacks', () => {
  const claimsOf = (total: string) =>
    checkedTables(
      tableOf(
        [
          ['合计', '境外活动', '公务用车购置', '车辆日常开支', '公务接待费'],
          [total, '100', '692', '4612', '430'],
        ],
        1,
        { title: '“三公”经费支出表' },
      ),
    ).checks.filter(({ outcome, verdict }) => outcome === 'broken' && verdict === 'published-inconsistency')
  expect(claimsOf('5834')).toEqual([])
  expect(claimsOf('5934')).toHaveLength(1)
})

test('lists of spending side by side print one name in a row: it is no part twice, and the wrong total of one is claimed', () => {
  const claimsOf = (total: string) =>
    verdictsOn(
      tableOf(
        [
          ['收入', '<', '支出（按功能分类）', '<', '支出（按经济分类）', '<'],
          ['项目', '预算数', '项目', '预算数', '项目', '预算数'],
          ['一、一般公共预算拨款收入', '3,204.33', '教育支出', '2,115.41', '工资福利支出', '1,900.22'],
          ['二、事业收入', '311.08', '卫生健康支出', '1,300.00', '商品和服务支出', '1,515.19'],
          ['本年收入合计', '3,515.41', '本年支出合计', '3,415.41', '本年支出合计', '3,415.41'],
          ['上年结转结余', '0.00', '结转下年', '100.00', '结转下年', '100.00'],
          ['收入总计', '3,515.41', '支出总计', total, '支出总计', '3,515.41'],
        ],
        2,
        { title: '部门收支预算总表' },
      ),
    )
  expect(claimsOf('3,515.41')).toEqual([])
  expect(claimsOf('4,515.41')).toContain('published-inconsistency')
})

test('what a sum lacks may stand on a page that another table goes on to, where it is not sure that it does', () => {
  const rows = (names: readonly (readonly [string, string, string])[]) => [['科目编码', '科目名称', '合计'], ...names]
  const own = tableOf(
    rows([
      ['', '合计', '1,310.13'],
      ['301', '工资福利支出', '900.00'],
      ['30101', '基本工资', '500.00'],
      ['30102', '津贴补贴', '400.00'],
      ['302', '商品和服务支出', '410.13'],
      ['30201', '办公费', '270.13'],
      ['30239', '其他交通费用', '29.75'],
    ]),
    1,
    { title: '一般公共预算基本支出表' },
  )
  const verdicts = (margin: number) => {
    const decision = {
      what: HOW_IT_GOES_ON,
      page: 2,
      chosen: 'goes on below',
      rejected: 'begins a table',
      margin,
      evidence: [],
    }
    const other = tableOf(rows([['30299', '其他商品和服务支出', '110.25']]), 1, {
      ...{ id: 'other', title: '一般公共预算支出表', decisions: [decision], regions: [{ page: 2, box: [0, 0, 500, 500] }] },
    })
    return verdictsOn(own, { ...other, cells: other.cells.map(cell => ({ ...cell, page: 2 })) })
  }
  expect(verdicts(0.99)).toContain('published-inconsistency')
  expect(verdicts(0.63)).not.toContain('published-inconsistency')
})

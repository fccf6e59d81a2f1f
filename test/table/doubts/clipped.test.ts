import { expect, test } from 'vitest'
import { DOUBTFUL } from '../../../src/evidence.ts'
import { withClippedDoubt } from '../../../src/table/doubts/clipped.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

/** Width of a digit in points: a cell, 60 wide, has room for seven and a half. */
const DIGIT = 8

/** Amounts in cells beside the left border, or so far from the right one. */
type Side = 'left' | ((text: string) => number)

/** The amounts of a table that are told and believed less. */
function doubtedIn(amounts: readonly string[], side: Side): string[] {
  const grid = gridOf(`科目名称|合计\n${amounts.map(amount => `教育支出|${amount}`).join('\n')}`)
  const cells = grid.cells.map(cell => {
    const width = cell.text.length * DIGIT
    const textLeft = side === 'left' ? cell.box[0] + 1 : cell.box[2] - side(cell.text) - width
    return { ...cell, textLeft, textRight: textLeft + width }
  })
  const { findings, tables } = tablesOf([pageOf(1, ['支出总表', 100, 90, 12])], [{ ...grid, cells }])
  const told = findings.filter(({ code }) => code === 'cut-doubtful').flatMap(({ actual }) => actual?.split(' ') ?? [])
  expect(tables[0]?.cells.filter(({ confidence }) => confidence < DOUBTFUL).map(({ text }) => text)).toEqual(told)
  return told
}

test('amounts that fill their cells and lack decimals of their column are doubted', () => {
  const cut = ['5,972.3', '1,308.9']
  expect(doubtedIn([...cut, '966.47', '0.00', '58.10', '22.08'], 'left')).toEqual(cut)
  expect(doubtedIn([...cut, '1,485.91', '966.47', '58.10'], 'left')).toEqual(cut)
  expect(doubtedIn([...cut, '966.47', '0.00', '58.10', '22.08'], text => (text.length > 6 ? 0 : 6))).toEqual(cut)
})

test('amounts that lack decimals where there was room for them are printed so', () => {
  expect(doubtedIn(['5,972.3', '7.5', '966.47', '0.25', '22.08'], 'left')).toEqual([])
  expect(doubtedIn(['59.7', '5972', '966.47', '0.25', '22.08'], () => 2)).toEqual([])
})

test('a share or a change that fills its cell shows its end', () => {
  expect(doubtedIn(['-114.8%', '-258.1%', '66.47%', '59.72%', '22.08%'], 'left')).toEqual([])
  expect(doubtedIn(['1597.2↓', '1,485.91', '966.47', '58.10'], 'left')).toEqual([])
})

test('codes and whole 元 fill their cells without decimals', () => {
  const grid = gridOf('款|元|合计\n01|12|966.47\n02|0.00|120.30\n03|48|22.08', { column: 2 * DIGIT + 2 })
  const cells = grid.cells.map(cell => ({ ...cell, textLeft: cell.box[0] + 1, textRight: cell.box[2] - 1 }))
  expect(tablesOf([pageOf(1, ['支出总表', 100, 90, 12])], [{ ...grid, cells }]).findings).toEqual([])
})

test('amounts without their first digit put those in doubt that begin as near to the border', () => {
  expect(doubtedIn(['57.23', ',097.19', '9066.47', '8.08'], () => 2)).toEqual([',097.19', '9066.47'])
  expect(doubtedIn(['09.98', '99.03', '7.23', '8.08'], () => 18)).toEqual(['09.98', '99.03'])
  expect(doubtedIn(['8097.19', '9066.47', '57.23', '8.08'], () => 2)).toEqual([])
})

test('counts of a column without cents tell of no cut', () => {
  const grid = gridOf('人均|人数|合计\n10|12|966.47\n3|48|120.30\n2.5|20|22.08', { column: 2 * DIGIT + 2 })
  const cells = grid.cells.map(cell => ({ ...cell, textLeft: cell.box[0] + 1, textRight: cell.box[2] - 1 }))
  expect(tablesOf([pageOf(1, ['支出总表', 100, 90, 12])], [{ ...grid, cells }]).findings).toEqual([])
})

test('a table of a thousand pages has more amounts than a call takes arguments', () => {
  const { tables } = tablesOf([pageOf(1, ['支出总表', 100, 90, 12])], [gridOf('科目名称|合计\n教育支出|966.47')])
  const [table] = tables
  const [amount] = table?.cells.filter(({ text }) => text === '966.47') ?? []
  if (!table || !amount) throw new Error('the table is not read')
  const cells = Array.from({ length: 200_000 }, (_, row) => ({ ...amount, row }))
  expect(withClippedDoubt({ ...table, cells }).findings).toEqual([])
})

test('figures that reach the edge of the paper may be cut by it', () => {
  const told = (left: number) => {
    const grid = gridOf('科目名称|合计\n教育支出|7,0\n卫生支出|1,5', { left, column: 100 })
    const cells = grid.cells.map(cell => ({ ...cell, textLeft: cell.box[0] + 66, textRight: cell.box[0] + 90 }))
    const { findings, tables } = tablesOf([pageOf(1, ['支出总表', 420, 90, 12])], [{ ...grid, cells }])
    expect(tables[0]?.cells.some(({ confidence }) => confidence < DOUBTFUL)).toBe(findings.length > 0)
    return findings.map(({ code, actual }) => [code, actual])
  }
  expect(told(409)).toEqual([['cut-doubtful', '7,0 1,5']])
  expect(told(395)).toEqual([])
})

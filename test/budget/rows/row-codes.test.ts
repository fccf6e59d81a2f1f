import { expect, test } from 'vitest'
import type { BudgetColumn } from '../../../src/budget/dataset.ts'
import { codesOfRows, type PrintedCode, printedCode } from '../../../src/budget/rows/codes.ts'

const pieces = (...texts: PrintedCode['pieces']): PrintedCode => ({ pieces: texts, whole: null, unitCode: null })
const whole = (text: string): PrintedCode => ({ ...pieces(null, null, null), whole: text })

test('what 类 款 项 leave out on the left is that of the rows above', () => {
  const rows = [
    pieces('201', null, null),
    pieces(null, '03', null),
    pieces(null, null, '01'),
    pieces(null, null, '02'),
    pieces('208', null, null),
    pieces(null, '05', '06'),
  ]
  expect(codesOfRows(rows)).toEqual(['201', '20103', '2010301', '2010302', '208', '2080506'])
})

test('款 and 项 that lost their zero get it back', () => {
  expect(codesOfRows([pieces('201', '3', '1')])).toEqual(['2010301'])
})

test('an 项 below another 类 has no 款 of the rows above: no code is made up', () => {
  expect(codesOfRows([pieces('201', '03', '01'), pieces('208', null, '05')])).toEqual(['2010301', null])
})

test('a whole code is what the rows below it go on with', () => {
  expect(codesOfRows([whole('20103'), pieces(null, null, '01'), pieces(null, null, null)])).toEqual(['20103', '2010301', null])
})

const column = (index: number, role: BudgetColumn['role'], key: string | null): BudgetColumn => ({
  ...{ index, path: [], role, key, subject: null, list: 0, unit: null },
})

test('of two blocks of codes side by side the first that prints one counts, and the code of a unit is no subject', () => {
  const cells = [
    { column: column(0, 'unit-code', null), text: '126001' },
    { column: column(2, 'code', 'code'), text: '30101' },
    { column: column(4, 'code', 'code'), text: '50101' },
  ]
  expect(printedCode(cells)).toMatchObject({ whole: '30101', unitCode: '126001' })
  expect(printedCode(cells.with(1, { column: column(2, 'code', 'code'), text: '' }))).toMatchObject({ whole: '50101' })
})

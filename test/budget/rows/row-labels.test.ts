import { expect, test } from 'vitest'
import { columnsOf } from '../../../src/budget/columns/columns.ts'
import { readBudget } from '../../../src/budget/read-budget.ts'
import { readTable } from '../../../src/budget/read-table.ts'
import { isOrganisation, type Labels, labelsOf } from '../../../src/budget/rows/labels.ts'
import { type PrintedRow, printedRows } from '../../../src/budget/rows/rows.ts'
import { tableOf } from '../table.ts'

/** The rows of a list of labels, as they are printed, set in by so many points. */
function rowsOf(rows: readonly (readonly [code: string, label: string, left?: number])[]): PrintedRow[] {
  const table = tableOf([['科目编码', '科目名称', '预算数'], ...rows.map(([code, label]) => [code, label, '12.00'])], 1)
  const cells = table.cells.map(cell => {
    const left = rows[cell.row - 1]?.[2]
    return cell.column === 1 && left !== undefined ? { ...cell, textLeft: left } : cell
  })
  const placed = { ...table, cells }
  return printedRows(placed, columnsOf(placed, true), { unit: '万元', where: 'caption', text: null, page: null, box: null })
}
/** What one kind of evidence says of the first row as the whole of the second. */
const said = (kind: keyof Labels, ...rows: Parameters<typeof rowsOf>[0]): number => {
  const list = rowsOf(rows)
  const [whole, part] = list
  return whole && part ? labelsOf(list)[kind](whole, part) : Number.NaN
}

test('a code below another speaks for its row being a part, one beside it against', () => {
  expect(said('codes', ['205', '教育支出'], ['20502', '普通教育'])).toBeGreaterThan(0)
  expect(said('codes', ['205', '教育支出'], ['20805', '行政事业单位养老支出'])).toBeLessThan(0)
})

test('what is set in stands below, what stands out does not, and a list that sets nothing in says nothing', () => {
  expect(said('indentation', ['', '教育支出', 10], ['', '普通教育', 20])).toBeGreaterThan(0)
  expect(said('indentation', ['', '普通教育', 20], ['', '教育支出', 10])).toBeLessThan(0)
  expect(said('indentation', ['', '教育支出', 10], ['', '普通教育', 10])).toBe(0)
})

test('names centred in the cells of their groups stand beside each other wherever they begin, names in the next column below them', () => {
  const rows = [
    ['项目名称', '', '金额'],
    ['一般公共预算资金', '小计', '20.00'],
    ['^', '专项收入', '20.00'],
    ['其他资金', '小计', ''],
    ['^', '事业收入', ''],
  ]
  const table = tableOf(rows, 1, { title: '收入预算总表', unit: '万元' })
  const cells = table.cells.map(cell => {
    const room = cell.column === 0 ? (50 - cell.text.length * 4) / 2 : 2
    const textLeft = cell.box[0] + room
    return cell.column > 1 ? cell : { ...cell, textLeft, textRight: textLeft + cell.text.length * 4 }
  })
  const { lines } = readTable({ ...table, cells }, null)
  expect(lines.map(({ label, depth }) => [label, depth])).toEqual([
    ['一般公共预算资金', 0],
    ['专项收入', 1],
    ['其他资金', 0],
    ['事业收入', 1],
  ])
})

test('（一） stands below 一、, and a number of the same level beside it', () => {
  expect(said('numbering', ['', '一、教育支出'], ['', '（一）普通教育'])).toBeGreaterThan(0)
  expect(said('numbering', ['', '一、教育支出'], ['', '二、科学技术支出'])).toBeLessThan(0)
})

test('names of subjects say where they belong, as far as the list of subjects knows them', () => {
  expect(said('names', ['', '教育支出'], ['', '普通教育'])).toBeGreaterThan(0)
  expect(said('names', ['', '教育支出'], ['', '行政事业单位养老支出'])).toBeLessThan(0)
  expect(said('names', ['', '教育支出'], ['', '智慧校园建设'])).toBe(0)
})

test('units stand beside each other and hold what is no unit', () => {
  expect(said('units', ['', '某县第一中学'], ['', '某县第二中学'])).toBeLessThan(0)
  expect(said('units', ['', '某县第一中学'], ['', '校舍维修'])).toBeGreaterThan(0)
})

test('an organisation is known by how its name ends, and no subject is one', () => {
  expect(['某县第一中学', '水文监测中心', '教育支出', '法院'].map(isOrganisation)).toEqual([true, true, false, false])
})

test('a row that names its unit and its subject is called by the subject', () => {
  const rows = [
    ['单位名称', '科目编码', '科目名称', '合计', '基本支出'],
    ['水务局本级', '208', '社会保障和就业支出', '6.00', '6.00'],
    ['', '20805', '行政事业单位养老支出', '6.00', '6.00'],
    ['水文站', '208', '社会保障和就业支出', '3.00', '3.00'],
  ]
  const { tables } = readBudget([tableOf(rows, 1, { title: '一般公共预算支出表' })], [])
  expect(tables[0]?.lines.map(({ label, role }) => `${label} ${role}`)).toEqual([
    ...['社会保障和就业支出 class', '行政事业单位养老支出 section', '社会保障和就业支出 class'],
  ])
})

test('subjects beside the code and the name of their unit are subjects of that, and neither units nor projects', () => {
  const rows = [
    ['单位编码', '单位名称', '功能科目名称', '总计', '基本支出'],
    ['', '总计', '', '9.00', '9.00'],
    ['557001', '水务局本级', '农林水支出', '9.00', '9.00'],
    ['^', '^', '水利', '9.00', '9.00'],
    ['^', '^', '行政运行', '9.00', '9.00'],
  ]
  const { lines } = readTable(tableOf(rows, 1, { title: '支出总体情况表', unit: '万元' }), null)
  expect(lines.map(({ label, role, code }) => [label, role, code])).toEqual([
    ['总计', 'total', null],
    ['农林水支出', 'class', '213'],
    ['水利', 'section', '21303'],
    ['行政运行', 'item', '2130301'],
  ])
})

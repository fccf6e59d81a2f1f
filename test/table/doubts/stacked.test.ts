import { expect, test } from 'vitest'
import { DOUBTFUL } from '../../../src/evidence.ts'
import { tablesOf } from '../../../src/table/tables.ts'
import { gridOf, pageOf } from '../grids.ts'

const readingOf = (drawing: string) =>
  tablesOf([pageOf(1, ['支出总表', 100, 90, 12])], [gridOf(`科目名称|合计|基本支出\n${drawing}`)])

test('rows whose cells hold several amounts each are several rows: told, and believed less', () => {
  const { findings, tables } = readingOf(
    '教育支出/农林水支出|43,664.50/1,058.41|32.17/2.71\n卫生健康支出|8.00|9.00\n住房保障支出|5.00|4.00\n城乡社区支出|7.00|6.00',
  )
  const told = findings.filter(({ code }) => code === 'grid-doubtful')
  expect(told).toMatchObject([{ page: 1, table: tables[0]?.id, actual: '2' }])
  const doubted = tables[0]?.cells.filter(({ confidence }) => confidence < DOUBTFUL).map(({ row }) => row)
  expect(doubted).toEqual([1, 1, 1])
})

test('one cell over several columns with an amount for each is told as well', () => {
  const { findings } = readingOf('教育支出|1,144,725.37864,308.95|<\n农林水支出|8.00|9.00')
  expect(findings.filter(({ code }) => code === 'grid-doubtful')).toMatchObject([{ actual: '1' }])
})

test.each([
  ['one cell among rows that are read', '教育支出|43,664.50/1,058.41|9.00', '1'],
  ['grouped figures without decimals', '教育支出|43,664/1,058|12,345/6,789', '2'],
  ['figures with one decimal', '教育支出|12.5/3.4|7.0', '1'],
  ['names and amounts', '行政运行/事业运行|人员 43,664.50/公用 1,058.41|9.00', '1'],
  ['numbered names and amounts', '教育支出|7557.63/一、教育支出3645.68|9.00', '1'],
  ['amounts in the last of several columns, a row each for the others', '教育支出|8.00|1.00/2.50/3.00', '1'],
])('%s: several amounts in one cell are told', (_, row, actual) => {
  const { findings } = readingOf(`${row}\n卫生健康支出|8.00|9.00\n住房保障支出|5.00|4.00\n城乡社区支出|7.00|6.00`)
  expect(findings.filter(({ code }) => code === 'grid-doubtful').map(told => told.actual)).toEqual([actual])
})

test('a wrapped amount, months, dates and sums in sentences are one thing in one cell', () => {
  const wrapped = readingOf('教育支出|43,664./50|1,234,/567.89\n农林水支出|12.5%|3,000,/000.00')
  expect(wrapped.findings).toEqual([])
  const project = readingOf(
    '修路|2024.01-2024.12|其中12.50万元，自筹3.20万元\n架桥|2023.10/2024.11|安排1.50元、2.50元\n植树|2024.12.31-2025.12.31|2023.1.5/2024.6.30\n护林|总额12.50，其中本年3.20|共1,200.50，已付800.25',
  )
  expect(project.findings.filter(({ code }) => code === 'grid-doubtful')).toEqual([])
})

test('whole figures below each other are told where the first has room for more digits: no number was wrapped there', () => {
  const rows = '\n农林水支出|8|9\n住房保障支出|5|4\n城乡社区支出|7|6'
  const told = (text: string, width: number) => {
    const grid = gridOf(`科目名称|合计|基本支出\n教育支出|${text}|32${rows}`)
    const cells = grid.cells.map(cell => (cell.textLeft === null ? cell : { ...cell, textRight: cell.textLeft + width }))
    const { findings } = tablesOf([pageOf(1, ['支出总表', 100, 90, 12])], [{ ...grid, cells }])
    return findings.filter(({ code }) => code === 'grid-doubtful').map(({ actual }) => actual)
  }
  expect(told('7295300/7271800', 35)).toEqual(['1'])
  expect(told('320/12.50', 15)).toEqual(['1'])
  expect(told('7295300/7271800', 55)).toEqual([])
  expect(told('12,437.3/6', 35)).toEqual([])
})

test('a column whose cells hold a name and an amount each has lost a border, in a scan and in a text layer; one such cell was printed so', () => {
  const drawing = '科目|基本支出\n2050101行政运行3.90|2.00\n其他教育支出409.67|1.00\n农林水支出37.37|3.00\n合计|6.00'
  const told = (source: 'pdf' | 'ocr', drawn = drawing) => {
    const grid = gridOf(drawn)
    const read = { ...grid, cells: grid.cells.map(cell => ({ ...cell, source, confidence: 0.98 })) }
    const { findings, tables } = tablesOf([pageOf(1, ['支出总表', 100, 90, 12])], [read])
    const isDoubted = ({ row, confidence }: { readonly row: number; readonly confidence: number }) =>
      row > 0 && confidence < 0.9
    return {
      actual: findings.find(({ code }) => code === 'grid-doubtful')?.actual,
      doubted: tables[0]?.cells.filter(isDoubted).length,
    }
  }
  expect(told('ocr')).toEqual({ actual: '3', doubted: 6 })
  expect(told('pdf')).toEqual({ actual: '3', doubted: 6 })
  expect(told('pdf', drawing.replaceAll('.', '．').replace('3．90', '￥１ ２５３．９０')).actual).toBe('3')
  expect(told('ocr', '科目|基本支出\n修路自筹3.90|2.00\n其他教育支出|1.00\n合计|3.00').actual).toBeUndefined()
})

test('a code whose parts are printed between dots is one thing', () => {
  const { findings } = readingOf('201.01.02|8.00|9.00\n208.05.05|5.00|4.00\n221.02.01|7.00|6.00')
  expect(findings.map(({ code }) => code)).not.toContain('grid-doubtful')
})

test('a name and an amount in one cell are told where all else of the row and the column are amounts; in a column of names they are a name', () => {
  const told = (drawing: string) =>
    readingOf(drawing)
      .findings.filter(({ code }) => code === 'grid-doubtful')
      .map(({ actual }) => actual)
  expect(told('教育支出|行费208,500.73|9.00')).toEqual(['1'])
  expect(told('教育支出|8.00|9.00\n农林水支出|行费208,500.73|7.00')).toEqual(['1'])
  expect(told('教育支出|8.00|9.00\n农林水支出|见附表|7.00\n卫生支出|版本号2.50|7.00')).toEqual([])
})

test('an amount in a line of its own between words of a cell over several columns is that of the next column', () => {
  const told = (cell: string) => readingOf(`${cell}|<|9.00\n农林水支出|8.00|9.00`).findings.map(({ code }) => code)
  expect(told('2021/1.35/年')).toContain('grid-doubtful')
  expect(told('８，１０１．０４-')).toContain('grid-doubtful')
  expect(told('按比例/135/分配')).not.toContain('grid-doubtful')
})

import { expect, test } from 'vitest'
import type { Grid, GridCell } from '../../../src/grid/grid.ts'
import { extractDocument } from '../../../src/index.ts'
import { withoutRepeats } from '../../../src/table/doubts/printed-twice.ts'
import { pagesPdf, tablePage } from '../../make/archive.ts'

const WIDTHS = [80, 200, 100]
const HEAD = ['科目编码', '科目名称', '预算数']
const rowsFrom = (code: number, ...figures: string[]) =>
  figures.map((figure, at) => [`${code + at}`, '一般行政管理事务支出', figure])
const [FIRST, SECOND] = [
  tablePage(['公开05表', '一般公共预算支出表'], WIDTHS, [HEAD, ...rowsFrom(2010101, '12.30', '45.60', '78.90')]),
  tablePage(['公开05表', '一般公共预算支出表'], WIDTHS, [HEAD, ...rowsFrom(2080501, '1.20', '3.40', '5.60')]),
]
const EMPTY = ['一般公共预算支出表', '政府性基金预算支出表'].map(title =>
  tablePage(['公开05表', title], WIDTHS, [HEAD, ['', '', '']]),
)

const figuresOf = async (...pages: readonly string[]) => {
  const { tables, findings } = await extractDocument(pagesPdf(pages))
  return {
    figures: tables.flatMap(({ cells }) => cells.map(({ text }) => text)).filter(text => /\d\.\d/.test(text)),
    tables: tables.length,
    told: findings.filter(({ code }) => code === 'page-twice').map(({ page }) => page),
  }
}

test('a page that is there twice counts once, and that is told', async () => {
  const once = await figuresOf(FIRST, SECOND)
  expect(once.figures).toHaveLength(6)
  expect(await figuresOf(FIRST, FIRST, SECOND)).toEqual({ ...once, told: [2] })
  expect(await figuresOf(FIRST, SECOND, SECOND, SECOND)).toEqual({ ...once, told: [3, 4] })
})

test('pages that differ in one figure or in their title are two', async () => {
  const other = FIRST.replace(hexOf('45.60'), hexOf('45.61'))
  expect(other).not.toBe(FIRST)
  expect(await figuresOf(FIRST, other)).toMatchObject({ told: [] })
  const renamed = FIRST.replace(hexOf('一般公共预算支出表'), hexOf('政府性基金预算支出表'))
  expect(renamed).not.toBe(FIRST)
  expect((await figuresOf(FIRST, renamed)).figures).toHaveLength(6)
})

test('empty tables are alike and stay', async () => {
  const [one = '', other = ''] = EMPTY
  expect(await figuresOf(one, other)).toMatchObject({ told: [], tables: 2 })
  expect(await figuresOf(one, one)).toMatchObject({ told: [] })
})

const hexOf = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** A page of a scan: texts that were read from it, in one row; those with a question mark were not read for sure. */
function scanned(page: number, ...texts: readonly string[]) {
  const cells = texts.map(
    (text, column): GridCell => ({
      ...{ row: 0, column, rowSpan: 1, columnSpan: 1, box: [0, 0, 1, 1], textLeft: 0, source: 'ocr' },
      ...{ text: text.replace('?', ''), lines: [text], confidence: text.endsWith('?') ? 0.5 : 1 },
    }),
  )
  const grid: Grid = { page, box: [0, 0, 1, 1], columnEdges: [0, 1], rowEdges: [0, 1], cells, kind: 'lattice' }
  const text = { page, width: 1, height: 1, lines: [], gutter: null, inCells: [], stray: [] }
  return { text, grids: [grid] }
}
const told = (...pages: Parameters<typeof withoutRepeats>[0]) => withoutRepeats(pages).findings.map(({ page }) => page)

test('a page that was scanned twice is one, though figures of it that are unsure were read otherwise', () => {
  const first = scanned(1, '部门收支总表', '工资福利支出', '1.20', '3.40', '5.60', '7.80', '9.10', '2.30')
  const again = (figure: string) => scanned(2, '部门收支总表', '工资福利支山', '1.20', figure, '5.60', '7.80', '9.10', '2.30')
  expect(told(first, again('3.40'))).toEqual([2])
  expect(told(first, again('8.40?'))).toEqual([2])
  expect(told(first, again('8.40'))).toEqual([])
})

test('scans of two tables with the same figures are two', () => {
  const first = scanned(1, '部门收支总表', '工资福利支出', '1.20', '3.40', '5.60')
  expect(told(first, scanned(2, '单位收支总表', '工资福利支出', '1.20', '3.40', '5.60'))).toEqual([])
})

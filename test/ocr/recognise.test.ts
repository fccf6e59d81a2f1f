import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gridsOf } from '../../src/grid/grids.ts'
import { pagesOf } from '../../src/reading.ts'

const scan = readFileSync(new URL('../../samples/dachuan-2023-scan.pdf', import.meta.url))

test('a scanned page gives the table of its born-digital twin, and says where a seal stood', async () => {
  const { pages } = await pagesOf(scan, { pages: [1], ocr: 'paddle' })
  const [page] = pages
  expect(page?.ocr).toBe('paddle')
  const [grid] = gridsOf(page ?? pages[0] ?? fail())
  expect([(grid?.rowEdges.length ?? 0) - 1, (grid?.columnEdges.length ?? 0) - 1]).toEqual([38, 4])
  const cell = (row: number, column: number) => grid?.cells.find(it => it.row === row && it.column === column)
  expect(cell(2, 0)?.text).toBe('一、一般公共预算拨款收入')
  expect(cell(2, 3)?.text).toBe('1,008.45')
  expect(cell(37, 1)?.text).toBe('1,215.75')
  expect(cell(37, 1)?.source).toBe('ocr')
  expect(cell(20, 1)?.text).toBe('')
  const text = page?.glyphs.map(glyph => glyph.text).join('')
  expect(text).toContain('部门收支总表')
  expect(text).toContain('金额单位：万元')
  // the seal covers the right of these rows: whatever was read there is doubtful
  const sealed =
    grid?.cells.filter(({ row, column, text: read }) => row >= 24 && row <= 30 && column === 3 && read !== '') ?? []
  expect(sealed.every(({ confidence }) => confidence < 0.9)).toBe(true)
})

test('without OCR a scan stays as it is', async () => {
  const { pages, unread } = await pagesOf(scan, { pages: [1], ocr: 'off' })
  expect(pages[0]?.glyphs).toEqual([])
  expect(pages[0]?.ocr).toBeUndefined()
  expect(unread).toBeNull()
})

const fail = (): never => {
  throw new Error('no page')
}

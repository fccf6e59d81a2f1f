import { expect, test } from 'vitest'
import type { Layout } from '../../../src/ocr/layout.ts'
import type { PixelBox } from '../../../src/ocr/picture/raster.ts'
import type { ReadLine } from '../../../src/ocr/read/read-line.ts'
import { openColumns, tooLow } from '../../../src/ocr/read/unsure-lines.ts'

const EM = 20

/** A line of print that was read surely, with its upper left corner. */
function lineAt(text: string, left: number, top: number): ReadLine {
  const ink: PixelBox = [left, top, left + 20 * text.length, top + EM]
  const characters = [...text].map((character, index) => ({
    text: character,
    score: 1,
    at: (index + 0.5) / text.length,
    others: [],
  }))
  return { line: { ink, within: ink }, box: ink, characters, readings: [] }
}

const doubted = (lines: readonly ReadLine[]): string[] =>
  lines
    .filter(({ characters }) => characters.some(({ score }) => score < 0.9))
    .map(({ characters }) => characters.map(({ text }) => text).join(''))

const TABLE = [
  lineAt('部门支出表', 200, 0),
  lineAt('基本支出项目支出', 200, 180),
  lineAt('经营支出', 500, 180),
  ...[240, 270, 300].flatMap(top => [lineAt('公共支出', 20, top), lineAt('12.50', 200, top), lineAt('-', 400, top)]),
]

test('figures side by side that no ruling parts are in doubt, with the names of their columns and rows; the title is not', () => {
  const texts = TABLE.map(({ characters }) => characters.map(({ text }) => text).join(''))
  expect(doubted(openColumns(TABLE, { panes: [], em: EM }))).toEqual(texts.slice(1))
})

test('a frame around rows parts no columns', () => {
  const rows = [240, 270, 300].map((top): PixelBox => [0, top - 5, 1000, top + 25])
  const panes = rows.map(box => ({ box, places: [box] }))
  expect(doubted(openColumns(TABLE, { panes, em: EM }))).toHaveLength(TABLE.length - 1)
})

test('what stands in cells of its own is not in doubt, nor is a list with one figure a line', () => {
  const panes = TABLE.map(({ line: { ink } }) => ({ box: ink, places: [ink] }))
  expect(doubted(openColumns(TABLE, { panes, em: EM }))).toEqual([])
  const list = [240, 270, 300].flatMap(top => [lineAt('公共支出', 20, top), lineAt('12.50', 200, top)])
  expect(doubted(openColumns(list, { panes: [], em: EM }))).toEqual([])
})

test('a figure read in one line with the name beside it makes its row open, and its column with it', () => {
  const rows = [
    lineAt('10.00一般公共服务支出', 200, 240),
    lineAt('12.50', 600, 240),
    lineAt('国防支出', 260, 270),
    lineAt('7.00', 610, 270),
  ]
  expect(doubted(openColumns(rows, { panes: [], em: EM }))).toEqual(['10.00一般公共服务支出', '12.50', '国防支出', '7.00'])
})

test('what is too low for a letter or a digit is none; a dash, dots and 一 may be so low', () => {
  const low = ['M', '1', '-', '...', '一'].map(text => {
    const line = lineAt(text, 20, 0)
    return { ...line, line: { ...line.line, ink: [20, 0, 40, 2] as const } }
  })
  const texts = tooLow([...low, lineAt('M', 200, 0)], { em: EM } as Layout).map(({ characters }) =>
    characters.map(({ text }) => text).join(''),
  )
  expect(texts).toEqual(['\uFFFD', '\uFFFD', '-', '...', '一', 'M'])
})

import { expect, test } from 'vitest'
import type { PixelBox } from '../../../src/ocr/picture/raster.ts'
import { openNames } from '../../../src/ocr/read/doubtful.ts'
import type { ReadLine } from '../../../src/ocr/read/read-line.ts'

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

test('the names of columns that no ruling parts are in doubt, those of rows and the title are not', () => {
  expect(doubted(openNames(TABLE, { panes: [], em: EM }))).toEqual(['基本支出项目支出', '经营支出'])
})

test('names in drawn cells are not', () => {
  const page: PixelBox = [0, 100, 1000, 400]
  expect(doubted(openNames(TABLE, { panes: [{ box: page, places: [page] }], em: EM }))).toEqual([])
})

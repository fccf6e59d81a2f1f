import { expect, test } from 'vitest'
import { bordersOf, columnsOf, cutAtColumns, touched } from '../../src/grid/columns.ts'
import { phrasesOf, wordLinesOf } from '../../src/grid/words.ts'
import { ending, text } from './page.ts'

const lines = (...glyphs: ReturnType<typeof text>) => wordLinesOf(glyphs).map(line => phrasesOf(line))
const rows = ['教育', '卫生健康', '住房'].flatMap((name, index) => [
  ...text(50, 100 + 20 * index, name),
  ...ending(200, 100 + 20 * index, `${index + 1}.00`),
  ...ending(260, 100 + 20 * index, `1,23${index}.00`),
])

test('amounts that end at one place are a column, texts that begin at one place too', () => {
  expect(columnsOf(lines(...rows))).toEqual([
    { left: 50, right: 90 },
    { left: 180, right: 200 },
    { left: 220, right: 260 },
  ])
})

test('a title of a section that runs over the columns does not join them', () => {
  expect(columnsOf(lines(...rows, ...text(50, 160, '第一类其他城乡社区公共设施支出合计')))).toHaveLength(3)
})

test('a text without width makes no column that has none', () => {
  const [line] = lines(...text(50, 100, '教育'), ...ending(200, 100, '1.00'), ...ending(260, 100, '2.00'))
  const pieces = line?.phrases ?? []
  const flat = pieces.map(piece => ({ ...piece, text: '·', left: piece.right, right: piece.right }))
  expect(line && columnsOf([{ ...line, phrases: [...pieces, ...flat] }])).toHaveLength(pieces.length)
})

test('a text is cut between columns where a gap lies between them', () => {
  const columns = columnsOf(lines(...rows))
  const [line] = lines(...text(50, 200, '社会保障和就业'), ...text(125, 200, '等'), ...ending(200, 200, '5.00'))
  expect(line && cutAtColumns(line, columns).phrases.map(piece => [piece.text, touched(piece, columns)])).toEqual([
    ['社会保障和就业', [0]],
    ['等', [0]],
    ['5.00', [1]],
  ])
})

test('borders stand in the middle of the white', () => {
  expect(bordersOf(columnsOf(lines(...rows)), 45, 265)).toEqual([45, 135, 210, 265])
})

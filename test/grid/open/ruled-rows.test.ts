import { expect, test } from 'vitest'
import { ruledRows } from '../../../src/grid/open/ruled-rows.ts'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import type { Glyph } from '../../../src/page/page.ts'
import { ending, text } from '../page.ts'

const COLUMNS = [
  { left: 50, right: 150 },
  { left: 180, right: 250 },
]
const rule = (at: number, from = 40) => ({ at, from, to: 260 })
/** The rows that lines of a name and a figure are, each as its texts. */
function read(glyphs: readonly Glyph[], full: readonly number[], partial: readonly ReturnType<typeof rule>[] = []) {
  const lines = wordLinesOf(glyphs).map(line => phrasesOf(line))
  const { rows, borders } = ruledRows(lines, { full: full.map(at => rule(at)), partial }, COLUMNS, [false, true])
  return { rows: rows.map(row => row.flatMap(({ phrases }) => phrases.map(piece => piece.text)).join(' ')), borders }
}
const figures = [110, 130, 150].flatMap((y, at) => ending(250, y, `${at + 1},200.00`))

test('what rules enclose is a row, its texts wrapped above and below the figure', () => {
  const wrapped = [
    ...text(50, 122, '机关事业单位'),
    ...text(50, 134, '养老保险'),
    ...text(50, 110, '教育'),
    ...text(50, 150, '住房'),
  ]
  expect(read([...wrapped, ...figures], [100, 115, 137, 155])).toEqual({
    rows: ['教育 1,200.00', '机关事业单位 2,200.00 养老保险', '住房 3,200.00'],
    borders: [100, 115, 137, 155],
  })
})

test('rules that enclose several figures each are no borders of rows: the figures tell them', () => {
  const names = [110, 130, 150, 170].flatMap((y, at) => [...text(50, y, `第${at}项`), ...ending(250, y, `${at}0.00`)])
  const { rows, borders } = read(names, [100, 137, 178])
  expect(rows).toHaveLength(4)
  expect(borders).toBe(null)
})

test('a rule that spares a column leaves the text there to no row', () => {
  const group = text(50, 120, '水利局')
  const { rows } = read([...group, ...figures], [100, 137, 155], [rule(115, 170)])
  expect(rows).toEqual(['1,200.00', '2,200.00', '3,200.00'])
})

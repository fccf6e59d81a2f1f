import { expect, test } from 'vitest'
import type { PixelBox } from '../../../src/ocr/picture/raster.ts'
import { penMarks } from '../../../src/ocr/read/pen-marks.ts'
import type { ReadLine } from '../../../src/ocr/read/read-line.ts'

const EM = 20
const ROW = 30

/** A column of cells with the lines of print in each, side by side. */
function columnOf(...cells: readonly (readonly string[])[]) {
  const panes = cells.map((_, row): PixelBox => [0, ROW * row, 300, ROW * (row + 1)])
  const lines = cells.flatMap((texts, row) =>
    texts.map((text, index): ReadLine => {
      const ink: PixelBox = [20 + 100 * index, ROW * row + 5, 20 + 100 * index + 10 * text.length, ROW * row + 25]
      const characters = [...text].map(character => ({ text: character, score: 0.99, at: 0.5, others: [] }))
      return { line: { ink, within: ink }, box: ink, characters, readings: [] }
    }),
  )
  return { lines, layout: { panes: panes.map(box => ({ box, places: [box] })), em: EM } }
}

/** What is read in a column, with `?` behind what is in doubt. */
function read(...cells: readonly (readonly string[])[]): string[] {
  const { lines, layout } = columnOf(...cells)
  return penMarks(lines, layout).map(
    ({ characters }) => characters.map(({ text }) => text).join('') + (characters.some(({ score }) => score < 0.9) ? '?' : ''),
  )
}

test('a mark that cannot be meant goes wherever it stands beside an amount, which is in doubt then', () => {
  expect(read(['/', '368,289'])).toEqual(['368,289?'])
  expect(read(['166.92', '!'])).toEqual(['166.92?'])
})

test('a sign or a digit beside an amount goes where the column holds amounts alone', () => {
  expect(read(['1,000.00'], ['7', '757,028'], ['-'], ['2,000'])).toEqual(['1,000.00', '757,028?', '-', '2,000'])
  expect(read(['≥95%'], ['≥', '1,000.00'], ['优'])).toEqual(['≥95%', '≥', '1,000.00', '优'])
})

test('two amounts in a cell, and words beside one, are left', () => {
  expect(read(['1.20'], ['3.40'], ['1.20', '3.40'], ['万元', '1.20'])).toEqual(['1.20', '3.40', '1.20', '3.40', '万元', '1.20'])
})

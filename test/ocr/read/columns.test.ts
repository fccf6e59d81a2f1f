import { expect, test } from 'vitest'
import { lone, textOfReading } from '../../../src/ocr/engine/engine.ts'
import type { Layout } from '../../../src/ocr/layout.ts'
import type { PixelBox } from '../../../src/ocr/picture/raster.ts'
import { byColumn } from '../../../src/ocr/read/columns.ts'
import type { ReadLine } from '../../../src/ocr/read/read-line.ts'
import { blank, fill } from '../drawing.ts'

const EM = 20

/** One line in each cell of a column of a scan, 40 pixels high each, as it was read and how surely. */
const column = (...texts: readonly (readonly [text: string, score: number])[]): ReadLine[] =>
  texts.map(([text, score], row) => {
    const within: PixelBox = [0, 40 * row, 100, 40 * row + 40]
    const ink: PixelBox = [40, 40 * row + 12, 56, 40 * row + 26]
    return {
      ...{ line: { ink, within }, box: ink },
      characters: [...text].map((character, at) => ({ ...lone(character, score), at: (at + 0.5) / text.length })),
      readings: [lone(text, score), lone('%', 0.3)].map(({ text: other, score: sure }) => ({
        text: other,
        confidence: sure,
        characters: [],
      })),
    } as unknown as ReadLine
  })

/** The same, corrected, where each row prints two bars below each other. */
function corrected(lines: readonly ReadLine[]): { readonly text: string; readonly score: number }[] {
  const ink = blank(100, 40 * lines.length)
  for (const { line } of lines) {
    fill(ink, line.ink[0], line.ink[1] + 2, line.ink[2], line.ink[1] + 4)
    fill(ink, line.ink[0], line.ink[1] + 9, line.ink[2], line.ink[1] + 11)
  }
  const layout = { print: { ink, strokes: ink, left: [] }, em: EM } as unknown as Layout
  return byColumn(lines, layout).map(line => ({
    text: textOfReading(line),
    score: Math.min(...line.characters.map(({ score }) => score)),
  }))
}

test('what may be a sign is one by its shape among signs that are sure', () => {
  expect(corrected(column(['=', 0.99], ['=', 0.99], ['-', 0.4])).map(({ text }) => text)).toEqual(['=', '=', '='])
})

test('a sign among figures is doubtful, and the figures are not', () => {
  const [first, second, sign] = corrected(column(['12', 0.99], ['35', 0.99], ['≥', 0.99]))
  expect([first?.score, second?.score, sign?.text]).toEqual([0.99, 0.99, '≥'])
  expect(sign?.score).toBeLessThan(0.9)
})

test('what may have been read as % is the unit of its column, in doubt', () => {
  const units = corrected(column(['%', 0.99], ['%', 0.99], ['96', 0.5]))
  expect(units[2]?.text).toBe('%')
  expect(units[2]?.score).toBeLessThan(0.9)
})

test('two cells are no column', () => {
  expect(corrected(column(['=', 0.99], ['-', 0.4])).map(({ text }) => text)).toEqual(['=', '-'])
})

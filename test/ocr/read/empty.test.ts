import { expect, test } from 'vitest'
import type { PixelBox } from '../../../src/ocr/picture/raster.ts'
import { shortHyphens, unsureOf } from '../../../src/ocr/read/empty.ts'
import type { ReadLine } from '../../../src/ocr/read/read-line.ts'

const EM = 20
/** A column of panes, one for each text; no line where the text is empty. */
function column(texts: readonly string[]) {
  const boxes = texts.map((_, row): PixelBox => [100, 40 * row, 200, 40 * row + 40])
  const lines = texts.flatMap((text, row): ReadLine[] => {
    const within = boxes[row] ?? [0, 0, 0, 0]
    const ink: PixelBox = [140, 40 * row + 18, 160, 40 * row + 22]
    const characters = [...text].map(character => ({ text: character, score: 0.97, at: 0.5, others: [] }))
    return text === '' ? [] : [{ line: { ink, within }, box: ink, characters, readings: [] }]
  })
  const panes = boxes.map(box => ({ box, places: [box] }))
  return { layout: { panes, unsure: [], lines: lines.map(({ line }) => line), poor: false, seals: null, em: EM }, lines, boxes }
}

test('an empty cell is not sure in a column that prints dashes for nothing', () => {
  const { layout, lines, boxes } = column(['-', '12.50', '-', '', '-', '-'])
  expect(unsureOf(layout, lines)).toEqual([boxes[3]])
})

test('it is in a column with more empty cells than dashes', () => {
  const { layout, lines } = column(['-', '12.50', '', '', '-', ''])
  expect(unsureOf(layout, lines)).toEqual([])
})

test('a line of which nothing was read leaves its cell in doubt', () => {
  const { layout, lines, boxes } = column(['12.50', '3.00', ''])
  const silent = lines.map((line, row) => (row === 1 ? { ...line, characters: [] } : line))
  expect(unsureOf(layout, lines)).toEqual([])
  expect(unsureOf(layout, silent)).toEqual([lines[1]?.line.ink])
  expect(unsureOf({ ...layout, poor: true }, lines)).toEqual([boxes[2]])
  const seals = { width: 1000, height: 1000, data: new Uint8Array(1_000_000) }
  expect(unsureOf({ ...layout, seals }, lines)).toEqual([boxes[2]])
})

/** Panes with a dot each, so many pixels above their middle. */
function dotted(above: readonly number[]) {
  const panes = above.map((_, row) => ({ box: [100, 40 * row, 200, 40 * row + 40] as const, places: [] }))
  const left = above.map((by, row): PixelBox => [148, 40 * row + 19 - by, 151, 40 * row + 21 - by])
  const none = { width: 0, height: 0, data: new Uint8Array() }
  return { print: { ink: none, strokes: none, bars: [], left }, panes, lines: [], em: EM }
}

test('dots in the middle of their cells are hyphens, and in doubt; dirt lies anywhere', () => {
  const hyphens = shortHyphens(dotted([0, 1, 0, 2]))
  expect(hyphens.map(({ characters }) => characters.map(({ text }) => text).join(''))).toEqual(['-', '-', '-', '-'])
  expect(hyphens.every(({ characters }) => characters.every(({ score }) => score < 0.9))).toBe(true)
  expect(shortHyphens(dotted([0, 9, -12, 8, 14, -9]))).toEqual([])
})

test('dirt in low cells, where the middle is much of what there is, is no hyphen', () => {
  expect(shortHyphens(dotted([0, 1, 9, 2, -8, 3, 0, -11, 1, 8]))).toEqual([])
})

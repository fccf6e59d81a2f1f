import { expect, test } from 'vitest'
import type { Reading } from '../../../src/ocr/engine/engine.ts'
import { unreadAmongFigures } from '../../../src/ocr/read/among-figures.ts'

const EM = 20

/** A line in a row of a column, as it was read. */
function seen(row: number, text: string, { score = 0.3, figures = [] as readonly Reading[], high = 15, left = 100 } = {}) {
  const line = {
    ink: [left + 10, row * 40 + 10, left + 60, row * 40 + 10 + high],
    within: [left, row * 40, left + 100, row * 40 + 40],
  } as const
  const characters = [...text].map(char => ({ text: char, score, at: 0.5, others: [] }))
  return { line, box: line.ink, reading: { characters, missed: [], figures } }
}
const figure = (row: number) => seen(row, '12.50', { figures: [{ text: '12.50', score: 0.9 }] })
const column = [0, 1, 2, 3].map(figure)

test('a line of strokes among figures may be one, though nothing like a figure was seen in it', () => {
  const strokes = seen(4, 'F:理')
  expect(unreadAmongFigures([...column, strokes], EM)).toEqual([strokes])
})

test('a word among figures is none, nor are specks, nor what stands in another column', () => {
  const others = [seen(4, '合计', { score: 0.9 }), seen(5, '.', { high: 4 }), seen(6, 'F:', { left: 300 })]
  expect(unreadAmongFigures([...column, ...others], EM)).toEqual([])
})

test('what lies beside a figure in its cell is no other figure', () => {
  const beside = { ...seen(3, 'F:理'), line: { ink: [112, 132, 140, 147], within: figure(3).line.within } } as const
  expect(unreadAmongFigures([...column, beside], EM)).toEqual([])
})

test('a column of few figures tells nothing', () => {
  expect(unreadAmongFigures([figure(0), figure(1), seen(2, 'F:')], EM)).toEqual([])
})

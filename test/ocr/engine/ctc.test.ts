import { expect, test } from 'vitest'
import { decode, figureReadings, type Steps } from '../../../src/ocr/engine/ctc.ts'

const ALPHABET = ['', '1', '2', '.', ',', 'O', '0', '、', '丶', '四', '事']

/** Probabilities of the named characters at each step; the rest goes to blank. */
function steps(...rows: readonly Readonly<Record<string, number>>[]): Steps {
  const data = new Float32Array(rows.length * ALPHABET.length)
  rows.forEach((row, step) => {
    let rest = 1
    for (const [text, score] of Object.entries(row)) {
      data[step * ALPHABET.length + ALPHABET.indexOf(text)] = score
      rest -= score
    }
    data[step * ALPHABET.length] = rest
  })
  return { data, offset: 0, steps: rows.length, classes: ALPHABET.length }
}

const textOf = (reading: ReturnType<typeof decode>) => reading.characters.map(({ text }) => text).join('')

test('runs of one character are one, blanks part equal characters', () => {
  const reading = decode(steps({ 1: 0.9 }, { 1: 0.8 }, {}, { 1: 0.7 }, { '.': 0.6 }, { 2: 0.9 }), ALPHABET)
  expect(textOf(reading)).toBe('11.2')
  expect(reading.characters.map(({ score }) => score.toFixed(1))).toEqual(['0.9', '0.7', '0.6', '0.9'])
  expect(reading.characters[0]?.at).toBeCloseTo(1 / 6)
})

test('the stroke 丶 is the comma 、, and their doubt is none', () => {
  const [comma] = decode(steps({ 丶: 0.5, '、': 0.4 }), ALPHABET).characters
  expect(comma?.text).toBe('、')
  expect(comma?.score).toBeCloseTo(0.9)
})

test('what looks alike and is in no alphabet adds nothing', () => {
  // ， is not in it; its last class is 事
  const [, comma] = decode(steps({ 事: 0.9 }, { ',': 0.6 }), ALPHABET).characters
  expect(comma?.score).toBeCloseTo(0.6)
})

test('a character seen faintly is kept as missed', () => {
  const reading = decode(steps({ 四: 0.9 }, { '、': 0.2 }, { 事: 0.9 }), ALPHABET)
  expect(textOf(reading)).toBe('四事')
  expect(reading.missed.map(({ text }) => text)).toEqual(['、'])
  expect(reading.figures).toEqual([])
})

test('figures are read in their own alphabet with all that is likely', () => {
  const figures = figureReadings(steps({ 1: 0.9 }, { ',': 0.6, '.': 0.4 }, { O: 0.5, 0: 0.4 }), ALPHABET)
  expect(figures.slice(0, 2).map(({ text }) => text)).toEqual(['1,0', '1.0'])
  expect(figures[0]?.score).toBeCloseTo(0.9 * 0.6 * 0.9)
})

import { expect, test } from 'vitest'
import type { LineReading } from '../../../src/ocr/engine/engine.ts'
import { decideFigure } from '../../../src/ocr/read/figures.ts'
import { ownPrint } from '../../../src/ocr/read/own-print.ts'

/** Digits of five by seven squares, a row of bits each. */
const FONT: Readonly<Record<string, readonly number[]>> = {
  '0': [14, 17, 17, 17, 17, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 6, 8, 16, 31],
  '3': [14, 17, 1, 6, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [14, 16, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 4, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 1, 14],
  '.': [0, 0, 0, 0, 0, 0, 4],
}
const SQUARE = 2
const ADVANCE = 12
const ROW = 40
const EM = 24

/** A number that looks like chance, and is the same each time. */
const chance = (seed: number): number => ((Math.imul(seed + 1, 2654435761) >>> 0) % 10007) / 10007

/** A grainy page with a figure a line, and what a recogniser says of each: `read` gives its readings. */
function pageOf(count: number, read: (text: string, line: number) => LineReading['figures']) {
  const width = 120
  const data = Uint8Array.from({ length: width * count * ROW }, (_, at) => 225 + Math.round(30 * chance(at)))
  const figures = Array.from({ length: count }, (_, line) => {
    const text = (10 ** (1 + (line % 3)) * (1 + 9 * chance(line * 7))).toFixed(2)
    ;[...text].forEach((char, place) => {
      FONT[char]?.forEach((bits, y) => {
        for (let at = 0; at < 5 * SQUARE * SQUARE; at++) {
          const [x, down] = [at % (5 * SQUARE), Math.floor(at / (5 * SQUARE))]
          if (((bits >> (4 - Math.floor(x / SQUARE))) & 1) === 0) continue
          const index = (line * ROW + 10 + y * SQUARE + down) * width + 20 + place * ADVANCE + x
          data[index] = 90 + Math.round(60 * chance(index))
        }
      })
    })
    const top = line * ROW
    const ink = [20, top + 10, 20 + text.length * ADVANCE - 2, top + 24] as const
    const looks = [{ characters: [], missed: [], figures: read(text, line) }]
    return { text, line: { ink, within: [0, top, width, top + ROW] as const }, looks }
  })
  return { picture: { width, height: count * ROW, data }, figures }
}

const likeThree = (text: string): string => text.replace('5', '3')
/** Every third figure with a 5 is rather read with a 3 in its place, and not for sure. */
const isMisread = (text: string, line: number): boolean => text.includes('5') && line % 3 === 0
const misreading = (text: string, line: number): LineReading['figures'] =>
  isMisread(text, line)
    ? [
        { text: likeThree(text), score: 0.6 },
        { text, score: 0.3 },
      ]
    : [{ text, score: 0.99 }]

test('a digit is what most digits of its page look like, where the recogniser takes it for another', () => {
  const { picture, figures } = pageOf(140, misreading)
  const told = ownPrint(figures, picture, EM)
  const misread = figures.filter(({ text }, line) => isMisread(text, line))
  expect(misread.length).toBeGreaterThan(5)
  for (const figure of misread) {
    const [best] = told.get(figure) ?? []
    expect(best?.text).toBe(figure.text)
    expect(best?.score).toBeGreaterThan(0.99)
  }
})

test('a page with few figures does not tell how its digits look', () => {
  const { picture, figures } = pageOf(40, misreading)
  expect(ownPrint(figures, picture, EM).size).toBe(0)
})

test('where figures are sure that the print does not tell, it outvotes none of them', () => {
  const { picture, figures } = pageOf(140, (_, line) => [{ text: (100 + 900 * chance(line * 13 + 5)).toFixed(2), score: 0.99 }])
  const told = ownPrint(figures, picture, EM)
  for (const figure of figures) {
    const [read] = figure.looks
    const looks = [read?.figures ?? [], told.get(figure) ?? []].filter(readings => readings.length > 0)
    expect(decideFigure(looks)?.readings[0]?.text).toBe(read?.figures[0]?.text)
  }
})

test('a point that the recogniser missed stands where the ink is as wide as a figure with it', () => {
  const { picture, figures } = pageOf(140, (text, line) =>
    line % 9 === 0 ? [{ text: text.replace('.', ''), score: 0.6 }] : [{ text, score: 0.99 }],
  )
  const told = ownPrint(figures, picture, EM)
  for (const figure of figures.filter((_, line) => line % 9 === 0)) expect(told.get(figure)?.[0]?.text).toBe(figure.text)
})

test('a figure is not read longer for ink that is no wider', () => {
  const { picture, figures } = pageOf(140, (text, line) =>
    line % 9 === 0
      ? [
          { text: `${text}1`, score: 0.6 },
          { text, score: 0.1 },
        ]
      : [{ text, score: 0.99 }],
  )
  const told = ownPrint(figures, picture, EM)
  for (const figure of figures.filter((_, line) => line % 9 === 0)) expect(told.get(figure)?.[0]?.text).toBe(figure.text)
})

test('a page whose figures are none of them sure still shows how its digits look', () => {
  const { picture, figures } = pageOf(140, (text, line) =>
    isMisread(text, line) ? misreading(text, line) : [{ text, score: 0.9 }],
  )
  const told = ownPrint(figures, picture, EM)
  for (const figure of figures) expect(told.get(figure)?.[0]?.text).toBe(figure.text)
})

test('digits are found where glyphs were measured too low', () => {
  const { picture, figures } = pageOf(140, misreading)
  expect(ownPrint(figures, picture, ADVANCE / 0.72).size).toBe(figures.length)
})

test('a line in which the recogniser saw no figure is told by the print of the others', () => {
  const { picture, figures } = pageOf(140, (text, line) => (line % 9 === 0 ? [] : misreading(text, line)))
  const told = ownPrint(figures, picture, EM)
  const unread = figures.filter((_, line) => line % 9 === 0)
  for (const figure of unread) expect(told.get(figure)?.[0]?.text).toBe(figure.text)
})

test('specks in which the recogniser saw no figure are none by the print of the others either', () => {
  const { picture, figures } = pageOf(140, (text, line) => (line % 9 === 0 ? [] : misreading(text, line)))
  const specks = figures.filter((_, line) => line % 9 === 0)
  const data = picture.data.map((value, at) => {
    const line = Math.floor(at / picture.width / ROW)
    if (line % 9 !== 0) return value
    return value < 200 && chance(at * 3) > 0.15 ? 240 : value
  })
  const told = ownPrint(figures, { ...picture, data }, EM)
  expect(told.size).toBe(figures.length - specks.length)
  for (const figure of specks) expect(told.has(figure)).toBe(false)
})

test('specks beside a figure are no digit of it', () => {
  const { picture, figures } = pageOf(140, misreading)
  const specked = figures.map(({ line: { ink, within }, ...figure }, line) => {
    const [x0, y0, x1, y1] = ink
    return { ...figure, line: { ink: [line % 9 === 0 ? x0 - ADVANCE : x0, y0, x1, y1] as const, within } }
  })
  const told = ownPrint(specked, picture, EM)
  for (const figure of specked) expect(told.get(figure)?.[0]?.text).toBe(figure.text)
})

test('a recogniser that reads most figures of a page wrong is outvoted by their print', () => {
  const { picture, figures } = pageOf(280, (text, line) => {
    const other = text.replace(/\d/u, digit => `${(Number(digit) + 1 + (line % 8)) % 10}`)
    return [{ text: line % 5 < 3 ? other : text, score: 0.9 }]
  })
  const told = ownPrint(figures, picture, EM)
  for (const figure of figures) expect(told.get(figure)?.[0]?.text).toBe(figure.text)
})

test('what the characters of a line spell is one of the figures that it may be, where none was likely', () => {
  const { picture, figures } = pageOf(140, misreading)
  const isFaint = (line: number) => line % 20 === 0
  const data = picture.data.map((value, at) => (isFaint(Math.floor(at / picture.width / ROW)) ? 240 : value))
  const seen = figures.map((figure, line) => {
    const characters = [...figure.text].map(text => ({ text, score: 0.7, at: 0.5, others: [] }))
    return isFaint(line) ? { ...figure, looks: [{ characters, missed: [], figures: [] }] } : figure
  })
  const told = ownPrint(seen, { ...picture, data }, EM)
  for (const figure of seen.filter((_, line) => isFaint(line)))
    expect(told.get(figure)?.map(({ text }) => text)).toContain(figure.text)
})

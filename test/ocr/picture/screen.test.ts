import { expect, test } from 'vitest'
import { withoutScreens } from '../../../src/ocr/picture/screen.ts'
import { blank, fill, greyFrom } from '../drawing.ts'

const SCALE = 200 / 72

/** Dots four pixels apart along rows `from` to `to`, as a grey of a sixteenth is drawn in black and white. */
function screened(ink: ReturnType<typeof blank>, from: number, to: number): void {
  for (let y = from; y < to; y += 4) for (let x = 0; x < ink.width; x += 4) fill(ink, x, y, x + 1, y + 1)
}

test('a stripe drawn in dots becomes even grey with its print black, white paper stays white', () => {
  const ink = blank(600, 240)
  screened(ink, 80, 160)
  fill(ink, 100, 110, 120, 114)
  const { data } = withoutScreens(greyFrom(ink), SCALE)
  const at = (x: number, y: number) => data[y * 600 + x]
  expect([at(300, 120), at(301, 121), at(110, 112), at(300, 40)]).toEqual([239, 239, 0, 255])
})

test('broken strokes and hairlines and the specks of a copy are no screen', () => {
  const ink = blank(600, 240)
  for (let x = 100; x < 160; x += 6) fill(ink, x, 110, x + 3, 130)
  for (let x = 101; x < 160; x += 6) fill(ink, x, 134, x + 1, 135)
  for (let x = 0; x < 600; x += 5) fill(ink, x, 60, x + 2, 61)
  for (let x = 7; x < 600; x += 53) fill(ink, x, (x * 7) % 240, x + 1, ((x * 7) % 240) + 1)
  const grey = greyFrom(ink)
  expect(withoutScreens(grey, SCALE)).toBe(grey)
})

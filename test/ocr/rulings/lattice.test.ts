import { expect, test } from 'vitest'
import type { Ink, PixelBox } from '../../../src/ocr/picture/raster.ts'
import { latticeOf } from '../../../src/ocr/rulings/lattice.ts'
import { type ScannedRulings, scannedRulings } from '../../../src/ocr/rulings/scanned-rulings.ts'
import { blank, fill } from '../drawing.ts'

const EM = 16
const ROWS = [100, 140, 180, 220, 260, 300]
const COLUMNS = [60, 300, 460, 620, 780]

/** What a fax leaves of a hairline: two pixels of each `step`, each line broken at other places. */
function broken(ink: Ink, [x0, y0, x1, y1]: PixelBox, step: number): void {
  const offset = (x0 * 7 + y0 * 3) % step
  for (let at = offset; at + 2 <= Math.max(x1 - x0, y1 - y0); at += step) {
    if (y1 - y0 === 1) fill(ink, x0 + at, y0, x0 + at + 2, y1)
    else fill(ink, x0, y0 + at, x1, y0 + at + 2)
  }
}

/** A table of whose borders a fax left two pixels of each `step`; `merged` columns have no border in the first row. */
function fax(step = 10, merged: readonly number[] = []): Ink {
  const ink = blank(840, 400)
  for (const y of ROWS) broken(ink, [60, y, 780, y + 1], step)
  for (const x of COLUMNS) broken(ink, [x, merged.includes(x) ? 140 : 100, x + 1, 300], step)
  return ink
}

const rulingsOf = (ink: Ink) => latticeOf(ink, scannedRulings(ink, EM), [], EM)

const places = (lines: readonly { readonly at: number }[]) => lines.map(({ at }) => Math.floor(at)).sort((a, b) => a - b)

test('borders that a fax broke to specks are those of a whole table', () => {
  const { horizontal, vertical } = rulingsOf(fax())
  expect(places(horizontal)).toEqual(ROWS)
  // specks of crossing lines may lie beside a line, which is thicker by a pixel there
  expect(places(vertical).map((at, index) => Math.abs(at - (COLUMNS[index] ?? 0)) <= 1)).toEqual(COLUMNS.map(() => true))
  for (const { from, to } of horizontal) expect([from, to]).toEqual([60, 780])
})

test('a border ends where merged cells begin, as the others of the row tell', () => {
  const { vertical } = rulingsOf(fax(6, [460, 620]))
  const top = (at: number) => vertical.find(line => Math.abs(line.at - at) <= 1)?.from ?? -1
  expect([300, 460, 620, 780].map(top).map(Math.floor)).toEqual([100, 140, 140, 100])
})

test('a row of dashes is no border', () => {
  const ink = fax()
  for (const x of [380, 540, 700]) fill(ink, x - 4, 159, x + 4, 161)
  expect(places(rulingsOf(ink).horizontal)).toEqual(ROWS)
})

test('rows of dashes at an edge of their cells are no borders', () => {
  const ink = fax()
  for (const y of [120, 160, 200, 240, 280]) for (const x of COLUMNS.slice(2)) fill(ink, x - 12, y, x - 2, y + 2)
  expect(places(rulingsOf(ink).horizontal)).toEqual(ROWS)
})

test('borders that are seen in the header only end there', () => {
  const ink = blank(840, 400)
  for (const y of [100, 128, 156, 184, 212]) fill(ink, 60, y, 780, y + 2)
  for (const x of COLUMNS) fill(ink, x, 100, x + 2, 130)
  for (const { from, to } of rulingsOf(ink).vertical) expect([from, to]).toEqual([101, 129])
})

test('a table whose borders were all found gets no others', () => {
  const ink = blank(840, 400)
  for (const y of ROWS) fill(ink, 60, y, 780, y + 2)
  for (const x of COLUMNS) fill(ink, x, 100, x + 2, 302)
  broken(ink, [540, 100, 541, 300], 8)
  expect(rulingsOf(ink)).toEqual(scannedRulings(ink, EM))
})

test('a frame that was found closes no table whose inner borders a fax broke', () => {
  const ink = fax()
  for (const y of [100, 300]) fill(ink, 60, y, 780, y + 2)
  for (const x of [60, 780]) fill(ink, x, 100, x + 2, 302)
  const found = scannedRulings(ink, EM)
  const print = ROWS.slice(1).flatMap(y => COLUMNS.slice(1).map((x): PixelBox => [x - 60, y - 30, x - 20, y - 10]))
  const counted = ({ horizontal, vertical }: ScannedRulings) => [horizontal.length, vertical.length]
  expect(counted(found)).toEqual([2, 2])
  expect(counted(latticeOf(ink, found, print, EM))).toEqual([ROWS.length, COLUMNS.length])
  // one text in the frame is a notice in a box
  expect(counted(latticeOf(ink, found, [[300, 140, 500, 160]], EM))).toEqual([2, 2])
})

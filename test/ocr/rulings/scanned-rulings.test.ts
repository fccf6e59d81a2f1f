import { expect, test } from 'vitest'
import { erased } from '../../../src/ocr/rulings/erase.ts'
import { panesOf } from '../../../src/ocr/rulings/panes.ts'
import { scannedRulings } from '../../../src/ocr/rulings/scanned-rulings.ts'
import { blank, fill, greyFrom } from '../drawing.ts'

const EM = 20

/** A table of two rows and two columns, the lower row one cell, with print in the upper left cell. */
function table() {
  const ink = blank(400, 240)
  for (const y of [40, 100, 160]) fill(ink, 40, y, 360, y + 2)
  for (const x of [40, 358]) fill(ink, x, 40, x + 2, 162)
  fill(ink, 200, 40, 202, 100)
  for (const x of [60, 76, 92]) fill(ink, x, 60, x + 10, 76)
  return ink
}

test('the rulings of a table are found, print is none', () => {
  const { horizontal, vertical } = scannedRulings(table(), EM)
  expect(horizontal.map(line => Math.round(line.at))).toEqual([41, 101, 161])
  expect(vertical.map(line => Math.round(line.at)).sort((a, b) => a - b)).toEqual([41, 201, 359])
})

test('a frame half as thick as the print is high is a border, a band as high as the print is none', () => {
  const ink = table()
  for (const x of [37, 353]) fill(ink, x, 36, x + 10, 166)
  for (const y of [36, 156]) fill(ink, 37, y, 363, y + 10)
  fill(ink, 40, 200, 360, 220)
  const { horizontal, vertical } = scannedRulings(ink, EM)
  expect(horizontal.map(line => Math.round(line.at))).toEqual([41, 101, 161])
  expect(vertical.map(line => Math.round(line.at)).sort((a, b) => a - b)).toEqual([42, 201, 358])
})

test('a broken and bent line is one ruling', () => {
  const ink = blank(600, 120)
  for (let x = 20; x < 580; x++) if (x < 300 || x > 310) fill(ink, x, 50 + Math.round(x / 200), x + 1, 52 + Math.round(x / 200))
  const { horizontal } = scannedRulings(ink, EM)
  expect(horizontal).toHaveLength(1)
  expect(horizontal[0]?.from).toBeLessThan(25)
  expect(horizontal[0]?.to).toBeGreaterThan(575)
})

test('a stroke between two rulings that touches neither is no ruling', () => {
  const ink = table()
  fill(ink, 280, 48, 282, 92)
  expect(scannedRulings(ink, EM).vertical).toHaveLength(3)
})

test('panes are the cells between rulings, spans included', () => {
  const ink = table()
  const panes = panesOf(scannedRulings(ink, EM), ink.width, ink.height, EM)
  expect(panes.map(({ box }) => box.map(Math.round))).toEqual([
    [41, 41, 201, 101],
    [201, 41, 359, 101],
    [41, 101, 359, 161],
  ])
})

test('where a border is lost in part no two panes lie over each other', () => {
  const line = { axis: 'horizontal', width: 2, middles: [] } as const
  const horizontal = [40, 160].map(at => ({ ...line, at, from: 40, to: 360 }))
  const kept = { ...line, at: 100, from: 200, to: 360 }
  const vertical = [40, 360].map(at => ({ ...line, axis: 'vertical', at, from: 40, to: 160 }) as const)
  const lower = { ...line, axis: 'vertical', at: 200, from: 100, to: 160 } as const
  const panes = panesOf({ horizontal: [...horizontal, kept], vertical: [...vertical, lower] }, 400, 240, EM)
  expect(panes.map(({ box }) => box)).toEqual([
    [40, 40, 360, 100],
    [40, 100, 200, 160],
    [200, 100, 360, 160],
  ])
})

test('rulings are erased with their crossings, print stays', () => {
  const ink = table()
  const clean = erased(greyFrom(ink), ink, scannedRulings(ink, EM), EM)
  expect(clean.ink.data.reduce((sum, value) => sum + value, 0)).toBe(3 * 10 * 16)
  expect(clean.grey.data[41 * 400 + 100]).toBe(255)
  expect(clean.grey.data[65 * 400 + 65]).toBe(0)
})

test('both strokes of a double border are erased', () => {
  const ink = blank(400, 240)
  for (const y of [40, 43, 100, 157, 160]) fill(ink, 40, y, 362, y + 2)
  for (const x of [40, 43, 357, 360]) fill(ink, x, 40, x + 2, 162)
  fill(ink, 300, 60, 310, 76)
  const rulings = scannedRulings(ink, EM)
  expect(rulings.vertical).toHaveLength(2)
  expect(erased(greyFrom(ink), ink, rulings, EM).ink.data.reduce((sum, value) => sum + value, 0)).toBe(10 * 16)
})

test('a thick border between cells of one line of print is found: its ends lie on the borders above and below', () => {
  const ink = blank(400, 240)
  for (const y of [40, 70, 100]) fill(ink, 40, y, 360, y + 4)
  fill(ink, 200, 70, 204, 104)
  expect(scannedRulings(ink, EM).vertical.map(({ at }) => Math.round(at))).toEqual([202])
})

test('a line inside a cell that meets no other line is an underline, one broken at an end is a border', () => {
  const ink = blank(400, 200)
  for (const y of [20, 180]) fill(ink, 20, y, 381, y + 2)
  for (const x of [20, 379]) fill(ink, x, 20, x + 2, 182)
  fill(ink, 80, 100, 300, 102)
  fill(ink, 22, 140, 300, 142)
  const { horizontal } = scannedRulings(ink, 20)
  expect(horizontal.map(line => Math.round(line.at)).sort((a, b) => a - b)).toEqual([21, 141, 181])
})

test('a border that a bad copy dots in places, at its ends too, is one; print beside a line and strokes below each other are none', () => {
  const ink = blank(600, 200)
  for (const y of [20, 180]) fill(ink, 20, y, 581, y + 2)
  for (const x of [20, 579]) fill(ink, x, 20, x + 2, 182)
  for (let x = 22; x < 579; x++) if ((x > 60 && x < 250) || (x > 310 && x < 540) || x % 6 < 3) fill(ink, x, 100, x + 1, 102)
  // the strokes of three lines of print
  for (const y of [110, 134, 158]) fill(ink, 300, y, 302, y + 20)
  const { horizontal, vertical } = scannedRulings(ink, EM)
  expect(horizontal.map(({ from, at, to }) => [from, at, to].map(Math.round))).toContainEqual([21, 101, 580])
  expect(horizontal).toHaveLength(3)
  expect(vertical).toHaveLength(2)
})

test('a short line from the open side of a table to a vertical one is a border of its header, and a stroke elsewhere is none', () => {
  const ink = blank(600, 260)
  for (const y of [20, 60, 140, 180, 220]) fill(ink, 20, y, 581, y + 2)
  fill(ink, 160, 60, 162, 142)
  fill(ink, 90, 100, 92, 142)
  fill(ink, 20, 100, 162, 102)
  fill(ink, 300, 60, 302, 142)
  // an underline that begins within the table
  fill(ink, 200, 100, 302, 102)
  const { horizontal, vertical } = scannedRulings(ink, EM)
  expect(horizontal.filter(({ at }) => Math.round(at) === 101).map(({ from, to }) => [from, to].map(Math.round))).toEqual([
    [20, 161],
  ])
  expect(vertical.map(({ at }) => Math.round(at)).sort((a, b) => a - b)).toEqual([91, 161, 301])
})

test('borders of a table without a frame end in the open and cross its other lines', () => {
  const ink = blank(600, 300)
  for (const y of [60, 110, 160, 210]) fill(ink, 20, y, 581, y + 2)
  for (const x of [200, 400]) fill(ink, x, 20, x + 2, 250)
  // strokes of print, over a ruling and between two
  fill(ink, 100, 90, 102, 125)
  fill(ink, 300, 170, 302, 200)
  expect(scannedRulings(ink, EM).vertical.map(({ at }) => Math.round(at))).toEqual([201, 401])
})

test('a stroke of print that stands on a border is none of it; where a table is open its borders run on', () => {
  const [ink, open] = [blank(460, 300), blank(460, 300)]
  for (const picture of [ink, open]) {
    for (const y of [60, 120, 180]) fill(picture, 30, y, 432, y + 2)
    for (const x of [30, 230, 430]) fill(picture, x, picture === open ? 40 : 60, x + 2, 182)
  }
  fill(ink, 30, 40, 32, 60)
  const tops = (picture: typeof ink) => scannedRulings(picture, EM).vertical.map(({ from }) => from)
  expect(tops(ink).map(from => Math.round((from - 61) / 4))).toEqual([0, 0, 0])
  expect(tops(open).map(from => Math.round((from - 40) / 4))).toEqual([0, 0, 0])
})

test('dotted borders are borders; dots that lead to the number of a page are none', () => {
  const [ink, contents] = [blank(600, 300), blank(600, 300)]
  for (const y of [20, 90, 160, 230]) {
    for (const picture of [ink, contents]) for (let x = 20; x < 580; x += 7) fill(picture, x, y, x + 4, y + 3)
  }
  for (const x of [20, 300, 576]) for (let y = 20; y < 230; y += 7) fill(ink, x, y, x + 3, y + 4)
  const { horizontal, vertical } = scannedRulings(ink, EM)
  expect(horizontal.map(({ at }) => Math.round(at)).sort((a, b) => a - b)).toEqual([22, 92, 162, 232])
  expect(vertical.map(({ at }) => Math.round(at)).sort((a, b) => a - b)).toEqual([22, 302, 578])
  expect(scannedRulings(contents, EM).horizontal).toEqual([])
})

test('strokes of print on some borders make no open table, and are none of them', () => {
  const ink = blank(400, 240)
  for (const y of [60, 110, 160]) fill(ink, 40, y, 362, y + 2)
  for (const x of [40, 140, 260, 360]) fill(ink, x, 60, x + 2, 162)
  for (const x of [40, 360]) fill(ink, x, 40, x + 2, 60)
  expect(scannedRulings(ink, EM).vertical.map(({ from }) => Math.round(from))).toEqual([61, 61, 61, 61])
})

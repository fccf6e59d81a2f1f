import { expect, test } from 'vitest'
import { isFullOfPrint, lookedAt, printIn, tableIn } from '../../src/ocr/pasted-table.ts'
import type { Bitmap } from '../../src/page/bitmap.ts'

/** Pixels a point, and the height of a glyph in points. */
const [SCALE, EM] = [3, 10]
const [WIDTH, HEIGHT] = [900, 240]

type Boxes = readonly (readonly [number, number, number, number])[]

/** A picture with rectangles of one grey level upon others. */
function painted(...layers: readonly { readonly level: number; readonly boxes: Boxes }[]): Bitmap {
  const data = new Uint8Array(4 * WIDTH * HEIGHT).fill(255)
  for (const { level, boxes } of layers)
    for (const [x0, y0, x1, y1] of boxes)
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) data.fill(level, 4 * (y * WIDTH + x), 4 * (y * WIDTH + x) + 3)
  return { width: WIDTH, height: HEIGHT, data, scale: SCALE }
}

/** A picture with black rectangles. */
const drawn = (...boxes: Boxes): Bitmap => painted({ level: 0, boxes })

/** Four digits as blocks. */
const figure = (x: number, y: number) => [0, 1, 2, 3].map(at => [x + 20 * at, y, x + 20 * at + 12, y + 22] as const)

const rows = [20, 100, 180]
const lines = [...[80, 160].map(y => [0, y, WIDTH, y + 3] as const), ...[300, 600].map(x => [x, 0, x + 3, HEIGHT] as const)]
const print = rows.flatMap(y => [100, 400, 700].flatMap(x => figure(x, y)))
const inner = [...lines, ...print]
const frame = [
  ...[0, HEIGHT - 3].map(y => [0, y, WIDTH, y + 3] as const),
  ...[0, WIDTH - 3].map(x => [x, 0, x + 3, HEIGHT] as const),
]

test('a picture that rulings part into printed cells is a table', () => {
  expect(tableIn(lookedAt(drawn(...inner, ...frame), EM))).not.toBeNull()
})

test('a table whose outer border was cut off is one too: lines end at the edges, and the border is drawn there', () => {
  const whole = tableIn(lookedAt(drawn(...inner), EM))
  if (whole === null) throw new Error('no table')
  const blackAt = (x: number, y: number) => whole.data[4 * (y * whole.width + x)] === 0
  const [middle, edge] = [whole.height / 2, (whole.width - WIDTH) / 2 - 1]
  expect([blackAt(edge, middle), blackAt(whole.width - edge - 1, middle), blackAt(whole.width / 2, edge)]).toEqual([
    true,
    true,
    true,
  ])
})

test('the pale grid lines of a spreadsheet part it', () => {
  const sheet = painted({ level: 221, boxes: [...lines, ...frame] }, { level: 0, boxes: print })
  expect(tableIn(lookedAt(sheet, EM))).not.toBeNull()
})

test('a row of figures below a dark header with white print is one, the print made dark', () => {
  const row = 100
  const cells = [300, 600].map(x => [x, row, x + 3, HEIGHT] as const)
  const below = [100, 400, 700].flatMap(x => figure(x, 160))
  const head = [...[300, 600].map(x => [x, 0, x + 3, row] as const), ...[100, 400, 700].flatMap(x => figure(x, 40))]
  const dark = { level: 60, boxes: [[0, 0, WIDTH, row]] as const }
  const whole = tableIn(
    lookedAt(painted({ level: 0, boxes: [...frame, ...cells, ...below] }, dark, { level: 255, boxes: head }), EM),
  )
  if (whole === null) throw new Error('no table')
  const margin = (whole.width - WIDTH) / 2
  const levelAt = (x: number, y: number) => whole.data[4 * ((y + margin) * whole.width + x + margin)] ?? -1
  expect(levelAt(105, 50)).toBeLessThan(80)
  expect(levelAt(200, 20)).toBe(255)
  expect(levelAt(105, 170)).toBe(0)
})

test('a table with wide paper around it, as on a photo of a page, is one: most print stands in its cells', () => {
  const at = [10, 80, 150]
  const small = [
    ...at.map(y => [0, y, 450, y + 3] as const),
    ...[0, 150, 300, 447].map(x => [x, 10, x + 3, 153] as const),
    ...[30, 100].flatMap(y => [40, 190, 340].flatMap(x => figure(x, y))),
  ]
  expect(tableIn(lookedAt(drawn(...small), EM))).not.toBeNull()
})

test('a chart is none: its bars and grid lines enclose no print', () => {
  const bars = [200, 400, 600].map((x, at) => [x, 60 * at + 20, x + 90, HEIGHT - 3] as const)
  const chart = drawn(...frame, ...[80, 160].map(y => [0, y, WIDTH, y + 3] as const), ...bars, ...figure(100, 10))
  expect(tableIn(lookedAt(chart, EM))).toBeNull()
  expect(isFullOfPrint(lookedAt(chart, EM))).toBe(false)
})

test('text without rulings is none, but full of print', () => {
  const lines = [10, 50, 90, 130, 170, 210].flatMap(y => [20, 120, 220, 320, 420, 520, 620, 720].flatMap(x => figure(x, y)))
  expect(tableIn(lookedAt(drawn(...lines), EM))).toBeNull()
  expect(isFullOfPrint(lookedAt(drawn(...lines), EM))).toBe(true)
})

test('a row of figures is none either, and is read where it stands in one; ground without print is not', () => {
  const row = drawn(...[20, 320, 620].flatMap(x => figure(x, 100)))
  expect(tableIn(lookedAt(row, EM))).toBeNull()
  expect(printIn(lookedAt(row, EM), [])?.width).toBeGreaterThan(WIDTH)
  expect(printIn(lookedAt(drawn(), EM), [])).toBeNull()
  const bare = printIn(lookedAt(row, EM), [[0, 0, WIDTH, HEIGHT]])
  expect(bare?.data.every(level => level === 255)).toBe(true)
})

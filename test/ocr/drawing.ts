import type { Grey, Ink } from '../../src/ocr/picture/raster.ts'

/** Ink from rows of text: `#` is ink, anything else is none. */
export function inkFrom(rows: readonly string[]): Ink {
  const width = Math.max(...rows.map(row => row.length))
  const data = new Uint8Array(width * rows.length)
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) if (row[x] === '#') data[y * width + x] = 1
  })
  return { width, height: rows.length, data }
}

/** Rows of text from ink. */
export const rowsOf = ({ width, height, data }: Ink): string[] =>
  Array.from({ length: height }, (_, y) =>
    Array.from(data.subarray(y * width, (y + 1) * width), value => (value === 1 ? '#' : '.')).join(''),
  )

/** Blank ink to draw on. */
export const blank = (width: number, height: number): Ink => ({ width, height, data: new Uint8Array(width * height) })

/** A filled rectangle on `ink`, in place. */
export function fill({ width, data }: Ink, x0: number, y0: number, x1: number, y1: number): void {
  for (let y = y0; y < y1; y++) data.fill(1, y * width + x0, y * width + x1)
}

/** A grey picture of ink: black on white. */
export const greyFrom = ({ width, height, data }: Ink): Grey => ({
  width,
  height,
  data: data.map(value => (value === 1 ? 0 : 255)),
})

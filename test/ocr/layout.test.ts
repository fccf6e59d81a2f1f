import { expect, test } from 'vitest'
import type { OcrEngine } from '../../src/ocr/engine/engine.ts'
import { openPaddle } from '../../src/ocr/engine/paddle.ts'
import { layoutOf } from '../../src/ocr/layout.ts'
import { greyOf } from '../../src/ocr/picture/grey.ts'
import { type Grey, turned } from '../../src/ocr/picture/raster.ts'
import { uprightTurn } from '../../src/ocr/picture/upright.ts'
import type { Bitmap } from '../../src/page/bitmap.ts'
import { readPages } from '../../src/page/document.ts'
import { withRenderer } from '../../src/page/render.ts'
import { pagePdf } from '../make/pdf.ts'
import { SCALE } from './print-to-pictures.ts'

const [ROWS, COLUMNS] = [38, 8]

/** Rows of small figures that no ruling parts, each row with its name. */
const figures = pagePdf(
  Array.from({ length: ROWS }, (_, row) =>
    [
      'Basic expenditure',
      ...Array.from({ length: COLUMNS }, (_, column) => (column < 2 ? `${(row * 37) % 90}.${10 + row}` : '0')),
    ]
      .map((text, place) => `BT /F1 7 Tf 1 0 0 1 ${60 + 55 * place} ${740 - 15 * row} Tm (${text}) Tj ET`)
      .join('\n'),
  ).join('\n'),
  { page: '/MediaBox [0 0 595 842]' },
)

const drawn = async (): Promise<Bitmap> => {
  const { pages } = await readPages(figures)
  const [page] = pages
  if (page === undefined) throw new Error('no page')
  return withRenderer(figures, undefined, draw => draw(page, SCALE))
}

const onItsSide = ({ width, height, data, scale }: Bitmap): Bitmap => {
  const grey = turned(
    { width, height, data: Uint8Array.from({ length: width * height }, (_, at) => data[4 * at + 1] ?? 255) },
    270,
  )
  const pixels = Uint8ClampedArray.from({ length: data.length }, (_, at) => (at % 4 === 3 ? 255 : (grey.data[at >> 2] ?? 255)))
  return { width: grey.width, height: grey.height, data: pixels, scale }
}

test('on a page that lies on its side as many figures are found as on an upright one', async () => {
  const upright = await drawn()
  const engine = openPaddle(2)
  try {
    const [one, other] = [await layoutOf(upright, engine, SCALE), await layoutOf(onItsSide(upright), engine, SCALE)]
    expect([one.turn, other.turn]).toEqual([0, 90])
    expect(other.lines.length).toBeGreaterThanOrEqual(one.lines.length)
  } finally {
    await engine.close()
  }
})

test('two lines tell that a page stands upright, all of the sample that it stands on its head', async () => {
  const { grey } = greyOf(await drawn())
  const paddle = openPaddle(2)
  let read = 0
  const engine: OcrEngine = {
    ...paddle,
    readLines: lines => {
      read += lines.length
      return paddle.readLines(lines)
    },
  }
  const turnOf = async (page: Grey) => {
    read = 0
    const turn = await uprightTurn(page, await engine.findText(page), 7 * SCALE, engine)
    return { turn, read }
  }
  try {
    expect(await turnOf(grey)).toEqual({ turn: 0, read: 2 })
    expect(await turnOf(turned(grey, 180))).toEqual({ turn: 180, read: 2 + 6 + 6 })
  } finally {
    await engine.close()
  }
})

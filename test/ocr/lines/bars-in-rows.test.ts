import { expect, test } from 'vitest'
import { barsInRows } from '../../../src/ocr/lines/bars-in-rows.ts'
import type { PixelBox } from '../../../src/ocr/picture/raster.ts'

const EM = 20
const lineAt = (ink: PixelBox) => ({ ink, within: ink })

test('a bar beside the lines of a row is a line of its own; one in a line, or between two rows, is none', () => {
  const lines = [lineAt([100, 40, 300, 60]), lineAt([100, 80, 300, 100])]
  const last: PixelBox = [500, 49, 510, 51]
  const inWord: PixelBox = [120, 48, 136, 51]
  const between: PixelBox = [500, 69, 510, 71]
  expect(barsInRows([last, inWord, between], lines, EM)).toEqual([{ ink: last, within: [488, 38, 522, 62] }])
})

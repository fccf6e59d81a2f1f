import { areaOf, type Box, heightOf, mean, sum, widthOf } from '../../geometry.ts'
import type { LineReading, OcrEngine } from '../engine/engine.ts'
import { cut } from '../lines/cut.ts'
import { type Grey, type PixelBox, sizeOf, turned } from './raster.ts'

/** Degrees clockwise by which a picture has to be turned to be read. */
export type Turn = 0 | 90 | 180 | 270

/** A box this much longer than wide holds a line of text and tells which way it runs. */
const LONG = 1.6
/** Lines that are read to tell up from down; the longest ones that are still cheap. */
const SAMPLE = 6
/** Lines longer than this (in their own heights) cost more and tell no more. */
const LONGEST = 14
/** A sample read this surely stands upright; the other way round it would be read far worse. */
const SURE = 0.85
/** Upside down must be read better than upright by this much to be believed. */
const BETTER = 0.08

const LETTER = /[\p{L}\p{N}]/u

/** How a page has to be turned: along its lines, then by what is read better. `detected` are boxes of text in `page`. */
export async function uprightTurn(page: Grey, detected: readonly PixelBox[], em: number, engine: OcrEngine): Promise<Turn> {
  const along = detected.filter(box => widthOf(box) > LONG * heightOf(box))
  const down = detected.filter(box => heightOf(box) > LONG * widthOf(box))
  const isSideways = area(down) > area(along)
  const [first, second]: readonly [Turn, Turn] = isSideways ? [90, 270] : [0, 180]
  const sample = (isSideways ? down : along)
    .filter(box => sizeOf(box) <= LONGEST * Math.min(widthOf(box), heightOf(box)))
    .toSorted((a, b) => areaOf(b) - areaOf(a))
    .slice(0, SAMPLE)
  if (sample.length === 0) return isSideways ? 90 : 0
  const scoreOf = async (turn: Turn): Promise<number> => {
    const picture = turned(page, turn)
    const pictures = sample.map(box => {
      const ink = turnedBox(box, turn, page.width, page.height)
      return cut(picture, { ink, within: [0, 0, picture.width, picture.height] }, em, 'close').picture
    })
    return meanScore(await engine.readLines(pictures))
  }
  const score = await scoreOf(first)
  if (score >= SURE) return first
  return (await scoreOf(second)) > score + (isSideways ? 0 : BETTER) ? second : first
}

const area = (boxes: readonly PixelBox[]): number => sum(boxes.map(areaOf))

/** Mean score of lines: each that of its letters and digits, 0 when it has none. The recogniser sees little more than brackets in a line set on its head. */
function meanScore(lines: readonly LineReading[]): number {
  const meanOf = (values: readonly number[]) => (values.length === 0 ? 0 : mean(values))
  return meanOf(lines.map(line => meanOf(line.characters.filter(({ text }) => LETTER.test(text)).map(({ score }) => score))))
}

/** Where a box lies after a page of `width` × `height` was turned clockwise. */
export function turnedBox([x0, y0, x1, y1]: Box, turn: Turn, width: number, height: number): Box {
  if (turn === 90) return [height - y1, x0, height - y0, x1]
  if (turn === 180) return [width - x1, height - y1, width - x0, height - y0]
  if (turn === 270) return [y0, width - x1, y1, width - x0]
  return [x0, y0, x1, y1]
}

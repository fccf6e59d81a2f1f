import { type CropLimits, cropSize } from './crop-size.ts'
import { asPrinted, type Cell, type Found, keyOf, type Reading } from './reading.ts'

/** What kind of look a cell needs: a figure is read digit by digit, words are read, an empty place is only glanced at. */
export type Look = 'figure' | 'words' | 'empty'

/** What a figure is printed with besides digits: 1,234.50, 98%, ≥1. */
const FIGURES_ONLY = /^[\d\s.,，．%‰()（）+\-−—–≥≤><=]+$/

export const lookOf = ({ text, amount }: Pick<Cell, 'text' | 'amount'>): Look =>
  text.trim() === '' ? 'empty' : amount !== null || FIGURES_ONLY.test(text) ? 'figure' : 'words'

/** Print of 9 pt is as large as the reading below it; an empty place shows half as large whether there is ink. */
const CROPS: Readonly<Record<Look, CropLimits>> = {
  figure: { around: 3, widest: 240, tallest: 90, scale: 1.7 },
  words: { around: 3, widest: 640, tallest: 300, scale: 1.7 },
  empty: { around: 2, widest: 200, tallest: 60, scale: 1 },
}

/** A scan is shown as it lies, its boxes are those of the levelled page: room around them, in points, for a page that is half a degree askew. */
const ASKEW = 6

/** How a doubtful cell is cut out of its page. */
export function limitsOf(cell: Pick<Cell, 'text' | 'amount' | 'source'>): CropLimits {
  const own = CROPS[lookOf(cell)]
  return cell.source === 'ocr' ? { ...own, around: own.around + ASKEW } : own
}

/** Figures first, since they are what is quoted; empty places last, when the pages they are cut out of have been drawn. */
const ORDER: readonly Look[] = ['figure', 'words', 'empty']

/** Cells that are looked at together: more figures than that are not compared, but passed over. */
const MOST: Readonly<Record<Look, number>> = { figure: 30, words: 30, empty: 120 }

/** Share of a window that the cut-outs of a block fill, its heading and the gaps of a broken line taken off. */
const FILLED = 0.5

/** Line height and width of a character of the reading, and the frame of a cell of the sheet, in pixels. */
const [LINE, CHARACTER, FRAME] = [22, 15, 18]

function areaOf({ cell }: Found): number {
  const look = lookOf(cell)
  const { width, height } = cropSize(cell, limitsOf(cell))
  const lines = look === 'empty' ? 0 : Math.ceil((cell.text.length * CHARACTER) / width)
  return (width + FRAME) * (height + lines * LINE + FRAME)
}

/** Cells of a block with those that are read alike side by side, where the odd one out is seen at a glance. */
const alikeTogether = (cells: readonly Found[]): Found[] =>
  [...Map.groupBy(cells, ({ cell }) => cell.text.trim()).values()].flat()

/** Cells parted into blocks of one look that fit a window of so many pixels. */
function parted(cells: readonly Found[], most: number, window: number): Found[][] {
  const blocks: Found[][] = []
  let filled = Number.POSITIVE_INFINITY
  for (const found of cells) {
    const area = areaOf(found)
    const last = blocks.at(-1)
    if (last && last.length < most && filled + area <= window * FILLED) {
      last.push(found)
      filled += area
    } else {
      blocks.push([found])
      filled = area
    }
  }
  return blocks.map(alikeTogether)
}

/**
 * The doubtful cells of a document, those already spoken of aside, in blocks that are looked at at once, page after page: the first
 * block waits for few pictures. `window` in square pixels.
 */
export function doubtBlocks({ doubtful, byKey }: Reading, isSaid: (key: string) => boolean, window: number): Found[][] {
  const left = doubtful.filter(place => !isSaid(keyOf(place))).flatMap(place => byKey.get(keyOf(place)) ?? [])
  const byLook = Map.groupBy(
    left.sort((a, b) => asPrinted(a.cell, b.cell)),
    ({ cell }) => lookOf(cell),
  )
  return ORDER.flatMap(look => parted(byLook.get(look) ?? [], MOST[look], window))
}

import type { Bitmap } from '../../page/bitmap.ts'
import { type Component, componentsOf } from './components.ts'
import { CLEARLY, seenAt } from './ink-colours.ts'
import { histogramOf, levelBelow, levels, PAPER_SHARE } from './levels.ts'
import type { Grey, PixelBox } from './raster.ts'
import { below, type CoverLook, coverOf, type SealedCut } from './seal-cover.ts'
import { TILE } from './seal-ink.ts'

/** Two looks at what is below a seal: one leaves fewer rests of it, the other more of thin print. Figures they read otherwise are in doubt. */
const LOOKS: readonly CoverLook[] = [
  { edges: 0.1, more: 0.2 },
  { edges: 0, more: 0.3 },
]
/** A seal is full where it has more colour than in this share of its clear pixels; how dark it is there is measured where it has nearly as much. */
const FULL = 0.9
/** Fewer clear pixels than these are a mark of a pen, no seal that could be measured. */
const ENOUGH = 200

/** A page with its seals lifted off the print, by each look; `grey` is the page with its seals taken out, `seals` tells where they were. */
export function uncovered(
  page: Bitmap,
  colours: Uint8Array,
  { grey, seals }: { readonly grey: Grey; readonly seals: Grey },
): Grey[] {
  const brightness = new Uint8Array(colours.length)
  for (let at = 0; at < brightness.length; at++) brightness[at] = seenAt(page.data, 4 * at)
  const [paper = 255] = levels({ ...grey, data: brightness }, [PAPER_SHARE])
  const places = componentsOf({ ...seals, data: seals.data.map(tile => (tile === 0 ? 1 : 0)) })
  const cuts = Array.from(places, place => boxOf(place, page)).flatMap(box => {
    const cut = cutOf({ width: page.width, brightness, colours, paper }, box)
    return cut === null ? [] : [{ box, cut }]
  })
  return LOOKS.map(look => {
    const data = grey.data.slice()
    for (const { box, cut } of cuts) {
      const cover = coverOf(cut, look)
      const lifted = cut.seen.map((seen, at) => Math.max(0, Math.min(255, below(cut, seen, cover[at] ?? 0))))
      for (let y = box[1]; y < box[3]; y++)
        data.set(lifted.subarray((y - box[1]) * cut.width, (y - box[1] + 1) * cut.width), y * page.width + box[0])
    }
    return { ...grey, data }
  })
}

/** The pixels of some tiles and of those around them. */
const boxOf = ({ box: [x0, y0, x1, y1] }: Component, { width, height }: Bitmap): PixelBox => [
  Math.max(0, (x0 - 1) * TILE),
  Math.max(0, (y0 - 1) * TILE),
  Math.min(width, (x1 + 1) * TILE),
  Math.min(height, (y1 + 1) * TILE),
]

interface SealedPage {
  readonly width: number
  readonly brightness: Uint8Array
  readonly colours: Uint8Array
  readonly paper: number
}

/** A seal cut out of its page and measured; null where too little of its ink is clear. */
function cutOf({ width, brightness, colours, paper }: SealedPage, [x0, y0, x1, y1]: PixelBox): SealedCut | null {
  const part = (data: Uint8Array) => {
    const result = new Uint8Array((x1 - x0) * (y1 - y0))
    for (let y = y0; y < y1; y++) result.set(data.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0))
    return result
  }
  const [seen, colour] = [part(brightness), part(colours)]
  const clear = colour.filter(value => value >= CLEARLY.cool)
  if (clear.length < ENOUGH) return null
  const full = levelBelow(histogramOf(clear), FULL)
  const sealed = levelBelow(histogramOf(seen.filter((_, at) => (colour[at] ?? 0) >= FULL * full)), 0.5)
  return sealed >= paper
    ? null
    : { width: x1 - x0, seen, colour: Float32Array.from(colour, value => value / full), paper, sealed }
}

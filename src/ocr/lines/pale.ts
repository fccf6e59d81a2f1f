import { componentsOf } from '../picture/components.ts'
import { levels } from '../picture/levels.ts'
import type { Grey, Ink, PixelBox } from '../picture/raster.ts'
import { whitened } from '../rulings/erase.ts'

/** Patches of print are between this low and this high (in glyph heights); they tell how dark print is. */
const PRINT: readonly [number, number] = [0.3, 1.5]
/**
 * Ink paler than this share of what print usually is was not printed on this side of the sheet: print that shows through
 * is at .1 to .3, the rests of seals at .2 to .4, the palest figures of bad copies at .5 (patches of 14 pages).
 */
const PALE = 0.4
/** A patch is as dark as the palest of its darkest pixels, this share of all: its edges are grey. */
const DARKEST = 0.2
/** The same for points and commas, smaller than SMALL (in glyph heights), which are never as dark: under .3 hardly one a page. */
const PALE_SMALL = 0.3
const SMALL = 0.24
/** Patches smaller than this (in glyph heights) are grain: they tell nothing. */
const GRAIN = 0.075

/** A page without the ink that is too pale to be its own print: what the other side of the sheet shows through, what is left of a seal. */
export interface Unpale {
  readonly grey: Grey
  readonly ink: Ink
  /** Where ink was taken away: what seems empty there may not be. */
  readonly pale: readonly PixelBox[]
}

/** Take pale ink out of a page. `em` is the glyph height in pixels. */
export function withoutPale({ grey, ink }: { readonly grey: Grey; readonly ink: Ink }, em: number): Unpale {
  const [paper = 255] = levels(grey, [0.8])
  const patches = [...componentsOf(ink)]
    .filter(({ box }) => sizeOf(box) >= GRAIN * em)
    .map(patch => ({ ...patch, darkness: darknessOf(grey, patch.pixels, paper) }))
  const ofPrint = patches
    .filter(({ box }) => sizeOf(box) >= PRINT[0] * em && sizeOf(box) <= PRINT[1] * em)
    .map(({ darkness }) => darkness)
    .sort((a, b) => a - b)
  const usual = ofPrint[ofPrint.length >> 1] ?? 0
  const pale = patches.filter(({ box, darkness }) => darkness < usual * (sizeOf(box) < SMALL * em ? PALE_SMALL : PALE))
  if (pale.length === 0) return { grey, ink, pale: [] }
  const data = ink.data.slice()
  for (const { pixels } of pale) for (const at of pixels) data[at] = 0
  const rest = { ...ink, data }
  return { grey: whitened(grey, ink, rest), ink: rest, pale: pale.map(({ box }) => box) }
}

const sizeOf = ([x0, y0, x1, y1]: PixelBox): number => Math.max(x1 - x0, y1 - y0)

function darknessOf({ data }: Grey, pixels: readonly number[], paper: number): number {
  const brightness = Uint8Array.from(pixels, at => data[at] ?? paper).sort()
  return paper - (brightness[Math.floor(DARKEST * pixels.length)] ?? paper)
}

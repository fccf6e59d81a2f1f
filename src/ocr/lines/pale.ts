import { median } from '../../geometry.ts'
import { componentsOf } from '../picture/components.ts'
import { levels, PAPER_SHARE } from '../picture/levels.ts'
import { type Grey, type Ink, type PixelBox, sizeOf } from '../picture/raster.ts'
import { whitened } from '../rulings/erase.ts'
import type { ScannedRuling, ScannedRulings } from '../rulings/scanned-rulings.ts'
import { middleAt } from '../rulings/traces.ts'
import { GRAIN } from './specks.ts'

/** Patches of print are between this low and this high (in glyph heights); they tell how dark print is. */
const PRINT: readonly [number, number] = [0.3, 1.5]
/** Print is as dark as the upper quarter of its patches: on a sheet printed on both sides, half of what is seen is of the other. */
const OWN = 0.75
/**
 * Ink paler than this share of print was not printed on this side of the sheet: print that shows through is at .1 to .33,
 * the rests of seals at .2 to .4, the palest figures of bad copies at .45 (patches of 34 pages).
 */
const PALE = 0.4
/** A patch is as dark as the palest of its darkest pixels, this share of all: its edges are grey. */
const DARKEST = 0.2
/** The same for points and commas, smaller than SMALL (in glyph heights), which are never as dark: under .3 hardly one a page. */
const PALE_SMALL = 0.3
const SMALL = 0.24
/** The other side shows through where so many pale patches are as large as print; a seal leaves fewer. */
const SHOWN_THROUGH = 30

/** A page without the ink that is too pale to be its own print: what the other side of the sheet shows through, what is left of a seal. */
export interface Unpale {
  readonly grey: Grey
  readonly ink: Ink
  /** Where ink was taken away: what seems empty there may not be. */
  readonly pale: readonly PixelBox[]
  /** How much darker than paper print is. */
  readonly darkness: number
  /** Whether that is the other side of the sheet. */
  readonly isThrough: boolean
}

/** Take pale ink out of a page. `em` is the glyph height in pixels. */
export function withoutPale({ grey, ink }: { readonly grey: Grey; readonly ink: Ink }, em: number): Unpale {
  const [paper = 255] = levels(grey, [PAPER_SHARE])
  const patches = [...componentsOf(ink)]
    .filter(({ box }) => sizeOf(box) >= GRAIN * em)
    .map(patch => ({ ...patch, darkness: darknessOf(grey, patch.pixels, paper) }))
  const ofPrint = patches
    .filter(({ box }) => sizeOf(box) >= PRINT[0] * em && sizeOf(box) <= PRINT[1] * em)
    .map(({ darkness }) => darkness)
    .sort((a, b) => a - b)
  const usual = ofPrint[Math.floor(OWN * ofPrint.length)] ?? 0
  const pale = patches.filter(({ box, darkness }) => darkness < usual * (sizeOf(box) < SMALL * em ? PALE_SMALL : PALE))
  if (pale.length === 0) return { grey, ink, pale: [], darkness: usual, isThrough: false }
  const data = ink.data.slice()
  for (const { pixels } of pale) for (const at of pixels) data[at] = 0
  const rest = { ...ink, data }
  const through = ofPrint.filter(darkness => darkness < PALE * usual)
  return {
    grey: whitened(grey, ink, rest),
    ink: rest,
    pale: pale.map(({ box }) => box),
    darkness: usual,
    isThrough: through.length >= SHOWN_THROUGH,
  }
}

/**
 * The rulings of a page through which its other side shows, without those of that side: they are paler than its own by as
 * much as its print. Its own may be paler than print, as hairlines are.
 */
export function ownRulings({ horizontal, vertical }: ScannedRulings, grey: Grey): ScannedRulings {
  const [paper = 255] = levels(grey, [PAPER_SHARE])
  const darkness = new Map([...horizontal, ...vertical].map(ruling => [ruling, paper - brightnessAlong(ruling, grey)]))
  const sorted = [...darkness.values()].sort((a, b) => a - b)
  const palest = PALE * (sorted[Math.floor(OWN * sorted.length)] ?? 0)
  const isOwn = (ruling: ScannedRuling) => (darkness.get(ruling) ?? 0) >= palest
  return { horizontal: horizontal.filter(isOwn), vertical: vertical.filter(isOwn) }
}

/** The brightness of a ruling: the middle one of the darkest pixels across it, place by place. */
function brightnessAlong(ruling: ScannedRuling, { width, data }: Grey): number {
  const [along, across] = ruling.axis === 'horizontal' ? [1, width] : [width, 1]
  const places = Array.from({ length: Math.max(1, Math.floor((ruling.to - ruling.from) / 3)) }, (_, place) => {
    const position = Math.ceil(ruling.from) + 3 * place
    const at = position * along + Math.round(middleAt(ruling, position)) * across
    return Math.min(data[at - across] ?? 255, data[at] ?? 255, data[at + across] ?? 255)
  })
  return median(places, 255)
}

function darknessOf({ data }: Grey, pixels: readonly number[], paper: number): number {
  const brightness = Uint8Array.from(pixels, at => data[at] ?? paper).sort()
  return paper - (brightness[Math.floor(DARKEST * pixels.length)] ?? paper)
}

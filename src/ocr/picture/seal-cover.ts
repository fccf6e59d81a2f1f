/** A cut-out of a page with a seal on it. */
export interface SealedCut {
  readonly width: number
  /** How bright each pixel is to the eye. */
  readonly seen: Uint8Array
  /** How much of the seal's ink its colour tells of each pixel, 1 where the seal is full. */
  readonly colour: Float32Array
  readonly paper: number
  /** How bright paper is under the full seal. */
  readonly sealed: number
}

/** How the cover of a seal is looked for. */
export interface CoverLook {
  /** What an edge costs, in the cover and in the print below: the more, the fewer strokes are left that are rests of the seal. */
  readonly edges: number
  /** How much more cover than its colour tells a pixel may have at an edge of the seal: JPEG rounds the colour of thin strokes away. */
  readonly more: number
}

/** A full seal lets through this share of what is below: a third to a half in samples of red ink, and too much light only makes print pale. */
const THROUGH = 0.5
/** Colour of a pixel that its neighbours share: JPEG keeps colour at half the resolution of brightness and spreads it again. */
const SPREAD = [6 / 16, 4 / 16, 1 / 16] as const
/** Pixels next to the edge of a cut that are not looked at: as far as colour spreads. */
const MARGIN = 2
/** So many steps, each so far: more of them read no more figures, and longer ones swing. */
const ROUNDS = 20
const STEP = 0.3
/** Ink is at most so much deeper than in most of the full seal. */
const DEEPEST = 1.05
/** Differences below this are grain and no edge; those of print are counted in its contrast. */
const GRAIN = 0.3
const CONTRAST = 180
/** A step of the cover changes dark print less than paper, by at most so much. */
const STEEPEST = 3

/** What stands below the cover of a seal. */
export const below = ({ paper, sealed }: SealedCut, seen: number, cover: number): number => {
  const ink = inkOf({ paper, sealed })
  return (seen - (1 - THROUGH) * cover * ink) / (1 - (1 - THROUGH) * cover)
}

/** How bright the ink of a seal would be that lets nothing through. */
const inkOf = ({ paper, sealed }: Pick<SealedCut, 'paper' | 'sealed'>): number => paper - (paper - sealed) / (1 - THROUGH)

/**
 * How much of each pixel a seal covers. Its colour tells that, but blurred; where there is no print brightness tells it sharply.
 * So a cover is looked for whose blur is the colour seen, nowhere darker than the page and with few edges in it and in the
 * print below (Van Cittert 1931; Rudin, Osher and Fatemi 1992).
 */
export function coverOf(cut: SealedCut, { edges, more }: CoverLook): Float32Array {
  const { seen, colour, paper, sealed } = cut
  const most = Float32Array.from(seen, light => Math.max(0, Math.min(DEEPEST, (paper - light) / (paper - sealed))))
  const cover = Float32Array.from(colour, (share, at) => Math.min(share, most[at] ?? 0))
  const tinted = tintedIn(cut)
  const next = {
    across: new Float32Array(cover.length),
    print: Float32Array.from(seen, light => light / CONTRAST),
    change: new Float32Array(cover.length),
  }
  for (let round = 0; round < ROUNDS; round++) {
    change(cut, cover, { ...next, tinted, edges })
    for (const at of tinted) cover[at] = Math.max(0, Math.min(most[at] ?? 0, (cover[at] ?? 0) + STEP * (next.change[at] ?? 0)))
  }
  for (const at of tinted) next.change[at] = Math.min(most[at] ?? 0, (cover[at] ?? 0) + more * rangeAt(cut, at))
  return next.change
}

/** The pixels that have colour, which spreads beyond its stroke: no other one can be under a seal. */
function tintedIn({ width, seen, colour }: SealedCut): Uint32Array {
  const tinted: number[] = []
  for (let y = MARGIN; y < seen.length / width - MARGIN; y++)
    for (let at = y * width + MARGIN; at < (y + 1) * width - MARGIN; at++) if ((colour[at] ?? 0) > 0) tinted.push(at)
  return Uint32Array.from(tinted)
}

/** What a round is made with: pixels to change, what an edge costs, and room for what lies between. */
interface Round {
  readonly tinted: Uint32Array
  readonly edges: number
  readonly across: Float32Array
  readonly print: Float32Array
  readonly change: Float32Array
}

/** Puts into `change` how much more cover each pixel should have. */
function change(cut: SealedCut, cover: Float32Array, { tinted, edges, across, print, change }: Round): void {
  const { width, seen, colour } = cut
  const [middle, near, far] = SPREAD
  for (const at of tinted) {
    across[at] =
      middle * (cover[at] ?? 0) +
      near * ((cover[at - 1] ?? 0) + (cover[at + 1] ?? 0)) +
      far * ((cover[at - 2] ?? 0) + (cover[at + 2] ?? 0))
    if (edges > 0) print[at] = below(cut, seen[at] ?? 0, cover[at] ?? 0) / CONTRAST
  }
  for (const at of tinted) {
    const blurred =
      middle * (across[at] ?? 0) +
      near * ((across[at - width] ?? 0) + (across[at + width] ?? 0)) +
      far * ((across[at - 2 * width] ?? 0) + (across[at + 2 * width] ?? 0))
    const cost = edges > 0 ? edgesAt(cover, at, width) + slopeAt(cut, at, cover[at] ?? 0) * edgesAt(print, at, width) : 0
    change[at] = (colour[at] ?? 0) - blurred - edges * cost
  }
}

/** How much brighter what is below gets with more cover. */
function slopeAt(cut: SealedCut, at: number, cover: number): number {
  const clear = 1 - (1 - THROUGH) * cover
  const slope = ((1 - THROUGH) * ((cut.seen[at] ?? 0) - inkOf(cut))) / (clear * clear) / CONTRAST
  return Math.max(-STEEPEST, Math.min(STEEPEST, slope))
}

/** How far a value stands out of its four neighbours, each counting 1 at most. */
function edgesAt(values: Float32Array, at: number, width: number): number {
  const from = (other: number): number => {
    const by = (values[at] ?? 0) - (values[other] ?? 0)
    return by / Math.sqrt(by * by + GRAIN * GRAIN)
  }
  return from(at - 1) + from(at + 1) + from(at - width) + from(at + width)
}

/** The difference of the least and the most colour around a pixel: 0 inside a seal and far from it, 1 at its edge. */
function rangeAt({ width, colour }: SealedCut, at: number): number {
  let [least, most] = [1, 0]
  for (let row = at - MARGIN * width; row <= at + MARGIN * width; row += width) {
    for (let near = row - MARGIN; near <= row + MARGIN; near++) {
      least = Math.min(least, colour[near] ?? 0)
      most = Math.max(most, colour[near] ?? 0)
    }
  }
  return Math.max(0, Math.min(1, most) - least)
}

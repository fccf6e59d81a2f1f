import { median } from '../../geometry.ts'
import { levels, PAPER_SHARE } from './levels.ts'
import type { Grey, Ink } from './raster.ts'
import { outwards, type Rim } from './seal-rims.ts'

/** A seal paler than this share of print can be told from it pixel by pixel: .58 to .81 in copies of four seals, .92 and more where print itself is pale. */
const PALER = 0.85
/** What is darker than a seal by this share of the way to print is print: the grain of a copied seal reaches .4. */
const PRINT = 0.5
/** A rim is a little wider than its oval. */
const WIDE = 1.06

/** A page without the ink of seals without colour that are clearly paler than its print; `print` is how much darker than paper that is. */
export function withoutGreySeals(
  page: { readonly grey: Grey; readonly ink: Ink },
  rims: readonly Rim[],
  print: number,
): { readonly grey: Grey; readonly ink: Ink } {
  if (rims.length === 0) return page
  const { width, height } = page.grey
  const [grey, ink] = [page.grey.data.slice(), page.ink.data.slice()]
  const [paper = 255] = levels(page.grey, [PAPER_SHARE])
  const darknessAt = (at: number) => paper - (page.grey.data[at] ?? paper)
  for (const rim of rims) {
    const seal = median(rim.pixels.map(darknessAt), print)
    if (seal > PALER * print) continue
    const least = seal + PRINT * (print - seal)
    const [across, down] = [WIDE * rim.radius[0], WIDE * rim.radius[1]]
    // the edge of the sheet may cut a seal
    for (let y = Math.max(0, Math.floor(rim.y - down)); y < Math.min(height, rim.y + down); y++) {
      for (let x = Math.max(0, Math.floor(rim.x - across)); x < Math.min(width, rim.x + across); x++) {
        if (outwards(rim, [x, y]) > WIDE) continue
        const at = y * width + x
        if (darknessAt(at) < least) ink[at] = 0
        // the soft edge of print is as pale as the seal
        const isPrint = [at, at - 1, at + 1, at - width, at + width].some(near => darknessAt(near) >= least)
        grey[at] = isPrint ? Math.min(paper, Math.max(0, paper - (print * (darknessAt(at) - seal)) / (print - seal))) : paper
      }
    }
  }
  return { grey: { ...page.grey, data: grey }, ink: { ...page.ink, data: ink } }
}

import type { Box } from '../../geometry.ts'
import type { Grey, Ink } from './raster.ts'
import { TILE, tileAt } from './seal-ink.ts'

/** Share of a box, in pixels of the page, that lies under a seal; `seals` as `Unsealed` has it. */
export function sealShare(seals: Grey | null, [x0, y0, x1, y1]: Box): number {
  if (seals === null) return 0
  const [left, right] = [Math.max(0, Math.floor(x0 / TILE)), Math.min(seals.width, Math.floor((x1 - 1) / TILE) + 1)]
  const [top, bottom] = [Math.max(0, Math.floor(y0 / TILE)), Math.min(seals.height, Math.floor((y1 - 1) / TILE) + 1)]
  let covered = 0
  for (let row = top; row < bottom; row++)
    for (let at = row * seals.width + left; at < row * seals.width + right; at++) if ((seals.data[at] ?? 255) < 128) covered++
  return right <= left || bottom <= top ? 0 : covered / ((right - left) * (bottom - top))
}

/** The ink of a page that stands under seals. */
export function inkUnder(seals: Grey | null, { width, height, data }: Ink): Ink {
  const result = new Uint8Array(data.length)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) if (data[at] === 1 && seals !== null && tileAt(seals, x, y) === 0) result[at] = 1
  return { width, height, data: result }
}

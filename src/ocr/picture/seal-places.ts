import type { Box } from '../../geometry.ts'
import type { Grey } from './raster.ts'
import { TILE } from './seal-ink.ts'

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

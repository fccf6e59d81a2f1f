import type { Box } from '../../geometry.ts'
import { TILE } from './grey.ts'
import type { Grey } from './raster.ts'

/** Share of a box, in pixels of the page, that lies under a seal; `seals` as `Unsealed` has it. */
export function sealShare(seals: Grey | null, [x0, y0, x1, y1]: Box): number {
  if (seals === null) return 0
  let covered = 0
  let all = 0
  for (let row = Math.max(0, Math.floor(y0 / TILE)); row <= Math.min(seals.height - 1, Math.floor((y1 - 1) / TILE)); row++) {
    for (
      let column = Math.max(0, Math.floor(x0 / TILE));
      column <= Math.min(seals.width - 1, Math.floor((x1 - 1) / TILE));
      column++
    ) {
      if ((seals.data[row * seals.width + column] ?? 255) < 128) covered++
      all++
    }
  }
  return all === 0 ? 0 : covered / all
}

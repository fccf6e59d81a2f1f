import { type Box, unionAll } from '../geometry.ts'
import type { CheckJson } from '../write/meaning-schema.ts'

/** Room above and below the figures concerned, in points: two or three rows, so that a reader sees where they stand. */
const AROUND = 36

/** The figures of one identity on one page, and the strip of the page that shows them. */
export interface Strip {
  readonly page: number
  readonly box: Box
  readonly figures: readonly { readonly side: 'left' | 'right'; readonly box: Box }[]
}

/** The strips of the pages that an identity goes through, as wide as the page. */
export function stripsOf({ left, right }: CheckJson, pages: ReadonlyMap<number, { width: number; height: number }>): Strip[] {
  const figures = [
    ...left.terms.map(({ page, box }) => ({ page, box, side: 'left' as const })),
    ...right.terms.map(({ page, box }) => ({ page, box, side: 'right' as const })),
  ]
  return [...Map.groupBy(figures, ({ page }) => page)].flatMap(([page, own]) => {
    const size = pages.get(page)
    if (!size) return []
    const [, top, , bottom] = unionAll(own.map(({ box }) => box))
    const box: Box = [0, Math.max(0, top - AROUND), size.width, Math.min(size.height, bottom + AROUND)]
    return [{ page, box, figures: own.map(({ side, box: figure }) => ({ side, box: figure })) }]
  })
}

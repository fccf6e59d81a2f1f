/** What a page shows, in points from its top left corner. */
export type Mark =
  | {
      readonly kind: 'text'
      readonly x: number
      readonly baseline: number
      readonly size: number
      readonly text: string
      readonly latin: boolean
      readonly grey: number
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly width: number
      readonly thin: 'stroke' | 'fill'
    }
  | { readonly kind: 'fill'; readonly box: readonly [number, number, number, number]; readonly grey: number }
  | { readonly kind: 'box'; readonly box: readonly [number, number, number, number]; readonly width: number }

/** A page before it is written. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

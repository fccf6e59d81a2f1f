import { sum } from '../../geometry.ts'
/** What figures of a page advance by, in pixels: a digit, and a point or comma; the ink of a line is that much narrower than its advances. */
export interface Pitch {
  readonly digit: number
  readonly mark: number
  readonly bearing: number
}

/** A figure as read, how wide its ink is in pixels, and how sure the reading is. */
export interface Measured {
  readonly text: string
  readonly width: number
  readonly sure: number
}

/** Fewer figures than this do not tell how far they advance. */
const ENOUGH = 12
/** Advances of digits that are looked for, in glyph heights, and by which step: half of one in Song, .46 in Calibri, .56 in Arial; glyphs that a bad copy broke to pieces are measured too low, by a quarter. */
const DIGITS = { least: 0.4, most: 0.8, step: 0.005 } as const
/** Advances of points and commas against that of a digit: half in most fonts, all of it in Song. */
const MARKS = [0.4, 0.5, 1] as const
/** Ink may be narrower than its advances by so much of a digit, and hardly wider: grain at its ends. */
const NARROWER = 0.4
const WIDER = 0.1
/** Ink further off than this share of a digit is of no more account: one character more or less was read. */
const OFF = 0.3
/** What a figure counts for that was not sure at all. */
const LEAST = 0.02

const countOf = (text: string, kind: RegExp): number => text.match(kind)?.length ?? 0
const digitsIn = (text: string): number => countOf(text, /\d/gu)
const marksIn = (text: string): number => countOf(text, /[.,]/gu)

/** How wide the ink of a figure is at some pitch, in its unit. */
export const inkWidth = (text: string, { digit, mark, bearing }: Pitch): number =>
  digitsIn(text) * digit + marksIn(text) * mark - bearing

/** For each share of a digit that marks may have the pitch that the widths of most figures agree on, those that were read for sure above all. `em` is the glyph height in pixels. */
export function pitchesOf(measured: readonly Measured[], em: number): Pitch[] {
  if (measured.length < ENOUGH) return []
  const seen = measured.map(({ text, width, sure }) => {
    return { digits: digitsIn(text), marks: marksIn(text), width, weight: sure + LEAST }
  })
  const half = sum(seen.map(({ weight }) => weight)) / 2
  return MARKS.flatMap(share => {
    let best: Pitch | null = null
    let least = Number.POSITIVE_INFINITY
    for (let digit = DIGITS.least * em; digit <= DIGITS.most * em; digit += DIGITS.step * em) {
      const rests = seen.map(({ digits, marks, width, weight }) => ({ rest: (digits + marks * share) * digit - width, weight }))
      const bearing = middleOf(rests, half)
      if (bearing < -WIDER * digit || bearing > NARROWER * digit) continue
      const off = rests.reduce(
        (total, { rest, weight }) => total + weight * Math.min(1, Math.abs(rest - bearing) / (OFF * digit)),
        0,
      )
      if (off < least) [best, least] = [{ digit, mark: share * digit, bearing }, off]
    }
    return best === null ? [] : [best]
  })
}

/** The rest up to which half of the weight lies. */
export function middleOf(rests: readonly { readonly rest: number; readonly weight: number }[], half: number): number {
  let passed = 0
  const middle = rests
    .toSorted((a, b) => a.rest - b.rest)
    .find(({ weight }) => {
      passed += weight
      return passed >= half
    })
  return middle?.rest ?? 0
}

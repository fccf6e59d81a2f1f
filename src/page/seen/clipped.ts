import { type Box, centreOf, heightOf, intersection, itemAt, runsOf, union, widthOf } from '../../geometry.ts'
import type { Glyph } from '../page.ts'

/** A glyph of which its clip shows a part: as it is painted, and the part; null where too little of it is left to be read, or nobody knows what it is. */
export interface ClippedGlyph {
  readonly whole: Glyph
  readonly part: Glyph | null
}

/** A glyph cut by its clip is still read when this share of its width and height shows, as 室 at the edge of a cell. */
const READABLE = 0.4
/** Marks that stand in the left half of their square: what a clip leaves of the other half is white. */
const LEFT_MARK = /^[，。、；：）】》」』”’]$/
/** Confidence of a glyph whose code may stand for another character, or beside which others are cut off. */
export const DOUBTFUL = 0.3
/** The same character painted again within this distance (in glyph sizes) is what another clip shows of it. */
const SAME = 0.15
/** Characters of one figure stand no further apart (in glyph sizes): a comma of a font as wide as Chinese leaves half of itself white. */
const REACH = 0.6
/** Glyphs of one line stand at one height, to this many points: rounding. */
const LEVEL = 0.5
/** A character of figures. */
const OF_FIGURES = /^[\d.,%()\-−–]$/

/** Whether it matters that a glyph is cut off: what is left of a figure looks like another figure. */
export const isOfFigure = ({ text }: Pick<Glyph, 'text'>): boolean => OF_FIGURES.test(text)

/** The part of a glyph that its clip shows, the glyph itself where that is all of it; null when too little of it is left to be read. */
export function shownPart(glyph: Glyph, clip: Box): Glyph | null {
  const { box } = glyph
  if (box[0] >= clip[0] && box[1] >= clip[1] && box[2] <= clip[2] && box[3] <= clip[3]) return glyph
  const part = intersection(box, clip)
  const inked = LEFT_MARK.test(glyph.text) ? widthOf(box) / 2 : widthOf(box)
  const isReadable = part !== null && widthOf(part) >= READABLE * inked && heightOf(part) >= READABLE * heightOf(box)
  return isReadable ? { ...glyph, box: part } : null
}

/**
 * The glyphs of a page, each once, though several clips show parts of it, as on a page that is painted in tiles; and in doubt where some that stand
 * beside it in a figure are shown by none.
 */
export function withoutClips(glyphs: readonly Glyph[], clipped: readonly ClippedGlyph[]): readonly Glyph[] {
  if (clipped.length === 0) return glyphs
  const wholes = new Map(clipped.flatMap(({ whole, part }) => (part === null ? [] : [[part, whole] as const])))
  const { shown, isShown } = joined(glyphs, wholes)
  const cut = clipped.flatMap(({ whole, part }) => (part === null && !isShown(whole) ? [whole] : []))
  const wholly = shown.map(({ whole }) => whole).filter(isOfFigure)
  const isDoubtful = isBesideCut(wholly, new Set(cut))
  return shown.map(({ seen, whole }) =>
    isDoubtful(whole) ? { ...seen, confidence: Math.min(seen.confidence, DOUBTFUL) } : seen,
  )
}

/** A glyph as far as it is seen, and as it would be without a clip. */
interface Shown {
  seen: Glyph
  readonly whole: Glyph
}

/** The glyphs with the parts of each joined, and whether one is shown by any of them. */
function joined(glyphs: readonly Glyph[], wholes: ReadonlyMap<Glyph, Glyph>) {
  const shown: Shown[] = []
  const rows = new Map<number, Shown[]>()
  const rowOf = ({ baseline }: Glyph): number => Math.round(baseline)
  const find = (glyph: Glyph): Shown[] =>
    [-1, 0, 1].flatMap(step => rows.get(rowOf(glyph) + step) ?? []).filter(({ whole }) => isSame(whole, glyph))
  for (const glyph of glyphs) {
    const whole = wholes.get(glyph) ?? glyph
    const same = find(whole).find(other => whole !== glyph || wholes.has(other.seen))
    if (same === undefined) {
      const one = { seen: glyph, whole }
      shown.push(one)
      const row = rows.get(rowOf(whole)) ?? []
      rows.set(rowOf(whole), row)
      row.push(one)
    } else same.seen = { ...same.seen, box: union(same.seen.box, glyph.box) }
  }
  return { shown, isShown: (glyph: Glyph): boolean => find(glyph).length > 0 }
}

const isSame = (a: Glyph, b: Glyph): boolean =>
  a.text === b.text &&
  Math.abs(a.box[0] - b.box[0]) < SAME * a.size &&
  Math.abs(a.box[1] - b.box[1]) < SAME * a.size &&
  Math.abs(a.baseline - b.baseline) < SAME * a.size

/** Whether a glyph stands in one figure with some that are cut off. */
function isBesideCut(shown: readonly Glyph[], cut: ReadonlySet<Glyph>): (glyph: Glyph) => boolean {
  if (cut.size === 0) return () => false
  const turned = Object.groupBy([...shown, ...cut], glyph => (glyph.direction % 180 === 0 ? 'across' : 'down'))
  const figures = [...figuresIn(turned.across ?? [], 0), ...figuresIn(turned.down ?? [], 1)]
  const beside = new Set(figures.filter(figure => figure.some(glyph => cut.has(glyph))).flat())
  return glyph => beside.has(glyph)
}

/** Characters of figures as the figures that they are, their text running along x (0) or y (1). */
function figuresIn(glyphs: readonly Glyph[], along: 0 | 1): Glyph[][] {
  const level = ({ baseline, box }: Glyph): number => (along === 0 ? baseline : centreOf(box))
  const lines = runsOf(
    glyphs.toSorted((a, b) => level(a) - level(b)),
    (glyph, last) => level(glyph) - level(last) < LEVEL,
  )
  return lines.flatMap(line =>
    runsOf(
      line.toSorted((a, b) => a.box[along] - b.box[along]),
      (glyph, last) => glyph.box[along] - itemAt(last.box, along + 2) < REACH * glyph.size,
    ),
  )
}

import { type LineReading, NOTHING_READ, type OcrEngine, textOfReading } from '../engine/engine.ts'
import type { Layout } from '../layout.ts'
import { cut } from '../lines/cut.ts'
import type { Looked } from '../lines/side-by-side.ts'
import { sealShare } from '../picture/seal-places.ts'
import { isSameCell } from './read-line.ts'

/** A line with all looks at it so far, the first one first. */
interface SeenLooks {
  readonly first: Looked
  readonly looks: LineReading[]
}

/** Looks at the lines under seals once more, where the seals are lifted off in other ways: each way loses other strokes of print and leaves other rests. */
export async function lookUnderSeals(seen: readonly SeenLooks[], layout: Layout, engine: OcrEngine): Promise<void> {
  const { uncovered, seals, em } = layout
  if (uncovered.length === 0) return
  const sealed = seen.filter(({ first }) => sealShare(seals, first.line.ink) > 0)
  const pictures = uncovered.flatMap(picture => sealed.map(({ first }) => cut(picture, first.line, em, 'plain').picture))
  const readings = await engine.readLines(pictures)
  for (const [place, { first, looks }] of sealed.entries()) {
    const others = readings.filter((_, index) => index % sealed.length === place)
    const isAlone = !seen.some(other => other.first !== first && isSameCell(other.first, first))
    looks.splice(0, looks.length, ...(isAlone || !isRest(looks, others) ? withOthers(looks, others) : [NOTHING_READ]))
  }
}

/** Whether a lone character is what is left of a seal: no other way of lifting it leaves the same. */
function isRest([first = NOTHING_READ]: readonly LineReading[], others: readonly LineReading[]): boolean {
  return first.characters.length === 1 && others.every(other => textOfReading(other) !== textOfReading(first))
}

/** The looks at a figure with the others at it; only the others where the first look saw no figure and they do. */
function withOthers(looks: readonly LineReading[], others: readonly LineReading[]): readonly LineReading[] {
  if ((looks[0]?.figures.length ?? 0) > 0) return [...looks, ...others]
  const figures = others.filter(other => other.figures.length > 0)
  return figures.length > 0 ? figures : looks
}

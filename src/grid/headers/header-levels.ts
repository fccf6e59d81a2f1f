import { itemAt } from '../../geometry.ts'
import type { Phrase } from '../texts/words.ts'
import { LEVEL, type Range, sharesColumns } from './group-names.ts'
import { baselineOf } from './header-texts.ts'

/** A header text with its columns. */
export interface Span extends Range {
  readonly phrases: readonly Phrase[]
  /** Whether another span fits its text nearly as well. */
  readonly doubtful: boolean
}

/** The same with the header rows it covers, both inclusive. */
export interface Block extends Span {
  readonly top: number
  readonly bottom: number
}

/** Give each block its header rows: below its group, above what it groups; a text without a group begins at the top. */
export function levelled(spans: readonly Span[]): Block[] {
  const sorted = [...spans].sort((a, b) => baselineOf(a.phrases) - baselineOf(b.phrases))
  const isOver = (a: Span, b: Span): boolean => a !== b && sharesColumns(a, b)
  const level = new Map<Span, number>()
  const levelOf = (span: Span): number => level.get(span) ?? 0
  for (const span of sorted) {
    const above = sorted.filter(other => level.has(other) && isOver(other, span))
    level.set(span, Math.max(-1, ...above.map(levelOf)) + 1)
  }
  const depth = Math.max(0, ...level.values())
  for (const span of sorted) if (isOnLastLine(span, sorted, levelOf, depth)) level.set(span, depth)
  return sorted.map(span => {
    const under = sorted.filter(other => levelOf(other) > levelOf(span) && isOver(other, span))
    const bottom = Math.min(depth, ...under.map(other => levelOf(other) - 1))
    return { ...span, top: levelOf(span), bottom }
  })
}

/** Whether a name stands on the line of the lowest ones, and its group's name lower than others of the same level: then it has one row and its group several. */
function isOnLastLine(span: Span, all: readonly Span[], levelOf: (span: Span) => number, depth: number): boolean {
  const level = levelOf(span)
  const reach = LEVEL * itemAt(span.phrases, 0).size
  const lowest = all.find(other => levelOf(other) === depth)
  const group = all.find(
    other => levelOf(other) === level - 1 && other.first <= span.first && other.last >= span.last && other.last > other.first,
  )
  if (level === depth || lowest === undefined || group === undefined) return false
  const isLower = all.some(
    other => levelOf(other) === level - 1 && baselineOf(other.phrases) < baselineOf(group.phrases) - reach,
  )
  return isLower && Math.abs(baselineOf(span.phrases) - baselineOf(lowest.phrases)) <= reach
}

import type { Range } from './group-names.ts'
import { baselineOf } from './header-texts.ts'
import type { Piece } from './words.ts'

/** A header text with its columns. */
export interface Span extends Range {
  readonly pieces: readonly Piece[]
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
  const sorted = [...spans].sort((a, b) => baselineOf(a.pieces) - baselineOf(b.pieces))
  const isOver = (a: Span, b: Span): boolean => a !== b && a.first <= b.last && a.last >= b.first
  const level = new Map<Span, number>()
  const levelOf = (span: Span): number => level.get(span) ?? 0
  for (const span of sorted) {
    const above = sorted.filter(other => level.has(other) && isOver(other, span))
    level.set(span, Math.max(-1, ...above.map(levelOf)) + 1)
  }
  const depth = Math.max(0, ...level.values())
  return sorted.map(span => {
    const under = sorted.filter(other => levelOf(other) > levelOf(span) && isOver(other, span))
    const bottom = Math.min(depth, ...under.map(other => levelOf(other) - 1))
    return { ...span, top: levelOf(span), bottom }
  })
}

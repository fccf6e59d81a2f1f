import { overlap } from '../geometry.ts'
import { bordersOf, type Column, meets, middle, touched } from './columns.ts'
import type { Edge } from './edges.ts'
import type { Line, Piece } from './words.ts'

/** A header text and the columns and header rows it covers, both inclusive. */
export interface Block {
  readonly pieces: readonly Piece[]
  readonly first: number
  readonly last: number
  readonly top: number
  readonly bottom: number
}

/** Lines of one text are at most this far apart (in sizes). */
export const LEADING = 1.45
/** A rule this near below a text (in sizes) underlines it and tells its span. */
const UNDERLINE = 1.7
/** The middle of a group's text lies this near (in sizes) to the middle of its columns, or within a share of their width. */
const CENTRED = 1.2
const CENTRED_SHARE = 0.06

interface HeaderFrame {
  readonly rules: readonly Edge[]
  readonly full: readonly Edge[]
  readonly left: number
  readonly right: number
}

interface Span {
  readonly pieces: Piece[]
  first: number
  last: number
}

/** Header lines → blocks. `rules` are the rulings in and under the header that do not run over the whole table, `full` those that do. */
export function blocksOf(
  lines: readonly Line[],
  columns: readonly Column[],
  { rules, full, left, right }: HeaderFrame,
): Block[] {
  const borders = bordersOf(columns, left, right)
  const spans: Span[] = []
  for (const line of [...lines].reverse()) {
    const below = [...spans]
    const closed = full.filter(rule => closes(rule, line, lines, full))
    const shared = sharedSpans(line, below, columns, borders, [...rules, ...closed])
    for (const piece of line.pieces) {
      const span = shared.get(piece) ?? spanOf(piece, line, below, columns, borders, rules)
      const same = below.find(
        other =>
          other.first === span.first && other.last === span.last && isContinued(piece, other, below, [...rules, ...full]),
      )
      if (same === undefined) spans.push({ pieces: [piece], ...span })
      else same.pieces.push(piece)
    }
  }
  return levelled(spans)
}

/** Whether `lower` is the rest of the same text: next below it, with no rule between. */
function isContinued(piece: Piece, lower: Span, spans: readonly Span[], rules: readonly Edge[]): boolean {
  const top = Math.min(...lower.pieces.map(other => other.baseline))
  const ruled = rules.some(
    rule => rule.at > piece.baseline && rule.at < top && overlap(rule.from, rule.to, piece.left, piece.right) > 0,
  )
  const between = spans.some(
    other =>
      other !== lower &&
      other.first <= lower.last &&
      other.last >= lower.first &&
      other.pieces.some(text => text.baseline > piece.baseline && text.baseline < top),
  )
  return !ruled && !between
}

/** Whether a full rule ends each cell of a line: it stands between this line, alone above it, and more header lines. */
function closes(rule: Edge, line: Line, lines: readonly Line[], full: readonly Edge[]): boolean {
  const top = Math.max(Number.NEGATIVE_INFINITY, ...full.filter(other => other.at < line.baseline).map(other => other.at))
  const alone = lines.every(other => other === line || other.baseline < top || other.baseline > rule.at)
  return alone && line.baseline < rule.at && lines.some(other => other.baseline > rule.at)
}

/** Several texts above one rule share its columns among them, each as near as can be to the middle of its own. */
function sharedSpans(
  line: Line,
  below: readonly Span[],
  columns: readonly Column[],
  borders: readonly number[],
  rules: readonly Edge[],
): Map<Piece, { first: number; last: number }> {
  const spans = new Map<Piece, { first: number; last: number }>()
  for (const rule of rules) {
    const over = line.pieces.filter(piece => isUnder(rule, piece))
    if (
      over.length < line.pieces.length &&
      rule.from <= (line.pieces[0]?.left ?? 0) &&
      rule.to >= (line.pieces.at(-1)?.right ?? 0)
    )
      continue
    const inside = columns.flatMap((column, index) => (middle(column) > rule.from && middle(column) < rule.to ? [index] : []))
    const first = inside[0]
    const open = !below.some(other =>
      other.pieces.some(text => text.baseline < rule.at && meets(text, { left: rule.from, right: rule.to })),
    )
    if (over.length < 2 || first === undefined || inside.length < over.length || !open) continue
    shares(over, first, first + inside.length - 1, borders).forEach((span, index) => {
      const piece = over[index]
      if (piece !== undefined) spans.set(piece, span)
    })
  }
  return spans
}

/** Split columns `first` to `last` among texts, in order, so that the middles differ least. */
function shares(
  pieces: readonly Piece[],
  first: number,
  last: number,
  borders: readonly number[],
): { first: number; last: number }[] {
  const off = (piece: Piece, from: number, to: number): number =>
    Math.abs(((borders[from] ?? 0) + (borders[to + 1] ?? 0)) / 2 - middle(piece))
  const best = new Map<string, { cost: number; spans: { first: number; last: number }[] }>()
  const solve = (index: number, from: number): { cost: number; spans: { first: number; last: number }[] } => {
    const piece = pieces[index]
    if (piece === undefined) return { cost: from > last ? 0 : Number.POSITIVE_INFINITY, spans: [] }
    const key = `${index},${from}`
    const known = best.get(key)
    if (known !== undefined) return known
    let found: { cost: number; spans: { first: number; last: number }[] } = { cost: Number.POSITIVE_INFINITY, spans: [] }
    for (let to = from; to <= last; to++) {
      const rest = solve(index + 1, to + 1)
      const cost = rest.cost + off(piece, from, to)
      if (cost < found.cost) found = { cost, spans: [{ first: from, last: to }, ...rest.spans] }
    }
    best.set(key, found)
    return found
  }
  return solve(0, first).spans
}

/** Whether a rule underlines a text: close below it, with the text's middle over it. */
const isUnder = (rule: Edge, piece: Piece): boolean =>
  rule.at > piece.baseline - 0.1 * piece.size &&
  rule.at - piece.baseline <= UNDERLINE * piece.size &&
  middle(piece) > rule.from &&
  middle(piece) < rule.to

function spanOf(
  piece: Piece,
  line: Line,
  below: readonly Span[],
  columns: readonly Column[],
  borders: readonly number[],
  rules: readonly Edge[],
): { first: number; last: number } {
  const rule = rules.find(
    edge =>
      isUnder(edge, piece) &&
      !below.some(other =>
        other.pieces.some(text => text.baseline < edge.at && overlap(text.left, text.right, edge.from, edge.to) > 0),
      ) &&
      !line.pieces.some(other => other !== piece && middle(other) > edge.from && middle(other) < edge.to),
  )
  if (rule !== undefined) {
    const inside = columns.flatMap((column, index) =>
      middle(column) > rule.from - 0.5 * piece.size && middle(column) < rule.to + 0.5 * piece.size ? [index] : [],
    )
    const [first] = inside
    if (first !== undefined) return { first, last: inside.at(-1) ?? first }
  }
  const hits = touched(piece, columns)
  const own =
    hits.find(index => middle(piece) >= (borders[index] ?? 0) && middle(piece) < (borders[index + 1] ?? 0)) ?? hits[0] ?? 0
  const wraps = below.some(
    other =>
      other.first === other.last &&
      other.first === own &&
      other.pieces.some(
        text =>
          text.baseline - piece.baseline <= LEADING * piece.size &&
          overlap(text.left, text.right, piece.left, piece.right) >
            0.5 * Math.min(text.right - text.left, piece.right - piece.left),
      ),
  )
  if (hits.length === 1 && wraps) return { first: own, last: own }
  return groupRange(piece, line, below, columns, borders) ?? { first: hits[0] ?? 0, last: hits.at(-1) ?? 0 }
}

/** The columns over which a text is centred, all of them with header texts below and none cutting a group; null when there are none. */
export function groupRange(
  piece: Piece,
  line: Line,
  below: readonly { first: number; last: number }[],
  columns: readonly Column[],
  borders: readonly number[],
): { first: number; last: number } | null {
  const has = columns.map((_, index) => below.some(other => other.first <= index && other.last >= index))
  const taken = columns.map(column =>
    line.pieces.some(other => other !== piece && overlap(column.left, column.right, other.left, other.right) > 0),
  )
  let best: { first: number; last: number; off: number } | null = null
  for (let first = 0; first < columns.length; first++) {
    for (let last = first; last < columns.length && has[last] === true && has[first] === true && taken[last] !== true; last++) {
      const from = borders[first] ?? 0
      const to = borders[last + 1] ?? 0
      if (last === first || piece.left < from - 0.5 * piece.size || piece.right > to + 0.5 * piece.size) continue
      if (below.some(other => other.first <= last && other.last >= first && (other.first < first || other.last > last)))
        continue
      const text = ((columns[first]?.left ?? from) + (columns[last]?.right ?? to)) / 2
      const off = Math.min(Math.abs((from + to) / 2 - middle(piece)), Math.abs(text - middle(piece)))
      if (off <= Math.max(CENTRED * piece.size, CENTRED_SHARE * (to - from)) && off < (best?.off ?? Number.POSITIVE_INFINITY))
        best = { first, last, off }
    }
  }
  return best
}

/** Give each block its header rows: below its group, above what it groups; a text without a group begins at the top. */
function levelled(spans: readonly Span[]): Block[] {
  const height = (span: Span): number => Math.max(...span.pieces.map(piece => piece.baseline))
  const sorted = [...spans].sort((a, b) => height(a) - height(b))
  const meets = (a: Span, b: Span): boolean => a.first <= b.last && a.last >= b.first
  const level = new Map<Span, number>()
  for (const span of sorted) {
    const above = sorted.filter(other => level.has(other) && meets(other, span))
    level.set(span, Math.max(-1, ...above.map(other => level.get(other) ?? 0)) + 1)
  }
  const depth = Math.max(0, ...level.values())
  return sorted.map(span => {
    const top = level.get(span) ?? 0
    const below = sorted.filter(other => other !== span && (level.get(other) ?? 0) > top && meets(other, span))
    const bottom = Math.min(depth, ...below.map(other => (level.get(other) ?? 0) - 1))
    return { pieces: span.pieces, first: span.first, last: span.last, top, bottom }
  })
}

import { overlap } from '../geometry.ts'
import { bordersOf, type Column, meets, middle, touched } from './columns.ts'
import type { Edge } from './edges.ts'
import { type Arrangement, groupCost, groupsOf, LEVEL, type Placed, type Range } from './group-names.ts'
import type { Line, Piece } from './words.ts'

/** A header text and the columns and header rows it covers, both inclusive. */
export interface Block {
  readonly pieces: readonly Piece[]
  readonly first: number
  readonly last: number
  readonly top: number
  readonly bottom: number
  /** Whether another span fits its text nearly as well. */
  readonly doubtful: boolean
}

/** Lines of one text are at most this far apart (in sizes). */
export const LEADING = 1.45
/** … and, where they are set under each other and none stands beside the lower alone, this far: Calc at 8 pt sets 1.45. */
const WIDE_LEADING = 1.8
/** Lines of one text that are not aligned share at least this part of the shorter. */
const SHARED = 0.5
/** A rule this near below a text (in sizes) underlines it and tells its span. */
const UNDERLINE = 1.7
/** The middles or left sides of the lines of one text differ by less than this (in sizes). */
const ALIGNED = 0.35
/** An arrangement of groups that fits less than this better (in glyph widths) than another is doubtful: such names are centred to about a third of a glyph. */
const LEAST_LEAD = 0.35

const NUMBER_OF_COLUMN = /^(\d{1,2}|\*+)$/

interface HeaderFrame {
  readonly rules: readonly Edge[]
  readonly full: readonly Edge[]
  readonly left: number
  readonly right: number
}

interface Span extends Range {
  readonly pieces: readonly Piece[]
  readonly doubtful: boolean
}

/**
 * Header lines → blocks. `rules` are the rulings in and under the header that do not run over the whole table, `full` those
 * that do. A last line of numbers (栏次) is a row of its own: it closes all names above.
 */
export function blocksOf(lines: readonly Line[], columns: readonly Column[], frame: HeaderFrame): Block[] {
  const last = lines.at(-1)
  if (last === undefined || lines.length < 2 || !isLineOfNumbers(last)) return namesOf(lines, columns, frame)
  const names = namesOf(lines.slice(0, -1), columns, frame)
  const row = Math.max(...names.map(block => block.bottom)) + 1
  const numbers = last.pieces.map((piece): Block => {
    const { first, last: end } = ownRange([piece], columns)
    return { pieces: [piece], first, last: end, top: row, bottom: row, doubtful: false }
  })
  return [...names, ...numbers]
}

/** Whether a line numbers the columns: numbers or stars, but for what stands first. */
const isLineOfNumbers = ({ pieces }: Line): boolean =>
  pieces.length > 1 && pieces.slice(1).every(piece => NUMBER_OF_COLUMN.test(piece.text))

function namesOf(lines: readonly Line[], columns: readonly Column[], frame: HeaderFrame): Block[] {
  const borders = bordersOf(columns, frame.left, frame.right)
  const texts = textsOf(lines, columns, frame)
  const spans: Span[] = []
  for (const level of levelsOf(texts)) {
    const placed = spans.map(asPlaced)
    const below = { placed, columns, borders }
    const isGroup = (text: readonly Piece[]): boolean => text.some(piece => standsOver(piece, placed, columns))
    const groups = level.filter(isGroup)
    const shared = sharedByRules(groups, below, frame)
    const open = groups.filter(text => !shared.has(text))
    const arranged = open.length === 0 ? null : groupsOf(open.map(wholeOf), below)
    for (const text of level) {
      const range =
        shared.get(text) ?? (isGroup(text) ? rangeOf(text, open.indexOf(text), arranged, below) : ownRange(text, columns))
      const isUnsure = arranged !== null && open.includes(text) && arranged.lead < LEAST_LEAD
      const rest = spans.find(other => isRestOf(other, text, range, spans, [...frame.rules, ...frame.full]))
      if (rest !== undefined) spans.splice(spans.indexOf(rest), 1)
      spans.push({ pieces: [...text, ...(rest?.pieces ?? [])], ...range, doubtful: isUnsure })
    }
  }
  return levelled(spans)
}

/** Whether a span is the rest of a text over the same columns: next below it, with no rule between. */
const isRestOf = (
  lower: Span,
  text: readonly Piece[],
  range: Range,
  spans: readonly Span[],
  rules: readonly Edge[],
): boolean => {
  const [last, next] = [text.at(-1), lower.pieces[0]]
  if (last === undefined || next === undefined || lower.first !== range.first || lower.last !== range.last) return false
  const isBetween = spans.some(
    other =>
      other !== lower &&
      other.first <= lower.last &&
      other.last >= lower.first &&
      other.pieces.some(piece => piece.baseline > last.baseline && piece.baseline < next.baseline),
  )
  return next.baseline > last.baseline && !isBetween && !isRuledOff(last, next, rules)
}

const heightOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.baseline, 0) / pieces.length
const asPlaced = ({ pieces, first, last }: Span): Placed => ({ pieces, first, last, height: heightOf(pieces) })

/** A text of several lines as one piece at its middle height. */
const wholeOf = (text: readonly Piece[]): Piece => {
  const [first] = text
  if (first === undefined) throw new Error('a text without lines')
  return {
    ...first,
    left: Math.min(...text.map(piece => piece.left)),
    right: Math.max(...text.map(piece => piece.right)),
    baseline: heightOf(text),
  }
}

/** Texts of equal height, the lowest first. */
function levelsOf(texts: readonly (readonly Piece[])[]): (readonly Piece[])[][] {
  const levels: (readonly Piece[])[][] = []
  for (const text of [...texts].sort((a, b) => heightOf(b) - heightOf(a))) {
    const level = levels.at(-1)
    const first = level?.[0]
    if (level !== undefined && first !== undefined && heightOf(first) - heightOf(text) <= LEVEL * (text[0]?.size ?? 0))
      level.push(text)
    else levels.push([text])
  }
  for (const level of levels) level.sort((a, b) => wholeOf(a).left - wholeOf(b).left)
  return levels
}

const standsOver = (piece: Piece, placed: readonly Placed[], columns: readonly Column[]): boolean =>
  touched(piece, columns).some(column => placed.some(({ first, last }) => first <= column && last >= column))

/** Columns of a text that stands over no other. */
function ownRange(text: readonly Piece[], columns: readonly Column[]): Range {
  const hits = touched(wholeOf(text), columns)
  return { first: hits[0] ?? 0, last: hits.at(-1) ?? 0 }
}

/** Columns of a group's name as it was arranged; alone where the whole line could not be. */
function rangeOf(
  text: readonly Piece[],
  index: number,
  arranged: Arrangement | null,
  below: { readonly placed: readonly Placed[]; readonly columns: readonly Column[]; readonly borders: readonly number[] },
): Range {
  const found = arranged?.ranges[index] ?? groupsOf([wholeOf(text)], below)?.ranges[0]
  return found ?? ownRange(text, below.columns)
}

/** Header lines → texts: lines set one under the other with no rule between. */
function textsOf(lines: readonly Line[], columns: readonly Column[], { rules, full }: HeaderFrame): Piece[][] {
  const texts: Piece[][] = []
  for (const line of [...lines].reverse()) {
    const lower = texts.map(text => text[0])
    for (const piece of line.pieces) {
      const at = lower.findIndex(
        next =>
          next !== undefined && isWrapped(piece, next, lines, columns) && !isRuledOff(piece, next, [...rules, ...full]),
      )
      if (at >= 0) texts[at]?.unshift(piece)
      else texts.push([piece])
    }
  }
  return texts
}

/** Whether a line goes on in the next: close above it and in the same column or set like it; or further off, set like it, with no name beside the lower one that has nothing above. */
function isWrapped(piece: Piece, next: Piece, lines: readonly Line[], columns: readonly Column[]): boolean {
  const gap = (next.baseline - piece.baseline) / piece.size
  if (gap <= 0 || gap > WIDE_LEADING) return false
  const [own, below] = [touched(piece, columns), touched(next, columns)]
  const isSame = own.length === 1 && below.length === 1 && own[0] === below[0]
  const isAligned = Math.min(Math.abs(middle(piece) - middle(next)), Math.abs(piece.left - next.left)) <= ALIGNED * piece.size
  if (gap > LEADING) return isSame && isAligned && !isGroupOf(piece, next, lines, columns)
  const shared = overlap(piece.left, piece.right, next.left, next.right)
  const narrower = Math.min(piece.right - piece.left, next.right - next.left)
  return isAligned || (isSame && shared > SHARED * narrower)
}

/** Whether a name beside the lower text stands on its line and has nothing on the upper one: then the upper text is the name of their group. */
function isGroupOf(piece: Piece, next: Piece, lines: readonly Line[], columns: readonly Column[]): boolean {
  const own = touched(next, columns)
  const stands = (baseline: number, column: Column): boolean =>
    lines.some(line =>
      line.pieces.some(other => Math.abs(other.baseline - baseline) <= LEVEL * piece.size && meets(other, column)),
    )
  return [(own[0] ?? 0) - 1, (own.at(-1) ?? 0) + 1].some(index => {
    const column = columns[index]
    return column !== undefined && stands(next.baseline, column) && !stands(piece.baseline, column)
  })
}

const isRuledOff = (piece: Piece, next: Piece, rules: readonly Edge[]): boolean =>
  rules.some(
    rule => rule.at > piece.baseline && rule.at < next.baseline && overlap(rule.from, rule.to, piece.left, piece.right) > 0,
  )

/** Texts over one rule share its columns among them. */
function sharedByRules(
  level: readonly (readonly Piece[])[],
  {
    placed,
    columns,
    borders,
  }: { readonly placed: readonly Placed[]; readonly columns: readonly Column[]; readonly borders: readonly number[] },
  { rules }: HeaderFrame,
): Map<readonly Piece[], Range> {
  const shared = new Map<readonly Piece[], Range>()
  for (const rule of rules) {
    const over = level.filter(text => isUnder(rule, wholeOf(text)))
    const open = !placed.some(({ pieces }) =>
      pieces.some(piece => piece.baseline < rule.at && meets(piece, { left: rule.from, right: rule.to })),
    )
    const inside = columns.flatMap((column, index) => (middle(column) > rule.from && middle(column) < rule.to ? [index] : []))
    const [first] = inside
    if (over.length === 0 || !open || first === undefined || inside.length < over.length) continue
    sharesOf(over.map(wholeOf), { first, last: inside.at(-1) ?? first }, borders).forEach((range, index) => {
      const text = over[index]
      if (text !== undefined) shared.set(text, range)
    })
  }
  return shared
}

/** Whether a rule underlines a text: close below it, with the text's middle over it. */
const isUnder = (rule: Edge, piece: Piece): boolean =>
  rule.at > piece.baseline - 0.1 * piece.size &&
  rule.at - piece.baseline <= UNDERLINE * piece.size &&
  middle(piece) > rule.from &&
  middle(piece) < rule.to

/** Split a range of columns among texts, in order, so that the middles differ least. */
function sharesOf(pieces: readonly Piece[], { first, last }: Range, borders: readonly number[]): Range[] {
  const [piece, ...more] = pieces
  if (piece === undefined) return []
  const off = (text: Piece, from: number, to: number): number =>
    Math.abs(((borders[from] ?? 0) + (borders[to + 1] ?? 0)) / 2 - middle(text))
  if (more.length === 0) return [{ first, last }]
  const ways = Array.from({ length: last - first + 1 - more.length }, (_, index) => {
    const ranges = [{ first, last: first + index }, ...sharesOf(more, { first: first + index + 1, last }, borders)]
    return { ranges, cost: ranges.reduce((sum, range, at) => sum + off(pieces[at] ?? piece, range.first, range.last), 0) }
  })
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best), ways[0] ?? { ranges: [], cost: 0 }).ranges
}

/** The columns over which a text is centred, all of them with header texts below and none cutting a group; null when there are none. */
export function groupRange(
  piece: Piece,
  below: { readonly placed: readonly Placed[]; readonly columns: readonly Column[]; readonly borders: readonly number[] },
): Range | null {
  const ranges = below.columns.flatMap((_, first) =>
    below.columns.slice(first + 1).map((__, index) => ({ first, last: first + 1 + index })),
  )
  const [best] = ranges
    .map(range => ({ range, cost: groupCost(piece, range, below) }))
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost)
  return best?.range ?? null
}

/** Give each block its header rows: below its group, above what it groups; a text without a group begins at the top. */
function levelled(spans: readonly Span[]): Block[] {
  const sorted = [...spans].sort((a, b) => heightOf(a.pieces) - heightOf(b.pieces))
  const isOver = (a: Span, b: Span): boolean => a !== b && a.first <= b.last && a.last >= b.first
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
  const reach = LEVEL * (span.pieces[0]?.size ?? 0)
  const lowest = all.find(other => levelOf(other) === depth)
  const group = all.find(
    other => levelOf(other) === level - 1 && other.first <= span.first && other.last >= span.last && other.last > other.first,
  )
  if (level === depth || lowest === undefined || group === undefined) return false
  const isLower = all.some(other => levelOf(other) === level - 1 && heightOf(other.pieces) < heightOf(group.pieces) - reach)
  return isLower && Math.abs(heightOf(span.pieces) - heightOf(lowest.pieces)) <= reach
}

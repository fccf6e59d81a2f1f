import { countBefore, neighbours, overlap, runsOf } from '../../geometry.ts'
import { isAmount, joined, type Phrase, type TextLine } from './words.ts'

/** A stretch of the page in which the texts of one column stand. */
export interface TextColumn {
  readonly left: number
  readonly right: number
}

/** A text belongs to a column when it lies in it by at least this share of the narrower of both. */
const INSIDE = 0.5
/** A phrase is cut between two columns only at a gap this wide (in sizes), wider than a space inside a text. */
const CUT_GAP = 0.33

/** Two columns of texts stand at least this far apart (in sizes) … */
const GUTTER = 0.5
/** … in so many lines … */
const LEAST_PARTED = 4
/** … and in so many times as many as have a text across: the name of a total, 合计, under two columns of wrapped names. */
const TIMES = 4

/** The columns in which the phrases of body lines stand, left to right: amounts first, then what stands between them. */
export function columnsOf(lines: readonly TextLine[]): TextColumn[] {
  const phrases = lines.flatMap(line => line.phrases)
  const amounts = merged(phrases.filter(phrase => isAmount(phrase.text)))
  const free: Phrase[] = []
  const widened = [...amounts]
  for (const phrase of phrases) {
    if (isAmount(phrase.text)) continue
    const hits = touching(phrase, amounts)
    const [only] = hits
    const column = only !== undefined && hits.length === 1 ? amounts[only] : undefined
    if (only === undefined) free.push(phrase)
    else if (column && overlap(column.left, column.right, phrase.left, phrase.right) >= INSIDE * (phrase.right - phrase.left))
      widened[only] = stretchOf([widened[only] ?? column, phrase])
  }
  const across = textsAcross(lines, free)
  return merged([...widened, ...free.filter(phrase => !across.has(phrase))])
}

/** The texts over the white between two columns in which nearly all lines have a text on either side: they tell no column. */
function textsAcross(lines: readonly TextLine[], free: readonly Phrase[]): Set<Phrase> {
  const own = new Set(free)
  const gutters = lines.flatMap(({ phrases }) =>
    neighbours(phrases).flatMap(([left, right]): TextColumn[] => {
      const isGutter = own.has(left) && own.has(right) && right.left - left.right >= GUTTER * right.size
      return isGutter ? [{ left: left.right, right: right.left }] : []
    }),
  )
  const [texts, whites] = [stretchesOver(free), stretchesOver(gutters)]
  const places = gutters
    .map(middle)
    .filter(at => texts(at) > 0 && whites(at) >= Math.max(LEAST_PARTED, TIMES * texts(at)))
    .sort((a, b) => a - b)
  const isAcross = ({ left, right }: Phrase): boolean =>
    countBefore(places, at => at <= left) < countBefore(places, at => at < right)
  return new Set(free.filter(isAcross))
}

/** How many of some stretches lie over a place, which is asked of each white of a page. */
function stretchesOver(stretches: readonly TextColumn[]): (at: number) => number {
  const wide = stretches.filter(({ left, right }) => right > left)
  const lefts = wide.map(({ left }) => left).sort((a, b) => a - b)
  const rights = wide.map(({ right }) => right).sort((a, b) => a - b)
  return at => countBefore(lefts, left => left < at) - countBefore(rights, right => right <= at)
}

/** Stretches that overlap, put together; a text without width belongs to what it touches, for a column needs some. */
function merged(stretches: readonly TextColumn[]): TextColumn[] {
  const columns: { left: number; right: number }[] = []
  for (const { left, right } of [...stretches].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    const isFlat = left === right || last?.left === last?.right
    if (last !== undefined && (left < last.right || (isFlat && left === last.right))) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

const touching = (phrase: TextColumn, columns: readonly TextColumn[]): number[] =>
  columns.flatMap((column, index) => (meets(column, phrase) ? [index] : []))

/** The columns a phrase touches; the nearest one when it stands between columns. */
export function touched(phrase: TextColumn, columns: readonly TextColumn[]): number[] {
  const hits = touching(phrase, columns)
  if (hits.length > 0) return hits
  let best = 0
  columns.forEach((column, index) => {
    if (distance(column, phrase) < distance(columns[best] ?? column, phrase)) best = index
  })
  return columns.length > 0 ? [best] : []
}

/** The texts of lines by the column that they stand in, the first one of those that run over several. */
export function phrasesByColumn(lines: readonly TextLine[], columns: readonly TextColumn[]): Phrase[][] {
  const own = columns.map((): Phrase[] => [])
  for (const { phrases } of lines)
    for (const phrase of phrases) for (const column of touched(phrase, columns).slice(0, 1)) own[column]?.push(phrase)
  return own
}

/** Whether two stretches overlap. */
export const meets = (a: TextColumn, b: TextColumn): boolean => overlap(a.left, a.right, b.left, b.right) > 0

/** The middle of a stretch. */
export const middle = (stretch: TextColumn): number => (stretch.left + stretch.right) / 2

/** From where to where some texts stand. */
export const stretchOf = (texts: readonly TextColumn[]): TextColumn => ({
  left: Math.min(...texts.map(({ left }) => left)),
  right: Math.max(...texts.map(({ right }) => right)),
})

/** White between a column and a text, negative where they overlap. */
export const distance = (column: TextColumn, phrase: TextColumn): number =>
  Math.max(column.left - phrase.right, phrase.left - column.right)

/** Cut the phrases of a line that hold the texts of several columns, at gaps that lie between those columns. */
export function cutAtColumns(line: TextLine, columns: readonly TextColumn[]): TextLine {
  return {
    ...line,
    phrases: line.phrases.flatMap(phrase => {
      if (phrase.words.length < 2 || touched(phrase, columns).length < 2) return [phrase]
      const isParted = (word: Phrase, before: Phrase): boolean => {
        const [own, other] = [touched(word, columns), touched(before, columns)]
        const isWide = word.left - before.right >= CUT_GAP * word.size
        return isWide && own.length === 1 && other.length === 1 && own[0] !== other[0]
      }
      return runsOf(phrase.words, (word, before) => !isParted(word, before)).map(joined)
    }),
  }
}

/** The columns between borders, without a margin beside each. */
export const columnsBetween = (borders: readonly number[], margin = 0): TextColumn[] =>
  neighbours(borders).map(([left, right]) => ({ left: left + margin, right: right - margin }))

/** Borders between columns: in the middle of the white between them, and `left` and `right` outside. */
export const bordersOf = (columns: readonly TextColumn[], left: number, right: number): number[] => [
  left,
  ...neighbours(columns).map(([column, next]) => (column.right + next.left) / 2),
  right,
]

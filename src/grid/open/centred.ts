import { itemAt, neighbours } from '../../geometry.ts'
import { middle, type TextColumn } from '../texts/columns.ts'
import { columnNumberOf, countsColumns, type Phrase, phrasesOf, type TextLine } from '../texts/words.ts'
import type { Area } from './areas.ts'
import { JUTS } from './prose.ts'

/** Fewer names may end at the side of their table by chance. */
const LEAST_NAMES = 3
/** The last column ends this near (in sizes) to the side of its table: programs round the middle of each name. Of 640 lines between rules in 42 documents 36 end within 0.2, three between that and 1, the others tell no columns. */
const CLOSES = 0.5
/** A column of texts stands this near (in sizes) to a side of its cells, or to their middle: names set flush over amounts set at the right have them elsewhere, though the last ends at the side by chance where columns are of one width (two of eight layouts of three lines). */
const SET = 1

/**
 * The borders of the columns between rules, as a line of names or of their numbers tells them that stands in the middle of each: the first column begins at
 * one side, each next as far behind the middle of the one before as that began before it, and the last has to end at the other side,
 * and each column of the body is set at a side or in the middle of one. Columns of the body that part within one of these are parted too. Null where no line tells them so.
 */
export function centredBorders({ left, right, lines, kind }: Area, told: readonly TextColumn[]): readonly number[] | null {
  if (kind !== 'ruled') return null
  const joined = lines.map(line => phrasesOf(line))
  const found = joined.flatMap(line => {
    const borders = borderedBy(line, left, right)
    return borders !== null && told.every(column => isSet(column, borders, line.size)) ? [borders] : []
  })
  const [most] = found.sort((a, b) => b.length - a.length)
  return most === undefined ? null : withInner(most, told)
}

/** The borders around the texts of a line, each in the middle of its column; null where the last does not end at the right side. Numbers count columns that follow each other, and are told from the right: to the left of them stand those that are not counted. */
function borderedBy(line: TextLine, left: number, right: number): number[] | null {
  const { phrases, size } = line
  const whole = chained(phrases, left)
  const end = whole?.at(-1)
  if (whole && end !== undefined && phrases.length >= LEAST_NAMES && Math.abs(end - right) <= CLOSES * size)
    return [...whole.slice(0, -1), right]
  if (!countsColumns(line)) return null
  const counted = chained(phrases.filter(({ text }) => columnNumberOf(text) !== null).toReversed(), right)
  const first = counted?.at(-1)
  return counted && first !== undefined && first > left ? [left, ...counted.toReversed()] : null
}

/** The borders that texts tell from one side on, the next as far from the middle of each as the last; null where a text stands over one. */
function chained(phrases: readonly Phrase[], side: number): number[] | null {
  const borders = [side]
  for (const phrase of phrases) {
    const from = itemAt(borders, borders.length - 1)
    const to = 2 * middle(phrase) - from
    if (Math.min(from, to) > phrase.left || Math.max(from, to) < phrase.right) return null
    borders.push(to)
  }
  return borders
}

/** Whether a column of the body stands within one of those between borders, and there as texts are set: at a side, or in the middle. */
function isSet({ left, right }: TextColumn, borders: readonly number[], size: number): boolean {
  const at = borders.findLastIndex(border => border <= left + JUTS * size)
  const [from, to] = [borders[at], borders[at + 1]]
  if (from === undefined || to === undefined || to < right - JUTS * size) return false
  return Math.min(left - from, to - right, Math.abs(left + right - from - to) / 2) <= SET * size
}

/** Borders with those in the white between columns of the body that stand within one. */
function withInner(borders: readonly number[], told: readonly TextColumn[]): readonly number[] {
  const white = neighbours(told).map(([one, next]): TextColumn => ({ left: one.right, right: next.left }))
  const inner = white.filter(({ left, right }) => !borders.some(at => at >= left && at <= right))
  return [...borders, ...inner.map(middle)].sort((a, b) => a - b)
}

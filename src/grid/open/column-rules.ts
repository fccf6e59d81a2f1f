import { alikeOf, endsOf, itemAt } from '../../geometry.ts'
import type { Border } from '../borders/drawn.ts'
import { isAmount, phrasesOf, STAND_OFF, type TextLine } from '../texts/words.ts'
import { type Area, isAcross, longestFirst, SAME_END, within } from './areas.ts'

/** A line whose middle stands in a band belongs to it, as a share of its size. */
const HALF = 0.5

/** Rules between columns begin within this distance (in glyph heights): lower where a group's name stands above several columns. */
const HEADER_HEIGHT = 8
/** Fewer rows of figures than this may stand in wrapped texts. */
const LEAST_ROWS = 3
/** Columns open at the sides hold texts in at least this many lines. */
const LEAST_OPEN = 3

/** Tables whose columns alone are ruled: parallel vertical rules of equal reach, open above, below and at the sides. */
export function columnRuledAreas(
  lines: readonly TextLine[],
  vertical: readonly Border[],
  rules: readonly Border[],
  em: number,
): Area[] {
  const groups = alikeOf(
    longestFirst(vertical),
    (rule, first) =>
      Math.abs(first.to - rule.to) <= SAME_END * em &&
      rule.from >= first.from - SAME_END * em &&
      rule.from <= first.from + HEADER_HEIGHT * em,
  )
  return groups.filter(group => group.length > 1).flatMap(group => areaAmong(group, lines, rules))
}

/** What stands among some rules between columns, where it has columns. */
function areaAmong(group: readonly Border[], lines: readonly TextLine[], rules: readonly Border[]): Area[] {
  const walls = group.map(rule => rule.at).sort((a, b) => a - b)
  const [top, bottom] = [Math.min(...group.map(rule => rule.from)), Math.max(...group.map(rule => rule.to))]
  const [first, last] = endsOf(walls)
  const inside = lines.filter(line => line.baseline > top && line.baseline - HALF * line.size < bottom)
  const words = inside.flatMap(line => line.phrases)
  const before = words.filter(word => word.right <= first + STAND_OFF * word.size)
  const after = words.filter(word => word.left >= last - STAND_OFF * word.size)
  const left = before.length < LEAST_OPEN ? first : Math.min(...before.map(word => word.left - STAND_OFF * word.size))
  const right = after.length < LEAST_OPEN ? last : Math.max(...after.map(word => word.right + STAND_OFF * word.size))
  const own = within(inside, left, right)
  const borders = [...(left < first ? [left] : []), ...walls, ...(right > last ? [right] : [])]
  const rows = own
    .map(line => phrasesOf(line, walls))
    .map(line => line.phrases.length > 1 && line.phrases.slice(1).some(phrase => isAmount(phrase.text)))
  if (borders.length < 3 || own.length === 0) return []
  // A table of texts alone has its names in the first line.
  const figures = rows.filter(Boolean).length < LEAST_ROWS ? 1 : rows.indexOf(true)
  return [
    {
      left,
      right,
      lines: own,
      body: headEnd(own, figures, rules, borders),
      rules: rules.filter(rule => rule.at > top && rule.at < bottom),
      kind: 'columns',
      borders,
    },
  ]
}

/** The first body line: below the rule under the header; else below the last line of names, or at the first figures. */
function headEnd(lines: readonly TextLine[], figures: number, rules: readonly Border[], walls: readonly number[]): number {
  const line = lines[figures]
  const begins = isCodeAbove(lines[figures - 1], line) ? figures - 1 : figures
  const top = itemAt(lines, 0).baseline
  const rule = line && rules.find(edge => edge.at > top && edge.at < line.baseline && isAcross(edge, ...endsOf(walls)))
  if (rule !== undefined) return lines.filter(other => other.baseline <= rule.at).length
  const phrases = lines.slice(0, begins).map(other => phrasesOf(other, walls).phrases.length)
  return phrases.findLastIndex(count => count > 1) + 1
}

/** Whether a line right above the first figures holds the code that begins their entry. */
const isCodeAbove = (above: TextLine | undefined, line: TextLine | undefined): boolean =>
  above !== undefined &&
  line !== undefined &&
  line.baseline - above.baseline < 2 * line.size &&
  above.phrases.some(phrase => isAmount(phrase.text))

import { alikeOf, cluster, endsOf, isOneOf, mean, neighbours, placesAmong, runsOf } from '../../geometry.ts'
import { LARGER } from '../headers/header-above.ts'
import { WIDE_LEADING } from '../headers/header-texts.ts'
import { isAcross, linesBetween, longestFirst, NEXT_ROW, within } from '../open/areas.ts'
import { type JoinedRule, joinedRules } from '../open/rule-joints.ts'
import { columnsBetween, type TextColumn } from '../texts/columns.ts'
import { middleOfLine, type TextLine } from '../texts/words.ts'
import { type Border, type Borders, type Drawn, NONE } from './drawn.ts'
import { SNAP } from './edges.ts'
import { type RuledInParts, wallsOf } from './parted-rows.ts'

/** A cell is drawn with a rule above and one below it: a place at which fewer rules than these are joined or end is no border of columns. */
const FEWEST_RULES = 2
/** Cells merged over rows at a side leave at least so many rules shorter there: one is the rule below the name of a group. */
const FEWEST_SHORTER = 2
/** Two columns are told by their texts as well; forms have more. */
const FEWEST_BORDERS = 4

/**
 * The borders of columns through rows that have rules between them alone, where these are drawn in parts, one a column, and some
 * spare a column at the side: the parts tell the columns, and where one is missing a cell goes on.
 */
export const partBorders = (drawn: Drawn): Borders => ({
  ...NONE,
  vertical: tablesIn(drawn).flatMap(table => wallsOf(table, drawn.page.rulings, drawn.em)),
})

/** The tables of rules that no column border touches: each rule belongs to the longest that it is no longer than. */
function tablesIn({ page, edges: { horizontal, vertical }, lines, em }: Drawn): RuledInParts[] {
  const snap = SNAP * em
  const isCrossed = ({ at, from, to }: Border): boolean =>
    vertical.some(wall => wall.at > from - snap && wall.at < to + snap && wall.from < at + snap && wall.to > at - snap)
  const free = horizontal.filter(rule => !isCrossed(rule))
  const isIn = (rule: Border, { from, to }: Border): boolean => rule.from >= from - snap && rule.to <= to + snap
  return alikeOf(longestFirst(free), isIn).flatMap(group => {
    const [first] = group
    if (first === undefined || group.length <= FEWEST_SHORTER) return []
    const inside = within(lines(), first.from, first.to)
    const isTitled = (rule: Border, above: Border): boolean =>
      linesBetween(inside, above.at, rule.at).some(({ size }) => size > LARGER * em)
    const rules = joinedRules(group, page.rulings, em).sort((a, b) => a.at - b.at)
    return runsOf(rules, (rule, above) => !isTitled(rule, above)).flatMap(own => tableOf(own, first, inside, em) ?? [])
  })
}

/** Rules and the lines of a page → the table that they are; null where they are not drawn in parts, or spare no cells at a side. */
function tableOf(
  rules: readonly JoinedRule[],
  { from, to }: Border,
  lines: readonly TextLine[],
  em: number,
): RuledInParts | null {
  const snap = SNAP * em
  const told = cluster(
    rules.flatMap(rule => [rule.from, ...rule.joints, rule.to]),
    snap,
  )
  const columns = told.filter(places => places.length >= FEWEST_RULES).map(mean)
  const isShort = (rule: Border): boolean => rule.from > from + snap !== rule.to < to - snap
  const isTold = (rule: Border): boolean => isOneOf(rule.from, columns, snap) && isOneOf(rule.to, columns, snap)
  if (columns.length < FEWEST_BORDERS || !rules.every(isTold)) return null
  if (rules.filter(isShort).length < FEWEST_SHORTER) return null
  const [first, last] = endsOf(rules)
  const ys = placesAmong(
    rules.map(({ at }) => at),
    snap,
  )
  const above = isShort(first) ? cutRow(lines.filter(line => middleOfLine(line) < first.at).reverse(), first) : []
  const below = isShort(last)
    ? cutRow(
        lines.filter(line => middleOfLine(line) > last.at),
        last,
      )
    : []
  const rows = [
    ...above.slice(-1).map(line => line.baseline - line.size),
    ...ys,
    ...below.slice(-1).map(line => line.baseline + line.size / 2),
  ]
  const [top, bottom] = endsOf(rows)
  const table = { rules, columns, rows, lines: linesBetween(lines, top, bottom) }
  return columnsBetween(columns).every(column => isMergedWhereSpared(column, table)) ? table : null
}

/** Whether a column holds one text at most wherever rules spare it: lines further apart, or one beside each row of a line, are rows themselves, and the rules underline amounts. */
function isMergedWhereSpared({ left, right }: TextColumn, { rules, rows, lines }: RuledInParts): boolean {
  const [top, bottom] = endsOf(rows)
  const through = rules.filter(rule => isAcross(rule, left, right)).map(({ at }) => at)
  const ends = [top, ...through.filter(at => at > top && at < bottom), bottom]
  return neighbours(ends).every(([from, to]) => {
    const parts = rows.filter(at => at > from && at < to).length + 1
    const beside = linesBetween(lines, from, to)
    const own = within(beside, left, right).flatMap(({ phrases }) => phrases.slice(0, 1))
    const areRows = own.length === parts && beside.length === parts
    const areNear = neighbours(own).every(([above, { baseline, size }]) => baseline - above.baseline <= WIDE_LEADING * size)
    return parts === 1 || (areNear && !areRows)
  })
}

/** The lines of a row that the page cuts, from the rule that parts it from the next on: that rule spares a column, whose cell goes on beyond it. */
function cutRow(lines: readonly TextLine[], rule: Border): readonly TextLine[] {
  const [first] = lines
  if (first === undefined || Math.abs(first.baseline - rule.at) > NEXT_ROW * first.size) return []
  return runsOf(lines, (line, last) => Math.abs(line.baseline - last.baseline) <= WIDE_LEADING * line.size)[0] ?? []
}

import { type Observation, STRENGTH, seen } from '../../evidence.ts'
import { mean } from '../../geometry.ts'
import { isAmount, isTotal, isWords, squash } from '../words.ts'
import { type Break, columnOf, goesOn, isBlank, isOfTall, isTall, type Pair } from './page-break.ts'

/** Labels are alike that begin, or end, with as many equal characters: 示例市, 关于, 2025; 指标, 中心. */
const BEGINNING = 2
/** From so many labels on their beginnings and ends tell anything. */
const FEWEST_LABELS = 3
/** Words that go on as surely as this go on: from a full line of a column that wraps. */
const SURELY = 1
/** A share is believed as if so many more cells had been seen that are otherwise. */
const UNSEEN = 2
/** Labels of a column begin, or end, alike where this share of them does. */
const MOSTLY = 0.6

/** Whether different labels stand on both sides. */
const areTwoLabels = ([a, b]: Pair): boolean => !isBlank(a) && !isBlank(b) && squash(a.text) !== squash(b.text)

/** The same label on both sides, or another one. */
const labels = (_: Break, [a, b]: Pair): Observation | null => {
  if (isBlank(a) || isBlank(b)) return null
  return squash(a.text) === squash(b.text)
    ? seen('same-label', 1, `“${a.text}” on both sides`)
    : seen('other-label', -1, `“${a.text}” and “${b.text}”`)
}

/** Whether a label above may need what stands below: its last line is full. */
const labelGoesOn = (seam: Break, pair: Pair): Observation | null => {
  if (!areTwoLabels(pair)) return null
  const strength = goesOn(seam, pair)
  return seen('label-goes-on', strength, `the last line of “${pair[0].text}” ${strength > 0 ? 'is full' : 'had room'}`)
}

/** The halves of a label are known as a whole, or each for itself. */
const knownLabel = ({ known }: Break, [a, b]: Pair): Observation | null => {
  if (!areTwoLabels([a, b])) return null
  if (known.has(squash(a.text + b.text))) return seen('known-whole', 1, `“${a.text + b.text}” stands elsewhere as one`)
  const parts = [a, b].filter(({ text }) => known.has(squash(text))).length
  return seen('known-parts', -parts / 2, `${parts} of the halves stand elsewhere as a whole`)
}

/** A blank half in a column that leaves no label blank; a total is named in one column and leaves the others blank anywhere. */
const blankLabel = (seam: Break, pair: Pair): Observation | null => {
  if (!pair.some(isBlank) || beginsWithTotal(seam)) return null
  const column = columnOf(seam, pair[0])
  const blank = column.filter(isBlank).length
  const share = blank / (column.length + UNSEEN)
  return seen('blank-half', Math.max(-1, 1 - 4 * share), `${blank} of ${column.length} cells of its column are blank elsewhere`)
}

/** Cells of several rows on both sides, on one, or on none. */
const tall = (_: Break, [a, b]: Pair): Observation | null =>
  seen('over-rows', Number(a.rowSpan > 1) + Number(b.rowSpan > 1) - 1, `over ${a.rowSpan} and ${b.rowSpan} rows`)

/** Labels of the column hold rows together that the next column parts: such a group repeats its label where it goes on. */
const groups = (seam: Break, pair: Pair): Observation | null => {
  if (squash(pair[0].text) !== squash(pair[1].text)) return null
  const isGroup = seam.grouping.has(pair[0].column)
  return seen('groups-rows', isGroup ? 1 : -STRENGTH.half, isGroup ? 'its column groups rows' : 'its column groups no rows')
}

/** What stands below begins as the labels of the column do, or as none of them does. */
const beginning = (seam: Break, [a, b]: Pair): Observation | null => {
  if (!areTwoLabels([a, b])) return null
  const texts = new Set([a, ...columnOf(seam, a)].map(({ text }) => squash(text)).filter(text => text !== ''))
  const alike = (other: string): number => [...texts].filter(text => text.startsWith(squash(other).slice(0, BEGINNING))).length
  if (texts.size < FEWEST_LABELS || squash(b.text) === '') return null
  if (alike(b.text) >= MOSTLY * texts.size) return seen('begins-alike', -1, `“${b.text}” begins as the other labels do`)
  return seen('begins-alike', alike(a.text) >= MOSTLY * texts.size ? 1 : 0, `“${b.text}” begins as no other label does`)
}

/** What stands above ends as the labels of the column do, and is whole. */
const ending = (seam: Break, [a, b]: Pair): Observation | null => {
  if (!areTwoLabels([a, b])) return null
  const texts = new Set(columnOf(seam, a).flatMap(({ text }) => squash(text) || []))
  const alike = [...texts].filter(text => text.endsWith(squash(a.text).slice(-BEGINNING))).length
  const isAlike = texts.size >= FEWEST_LABELS && alike >= MOSTLY * texts.size
  return seen('ends-alike', -Number(isAlike), `“${a.text}” ends as the other labels do`)
}

/** Whether two pairs stand over the same rows on both sides. */
const isBeside = ([a, b]: Pair, [other, below]: Pair): boolean => other.rowSpan === a.rowSpan && below.rowSpan === b.rowSpan

/** Whether a cell is the label of a group that at this break has one record, beside it. */
const labelsRecord = (seam: Break, pair: Pair): boolean =>
  seam.grouping.has(pair[0].column) &&
  seam.pairs.some(mate => mate[0].column === pair[0].column + pair[0].columnSpan && isBeside(mate, pair))

/** Other records over the same rows, such as that beside the label of a group, go on as a whole; two names that are no halves of one do not, though their group does. */
const mates = (seam: Break, pair: Pair): Observation | null => {
  const isGroup = labelsRecord(seam, pair)
  const beside = seam.pairs.filter(mate => isTall(mate) && isBeside(mate, pair) && labelsRecord(seam, mate) !== isGroup)
  const isOther = (one: Pair): boolean => areTwoLabels(one) && goesOn(seam, one) < SURELY
  if (beside.length === 0 || [pair, ...beside].some(isOther)) return null
  const strength = beside.some(([x, y]) => isBlank(x) !== isBlank(y)) ? 1 : STRENGTH.half
  return seen('record-goes-on', strength, 'what stands over the same rows goes on')
}

/** A total belongs to no group. */
const total = (seam: Break): Observation | null =>
  seen('total-row', beginsWithTotal(seam) ? -1 : 0, 'a total stands below the break')

const beginsWithTotal = ({ below, row }: Break): boolean => below.some(cell => cell.row === row && isTotal(cell.text))

/** What speaks for and against two cells at a break being one. */
const cellEvidence = (seam: Break, pair: Pair): Observation[] =>
  [labels, labelGoesOn, knownLabel, beginning, ending, blankLabel, tall, groups, mates, total].flatMap(
    look => look(seam, pair) ?? [],
  )

/** A label printed again beside one that is surely another, not from a line about as full as any: what is cut repeats all its labels or none. */
function otherRecord(seam: Break, record: readonly Pair[]): Observation[] {
  const labelled = record.filter(pair => !pair.some(isBlank))
  const isSame = ([a, b]: Pair): boolean => squash(a.text) === squash(b.text)
  const isMixed = labelled.some(isSame) && labelled.some(pair => !isSame(pair) && goesOn(seam, pair) < STRENGTH.half)
  return isMixed ? [{ name: 'record-differs', strength: -1, because: 'one label stands on both sides, another does not' }] : []
}

/** What speaks for and against the break having cut a record: what its cells say on the average, each kind of evidence once; blank ones only where nothing is printed. */
export function recordEvidence(seam: Break, record: readonly Pair[]): Observation[] {
  const printed = record.filter(pair => !pair.every(isBlank))
  const seenIn = [
    ...(printed.length > 0 ? printed : record).flatMap(pair => cellEvidence(seam, pair)),
    ...otherRecord(seam, record),
  ]
  return [...Map.groupBy(seenIn, ({ name }) => name)].flatMap(([name, alike]) => {
    const strength = mean(alike.map(one => one.strength))
    return seen(name, strength, [...new Set(alike.map(({ because }) => because))].join('; ')) ?? []
  })
}

/** A label on one page only, between that of a group which may stand over both and the names of two rows: it may be that of both rows, one on each page. */
function isHalfLabel(seam: Break, pair: Pair): boolean {
  const isNextTo = ([left]: Pair, [right]: Pair): boolean => left.column + left.columnSpan === right.column
  return (
    pair.some(isBlank) &&
    pair.some(({ text }) => isWords(text)) &&
    seam.pairs.some(left => isTall(left) && !areTwoLabels(left) && isNextTo(left, pair)) &&
    seam.pairs.some(right => right.every(({ text }) => isWords(text)) && isNextTo(pair, right))
  )
}

/**
 * Cells at a break that may be one (one is over several rows, their column has such cells, or only one is printed), by
 * records: cells over the same rows are cut together or not at all, but for the label of a group, which goes on over several.
 */
export const recordsOf = (seam: Break): Pair[][] => {
  const areFigures = (pair: Pair): boolean => pair.every(({ text }) => isAmount(text))
  const pairs = seam.pairs.filter(
    pair => isTall(pair) || (isOfTall(seam, pair[0]) && !areFigures(pair)) || isHalfLabel(seam, pair),
  )
  const rowsOf = (pair: Pair): string =>
    `${pair[0].rowSpan} ${pair[1].rowSpan} ${labelsRecord(seam, pair) ? pair[0].column : ''}`
  return [...Map.groupBy(pairs, rowsOf).values()]
}

import { endsOf, itemAt, median, neighbours, runsOf } from '../../geometry.ts'
import { emsWanted } from '../../join-lines.ts'
import { meets, phrasesByColumn, stretchOf, type TextColumn, touched } from './columns.ts'
import { CENTRED, isAmount, isDash, isFormatted, type Phrase, type TextLine } from './words.ts'
import { restsOfFigures } from './wrapped-figures.ts'

/** Gaps that differ by less, in ems, are alike. */
const SAME_GAP = 0.05
/** Rows of texts stand further apart than their closest lines by this much. */
const APART = 1.3

/** Lines nearer than this (in sizes) cannot stand below each other in one cell, so they belong to one row: a wrapped text centred beside an amount. */
const BESIDE = 0.9
/** A line without amounts continues its neighbour when it is nearer than this share of the distance between rows. */
const TIGHT = 0.8
/** Where each row is wrapped, lines up to this many times the least leading apart are one cell. */
const WRAPPED_LEADING = 1.25
/** So many lines of texts that fill their column tell how far apart such lines stand: one may be a row of its own. */
const TELLING = 2
/** Amounts in the middle of the lines of a label are of all of them; of two lines they are told by standing between them. */
const LEAST_AROUND = 3
/** A column holds amounts when at least this share of its texts are numbers. */
const MOSTLY = 0.7

/** Which columns hold numbers, and nothing else but dashes. */
export const numericColumns = (lines: readonly TextLine[], columns: readonly TextColumn[]): boolean[] =>
  aloneByColumn(lines, columns).map(isNumeric)

/** Whether texts are numbers, and nothing else but dashes. */
function isNumeric(texts: readonly Phrase[]): boolean {
  const told = texts.filter(({ text }) => !isDash(text))
  return told.length > 0 && told.filter(({ text }) => isAmount(text)).length >= MOSTLY * told.length
}

/** Which columns hold amounts. A column in which some numbers show their separators counts, or all end at one place though they are of several lengths, as codes and years do not; where none shows any, each column of numbers does. */
export function amountColumns(lines: readonly TextLine[], columns: readonly TextColumn[]): boolean[] {
  const own = aloneByColumn(lines, columns)
  const numeric = own.map(isNumeric)
  const formatted = own.map((list, index) => numeric[index] === true && list.some(({ text }) => isFormatted(text)))
  if (!formatted.some(Boolean)) return numeric
  return own.map((list, index) => formatted[index] === true || (numeric[index] === true && isSetRight(list)))
}

/** Whether the numbers among some texts end at one place and begin at several. */
function isSetRight(phrases: readonly Phrase[]): boolean {
  const numbers = phrases.filter(({ text }) => isAmount(text))
  const spread = (ends: readonly number[]): number => Math.max(...ends) - Math.min(...ends)
  const exact = SAME_GAP * Math.max(...numbers.map(({ size }) => size))
  return spread(numbers.map(({ right }) => right)) <= exact && spread(numbers.map(({ left }) => left)) > exact
}

/** The texts that stand in one column alone, by their columns. */
function aloneByColumn(lines: readonly TextLine[], columns: readonly TextColumn[]): Phrase[][] {
  const phrases = columns.map((): Phrase[] => [])
  for (const phrase of lines.flatMap(line => line.phrases)) {
    const at = touched(phrase, columns)
    if (at.length === 1) itemAt(phrases, itemAt(at, 0)).push(phrase)
  }
  return phrases
}

/** Lines between two rules → rows: each a group of lines. `anchors` are the columns whose texts tell the rows. */
export function rowsOf(lines: readonly TextLine[], columns: readonly TextColumn[], anchors: readonly boolean[]): TextLine[][] {
  const rests = restsOfFigures(lines, columns)
  const isAnchor = anchorsAmong(lines, columns, { anchors, rests })
  if (!isAnchor.some(Boolean)) return rowsOfTexts(lines, columns)
  if (isSetSolid(lines, columns, isAnchor)) return entriesOf(lines, isAnchor)
  const pitch = pitchOf(lines, isAnchor)
  const leading = leadingOf(lines, columns, isAnchor)
  const labels = columns.flatMap((_, at) => (anchors[at] === true ? [] : labelsAround(lines, { columns, at, isAnchor })))
  const rows: { lines: TextLine[]; anchored: boolean }[] = []
  lines.forEach((line, index) => {
    const row = rows.at(-1)
    const above = row?.lines.at(-1)
    const anchored = isAnchor[index] === true
    const next = lines[index + 1]
    const gap = above === undefined ? Number.POSITIVE_INFINITY : line.baseline - above.baseline
    const gapBelow = next === undefined ? Number.POSITIVE_INFINITY : next.baseline - line.baseline
    const within = leading > 0 && above !== undefined && goesOn(above, line, columns) ? leading : 0
    const near = gap < Math.max(BESIDE * Math.min(line.size, above?.size ?? line.size), TIGHT * pitch, within)
    const isBeside =
      row !== undefined && gap < BESIDE * line.size && row.lines.every(other => !sharesColumn(other, line, columns))
    const free = row !== undefined && (isBeside || !(row.anchored && anchored))
    const isAcross = !anchored && runsOverAmounts(line, columns, anchors)
    const off = row === undefined ? gap : gapInColumn(row.lines, line, columns)
    const belongsBelow = !anchored && isAnchor[index + 1] === true && gapBelow < off - SAME_GAP * line.size
    const isWithin =
      labels.some(label => index > label.first && index <= label.last) || line.phrases.some(phrase => rests.has(phrase))
    if (row !== undefined && (isWithin || (near && free && !(row.anchored && (belongsBelow || isAcross))))) {
      row.lines.push(line)
      row.anchored ||= anchored
    } else rows.push({ lines: [line], anchored })
  })
  return rows.map(row => row.lines)
}

/**
 * From which line to which the labels of a column go that are wrapped around their amounts: three lines or more, each filling the
 * column but the last, as far apart as rows are, and amounts in the middle of their height alone.
 */
function labelsAround(
  lines: readonly TextLine[],
  {
    columns,
    at,
    isAnchor,
  }: { readonly columns: readonly TextColumn[]; readonly at: number; readonly isAnchor: readonly boolean[] },
): { readonly first: number; readonly last: number }[] {
  const own = lines.flatMap((line, index) =>
    line.phrases.flatMap(phrase => (touched(phrase, columns).join() === `${at}` ? [{ phrase, index }] : [])),
  )
  const chains = runsOf(own, (next, last) => hasNoRoom(last.phrase, next.phrase, columns[at]))
  return chains.flatMap(chain => {
    const [from, to] = endsOf(chain)
    const amounts = lines.filter((_, index) => isAnchor[index] === true && index >= from.index && index <= to.index)
    const middle = (from.phrase.baseline + to.phrase.baseline) / 2
    const isAround = amounts.length === 1 && amounts.every(({ baseline, size }) => Math.abs(baseline - middle) < CENTRED * size)
    return chain.length >= LEAST_AROUND && isAround ? [{ first: from.index, last: to.index }] : []
  })
}

/** How far a line stands below the last of a row that has a text in one of its columns, or below the last of all: the name of an office stands between rows, and is no measure of theirs. */
function gapInColumn(row: readonly TextLine[], line: TextLine, columns: readonly TextColumn[]): number {
  const above = row.findLast(other => sharesColumn(other, line, columns)) ?? row.at(-1)
  return line.baseline - (above?.baseline ?? Number.NEGATIVE_INFINITY)
}

/** Whether two lines have texts in one column, which would stand below each other there. */
const sharesColumn = (one: TextLine, other: TextLine, columns: readonly TextColumn[]): boolean =>
  columns.some(column => [one, other].every(({ phrases }) => phrases.some(phrase => meets(phrase, column))))

/**
 * Whether wrapped rows follow each other without any white between, their amounts on their first lines: no gap parts them, but
 * the lines below an amount go on with texts that fill their column above, and an amount stands beside texts that begin.
 */
function isSetSolid(lines: readonly TextLine[], columns: readonly TextColumn[], isAnchor: readonly boolean[]): boolean {
  const gaps = gapsOf(lines)
  if (gapsOfAnchors(lines, isAnchor).length > 0 || Math.max(...gaps) > WRAPPED_LEADING * Math.min(...gaps)) return false
  // Texts fill their column up to its white, which a drawn cell counts in.
  const filled = phrasesByColumn(lines, columns).map((phrases, index) =>
    phrases[0] ? stretchOf(phrases) : (columns[index] ?? { left: 0, right: 0 }),
  )
  const going = neighbours(lines).map(([above, line], index) => ({
    isAnchor: isAnchor[index + 1] === true,
    goesOn: goesOn(above, line, filled),
  }))
  const [begun, rest] = [going.filter(line => line.isAnchor), going.filter(line => !line.isAnchor)]
  return (
    begun.length >= TELLING &&
    rest.filter(line => line.goesOn).length >= MOSTLY * rest.length &&
    2 * begun.filter(line => line.goesOn).length <= begun.length
  )
}

/** Rows that begin where their amounts stand; lines before the first belong to a row of the page before. */
const entriesOf = (lines: readonly TextLine[], isAnchor: readonly boolean[]): TextLine[][] =>
  runsOf(lines, line => isAnchor[lines.indexOf(line)] !== true)

/** Which of the lines hold amounts in an anchor column, but for the digits that the line above left to them. */
const anchorsAmong = (
  lines: readonly TextLine[],
  columns: readonly TextColumn[],
  { anchors, rests }: { readonly anchors: readonly boolean[]; readonly rests: ReadonlySet<Phrase> },
): boolean[] => lines.map(line => line.phrases.some(phrase => !rests.has(phrase) && isAnchorPhrase(phrase, columns, anchors)))

/** How many of the lines hold amounts in an anchor column, but for those so near to the one above that they stand beside it: so many rows they must be at least. */
export function anchorCount(lines: readonly TextLine[], columns: readonly TextColumn[], anchors: readonly boolean[]): number {
  const isAnchor = anchorsAmong(lines, columns, { anchors, rests: restsOfFigures(lines, columns) })
  const own = lines.filter((_, index) => isAnchor[index])
  return own.filter((line, index) => {
    const above = own[index - 1]
    return above === undefined || line.baseline - above.baseline >= BESIDE * line.size || sharesColumn(above, line, columns)
  }).length
}

function isAnchorPhrase(phrase: Phrase, columns: readonly TextColumn[], anchors: readonly boolean[]): boolean {
  const at = touched(phrase, columns)
  return at.length === 1 && at.some(column => anchors[column]) && (isAmount(phrase.text) || isDash(phrase.text))
}

/** Whether a line has a text that runs over a column of amounts and another: a note below the rows, and no rest of a cell. */
const runsOverAmounts = ({ phrases }: TextLine, columns: readonly TextColumn[], anchors: readonly boolean[]): boolean =>
  phrases.some(phrase => {
    const at = touched(phrase, columns)
    return at.length > 1 && at.some(column => anchors[column] === true)
  })

/** Distances between the baselines of lines that follow each other. */
export const gapsOf = (lines: readonly TextLine[]): number[] =>
  neighbours(lines).map(([above, line]) => line.baseline - above.baseline)

/** Distances between neighbouring lines that both have amounts. */
const gapsOfAnchors = (lines: readonly TextLine[], isAnchor: readonly boolean[]): number[] =>
  gapsOf(lines).filter((_, index) => isAnchor[index] === true && isAnchor[index + 1] === true)

/**
 * Usual distance between rows: the middle one of those between neighbouring lines that both have amounts. When no two
 * neighbours have (each row is wrapped), what is wider than the leading of the wrapped lines.
 */
function pitchOf(lines: readonly TextLine[], isAnchor: readonly boolean[]): number {
  const gaps = gapsOfAnchors(lines, isAnchor)
  if (gaps.length > 0) return median(gaps, 0)
  const all = gapsOf(lines)
  const leading = Math.min(...all.filter((gap, index) => gap >= BESIDE * itemAt(lines, index).size))
  const wider = all.filter(gap => gap > WRAPPED_LEADING * leading).length
  const rows = isAnchor.filter(Boolean).length
  return rows > 1 && wider >= MOSTLY * (rows - 1) ? (WRAPPED_LEADING / TIGHT) * leading : 0
}

/**
 * How far apart the lines of wrapped texts stand, at most: texts of a column follow so near, the upper one filling the column,
 * where rows stand further apart, as their padding has it; 0 where less than two do.
 */
function leadingOf(lines: readonly TextLine[], columns: readonly TextColumn[], isAnchor: readonly boolean[]): number {
  const [first] = lines
  if (first === undefined) return 0
  const { size } = first
  const pitch = Math.min(...gapsOfAnchors(lines, isAnchor))
  const gaps = phrasesByColumn(lines, columns).flatMap((phrases, column) =>
    neighbours(phrases).flatMap(([above, phrase]) =>
      hasNoRoom(above, phrase, columns[column]) ? [phrase.baseline - above.baseline] : [],
    ),
  )
  const leadings = gaps.filter(gap => gap >= BESIDE * size && gap < pitch - 2 * SAME_GAP * size)
  return pitch < Infinity && leadings.length >= TELLING ? median(leadings, 0) + SAME_GAP * size : 0
}

/** Whether a text leaves no room in its column for anything of the one below. */
const hasNoRoom = (above: Phrase, below: Phrase, column: TextColumn | undefined): boolean =>
  column !== undefined && above.right + emsWanted(below.text) * above.size > column.right

/** Whether a text of a line may go on from one above it in its column, which it fills. */
export const goesOn = (above: TextLine, line: TextLine, columns: readonly TextColumn[]): boolean =>
  columns.some(column => {
    const [upper, lower] = [above, line].map(({ phrases }) => phrases.find(phrase => meets(phrase, column)))
    return upper !== undefined && lower !== undefined && hasNoRoom(upper, lower, column)
  })

/** Rows of a table of texts: a line that has text in the first column begins a row, unless it only continues the text above. */
function rowsOfTexts(lines: readonly TextLine[], columns: readonly TextColumn[]): TextLine[][] {
  const usual = Math.min(...gapsOf(lines))
  return runsOf(lines, (line, above) => {
    const gap = line.baseline - above.baseline
    const isNamed = line.phrases.some(phrase => touched(phrase, columns)[0] === 0)
    return gap < BESIDE * line.size || (!isNamed && gap < APART * usual)
  })
}

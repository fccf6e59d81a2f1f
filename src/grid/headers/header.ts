import { endsOf, itemAt, numbersFrom } from '../../geometry.ts'
import type { Border } from '../borders/drawn.ts'
import { bordersOf, meets, middle, type TextColumn, touched } from '../texts/columns.ts'
import { isLineOfNumbers, type Phrase, type TextLine } from '../texts/words.ts'
import { type Arrangement, type Below, groupsOf, offCentre, type Placed, type Range, type Way } from './group-names.ts'
import { type Block, levelled, type Span } from './header-levels.ts'
import { baselineOf, type HeaderText, isRuledOff, levelsOf, textsOf, wholeOf } from './header-texts.ts'

/** How far an underline may cut into the foot of its text, in ems. */
const INTO_TEXT = 0.1
/** … and how far above its baseline a line still runs through it. */
const INTO_HEAD = 0.6

/** A rule this near below a text (in sizes) underlines it and tells its span. */
const UNDERLINE = 1.7
/** An arrangement of groups that fits less than this better (in glyph widths) than another is doubtful: such names are centred to about a third of a glyph. */
const LEAST_LEAD = 0.35
/** … and so is one that costs more than this for each name: off the middle by more than a glyph, or over names on different lines. */
const MOST_COST = 2

interface HeaderFrame {
  readonly partial: readonly Border[]
  readonly full: readonly Border[]
  readonly left: number
  readonly right: number
}

/**
 * Header lines → blocks. `partial` are the rulings in and under the header that do not run over the whole table, `full` those
 * that do. A last line of numbers (栏次) is a row of its own: it closes all names above.
 */
export function blocksOf(lines: readonly TextLine[], columns: readonly TextColumn[], frame: HeaderFrame): Block[] {
  const last = lines.at(-1)
  if (last === undefined || lines.length < 2 || !isLineOfNumbers(last)) return namesOf(lines, columns, frame)
  const names = namesOf(lines.slice(0, -1), columns, frame)
  const row = Math.max(...names.map(block => block.bottom)) + 1
  const numbers = last.phrases.map((phrase): Block => {
    const { first, last: end } = ownRange([phrase], columns)
    return { phrases: [phrase], first, last: end, top: row, bottom: row, doubtful: false }
  })
  return [...names, ...numbers]
}

function namesOf(lines: readonly TextLine[], columns: readonly TextColumn[], frame: HeaderFrame): Block[] {
  const borders = bordersOf(columns, frame.left, frame.right)
  const texts = textsOf(lines, columns, [...frame.partial, ...frame.full])
  const spans: Span[] = []
  for (const level of levelsOf(texts)) {
    const placed = spans.map(asPlaced)
    const below = { placed, columns, borders }
    const isGroup = (text: HeaderText): boolean => text.some(phrase => standsOver(phrase, placed, columns))
    const groups = level.filter(isGroup)
    const closing = frame.full.filter(rule => closes(rule, level, texts, frame.full))
    const shared = sharedByRules(groups, below, [...frame.partial, ...closing])
    const open = groups.filter(text => !shared.has(text))
    const arranged = open.length === 0 ? null : groupsOf(open.map(wholeOf), below)
    for (const text of level) {
      const own = shared.get(text)
      const range = own ?? (isGroup(text) ? rangeOf(text, open.indexOf(text), arranged, below) : ownRange(text, columns))
      // A group of which the paper leaves one column here is arranged among the others, and the name below it is no rest of its own.
      const isCutGroup = open.includes(text) && arranged !== null && range.first === range.last
      const rest = isCutGroup
        ? undefined
        : spans.find(other => isRestOf(other, { phrases: text, ...range }, spans, [...frame.partial, ...frame.full]))
      if (rest !== undefined) spans.splice(spans.indexOf(rest), 1)
      const doubtful = own?.doubtful ?? (open.includes(text) && !isSure(arranged))
      spans.push({ phrases: [...text, ...(rest?.phrases ?? [])], ...range, doubtful })
    }
  }
  return levelled(spans)
}

/** Whether the names of groups fit where they were put, clearly better than elsewhere, and none was cut. */
const isSure = (arranged: Arrangement | null): boolean =>
  arranged !== null && !arranged.isCut && arranged.lead >= LEAST_LEAD && arranged.cost <= MOST_COST * arranged.ranges.length

/** Whether a span is the rest of a text over the same columns: next below it, with no rule between. */
const isRestOf = (lower: Span, upper: Omit<Span, 'doubtful'>, spans: readonly Span[], rules: readonly Border[]): boolean => {
  const [last, next] = [upper.phrases.at(-1), lower.phrases[0]]
  if (last === undefined || next === undefined || lower.first !== upper.first || lower.last !== upper.last) return false
  const isBetween = spans.some(
    other =>
      other !== lower &&
      other.first <= lower.last &&
      other.last >= lower.first &&
      other.phrases.some(phrase => phrase.baseline > last.baseline && phrase.baseline < next.baseline),
  )
  return next.baseline > last.baseline && !isBetween && !isRuledOff(last, next, rules)
}

const asPlaced = ({ phrases, first, last }: Span): Placed => ({ phrases, first, last, height: baselineOf(phrases) })

const standsOver = (phrase: Phrase, placed: readonly Placed[], columns: readonly TextColumn[]): boolean =>
  touched(phrase, columns).some(column => placed.some(({ first, last }) => first <= column && last >= column))

/** Columns of a text that stands over no other. */
function ownRange(text: HeaderText, columns: readonly TextColumn[]): Range {
  const [first, last] = endsOf(touched(wholeOf(text), columns))
  return { first, last }
}

/** Columns of a group's name as it was arranged; alone where the whole line could not be. */
function rangeOf(text: HeaderText, index: number, arranged: Arrangement | null, below: Below): Range {
  const found = arranged?.ranges[index] ?? groupsOf([wholeOf(text)], below)?.ranges[0]
  return found ?? ownRange(text, below.columns)
}

/** Whether a full rule ends each cell of a level: it stands below these texts, alone above it, and above more of the header. */
function closes(rule: Border, level: readonly HeaderText[], texts: readonly HeaderText[], full: readonly Border[]): boolean {
  const height = baselineOf(level[0] ?? [])
  const top = Math.max(Number.NEGATIVE_INFINITY, ...full.filter(other => other.at < height).map(other => other.at))
  const others = texts.filter(text => !level.includes(text)).map(baselineOf)
  return height < rule.at && !others.some(at => at > top && at < rule.at) && others.some(at => at > rule.at)
}

/** The columns of a text that shares a rule with others, and whether it may be over others. */
interface Shared extends Range {
  readonly doubtful: boolean
}

/** Texts over one rule share its columns among them. */
function sharedByRules(level: readonly HeaderText[], below: Below, rules: readonly Border[]): Map<HeaderText, Shared> {
  const { placed, columns, borders } = below
  const shared = new Map<HeaderText, Shared>()
  for (const rule of rules) {
    const over = level.filter(text => isUnder(rule, wholeOf(text)))
    const open = !placed.some(({ phrases }) =>
      phrases.some(phrase => phrase.baseline < rule.at && meets(phrase, { left: rule.from, right: rule.to })),
    )
    const inside = columns.flatMap((column, index) =>
      middle(column) > rule.from && middle(column) < rule.to && !cutsName(rule, index, placed) ? [index] : [],
    )
    const [first] = inside
    if (over.length === 0 || !open || first === undefined || inside.length < over.length) continue
    const names = over.map(wholeOf)
    const splits = sharesOf(names, { first, last: inside.at(-1) ?? first }, borders)
    const doubtful = isClose(splits, names, below)
    splits[0]?.ranges.forEach((range, index) => {
      const text = over[index]
      if (text !== undefined) shared.set(text, { ...range, doubtful })
    })
  }
  return shared
}

/** Whether a rule would run through a name of a column, as the border of coloured rows does behind one that stands in the middle of both: it is no border there. */
const cutsName = ({ at }: Border, column: number, placed: readonly Placed[]): boolean =>
  placed.some(
    ({ first, last, phrases }) =>
      first <= column &&
      last >= column &&
      phrases.some(({ baseline, size }) => at < baseline - INTO_TEXT * size && at > baseline - INTO_HEAD * size),
  )

/** Whether a rule underlines a text: close below it, with the text's middle over it. */
const isUnder = (rule: Border, phrase: Phrase): boolean =>
  rule.at > phrase.baseline - INTO_TEXT * phrase.size &&
  rule.at - phrase.baseline <= UNDERLINE * phrase.size &&
  middle(phrase) > rule.from &&
  middle(phrase) < rule.to

/** Split a range of columns among texts, in order, so that the middles differ least; and the next best way. */
function sharesOf(phrases: readonly Phrase[], { first, last }: Range, borders: readonly number[]): readonly Way[] {
  const [phrase, ...more] = phrases
  if (phrase === undefined) return [{ ranges: [], cost: 0 }]
  const ends = more.length === 0 ? [last] : numbersFrom(first, last + 1 - more.length)
  const ways = ends.flatMap(end => {
    const own = Math.abs((itemAt(borders, first) + itemAt(borders, end + 1)) / 2 - middle(phrase))
    return sharesOf(more, { first: end + 1, last }, borders).map(rest => ({
      ranges: [{ first, last: end }, ...rest.ranges],
      cost: own + rest.cost,
    }))
  })
  return ways.sort((a, b) => a.cost - b.cost).slice(0, 2)
}

/** Whether texts over one rule may share its columns otherwise: as well or nearly so, or one is far off the middle of its columns, as where the paper cut a group, or the rule is that of a row and no group's. */
function isClose([best, next]: readonly Way[], names: readonly Phrase[], below: Below): boolean {
  if (best === undefined) return false
  const size = Math.max(...names.map(name => name.size))
  const isFar = (range: Range, index: number): boolean => {
    const name = names[index]
    return name !== undefined && offCentre(name, range, below) > MOST_COST * size
  }
  return (next !== undefined && next.cost - best.cost < LEAST_LEAD * size) || best.ranges.some(isFar)
}

import { unionAll } from '../geometry.ts'
import { isMoneyUnit, moneyOf } from './amount.ts'
import { isElided } from './money-words.ts'
import { BASE, FIGURE, isNow, isOfBudget, type ProseFact, type ProseKind, type Subject } from './prose.ts'
import {
  type Antecedents,
  afterBracket,
  afterWords,
  antecedentsIn,
  lastIndex,
  referenceOf,
  spentOf,
  withAmount,
} from './prose-antecedents.ts'
import { type Labelled, labelled } from './prose-before.ts'
import { type Changed, changedBefore, isOfOther, NOTHING } from './prose-changed.ts'
import { classOfName, codeOf, itemOf, subjectOf, underHeading, withoutBracket } from './prose-label.ts'
import type { Paragraph } from './prose-lines.ts'
import { respective } from './prose-respective.ts'
import {
  BOUND,
  BOUND_BEHIND,
  CHANGE,
  COMPARED,
  COMPLETION,
  LESS,
  OF_LAST_YEAR,
  OVER_BUDGET,
  PARTS,
  PARTS_AT_ONCE,
  SAME,
  SHARE,
  SINCE_LAST,
  STAFF,
  STATED,
} from './prose-words.ts'

/** A figure, or the word in its place that says that nothing changed. */
const SAID = new RegExp(`${FIGURE.source}|${SAME.source}`, 'gu')
/** Words behind a comparing word that make it a comparison of years. */
const COMPARES = /增|减|持平|相同|相比|下降|一致/
/** What a change is of stands before one of these, or before its own words. */
const COMPARING =
  /同比|[比较与同和](?:上年|去年|上一年|年初|全年|预算|20\d\d年)|(?:各|均|分别|负)?(?:增|减|上升|提高|下降|降低|压减|压缩|节约|节支|[升降]幅)/
/** A sentence in its place in the text. */
export interface Sentence {
  readonly text: string
  /** Where it starts in its paragraph. */
  readonly from: number
  readonly paragraph: Paragraph
  readonly section: string
  /** The 科目 that its item is about. */
  readonly about: Subject | null
  /** What money the heading right before it names; '' where none stands there. */
  readonly titled: string
  readonly index: number
  /** The first sentence of its paragraph. */
  readonly first: number
  /** The amount, by its place among the facts, whose parts are listed by sentences of which this is one; null when it is of no such list. */
  readonly listed: number | null
}

/** Where `from`…`to` of a paragraph stands; the page of its first character. */
function placeOf(paragraph: Paragraph, from: number, to: number): Pick<ProseFact, 'page' | 'box' | 'source'> {
  const characters = paragraph.characters.slice(from, to)
  const [first] = characters
  if (!first) throw new Error(`no characters ${from}–${to} of ${paragraph.text.length}`)
  const same = characters.filter(character => character.page === first.page)
  return {
    page: first.page,
    box: unionAll(same.map(character => character.box)),
    source: characters.some(character => character.source === 'ocr') ? 'ocr' : 'pdf',
  }
}

function kindOf(unit: string, label: string): ProseKind | null {
  if (unit === '%')
    return COMPLETION.test(label) ? 'completion' : SHARE.test(label) ? 'share' : CHANGE.test(label) ? 'growth' : null
  if (unit === '倍') return CHANGE.test(label) ? 'growth' : null
  if (unit === '个百分点') return null
  if (unit === '个' || unit === '辆' || unit === '台') return 'count'
  if (unit === '名' || unit === '人') return STAFF.test(label) ? 'count' : null
  return CHANGE.test(label) ? 'change' : 'amount'
}

/** A fact of a sentence that only quotes it: what stands at a match, no figure read. */
const quoted = ({ text, from, paragraph, section, index }: Sentence, match: RegExpExecArray) =>
  ({
    subject: '',
    item: null,
    code: null,
    classCode: null,
    before: text,
    section,
    text: match[0],
    unit: '',
    fen: null,
    step: 0n,
    told: 0n,
    direction: null,
    sentence: index,
    of: null,
    whole: null,
    aside: false,
    ...placeOf(paragraph, from + match.index, from + match.index + match[0].length),
  }) as const

/** What a sentence says there is none of, and that it names a basis of percentages. */
export const statementsOf = (sentence: Sentence): ProseFact[] =>
  STATED.flatMap(([pattern, kinds]) => {
    const match = pattern.exec(sentence.text)
    return match ? [{ ...quoted(sentence, match), kind: 'statement', label: kinds.join(' '), value: '' }] : []
  })

/** The years a sentence compares with. */
export const yearsOf = (sentence: Sentence): ProseFact[] =>
  [...sentence.text.matchAll(COMPARED)].flatMap(match => {
    const label = sentence.text.slice(match.index, match.index + 60)
    return COMPARES.test(label) ? [{ ...quoted(sentence, match), kind: 'year', label, value: match[1] ?? '' }] : []
  })

/** A figure of a text, or the word that nothing changed, with the words since the figure before. */
interface Said {
  readonly match: RegExpExecArray
  readonly words: string
  /** The text behind it. */
  readonly behind: string
}

/** What a text says in figures; that nothing changed is no figure. */
function* saidIn(text: string): Generator<Said> {
  let end = 0
  for (const match of text.matchAll(SAID)) {
    const words = text.slice(end, match.index)
    const behind = text.slice(match.index + match[0].length)
    if (match[2] !== undefined) end = match.index + match[0].length
    yield { match, words, behind }
  }
}

/** The first fact that a sentence may refer to: of the sentence before, or, where parts follow the reasons of a figure, of the one that told it: 支出合计…,主要原因是…。成本增大。其中:…. */
function startOf({ text, index, first }: Sentence, earlier: readonly ProseFact[]): number {
  const told = PARTS_AT_ONCE.test(text) ? (earlier.findLast(isNow)?.sentence ?? 0) : index
  const from = Math.min(index - 1, Math.max(told, first))
  return earlier.findLastIndex(({ sentence }) => sentence < from) + 1
}

/** A sentence that is being read: the facts before it, which it may refer to by index, from `start`, and its figures so far. */
interface Reading {
  readonly sentence: Sentence
  readonly earlier: readonly ProseFact[]
  readonly start: number
  readonly figures: ProseFact[]
}

const factAt = ({ earlier, figures }: Reading, at: number | null): ProseFact | undefined =>
  at === null ? undefined : (earlier[at] ?? figures[at - earlier.length])

/** The figures of a sentence; `earlier` are the facts before them. */
export function figuresOf(sentence: Sentence, earlier: readonly ProseFact[]): ProseFact[] {
  const start = startOf(sentence, earlier)
  const reading: Reading = { sentence, earlier, start, figures: [] }
  let known: Antecedents = { ...antecedentsIn(earlier.slice(start), start), whole: sentence.listed }
  for (const said of saidIn(sentence.text)) known = take(reading, knownBehind(reading, known, said), said)
  return respective(reading.figures, earlier.length)
}

/** What can be referred to behind the words before a figure. */
function knownBehind({ earlier, start, figures }: Reading, last: Antecedents, { words }: Said): Antecedents {
  const known = figures.length === 0 && !PARTS.test(words) ? { ...last, amount: null } : last
  return afterWords(words, afterBracket(words, known), () => lastIndex([...earlier.slice(start), ...figures], start, isCount))
}

/** The amount that a change is of: the one before it in its sentence, else one before the sentence. */
const changed = ({ sentence, earlier }: Reading, { amount, aside }: Antecedents, change: Changed): number | null =>
  amount ?? (aside ? null : changedBefore(change, earlier, Math.min(sentence.first, sentence.index - 1)))

/** Takes a figure among those of a sentence; gives what can be referred to behind it. */
function take(reading: Reading, before: Antecedents, { match, words, behind }: Said): Antecedents {
  const { sentence, earlier, figures } = reading
  const { listed } = sentence
  const { label, named, moved } = labelled(words, match[2], figures.at(-1))
  const isNext = listed !== null && words.includes(';') && before.whole === null && !BASE.test(label)
  const known = isNext ? { ...before, whole: listed } : before
  if (match[2] === undefined) {
    const of = SINCE_LAST.test(label)
      ? changed(reading, known, { ...NOTHING, name: changedIn(label), before: sentence.text.slice(0, match.index) })
      : null
    const amount = factAt(reading, of)
    if (amount) figures.push({ ...unchanged(sentence, match, amount), label, of, aside: known.aside })
    return known
  }
  const bracketed = words === '(' && match[2] === '%' ? changeBefore(figures, match) : null
  const kind = bracketed ? 'growth' : moved === 'to' ? 'amount' : kindOf(match[2], withoutBracket(label))
  if (kind === null) return known
  const figure = figureAt(sentence, match, { kind, label, named })
  const isListed = kind === 'amount' && listed !== null && known.whole === listed
  const isPart = moved !== 'from' && !OF_LAST_YEAR.test(label) && !(isListed && isBesideAccount(label, behind))
  const isChange = kind === 'change' || kind === 'growth'
  const own = kind === 'completion' ? spentOf([...earlier, ...figures], known.amount, sentence.first) : known.amount
  const amount = isChange ? changed(reading, known, { ...figure, name: figure.subject, behind }) : own
  const to = { ...known, amount, whole: isPart ? known.whole : null }
  const reference = referenceOf(figure, to, factAt(reading, known.wholeCount))
  if (isOfOther(figure, factAt(reading, reference.of))) {
    figures.push({ ...figure, aside: known.aside })
    return { ...known, amount: null }
  }
  const read = { ...figure, ...reference, aside: known.aside || isBound(figure, behind) }
  const last = figures.at(-1)
  const isRate = kind === 'growth' && reference.of === null && last?.kind === 'change'
  const fact = withSubject(read, kind === 'amount' || isRate ? last : factAt(reading, reference.of))
  figures.push(bracketed ? { ...fact, direction: bracketed.direction } : fact)
  const next = { ...known, amount, whole: isListed && isPart ? null : known.whole }
  return isNow(fact) ? withAmount(next, earlier.length + figures.length - 1, fact) : next
}

const isCount = ({ kind }: ProseFact): boolean => kind === 'count'

/** Whether the account stands behind the budget: of 年初预算为…,支出决算为… it is the part of a list. */
const isBesideAccount = (label: string, behind: string): boolean => isOfBudget(label) && /决算/.test(behind)

/** Whether an amount is told as a bound of another. */
const isBound = ({ kind, label }: ProseFact, behind: string): boolean =>
  kind === 'amount' && (BOUND.test(label) || BOUND_BEHIND.test(behind))

/** A figure whose name is left out is of what the one before it is called: 公务接待费支出预算为9.84万元,支出决算为6.14万元,比上年减少…; 购置车辆2辆、57万元; 公务接待费减少0.17万元,下降14.91%. */
function withSubject(fact: ProseFact, before: ProseFact | undefined): ProseFact {
  if (!before || (fact.kind !== 'amount' && fact.kind !== 'change' && fact.kind !== 'growth')) return fact
  const isSpent = before.kind === 'amount' && isOfBudget(before.label) && !isOfBudget(fact.label)
  const isPriced = before.kind === 'count' && fact.label === ''
  const isLeftOut = fact.kind === 'amount' ? isElided(fact.subject) && (isSpent || isPriced) : fact.subject === ''
  return isLeftOut ? { ...fact, subject: before.subject } : fact
}

/** The change right before a per cent in brackets that says how much it is: 减少25.00万元(42.76%). */
function changeBefore(figures: readonly ProseFact[], { input, index }: RegExpExecArray): ProseFact | null {
  const last = figures.at(-1)
  return last?.kind === 'change' && input.slice(0, index - 1).endsWith(last.text) ? last : null
}

/** Which way a figure says that something went; of what was spent of a budget the words behind it say so, before the next figure. */
function directionOf(kind: ProseKind, label: string, behind: string): ProseFact['direction'] {
  if (kind === 'change' || kind === 'growth') return LESS.test(CHANGE.exec(label)?.[1] ?? label) ? 'less' : 'more'
  const [, more, less] = (kind === 'completion' && OVER_BUDGET.exec(behind)) || []
  return more ? 'more' : less ? 'less' : null
}

/** A change of nothing, by name and unit that of the amount that is said to be that of the year before. */
const unchanged = (sentence: Sentence, match: RegExpExecArray, { subject, unit, step }: ProseFact) => ({
  ...quoted(sentence, match),
  subject,
  ...({ kind: 'change', before: sentence.text.slice(0, match.index), direction: 'same' } as const),
  ...{ value: '0', unit, fen: 0n, step },
})

/** What the words before a change say that changed. */
const changedIn = (label: string): string => subjectOf(label.split(COMPARING)[0] ?? '')

/** A figure by itself, as it is printed behind its label, by the words of that which name it. */
function figureAt(
  sentence: Sentence,
  match: RegExpExecArray,
  { kind, label, named: name }: Pick<Labelled, 'label' | 'named'> & Pick<ProseFact, 'kind'>,
): ProseFact {
  const [, digits = '', unit = ''] = match
  const before = sentence.text.slice(0, match.index)
  const money = isMoneyUnit(unit) ? moneyOf(digits, unit) : null
  const own = kind === 'change' || kind === 'growth' ? changedIn(label) : subjectOf(name)
  // 公务用车购置和运行维护费。2026年预算数…: the heading says the name.
  const subject = kind === 'amount' && before === label && isElided(own) ? sentence.titled || own : own
  // 1.卫生健康支出(类)…(项)。年初预算为…: what the item names is what its amounts without a name are of.
  const named = kind === 'amount' ? itemOf(before) : null
  const item = named ? underHeading(named, sentence.section) : kind === 'amount' && isElided(subject) ? sentence.about : null
  const classCode = classOfName(subject)
  return {
    ...quoted(sentence, match),
    kind,
    label,
    subject,
    item,
    code: item ? codeOf(item) : classCode,
    classCode,
    before,
    value: digits.replaceAll(',', ''),
    unit,
    fen: money?.fen ?? null,
    ...{ step: money?.step ?? 0n, told: money?.step ?? 0n },
    direction: directionOf(kind, label, sentence.paragraph.text.slice(sentence.from + match.index + match[0].length)),
  }
}

import { coreOf, isElided } from '../columns/money-words.ts'
import {
  type Antecedents,
  afterBracket,
  afterWords,
  antecedentsIn,
  lastIndex,
  referenceOf,
  spentOf,
  withAmount,
} from './antecedents.ts'
import { type Labelled, labelled } from './before.ts'
import { type Changed, changedBefore, isOfOther, NOTHING, partOrWhole, thanAmount, unsaidChange } from './changed.ts'
import { areOfBatches, changedIn, figureAt, kindOf, quoted, type Sentence, unchanged } from './figure.ts'
import { subjectOf, withoutBracket } from './label.ts'
import { LEXICON } from './lexicon.ts'
import { isPhrase, startOf } from './phrase.ts'
import {
  areOfTwoYears,
  CAUSE_TOLD,
  FIGURE,
  isBase,
  isCompared,
  isNow,
  isOfBudget,
  isOfLastYear,
  isReached,
  isTold,
  isWholeOfShare,
  type ProseFact,
} from './prose.ts'
import { respective, toldOfEach } from './respective.ts'
import { BOUND, BOUND_BEHIND, CAUSE, COMPARED, PARTS, PARTS_AT_ONCE, STATED } from './words.ts'

/** A figure, or the word in its place that says that nothing changed; what is 基本持平 may have. */
const SAID = new RegExp(`${FIGURE.source}|(?<!基本|大致|大体|总体)(?:${LEXICON.S.replaceAll(' ', '|')})`, 'gu')
/** Words behind a comparing word that make it a comparison of years. */
const COMPARES = /增|减|持平|相同|相比|下降|一致/

/** What a sentence says there is none of, and that it names a basis of percentages. */
export const statementsOf = (sentence: Sentence): ProseFact[] =>
  STATED.flatMap(([pattern, kinds]) => {
    const match = pattern.exec(sentence.text)
    return match ? [{ ...quoted(sentence, match), kind: 'statement', label: kinds.join(' '), value: '' }] : []
  })

/** That a sentence tells why money changed, which way, and what the money is called; 增减 is either way. */
export function causesOf(sentence: Sentence): ProseFact[] {
  // Of many sentences few tell a cause, and the words before one are looked for from every place.
  const match = sentence.text.includes('原因') ? CAUSE.exec(sentence.text) : null
  const words = match?.[1] ?? ''
  const direction = isPhrase(words, 'less') ? 'less' : 'more'
  if (!match || !isPhrase(words, 'change') || /增.*[减降]|[减降].*增/.test(words)) return []
  const own = { kind: 'statement', label: CAUSE_TOLD, value: '', before: sentence.text.slice(0, match.index) } as const
  return [{ ...quoted(sentence, match), ...own, subject: changedIn(words), direction }]
}

/** The years a sentence compares with. */
export const yearsOf = (sentence: Sentence): ProseFact[] =>
  [...sentence.text.matchAll(COMPARED)].flatMap(match => {
    const label = sentence.text.slice(match.index, match.index + 60)
    return COMPARES.test(label) ? [{ ...quoted(sentence, match), kind: 'year', label, value: match[1] ?? '' }] : []
  })

/** 与上年决算数基本支出持平 tells of that year, words further behind it no more. */
const LONGEST_SINCE = 18

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
function firstOf({ text, index, first }: Sentence, earlier: readonly ProseFact[]): number {
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

/** How it is told what the amounts behind are parts of, by its name: 收入当中, 总支出里. */
const WHOLE_NAMED = /(?:^|;)(?:\([^()]*\))?(?!其中)([^#,;:。()\d]{2,8}?)(?:当|之)?[中里],/

/** The figures of a sentence; `earlier` are the facts before them. */
export function figuresOf(sentence: Sentence, earlier: readonly ProseFact[]): ProseFact[] {
  const start = firstOf(sentence, earlier)
  const reading: Reading = { sentence, earlier, start, figures: [] }
  let known: Antecedents = { ...antecedentsIn(earlier.slice(start), start), whole: sentence.listed }
  for (const said of saidIn(sentence.text)) known = take(reading, knownBehind(reading, known, said), said)
  return respective(reading.figures, earlier, start)
}

/** What can be referred to behind the words before a figure. */
function knownBehind({ earlier, start, figures }: Reading, last: Antecedents, { words }: Said): Antecedents {
  const facts = [...earlier.slice(start), ...figures]
  const known = figures.length === 0 && !PARTS.test(words) ? { ...last, amount: null } : last
  const behind = afterWords(words, afterBracket(words, known), () => lastIndex(facts, start, isCount))
  const name = coreOf(subjectOf(WHOLE_NAMED.exec(figures.length === 0 ? words : `#${words}`)?.[1] ?? ''))
  if (name === '') return behind
  return { ...behind, whole: lastIndex(facts, start, fact => isNow(fact) && coreOf(fact.subject) === name) }
}

/** The amount that a change is of: the one before it in its sentence, else one before the sentence. */
function changed({ sentence, earlier, figures }: Reading, { amount, aside }: Antecedents, change: Changed): number | null {
  const facts = [...earlier, ...figures]
  if (amount !== null) return partOrWhole(change, amount, facts)
  return aside ? null : changedBefore(change, facts, Math.min(sentence.first, sentence.index - 1))
}

/** A figure by its words, and, where these do not tell what it is, by the figures around it; null where it is none that anybody asks for. */
function figureOf(reading: Reading, known: Antecedents, { match, words }: Said, around: Labelled): ProseFact | null {
  const { sentence, figures } = reading
  const unit = match[2] ?? ''
  const bracketed = unit === '%' && RATE_BESIDE.test(words) ? changeBefore(figures, match) : null
  const own = areOfBatches(unit, words, figures.at(-1)) ? 'count' : kindOf(unit, withoutBracket(around.label))
  const kind = bracketed ? 'growth' : around.moved === 'to' ? 'amount' : own
  if (kind === null) return null
  const figure = figureAt(sentence, match, { kind, label: around.label, named: around.named })
  if (bracketed) return { ...figure, direction: bracketed.direction }
  const now = factAt(reading, known.amount)
  return words === '' ? unsaidChange(figure, figures.at(-1), now) : thanAmount(figure, now)
}

/** Takes a figure among those of a sentence; gives what can be referred to behind it. */
function take(reading: Reading, before: Antecedents, said: Said): Antecedents {
  const { match, words, behind } = said
  const { sentence, earlier, figures } = reading
  const { listed } = sentence
  const around = labelled(words, match[2], figures.at(-1))
  const { label, moved } = around
  const isNext = listed !== null && words.includes(';') && before.whole === null && !isBase(label)
  const known = isNext ? { ...before, whole: listed } : before
  if (match[2] === undefined) {
    takeUnchanged(reading, known, { match, label })
    return known
  }
  const figure = figureOf(reading, known, said, around)
  if (figure === null) return known
  const { kind } = figure
  const isListed = kind === 'amount' && listed !== null && known.whole === listed
  const isPart = moved !== 'from' && !isOfLastYear(label) && !(isListed && isBesideAccount(label, behind))
  const isChange = kind === 'change' || kind === 'growth'
  const own = kind === 'completion' ? spentOf([...earlier, ...figures], known.amount, sentence.first) : known.amount
  const amount = isChange ? changed(reading, known, { ...figure, name: figure.subject, behind }) : own
  const to = { ...known, amount, whole: isPart ? known.whole : null }
  const reference = referenceIn(reading, figure, to)
  const aside = known.aside || figure.aside || isBound(figure, behind)
  if (isOfOther(figure, factAt(reading, reference.of))) {
    figures.push({ ...figure, aside })
    return { ...known, amount: null }
  }
  const read = { ...figure, ...reference, aside }
  const last = figures.at(-1)
  const fact = withSubject(read, namedBeside(reading, read, known.amount))
  figures.push(fact)
  const purpose = known.purpose && kind === 'count'
  const within = (kind === 'amount' && isPart ? reference.whole : null) ?? known.whole
  const next = { ...known, purpose, amount, whole: isListed && isPart ? null : within }
  return isTold(fact, last) ? withAmount(next, earlier.length + figures.length - 1, fact) : next
}

/** The figure whose name is that of one without: the amount that it speaks of, or the one told before it in its sentence. */
function namedBeside(reading: Reading, { kind, label, of }: ProseFact, amount: number | null): ProseFact | undefined {
  const { earlier, figures } = reading
  const last = figures.at(-1)
  const isRate =
    last?.kind === 'change' ? kind === 'growth' || isPhrase(label, 'base') : last?.kind === 'growth' && isPhrase(label, 'base')
  if ((kind === 'change' || kind === 'growth') && !(of === null && (isRate || (last !== undefined && isCompared(last)))))
    return factAt(reading, of)
  if (kind === 'count' && of !== null) return factAt(reading, of)
  if (kind !== 'amount' || last?.kind === 'count' || isPhrase(label, 'restated')) return last
  return (amount !== null && amount >= earlier.length ? factAt(reading, amount) : undefined) ?? figures.findLast(isNamed)
}

/** Takes the word that nothing changed since the year before, of each amount that is known that did not. */
function takeUnchanged(
  reading: Reading,
  known: Antecedents,
  { match, label }: Pick<Said, 'match'> & Pick<ProseFact, 'label'>,
): void {
  const { sentence, earlier, figures } = reading
  const since = startOf(label, 'since')
  if (since < 0 || label.length - since > LONGEST_SINCE) return
  const before = sentence.text.slice(0, match.index)
  const of = toldOfEach([...earlier, ...figures], earlier.length, label)
  const ofs = of.length > 1 ? of : [changed(reading, known, { ...NOTHING, name: changedIn(label), before })]
  for (const at of ofs) {
    const amount = factAt(reading, at)
    if (amount) figures.push({ ...unchanged(sentence, match, amount), label, of: at, aside: known.aside })
  }
}

/** What a figure refers to: a number that became more or less the last one of its unit, which it is no part of. */
function referenceIn(reading: Reading, figure: ProseFact, known: Antecedents): Pick<ProseFact, 'of' | 'whole'> {
  const { earlier, figures } = reading
  const last = figures.at(-1)
  if (figure.kind === 'share' && last !== undefined && isWholeOfShare(last) && figure.label.startsWith(last.label))
    return { of: known.amount, whole: earlier.length + figures.length - 1 }
  if (figure.kind !== 'count' || figure.direction === null)
    return withinWhole(reading, figure, referenceOf(figure, known, factAt(reading, known.wholeCount)))
  const isCounted = (fact: ProseFact): boolean => isCount(fact) && fact.direction === null && fact.unit === figure.unit
  return { of: lastIndex(figures, earlier.length, isCounted), whole: null }
}

/** What a figure is a part of: of more than the amount right before 其中 that one's own whole, of 总额9万元:货物5万元、服务4万元;其中一般公共预算6万元. */
function withinWhole(reading: Reading, { fen }: ProseFact, reference: Pick<ProseFact, 'of' | 'whole'>): typeof reference {
  const part = factAt(reading, reference.whole)
  const whole = factAt(reading, part?.whole ?? null)
  if (fen === null || part?.fen == null || whole?.fen == null) return reference
  return fen > part.fen && fen <= whole.fen ? { ...reference, whole: part.whole } : reference
}

const isCount = ({ kind }: ProseFact): boolean => kind === 'count'

/** Whether the account stands behind the budget: of 年初预算为…,支出决算为… it is the part of a list. */
const isBesideAccount = (label: string, behind: string): boolean => isOfBudget(label) && /决算/.test(behind)

/** Whether an amount or a number is told as a bound of another, how far one is from a target, or by what or to what, which nobody can tell, it went, 比上年减少为0.40万元; what stands behind a number may be a second unit: 0台/套. */
const isBound = ({ kind, label }: ProseFact, behind: string): boolean =>
  BOUND.test(label) ||
  (kind === 'amount' && BOUND_BEHIND.test(behind)) ||
  (kind === 'change' && (isPhrase(label, 'gap') || isReached(label)))

/** Whether two numbers told together count the same, as units that differ do: 接待20批次、160人次. */
const isSameCounted = ({ unit }: ProseFact, before: ProseFact): boolean => before.kind === 'count' && before.unit !== unit

/** Whether a figure tells what the next one may be of, and no percentage. */
const isNamed = ({ kind, subject }: ProseFact): boolean => kind !== 'share' && kind !== 'completion' && coreOf(subject) !== ''

/** The words of an amount that say nothing but how it is told once more. */
const isToldAgain = (label: string): boolean =>
  isPhrase(label, 'from') || isPhrase(label, 'to') || (isPhrase(label, 'again') && !isBase(label))

/** A name without the budget at its end: what was spent of 设备购置年初预算 is 设备购置. */
function withoutBudget(name: string): string {
  const rest = name.slice(0, Math.max(0, startOf(name, 'ofBudget')))
  return coreOf(rest) === '' ? name : rest
}

/** Whether an amount of another year has only the end of the name before it: 2010年出国费财政拨款支出2688万元,2011年财政拨款预算2281万元. */
function isShortened(fact: ProseFact, before: ProseFact): boolean {
  const [own, name] = [fact, before].map(({ subject }) => coreOf(subject).replace(/支出$/, '')) as [string, string]
  return areOfTwoYears(fact, before) && own !== '' && name !== own && name.endsWith(own)
}

/** A figure whose name is left out is of what the one before it is called: 公务接待费支出预算为9.84万元,支出决算为6.14万元,比上年减少…; 购置车辆2辆、57万元; 三公经费预算数为7.61万元,2025年预算数为9.23万元; 公务接待费减少0.17万元,下降14.91%. */
function withSubject(fact: ProseFact, before: ProseFact | undefined): ProseFact {
  if (
    !before ||
    fact.kind === 'share' ||
    fact.kind === 'completion' ||
    (fact.kind === 'count' && fact.of === null && !isSameCounted(fact, before))
  )
    return fact
  const isSpent = before.kind === 'amount' && isOfBudget(before.label) && !isOfBudget(fact.label)
  const isPriced = before.kind === 'count' && fact.label === ''
  const isAgain = isPhrase(fact.subject, 'uncalled') && fact.item === null && isToldAgain(fact.label)
  const isLeftOut =
    fact.kind === 'amount'
      ? isAgain || isShortened(fact, before) || (isElided(fact.subject.replace(/^实际/, '')) && (isSpent || isPriced))
      : fact.subject === ''
  const subject = fact.kind === 'amount' && isPhrase(fact.label, 'spent') ? withoutBudget(before.subject) : before.subject
  return isLeftOut && coreOf(subject) !== '' ? { ...fact, subject } : fact
}

/** What stands between a change and the per cent that it is: 减少25.00万元(42.76%), 减少130万元、4.76%, 即4.76%. */
const RATE_BESIDE = /(?:^|(?<=元))(?:[(、]|,?即)$/

/** The change right before a per cent that says how much it is. */
function changeBefore(figures: readonly ProseFact[], { input, index }: RegExpExecArray): ProseFact | null {
  const last = figures.at(-1)
  return last?.kind === 'change' && input.slice(0, index).replace(RATE_BESIDE, '').endsWith(last.text) ? last : null
}

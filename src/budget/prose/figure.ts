import { unionAll } from '../../geometry.ts'
import { isElided } from '../columns/money-words.ts'
import { isMoneyUnit, moneyOf } from '../money/amount.ts'
import type { Labelled } from './before.ts'
import { classOfName, codeOf, itemOf, namedBehind, subjectOf, topicOf, underHeading, withoutBracket } from './label.ts'
import type { Paragraph } from './lines.ts'
import { isPhrase, startOf } from './phrase.ts'
import { FIGURE, isReached, type ProseFact, type ProseKind, type Subject, unmarked } from './prose.ts'
import { ASIDE, COUNTED, COUNTED_OF, OF_BATCH, OVER_BUDGET, STAFF, TRAVEL } from './words.ts'

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
function placeOf(paragraph: Paragraph, from: number, to: number): Pick<ProseFact, 'page' | 'box' | 'source' | 'doubtful'> {
  const characters = paragraph.characters.slice(from, to)
  const [first] = characters
  if (!first) throw new Error(`no characters ${from}–${to} of ${paragraph.text.length}`)
  const same = characters.filter(character => character.page === first.page)
  return {
    page: first.page,
    box: unionAll(same.map(character => character.box)),
    source: characters.some(character => character.source === 'ocr') ? 'ocr' : 'pdf',
    ...(characters.some(({ doubtful }) => doubtful) && { doubtful: true as const }),
  }
}

/** How many times people came or went, or in how many groups. */
const isOfBatches = ({ kind, unit, subject }: ProseFact): boolean =>
  kind === 'count' && (/^批/.test(unit) || (/^[个次]$/.test(unit) && /团组|出[国访境]|接待/.test(subject)))

/** Whether people are told of the figure before them, by the words between: 接待8批次,92人. */
export const areOfBatches = (unit: string, words: string, last: ProseFact | undefined): boolean =>
  (unit === '人' || unit === '名') && last !== undefined && isOfBatches(last) && OF_BATCH.test(words)

/** What a figure in a unit is, by the words before it; null where it is none that anybody asks for. */
export function kindOf(unit: string, label: string): ProseKind | null {
  if (unit === '%')
    return isPhrase(label, 'completion')
      ? 'completion'
      : isPhrase(label, 'share')
        ? 'share'
        : isPhrase(label, 'change')
          ? 'growth'
          : null
  if (unit === '倍') return isPhrase(label, 'change') ? 'growth' : null
  if (unit === '个百分点') return null
  if (unit === '名' || unit === '人') return STAFF.test(label) ? 'count' : null
  if (!isMoneyUnit(unit)) return 'count'
  const isChange = isPhrase(label, 'change') || isPhrase(label, 'gap')
  return isChange && (isPhrase(label, 'compared') || !isReached(label)) ? 'change' : 'amount'
}

/** A fact of a sentence that only quotes it: what stands at a match, no figure read. */
export const quoted = ({ text, from, paragraph, section, index }: Sentence, match: RegExpExecArray) =>
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

/** Which way a figure says that something went, be it money or a number; of what was spent of a budget the words behind it say so, before the next figure. */
function directionOf(kind: ProseKind, label: string, behind: string): ProseFact['direction'] {
  if (kind === 'change' || kind === 'growth' || (kind === 'count' && isPhrase(label, 'compared')))
    return label.includes('增减') ? null : isPhrase(withoutBracket(label), 'less') ? 'less' : 'more'
  const [, more, less] = (kind === 'completion' && OVER_BUDGET.exec(behind)) || []
  return more ? 'more' : less ? 'less' : null
}

/** A change of nothing, by name and unit that of the amount that is said to be that of the year before. */
export const unchanged = (sentence: Sentence, match: RegExpExecArray, { subject, unit, step }: ProseFact) => ({
  ...quoted(sentence, match),
  subject,
  ...({ kind: 'change', before: sentence.text.slice(0, match.index), direction: 'same' } as const),
  ...{ value: '0', unit, fen: 0n, step },
})

/** What the words before a change say that changed. */
export function changedIn(label: string): string {
  const behind = startOf(label, 'changedBehind')
  const name = behind < 0 ? '' : subjectOf(label.slice(behind))
  if (!isElided(name)) return name
  const at = startOf(label, isPhrase(label, 'gap') ? 'gap' : 'changing')
  return subjectOf(at < 0 ? label : label.slice(0, at))
}

/** What is counted where it stands behind the figure: 下设|4个二级预算单位; '' where it does not. */
function countedBehind(label: string, behind: string): string {
  const [, counted = ''] = COUNTED.exec(behind) ?? TRAVEL.exec(behind) ?? []
  return counted && `${COUNTED_OF.exec(label)?.[0] ?? ''}${unmarked(counted)}`
}

/** The clause right before a label, where no figure stands in it. */
const CLAUSE = /(?:^|[,;:。])([^,;:。]*)[,:]$/

/** How a clause ends that compares with another time. */
const COMPARES = /(?:与|同|和|较|比)(?:上年|去年|20\d\d年)[^,;:。]{0,6}相比$/

/** What names an amount whose own words do not: the clause or the heading before them, or what stands behind it. */
function namedAround(
  { titled }: Sentence,
  { before, label, behind }: Readonly<Record<'before' | 'label' | 'behind', string>>,
): string {
  const clause = CLAUSE.exec(before)?.[1] ?? ''
  const topic = clause.search(FIGURE) < 0 ? topicOf(clause) : ''
  return topic || (before === '' && titled) || (isPhrase(label, 'again') ? '' : namedBehind(behind))
}

/** What changed by the clause before a change that only compares it: 支出决算与上年相比,增加…; '' where that says more, or no name. */
function comparedBefore(before: string): string {
  const clause = CLAUSE.exec(before)?.[1] ?? ''
  return clause.search(FIGURE) < 0 && !ASIDE.test(clause) && COMPARES.test(clause) ? changedIn(clause) : ''
}

/** A figure by itself, as it is printed behind its label, by the words of that which name it. */
export function figureAt(
  sentence: Sentence,
  match: RegExpExecArray,
  { kind, label, named: name }: Pick<Labelled, 'label' | 'named'> & Pick<ProseFact, 'kind'>,
): ProseFact {
  const [, digits = '', unit = ''] = match
  const before = sentence.text.slice(0, match.index)
  const money = isMoneyUnit(unit) ? moneyOf(digits, unit) : null
  const behind = sentence.text.slice(match.index + match[0].length)
  const direction = directionOf(kind, label, sentence.paragraph.text.slice(sentence.from + match.index + match[0].length))
  const around = { before: before.slice(0, before.length - label.length), label, behind }
  const own = direction !== null && kind !== 'completion' ? changedIn(label) || comparedBefore(around.before) : subjectOf(name)
  const subject =
    (kind === 'count' && countedBehind(label, unit + behind)) ||
    (kind === 'amount' && isElided(own) && namedAround(sentence, around)) ||
    own
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
    direction,
  }
}

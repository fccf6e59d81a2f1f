import { unionAll } from '../geometry.ts'
import { moneyOf } from './amount.ts'
import type { ProseFact, ProseKind } from './prose.ts'
import { classOfName, codeOf, itemOf, subjectOf } from './prose-label.ts'
import type { Paragraph } from './prose-lines.ts'
import { ASIDE, BASE, CHANGE, COMPARED, EMPTY, GOES_ON, LESS, PARTS, SAME, SHARE, SINCE_LAST, STAFF } from './prose-words.ts'

export const FIGURE = /(\d[\d,]*(?:\.\d+)?)(亿元|万元|千元|元|%|个百分点|个|辆|名|人(?!次))/g
/** A figure, or the word in its place that says that nothing changed. */
const SAID = new RegExp(`${FIGURE.source}|${SAME.source}`, 'g')
const OF_SIDE = /(?:收入|支出)(?:主要)?(?:包括|包含)/
/** Words behind a comparing word that make it a comparison of years. */
const COMPARES = /增|减|持平|相同|相比|下降|一致/
/** A label starts behind one of these. */
const BOUNDARY = /[,;:、。()]/

/** A sentence in its place in the text. */
export interface Sentence {
  readonly text: string
  /** Where it starts in its paragraph. */
  readonly from: number
  readonly paragraph: Paragraph
  /** The headings it stands under. */
  readonly section: string
  /** Its number in the document. */
  readonly index: number
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

function labelBefore(before: string): string {
  const marks = [...before].map((character, at) => (BOUNDARY.test(character) ? at : -1)).filter(at => at >= 0)
  return before.slice((marks.at(-1) ?? -1) + 1)
}

/** What kind of figure stands behind a label. */
function kindOf(unit: string, label: string): ProseKind | null {
  if (unit === '%') return SHARE.test(label) ? 'share' : CHANGE.test(label) ? 'growth' : null
  if (unit === '个百分点') return null
  if (unit === '个' || unit === '辆') return 'count'
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
    direction: null,
    sentence: index,
    of: null,
    whole: null,
    aside: false,
    ...placeOf(paragraph, from + match.index, from + match.index + match[0].length),
  }) as const

/** What a sentence says there is none of. */
export const statementsOf = (sentence: Sentence): ProseFact[] =>
  EMPTY.flatMap(([pattern, kinds]) => {
    const match = pattern.exec(sentence.text)
    return match ? [{ ...quoted(sentence, match), kind: 'statement', label: kinds.join(' '), value: '' }] : []
  })

/** The years a sentence compares with. */
export const yearsOf = (sentence: Sentence): ProseFact[] =>
  [...sentence.text.matchAll(COMPARED)].flatMap(match => {
    const label = sentence.text.slice(match.index, match.index + 60)
    return COMPARES.test(label) ? [{ ...quoted(sentence, match), kind: 'year', label, value: match[1] ?? '' }] : []
  })

/** The earlier facts, by index, that the next figure of a sentence can refer to. */
interface Antecedents {
  /** The amount that a change or a share is of. */
  readonly amount: number | null
  /** The amount and the count that are being told in parts. */
  readonly whole: number | null
  readonly wholeCount: number | null
  /** Whether the figures are told in passing. */
  readonly aside: boolean
}

const lastIndex = (facts: readonly ProseFact[], isIt: (fact: ProseFact) => boolean): number | null => {
  const at = facts.findLastIndex(isIt)
  return at < 0 ? null : at
}

/** The antecedents behind the words before a figure. */
function afterWords(words: string, { amount, ...others }: Antecedents, counted: () => number | null): Antecedents {
  // 收入包括…；支出包括… lists parts of something that is not said.
  if (PARTS.test(words)) return { amount, whole: OF_SIDE.test(words) ? null : amount, wholeCount: counted(), aside: false }
  return { amount, ...others, aside: others.aside || ASIDE.test(words) }
}

/** What a figure refers to: the amount it is a change or a share of, and the whole it is a part of. */
function referenceOf(kind: ProseKind, { amount, whole, wholeCount, aside }: Antecedents): Pick<ProseFact, 'of' | 'whole'> {
  if (kind === 'amount') return { of: null, whole: aside ? null : whole }
  if (kind === 'count') return { of: null, whole: aside ? null : wholeCount }
  return { of: amount, whole: null }
}

/** The figures of a sentence; `earlier` are the facts before them, which they may refer to by index. */
export function figuresOf(sentence: Sentence, earlier: readonly ProseFact[]): ProseFact[] {
  const { text, index } = sentence
  const figures: ProseFact[] = []
  const isOfBefore = (fact: ProseFact) => fact.kind === 'amount' && !fact.aside && fact.sentence === index - 1
  const counted = () => lastIndex([...earlier, ...figures], fact => fact.kind === 'count' && fact.sentence >= index - 1)
  let known: Antecedents = { amount: lastIndex(earlier, isOfBefore), whole: null, wholeCount: null, aside: false }
  let end = 0
  for (const match of text.matchAll(SAID)) {
    const words = text.slice(end, match.index)
    // The amount of the sentence before is taken up only where its parts follow at once, or a comparison and it is the only one.
    const goesOn = PARTS.test(words) || (GOES_ON.test(words) && earlier.filter(isOfBefore).length === 1)
    if (figures.length === 0 && !goesOn) known = { ...known, amount: null }
    known = afterWords(words, known, counted)
    const label = labelBefore(words)
    if (match[2] === undefined) {
      const [of, amount] = [known.amount, [...earlier, ...figures][known.amount ?? -1]]
      if (amount !== undefined && SINCE_LAST.test(label))
        figures.push({ ...unchanged(sentence, match, amount), label, of, aside: known.aside })
      continue
    }
    end = match.index + match[0].length
    const kind = kindOf(match[2], label)
    if (kind === null) continue
    figures.push({ ...figureAt(sentence, match, kind, label), ...referenceOf(kind, known), aside: known.aside })
    if (kind === 'amount' && !known.aside && !BASE.test(label))
      known = { ...known, amount: earlier.length + figures.length - 1 }
  }
  return figures
}

/** A change of nothing, in the unit of the amount that is said to be that of the year before. */
const unchanged = (sentence: Sentence, match: RegExpExecArray, { unit, step }: ProseFact) => ({
  ...quoted(sentence, match),
  ...({ kind: 'change', before: sentence.text.slice(0, match.index), direction: 'same' } as const),
  ...{ value: '0', unit, fen: 0n, step },
})

/** A figure by itself, as it is printed behind its label. */
function figureAt(sentence: Sentence, match: RegExpExecArray, kind: ProseKind, label: string): ProseFact {
  const [, digits = '', unit = ''] = match
  const before = sentence.text.slice(0, match.index)
  const money = unit.endsWith('元') ? moneyOf(digits, unit) : null
  const item = kind === 'amount' ? itemOf(before) : null
  // 1.卫生健康支出(类)…(项)。年初预算为…: what the heading names is what its amounts are of.
  const about = item ?? (kind === 'amount' ? itemOf(sentence.section.split(' > ').at(-1) ?? '') : null)
  const classCode = classOfName(subjectOf(label))
  return {
    ...quoted(sentence, match),
    kind,
    label,
    subject: subjectOf(label),
    item,
    code: about ? codeOf(about) : classCode,
    classCode,
    before,
    value: digits.replaceAll(',', ''),
    unit,
    fen: money?.fen ?? null,
    step: money?.step ?? 0n,
    direction: kind === 'change' || kind === 'growth' ? (LESS.test(label) ? 'less' : 'more') : null,
  }
}

import { unionAll } from '../geometry.ts'
import { moneyOf } from './amount.ts'
import type { ProseFact, ProseKind } from './prose.ts'
import { classOfName, itemOf, subjectOf } from './prose-label.ts'
import type { Paragraph } from './prose-lines.ts'
import { ASIDE, CHANGE, COMPARED, EMPTY, LESS, PARTS, SHARE } from './prose-words.ts'

const FIGURE = /(\d[\d,]*(?:\.\d+)?)(亿元|万元|千元|元|%|个百分点|个|辆)/g
const OF_SIDE = /(?:收入|支出)(?:主要)?(?:包括|包含)/
/** A label starts behind one of these. */
const BOUNDARY = /[,;:、。()]/
const HEADING: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十]+部分/, 0],
  [/^[一二三四五六七八九十]{1,3}、/, 1],
  [/^\([一二三四五六七八九十]{1,3}\)/, 2],
  [/^\d{1,2}[.、](?!\d)/, 3],
]

/** Brackets around 类, 款 and 项 do not end a label. */
const marked = (text: string): string =>
  text.replaceAll('(类)', '〔类〕').replaceAll('(款)', '〔款〕').replaceAll('(项)', '〔项〕')

interface Sentence {
  readonly text: string
  /** Where it starts in its paragraph. */
  readonly from: number
}

function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const match of text.matchAll(/。/g)) {
    sentences.push({ text: text.slice(from, match.index), from })
    from = match.index + 1
  }
  if (from < text.length) sentences.push({ text: text.slice(from), from })
  return sentences
}

/** The figures of a document's running text, in order. */
export function proseFacts(paragraphs: readonly Paragraph[]): ProseFact[] {
  const facts: ProseFact[] = []
  const headings: string[] = []
  let count = 0
  for (const paragraph of paragraphs) {
    const text = marked(paragraph.text)
    for (const sentence of sentencesOf(text)) {
      const heading = HEADING.find(([pattern]) => pattern.test(sentence.text))
      if (heading && (sentence.text.length < 40 || !FIGURE.test(sentence.text))) {
        headings.length = Math.min(headings.length, heading[1])
        headings[heading[1]] = sentence.text.slice(0, 40)
      }
      FIGURE.lastIndex = 0
      sentenceFacts(sentence, paragraph, headings.filter(Boolean).join(' > '), count++, facts)
    }
  }
  return facts
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
  return CHANGE.test(label) ? 'change' : 'amount'
}

function sentenceFacts(
  { text, from }: Sentence,
  paragraph: Paragraph,
  section: string,
  sentence: number,
  facts: ProseFact[],
): void {
  const place = (at: number, length: number) => placeOf(paragraph, from + at, from + at + length)
  const bare = {
    label: '',
    subject: '',
    item: null,
    classCode: null,
    before: text,
    section,
    unit: '',
    fen: null,
    step: 0n,
    direction: null,
    sentence,
    of: null,
    whole: null,
    aside: false,
  } as const
  for (const [pattern, kinds] of EMPTY) {
    const match = pattern.exec(text)
    if (match)
      facts.push({
        ...bare,
        kind: 'statement',
        label: kinds.join(' '),
        text: match[0],
        value: '',
        ...place(match.index, match[0].length),
      })
  }
  for (const match of text.matchAll(COMPARED)) {
    const rest = text.slice(match.index, match.index + 60)
    if (/增|减|持平|相同|相比|下降|一致/.test(rest))
      facts.push({
        ...bare,
        kind: 'year',
        label: rest,
        text: match[0],
        value: match[1] ?? '',
        ...place(match.index, match[0].length),
      })
  }
  let end = 0
  let current = facts.findLastIndex(fact => fact.kind === 'amount' && !fact.aside && fact.sentence === sentence - 1)
  let whole: number | null = null
  let wholeCount: number | null = null
  let aside = false
  let started = false
  for (const match of text.matchAll(FIGURE)) {
    const [printed, digits = '', unit = ''] = match
    const before = text.slice(0, match.index)
    const since = text.slice(end, match.index)
    const own = labelBefore(text.slice(end, match.index))
    const label = own
    const kind = kindOf(unit, label)
    if (PARTS.test(since)) {
      // 收入包括…；支出包括… lists parts of something that is not said.
      whole = current < 0 || OF_SIDE.test(since) ? null : current
      wholeCount = facts.findLastIndex(fact => fact.kind === 'count' && fact.sentence >= sentence - 1)
      aside = false
    } else if (!started) current = -1
    if (ASIDE.test(since) && !PARTS.test(since)) aside = true
    end = match.index + printed.length
    if (kind === null) continue
    started = true
    const money = unit.endsWith('元') ? moneyOf(digits, unit) : null
    facts.push({
      ...bare,
      kind,
      label,
      subject: subjectOf(label),
      item: kind === 'amount' ? itemOf(before) : null,
      classCode: classOfName(subjectOf(label)),
      before,
      text: printed,
      value: digits.replaceAll(',', ''),
      unit,
      fen: money?.fen ?? null,
      step: money?.step ?? 0n,
      direction: kind === 'change' || kind === 'growth' ? (LESS.test(label) ? 'less' : 'more') : null,
      aside,
      of: kind === 'amount' || kind === 'count' || current < 0 ? null : current,
      whole: aside
        ? null
        : kind === 'amount'
          ? whole
          : kind === 'count' && wholeCount !== null && wholeCount >= 0
            ? wholeCount
            : null,
      ...place(match.index, printed.length),
    })
    if (kind === 'amount' && !aside) current = facts.length - 1
  }
}

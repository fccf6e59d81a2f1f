import { behindNumber, HEADING_NUMBERS } from '../../heading-number.ts'
import type { Sentence } from './figure.ts'
import { itemOf, titleOf } from './label.ts'
import type { Paragraph } from './lines.ts'
import { itemOfList, type Lists, opened } from './lists.ts'
import { FIGURE, marked, type ProseFact, type Subject, toldFinest } from './prose.ts'
import { causesOf, figuresOf, statementsOf, yearsOf } from './sentence.ts'

/** So many ways of numbering are those of headings. */
const HEADINGS = 4

/** Dots between a heading and its page in the contents. */
const LEADER = /[.…·]{2,}.*$/
/** A longer sentence with figures is no heading, and of a longer one without, (八)机关运行经费:指行政单位…, the words up to its colon are. */
const LONGEST_HEADING = 40

/** A heading of a level, without its text that runs on in the same paragraph; '' where a long item of a list only ends those of its level. */
interface Heading {
  readonly level: number
  readonly name: string
}

/** The headings that a sentence begins with: that of a part may run into that of its first section. */
function headingsOf(text: string): Heading[] {
  const level = HEADING_NUMBERS.slice(0, HEADINGS).findIndex(pattern => pattern.test(text))
  if (level < 0) return []
  const inner = level === 0 ? text.search(/[一二三四五六七八九十]{1,3}、/) : -1
  if (inner > 0) return [...headingsOf(text.slice(0, inner)), ...headingsOf(text.slice(inner))]
  const whole = text.replace(LEADER, '')
  const [name = ''] = whole.split(':')
  if (whole.search(FIGURE) < 0) {
    const short = whole.length < LONGEST_HEADING || whole.includes('〔') ? whole : name
    return [{ level, name: short.slice(0, Math.max(LONGEST_HEADING, short.lastIndexOf('〕') + 1)) }]
  }
  const figure = name.search(FIGURE)
  // A long item of a list, 3.卫生健康支出(类)…, is no heading of what follows.
  if (text.length >= LONGEST_HEADING && (figure >= 0 || name.includes('〔'))) return [{ level, name: '' }]
  return [{ level, name: figure < 0 ? name : name.slice(0, figure) }]
}

/** The title of a page of text as a heading of the outermost level: it ends what was numbered before, and goes on with the number of its part where that stands right above. */
function titleAs({ text, isTitle }: Paragraph, above: Paragraph | undefined): Heading[] {
  const [first] = headingsOf(text)
  if (!isTitle || first || text.length >= LONGEST_HEADING || text.search(FIGURE) >= 0 || text.endsWith('。')) return []
  const [part] = HEADING_NUMBERS
  return [
    { level: 0, name: above && part?.test(above.text) && above.text.length < LONGEST_HEADING ? `${above.text}${text}` : text },
  ]
}

/** The sentences of a paragraph: what each says and where it starts. */
const sentencesOf = (text: string): Pick<Sentence, 'text' | 'from'>[] =>
  [...text.matchAll(/([^。]*)。|[^。]+$/g)].map(({ 0: whole, 1: ended, index }) => ({ text: ended ?? whole, from: index }))

/** What ends the name of a 科目 that a sentence begins with. */
const NAME_END = /[,;:。]/

/** The 科目 that a sentence names, and no other, before its first figure: what the next ones of its item speak of too. */
function namedIn(text: string): Subject | null {
  const ends = [FIGURE, NAME_END].map(end => text.search(end)).filter(at => at >= 0)
  const name = text.slice(0, Math.min(text.length, ...ends))
  const levels = [...text.matchAll(/〔(类|款|项)〕/g)].map(([, level]) => level)
  // 1.“行政运行”(2080101):年初预算为…,支出决算为…: an item may name it by its code.
  if (levels.length === 0) return behindNumber(name) === null ? null : itemOf(name)
  return new Set(levels).size < levels.length ? null : itemOf(name.slice(0, name.lastIndexOf('〕') + 1))
}

/** The 科目 that the amounts of a sentence without a name are of: what it names, else what its item named, until the next begins. */
function aboutIn(text: string, last: Subject | null): Subject | null {
  const named = namedIn(text)
  return named || text.includes('〔') || behindNumber(text) !== null ? named : last
}

/** The figures of a document's running text, in order. */
export function proseFacts(paragraphs: readonly Paragraph[]): ProseFact[] {
  const facts: ProseFact[] = []
  const headings: string[] = []
  let index = 0
  let lists: Lists = []
  let about: Subject | null = null
  let titled = ''
  for (const [at, paragraph] of paragraphs.entries()) {
    const first = index
    const titles = titleAs(paragraph, paragraphs[at - 1])
    for (const part of sentencesOf(marked(paragraph.text))) {
      const opening = titles.length > 0 ? titles : headingsOf(part.text)
      for (const { level, name } of opening) {
        headings.length = Math.min(headings.length, level)
        headings[level] = name
      }
      about = aboutIn(part.text, about)
      const item = itemOfList(lists, part.text, facts, index)
      const section = headings.filter(Boolean).join(' > ')
      const sentence = { ...part, paragraph, section, about, titled, index: index++, first, listed: item.whole }
      facts.push(...statementsOf(sentence), ...causesOf(sentence), ...yearsOf(sentence))
      facts.push(...figuresOf(sentence, facts))
      titled = part.text.search(FIGURE) < 0 ? titleOf(opening.at(-1)?.name ?? '') : ''
      lists = opened(item.lists, part.text, facts, sentence.index)
    }
  }
  return toldFinest(facts)
}

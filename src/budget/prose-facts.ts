import { HEADING_NUMBERS } from '../heading-number.ts'
import { marked, type ProseFact } from './prose.ts'
import type { Paragraph } from './prose-lines.ts'
import { itemOfList, type Lists, opened } from './prose-lists.ts'
import { FIGURE, figuresOf, type Sentence, statementsOf, yearsOf } from './prose-sentence.ts'

/** So many ways of numbering are those of headings. */
const HEADINGS = 4

/** Dots between a heading and its page in the contents. */
const LEADER = /[.…·]{2,}.*$/
/** A longer sentence with figures is no heading. */
const LONGEST_HEADING = 40

/** A heading of a level, without its text that runs on in the same paragraph. */
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
  if (whole.search(FIGURE) < 0) return [{ level, name: whole.slice(0, Math.max(LONGEST_HEADING, whole.lastIndexOf('〕') + 1)) }]
  const name = whole.split(':')[0] ?? ''
  const figure = name.search(FIGURE)
  // A long item of a list, 3.卫生健康支出(类)…, is no heading of what follows.
  if (text.length >= LONGEST_HEADING && (figure >= 0 || name.includes('〔'))) return []
  return [{ level, name: figure < 0 ? name : name.slice(0, figure) }]
}

/** The sentences of a paragraph: what each says and where it starts. */
function sentencesOf(text: string): Pick<Sentence, 'text' | 'from'>[] {
  const sentences: Pick<Sentence, 'text' | 'from'>[] = []
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
  let index = 0
  let lists: Lists = []
  for (const paragraph of paragraphs) {
    for (const part of sentencesOf(marked(paragraph.text))) {
      for (const { level, name } of headingsOf(part.text)) {
        headings.length = Math.min(headings.length, level)
        headings[level] = name
      }
      const item = itemOfList(lists, part.text)
      const section = headings.filter(Boolean).join(' > ')
      const sentence = { ...part, paragraph, section, index: index++, listed: item.whole }
      facts.push(...statementsOf(sentence), ...yearsOf(sentence))
      facts.push(...figuresOf(sentence, facts))
      lists = opened(item.lists, part.text, facts, sentence.index)
    }
  }
  return facts
}

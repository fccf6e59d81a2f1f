import type { ProseFact } from './prose.ts'
import type { Paragraph } from './prose-lines.ts'
import { FIGURE, figuresOf, type Sentence, statementsOf, yearsOf } from './prose-sentence.ts'

const HEADING: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十]+部分/, 0],
  [/^[一二三四五六七八九十]{1,3}、/, 1],
  [/^\([一二三四五六七八九十]{1,3}\)/, 2],
  [/^\d{1,2}[.、](?!\d)/, 3],
]

/** Brackets around 类, 款 and 项, and around the 境 of 因公出国(境), do not end a label. */
const marked = (text: string): string => text.replaceAll(/\((类|款|项|境)\)/g, '〔$1〕')

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
  for (const paragraph of paragraphs) {
    for (const part of sentencesOf(marked(paragraph.text))) {
      const heading = HEADING.find(([pattern]) => pattern.test(part.text))
      if (heading && (part.text.length < 40 || part.text.search(FIGURE) < 0)) {
        headings.length = Math.min(headings.length, heading[1])
        headings[heading[1]] = part.text.slice(0, 40)
      }
      const sentence = { ...part, paragraph, section: headings.filter(Boolean).join(' > '), index: index++ }
      facts.push(...statementsOf(sentence), ...yearsOf(sentence))
      facts.push(...figuresOf(sentence, facts))
    }
  }
  return facts
}

import type { DocumentJson } from '../../write/document/document.ts'
import type { Opened } from './correcting.ts'
import { useWords } from './words.ts'

type Fact = DocumentJson['narrative'][number]

/** A figure with its place in the list of all. */
interface Numbered {
  readonly fact: Fact
  readonly at: number
}

/** Figures that one sentence says, in the order of the document. */
function sentencesOf(facts: readonly Fact[]): Numbered[][] {
  const numbered = facts.map((fact, at) => ({ fact, at }))
  return [...Map.groupBy(numbered, ({ fact }) => fact.sentence).values()]
}

/** As much of a sentence as its figures have kept: up to the last of them, and all of it where it names a year. */
const wordsOf = (sentence: readonly Numbered[]): string =>
  sentence
    .map(({ fact: { kind, before, text } }) => (kind === 'year' ? before : before + text))
    .reduce((long, one) => (one.length > long.length ? one : long), '')

/** The heading right above a sentence; empty where it is the sentence itself. */
const headingOf = ({ section }: Fact, words: string): string => {
  const [last = ''] = section.split(' > ').slice(-1)
  return last.startsWith(words) ? '' : last
}

/** What the running text says: each sentence that has figures, below its heading, and each figure as a way to where it is printed. */
export function Sentences({ view, stand }: Pick<Opened, 'view' | 'stand'>) {
  const { w } = useWords()
  const facts = view.document.narrative
  if (facts.length === 0) return <p class="note">{w('none')}</p>
  const sentences = sentencesOf(facts)
  return (
    <ul class="sentences">
      {sentences.map((sentence, number) => {
        const [first] = sentence
        if (first === undefined) return null
        const words = wordsOf(sentence)
        const isNew = first.fact.section !== sentences[number - 1]?.[0]?.fact.section
        const heading = isNew ? headingOf(first.fact, words) : ''
        return (
          <li key={first.at} class={sentence.some(({ at }) => at === stand.fact) ? 'on' : ''}>
            {heading !== '' && <h3>{heading}</h3>}
            <p>{words}</p>
            {sentence.map(({ fact, at }) => (
              <button
                type="button"
                class="term-link"
                key={at}
                aria-pressed={at === stand.fact}
                onClick={() => stand.showFact(at)}
              >
                {fact.subject} <b>{fact.text}</b> p.{fact.page}
              </button>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

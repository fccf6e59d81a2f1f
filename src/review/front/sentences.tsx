import type { DocumentJson } from '../../write/document.ts'
import { useWords } from './room.tsx'

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

/** As much of a sentence as its figures have kept: up to the last of them. */
const wordsOf = (sentence: readonly Numbered[]): string =>
  sentence.map(({ fact }) => fact.before + fact.text).reduce((long, one) => (one.length > long.length ? one : long), '')

interface Props {
  readonly facts: readonly Fact[]
  readonly active: number | null
  readonly onFact: (fact: number) => void
}

/** What the running text says: each sentence that has figures, below its heading, and each figure as a way to where it is printed. */
export function Sentences({ facts, active, onFact }: Props) {
  const { w } = useWords()
  if (facts.length === 0) return <p class="note">{w('none')}</p>
  const sentences = sentencesOf(facts)
  return (
    <ul class="sentences">
      {sentences.map((sentence, number) => {
        const [{ fact: first, at: key } = { fact: undefined, at: 0 }] = sentence
        const isNew = first?.section !== sentences[number - 1]?.[0]?.fact.section
        return (
          <li key={key} class={sentence.some(({ at }) => at === active) ? 'on' : ''}>
            {isNew && <h3>{first?.section}</h3>}
            <p>{wordsOf(sentence)}</p>
            {sentence.map(({ fact, at }) => (
              <button type="button" class="term-link" key={at} aria-pressed={at === active} onClick={() => onFact(at)}>
                {fact.subject} <b>{fact.text}</b> p.{fact.page}
              </button>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

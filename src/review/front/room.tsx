import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Language, type Word, wordIn, wordOf } from './words.ts'

/** What every part of the page knows. */
export interface Room {
  readonly language: Language
  readonly who: string
}

export const RoomContext = createContext<Room>({ language: 'zh', who: '' })

/** The words of the page in the reader's language. */
export function useWords(): {
  readonly language: Language
  readonly w: (word: Word) => string
  readonly named: (value: string | null) => string
} {
  const { language } = useContext(RoomContext)
  return { language, w: word => wordIn(language, word), named: value => wordOf(language, value) }
}

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import WORDS from './words.json' with { type: 'json' }

/** The languages of the page. */
export type Language = 'zh' | 'en'

/** A word of the page. */
export type Word = keyof typeof WORDS

/** A word in a language. */
export const wordIn = (language: Language, word: Word): string => WORDS[word][language]

/** A value of the data as a word, where there is one. */
const wordOf = (language: Language, value: string | null): string =>
  value === null ? '' : value in WORDS ? wordIn(language, value as Word) : value

/** Where an identity was tried, for reading: rows and columns of the data are counted from 0, people count from 1. */
export const placeWords = (language: Language, instance: string): string =>
  instance
    .replace(/ row (\d+)\b/, (_, row) => (language === 'zh' ? ` 第${Number(row) + 1}行` : ` row ${Number(row) + 1}`))
    .replace(/ column (\d+)\b/, (_, at) => (language === 'zh' ? ` 第${Number(at) + 1}列` : ` column ${Number(at) + 1}`))
    .replace(/^p\.(\d+)/, (_, page) => (language === 'zh' ? `第${page}页` : `p. ${page}`))
    .replace(/^document$/, language === 'zh' ? '全文' : 'document')

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

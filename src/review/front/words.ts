import { EN } from './words-en.ts'
import { ZH } from './words-zh.ts'

/** The two languages of the page; Chinese first. */
export type Language = 'zh' | 'en'

export type Word = keyof typeof ZH

export const WORDS: Readonly<Record<Language, Readonly<Record<Word, string>>>> = { zh: ZH, en: EN }

/** A value of the data as a word, where there is one. */
export const wordOf = (language: Language, value: string | null): string =>
  value === null ? '' : value in ZH ? WORDS[language][value as Word] : value

/** Where an identity was tried, for reading: rows and columns of the data are counted from 0, people count from 1. */
export const placeWords = (language: Language, instance: string): string =>
  instance
    .replace(/ row (\d+)\b/, (_, row) => (language === 'zh' ? ` 第${Number(row) + 1}行` : ` row ${Number(row) + 1}`))
    .replace(/ column (\d+)\b/, (_, at) => (language === 'zh' ? ` 第${Number(at) + 1}列` : ` column ${Number(at) + 1}`))
    .replace(/^p\.(\d+)/, (_, page) => (language === 'zh' ? `第${page}页` : `p. ${page}`))
    .replace(/^document$/, language === 'zh' ? '全文' : 'document')

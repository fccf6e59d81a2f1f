import type { Language } from '../write/reconciliation.ts'
import chinese from './chinese-help.json' with { type: 'json' }

export type { Language }

/** What the help says, in Chinese; a test holds that nothing it says is missing. */
const CHINESE: Readonly<Record<string, string>> = chinese

/** A sentence of the help in the user's language. */
export const inLanguage = (language: Language, text: string): string => (language === 'zh' ? (CHINESE[text] ?? text) : text)

/** How a command is called, what stands for a word of the user in their language. */
export const usageIn = (language: Language, usage: string): string =>
  usage.replace(/<[^<>]+>/g, words => inLanguage(language, words))

/** The language of a locale, as the environment names it: LC_ALL before LC_MESSAGES before LANG. */
export function localeLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en'
}

import type { Language } from '../write/reconciliation.ts'
import chineseErrors from './chinese-errors.json' with { type: 'json' }
import chineseHelp from './chinese-help.json' with { type: 'json' }

export type { Language }

/** What the help says, in Chinese; a test holds that nothing it says is missing. */
const HELP: Readonly<Record<string, string>> = chineseHelp

/** A sentence of the help in the user's language. */
export const inLanguage = (language: Language, text: string): string => (language === 'zh' ? (HELP[text] ?? text) : text)

/** How a command is called, what stands for a word of the user in their language. */
export const usageIn = (language: Language, usage: string): string =>
  usage.replace(/<[^<>]+>/g, words => inLanguage(language, words))

/** The language of a locale, as the environment names it: LC_ALL before LC_MESSAGES before LANG. */
export function localeLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en'
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What errors say, in Chinese, with the English sentences as patterns; `{}` stands for a name, a number or a list, in the same order in both. Those with more words of their own first, so that a particular one is not taken for a general one. */
const PATTERNS = Object.entries(chineseErrors)
  .map(([english, chinese]) => ({
    chinese,
    pattern: new RegExp(`^${english.split('{}').map(literal).join('(.*?)')}$`, 's'),
    words: english.replaceAll('{}', '').length,
  }))
  .sort((a, b) => b.words - a.words)

/** What an error says in the user's language; a sentence that has no Chinese is told as it is. */
export function errorIn(language: Language, message: string): string {
  const known = language === 'zh' ? PATTERNS.find(({ pattern }) => pattern.test(message)) : undefined
  if (!known) return message
  const [, ...parts] = known.pattern.exec(message) ?? []
  return known.chinese.replaceAll('{}', () => parts.shift() ?? '')
}

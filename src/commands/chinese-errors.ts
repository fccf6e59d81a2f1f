import type { Language } from './chinese.ts'
import chinese from './chinese-errors.json' with { type: 'json' }

/** What errors say, in Chinese; `{}` stands for a name, a number or a list, in the same order in both. */
const CHINESE: Readonly<Record<string, string>> = chinese

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The English sentences as patterns; those with more words of their own first, so that a particular one is not taken for a general one. */
const PATTERNS = Object.entries(CHINESE)
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

import { LEXICON } from './prose-lexicon.ts'

/** A word of a text: its class, `Y` for a year in digits, `#` for a figure, `p` for a sign, and `n` for what is a part of a name. */
interface Token {
  readonly letter: string
  readonly from: number
  readonly to: number
}

/** A text as the classes of its words, a letter each, with where they stand in it. */
export interface Tokens {
  readonly text: string
  readonly letters: string
  readonly tokens: readonly Token[]
}

const CLASSES = new Map<string, string>(
  Object.entries(LEXICON).flatMap(([letter, words]) => words.split(' ').map(word => [word, letter] as const)),
)
const WORDS = [...CLASSES.keys()].sort((a, b) => b.length - a.length)
/** Quotes belong to what they quote. */
const OF_NAME = /[\p{Script=Han}“”‘’"'《》]/u
/** A word that is none between two names: 公务接待费占三公经费的. */
const PARTING = 'Q'
const WORD = new RegExp(
  `20\\d\\d(?:年度?(?![初末底])|(?=年[初末底]))|\\d[\\d,.]*[亿万千]?[元%]?|${WORDS.join('|').replace('+', '[+]')}|.`,
  'gsu',
)

function letterOf(word: string): string {
  const known = CLASSES.get(word)
  if (known !== undefined) return known
  if (/^\d/.test(word)) return /^20\d\d(?:年|$)/.test(word) ? 'Y' : '#'
  return OF_NAME.test(word) ? 'n' : 'p'
}

/** A word of one character between two parts of a name is a part of it: 设施与设备. */
const isWithin = ({ letter, from, to }: Token, before: Token | undefined, behind: Token | undefined): boolean =>
  to - from === 1 && letter !== 'p' && letter !== PARTING && before?.letter === 'n' && behind?.letter === 'n'

/** The words of a text, the longest first; what is no word is a name. */
export function tokensOf(text: string): Tokens {
  const words = [...text.matchAll(WORD)].map(
    ({ 0: word, index }): Token => ({ letter: letterOf(word), from: index, to: index + word.length }),
  )
  const tokens: Token[] = []
  for (const [at, word] of words.entries()) {
    const last = tokens.at(-1)
    const letter = isWithin(word, last, words[at + 1]) ? 'n' : word.letter
    if (letter === 'n' && last?.letter === 'n') tokens[tokens.length - 1] = { ...last, to: word.to }
    else tokens.push({ ...word, letter })
  }
  return { text, letters: tokens.map(({ letter }) => letter).join(''), tokens }
}

import { onceText } from '../../once.ts'
import { LEXICON } from './lexicon.ts'

/** A word of a text: its class, `Y` for a year in digits, `#` for a figure, `p` for a sign, and `n` for what is a part of a name. */
interface Token {
  readonly letter: string
  readonly from: number
  readonly to: number
}

/** A text as the classes of its words, a letter each, with where they stand in it. */
interface Tokens {
  readonly text: string
  readonly letters: string
  readonly tokens: readonly Token[]
}

const CLASSES = new Map<string, string>(
  Object.entries(LEXICON).flatMap(([letter, words]) => words.split(' ').map(word => [word, letter] as const)),
)
const LONGEST = Math.max(...[...CLASSES.keys()].map(({ length }) => length))

/** A year; 年末 behind one is a word of its own. */
const YEAR = /^20\d\d(?:年度?(?![初末底])|(?=年[初末底])|(?![\d,.亿万千元%年]))/
const AMOUNT = /^\d[\d,.]*[亿万千]?[元%]?/
/** Quotes belong to what they quote. */
const OF_NAME = /[\p{Script=Han}“”‘’"'《》]/u
/** A word of one character that is a part of no name, wherever it stands: 公务接待费占三公经费的. */
const PARTING = 'Q'

/** The word that a text begins with at a place, the longest there. */
function wordAt(text: string, at: number): { readonly length: number; readonly letter: string } {
  const year = YEAR.exec(text.slice(at, at + LONGEST))
  if (year) return { length: year[0].length, letter: 'Y' }
  const amount = AMOUNT.exec(text.slice(at))
  if (amount) return { length: amount[0].length, letter: '#' }
  for (let length = LONGEST; length > 0; length--) {
    const letter = CLASSES.get(text.slice(at, at + length))
    if (letter !== undefined && at + length <= text.length) return { length, letter }
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return { length: character.length, letter: OF_NAME.test(character) ? 'n' : 'p' }
}

/** A word of one character between two parts of a name is a part of it: 设施与设备. */
const isWithin = ({ letter, from, to }: Token, before: Token | undefined, behind: Token | undefined): boolean =>
  to - from === 1 && letter !== 'p' && letter !== PARTING && before?.letter === 'n' && behind?.letter === 'n'

/** The words of a text, the longest first; what is no word is a name. Every pattern of a phrase asks for those of the same texts. */
export const tokensOf = onceText((text): Tokens => {
  const words: Token[] = []
  for (let at = 0; at < text.length; at = words.at(-1)?.to ?? text.length) {
    const { length, letter } = wordAt(text, at)
    words.push({ letter, from: at, to: at + length })
  }
  const tokens: Token[] = []
  for (const [at, word] of words.entries()) {
    const last = tokens.at(-1)
    const letter = isWithin(word, last, words[at + 1]) ? 'n' : word.letter
    if (letter === 'n' && last?.letter === 'n') tokens[tokens.length - 1] = { ...last, to: word.to }
    else tokens.push({ ...word, letter })
  }
  return { text, letters: tokens.map(({ letter }) => letter).join(''), tokens }
})

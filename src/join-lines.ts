import { narrow } from './full-width.ts'

/** Characters of scripts that are written without spaces: Han, kana, bopomofo, CJK and full-width punctuation. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u2014\u2018-\u201D\u2026\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/u
const LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
/** Inside web and mail addresses a line break is only a break. */
const ADDRESS = /[/@_]|www\.|\.com|\.cn/
/** Width of what is no Chinese character, in ems, and the characters an em wide. */
const NARROW = 0.5
const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u
/** What goes to the next line together: a word or a character, with the marks before it that may not end a line and those behind it that may not begin one. */
const TOGETHER = /^[（(《〈“‘「『【〔]*(?:[\x21-\x7e]+|.)?[），。、；：！？》〉”’」』】〕]*/u

/** Width of a text in ems. */
export const emsOf = (text: string): number => [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 1 : NARROW), 0)

/** Room in ems that the line above had to leave for anything of this one to stand there. */
export const emsWanted = (line: string): number => emsOf(TOGETHER.exec(line)?.[0] ?? '')

/** A line that is a figure, or the beginning of one that goes on below: only behind a point or a comma is it surely cut. */
const FIGURE = /^[-−–(（]?\d[\d,]*(?:\.\d+)?$/

/** Width of a figure in digits: its signs are half as wide. */
const digitsOf = (figure: string): number => [...figure].reduce((sum, char) => sum + (/\d/.test(char) ? 1 : 0.5), 0)

/** Whether a line is a figure of its own and not the rest of the one above: that is a digit shorter at least, so another one had room there. */
function isOtherFigure(above: string, line: string): boolean {
  const [upper, lower] = [narrow(above), narrow(line)]
  return FIGURE.test(upper) && !upper.endsWith(',') && FIGURE.test(lower) && digitsOf(upper) + 1 <= digitsOf(lower)
}

/**
 * Join the lines of a wrapped cell as a reader of Chinese does: nothing between them where either side is Chinese or a
 * digit meets a digit, one space between Latin words, none after a hyphen or inside an address. Two figures below each other stay on
 * lines of their own.
 */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line, at) => {
    const isOther = isOtherFigure(lines[at - 1] ?? '', line)
    return text + (isOther ? '\n' : glue(text, line)) + line
  }, '')
}

function glue(before: string, after: string): '' | ' ' {
  const last = before.at(-1)
  const first = after.at(0)
  if (last === undefined || first === undefined) return ''
  if (UNSPACED.test(last) || UNSPACED.test(first)) return ''
  if (last === '-' || ADDRESS.test(before.split(' ').at(-1) ?? '')) return ''
  if (isDigitLike(last) && isDigitLike(first)) return ''
  return LETTER.test(last) || LETTER.test(first) || /[,;:)%]/.test(last) ? ' ' : ''
}

const isDigitLike = (character: string): boolean => /[\d.,]/.test(character)

/** Whether a space printed between two characters separates words; inside Chinese it is only layout. */
export const keepsSpace = (before: string, after: string): boolean => !UNSPACED.test(before) && !UNSPACED.test(after)

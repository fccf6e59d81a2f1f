/** A number in Chinese characters, as a pattern. */
export const HAN = '[一二三四五六七八九十]{1,3}'

/** How the sections of a document and the items of a list are numbered, from the outermost: 第一部分, 一、, （一）, 1. (no 1.5), （1）, ①; last the chapters of a rule, which are no sections of a budget. */
export const HEADING_NUMBERS: readonly RegExp[] = [
  /^第[一二三四五六七八九十\d]+部分/,
  new RegExp(`^${HAN}[、.．]`),
  new RegExp(`^[(（]${HAN}[)）]`),
  /^\d{1,2}[、.．](?!\d)/,
  /^[(（]\d{1,2}[)）]/,
  /^[①-⑳]/,
  /^第[一二三四五六七八九十\d]+[章节]/,
]

/** The number that the first of several items has. */
const FIRST = /^[(（]?[一1](?:[)）]|[、.．](?!\d))|^①/

/** Whether a text begins with the number of the first of several items. */
export const isFirstItem = (text: string): boolean => FIRST.test(text)

/** The words of a heading or an item behind its number; null where there is no number. */
export function behindNumber(text: string): string | null {
  const number = HEADING_NUMBERS.find(pattern => pattern.test(text))
  return number === undefined ? null : text.replace(number, '')
}

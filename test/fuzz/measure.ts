import type { Knobs } from './knobs.ts'

/** Widths of Helvetica in ems; what is not listed is a digit's. */
const HELVETICA: Readonly<Record<string, number>> = {
  ',': 0.278,
  '.': 0.278,
  '-': 0.333,
  '(': 0.333,
  ')': 0.333,
  ' ': 0.278,
  '*': 0.389,
}
const HELVETICA_DIGIT = 0.556

/** Whether a text is set in the Latin font. */
export const isLatin = (text: string, digits: Knobs['digits']): boolean => digits === 'Helvetica' && /^[\d,.()*-]+$/.test(text)

/** Width of a text in ems: Chinese characters one, others half of one or as Helvetica has them. */
export function widthOf(text: string, digits: Knobs['digits']): number {
  const latin = isLatin(text, digits)
  return [...text].reduce((sum, char) => {
    if (latin) return sum + (HELVETICA[char] ?? HELVETICA_DIGIT)
    return sum + (/[\x20-\x7e]/.test(char) ? 0.5 : 1)
  }, 0)
}

/** Lines of a text in a column of `width` ems: broken between Chinese characters only. */
export function wrapped(text: string, width: number, digits: Knobs['digits']): string[] {
  const lines: string[] = []
  for (const word of text.match(/[\x21-\x7e]+|\s|[^\x21-\x7e\s]/g) ?? []) {
    const line = lines.at(-1)
    if (line !== undefined && widthOf(line + word, digits) <= width) lines[lines.length - 1] = line + word
    else lines.push(word)
  }
  return lines
}

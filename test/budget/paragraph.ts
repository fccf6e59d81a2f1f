import type { Paragraph } from '../../src/budget/prose/lines.ts'

/** A paragraph of one line on page 3, each character 10 points wide; `text` as lines are read, with commas and brackets of half width (NFKC). */
export const paragraph = (text: string): Paragraph => ({
  text,
  characters: [...text].map((character, at) => ({
    text: character,
    page: 3,
    box: [at * 10, 0, at * 10 + 10, 10] as const,
    source: 'pdf' as const,
  })),
})

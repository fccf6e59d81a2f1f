import { plain } from '../label.ts'
import type { Paragraph } from '../prose/lines.ts'

/** A first page with no more characters is a cover. */
const COVER = 120

/** The words of the first page in one line, however they are wrapped; null when it is no cover. */
export function coverOf(paragraphs: readonly Paragraph[]): string | null {
  const page = paragraphs[0]?.characters[0]?.page
  const words = paragraphs
    .filter(({ characters }) => characters[0]?.page === page)
    .map(({ text }) => plain(text))
    .join('')
  return words === '' || words.length > COVER ? null : words
}

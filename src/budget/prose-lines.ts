import type { Box } from '../geometry.ts'
import type { Glyph, Source } from '../page/page.ts'
import type { PageText } from '../table/table.ts'

/** One character of the running text, with its place. */
export interface Character {
  readonly text: string
  readonly page: number
  readonly box: Box
  readonly source: Source
}

/** A paragraph: its text without white space, and a place for each character of it. */
export interface Paragraph {
  readonly text: string
  readonly characters: readonly Character[]
}

/** A line that ends this far (in sizes) before the longest line ends a paragraph; one character more would not have wrapped. */
const SHORT = 2.5
/** The same for a line that does not end a sentence: a figure such as 1,215.75 wraps as a whole and leaves a gap. */
const VERY_SHORT = 6
/** A line set in by this much (in sizes) begins a paragraph; Chinese paragraphs are set in by two characters. */
const SET_IN = 1.2

const isPageNumber = (text: string): boolean => /^[-—–－·.\s]*\d{1,4}[-—–－·.\s]*$/.test(text) || /^第\d+页/.test(text)

interface Line {
  readonly characters: readonly Character[]
  readonly left: number
  readonly right: number
  readonly size: number
}

function lineOf(page: number, glyphs: readonly Glyph[]): Line | null {
  const inked = glyphs.filter(glyph => glyph.text.trim() !== '')
  const [first] = inked
  const last = inked.at(-1)
  if (!first || !last) return null
  const characters = inked.flatMap(glyph =>
    [...glyph.text.normalize('NFKC').replaceAll(/\s/g, '')].map(text => ({
      text,
      page,
      box: glyph.box,
      source: glyph.source,
    })),
  )
  if (isPageNumber(characters.map(character => character.text).join(''))) return null
  return { characters, left: first.box[0], right: last.box[2], size: first.size }
}

/** Whether a line set in goes on with what is above it all the same: it starts with an amount, and the text above ends in a word. */
function goesOn(open: readonly Character[], line: readonly Character[]): boolean {
  const start = line
    .slice(0, 16)
    .map(character => character.text)
    .join('')
  return /^[\d,.]+(?:万|亿)?元/.test(start) && /\p{Script=Han}/u.test(open.at(-1)?.text ?? '')
}

/** The running text outside tables, wrapped lines joined into paragraphs, also over a page break. */
export function paragraphsOf(text: readonly PageText[]): Paragraph[] {
  const paragraphs: Character[][] = []
  let open: Character[] = []
  const close = (): void => {
    if (open.length > 0) paragraphs.push(open)
    open = []
  }
  for (const { page, width, lines: printed } of text) {
    const lines = printed.flatMap(glyphs => lineOf(page, glyphs) ?? [])
    const right = Math.max(...lines.map(line => line.right), 0)
    const left = Math.min(...lines.map(line => line.left), width)
    for (const line of lines) {
      if (line.left - left > SET_IN * line.size && !goesOn(open, line.characters)) close()
      open.push(...line.characters)
      const ends = /[。:;!?]/.test(line.characters.at(-1)?.text ?? '')
      if (right - line.right > (ends ? SHORT : VERY_SHORT) * line.size) close()
    }
    if (lines.length === 0) close()
  }
  close()
  return paragraphs.map(characters => ({ text: characters.map(character => character.text).join(''), characters }))
}

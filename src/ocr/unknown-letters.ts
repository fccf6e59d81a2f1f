import { centreOf, holdsMiddle } from '../geometry.ts'
import { type Glyph, type Page, UNKNOWN } from '../page/page.ts'

/** A character that was read stands for one of the text layer whose middle is no further from its own than this share of the size: a third of a Han character. */
const SAME_PLACE = 0.33
/** What is taken from a picture: Han and the signs of their sentences. A figure is left unknown, since a digit of it is no better than a guess. */
const LETTER = /^[\p{Script=Han}\u3001-\u3011\uFF01-\uFF5E“”‘’]$/u
const FULL_WIDTH_DIGIT = /[\uFF10-\uFF19]/

const isUnknown = ({ text }: Glyph): boolean => text === UNKNOWN

/** Whether letters of a page are to be read from its picture: a font of it cannot tell them, and the page is as it is drawn. */
export const hasUnknownLetters = ({ turned, garbled, glyphs }: Page): boolean =>
  turned === undefined && garbled.length > 0 && glyphs.some(isUnknown)

/** A page whose text layer stays, with the letters that its fonts cannot tell as they were read from its picture. */
export function withLetters(page: Page, read: Page): Page {
  if (read.rotation !== page.rotation) return page
  const letters = read.glyphs.filter(({ text }) => LETTER.test(text) && !FULL_WIDTH_DIGIT.test(text))
  const glyphs = page.glyphs.map((glyph): Glyph => {
    const letter = isUnknown(glyph) ? letterAt(glyph, letters) : undefined
    return letter === undefined ? glyph : { ...glyph, text: letter.text, source: 'ocr', confidence: letter.confidence }
  })
  return { ...page, glyphs }
}

/** The letter that was read at the place of a glyph. */
function letterAt({ box, size }: Glyph, letters: readonly Glyph[]): Glyph | undefined {
  const offOf = (letter: Glyph): number => Math.abs(centreOf(letter.box) - centreOf(box))
  const near = letters.filter(letter => holdsMiddle(letter.box, box) && offOf(letter) <= SAME_PLACE * size)
  return near.sort((a, b) => offOf(a) - offOf(b))[0]
}

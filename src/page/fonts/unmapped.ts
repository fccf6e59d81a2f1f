import type { FontObject, ShownGlyph } from '../operators/graphics-state.ts'
import { UNKNOWN } from '../page.ts'
import { inkOf } from './ink.ts'
import { plainText } from './plain-text.ts'
import { wideLetters } from './wide-letters.ts'

/** First code beyond ASCII: many fonts give ASCII its own numbers and all else others, so that the two tell nothing of one another. */
const BEYOND_ASCII = 0x80
/** Codes of control characters, which print nothing: no glyph is meant to stand for one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /^[\u0000-\u001F\u007F-\u009F]$/

/** The letters that each font of pdf.js has shown so far. */
const shownBy = new WeakMap<object, Set<ShownGlyph>>()

/** The letters that a font of pdf.js has shown so far, to be added to. */
export function lettersOf(font: object): Set<ShownGlyph> {
  const letters = shownBy.get(font) ?? new Set()
  shownBy.set(font, letters)
  return letters
}

/** One letter whose code is by chance that of its character is no sign of anything (two of 137 published documents have one), two are; many programs leave a space its own. */
const BY_CHANCE = 1

/**
 * Find the letters for whose code the font's map to Unicode has no entry, and change them: pdf.js shows the number of the code as a character,
 * so that a digit comes out as another digit. A code that reads as its own number is no letter of a font most of whose codes do not; where another
 * code reads the same, or nothing would be printed, the character is unknown, and elsewhere it is doubtful. Unknown is also a letter that is painted and
 * is said to be white, or is as wide as the letter it is said to be never is. Whether any was found.
 */
export function tellUnmapped(font: FontObject): boolean {
  const { letters, composite: isComposite, data } = font
  if (letters === undefined) return false
  const painted = paintedBlanks(letters, data)
  const wide = wideLetters(font)
  for (const [letter, unicode] of wide) Object.assign(letter, { unicode })
  for (const letter of painted) Object.assign(letter, { unicode: UNKNOWN })
  const halves = [...Map.groupBy(letters, ({ originalCharCode = 0 }) => originalCharCode < BEYOND_ASCII).values()]
  const suspects = halves.flatMap(half => {
    const own = half.filter(isOwnNumber)
    const mapped = new Set(half.filter(letter => !isOwnNumber(letter)).map(({ unicode }) => unicode))
    const isMap = own.length < mapped.size
    return own.flatMap(letter => {
      const isUnknown = (isComposite && CONTROL.test(letter.unicode)) || (isMap && mapped.has(letter.unicode))
      return isUnknown || (isComposite && isMap && letter.unicode !== ' ') ? [{ letter, isUnknown }] : []
    })
  })
  const count = suspects.length + [...letters].filter(({ unicode }) => unicode === UNKNOWN).length
  const found = suspects.filter(({ letter, isUnknown }) => isUnknown || (count > BY_CHANCE && !letter.isDoubtful))
  for (const { letter, isUnknown } of found) Object.assign(letter, isUnknown ? { unicode: UNKNOWN } : { isDoubtful: true })
  return painted.length + wide.size + found.length > 0
}

/** The letters that are said to print nothing, and take room, but have an outline in the font's file. */
function paintedBlanks(letters: ReadonlySet<ShownGlyph>, data: Uint8Array | undefined): ShownGlyph[] {
  const blank = [...letters].filter(
    ({ unicode, width, isInFont }) => isInFont && width !== 0 && plainText(unicode).trim() === '',
  )
  if (blank.length === 0 || data === undefined) return []
  const hasInk = inkOf(data)
  return blank.filter(({ fontChar = '' }) => hasInk(fontChar.codePointAt(0) ?? 0))
}

const isOwnNumber = ({ originalCharCode, unicode }: ShownGlyph): boolean =>
  originalCharCode !== undefined && unicode === String.fromCharCode(originalCharCode)

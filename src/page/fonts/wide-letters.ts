import type { FontObject, ShownGlyph } from '../operators/graphics-state.ts'
import { UNKNOWN } from '../page.ts'

/** Latin letters, figures and signs. */
const LATIN = /^[!-~\u00A1-\u024F]$/
/** Latin letters and signs that no font makes as wide as Han: Æ and Œ nearly are, and those of pinyin and the signs of multiplication are of GB 2312, in which they may be. */
const NEVER_WIDE = /^(?![ÆæŒœàáèéêìíòóùúü×÷āēěīńňōūǎǐǒǔǖǘǚǜǹ])[«¬¯»À-\u024F]$/u
const HAN = /\p{Script=Han}/u
/** A letter of this share of the width of Han is as wide; an m set tight comes near it (1 of 175 documents). */
const AS_WIDE = 0.97

/** The letters of fonts whose map was found to be wrong: what told it is unknown from then on. */
const wrong = new WeakSet<ReadonlySet<ShownGlyph>>()

/**
 * The letters of a font whose width gives the lie to its map to Unicode, with what they are as far as can be told: where a foreign letter is as wide
 * as Han, or as an em where the font has no Han (none is in 175 documents as published), the map is wrong, and no Latin letter or figure of that
 * width is what it says. Ghostscript 10.00 writes such maps: of a range of codes it takes the two bytes of the first character for one, so that 功
 * comes out as ß, and a wide blank as 0.
 */
export function wideLetters({ letters = new Set(), data, fontMatrix }: FontObject): ReadonlyMap<ShownGlyph, string> {
  const han = [...letters].filter(({ unicode }) => HAN.test(unicode)).map(({ width }) => width)
  const em = han.length > 0 ? Math.max(...han) : 1 / Math.abs(fontMatrix[0])
  const wide = [...letters].filter(({ unicode, width }) => width >= AS_WIDE * em && LATIN.test(unicode))
  if (wide.some(({ unicode }) => NEVER_WIDE.test(unicode))) wrong.add(letters)
  if (!wrong.has(letters)) return new Map()
  return new Map(wide.map(letter => [letter, data !== undefined && letter.isInFont === false ? ' ' : UNKNOWN]))
}

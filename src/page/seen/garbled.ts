import { widthOf } from '../../geometry.ts'
import type { GarbledFont, Glyph } from '../page.ts'

/** What no published table prints: private use, unassigned, surrogates, controls, the replacement character. */
const IMPOSSIBLE = /[\p{Co}\p{Cn}\p{Cs}\p{Cc}\uFFFD]/u
/** Scripts and signs that a Chinese budget may print: Han, kana, Latin, Greek numerals, punctuation, symbols of units and lists. */
const POSSIBLE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u0020-\u024F\u0370-\u03FF\u2010-\u2044\u20A0-\u20BF\u2100-\u22FF\u2460-\u25FF\u2600-\u27BF\u3000-\u33FF\uFE30-\uFE6F\uFF01-\uFFEE]/u
/** From this share of impossible characters on a font is not to be trusted. */
const IMPOSSIBLE_SHARE = 0.1
/** Rare Han characters are some 1 % of real text and more than half of a wrong mapping, which spreads over all of Unicode. */
const IMPROBABLE_SHARE = 0.25
/** Characters of figures: a wrong mapping of the Chinese ones leaves them as they are. */
const OF_FIGURES = /^[\d.,%-]$/
/** Fewer glyphs than this do not condemn a font: a name of rare characters, bullets of a symbol font. */
const FEWEST = 12
/** No Latin font is this wide (in sizes) throughout: such letters are Chinese characters with a wrong encoding. */
const HAN_WIDTH = 0.95
/** Confidence of a glyph of such a font: below what counts as read for sure. */
const GARBLED_CONFIDENCE = 0.3

/** The fonts of a page whose encoding is unusable, and the glyphs with the confidence that is left to theirs and to impossible characters. */
export function markGarbled(glyphs: readonly Glyph[]): { readonly glyphs: readonly Glyph[]; readonly garbled: GarbledFont[] } {
  const counts = new Map<string, { all: number; telling: number; impossible: number; improbable: number }>()
  for (const glyph of glyphs) {
    if (glyph.text === ' ') continue
    const count = counts.get(glyph.font) ?? { all: 0, telling: 0, impossible: 0, improbable: 0 }
    if (count.all === 0) counts.set(glyph.font, count)
    count.all++
    if (!OF_FIGURES.test(glyph.text)) count.telling++
    const kind = kindOf(glyph.text)
    if (kind === 'impossible') count.impossible++
    else if (kind === 'improbable' || (kind === 'letter' && isWide(glyph))) count.improbable++
  }
  const garbled = [...counts].flatMap(([font, { all, telling, impossible, improbable }]): GarbledFont[] => {
    const share = (impossible + improbable) / Math.max(1, telling)
    const isGarbled = impossible / all >= IMPOSSIBLE_SHARE || share >= IMPROBABLE_SHARE
    return isGarbled && telling >= FEWEST ? [{ font, share, glyphs: all }] : []
  })
  const fonts = new Set(garbled.map(({ font }) => font))
  const isDoubtful = (glyph: Glyph): boolean => fonts.has(glyph.font) || kindOf(glyph.text) === 'impossible'
  const isClean = [...counts.values()].every(({ impossible }) => impossible === 0) && garbled.length === 0
  return {
    glyphs: isClean ? glyphs : glyphs.map(glyph => (isDoubtful(glyph) ? { ...glyph, confidence: GARBLED_CONFIDENCE } : glyph)),
    garbled,
  }
}

/** No Latin letter is as wide as a Han character. */
const isWide = ({ box, size, direction }: Glyph): boolean => direction === 0 && widthOf(box) >= HAN_WIDTH * size

type Kind = 'impossible' | 'improbable' | 'letter' | 'usual'

/** What was found for each character: a page has thousands of glyphs and a few hundred characters. */
const kinds = new Map<string, Kind>()

/** Whether real text has a character: never, hardly (a rare Han character, another script), or usually; letters depend on their width. */
function kindOf(text: string): Kind {
  const known = kinds.get(text)
  if (known !== undefined) return known
  const isRare = !POSSIBLE.test(text) || (/\p{Script=Han}/u.test(text) && !commonHan().has(text))
  const isLetter = /^[A-Za-z]/.test(text) || latinMarks().has(text)
  const kind = IMPOSSIBLE.test(text) ? 'impossible' : isLetter ? 'letter' : isRare ? 'improbable' : 'usual'
  kinds.set(text, kind)
  return kind
}

let common: ReadonlySet<string> | undefined

/** The Han characters of GB 2312 and of the first level of Big5, from the decoders that come with the runtime. */
function commonHan(): ReadonlySet<string> {
  common ??= new Set([...decoded('gbk', 0xb0, 0xf7, 0xa1), ...decoded('big5', 0xa4, 0xc6, 0x40)])
  return common
}

let marks: ReadonlySet<string> | undefined

/** The upper half of Windows 1252, in which codes of a one-byte font without a mapping come out, without the symbols of GB 2312. */
function latinMarks(): ReadonlySet<string> {
  if (marks !== undefined) return marks
  const upper = Uint8Array.from({ length: 128 }, (_, index) => 128 + index)
  const chinese = new Set(decoded('gbk', 0xa1, 0xa9, 0xa1))
  marks = new Set([...new TextDecoder('windows-1252').decode(upper)].filter(text => !chinese.has(text)))
  return marks
}

/** All characters of a two-byte encoding with lead bytes `from`…`to` and trail bytes from `trail` on. */
function decoded(encoding: string, from: number, to: number, trail: number): string[] {
  const bytes: number[] = []
  for (let lead = from; lead <= to; lead++) for (let at = trail; at <= 0xfe; at++) bytes.push(lead, at)
  return Array.from(new TextDecoder(encoding).decode(Uint8Array.from(bytes)))
}

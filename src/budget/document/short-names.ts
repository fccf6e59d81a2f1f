import { plain } from '../label.ts'
import type { Paragraph } from '../prose/lines.ts'

/** A name whose place is only called by its level: 县交通运输局; 市场 and 县域 are words of their own. */
export const WITHOUT_PLACE = /^([市区县省])(?![场政域际])/
/** What a text calls by the name of its place. */
const OF_PLACE = '(?:人民政府|财政局)'
/** Words before the name of a place that belong to the sentence. */
const BEFORE = /^.*(?:[是由经为在于据和与及对向按照受的至到给报]|关于|根据|贯彻)/u
/** Characters of the name of a place without its level. */
const NAME = /^\p{Script=Han}{2,5}$/u

/** What texts end alike in. */
function commonEnding(texts: readonly string[]): string {
  const [first = '', ...others] = texts
  for (let length = first.length; length > 0; length--)
    if (others.every(other => other.endsWith(first.slice(-length)))) return first.slice(-length)
  return ''
}

/** The place of a level that a text names wherever it speaks of its government, 泷水县; null when it names several, or none. */
function placeOf(level: string, paragraphs: readonly Paragraph[]): string | null {
  const named = new RegExp(`(\\p{Script=Han}{2,8})${level}(?=${OF_PLACE})`, 'gu')
  const before = paragraphs.flatMap(({ text }) => [...plain(text).matchAll(named)].map(([, words = '']) => words))
  const name = commonEnding(before).replace(BEFORE, '')
  return NAME.test(name) ? `${name}${level}` : null
}

/** A name with the place that the text names, where it only has the level of it: 县交通运输局 of a text about 泷水县人民政府; null where the place is not known, itself where it needs none. */
export function withPlace(name: string, paragraphs: readonly Paragraph[]): string | null {
  const level = WITHOUT_PLACE.exec(name)?.[1]
  if (level === undefined) return name
  const place = placeOf(level, paragraphs)
  return place === null ? null : `${place}${name.slice(level.length)}`
}

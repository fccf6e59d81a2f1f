import pairs from './traditional-characters.json' with { type: 'json' }

/**
 * Characters of traditional script with the simplified ones of the field's words, after the tables of OpenCC (Apache-2.0): those that GB 2312 has not, since a simplified
 * text may print the others (乾县), and whose simplified form stands in a word that is looked for.
 */
const SIMPLIFIED = new Map(pairs.flatMap(line => line.split(' ')).map(pair => [pair.slice(0, 1), pair.slice(1)]))

const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`)
const EACH = new RegExp(TRADITIONAL.source, 'g')

/** A text in simplified script, character by character, to be compared with words; most have nothing else, and looking is cheaper than replacing. */
export const simplified = (text: string): string =>
  TRADITIONAL.test(text) ? text.replace(EACH, character => SIMPLIFIED.get(character) ?? character) : text

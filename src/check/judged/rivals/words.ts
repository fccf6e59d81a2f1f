import { addedUp, type Check, type Term } from '../../check.ts'
import { BASES, PART_OF_MONEY } from '../../declared/words.ts'
import { termsOf } from '../kin.ts'
import type { Rival, Scene } from './rival.ts'

/** The heading a figure of the narrative stands under, and its clause up to the figure. */
function sayingOf(term: Term, scene: Scene): string | null {
  const fact = scene.fact(term)
  return fact === undefined ? null : `${fact.section.split(' > ').at(-1)}${fact.before.split(/[。;]/).at(-1)}`
}

/** What the figures of tables are called: the kind of the table, the key of the line and of the column. */
const namesOf = (check: Check, scene: Scene): string =>
  termsOf(check)
    .flatMap(({ place }) => {
      const table = place && scene.table(place.table)
      if (!place || !table) return []
      const column = table.columns.find(({ index }) => index === place.column)
      const line = table.lines.find(other => other.row === place.row && other.amounts.has(place.column))
      return [`${table.kind} ${line?.key ?? ''} ${column?.key ?? ''} ${line?.label ?? ''}`]
    })
    .join(' ')

/** The sentence names one fund that the table, the line and the column are not limited to. */
export const namedBasis: Rival = {
  name: 'named-basis',
  against: ['words'],
  words: { zh: '该句另有口径', en: 'the sentence is about another basis' },
  verdict: 'unexplained',
  outweighed: true,
  explains: (check, scene) => {
    if (check.tables.length === 0) return false
    const names = namesOf(check, scene)
    return termsOf(check).some(term => {
      const saying = sayingOf(term, scene)
      const named = saying === null ? [] : BASES.filter(([words]) => words.test(saying))
      return named.length === 1 && named.every(([words, limited]) => !limited.test(names) && !words.test(names))
    })
  },
}

/** What is said to be nothing is a part of the money of the table. */
export const namedPart: Rival = {
  name: 'named-part',
  words: { zh: '该句只说其中一部分资金', en: 'the sentence is about a part of the money' },
  verdict: 'unexplained',
  outweighed: false,
  explains: ({ unit, left }) =>
    unit === '' && left.terms.some(({ text }) => /没有|无|未/.test(text) && PART_OF_MONEY.test(text)),
}

/** Many write 100 % where there was nothing the year before. */
export const fromNothing: Rival = {
  name: 'from-nothing',
  against: ['words'],
  words: { zh: '上年数为零，增长率无从算起', en: 'there was nothing the year before, and no growth can be worked out' },
  verdict: 'unexplained',
  outweighed: false,
  explains: ({ from, difference }) => from !== undefined && difference === null && addedUp(from.whole) === 0n,
}

import {
  accountAround,
  accountOf,
  aroundOf,
  identify,
  KNOWN,
  observationsOf,
  seenIn,
} from '../../src/budget/catalog/identify.ts'
import { columnsOf } from '../../src/budget/columns/columns.ts'
import type { CoverSays } from '../../src/budget/document/government.ts'
import type { Table } from '../../src/table/table.ts'

/** How often a kind of evidence spoke in full for the standard table that a table is, and for another one. */
export interface Counted {
  readonly name: string
  right: number
  rightOf: number
  wrong: number
  wrongOf: number
}

/** How often a kind of evidence spoke in full for the right table: as likeness needs less than the same words, and needs speak against. */
const speaks = (name: string, strength: number): boolean =>
  name === 'likeness' ? strength >= 0.68 : name === 'columns' || name === 'number' ? strength >= 1 : strength < 0

/**
 * Counts what evidence other than the title says about tables whose title speaks of the same as a standard one: for that
 * table, and for each other one. Likeness is counted with the titles of the same words taken out of the list.
 */
export function countKinds(tables: readonly Table[]): Counted[] {
  const counts = new Map<string, Counted>()
  const count = (name: string, isRight: boolean, isSpeaking: boolean): void => {
    const one = counts.get(name) ?? { name, right: 0, rightOf: 0, wrong: 0, wrongOf: 0 }
    counts.set(name, one)
    one[isRight ? 'rightOf' : 'wrongOf']++
    if (isSpeaking) one[isRight ? 'right' : 'wrong']++
  }
  for (const table of tables) {
    const columns = columnsOf(table, true)
    const { kind, isExact } = identify(table, columns)
    if (kind === null || !isExact) continue
    count('title', true, true)
    const seen = seenIn(table, columns)
    for (const known of KNOWN) {
      const titles = known.titles.filter(title => title !== seen.title)
      const { observations } = observationsOf({ ...known, titles }, { ...seen, topics: { ...seen.topics, rest: '?' } })
      for (const { name, strength } of observations)
        if (name !== 'title' && name !== 'around' && name !== 'government')
          count(name, known.entry.id === kind, speaks(name, strength))
    }
  }
  return [...counts.values()]
}

/** Of the tables of a document that name their account, those that the other tables name it for, and those they name the other for. */
export function countAround(tables: readonly Table[]): { readonly same: number; readonly other: number } {
  const found = tables.flatMap(table => {
    const [own, around] = [accountOf(table), accountAround(tables.filter(one => one !== table))]
    return own === null || around === null ? [] : [own === around]
  })
  return { same: found.filter(Boolean).length, other: found.filter(isSame => !isSame).length }
}

/** How often evidence of whose money a table tells speaks for a government's and for a department's. */
export type Spoken = Readonly<Record<string, { readonly government: number; readonly department: number }>>

/** Counts what says of the tables of a document whose money they tell; `cover` is what its cover says. */
export function countOwners(tables: readonly Table[], cover: CoverSays): Spoken {
  const around = aroundOf(tables, cover)
  const evidence = tables.flatMap(table => seenIn(table, [], around).owner.evidence)
  return Object.fromEntries(
    [...Map.groupBy(evidence, ({ name }) => name)].map(([name, all]) => {
      const government = all.filter(({ weight }) => weight > 0).length
      return [name, { government, department: all.length - government }]
    }),
  )
}

/** Log-odds that evidence stands for the right table when it speaks, one case added on each side. */
export const logOddsOf = ({ right, rightOf, wrong, wrongOf }: Counted): number =>
  Math.log((right + 1) / (rightOf + 2) / ((wrong + 1) / (wrongOf + 2)))

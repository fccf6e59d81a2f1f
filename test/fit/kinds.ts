import { columnsOf } from '../../src/budget/columns.ts'
import { identify, normalTitle, observationsOf, TITLES } from '../../src/budget/identify.ts'
import type { Table } from '../../src/table/table.ts'

/** How often a kind of evidence spoke in full for the standard table that a table is, and for another one. */
export interface Counted {
  readonly name: string
  right: number
  rightOf: number
  wrong: number
  wrongOf: number
}

/**
 * Counts what evidence other than the title says about tables whose title is the very one of a standard table: for that
 * table, and for each other one. Likeness is counted with that title taken out of the list.
 */
export function countKinds(tables: readonly Table[]): Counted[] {
  const counts = new Map<string, Counted>()
  const count = (name: string, isRight: boolean, speaks: boolean): void => {
    const one = counts.get(name) ?? { name, right: 0, rightOf: 0, wrong: 0, wrongOf: 0 }
    counts.set(name, one)
    one[isRight ? 'rightOf' : 'wrongOf']++
    if (speaks) one[isRight ? 'right' : 'wrong']++
  }
  for (const table of tables) {
    const columns = columnsOf(table, true)
    const { kind, isExact } = identify(table, columns)
    const title = normalTitle(table.title ?? '')
    if (kind === null || !isExact || !TITLES.some(({ titles }) => titles.includes(title))) continue
    count('title', true, true)
    for (const { entry, titles } of TITLES) {
      const others = titles.filter(known => known !== title)
      const { observations } = observationsOf(entry, others.length === 0 ? [''] : others, {
        title,
        number: table.number,
        columns,
      })
      for (const { name, strength } of observations)
        if (name !== 'title')
          count(name, entry.id === kind, name === 'needs' ? strength < 0 : strength >= (name === 'likeness' ? 0.68 : 1))
    }
  }
  return [...counts.values()]
}

/** Log-odds that evidence stands for the right table when it speaks, one case added on each side. */
export const logOddsOf = ({ right, rightOf, wrong, wrongOf }: Counted): number =>
  Math.log((right + 1) / (rightOf + 2) / ((wrong + 1) / (wrongOf + 2)))

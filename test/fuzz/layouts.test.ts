import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHolds, SEEDS } from './holds.ts'
import { type Layout, layoutFrom, layoutOf } from './layout.ts'
import { ONE, type Plan, plans } from './plans.ts'
import { readLayout } from './read.ts'
import { counted, type Tally } from './tally.ts'

/** Hundreds of documents take their time on a busy machine. */
const PATIENCE = 900_000

const seeds = Array.from({ length: SEEDS.count }, (_, n) => SEEDS.from + n)

test('a seed makes the same document each time, alone or where it is made small', async () => {
  for (const seed of seeds.slice(0, 20)) {
    const { pdf, plan } = layoutOf(seed)
    expect(layoutFrom(plan).pdf).toEqual(pdf)
    const seen: Plan[] = []
    await fc.assert(
      fc.property(plans, one => {
        seen.push(one)
      }),
      { ...ONE, seed },
    )
    expect(seen).toEqual([plan])
  }
})

/** How many cells cover each place of a table. */
function coverOf({ cells }: Layout['truth']['tables'][number]): Map<string, number> {
  const cover = new Map<string, number>()
  for (const { row, column, rowSpan, columnSpan } of cells)
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++) cover.set(`${r},${c}`, (cover.get(`${r},${c}`) ?? 0) + 1)
  return cover
}

test('the truth is whole: each place of a table in one cell, each grid begins a table or goes on with one before it', () => {
  for (const seed of seeds) {
    const { tables, pieces } = layoutOf(seed).truth
    for (const table of tables) {
      const cover = coverOf(table)
      expect([...cover.values()].every(cells => cells === 1)).toBe(true)
      expect(cover.size).toBe(table.rowCount * table.columnCount)
    }
    expect([...new Set(pieces.map(({ table }) => table))]).toEqual(tables.map((_, index) => index))
    pieces.forEach(({ relation, continues, table }, index) => {
      if (continues === null) expect(relation).toBe('new')
      else expect([relation === 'new', continues < index, pieces[continues]?.table]).toEqual([false, true, table])
    })
  }
})

test(
  'no kind of printing comes out whole less often than it did',
  async () => {
    let tally: Tally = {}
    for (const seed of seeds) {
      const layout = layoutOf(seed)
      tally = counted(tally, layout, await readLayout(layout))
    }
    const holds = readHolds()
    const layouts = Object.entries(tally).map(([kind, count]) => [kind, count.layouts])
    expect(Object.fromEntries(layouts), 'other layouts than those recorded: npm run fuzz:layout -- --record').toEqual(
      Object.fromEntries(Object.entries(holds).map(([kind, [, known]]) => [kind, known])),
    )
    const worse = Object.entries(holds).filter(([kind, [whole]]) => (tally[kind]?.whole ?? 0) < whole)
    expect(worse.map(([kind, [whole, all]]) => `${kind}: ${tally[kind]?.whole} whole of ${all}, were ${whole}`)).toEqual([])
  },
  PATIENCE,
)

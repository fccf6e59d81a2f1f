import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Tally } from './tally.ts'

/** Seeds that the tests print and read. */
export const SEEDS = { from: 1, count: 300 } as const

/** By kind of printing, `[layouts that come out whole, layouts]` of these seeds; what holds today may not get worse. */
export type Holds = Readonly<Record<string, readonly [whole: number, layouts: number]>>

/** Where that is kept: written by `npm run fuzz:layout -- --record`. */
export const HOLDS = fileURLToPath(new URL('holds.json', import.meta.url))

export const readHolds = (): Holds => JSON.parse(readFileSync(HOLDS, 'utf8'))

/** The text of that file: one line a kind. */
export function holdsText(tally: Tally): string {
  const kinds = Object.entries(tally).sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = kinds.map(([kind, { whole, layouts }]) => `  ${JSON.stringify(kind)}: [${whole}, ${layouts}]`)
  return `{\n${lines.join(',\n')}\n}\n`
}

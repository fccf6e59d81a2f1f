import { type Box, cluster } from '../../geometry.ts'

/** Panes whose left and right borders differ by less than this (in glyph heights) stand in one column. */
const SAME = 0.5

/** Things in panes, column by column. */
export function columnsOf<Thing>(things: readonly Thing[], paneOf: (thing: Thing) => Box, em: number): Thing[][] {
  const side = (edge: 0 | 2) => {
    const at = (thing: Thing): number => paneOf(thing)[edge]
    const groups = cluster(things.map(at), SAME * em)
    return (thing: Thing): number => groups.findIndex(group => group.includes(at(thing)))
  }
  const [left, right] = [side(0), side(2)]
  return [...Map.groupBy(things, thing => `${left(thing)}-${right(thing)}`).values()]
}

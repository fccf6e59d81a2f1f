import { type Evidence, type Weights, weigh } from '../../evidence.ts'

/** A value that a document prints of itself, read at a kind of place. */
export interface Mention<Place extends string, Value> {
  readonly place: Place
  readonly value: Value
}

/** One mention is half as firm as many. */
const FIRMNESS = 0.5

/** What the places say for a value: the share of those of one kind that print it, firmer the more there are. */
export function evidenceFor<Value>(value: Value, mentions: readonly Mention<string, Value>[], weights: Weights): Evidence[] {
  const places = Map.groupBy(mentions, ({ place }) => place)
  return weigh(
    [...places].map(([place, all]) => {
      const count = all.filter(mention => mention.value === value).length
      const strength = (count / all.length) * (1 - FIRMNESS ** count)
      return { name: place, strength, because: `${place}: ${count} of ${all.length}` }
    }),
    weights,
  )
}

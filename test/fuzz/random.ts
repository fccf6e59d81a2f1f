/** A source of numbers that a seed decides. */
export interface Random {
  /** An integer from `min` to `max`. */
  readonly integer: (min: number, max: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** True with this probability. */
  readonly chance: (probability: number) => boolean
}

/** Mulberry32 of Tommy Ettinger (public domain). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const pick = <T>(from: readonly T[]): T => {
    const one = from[integer(0, from.length - 1)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return { integer, pick, chance: probability => next() < probability }
}
